"""The documents beside a review's report: national report, compilation, summary, mid-term report, letter.

Source: Human Rights Council resolution 5/1, annex, para. 15 (a) to (c); the mid-term report is voluntary
(resolution 16/21, annex, para. 18); the High Commissioner writes to the State after the review's outcome.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.documents.model import Document, Note, Paragraph
from onrecord.errors import StateError
from onrecord.mechanisms import background_patterns as patterns
from onrecord.mechanisms.model import Entry, Fact, Inference, Reading, ReviewFacts
from onrecord.mechanisms.relevant import relevant_recommendations
from onrecord.mechanisms.speaking_bodies import speakers
from onrecord.mechanisms.submissions import contributors, named_in_text, submitters
from onrecord.told import Told, tell
from onrecord.un.review import cycle_of_session, review, session_named
from onrecord.un.state_names import all_states
from onrecord.un.states import find_state, find_states, state


def background_kind(document: Document) -> str:
    """Which of these documents it is, or "" where it is none.

    "national_report", "compilation", "summary", "midterm_report" or "hc_letter". The symbol tells; without
    one, the title page.
    """
    found = patterns.SYMBOL.fullmatch(document.symbol)
    if found:
        return patterns.KINDS[found["kind"]]
    if document.symbol:
        return ""
    front = (
        " ".join((document.title, *document.front)) or " ".join(p.text for p in document.paragraphs[:2])[:600]
    )
    for kind, title in patterns.TITLES:
        if title.search(front):
            return kind
    return "hc_letter" if _is_letter(document) else ""


def is_background(document: Document) -> bool:
    """Whether the document is one of those that a review starts from or ends with."""
    return bool(background_kind(document))


def _is_letter(document: Document) -> bool:
    text = "\n".join((*document.front, *(p.text for p in document.paragraphs[:40])))
    return all(
        formula.search(text)
        for formula in (patterns.EXCELLENCY, patterns.HIGH_COMMISSIONER, patterns.REVIEW_NAMED)
    )


def read_background(document: Document) -> Reading:
    """Read one of these documents; every numbered paragraph is an entry.

    A national or mid-term report gives the State's statements; a compilation, observations of the bodies
    that it reports; a summary, statements of those who contributed; the letter, observations of OHCHR.
    """
    kind = background_kind(document)
    facts = _facts_of_letter(document) if kind == "hc_letter" else _facts(document)
    doubts: list[Told] = []
    if kind == "compilation":
        entries = tuple(_compiled(document, facts))
    elif kind == "summary":
        entries = tuple(_summarised(document, facts, doubts))
    elif kind == "hc_letter":
        entries = tuple(_of_letter(document, facts))
    else:
        entries = tuple(_of_state(document, facts, kind))
    if not facts.state:
        doubts.append(tell("the title page names no State under review"))
    return Reading(kind, entries, facts, tuple(doubts), tuple(_told(document, kind)))


def _told(document: Document, kind: str) -> Iterator[Fact]:
    if kind == "summary":
        for code, name in contributors(document).items():
            yield Fact("contributor", f"{code}: {name}")
    for found in relevant_recommendations(document):
        yield Fact("relevant_recommendations", found.as_text())


def _facts(document: Document) -> ReviewFacts:
    found = patterns.SYMBOL.fullmatch(document.symbol)
    session = int(found["session"]) if found else _session(document)
    return ReviewFacts(
        symbol=document.symbol,
        state=_by_code(found["state"]) if found else _state(document),
        session=session,
        cycle=cycle_of_session(session) if session else None,
        date=document.date,
        adopted="",
        distributed=document.date,
    )


def _facts_of_letter(document: Document) -> ReviewFacts:
    """The review that the letter's first sentence names; its letterhead names other places."""
    facts = _facts(document)
    words = " ".join(p.text for p in document.paragraphs[:6])
    found = patterns.LETTER_REVIEW.search(words)
    named = find_states(found["state"]) if found else []
    if not found or not named:
        return facts
    held = review(named[0].state.code, session_named(found["ordinal"].lower()) or 0)
    return replace(
        facts,
        state=named[0].state.code,
        session=held.session if held else facts.session,
        cycle=held.cycle if held else facts.cycle,
    )


def _by_code(code: str) -> str:
    try:
        return state(code).code
    except StateError:
        named = find_state(code)
        return named.code if named else ""


def _session(document: Document) -> int | None:
    for line in document.front:
        found = patterns.SESSION.fullmatch(line.strip())
        number = session_named(next(filter(None, found.groups()))) if found else None
        if number:
            return number
    return None


