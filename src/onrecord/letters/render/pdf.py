"""Sets a dossier as a PDF with Typst. What came from outside goes in as data, never as markup."""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import fields, is_dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import typst
from PIL import ImageFont
from pylopdf_fonts_ko import serif_path

from onrecord.errors import RenderError
from onrecord.letters.render.html import LEGEND
from onrecord.letters.render.sheet import Dossier, Picture
from onrecord.letters.render.visible import breakable

# Hangul comes with the program (pylopdf-fonts-ko); for these other scripts a machine's fonts may do.
EASTERN = re.compile("[\u2e80-\u2fff\u3040-\u30ff\u31a0-\u9fff\uf900-\ufaff]")
EASTERN_FONTS = (
    "Noto Serif CJK KR",
    "Noto Serif KR",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Source Han Serif K",
    "Apple SD Gothic Neo",
    "AppleMyungjo",
    "Malgun Gothic",
    "Batang",
    "NanumMyeongjo",
    "NanumGothic",
)


def as_pdf(dossier: Dossier) -> bytes:
    """The PDF: A4, accessible by PDF/UA-1, with an outline, page numbers and links inside.

    Only fonts that come with the program are used, Noto Serif KR for Korean among them, so it looks the
    same on every machine; where the text has Chinese or Japanese letters a font of the machine is added,
    and where none is at hand the PDF says so on its first page. Raises `RenderError` where Typst cannot
    set it.
    """
    data = _data(dossier)
    eastern = _lacks_letters(json.dumps(data, ensure_ascii=False))
    font = eastern_font() if eastern else ""
    data["eastern_font"] = font
    data["unshown"] = eastern and not font
    data["legend"] = _data(LEGEND)
    try:
        with tempfile.TemporaryDirectory(prefix="onrecord-") as name:
            return _set(Path(name), data, dossier, own_fonts_only=not font)
    except (typst.TypstError, OSError) as error:
        raise RenderError(
            f"The PDF could not be set: {error}.", hint="The HTML page holds the same."
        ) from error


def _set(folder: Path, data: dict[str, Any], dossier: Dossier, *, own_fonts_only: bool) -> bytes:
    template = resources.files("onrecord.letters.render") / "templates" / "dossier.typ"
    main = folder / "dossier.typ"
    main.write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "dossier.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    for picture in {picture.name: picture for card in dossier.cards for picture in card.pictures}.values():
        (folder / f"{picture.name}.png").write_bytes(picture.data)
    fonts = [str(serif_path().parent)]
    try:
        made = typst.compile(
            str(main),
            root=str(folder),
            font_paths=fonts,
            ignore_system_fonts=own_fonts_only,
            pdf_standards="ua-1",  # ISO 14289-1: readable by screen readers
        )
    except typst.TypstError:
        # The standard forbids what no font can show (a letter in a rare script); then a plain tagged PDF.
        made = typst.compile(
            str(main), root=str(folder), font_paths=fonts, ignore_system_fonts=own_fonts_only
        )
    return bytes(made)


def _lacks_letters(text: str) -> bool:
    """Whether Noto Serif KR lacks an eastern letter of the text; it has the Chinese ones common in Korean."""
    letters = set(EASTERN.findall(text))
    if not letters:
        return False
    font = ImageFont.truetype(str(serif_path()), 24)
    missing = bytes(font.getmask("\uffff"))
    return any(bytes(font.getmask(letter)) == missing for letter in letters)


def eastern_font() -> str:
    """A font of this machine that has Chinese and Japanese letters too, or ""."""
    at_hand = set(typst.Fonts(include_system_fonts=True).families())
    return next((font for font in EASTERN_FONTS if font in at_hand), "")


def _data(value: Any) -> Any:
    if isinstance(value, str):
        return breakable(value)
    if isinstance(value, Picture):
        return {name: getattr(value, name) for name in ("name", "width", "height", "caption", "alt")}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: _data(item) for name, item in zip(value._fields, value, strict=True)}
    if isinstance(value, tuple | list):
        return [_data(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _data(getattr(value, field.name)) for field in fields(value)}
    return value
