"""Letters of sizes that nobody writes: a hostile or broken file holds nobody up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from letters_of_rules import cited, letter

from onrecord.letters.model import Check

Checks = Callable[[str], Check]

PARAGRAPH = "Canada asked Norway to heed what the Human Rights Committee recommended.[^1]"
STRANGE = {
    "a word of 200,000 letters": "x" * 200_000,
    "a number of 200,000 digits": "1" * 200_000,
    "20,000 lines": "\n\n".join(["A line."] * 20_000),
    "a sentence of 40,000 words": "and so on " * 40_000,
    "30,000 brackets": "(" * 30_000,
    "30,000 quotation marks": "“" * 30_000,
    "3,000 days in a sentence": "1 May 2020, " * 3_000,
    "a number with 20,000 commas": "1," * 20_000,
}


@pytest.mark.parametrize("strange", STRANGE)
def test_what_is_found_in_the_rest_of_the_letter_is_found_beside_it(checks: Checks, strange: str) -> None:
    """Each of these once took minutes, as something compared each part of it with every other."""
    wrong = letter("The Human Rights Committee heard Norway in 2013.[^1]", cited("para. 43"))
    found = {finding.rule for finding in checks(wrong).findings}
    assert "wrong_body" in found
    beside = {
        finding.rule for finding in checks(wrong.replace("\n\n", f"\n\n{STRANGE[strange]}\n\n", 1)).findings
    }
    assert "wrong_body" in beside


def test_a_sentence_longer_than_anybody_writes_is_looked_at_in_parts(checks: Checks) -> None:
    long = "and so on " * 1_000 + "the the " + "and so on " * 1_000
    [doubled] = [
        one for one in checks(f"Dear Minister,\n\nWe ask {long}.\n").findings if one.rule == "grammar"
    ]
    assert "the the" in doubled.message
