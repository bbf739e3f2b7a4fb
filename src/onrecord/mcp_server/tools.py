"""The tools: search, show a pinpoint verbatim, trace a topic, check a text. None of them writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.analysis.model import ReviewTrace
from onrecord.analysis.topics import topic
from onrecord.analysis.trace import state_named, trace
from onrecord.citations.model import Place
from onrecord.errors import NotOnRecord, UsageError, WordError
from onrecord.letters.check import check
from onrecord.letters.model import Check, Evidence
from onrecord.letters.read import parse_letter
from onrecord.mcp_server.answers import (
    Checked,
    Documents,
    Finding,
    Found,
    Ground,
    Hits,
    Places,
    Quoted,
    Reviewed,
    Shown,
    Source,
    Sources,
    Traced,
    as_held,
)
from onrecord.record.model import SearchHit
from onrecord.record.places import PlaceOnRecord, parse_reference, places_at
from onrecord.record.record import Record, open_record
from onrecord.record.rows import parse_row, row_at
from onrecord.record.search import Filters, search

MOST_HITS = 100
MOST_CHARACTERS = 400_000
"""Of a text to be checked: a letter of ten pages has some 30,000."""


class Tools:
    """The tools over the record in `folder`; each call opens it, so that what was added since is seen.

    What a tool cannot do it says with an `OnRecordError`: message and hint are for the person.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def _record(self) -> Iterator[tuple[Record, Sources]]:
        with open_record(self.folder, create=False) as record:
            yield record, Sources(record)

    def documents(self) -> Documents:
        """Every document on the record, by symbol."""
        with self._record() as (record, _):
            return Documents([as_held(stored) for stored in record.documents()])

    def search(  # noqa: PLR0913 - each filter is an argument of the tool
        self,
        query: str,
        *,
        by: str = "",
        to: str = "",
        kind: str = "",
        cycle: int = 0,
        position: str = "",
        document: str = "",
        limit: int = 20,
    ) -> Hits:
        """Hits for words and phrases, the best first. Empty filters and cycle 0 leave nothing out."""
        if not 1 <= limit <= MOST_HITS:
            raise UsageError(f"limit is {limit}.", hint=f"Choose a number from 1 to {MOST_HITS}.")
        filters = Filters(
            by=state_named(by).code if by else None,
            to=state_named(to).code if to else None,
            kind=kind or None,
            cycle=cycle or None,
            position=position or None,
            symbol=document or None,
        )
        with self._record() as (record, sources):
            found = search(record, query, limit=limit + 1, **filters)
            return Hits([_hit(record, sources, hit) for hit in found[:limit]], more=len(found) > limit)

    def show(self, pinpoint: str) -> Places:
        """What stands at "A/HRC/25/5, para. 186.241", or at the row of an export."""
        with self._record() as (record, sources):
            if row := parse_row(pinpoint):
                at = row_at(record, *row)
                source = sources.at(at.file, at.place, None, at.entries[0].as_printed)
                return Places([Shown(source, [], [], [sources.said(one) for one in at.entries])])
            symbol, places = parse_reference(pinpoint)
            if not places:
                raise UsageError(
                    f"“{pinpoint}” names a document and no place in it.",
                    hint='Write it like this: "A/HRC/25/5, para. 186.241".',
                )
            return Places([_shown(sources, place) for place in places_at(record, str(symbol), places)])

    def trace(self, state: str, about: str, by: str = "") -> Traced:
        """Who raised a topic with a State, in which review, with which answer; who did not."""
        with self._record() as (record, sources):
            traced = trace(record, state, topic(about), by)
            return Traced(
                state=traced.state,
                topic=traced.topic,
                query=traced.query,
                reviews=[_reviewed(sources, one) for one in traced.reviews],
                missing=list(traced.missing),
            )

    def check_text(self, text: str, about: str = "") -> Checked:
        """Citations, quotations and claims of a text held against the record. The text is not kept."""
        if not text.strip():
            raise UsageError("The text is empty.", hint="Give the whole text, with its notes.")
        if len(text) > MOST_CHARACTERS:
            raise UsageError(
                f"The text has {len(text):,} characters.", hint=f"At most {MOST_CHARACTERS:,} are checked."
            )
        with self._record() as (record, sources):
            return _checked(sources, check(parse_letter(text, "text"), record, topic=about))


