"""Letters of mandate holders to States (allegation letters, urgent appeals, other letters) and the answers.

How they are made: letterhead with the mandates, the reference, the date; what has been received; the
allegations; numbered questions; the term for a reply; signatures with roles; an annex of the law. A State
answers by note verbale that names the reference. Both are paired by it (`pairs`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.documents.model import Document, Paragraph
from onrecord.mechanisms import communication_patterns as patterns
from onrecord.mechanisms.communication_facts import facts_of, reference_of
from onrecord.mechanisms.model import Entry, Reading
from onrecord.told import tell
from onrecord.un.states import find_state

OPENING = 12
"""How many paragraphs are looked at for the reference and the opening formula."""


def is_communication(document: Document) -> bool:
    """Whether it is a letter with a reference that opens as mandate holders' letters do, or an answer to one."""
    if document.symbol:
        return False
    opening = _opening(document)
    if reference_of(opening) is None:
        return False
    return _is_letter(opening) or _answering(opening)


def read_communication(document: Document) -> Reading:
    """Read a letter ("communication") or an answer ("communication_reply").

    A letter gives an entry of kind "communication" for each paragraph of the allegations and each question
    (its number is the paragraph); facts: reference, type, date, mandates, signatories with roles, persons,
    subject, term. An answer gives its paragraphs as replies of the State. Entries go by the reference.
    """
    opening = _opening(document)
    facts = tuple(facts_of(document, opening))
    told = dict(reversed(facts))
    state = find_state(told.get("state", ""))
    to = state.code if state else ""
    if _is_letter(opening):
        entries = tuple(_parts(document, told, to, tuple(f.value for f in facts if f.name == "mandate")))
        doubts = (
            ()
            if any(e.section == "questions" for e in entries)
            else (tell("no numbered questions were found"),)
        )
        return Reading("communication", entries, None, doubts, facts)
    entries = tuple(_answer(document, told, to))
    return Reading("communication_reply", entries, None, () if to else (tell("no State is named"),), facts)


class Pair(NamedTuple):
    """A letter and the answers to it, by the reference without its type ("CHN 8/2021")."""

    reference: str
    letter: Reading | None
    replies: tuple[Reading, ...]


def pairs(readings: Iterable[Reading]) -> tuple[Pair, ...]:
    """Letters beside their answers. A letter without answer has no replies *here*; that is not "no reply"."""
    letters: dict[str, Reading] = {}
    answers: dict[str, list[Reading]] = {}
    for reading in readings:
        for fact in reading.facts:
            if fact.name != "reference":
                continue
            key = bare_reference(fact.value)
            if reading.kind == "communication":
                letters.setdefault(key, reading)
            elif reading.kind == "communication_reply":
                answers.setdefault(key, []).append(reading)
    keys = dict.fromkeys((*letters, *answers))
    return tuple(Pair(key, letters.get(key), tuple(answers.get(key, ()))) for key in keys)


def bare_reference(reference: str) -> str:
    """A reference without its type and spaces: "JAL CHN 8/2021" and "CHN 8 / 2021" are "CHN 8/2021"."""
    found = patterns.REFERENCE.search(reference)
    return f"{found['state']} {int(found['number'])}/{found['year']}" if found else reference


def _opening(document: Document) -> str:
    return "\n".join((*document.front, *(p.text for p in document.paragraphs[:OPENING])))


def _is_letter(opening: str) -> bool:
    return patterns.HONOUR.search(opening) is not None


def _answering(opening: str) -> bool:
    return patterns.REPLY.search(opening) is not None


def _parts(document: Document, told: dict[str, str], to: str, by: tuple[str, ...]) -> Iterator[Entry]:
    """Allegations and questions; where the text has no paragraphs of its own, the stretch that holds them."""
    section = ""
    for paragraph in document.paragraphs:
        text = paragraph.text
        if patterns.ANNEX.match(text) or any(patterns.ANNEX.match(words) for words in paragraph.headings):
            section = ""
        if section == "questions" and paragraph.number is not None:
            over = patterns.QUESTIONS_END.search(text)
            yield _entry(
                paragraph, "communication", section, told, to, by, (0, over.start() if over else len(text))
            )
            section = "" if over else section
            continue
        begun = patterns.ALLEGATIONS.search(text) if section != "questions" else None
        asked = patterns.QUESTIONS.search(text)
        if begun or section == "allegations":
            start = begun.end() if begun else 0
            ends = [found.start() for found in (patterns.PREJUDGE.search(text, start), asked) if found]
            end = min(ends, default=len(text))
            if text[start:end].strip(" :,\n"):
                yield _entry(paragraph, "communication", "allegations", told, to, by, (start, end))
            section = "" if ends else "allegations"
        if asked:
            section = "questions"


def _answer(document: Document, told: dict[str, str], to: str) -> Iterator[Entry]:
    by = (to,) if to else ()
    for paragraph in document.paragraphs:
        if paragraph.text and paragraph.zone in {"body", "annex"}:
            yield _entry(paragraph, "reply", "answers", told, to, by)


def _entry(
    paragraph: Paragraph,
    kind: str,
    section: str,
    told: dict[str, str],
    to: str,
    by: tuple[str, ...],
    span: tuple[int, int] | None = None,
) -> Entry:
    start, end = span or (0, len(paragraph.text))
    words = paragraph.text[start:end]
    start += len(words) - len(words.lstrip(" :,\n"))
    words = words.strip(" :,\n")
    return Entry(
        kind=kind,
        symbol=told.get("reference", ""),
        section=section,
        paragraph=paragraph.pinpoint,
        page=paragraph.page_at(start),
        text=words,
        as_printed=paragraph.printed or paragraph.text,
        by=by,
        to=to,
        date=told.get("date", ""),
        place=paragraph.place(start, start + len(words)),
    )
