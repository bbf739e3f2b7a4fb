"""Those who did not get the floor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.mechanisms.factories import FACTS, document, paragraph

from onrecord.documents.model import Note, NoteCall
from onrecord.documents.read import read_document
from onrecord.mechanisms.upr_facts import review_facts
from onrecord.mechanisms.upr_not_heard import not_heard

DIALOGUE = ("B. Interactive dialogue and responses by the State under review",)
SAID = "Three delegations were not able to make their statements."


def noted(note: str, said: str = SAID):
    text = f"During the dialogue, 60 delegations spoke. {said} Many thanked the Netherlands."
    called = replace(
        paragraph("26", text, heading=DIALOGUE),
        note_calls=(NoteCall("***", text.index(said) + len(said)),),
    )
    made = replace(document(called), notes=(Note("***", note, 6, called_at="26"),))
    return not_heard(made, FACTS)


def test_the_note_to_the_sentence_names_them() -> None:
    found = noted("Norway, Republic of Korea and Chad.")
    assert [entry.by for entry in found.entries] == [("NOR",), ("KOR",), ("TCD",)]
    assert {(entry.pinpoint, entry.page, entry.kind) for entry in found.entries} == {
        ("26, note ***", 6, "not_heard")
    }
    assert found.entries[0].text == SAID
    assert found.doubts == ()


def test_a_count_that_its_own_list_does_not_bear_out_is_a_doubt() -> None:
    assert noted("Norway and Chad.").doubts == ("para. 26 says 3 delegations, its note *** lists 2",)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "Statements that could not be delivered are posted if available.1 Norway, Chad and Peru. End.",
            ["NOR", "TCD", "PER"],
        ),
        (
            "The following delegations could not make statements: Norway, Chad and Peru.",
            ["NOR", "TCD", "PER"],
        ),
    ],
)
def test_the_list_can_stand_in_running_text(text: str, states: list[str]) -> None:
    found = not_heard(document(paragraph("26", text, heading=DIALOGUE)), FACTS)
    assert [entry.by[0] for entry in found.entries] == states


def test_where_nobody_is_named_that_is_a_doubt() -> None:
    text = "Statements which could not be delivered during the dialogue are posted on the extranet."
    found = not_heard(document(paragraph("51", text, heading=DIALOGUE)), FACTS)
    assert found.entries == ()
    assert "para. 51 names none" in found.doubts[0]


@pytest.mark.parametrize(
    "text",
    [
        "The island States could not afford to finance a commission.",
        "All written statements are posted on the extranet when available.",
    ],
)
def test_other_things_that_could_not_be_done_are_left_alone(text: str) -> None:
    assert not_heard(document(paragraph("26", text, heading=DIALOGUE)), FACTS).entries == ()


def test_the_report_that_counts_55_and_lists_54(shared_data: Path) -> None:
    document_ = read_document(shared_data / "upr_reports" / "pdf" / "china2009.pdf")
    found = not_heard(document_, review_facts(document_))
    assert len(found.entries) == 54
    assert found.doubts == ("para. 26 says 55 delegations, its note *** lists 54",)
    assert ("KOR",) in {entry.by for entry in found.entries}
