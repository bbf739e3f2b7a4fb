"""Statements and replies in order."""

from __future__ import annotations

from pathlib import Path

from tests.mechanisms.factories import FACTS, document, paragraph

from onrecord.documents.read import read_document
from onrecord.mechanisms.upr_dialogue import statements
from onrecord.mechanisms.upr_facts import review_facts

PRESENTATION = ("I. Summary of the proceedings", "A. Presentation by the State under review")
DIALOGUE = (
    "I. Summary of the proceedings",
    "B. Interactive dialogue and responses by the State under review",
)


def said(*texts: str, heading: tuple[str, ...] = DIALOGUE):
    paragraphs = [paragraph(str(at), text, heading=heading) for at, text in enumerate(texts, start=20)]
    return statements(document(*paragraphs), FACTS)


def test_the_presentation_is_the_state_under_review() -> None:
    (entry,) = said("Courts were independent.", heading=PRESENTATION)
    assert (entry.kind, entry.section, entry.by, entry.inferred) == ("reply", "presentation", ("NLD",), ())


def test_a_statement_carries_its_place_and_its_review() -> None:
    (entry,) = said("Canada welcomed the measures taken.")
    assert (entry.kind, entry.pinpoint, entry.by, entry.to) == ("statement", "20", ("CAN",), "NLD")
    assert (entry.cycle, entry.session, entry.date) == (2, 20, "2014-10-27")
    assert entry.by_as_printed == ("Canada",)


def test_it_also_asked_belongs_to_the_speaker_before_and_says_so() -> None:
    _, entry = said("Canada welcomed the measures.", "It also asked about prisons.")
    assert (entry.kind, entry.by) == ("statement", ("CAN",))
    assert [(found.field, found.evidence) for found in entry.inferred] == [("by", "goes on after para. 20")]


def test_an_answer_runs_on_until_the_next_speaker() -> None:
    entries = said(
        "Canada welcomed the measures.",
        "The delegation said that courts were independent.",
        "Women played an important role.",
        "Norway asked about prisons.",
    )
    assert [entry.kind for entry in entries] == ["statement", "reply", "reply", "statement"]
    assert entries[2].inferred[0].evidence == "goes on after para. 21"


def test_a_paragraph_by_nobody_says_why() -> None:
    _, entry = said("Canada welcomed the measures.", "Women played an important role.")
    assert (entry.kind, entry.by) == ("statement", ())
    assert "no speaker is named" in entry.inferred[0].evidence


def test_other_chapters_hold_no_statements() -> None:
    assert said("Canada welcomed the measures.", heading=("II. Conclusions and/or recommendations",)) == ()


def test_the_dialogue_of_a_report_of_session_4(shared_data: Path) -> None:
    document_ = read_document(shared_data / "upr_reports" / "pdf" / "china2009.pdf")
    entries = {entry.paragraph: entry for entry in statements(document_, review_facts(document_))}
    assert entries["28"].by == ("CAN",)
    assert entries["30"].by == ("NLD",)
    assert entries["82"].by == ("CZE",)
    assert (entries["112"].kind, entries["112"].by) == ("reply", ("CHN",))
    assert len({code for entry in entries.values() if entry.kind == "statement" for code in entry.by}) >= 59


def test_the_dialogue_of_a_report_of_session_34(shared_data: Path) -> None:
    document_ = read_document(shared_data / "slovenia" / "cycle3" / "g1934994.pdf")
    entries = statements(document_, review_facts(document_))
    assert len({code for entry in entries if entry.kind == "statement" for code in entry.by}) == 81
