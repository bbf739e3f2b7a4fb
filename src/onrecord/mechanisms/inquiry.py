"""Reports of commissions of inquiry, fact-finding missions and the like: findings and recommendations.

Source: the form of A/HRC/25/63 and A/HRC/25/CRP.1; the standard of proof is mostly "reasonable grounds".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.documents.model import Document
from onrecord.mechanisms.addressed import recommendations_of
from onrecord.mechanisms.lettered import numbered
from onrecord.mechanisms.model import Entry, Reading
from onrecord.told import tell
from onrecord.un.states import find_states

TITLE = re.compile(
    r"\b(?:commission\s+of\s+inquiry|fact-finding\s+mission|commission\s+on\s+human\s+rights\s+in|"
    r"group\s+of\s+(?:eminent\s+)?(?:international\s+(?:and\s+regional\s+)?)?experts|commission\s+d[’']enquête|"
    r"comisión\s+de\s+investigación|misión\s+(?:internacional\s+independiente\s+)?de\s+determinación)\b",
    re.IGNORECASE,
)
"""Titles: "Report of the commission of inquiry on human rights in the Democratic People's Republic of Korea"."""

REPORTS = re.compile(r"\b(?:report|findings|rapport|informe|conclusions)\b", re.IGNORECASE)

FINDS = re.compile(
    r"\b(?:[Cc]ommission|[Mm]ission|[Ii]t|[Pp]anel|[Gg]roup\s+of\s+[Ee]xperts)\s+(?:(?:also|further|therefore|thus|has|"
    r"accordingly|consequently)\s+)*(?:finds|found|concludes|concluded|determines|determined|established|considers\s+that|"
    r"is\s+of\s+the\s+(?:view|opinion)|confirmed|documented|is\s+satisfied|has\s+reasonable\s+grounds)\b|"
    r"\b(?:reasonable\s+grounds\s+to\s+(?:believe|conclude)|crimes\s+against\s+humanity\s+(?:have|has|were|was)\s+been|"
    r"amount(?:s|ed)?\s+to\s+(?:crimes\s+against\s+humanity|war\s+crimes|torture|genocide))\b"
)
"""What establishes something: "the commission finds that", "there are reasonable grounds to believe"."""

CONCLUSIONS = re.compile(r"\bconclusions?\b|\bfindings\b", re.IGNORECASE)


def is_inquiry(document: Document) -> bool:
    """Whether the title names a commission of inquiry or a fact-finding mission as the report's author."""
    if document.symbol and not document.symbol.startswith(("A/HRC/", "A/", "S/")):
        return False
    if document.symbol.startswith(("A/HRC/RES/", "A/RES/", "A/HRC/WG.6/")):
        return False
    title = document.title or " ".join(document.front)
    return TITLE.search(title) is not None and REPORTS.search(title) is not None


def read_inquiry(document: Document) -> Reading:
    """Read findings and recommendations, a lettered recommendation an entry, each with its addressee."""
    title = document.title or " ".join(document.front)
    author = TITLE.search(title)
    state = country_of(title)
    common = Entry(
        kind="finding",
        symbol=document.symbol,
        section="findings",
        paragraph="",
        page=1,
        text="",
        by=("COI",),
        by_as_printed=(author[0],) if author else (),
        to=state,
        date=document.date,
    )
    entries = tuple(_entries(document, common, state))
    return Reading("inquiry", entries, None, () if state else (tell("the title names no State"),))


def country_of(title: str) -> str:
    """The only State that a title names, or ""."""
    codes = dict.fromkeys(found.state.code for found in find_states(title))
    return next(iter(codes)) if len(codes) == 1 else ""


def _entries(document: Document, common: Entry, state: str) -> Iterator[Entry]:
    for paragraph in numbered(document):
        asked = tuple(recommendations_of(paragraph, common, state))
        yield from asked
        in_conclusions = any(CONCLUSIONS.search(heading) for heading in paragraph.headings[:1])
        if asked or not (FINDS.search(paragraph.text) or in_conclusions):
            continue
        yield Entry(
            kind="finding",
            symbol=common.symbol,
            section="findings",
            paragraph=paragraph.parent or paragraph.number or "",
            page=paragraph.page,
            text=paragraph.text,
            as_printed=paragraph.printed or paragraph.text,
            number=paragraph.number if paragraph.parent else None,
            by=common.by,
            by_as_printed=common.by_as_printed,
            to=state,
            date=common.date,
            place=paragraph.place(0, len(paragraph.text)),
        )
