"""RTF to a Document; everything is on page 1, without boxes."""

from __future__ import annotations

from onrecord.documents.details import Details
from onrecord.documents.flow import document_of
from onrecord.documents.model import Document
from onrecord.documents.passages import Flow, Tally
from onrecord.documents.rtf_reader import RtfReader


def read_rtf(data: bytes, name: str) -> Document:
    """Read RTF: paragraphs with the list numbers that stand in the file, headings, notes, tables.

    Text marked as deleted is left out and a Problem says so. Raises UnreadableDocument where groups
    stand too deep in one another, or the file holds no words.
    """
    return document_of(rtf_flow(data, name), data, name, "rtf")


def rtf_flow(data: bytes, name: str, details: Details | None = None) -> Flow:
    """An RTF as passages, tables and notes; `details` are filled where they are wanted.

    Raises UnreadableDocument where groups stand too deep in one another.
    """
    flow, tally = Flow(), Tally()
    RtfReader(name, flow, tally, details).read(data)
    flow.problems = tally.problems()
    return flow
