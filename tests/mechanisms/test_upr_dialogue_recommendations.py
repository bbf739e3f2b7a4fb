"""Recommendations that stand only in the dialogue."""

from __future__ import annotations

from pathlib import Path

from tests.mechanisms.factories import FACTS, document, paragraph

from onrecord.documents.read import read_document
from onrecord.mechanisms.upr_dialogue import statements
from onrecord.mechanisms.upr_dialogue_recommendations import dialogue_recommendations
from onrecord.mechanisms.upr_facts import review_facts

DIALOGUE = ("B. Interactive dialogue and responses by the State under review",)
CANADA = (
    "Canada recommended that the Netherlands: (a) train judges; (b) ratify the Covenant; and (c) end torture."
)
NORWAY = "Norway recommended that the police be trained. It further recommended that prisons be closed."
ITEM = (
    paragraph("60", "The following recommendations enjoy the support of the Netherlands:"),
    paragraph("1", "Train judges (Canada);", parent="60"),
)


def refused(named: str):
    words = f"The recommendations noted in {named} above did not enjoy the support of the Netherlands."
    made = document(
        paragraph("28", CANADA, heading=DIALOGUE),
        paragraph("33", NORWAY, heading=DIALOGUE),
        *ITEM,
        paragraph("61", words),
    )
    return dialogue_recommendations(made, FACTS, statements(made, FACTS))


def test_a_letter_named_in_chapter_ii_has_the_position_stated_there() -> None:
    (entry,) = refused("paragraph 28 (b)").entries
    assert (entry.pinpoint, entry.text, entry.by) == ("28 (b)", "ratify the Covenant", ("CAN",))
    assert (entry.section, entry.position, entry.position_as_written) == (
        "dialogue",
        "noted",
        "did not enjoy the support",
    )
    assert entry.position_at is not None
    assert (entry.position_at.symbol, entry.position_at.paragraph) == (FACTS.symbol, "61")
    assert entry.as_printed == CANADA


def test_a_paragraph_named_without_a_letter_means_all_its_recommendations() -> None:
    assert [entry.number for entry in refused("paragraph 28").entries] == ["(a)", "(b)", "(c)"]


def test_what_chapter_ii_does_not_name_stands_there_in_full_and_is_not_read_twice() -> None:
    assert {entry.paragraph for entry in refused("paragraph 28").entries} == {"28"}


def test_the_last_sentence_can_be_meant_alone() -> None:
    (entry,) = refused("paragraph 33 (last sentence)").entries
    assert entry.text == "prisons be closed"


def test_letters_that_the_paragraph_lost_are_counted_and_the_count_is_marked() -> None:
    (entry,) = refused("paragraph 33 (b)").entries
    assert (entry.text, entry.number) == ("prisons be closed", None)
    assert "33 (b)" in entry.inferred[0].evidence


def test_a_reference_that_leads_to_nothing_is_a_doubt() -> None:
    found = refused("paragraphs 28 (g)")
    assert found.entries == ()
    assert found.doubts == ("para. 61 refers to a recommendation in 28 (g); none was found there",)


def test_the_refusals_of_a_report_of_session_4(shared_data: Path) -> None:
    document_ = read_document(shared_data / "upr_reports" / "pdf" / "china2009.pdf")
    facts = review_facts(document_)
    found = dialogue_recommendations(document_, facts, statements(document_, facts))
    entries = {entry.pinpoint: entry for entry in found.entries}
    canada, czech = entries["28 (g)"], entries["82 (a)"]
    assert canada.by == ("CAN",)
    assert canada.text.startswith("take immediate measures to implement the recommendations of November 2008")
    assert canada.text.endswith(
        "the non-refoulement of refugees from the Democratic People’s Republic of Korea"
    )
    assert (canada.position, czech.position, czech.by) == ("noted", "noted", ("CZE",))
    assert "28 (b)" not in entries
    assert found.doubts == ()
    assert canada.place
