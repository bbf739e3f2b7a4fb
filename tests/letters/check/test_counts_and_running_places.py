"""Counts that a report states or lists; places named in running words; the day of adoption."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fake_record import FakeRecord, entry

from onrecord.letters.model import Check, Finding

Finds = Callable[[str, str], list[Finding]]
Checks = Callable[[str], Check]


def letter(body: str) -> str:
    return f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n"


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("Sixty-one delegations made statements (A/HRC/90/7, para. 26).", ["60"]),
        ("Five States could not speak (A/HRC/90/7, para. 26).", ["2 or 3"]),
        ("Norway received 4 recommendations (A/HRC/90/7, para. 132).", ["2"]),
        ("60 delegations made statements (A/HRC/90/7, para. 26).", []),
        ("Two States could not speak (A/HRC/90/7, para. 26).", []),
        ("Three States could not speak (A/HRC/90/7, para. 26).", []),
        ("Norway received 2 recommendations (A/HRC/90/7, para. 132).", []),
        ("Norway received at least 2 recommendations (A/HRC/90/7, para. 132).", []),
        ("Norway received 3 recommendations on asylum (A/HRC/90/7, para. 132).", []),
        ("Norway received 3 recommendations (A/HRC/90/7, paras. 131-133).", []),
        ("Five States could not speak (A/HRC/91/7, para. 26).", []),
    ],
)
def test_a_count_is_held_against_the_report(finds: Finds, body: str, numbers: list[str]) -> None:
    assert [f.suggestion for f in finds("wrong_count", letter(body))] == numbers


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Canada put questions in advance (A/HRC/90/7, para. 26).", ["Canada"]),
        ("Germany, Japan and Canada had submitted advance questions (A/HRC/90/7).", ["Japan", "Canada"]),
        ("It answered the questions put in advance by Germany and Japan (A/HRC/90/7).", ["Japan"]),
        ("Germany put its questions in advance (A/HRC/90/7, para. 26).", []),
        (
            "Ten States, Germany and Japan among them, had put questions in advance (A/HRC/90/7, para. 26).",
            ["Japan"],
        ),
        ("Canada did not put questions in advance (A/HRC/90/7, para. 26).", []),
        ("Canada asked Norway to answer the questions put in advance (A/HRC/90/7, para. 26).", []),
        ("Canada asked Norway about the advance questions of Germany (A/HRC/90/7, para. 26).", []),
        ("Canada put questions in advance (A/HRC/91/7, para. 26).", []),
        ("Canada put questions in advance.", []),
    ],
)
def test_a_state_that_asked_nothing_in_advance_is_told(checks: Checks, body: str, told: list[str]) -> None:
    text = letter(body)
    found = [f for f in checks(text).findings if f.rule == "wrong_questioning_state"]
    assert [
        name for f in found for name in ("Japan", "Canada", "Germany", "Norway") if name in f.message
    ] == told


def test_a_state_whose_questions_themselves_are_on_the_record_asked_in_advance(
    record: FakeRecord, finds: Finds
) -> None:
    body = letter("Canada and Japan put questions in advance (A/HRC/90/7, para. 26).")
    assert [f.message.split()[4] for f in finds("wrong_questioning_state", body)] == ["Canada", "Japan"]
    record.said.append(entry("advance_question", "1", "What will Norway do?", "CAN"))
    assert [f.message.split()[4] for f in finds("wrong_questioning_state", body)] == ["Japan"]


def test_a_lettered_place_in_running_words_is_a_citation(checks: Checks) -> None:
    body = (
        "In its report (A/HRC/90/7), the Working Group has the call of Canada contained in paragraph 28 (b), "
        "which did not enjoy the support of Norway (para. 132)."
    )
    assert [(c.symbol, c.pinpoints) for c in checks(letter(body)).citations][1:] == [
        ("A/HRC/90/7", ("28 (b)",)),
        ("A/HRC/90/7", ("132",)),
    ]


def test_the_letters_own_paragraphs_are_no_citation(checks: Checks) -> None:
    body = "The report (A/HRC/90/7) is public; we ask in paragraph 2 (a) of this letter for more."
    assert len(checks(letter(body)).citations) == 1


def test_an_ibid_after_a_bare_number_means_the_document_before_it(checks: Checks) -> None:
    body = (
        "At the second Universal Periodic Review of Norway (A/HRC/90/7) Japan made recommendation 132.1. "
        "It was not supported (ibid., para. 132)."
    )
    last = checks(letter(body)).citations[-1]
    assert (last.kind, last.symbol, last.status) == ("id", "A/HRC/90/7", "resolved")


@pytest.mark.parametrize(
    ("day", "count"), [("25 October 2013", 1), ("24 October 2013", 0), ("19 March 2014", 0)]
)
def test_the_day_of_adoption_is_held_against_the_report(finds: Finds, day: str, count: int) -> None:
    body = f"The report of the Working Group was adopted on {day} (A/HRC/90/7, para. 1)."
    assert len(finds("wrong_review", letter(body))) == count
