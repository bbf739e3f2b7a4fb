"""Commissions of inquiry and mandate holders' reports: findings, recommendations, addressees."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.model import Document, Paragraph
from onrecord.documents.read import read_document
from onrecord.mechanisms.addressed import addressed
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.inquiry import read_inquiry
from onrecord.mechanisms.mandate_reports import read_mandate_report

INQUIRY = """\
United Nations
A/HRC/99/63
General Assembly
Distr.: General
7 February 2014
Original: English
Human Rights Council
Report of the commission of inquiry on human rights in Myanmar
I. Introduction
1. The Council established the commission.
II. Findings
2. The commission finds that persons were detained.
3. There are reasonable grounds to believe that crimes were committed.
III. Recommendations
4. The commission of inquiry recommends that China and other States:
(a) Respect the principle of non-refoulement; and
(b) Provide access to the border.
5. The commission further recommends that the Security Council refer the situation.
6. It urges Myanmar to release the detained.
"""


def read(text: str, tmp_path: Path) -> Document:
    file = tmp_path / "report.txt"
    file.write_text(text, encoding="utf-8")
    return read_document(file)


def test_a_commission_of_inquiry_finds_and_recommends(tmp_path: Path) -> None:
    reading = read_entries(read(INQUIRY, tmp_path))
    assert reading.kind == "inquiry"
    assert [(e.kind, e.pinpoint, e.to, e.to_as_printed) for e in reading.entries] == [
        ("finding", "2", "MMR", ""),
        ("finding", "3", "MMR", ""),
        ("recommendation", "4 (a)", "CHN", "China and other States"),
        ("recommendation", "4 (b)", "CHN", "China and other States"),
        ("recommendation", "5", "", "the Security Council"),
        ("recommendation", "6", "MMR", "Myanmar"),
    ]
    assert reading.entries[2].text == "Respect the principle of non-refoulement"
    assert reading.entries[2].position == "not_stated"


MANDATE = """\
United Nations
A/HRC/40/64/Add.9
General Assembly
Distr.: General
Human Rights Council
Visit to Slovenia
Report of the Special Rapporteur on minority issues
I. Introduction
1. The Special Rapporteur visited the country.
II. Conclusions and recommendations
2. The Special Rapporteur recommends that the Government:
(a) Adopt a law;
(b) Fund it.
3. He calls upon the international community to help.
"""


def test_a_report_on_a_visit_goes_to_the_state_that_was_visited(tmp_path: Path) -> None:
    reading = read_entries(read(MANDATE, tmp_path))
    assert reading.kind == "mandate_report"
    assert reading.fact("visited") == "SVN"
    assert [(e.pinpoint, e.by, e.to, e.to_as_printed, bool(e.inferred)) for e in reading.entries] == [
        ("2 (a)", ("SR on minority issues",), "SVN", "the Government", True),
        ("2 (b)", ("SR on minority issues",), "SVN", "the Government", True),
        ("3", ("SR on minority issues",), "", "the international community", False),
    ]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        (
            "The commission of inquiry recommends that China and other States: (a) Respect",
            "China and other States",
        ),
        ("The Special Rapporteur calls upon Member States to act.", "Member States"),
        (
            "The Working Group on the matter also urges the Government of Chile to act.",
            "the Government of Chile",
        ),
        ("The Government should: (a) Adopt", "The Government"),
    ],
)
def test_whom_a_recommendation_addresses(text: str, addressee: str) -> None:
    found = addressed(text)
    assert found is not None
    assert found.addressee == addressee


@pytest.mark.parametrize("text", ["The State recommended nothing.", "Recommendations were made.", ""])
def test_what_recommends_nothing_has_no_addressee(text: str) -> None:
    assert addressed(text) is None


texts = st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P", "Zs"]), max_size=60)
formulas = st.sampled_from(
    ["The commission recommends that China: ", "(a) Act; ", "(b) Stop. ", "It finds that ", ""]
)
paragraphs = st.builds(
    lambda number, a, b, text: Paragraph(number, a + b + text, 1), st.just("1"), formulas, formulas, texts
)


@given(st.lists(paragraphs, max_size=5))
def test_any_document_is_read_and_every_entry_stands_in_it(found: list[Paragraph]) -> None:
    document = Document("x", "0", "text", 1, tuple(found), title="Visit to Slovenia")
    for read_it in (read_inquiry, read_mandate_report):
        for entry in read_it(document).entries:
            assert any(entry.text in p.text for p in found)
