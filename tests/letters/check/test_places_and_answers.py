"""Letters of a paragraph, numbers without the word "recommendation", answers that a report leaves open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.letters.model import Check, Finding

Finds = Callable[[str, str], list[Finding]]
Checks = Callable[[str], Check]
REFOULEMENT = "“ensure the non-refoulement of every person who may face torture abroad”"


def letter(body: str, note: str = "A/HRC/90/7, para. 28 (b)") -> str:
    return (
        f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n\n"
        f"[^1]: {note}\n"
    )


def test_words_of_another_letter_of_the_paragraph_stand_elsewhere(checks: Checks) -> None:
    text = letter(f"Canada asked Norway to {REFOULEMENT}.[^1]", "A/HRC/90/7, para. 28 (a)")
    found = checks(text).findings
    assert "para. 28 (b), not in A/HRC/90/7, para. 28 (a)" in next(
        f.message for f in found if f.rule == "quotation_elsewhere"
    )
    assert len([f for f in found if f.rule == "position_left_out"]) == 1


@pytest.mark.parametrize("note", ["para. 28", "para. 28 (b)", "para. 28 (a)-(b)", "paras. 28 (a) and (b)"])
def test_words_within_the_letters_cited_stand_where_they_are_cited(checks: Checks, note: str) -> None:
    text = letter(f"Canada asked Norway to {REFOULEMENT}.[^1]", f"A/HRC/90/7, {note}")
    assert checks(text).quotations[0].verdict == "verbatim"


@pytest.mark.parametrize(
    "body",
    [
        "Norway accepted 28 (b) (A/HRC/90/7).",
        "Norway accepted 28 (b).[^1]",
        "Canada spoke of much (A/HRC/90/7, para. 28). Norway accepted 28 (b).",
    ],
)
def test_a_position_on_a_bare_number_is_checked(finds: Finds, body: str) -> None:
    text = letter(body, "A/HRC/90/7, para. 132")
    assert "28 (b) was not supported" in finds("wrong_position", text)[0].message


def test_a_position_that_the_report_leaves_open_cannot_be_checked(finds: Finds) -> None:
    said = finds("wrong_position", letter("Norway accepted recommendation 133.1 (A/HRC/90/7)."))
    assert [f.severity for f in said] == ["notice"]
    assert "cannot be checked" in said[0].message


def test_an_answer_for_which_an_addendum_is_cited_is_left_alone(finds: Finds) -> None:
    body = "Recommendation 133.1 (A/HRC/90/7) is public. Norway accepted it (A/HRC/90/7/Add.1)."
    assert finds("wrong_position", letter(body)) == []


@pytest.mark.parametrize(
    ("symbol", "meant"),
    [
        ("A/HCR/90/7", "Perhaps A/HRC/90/7."),
        ("A/HRC/11/90/7", "Perhaps A/HRC/90/7."),
        ("A/HRC/11/25/5", "Perhaps A/HRC/11/25 or A/HRC/25/5."),
    ],
)
def test_a_symbol_that_no_document_can_bear_is_told_with_what_is_meant(
    finds: Finds, symbol: str, meant: str
) -> None:
    assert (
        finds("malformed_symbol", letter("Canada spoke.[^1]", f"{symbol}, para. 26"))[0].suggestion == meant
    )
    for well in ("A/HRC/90/7/Add.1", "A/HRC/RES/5/1", "A/HRC/WG.6/17/NOR/1", "A/HRC/S-17/2/Add.1"):
        assert finds("malformed_symbol", letter("Canada spoke.[^1]", f"{well}, para. 26")) == []


def test_a_position_on_the_one_recommendation_of_a_paragraph_is_checked(finds: Finds) -> None:
    said = finds(
        "wrong_position", letter("Norway accepted the call of Japan in paragraph 28 (b) of A/HRC/90/7.")
    )
    assert "was not supported" in said[0].message


def test_a_paragraph_whose_recommendations_differ_in_fate_tells_nothing(finds: Finds) -> None:
    body = "Norway accepted Canada's recommendation in paragraph 28 of A/HRC/90/7."
    report = "Norway accepted Canada's recommendations in paragraph 28 (b) of A/HRC/90/7."
    assert finds("wrong_position", letter(report))
    assert finds("wrong_position", letter(body)) == []
