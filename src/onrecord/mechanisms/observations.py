"""Concluding observations and general comments of the treaty bodies.

How concluding observations are made: I. Introduction, II. Positive aspects, III. Principal subjects of concern
and recommendations; what is asked stands in its own numbered paragraph, or in a later sentence of the one
that states the concern, often as lettered items (CAT/C/CHN/CO/5; CEDAW/C/CHN/CO/7-8).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.documents.model import Document, Paragraph
from onrecord.mechanisms import observation_patterns as patterns
from onrecord.mechanisms.lettered import lettered_items, numbered
from onrecord.mechanisms.model import Entry, Fact, Inference, Reading
from onrecord.told import tell
from onrecord.un.bodies import SYMBOL_SERIES, body_of_symbol, find_bodies, treaties
from onrecord.un.dates import find_dates
from onrecord.un.review import session_named
from onrecord.un.states import find_state, find_states

COMMITTEES = frozenset(SYMBOL_SERIES.values()) - {"SPT"}

OPENING = 25
"""How many numbered paragraphs of a document without a title page are looked at."""

MOST_NAMED = "the committee of the treaty that the text names most often"
FRONT_WORDS = 900
"""How many characters of the first paragraphs are looked at where there is no title page."""


def treaty_body_kind(document: Document) -> str:
    """Which it is: "concluding_observations", "general_comment" or "views"; "" where it is none of them."""
    symbol = document.symbol
    if patterns.CONCLUDING.fullmatch(symbol):
        return "concluding_observations"
    if patterns.COMMENT.fullmatch(symbol):
        return "general_comment"
    if patterns.VIEWS.fullmatch(symbol):
        return "views"
    if symbol:
        return ""
    front = _front(document)
    titled = next((kind for kind, title in patterns.TITLES if title.search(front) and find_bodies(front)), "")
    if titled:
        return titled
    opening = " ".join(p.text for p in numbered(document)[:OPENING])
    speaks = patterns.PRESENT_COMMENT.search(opening) and "States parties" in opening
    return "general_comment" if speaks else ""


def is_observations(document: Document) -> bool:
    """Whether the document holds a committee's concluding observations or a general comment."""
    return treaty_body_kind(document) in {"concluding_observations", "general_comment"}


def read_observations(document: Document) -> Reading:
    """Read concluding observations or a general comment; every numbered paragraph gives an entry.

    Of concluding observations, each lettered item of what the committee asks is an entry of its own
    ("11 (a)"). Facts: committee, State party, session, adoption, number of a general comment.
    """
    kind = treaty_body_kind(document)
    facts = tuple(_facts(document, kind))
    told = dict(facts)
    inferred = () if committee(document) else (Inference("by", MOST_NAMED),)
    body, to, date = (
        told.get("committee", ""),
        told.get("state", ""),
        document.date or told.get("adopted", ""),
    )
    session = session_named(told["session"]) if told.get("session") else None
    entries: list[Entry] = []
    for paragraph in numbered(document):
        for section, number, start, end in _parts(paragraph, kind):
            entries.append(
                Entry(
                    kind="observation",
                    symbol=document.symbol,
                    section=section,
                    paragraph=paragraph.parent or paragraph.number or "",
                    page=paragraph.page_at(start),
                    text=paragraph.text[start:end],
                    as_printed=paragraph.printed or paragraph.text,
                    number=number,
                    by=(body,) if body else (),
                    to=to,
                    session=session,
                    date=date,
                    inferred=inferred if body else (),
                    place=paragraph.place(start, end),
                )
            )
    doubts = () if body else (tell("no committee is named on the first page"),)
    if kind == "concluding_observations" and not to:
        doubts = (*doubts, tell("no State party is named on the first page"))
    return Reading(kind, tuple(entries), None, doubts, facts)


def _parts(paragraph: Paragraph, kind: str) -> Iterator[tuple[str, str | None, int, int]]:
    """Section, number and place of each entry that a paragraph gives."""
    number = paragraph.number if paragraph.parent else None
    if kind == "general_comment":
        yield "comment", number, 0, len(paragraph.text)
        return
    section = section_of(paragraph)
    _, items = lettered_items(paragraph.text)
    if section == "recommendations" and items and number is None:
        asks = patterns.ADDRESSES.search(paragraph.text)
        if asks and asks.start() < items[0].start:
            yield from ((section, item.letter, item.start, item.end) for item in items)
            return
    yield section, number, 0, len(paragraph.text)


def section_of(paragraph: Paragraph) -> str:
    """Its part: "positive_aspects", "recommendations" (something is asked), "concerns" or "introduction"."""
    headings = " / ".join(paragraph.headings)
    if patterns.POSITIVE.search(headings):
        return "positive_aspects"
    if patterns.ADDRESSES.search(paragraph.text):
        return "recommendations"
    if paragraph.parent and not patterns.SPEAKS.search(paragraph.text):
        return "recommendations"
    if re.search("introduc(?:tion|ción)", headings, re.IGNORECASE):
        return "introduction"
    return "concerns"


def _front(document: Document) -> str:
    front = " ".join((document.title, *document.front))
    if len(front) > 40:
        return front
    return (front + " " + " ".join(p.text for p in document.paragraphs[:4]))[:FRONT_WORDS]


def _facts(document: Document, kind: str) -> Iterator[Fact]:
    front = _front(document)
    body = committee(document) or (_most_named(document) if kind == "general_comment" else "")
    if body:
        yield Fact("committee", body)
    opening = " ".join(p.text for p in numbered(document)[:3])
    if kind == "general_comment":
        found = patterns.COMMENT_NUMBER.search(front)
        if found:
            yield Fact("number", found["number"])
    else:
        state = _state(document, front, opening)
        if state:
            yield Fact("state", state)
    if kind == "general_comment":
        return
    notes = " ".join(note.text for note in document.notes[:3])
    for words in (notes, front, opening):
        session = patterns.SESSION.search(words)
        if session and session_named(session["ordinal"]):
            yield Fact("session", session["ordinal"])
            break
    adopted = next((found for words in (notes, opening) if (found := patterns.ADOPTED.search(words))), None)
    dates = find_dates(adopted["when"]) if adopted and adopted["when"] else []
    if dates:
        yield Fact("adopted", str(dates[-1].bounds.low))


def committee(document: Document) -> str:
    """The committee's acronym: by the symbol, else the first committee that the first page names; or ""."""
    named = (body.code for body in find_bodies(_front(document)))
    return body_of_symbol(document.symbol) or next((code for code in named if code in COMMITTEES), "")


def _most_named(document: Document) -> str:
    text = " ".join(p.text for p in document.paragraphs)
    counts = {code: text.count(name) for name, code in treaties().items()}
    most = max(counts.values(), default=0)
    named = [code for code, count in counts.items() if count == most]
    return named[0] if most and len(named) == 1 else ""


def _state(document: Document, front: str, opening: str) -> str:
    found = patterns.CONCLUDING.fullmatch(document.symbol)
    if found:
        named = find_state(found["state"] or found["old"])
        if named:
            return named.code
    for words in (front, opening):
        report = patterns.REPORT_OF.search(words)
        named = find_state(report["state"].strip()) if report else None
        if named:
            return named.code
        within = find_states(report["state"]) if report else []
        if within:
            return within[0].state.code
    for line in document.front:
        named = find_state(line.strip(" *∗"))
        if named:
            return named.code
    return ""