def _hit(record: Record, sources: Sources, hit: SearchHit) -> Found:
    whole = _whole(record, hit)
    words = whole or hit.snippet.replace("«", "").replace("»", "")
    source = sources.at(hit.symbol, hit.pinpoint, hit.page, words)
    return Found(hit.kind, list(hit.by), hit.to, hit.snippet, not whole, source)


def _whole(record: Record, hit: SearchHit) -> str:
    """The passage that the hit is in, whole; "" where it has no number to be found by."""
    if row := parse_row(f"{hit.symbol}, {hit.pinpoint}"):
        return row_at(record, *row).entries[0].as_printed
    try:
        symbol, places = parse_reference(f"{hit.symbol}, para. {hit.pinpoint}")
        place = places_at(record, str(symbol), places)[0]
    except (WordError, NotOnRecord, IndexError):
        return ""
    if hit.kind == "note" and place.notes:
        return place.notes[0].text
    return _words(place)


def _words(place: PlaceOnRecord) -> str:
    """The words asked for: the acts' own where the pinpoint names a part of the paragraph."""
    if place.pinpoint != place.paragraph.pinpoint and place.entries:
        return "\n".join(dict.fromkeys(entry.text for entry in place.entries))
    if place.pinpoint != place.paragraph.pinpoint and place.notes:
        return "\n".join(note.text for note in place.notes)
    return place.paragraph.text


def _shown(sources: Sources, place: PlaceOnRecord) -> Shown:
    named = place.symbol
    return Shown(
        source=sources.at(named, place.pinpoint, place.page, _words(place)),
        headings=list(place.paragraph.headings or filter(None, (place.paragraph.heading,))),
        notes=[
            sources.at(named, f"{place.paragraph.pinpoint}, note {note.mark}", note.page, note.text)
            for note in place.notes
        ],
        acts=[sources.said(entry) for entry in place.entries],
    )


def _reviewed(sources: Sources, one: ReviewTrace) -> Reviewed:
    return Reviewed(
        symbol=one.review.symbol,
        cycle=one.review.cycle,
        date=one.review.date,
        raised=[sources.said(hit.entry) for hit in one.raised],
        answers=[sources.said(hit.entry) for hit in one.answers],
        silent=list(one.silent),
        not_heard=list(dict.fromkeys(code for entry in one.not_heard for code in entry.by)),
        questions_from=list(one.questions_from),
        unread=list(one.unread),
    )


def _checked(sources: Sources, checked: Check) -> Checked:
    letter = checked.letter
    return Checked(
        findings=[
            Finding(
                rule=finding.rule,
                severity=finding.severity,
                line=finding.line,
                words=letter.text[finding.span.start : finding.span.end],
                message=finding.message,
                suggestion=finding.suggestion,
                evidence=[_ground(sources, checked, evidence) for evidence in finding.evidence],
            )
            for finding in checked.findings
        ],
        quotations=[
            Quoted(
                words=quotation.text,
                line=letter.line_of(quotation.span.start),
                verdict=quotation.verdict,
                reason=quotation.reason,
                source=_source(sources, quotation.at),
            )
            for quotation in checked.quotations
        ],
        documents=list(checked.documents),
        topics=list(checked.topics),
    )


def _ground(sources: Sources, checked: Check, evidence: Evidence) -> Ground:
    if evidence.place is not None:
        return Ground(evidence.why, _source(sources, evidence.place))
    span = evidence.span
    return Ground(evidence.why, words=checked.letter.text[span.start : span.end] if span else "")


def _source(sources: Sources, place: Place | None) -> Source | None:
    return None if place is None else sources.at(place.symbol, place.paragraph, place.page, place.words)
