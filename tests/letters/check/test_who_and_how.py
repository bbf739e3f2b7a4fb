"""Who said it, to whom, and whether the quotation keeps the sense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.letters.model import Finding

Finds = Callable[[str, str], list[Finding]]
CHILDREN = "“[s]top the detention of children who seek asylum without delay”"


def letter(body: str) -> str:
    return (
        f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n\n"
        "[^1]: A/HRC/90/7, para. 132.1\n"
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Peru made recommendation 132.1 (A/HRC/90/7).", "to Peru"),
        (f"Peru's recommendation to Norway, {CHILDREN}, was clear.[^1]", "to Peru"),
        (f"Norway was urged by Peru to {CHILDREN}.[^1]", "to Peru"),
        (f"Japan recommended that Chile {CHILDREN}.[^1]", "addresses this to Chile"),
        (f"Japan urged Chile to {CHILDREN}.[^1]", "addresses this to Chile"),
        (f"Norway said that it would {CHILDREN}.[^1]", "to Norway"),
    ],
)
def test_a_wrong_speaker_or_addressee_is_told(finds: Finds, body: str, words: str) -> None:
    assert [words in f.message for f in finds("wrong_recommending_state", letter(body))] == [True]


@pytest.mark.parametrize(
    "body",
    [
        "Japan made recommendation 132.1 (A/HRC/90/7).",
        f"Japan's recommendation to Norway, {CHILDREN}, was clear.[^1]",
        f"Norway said that it rejected the call to {CHILDREN}.[^1]",
        f"Peru backed Japan's call on Norway to {CHILDREN}.[^1]",
        f"We ask Peru to repeat Japan's recommendation that Norway {CHILDREN}.[^1]",
        f"We urge Chile to recommend again, as Japan did, that Norway {CHILDREN}.[^1]",
        f"Cuba asked for laws, and Japan asked it to {CHILDREN}.[^1]",
    ],
)
def test_the_right_speaker_and_addressee_raise_no_alarm(finds: Finds, body: str) -> None:
    assert finds("wrong_recommending_state", letter(body)) == []


@pytest.mark.parametrize(
    ("quoted", "severity", "words"),
    [
        ("[never] stop the detention of children", "warning", "puts in “[never]”"),
        ("stop the detention of [all] children", "notice", "puts in “[all]”"),
        ("the detention of children who … asylum without delay", "", ""),
        ("[s]top the detention of [minors]", "", ""),
        ("Stop the detention of children without delay", "error", "“who seek asylum” is left out"),
    ],
)
def test_a_change_of_sense_is_told_though_it_is_marked(
    finds: Finds, quoted: str, severity: str, words: str
) -> None:
    found = finds("altered_quotation", letter(f"Japan recommended: “{quoted}”.[^1]"))
    assert [f.severity for f in found] == ([severity] if severity else [])
    assert all(words in f.message for f in found)
