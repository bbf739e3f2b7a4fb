"""A letter that is checked after each edit is checked as if it were new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fake_record import FakeRecord, sample_record
from hypothesis import given, settings
from hypothesis import strategies as st
from letters_of_rules import CHILDREN, EDUCATION, cited, letter, questions

from onrecord.errors import UsageError
from onrecord.letters.check import check
from onrecord.letters.check.again import Checker
from onrecord.letters.read import parse_letter
from onrecord.mechanisms.model import Entry
from onrecord.record.add import add_paths
from onrecord.record.record import open_record

PARTS = [
    f"France recommended that Norway “{EDUCATION}”.[^1]",
    f"Japan, at the review on 21 October 2013, asked to “{CHILDREN.lower()}”.[^2]",
    "“Every asylum seeker is heard in person before a decision is taken” [131.1], it said in October 2013.",
    (
        "Over 50 persons, nearly 60 and more than 70 were returned on 3 May 2019; the report (A/HRC/90/7, para. 28 (b)) "
        "says more. Id., para. 30."
    ),
    "Cuba accepted recommendation 132.2 of the 2nd cycle; the Korean delegation was silent!",
    "국제앰네스티는 2013년 10월 21일 노르웨이에 “난민을 보호하라”고 권고하였습니다.",
]
NOTES = [
    cited("para. 131.1"),
    cited("para. 132.1"),
    "Ibid., para. 28 (a).",
    "https://example.org/2019/05/03/news",
]
LETTER = letter("\n\n".join([*PARTS, questions("How many refugees were returned in 2019?")]), *NOTES)
SNIPPETS = st.sampled_from(
    [*PARTS, *NOTES, "“", "”", "[^1]", "[^9]: ", "\n\n", "\n", " ", ".", "not ", "A/HRC/90/7", "para. 133.1",
     "on 31 February 2013", "Canada", "China", "Id.", " ", "\u00ad", "İ", "(a)", "recommendation 132.1"]
) | st.text(max_size=6)  # fmt: skip
EDITS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.2), SNIPPETS), min_size=1, max_size=5)


def edited(text: str, start: float, length: float, new: str) -> str:
    """The text with a stretch of it, by shares of its length, replaced."""
    at = int(start * len(text))
    return text[:at] + new + text[at + int(length * len(text)) :]


@settings(deadline=None, max_examples=40)
@given(EDITS)
def test_after_any_edits_the_check_equals_a_fresh_one(edits: list[tuple[float, float, str]]) -> None:
    record = sample_record()
    checker = Checker(record)
    text = LETTER
    for start, length, new in edits:
        text = edited(text, start, length, new)
        read = parse_letter(text, "letter.md")
        assert checker.check(read) == check(read, record)


def test_topic_and_rules_left_out_are_those_of_a_check(record: FakeRecord) -> None:
    read = parse_letter(LETTER, "letter.md")
    checker = Checker(record, topic="asylum", without=["several_qualifiers"])
    expected = check(read, record, topic="asylum", without=["several_qualifiers"])
    assert checker.check(read) == expected != check(read, record)
    with pytest.raises(UsageError, match="no rule 'nonsense'"):
        Checker(record, without=["nonsense"]).check(read)


def test_a_document_that_comes_on_the_record_is_noticed(
    tmp_path: Path, make_report: Callable[..., Path]
) -> None:
    written = (
        "Korea asked to “accept the recommendations of UNHCR on stateless persons” (A/HRC/99/7, para. 5.2)."
    )
    read = parse_letter(letter(written), "letter.md")
    with open_record(tmp_path / "record") as record, open_record(tmp_path / "record") as another:
        add_paths(record, [make_report(tmp_path, 6)])
        checker = Checker(record)
        before = checker.check(read)
        assert [one.verdict for one in before.quotations] == ["cannot_check"]
        add_paths(another, [make_report(tmp_path, 7, "stateless persons")])
        after = checker.check(read)
        assert [one.verdict for one in after.quotations] == ["verbatim_with_marked_changes"]
        assert after == check(read, record)


def test_the_record_is_not_read_again_while_it_stays_the_same(record: FakeRecord) -> None:
    class Counting(FakeRecord):
        asked = 0

        def document(self, symbol: str):
            self.asked += 1
            return super().document(symbol)

    counting = Counting(record.held, record.said, record.facts)
    checker = Checker(counting)
    checker.check(parse_letter(LETTER, "letter.md"))
    asked = counting.asked
    assert asked
    checker.check(parse_letter(LETTER.replace("silent!", "silent."), "letter.md"))
    assert counting.asked == asked


def test_a_citation_that_leads_nowhere_asks_for_no_entries(record: FakeRecord) -> None:
    """Rows of tables have no symbol of their own; a citation without one must not be taken for theirs."""

    class Watched(FakeRecord):
        def entries(self, **wanted: Any) -> Sequence[Entry]:
            assert wanted.get("symbol") != "" or wanted.get("to"), "every row of every table was asked for"
            return super().entries(**wanted)

    written = (
        "We support the call in paragraph 82 and the recommendation in paragraph 28 (g), which it refused."
    )
    watched = Watched(record.held, record.said, record.facts)
    read = parse_letter(letter(written), "letter.md")
    assert Checker(watched).check(read) == check(read, record)


def test_threads_share_a_checker(record: FakeRecord) -> None:
    texts = [edited(LETTER, at / 8, 0.01, "x ") for at in range(8)] * 2
    checker = Checker(record)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: checker.check(parse_letter(text, "letter.md")), texts))
    assert found == [check(parse_letter(text, "letter.md"), record) for text in texts]
