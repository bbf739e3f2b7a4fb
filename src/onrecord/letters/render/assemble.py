"""Puts a dossier together from a check, its traces and the record, before anything is set in type."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from onrecord.analysis.model import Trace
from onrecord.letters.decisions import Decided
from onrecord.letters.model import Check, Letter
from onrecord.letters.render import summary_sheet as summary
from onrecord.letters.render.finding_sheet import finding_items
from onrecord.letters.render.letter_sheet import LetterSheet
from onrecord.letters.render.sheet import Dossier
from onrecord.letters.render.shelf import Shelf
from onrecord.letters.render.trace_sheet import trace_sheet
from onrecord.letters.render.visible import all_visible
from onrecord.letters.render.words import day
from onrecord.record.model import ReadsRecord

LONGEST_TITLE = 140


def assemble(
    check: Check, traces: Sequence[Trace], record: ReadsRecord, decided: Decided | None = None
) -> Dossier:
    """The dossier as values. No string in it holds a control character; all else is as it came."""
    shelf = Shelf(record)
    documents = record.documents()
    tables = _tables(check, shelf)
    held = summary.held_against(check, documents, tables)
    letter = LetterSheet(check, shelf)
    dossier = Dossier(
        title=_title(check.letter),
        name=check.letter.name,
        date=day(check.letter.date),
        sha256=hashlib.sha256(check.letter.text.encode("utf-8", "surrogatepass")).hexdigest(),
        language="en",
        opening=summary.opening(check, documents, tables),
        sources=summary.sources(held),
        citations=summary.citation_counts(check),
        quotations=summary.quotation_counts(check),
        findings_by_weight=summary.finding_counts(check),
        gaps=summary.gaps(check, traces, held),
        body=letter.body(),
        notes=letter.notes(),
        findings=finding_items(check, shelf, decided),
        traces=tuple(trace_sheet(trace, i, shelf) for i, trace in enumerate(traces, 1)),
        # Last: only now is it known which places are needed, and for what.
        cards=shelf.cards(),
    )
    shown: Dossier = all_visible(dossier)
    return shown


def _tables(check: Check, shelf: Shelf) -> set[str]:
    """The files of the tables that tell what became of the recommendations that the letter cites or quotes."""
    cited = {
        (c.symbol, place) for c in check.citations for place in c.pinpoints if c.symbol in check.documents
    }
    quoted = {(q.at.symbol, q.at.paragraph) for q in check.quotations if q.at}
    return {file for symbol, place in cited | quoted for file in shelf.tellers(symbol, place)}


def _title(letter: Letter) -> str:
    """The letter's first line where it is short enough to be a title, else the name of its file."""
    first = next((line.strip(" #*_") for line in letter.text.splitlines() if line.strip(" #*_")), "")
    return first if 0 < len(first) <= LONGEST_TITLE else letter.name
