"""A sheet for one State: one A4 page, and never more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2

from onrecord.errors import DoesNotFit
from onrecord.letters.render.letter_inlines import day_of, line, primary, region, safe_link
from onrecord.letters.render.letter_pdf import draw
from onrecord.letters.render.sheet_contents import SheetSection, StateSheet
from onrecord.told import tell

# Smaller than the last of these is not read on paper.
SIZES = (10.5, 10.0, 9.5)


def state_sheet_pdf(sheet: StateSheet) -> bytes:
    """The page, accessible by PDF/UA-1.

    Where it does not fit, first the type becomes smaller, by half a point at a time to 9.5, then spare
    points are left out, the last first, and the page says how many. Raises DoesNotFit where it still
    does not fit: nothing that is not spare is ever left out.
    """
    kept = sheet
    left_out = 0
    for size in SIZES:
        made = _drawn(kept, size, left_out)
        if _pages(made) == 1:
            return made
    while (shorter := _without_last_spare(kept)) is not None:
        kept, left_out = shorter, left_out + 1
        made = _drawn(kept, SIZES[-1], left_out)
        if _pages(made) == 1:
            return made
    raise DoesNotFit(
        tell("The sheet “%(title)s” does not fit on one page.", title=line(sheet.title)[:60]),
        hint=tell("Choose fewer asks, or shorter ones."),
    )


def _without_last_spare(sheet: StateSheet) -> StateSheet | None:
    """The sheet without its last spare point, or None where it has none. A section without points goes."""
    for place in range(len(sheet.sections) - 1, -1, -1):
        section = sheet.sections[place]
        spare = [at for at, point in enumerate(section.points) if point.spare]
        if spare:
            points = section.points[: spare[-1]] + section.points[spare[-1] + 1 :]
            kept = (replace(section, points=points),) if points else ()
            return replace(sheet, sections=(*sheet.sections[:place], *kept, *sheet.sections[place + 1 :]))
    return None


def _drawn(sheet: StateSheet, size: float, left_out: int) -> bytes:
    data = {
        "size": size,
        "lang": primary(sheet.language),
        "region": region(sheet.language),
        "title": line(sheet.title) or line(sheet.organisation) or "Sheet",
        "organisation": line(sheet.organisation),
        "day": sheet.day if day_of(sheet.day) else "",
        "facts": [[line(label), line(words)] for label, words in sheet.facts],
        "sections": [_section(section) for section in sheet.sections],
        "contact": line(sheet.contact),
        "left_out": line(sheet.left_out).replace("{}", str(left_out)) if left_out else "",
    }
    return draw("state_sheet.typ", "sheet", data, day_of(sheet.day))


def _section(section: SheetSection) -> dict[str, Any]:
    return {
        "heading": line(section.heading),
        "numbered": section.numbered,
        "points": [
            {"text": line(point.text), "source": line(point.source), "link": safe_link(point.link)}
            for point in section.points
        ],
    }


def _pages(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
