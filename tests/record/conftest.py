"""Records and documents for the tests of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.documents.model import Box, Document, LineSpan, Note, NoteCall, Paragraph, Problem
from onrecord.mechanisms.model import Entry, PositionAt, Reading, ReviewFacts
from onrecord.record.record import Record, open_record
from onrecord.record.store import as_rows, write

Keep = Callable[..., int]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "record") as opened:
        yield opened


@pytest.fixture
def keep(record: Record) -> Keep:
    """Put a document that was made by hand on the record."""

    def kept(document: Document, *entries: Entry, review: ReviewFacts | None = None) -> int:
        prepared = as_rows(document, Reading("upr_report", entries, review, ("a doubt",)))
        with record.database.writing() as connection:
            return write(connection, prepared, 10, "2026-01-01T00:00:00+00:00", "test")

    return kept


@pytest.fixture
def china(keep: Keep) -> Document:
    """A small report on China that is on the record, with a paragraph, a note, and four entries."""
    document = Document(
        name="china.pdf",
        sha256="c" * 64,
        format="pdf",
        pages=3,
        symbol="A/HRC/99/1",
        title="Report",
        paragraphs=(
            Paragraph("1", "In the annex's shadow", 3, zone="annex"),
            Paragraph("1", "Délégations spoke.", 1, note_calls=(NoteCall("***", 5),)),
            Paragraph(
                "28",
                "Canada recommended (a) reform its courts; (b) honour non-refoulement of refugees.",
                2,
                heading="B. Interactive dialogue",
                lines=(LineSpan(0, Box(2, 1.5, 2.25, 3.0, 4.0)),),
            ),
            Paragraph("29", "한국은 강제송환을 우려했다. 北朝鮮難民 were named.", 2),
            Paragraph("186", "These will be examined by China:", 3),
            Paragraph(
                "186.1",
                "Accept the recommendations of UNHCR on refugee issues (Republic of Korea);",
                3,
                parent="186",
            ),
        ),
        notes=(Note("***", "Norway and Chile could not speak on asylum.", 1, called_at="1"),),
        problems=(Problem("This page holds no text.", 2),),
    )
    facts = {"symbol": "A/HRC/99/1", "to": "CHN", "cycle": 2, "session": 17}
    keep(
        document,
        Entry(
            "not_heard",
            section="dialogue",
            paragraph="1",
            page=1,
            text="Norway",
            by=("NOR",),
            note="***",
            **facts,
        ),
        Entry(
            "recommendation",
            section="dialogue",
            paragraph="28",
            number="(a)",
            page=2,
            text="reform its courts",
            by=("CAN",),
            position="noted",
            position_at=PositionAt("A/HRC/99/1", "117"),
            **facts,
        ),
        Entry(
            "recommendation",
            section="dialogue",
            paragraph="28",
            number="(b)",
            page=2,
            text="honour non-refoulement of refugees",
            by=("CAN",),
            position="noted",
            **facts,
        ),
        Entry(
            "recommendation",
            section="conclusions",
            paragraph="186",
            number="186.1",
            page=3,
            text="Accept the recommendations of UNHCR on refugee issues",
            by=("KOR", "CAN"),
            position="pending",
            **facts,
        ),
        review=ReviewFacts("A/HRC/99/1", "CHN", 17, 2, "2013-10-22", "", "", ("POL",), ("GBR", "NLD")),
    )
    return document
