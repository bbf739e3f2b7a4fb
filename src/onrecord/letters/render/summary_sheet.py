"""The front of a dossier: what was counted, and what could not be checked and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from urllib.parse import quote

from onrecord.analysis.model import Trace
from onrecord.citations.model import Citation, Quotation
from onrecord.letters.model import Check
from onrecord.letters.render.facts import state_name
from onrecord.letters.render.letter_sheet import ranked, short
from onrecord.letters.render.sheet import Count, Gap, Link, Source
from onrecord.letters.render.shelf import CARDS
from onrecord.letters.render.words import (
    CITATIONS,
    OTHER_SOURCE,
    SEVERITIES,
    VERDICTS,
    Tone,
    citation_tone,
    counted,
    day,
    listed,
    severity_tone,
    verdict_tone,
)
from onrecord.record.model import StoredDocument


def citation_counts(check: Check) -> tuple[Count, ...]:
    """The citations by status."""
    rows = [(citation_tone(c.status, c.kind), _cited(check, i, c)) for i, c in enumerate(check.citations, 1)]
    return _counts([*CITATIONS.values(), OTHER_SOURCE], rows)


def quotation_counts(check: Check) -> tuple[Count, ...]:
    """The quotations by verdict."""
    rows = [
        (
            verdict_tone(q.verdict),
            Link(f"q{i}", f"{check.letter.place_of(q.span.start)}: {short(q.text)}"),
        )
        for i, q in enumerate(check.quotations, 1)
    ]
    return _counts(list(VERDICTS.values()), rows)


def finding_counts(check: Check) -> tuple[Count, ...]:
    """The findings by severity, heaviest first."""
    rows = [
        (severity_tone(f.severity), Link(f"finding{i}", f"F{i}: {short(f.message)}"))
        for i, f in enumerate(ranked(check.findings), 1)
    ]
    return _counts(list(SEVERITIES.values()), rows)


def held_against(
    check: Check, documents: Iterable[StoredDocument], tables: Collection[str] = ()
) -> list[StoredDocument]:
    """The documents on the record that the letter cites, and those in which its quotations were found.

    `tables` are the names of those that tell what became of recommendations at second hand; they have no symbol.
    """
    found = {quotation.at.symbol for quotation in check.quotations if quotation.at}
    return [
        d
        for d in documents
        if (d.symbol in found or d.symbol in check.documents if d.symbol else d.name in tables)
    ]


def opening(
    check: Check, documents: Sequence[StoredDocument], tables: Collection[str] = ()
) -> tuple[str, ...]:
    """The summary in plain sentences; `documents` are all on the record, `tables` as in `held_against`."""
    first = (
        f"The letter has {counted(len(check.citations), 'citation', 'citations')} and "
        f"{counted(len(check.quotations), 'quotation', 'quotations')}. {_comparison(check, documents, tables)}"
    )
    weights = [
        counted(len(count.rows), count.tone.word.lower(), f"{count.tone.word.lower()}s")
        for count in finding_counts(check)
    ]
    second = f"The check found {listed(weights)}." if weights else "The check found nothing to mend."
    open_ = sum(1 for q in check.quotations if q.verdict == "cannot_check")
    third = (
        f"{counted(open_, 'quotation', 'quotations')} could not be checked, which does not mean that "
        f"{'it is' if open_ == 1 else 'they are'} wrong: see what could not be checked, and why."
    )
    return (first, second, third) if open_ else (first, second)


def _comparison(check: Check, documents: Sequence[StoredDocument], tables: Collection[str]) -> str:
    held = held_against(check, documents, tables)
    if not documents:
        return "The record is empty, so nothing could be compared."
    if not held:
        on_record = counted(len(documents), "document", "documents")
        return f"It cites none of the {on_record} on the record; its words were looked for in all of them."
    what = counted(len(held), "document", "documents")
    if all(document.kind == CARDS for document in held):
        what = f"cards: short excerpts of {what}"
    more = len(documents) - len(held)
    rest = f", and looked for in {counted(more, 'other', 'others')} on the record" if more else ""
    return f"They were held against {what}{rest}."


def sources(documents: Iterable[StoredDocument]) -> tuple[Source, ...]:
    """These documents, each with its hash, so that it can be known again."""
    return tuple(
        Source(
            symbol=f"{d.symbol}*" if d.symbol and d.reissued else d.symbol or d.name,
            title=_without_pages(d.title) or ("" if not d.symbol else d.name),
            date=day(d.date),
            extent=_extent(d),
            sha256=d.sha256,
            url=address(d.symbol) if d.symbol else "",
        )
        for d in documents
    )


def _without_pages(title: str) -> str:
    """The title of a table without the number of a page that its header adds: "… Page 52 of 53"."""
    return re.sub(r"\s*\bPage \d+ of \d+\s*$", "", title)


def _extent(document: StoredDocument) -> str:
    if document.kind == CARDS:
        return f"cards: excerpts of its {counted(document.pages, 'page', 'pages')}"
    if document.pages and document.original.suffix == ".pdf":
        return counted(document.pages, "page", "pages")
    return "plain text"


def address(symbol: str) -> str:
    """The public address of a UN document."""
    return f"https://undocs.org/{quote(symbol, safe='/.')}"


def gaps(check: Check, traces: Sequence[Trace], documents: Iterable[StoredDocument]) -> tuple[Gap, ...]:
    """What could not be checked, why, and what to add to the record to check it."""
    found = (
        *(Gap(what="The letter’s file", why=problem) for problem in check.letter.problems),
        *_excerpts(documents),
        *_missing_documents(check),
        *_unresolved(check),
        *_unchecked(check),
        *_unread(traces),
    )
    return tuple(dict.fromkeys(found))  # several topics of one State lack the same


def _excerpts(documents: Iterable[StoredDocument]) -> Iterable[Gap]:
    for document in documents:
        if document.kind == CARDS:
            yield Gap(
                what=document.symbol,
                why="is on the record as cards: excerpts, not the whole document. Only the carded paragraphs "
                "could be compared; of all others nothing can be said.",
                remedy=f"Fetch {document.symbol} from its public address and add the file: onrecord add FILE",
                url=address(document.symbol),
            )


def _missing_documents(check: Check) -> Iterable[Gap]:
    missing: dict[str, list[Link]] = {}
    for i, citation in enumerate(check.citations, 1):
        if citation.status == "not_on_record" and citation.symbol:
            missing.setdefault(citation.symbol, []).append(_cited(check, i, citation))
    for symbol, rows in missing.items():
        quoted = [
            _quoted(check, i, q) for i, q in enumerate(check.quotations, 1) if _absent(check, q) == symbol
        ]
        cited = counted(len(rows), "citation", "citations")
        with_quoted = f" and {counted(len(quoted), 'quotation', 'quotations')}" if quoted else ""
        yield Gap(
            what=symbol,
            why=f"is not on the record, so {cited}{with_quoted} could not be checked.",
            rows=(*rows, *quoted),
            remedy=f"Fetch {symbol} from its public address and add the file: onrecord add FILE",
            url=address(symbol),
        )


def _absent(check: Check, quotation: Quotation) -> str:
    """The symbol of the document that a quotation could not be held against, or ""."""
    if quotation.verdict != "cannot_check" or quotation.cited is None:
        return ""
    citation = check.citations[quotation.cited]
    return citation.symbol if citation.status == "not_on_record" else ""


def _unresolved(check: Check) -> Iterable[Gap]:
    reasons: dict[str, list[Link]] = {}
    for i, citation in enumerate(check.citations, 1):
        known = citation.status == "not_on_record" and citation.symbol
        if citation.status != "resolved" and not known and citation.kind != "other":
            reason = citation.reason or "the place that is meant cannot be told"
            reasons.setdefault(reason, []).append(_cited(check, i, citation))
    for reason, rows in reasons.items():
        yield Gap(
            what=counted(len(rows), "citation", "citations") + " unresolved", why=reason, rows=tuple(rows)
        )


def _unchecked(check: Check) -> Iterable[Gap]:
    reasons: dict[str, list[Link]] = {}
    for i, quotation in enumerate(check.quotations, 1):
        if quotation.verdict == "cannot_check" and not _absent(check, quotation):
            reason = quotation.reason or "no source on the record is named for it"
            reasons.setdefault(reason, []).append(_quoted(check, i, quotation))
    for reason, rows in reasons.items():
        yield Gap(
            what=counted(len(rows), "quotation", "quotations") + " not checked", why=reason, rows=tuple(rows)
        )


def _unread(traces: Sequence[Trace]) -> Iterable[Gap]:
    for trace in traces:
        for review in trace.reviews:
            for line in review.unread:
                yield Gap(
                    what=f"{state_name(trace.state)}, {day(review.review.date) or review.review.symbol}",
                    why=line,
                )
        for line in trace.missing:
            yield Gap(what=state_name(trace.state), why=line)


def _cited(check: Check, i: int, citation: Citation) -> Link:
    at = f"note {citation.note}" if citation.note else check.letter.place_of(citation.span.start)
    return Link(f"c{i}", f"{at}: {short(citation.as_written)}")


def _quoted(check: Check, i: int, quotation: Quotation) -> Link:
    return Link(f"q{i}", f"{check.letter.place_of(quotation.span.start)}: {short(quotation.text)}")


def _counts(tones: list[Tone], rows: list[tuple[Tone, Link]]) -> tuple[Count, ...]:
    counts = (Count(tone, tuple(link for found, link in rows if found == tone)) for tone in tones)
    return tuple(count for count in counts if count.rows)
