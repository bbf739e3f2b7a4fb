"""Which kind of UN document this is, and the reader that knows it."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.documents.model import Document
from onrecord.mechanisms.communications import is_communication, read_communication
from onrecord.mechanisms.council import is_council, read_council
from onrecord.mechanisms.exports_uhri import is_uhri, read_uhri
from onrecord.mechanisms.exports_upr_info import is_upr_info, read_upr_info
from onrecord.mechanisms.inquiry import is_inquiry, read_inquiry
from onrecord.mechanisms.mandate_reports import is_mandate_report, read_mandate_report
from onrecord.mechanisms.model import Reading
from onrecord.mechanisms.observations import is_observations, read_observations
from onrecord.mechanisms.upr_addendum import is_addendum, read_addendum
from onrecord.mechanisms.upr_background import is_background, read_background
from onrecord.mechanisms.upr_questions import is_questions, read_questions
from onrecord.mechanisms.upr_report import read_report
from onrecord.mechanisms.upr_thematic_list import is_thematic_list, read_list
from onrecord.mechanisms.views import is_views, read_views

UPR_REPORT = re.compile(
    r"(?:draft\s+)?report\s+of\s+the\s+working\s+group\s+on\s+the\s+universal\s+periodic\s+review|"
    r"informe\s+del\s+grupo\s+de\s+trabajo\s+sobre\s+el\s+examen\s+periódico\s+universal|"
    r"rapport\s+du\s+groupe\s+de\s+travail\s+sur\s+l[’']examen\s+périodique\s+universel|"
    r"доклад\s+рабочей\s+группы\s+по\s+универсальному\s+периодическому\s+обзору|"
    r"普遍定期审议工作组(?:的)?报告|تقرير\s+الفريق\s+العامل\s+المعني\s+بالاستعراض\s+الدوري\s+الشامل|"
    r"보편적\s*정례인권검토\s*실무그룹\s*보고서",
    re.IGNORECASE,
)
"""The title of a Working Group report: "Report of the Working Group on the Universal Periodic Review"."""

UN_MASTHEAD = re.compile(
    r"United\s+Nations|Nations\s+Unies|Naciones\s+Unidas|General\s+Assembly|Human\s+Rights\s+Council|"
    r"Организация\s+Объединенных\s+Наций|联\s*合\s*国|الأمم\s+المتحدة|"
    r"Distr\.|Committee\s+(?:on|against)\b",
    re.IGNORECASE,
)
"""What the title page of a UN document says."""

HELD_ITS_SESSION = re.compile(
    r"Working\s+Group\s+on\s+the\s+Universal\s+Periodic\s+Review\b.{0,200}?\bheld\s+its\s+\S+\s+session",
    re.IGNORECASE | re.DOTALL,
)
"""Paragraph 1 of every Working Group report: "The Working Group on the Universal Periodic Review, established
in accordance with Human Rights Council resolution 5/1 ..., held its fourth session"."""

OPENING = 12
"""How many paragraphs are looked at for it; a contents page can stand before."""


def read_entries(document: Document) -> Reading:
    """Find out what kind of document this is and read its entries.

    Returns a Reading of kind "upr_report", "upr_addendum", "upr_questions", "upr_thematic_list",
    "upr_info_export" or "uhri_export"; of kind "document" (a UN document whose kind has no reader: its
    paragraphs can be cited, it gives no entries); or of kind "unknown" (nothing shows that it is the UN's).
    """
    for known, read in _READERS:
        if known(document):
            return read(document)
    return Reading("document" if _is_of_the_un(document) else "unknown", ())


def is_upr_report(document: Document) -> bool:
    """Whether this is a Working Group report, by its first paragraphs or its title; its addendum is none."""
    if "/Add." in document.symbol:
        return False
    opening = (p.text for p in document.paragraphs[:OPENING] if p.zone == "body")
    if any(HELD_ITS_SESSION.search(text) for text in opening):
        return True
    return UPR_REPORT.search(" ".join((document.title, *document.front))) is not None


def _is_of_the_un(document: Document) -> bool:
    """Whether the title page shows it; a letter that only speaks of the United Nations is no source."""
    return (
        bool(document.symbol) or UN_MASTHEAD.search(" ".join((document.title, *document.front))) is not None
    )


_READERS: tuple[tuple[Callable[[Document], bool], Callable[[Document], Reading]], ...] = (
    (is_upr_info, read_upr_info),
    (is_uhri, read_uhri),
    (is_background, read_background),
    (is_observations, read_observations),
    (is_views, read_views),
    (is_upr_report, read_report),
    (is_addendum, read_addendum),
    (is_thematic_list, read_list),
    (is_questions, read_questions),
    (is_council, read_council),
    (is_inquiry, read_inquiry),
    (is_mandate_report, read_mandate_report),
    (is_communication, read_communication),
)
"""The readers in the order in which they are asked; the surest sign comes first."""
