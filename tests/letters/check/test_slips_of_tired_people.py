"""Slips that eight hand-written letters brought up: speakers, whole lists, references, rapporteurs, counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from fake_record import FakeRecord, entry, sample_record
from letters_of_rules import letter

from onrecord.documents.model import Document, Paragraph
from onrecord.letters.model import Check, Finding

Finds = Callable[[str, str], list[Finding]]
Checks = Callable[[str], Check]

CHILDREN = "“[s]top the detention of children who seek asylum without delay” (A/HRC/90/7, para. 132.1)"
SCHOOLS = "“[c]ontinue its programme of human rights education in every school” (A/HRC/90/7, para. 131.1)"
CELL = "“Stop the detention of children who seek asylum without delay” | A/HRC/90/7, para. 132.1 |"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (f"Cuba wanted Norway to {CHILDREN}.", f"Japan wanted Norway to {CHILDREN}."),
        (f"It heard Cuba, which wanted it to {CHILDREN}.", f"It heard Japan, which wanted it to {CHILDREN}."),
        (f"Norway heard these:\n\n- Cuba’s, to {CHILDREN}.", f"Norway heard these:\n\n- Japan’s, to {CHILDREN}."),
        (f"| No. | State | Words | Source |\n|---|---|---|---|\n| 1 | Cuba | {CELL}",
         f"| No. | State | Words | Source |\n|---|---|---|---|\n| 1 | Japan | {CELL}"),
        ("We recall our French colleagues’ recommendation on asylum (A/HRC/90/7, para. 132.1).",
         "We recall our Japanese colleagues’ recommendation on asylum (A/HRC/90/7, para. 132.1)."),
        (f"Cuba did not let this stand. It asked that Norway {CHILDREN}.",
         f"Japan did not let this stand. It asked that Norway {CHILDREN}."),
        (f"쿠바는 {CHILDREN}라고 권고하였습니다.", f"일본은 {CHILDREN}라고 권고하였습니다."),
        (f"쿠바 대표단은 {CHILDREN}를 촉구하였습니다.", f"쿠바는 듣기만 하였고 일본이 {CHILDREN}를 촉구하였습니다."),
        ("Cuba had been “welcomed the progress made” (A/HRC/90/7, para. 28).",
         "Canada had been “welcomed the progress made” (A/HRC/90/7, para. 28)."),
        ("Cuba and Canada made recommendations on asylum (A/HRC/90/7, paras. 132.1 and 132.2).",
         "Cuba and Japan made recommendations on asylum (A/HRC/90/7, paras. 132.1 and 132.2)."),
        (f"Norway heard these:\n\n* Cuba: {CHILDREN}.", f"Norway heard these:\n\n* Japan: {CHILDREN}."),
        (f"Cuba applauded it and wanted more: {CHILDREN}.", f"Japan applauded it and wanted more: {CHILDREN}."),
        ("Norway “welcomed the progress made” (A/HRC/90/7, para. 28).",
         "Canada “welcomed the progress made” (A/HRC/90/7, para. 28)."),
    ],
)  # fmt: skip
def test_words_given_to_another_state_are_told(finds: Finds, wrong: str, right: str) -> None:
    assert len(finds("wrong_recommending_state", letter(wrong))) == 1
    assert finds("wrong_recommending_state", letter(right)) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("The list in A/HRC/90/7, para. 132, was supported on the spot.", ["132"]),
        (
            "Of the lists, the one in A/HRC/90/7, para. 131, was supported; that in A/HRC/90/7, para. 132, was not.",
            [],
        ),
        ("The list in A/HRC/90/7, para. 133, was left for later.", []),
        ("The recommendations in A/HRC/90/7, para. 133, were all accepted.", ["133"]),
        ("The list in A/HRC/90/7, para. 132, was read aloud; nobody supported the chair.", []),
    ],
)
def test_a_whole_list_is_held_against_its_positions(finds: Finds, body: str, told: list[str]) -> None:
    found = [f.message for f in finds("wrong_position", letter(body))]
    assert [
        number for message in found for number in ("131", "132", "133") if f"para. {number}" in message
    ] == told


def test_a_marker_glued_to_a_word_does_not_hide_it(finds: Finds) -> None:
    text = "In the dialogue 61 delegations made statements1 and went home.\n\nSincerely,\n\n1 A/HRC/90/7, para. 26.\n"
    assert [f.suggestion for f in finds("wrong_count", f"Open letter\n\nDear Minister,\n\n{text}")] == ["60"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"Cuba asked Norway to {CHILDREN}. But Japan's call to {CHILDREN} Norway accepted.", 1),
        (f"Japan asked Norway to {CHILDREN}. Norway noted the recommendation.", 0),
        (f"Norway noted the recommendation of France. {SCHOOLS}", 0),
        (f"Norway noted the recommendation of France to {SCHOOLS}.", 1),
    ],
)  # fmt: skip
def test_a_position_behind_but_and_a_recommendation_noted_are_read(
    finds: Finds, body: str, told: int
) -> None:
    assert len(finds("wrong_position", letter(body))) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Committee against Torture, general comment No. 3 (2017), CAT/C/GC/4, para. 9", "whose number is 4"),
        ("Committee against Torture, general comment No. 4 (2017), CAT/C/GC/4, para. 9", ""),
        (
            "Amini v. Denmark, communication No. 393/2008, CAT/C/45/D/339/2008, para. 9.9",
            "whose number is 339/2008",
        ),
        ("Amini v. Sweden, communication No. 339/2008, CAT/C/45/D/339/2008, para. 9.9", "is against Denmark"),
        ("Amini v. Denmark, communication No. 339/2008, CAT/C/45/D/339/2008, para. 9.9", ""),
        ("General comments No. 2 and general comment No. 4, CAT/C/GC/4, para. 9", ""),
        ("Human Rights Council resolution 25/52, A/HRC/RES/25/25", "whose number is 25/25"),
        ("general comment No. 31 of another committee; Committee against Torture, CAT/C/GC/4, para. 9", ""),
    ],
)
def test_the_words_of_a_reference_are_held_against_its_symbol(
    record: FakeRecord, finds: Finds, words: str, told: str
) -> None:
    symbol = "CAT/C/45/D/339/2008"
    record.held.append(
        Document("views.txt", "1" * 64, "txt", 1, (Paragraph("1.1", "The complainant.", 1),), symbol=symbol)
    )
    record.said.append(
        replace(entry("statement", "1.1", "The complainant.", "CAN"), symbol=symbol, to="DNK", by=())
    )
    found = finds("contradictory_reference", letter("So it was found.[^1]", words))
    assert [told in f.message for f in found] == ([True] if told else [])


def test_a_body_that_opens_a_source_of_another_is_told(finds: Finds) -> None:
    wrong = letter(
        "So it is.[^1]", "Human Rights Committee, general comment No. 4 (2017), CAT/C/GC/4, para. 9"
    )
    right = letter(
        "So it is.[^1]", "Committee against Torture, general comment No. 4 (2017), CAT/C/GC/4, para. 9"
    )
    assert [f.severity for f in finds("wrong_body", wrong)] == ["error"]
    assert finds("wrong_body", right) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Rapporteurs (troika): Italy, Monaco and the Philippines (A/HRC/90/7, para. 2).", ["Monaco"]),
        ("Italy, Monaco and the Philippines served as rapporteurs (A/HRC/90/7, para. 2).", ["Monaco"]),
        ("The troika of Norway’s second review was Italy, Morocco and the Philippines.", []),
        ("Peru thanked the troika (A/HRC/90/7, para. 2).", []),
        ("The troika sent the questions to Norway (A/HRC/90/7, para. 2).", []),
    ],
)
def test_a_rapporteur_is_held_against_the_report(
    record: FakeRecord, finds: Finds, body: str, told: list[str]
) -> None:
    record.facts[:] = [replace(record.facts[0], troika=("ITA", "MAR", "PHL"))]
    assert [
        name
        for f in finds("wrong_rapporteur", letter(body))
        for name in ("Monaco", "Peru")
        if name in f.message
    ] == told


def test_each_count_is_held_against_the_report_cited_next_to_it(record: FakeRecord, finds: Finds) -> None:
    other = replace(sample_record().held[0], symbol="A/HRC/80/7", name="first.pdf", paragraphs=(
        Paragraph("4", "A list of questions prepared in advance by Germany and Japan was transmitted.", 2),
        Paragraph("26", "In the dialogue, 70 delegations made statements.", 2),
    ))  # fmt: skip
    record.held.append(other)
    record.facts.append(replace(record.facts[0], symbol="A/HRC/80/7", cycle=1, questions_from=("DEU", "JPN")))
    body = "Two States put questions in advance (A/HRC/80/7, para. 4), and 60 delegations spoke (A/HRC/90/7, para. 26)."
    assert finds("wrong_count", letter(body)) == []
    assert [f.suggestion for f in finds("wrong_count", letter(body.replace("Two", "Three")))] == ["2"]
    assert [
        f.suggestion
        for f in finds(
            "wrong_count", letter("That day 17 delegations made statements (A/HRC/80/7, para. 26).")
        )
    ] == ["70"]