def _state(document: Document) -> str:
    for line in (*document.front, document.title):
        named = find_state(line.strip(" *∗"))
        if named:
            return named.code
    for line in (document.title, *document.front, *(p.text for p in document.paragraphs[:3])):
        within = find_states(line[:300])
        if within:
            return within[0].state.code
    return ""


def numbered(document: Document) -> list[Paragraph]:
    """The numbered paragraphs of a document's own text, lists included."""
    return [p for p in document.paragraphs if p.number and p.text and p.zone in {"body", "annex"}]


def _entry(paragraph: Paragraph, kind: str, section: str, facts: ReviewFacts) -> Entry:
    return Entry(
        kind=kind,
        symbol=facts.symbol,
        section=section,
        paragraph=paragraph.parent or paragraph.number or "",
        page=paragraph.page,
        text=paragraph.text,
        as_printed=paragraph.printed or paragraph.text,
        number=paragraph.number if paragraph.parent else None,
        to=facts.state,
        cycle=facts.cycle,
        session=facts.session,
        date=facts.date,
        place=paragraph.place(0, len(paragraph.text)),
    )


def _of_state(document: Document, facts: ReviewFacts, kind: str) -> Iterator[Entry]:
    by = (facts.state,) if facts.state else ()
    for paragraph in numbered(document):
        yield replace(_entry(paragraph, "statement", kind, facts), by=by)
    if kind == "midterm_report":
        yield from _rows(document, facts, by)


def _rows(document: Document, facts: ReviewFacts, by: tuple[str, ...]) -> Iterator[Entry]:
    """Rows of a table that answer one recommendation, its number in one cell, what was done in the last."""
    for table in document.tables:
        for row in table.rows:
            number = next(
                (found for cell in row if (found := patterns.DOTTED_NUMBER.match(cell.strip()))), None
            )
            answer = next((cell for cell in reversed(row) if cell.strip()), "")
            if number is None or answer.strip().startswith(number["number"]):
                continue
            yield Entry(
                kind="reply",
                symbol=facts.symbol,
                section="midterm_report",
                paragraph=number["number"].split(".")[0],
                page=table.page or 1,
                text=answer.strip(),
                as_printed="\n".join(row),
                number=number["number"],
                by=by,
                to=facts.state,
                cycle=facts.cycle,
                session=facts.session,
                date=facts.date,
            )


def _compiled(document: Document, facts: ReviewFacts) -> Iterator[Entry]:
    before: list[str] = []
    notes = _notes_by_paragraph(document)
    for paragraph in numbered(document):
        spoken = speakers(paragraph.text, before[-8:], notes.get(paragraph.pinpoint, ()))
        before += spoken.codes
        yield replace(
            _entry(paragraph, "observation", "compilation", facts),
            by=spoken.codes,
            by_as_printed=spoken.as_printed,
            inferred=(Inference("by", spoken.evidence),) if spoken.evidence else (),
        )


def _summarised(document: Document, facts: ReviewFacts, doubts: list[Told]) -> Iterator[Entry]:
    known = contributors(document)
    notes = _notes_by_paragraph(document)
    for paragraph in numbered(document):
        called = notes.get(paragraph.pinpoint, ())
        codes, strange = submitters(called, known)
        doubts += [
            tell(
                "para. %(paragraph)s: no submission bears the name “%(label)s”",
                paragraph=paragraph.pinpoint,
                label=label,
            )
            for label in strange
        ]
        evidence = ""
        if not codes:
            codes = named_in_text(paragraph.text, known)
            evidence = "named in the text; its notes lead to no submission" if codes else ""
        yield replace(
            _entry(paragraph, "statement", "summary", facts),
            by=tuple(_apart_from_states(code) for code in codes),
            by_as_printed=tuple(known[code] for code in codes),
            inferred=(Inference("by", evidence),) if evidence else (),
        )


def _apart_from_states(code: str) -> str:
    """An organisation's abbreviation, marked where it would be read as a State's code."""
    return f"{code} (stakeholder)" if code in all_states() else code


def _notes_by_paragraph(document: Document) -> dict[str, Sequence[Note]]:
    """The notes of each paragraph; "Ibid." stands for the note before it."""
    found: dict[str, list[Note]] = {}
    last = ""
    for note in document.notes:
        text = f"{last}; {note.text}" if note.text.lower().startswith("ibid") and last else note.text
        last = text if text != note.text else note.text
        if note.called_at:
            found.setdefault(note.called_at, []).append(replace(note, text=text))
    return {pinpoint: tuple(notes) for pinpoint, notes in found.items()}


def _of_letter(document: Document, facts: ReviewFacts) -> Iterator[Entry]:
    for paragraph in document.paragraphs:
        if paragraph.text and paragraph.zone in {"body", "annex"}:
            yield replace(_entry(paragraph, "observation", "letter", facts), by=("OHCHR",))
