"""Reports of holders of mandates of the Human Rights Council: their recommendations, each with its addressee.

Source: the form of reports under resolution 5/2; a report on a visit is an addendum whose title names the
State ("Visit to Slovenia", A/HRC/40/64/Add.1), and its recommendations go to that State unless they say else.
"""

from __future__ import annotations

import re

from onrecord.documents.model import Document
from onrecord.mechanisms.addressed import recommendations_of
from onrecord.mechanisms.inquiry import country_of
from onrecord.mechanisms.lettered import numbered
from onrecord.mechanisms.model import Entry, Fact, Reading
from onrecord.told import tell
from onrecord.un.bodies import find_bodies

TITLE = re.compile(
    r"\b(?:Report|Note)\b.{0,120}?\b(?:Special\s+Rapporteur|Independent\s+Expert|Working\s+Group\s+(?:of\s+Experts\s+)?on|"
    r"Special\s+Representative)\b|\bRapport\s+(?:du|de\s+la)\s+Rapporteuse?\s+spécial|\bInforme\s+(?:del|de\s+la)\s+Relatora?\s+Especial",
    re.IGNORECASE | re.DOTALL,
)
"""Titles: "Report of the Special Rapporteur on minority issues"."""

UPR = re.compile(r"\bUniversal\s+Periodic\s+Review\b", re.IGNORECASE)
VISIT = re.compile(
    r"\b(?:Visit|Mission|Country\s+visit|Follow-up\s+visit)\s+to\s+(?P<state>.{3,80})", re.IGNORECASE
)


def is_mandate_report(document: Document) -> bool:
    """Whether the title names a mandate holder or a working group of experts as the report's author."""
    if document.symbol and not document.symbol.startswith(("A/HRC/", "A/")):
        return False
    title = " ".join((document.title, *document.front))
    return TITLE.search(title) is not None and UPR.search(title) is None


def read_mandate_report(document: Document) -> Reading:
    """Read every recommendation, a lettered item an entry; facts name the mandate and the State visited."""
    title = " ".join((document.title, *document.front))
    mandates = [
        body
        for line in (document.title, *document.front)
        for body in find_bodies(line)
        if body.code.startswith(("SR ", "IE ", "WG", "SRSG "))
    ]
    visit = VISIT.search(title)
    state = country_of(visit["state"]) if visit else country_of(document.title)
    common = Entry(
        kind="recommendation",
        symbol=document.symbol,
        section="recommendations",
        paragraph="",
        page=1,
        text="",
        by=(mandates[0].code,) if mandates else (),
        by_as_printed=(mandates[0].as_written,) if mandates else (),
        date=document.date,
    )
    entries = tuple(
        e for paragraph in numbered(document) for e in recommendations_of(paragraph, common, state)
    )
    facts = [Fact("mandate", body.as_written) for body in mandates[:1]]
    facts += [Fact("visited", state)] if state else []
    return Reading(
        "mandate_report", entries, None, () if mandates else (tell("no mandate is named"),), tuple(facts)
    )
