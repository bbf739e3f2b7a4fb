"""A letter as PDF, set by Typst. The letter's words go in as data, never as markup."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from importlib import resources
from typing import Any

import typst
from pylopdf_fonts_ko import serif_path

from onrecord.errors import RenderError
from onrecord.letters.compose.built import Break, BuiltLetter, Inline, NoteCall, Run
from onrecord.letters.render.letter_frame import frame
from onrecord.letters.render.letter_inlines import day_of, primary, region
from onrecord.letters.render.letter_page import Frame, Listing, Part, Signers
from onrecord.letters.render.visible import ZERO_WIDTH_SPACE

# What the fonts that come with the program show: Latin, Greek, Cyrillic, Hebrew, punctuation, Hangul.
# Anything beyond is looked for among the machine's fonts.
OWN_LETTERS = re.compile(
    "[\u0000-\u052f\u0590-\u05ff\u1100-\u11ff\u1e00-\u1fff\u2000-\u22ff\u2460-\u24ff\u25a0-\u25ff"
    "\u3000-\u303f\u3130-\u318f\uac00-\ud7ff\ufb00-\ufb4f\ufe20-\ufe2f\uff00-\uff60]*"
)
MACHINE_FONTS = (
    "Noto Serif CJK KR", "Noto Serif KR", "Source Han Serif K", "AppleMyungjo", "Batang", "NanumMyeongjo",
    "Noto Naskh Arabic", "Amiri", "Scheherazade New", "Geeza Pro", "Traditional Arabic", "Noto Sans Arabic",
    "Noto Serif Devanagari", "Noto Serif Thai", "Noto Serif Bengali", "Noto Serif Tamil", "Nirmala UI",
    "Leelawadee UI", "DejaVu Sans", "Noto Sans", "Noto Sans Symbols 2", "Noto Emoji", "Segoe UI Symbol",
)  # fmt: skip
LONG_WORD = re.compile(r"\w{30}(?=\w{10})")
UNSHOWN_BY_FONT = re.compile(r'the text `"(.{1,40}?)"` could not be displayed')
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def letter_pdf(built: BuiltLetter) -> bytes:
    """The letter on A4, accessible by PDF/UA-1 (ISO 14289-1), with bookmarks and real footnotes.

    The fonts come with the program, so the same letter gives the same bytes on every machine; only
    where it has letters beyond them (Arabic, Chinese) fonts of the machine are used. Raises what `frame`
    raises, and RenderError where no font at hand shows a letter of the text.
    """
    return draw("letter.typ", "letter", _data(frame(built)), day_of(built.date))


def draw(template: str, name: str, data: dict[str, Any], day: dt.date | None) -> bytes:
    """The PDF of one of our templates, with `data` given to it as the input `name`.

    Raises RenderError where it cannot be set; the words of the message name what no font shows.
    """
    given = _breakable(data)
    own = bool(OWN_LETTERS.fullmatch(json.dumps(data, ensure_ascii=False)))
    try:
        return _set(template, name, given, day, own_fonts_only=own)
    except typst.TypstError as error:
        if not own:
            raise _refused(error) from error
    # A letter within the known ranges that our own fonts lack all the same.
    try:
        return _set(template, name, given, day, own_fonts_only=False)
    except typst.TypstError as error:
        raise _refused(error) from error


def _set(
    template: str, name: str, data: dict[str, Any], day: dt.date | None, *, own_fonts_only: bool
) -> bytes:
    given = {**data, "fonts": [] if own_fonts_only else list(MACHINE_FONTS)}
    templates = resources.files("onrecord.letters.render") / "templates"
    with resources.as_file(templates) as folder:
        made = typst.compile(
            str(folder / template),
            root=str(folder),
            font_paths=[str(serif_path().parent)],
            ignore_system_fonts=own_fonts_only,
            sys_inputs={name: json.dumps(given, ensure_ascii=False)},
            pdf_standards="ua-1",  # ISO 14289-1: readable by screen readers
            timestamp=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) if day else EPOCH,
        )
    return bytes(made)


def _refused(error: typst.TypstError) -> RenderError:
    """Why, in words for whoever wrote the letter: most often a letter that no font shows."""
    unshown = UNSHOWN_BY_FONT.search(str(error))
    reason = f"no font on this computer shows “{unshown[1]}”" if unshown else str(error)
    return RenderError(
        f"The PDF could not be set: {reason}.",
        hint="Install a font that has it (the Noto fonts have nearly all), or use DOCX, HTML or plain text, "
        "which hold the same words."
        if unshown
        else "DOCX, HTML and plain text hold the same words.",
    )


def _breakable(value: Any) -> Any:
    """The data with places to break inside words that are longer than a line; addresses stay whole."""
    if isinstance(value, str):
        return LONG_WORD.sub(lambda found: f"{found.group()}{ZERO_WIDTH_SPACE}", value)
    if isinstance(value, dict):
        return {key: item if key == "link" else _breakable(item) for key, item in value.items()}
    return [_breakable(item) for item in value] if isinstance(value, list | tuple) else value


def _data(page: Frame) -> dict[str, Any]:
    called: set[int] = set()
    return {
        "name": page.name,
        "running": page.running,
        "author": page.author,
        "lang": primary(page.language),
        "region": region(page.language),
        "rtl": page.right_to_left,
        "day": [page.day.year, page.day.month, page.day.day] if page.day else None,
        "page": page.labels.page,
        "letterhead": page.letterhead,
        "reference": page.reference,
        "date": page.date,
        "heading": page.heading,
        "addressee": page.addressee,
        "copies_label": page.labels.copies,
        "copies": page.copies,
        "subject_label": page.subject_label,
        "subject": page.subject,
        "parts": [_part(part, called) for part in page.parts],
        "notes": [_inlines(note.inlines, called) for note in page.notes],
    }


def _part(part: Part, called: set[int]) -> dict[str, Any]:
    if isinstance(part, Signers):
        names = [{"name": one.name, "detail": one.detail} for one in part.names]
        return {"kind": "signers", "heading": part.heading, "names": names}
    if isinstance(part, Listing):
        return _listing(part, called)
    return {
        "kind": part.kind.value,
        "level": part.level,
        "leads": part.leads,
        "inlines": _inlines(part.inlines, called),
    }


def _listing(part: Listing, called: set[int]) -> dict[str, Any]:
    items = [
        {
            "number": item.number,
            "prefix": item.prefix,
            "inlines": _inlines(item.inlines, called),
            "below": [_listing(below, called) for below in item.below],
        }
        for item in part.items
    ]
    return {"kind": part.kind.value, "ordered": part.ordered, "items": items}


def _inlines(inlines: Iterable[Inline], called: set[int]) -> list[dict[str, Any]]:
    """The inlines as data; the first call of a note carries it, further calls refer to it."""
    found: list[dict[str, Any]] = []
    for one in inlines:
        match one:
            case Run():
                found.append(
                    {
                        "kind": "run",
                        "text": one.text,
                        "emphasis": one.emphasis,
                        "strong": one.strong,
                        "link": one.link,
                        "lang": primary(one.language),
                        "region": region(one.language),
                    }
                )
            case NoteCall():
                found.append({"kind": "call", "number": one.number, "first": one.number not in called})
                called.add(one.number)
            case Break():
                found.append({"kind": "break"})
    return found
