"""What was said in the Council's plenary when a review's outcome was adopted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from onrecord.documents.model import Document, Paragraph
from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.plenary import plenary

CHAPTER = "VI. Universal periodic review"
OWN = "1. Views expressed by the State under review on the recommendations and/or conclusions"
OTHERS = "2. Views expressed by member and observer States of the Human Rights Council on the outcome"
STAKEHOLDERS = "3. General comments made by other stakeholders"
CLOSING = "4. Concluding remarks of the State under review"


def session_report(*said: tuple[str, str]) -> Document:
    """A report of paragraphs 10, 11, …, each under the chapter and the heading given."""
    paragraphs = tuple(
        Paragraph(str(number), text, 1, heading=heading, headings=(CHAPTER, heading))
        for number, (heading, text) in enumerate(said, 10)
    )
    return Document("report.pdf", "0" * 64, "pdf", 1, paragraphs, symbol="A/HRC/28/2", date="2015-06-15")


REPORT = session_report(
    (
        "A. Consideration of review outcomes",
        "At its 40th meeting the Council considered nothing of the kind.",
    ),
    (
        "Slovenia",
        "The review of Slovenia was held on 4 November 2014 in conformity with decisions of the Council.",
    ),
    (OWN, "The delegation of Slovenia explained the State’s position on the recommendations."),
    (
        OTHERS,
        "During the adoption of the outcome of the review of Slovenia, two delegations made statements.",
    ),
    (OTHERS, "China commended Slovenia for its constructive participation."),
    (OTHERS, "The Council of Europe stated that discrimination against Roma was a challenge."),
    (STAKEHOLDERS, "Amnesty International welcomed the acceptance of numerous recommendations."),
    (
        CLOSING,
        "The President stated that, out of 163 recommendations received, Slovenia had supported 142 and noted 21.",
    ),
    (CLOSING, "The delegation thanked all the speakers for their comments."),
    ("Egypt", "The review of Egypt was held on 5 November 2014 in conformity with decisions of the Council."),
    (OWN, "The delegation stated that Egypt had examined all recommendations."),
)


def test_each_paragraph_belongs_to_the_state_whose_part_it_stands_in() -> None:
    entries, _ = plenary(REPORT)
    assert [(e.kind, e.paragraph, e.by, e.to, e.cycle, e.session) for e in entries] == [
        ("reply", "12", ("SVN",), "SVN", 2, 20),
        ("statement", "14", ("CHN",), "SVN", 2, 20),
        ("statement", "15", (), "SVN", 2, 20),
        ("statement", "16", (), "SVN", 2, 20),
        ("reply", "18", ("SVN",), "SVN", 2, 20),
        ("reply", "20", ("EGY",), "EGY", 2, 20),
    ]
    assert {(e.section, e.symbol) for e in entries} == {("plenary", "A/HRC/28/2")}


def test_the_totals_that_are_announced_are_kept_in_their_words() -> None:
    _, facts = plenary(REPORT)
    assert [fact.value for fact in facts] == [
        "SVN, 2014-11-04: out of 163 recommendations received, Slovenia had supported 142 and noted 21"
    ]


def test_other_chapters_say_nothing_of_reviews() -> None:
    other = Paragraph(
        "30",
        "The review of Slovenia was held on 4 November 2014.",
        1,
        headings=("VII. Human rights situation",),
    )
    assert plenary(Document("r.pdf", "0" * 64, "pdf", 1, (other,), symbol="A/HRC/28/2")) == ((), ())


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "states", "outcome", "speakers"),
    [
        ("cycle2/g1913313.pdf", 14, "Slovenia had supported 142 recommendations and noted 21", 7),
        ("cycle3/g2110341.pdf", 14, "182 had enjoyed the support of Slovenia and 33 had been noted", 12),
    ],
)
def test_real_session_reports_give_every_state_and_the_totals(
    shared_data: Path, name: str, states: int, outcome: str, speakers: int
) -> None:
    reading = read_entries(read_document(shared_data / "slovenia" / name))
    said = [e for e in reading.entries if e.section == "plenary"]
    assert len({e.to for e in said}) == states
    assert any(outcome in fact.value for fact in reading.facts)
    slovenia = Counter(e.kind for e in said if e.to == "SVN" and e.by)
    assert slovenia["statement"] == speakers
    assert slovenia["reply"] > 10
