"""What `onrecord check` prints of what it could and could not check."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.cli.check_printing import tell
from onrecord.letters.decisions import undecided
from onrecord.letters.model import Check, Finding

Checks = Callable[[str], Check]
Finds = Callable[[str, str], list[Finding]]


def letter(body: str, *notes: str) -> str:
    printed = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))
    return f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n\n{printed}\n"


def test_quotations_with_marked_changes_are_counted_apart(
    checks: Checks, capsys: pytest.CaptureFixture[str]
) -> None:
    body = (
        "Canada asked Norway to “ensure the non-refoulement of every person”, which Norway refused, and Japan "
        "to “[s]top the detention of children who seek asylum”.[^1]"
    )
    tell(undecided(checks(letter(body, "A/HRC/90/7, paras. 28 (b) and 132.1"))), held=True)
    assert "1 of 2 quotations word for word on the record, 1 more with changes" in capsys.readouterr().out


def test_no_findings_and_citations_left_open_are_said(
    checks: Checks, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(undecided(checks(letter("Norway spoke.[^1]", "A/HRC/91/3, para. 5"))), held=True)
    printed = capsys.readouterr().out
    assert "No findings." in printed
    assert "1 citation not on the record" in printed
    assert "A/HRC/91/3" in printed


def test_recommendations_that_wait_for_one_answer_are_told_together(finds: Finds) -> None:
    body = "The Czech Republic asked for numbers (A/HRC/90/7, para. 133.1)."
    assert len(finds("position_left_out", letter(body))) == 1


def test_a_link_to_another_document_is_told(finds: Finds) -> None:
    wrong = letter("Japan spoke.[^1]", "A/HRC/90/7, para. 26, https://undocs.org/A/HRC/11/25")
    right = letter("Japan spoke.[^1]", "A/HRC/90/7, para. 26, https://undocs.org/A/HRC/90/7")
    assert "leads to A/HRC/11/25" in finds("link_of_other_document", wrong)[0].message
    assert finds("link_of_other_document", right) == []
