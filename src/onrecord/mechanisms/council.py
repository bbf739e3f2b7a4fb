"""Resolutions, decisions and votes of the Human Rights Council and the General Assembly.

How a resolution is made: one sentence whose subject is the body, a preamble of participles, and numbered
operative paragraphs, each opened by its verb; below it, how it was adopted.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.documents.model import Document
from onrecord.mechanisms import council_patterns as patterns
from onrecord.mechanisms.lettered import numbered
from onrecord.mechanisms.model import Entry, Fact, Reading
from onrecord.mechanisms.plenary import plenary
from onrecord.mechanisms.votes import stretches, votes
from onrecord.un.states import find_states


def is_council(document: Document) -> bool:
    """Whether the document is a resolution, decision or draft of one, or the Council's report on a session."""
    if patterns.SYMBOL.fullmatch(document.symbol):
        return True
    front = " ".join((document.title, *document.front))
    if patterns.SESSION_REPORT.search(front):
        return True
    return not document.symbol and patterns.BODY.search("\n".join(document.front)) is not None


def read_council(document: Document) -> Reading:
    """Read a resolution or decision: operative paragraphs as statements of the body, and the votes.

    Of the Council's report on a session the votes are read, and what was said when outcomes of reviews were
    adopted (see plenary.py). Facts: the body, and for each operative
    paragraph its verb ("3: Calls upon").
    """
    front = " ".join((document.title, *document.front))
    cast, doubts = votes(document)
    if patterns.SESSION_REPORT.search(front):
        said, outcomes = plenary(document)
        return Reading("session_report", (*said, *cast), None, doubts, outcomes)
    body = _body(document)
    operative = tuple(_operative(document, body))
    facts = [Fact("body", body)] if body else []
    facts += [Fact("operative_verb", f"{entry.paragraph}: {verb}") for entry, verb in operative if verb]
    entries = (*(entry for entry, _ in operative), *cast)
    return Reading("resolution", entries, None, doubts, tuple(facts))


def _body(document: Document) -> str:
    if document.symbol.startswith(("A/RES/", "A/C.3/")):
        return "GA"
    if document.symbol.startswith("A/HRC/"):
        return "HRC"
    found = patterns.BODY.search(
        "\n".join((*document.front, *(text.text for text in stretches(document)[1:4])))
    )
    return patterns.BODIES[found["body"].split()[1].lower()] if found else ""


def _operative(document: Document, body: str) -> Iterator[tuple[Entry, str]]:
    for paragraph in numbered(document):
        if paragraph.zone != "body" or paragraph.parent:
            continue
        verb = patterns.OPERATIVE.match(paragraph.text)
        who = patterns.ADDRESSEE.match(paragraph.text[verb.end() :]) if verb else None
        named = find_states(who["who"]) if who else []
        codes = tuple(dict.fromkeys(found.state.code for found in named))
        entry = Entry(
            kind="statement",
            symbol=document.symbol,
            section="operative",
            paragraph=paragraph.number or "",
            page=paragraph.page,
            text=paragraph.text,
            as_printed=paragraph.printed or paragraph.text,
            by=(body,) if body else (),
            to=codes[0] if len(codes) == 1 else "",
            to_as_printed=who["who"].strip() if who and codes else "",
            date=document.date,
            place=paragraph.place(0, len(paragraph.text)),
        )
        yield entry, " ".join(verb["verb"].split()) if verb else ""
