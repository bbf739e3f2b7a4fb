"""A letter as one HTML page that loads nothing and runs nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup

from onrecord.letters.compose.built import Break, BuiltLetter, Inline, NoteCall, Run
from onrecord.letters.render.letter_frame import frame
from onrecord.letters.render.letter_inlines import RIGHT_TO_LEFT, primary
from onrecord.letters.render.letter_page import Listing, Part, Signers

ASK_NAME = re.compile(r"[QR]\d{1,6}")


def letter_html(built: BuiltLetter) -> bytes:
    """The page in UTF-8, for screens, phones and paper, light and dark.

    Markers are "[1]", so that they survive copying as plain text; each leads to its note and back. The
    content security policy allows the one style sheet by its hash and nothing else. Raises what `frame`
    raises.
    """
    page = frame(built)
    style = _read("letter.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    called: set[int] = set()
    anchors: set[str] = set()
    parts = [_part(part, called, anchors) for part in page.parts]
    notes = [{"number": note.number, "inlines": _inlines(note.inlines, called)} for note in page.notes]
    made: str = (
        _environment()
        .get_template("letter.html.j2")
        .render(
            p=page,
            parts=parts,
            notes=notes,
            # Our own file: escaping would break its quotation marks.
            style=Markup(style),  # noqa: S704
            style_hash=f"sha256-{digest}",
        )
    )
    return made.encode("utf-8")


def _read(name: str) -> str:
    return (resources.files("onrecord.letters.render") / "templates" / name).read_text(encoding="utf-8")


def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(_read),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _part(part: Part, called: set[int], anchors: set[str]) -> dict[str, Any]:
    if isinstance(part, Signers):
        return {"kind": "signers", "heading": part.heading, "names": part.names}
    if isinstance(part, Listing):
        return _listing(part, called, anchors)
    return {"kind": part.kind.value, "level": part.level, "inlines": _inlines(part.inlines, called)}


def _listing(part: Listing, called: set[int], anchors: set[str]) -> dict[str, Any]:
    items = []
    for item in part.items:
        # The name of an ask is a lasting address within the page: "letter.html#Q4".
        anchor = item.key if ASK_NAME.fullmatch(item.key) and item.key not in anchors else ""
        anchors.add(anchor)
        items.append(
            {
                "anchor": anchor,
                "label": item.label,
                "inlines": _inlines(item.inlines, called),
                "below": [_listing(below, called, anchors) for below in item.below],
            }
        )
    return {"kind": part.kind.value, "items": items}


def _inlines(inlines: Iterable[Inline], called: set[int]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for one in inlines:
        match one:
            case Run():
                found.append(
                    {
                        "kind": "run",
                        "text": one.text,
                        "strong": one.strong,
                        "emphasis": one.emphasis,
                        "link": one.link,
                        "language": one.language,
                        "rtl": primary(one.language) in RIGHT_TO_LEFT,
                    }
                )
            case NoteCall():
                found.append({"kind": "call", "number": one.number, "first": one.number not in called})
                called.add(one.number)
            case Break():
                found.append({"kind": "break"})
    return found
