"""Scanned pages: recognised as such and, where the program Tesseract is installed, read with it."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from onrecord.documents.lines import Line
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

DOTS_PER_INCH = 300
"""The resolution that Tesseract was made for."""

MAX_SIDE = 6_000
"""The longest side of a page's picture in dots; larger pages are drawn smaller."""

SECONDS_A_PAGE = 60.0
"""A page that takes longer is given up."""

LANGUAGES = ("eng", "fra", "spa", "rus", "ara", "chi_sim", "kor")
"""The languages that Tesseract is asked to read, those of them that it has."""

MOST_LANGUAGES = 3
"""Each further language makes it slower and less sure."""

RECOGNISED = tell(
    "This page is a picture; its words were recognised by machine (Tesseract) and may be wrong."
)
NOT_INSTALLED = tell("This page is a picture; Tesseract, which could read it, is not installed.")
NOT_RECOGNISED = tell("This page is a picture; its words could not be recognised (%(reason)s).")

_POINTS_PER_INCH = 72.0
_WORD_ROW = "5"


class Recognised(NamedTuple):
    """What came of the pages: the lines in their order, and for each page that was tried what to say."""

    lines: list[Line]
    said: dict[int, str]


def tesseract() -> str | None:
    """Where the program is, None where it is not installed."""
    return shutil.which("tesseract")


def pictured(data: bytes, pages: Iterable[int]) -> list[int]:
    """Those of the pages (from 1) that show a picture: a scan, not an empty sheet."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [number for number in pages if _shows_picture(document, number)]
    finally:
        document.close()


def _shows_picture(document: pypdfium2.PdfDocument, number: int) -> bool:
    page = document[number - 1]
    try:
        pictures = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=4)
        return next(iter(pictures), None) is not None
    finally:
        page.close()


def read_pictures(data: bytes, name: str, without_text: list[int]) -> Recognised:
    """Read what can be read of a PDF's pages without text, and say of each page what became of it.

    Without Tesseract nothing is read, and that is said. UnreadableDocument where Tesseract does not run.
    """
    said = dict.fromkeys(without_text, tell("This page holds no text."))
    pictures = pictured(data, without_text)
    if tesseract() is None or not pictures:
        return Recognised([], {**said, **dict.fromkeys(pictures, NOT_INSTALLED)})
    found = recognise(data, name, pictures)
    return Recognised(found.lines, {**said, **found.said})


def recognise(data: bytes, name: str, pages: list[int]) -> Recognised:
    """Read pages (from 1) of a PDF that are pictures, one after the other.

    Call it only where `tesseract` finds the program. Raises UnreadableDocument where the program does
    not run at all; a page that fails alone is told of in `said`.
    """
    program = tesseract()
    if program is None:
        raise UnreadableDocument(
            tell("%(name)s: Tesseract is not installed.", name=name), hint=tell("Install it and try again.")
        )
    languages = _languages(program, name)
    lines: list[Line] = []
    said: dict[int, str] = {}
    document = pypdfium2.PdfDocument(data)
    try:
        with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
            for number in pages:
                picture = Path(folder) / "page.png"
                page = document[number - 1]
                scale = _draw(page, picture)
                height = page.get_height()
                page.close()
                table, reason = _run([program, str(picture), "stdout", "-l", languages, "tsv"])
                lines += _lines(table, number, scale, height)
                said[number] = tell(NOT_RECOGNISED, reason=reason) if reason else RECOGNISED
    finally:
        document.close()
    return Recognised(lines, said)


def _draw(page: pypdfium2.PdfPage, picture: Path) -> float:
    """Draw a page into a file; returns the dots to a point."""
    longest = max(page.get_size()) or 1.0
    scale = min(DOTS_PER_INCH / _POINTS_PER_INCH, MAX_SIDE / longest)
    bitmap = page.render(scale=scale, grayscale=True)
    bitmap.to_pil().save(picture, compress_level=1)
    bitmap.close()
    return float(scale)


def _languages(program: str, name: str) -> str:
    """The languages to read in, as Tesseract wants them told ("eng+fra")."""
    listed, reason = _run([program, "--list-langs"])
    known = set(listed.split())
    wanted = [language for language in LANGUAGES if language in known][:MOST_LANGUAGES]
    if reason or not wanted:
        raise UnreadableDocument(
            tell(
                "%(name)s: a scan, and Tesseract cannot read it (%(value)s).",
                name=name,
                value=reason or tell("it has no language of the UN"),
            ),
            hint=tell("Install Tesseract's English language data (eng)."),
        )
    return "+".join(wanted)


def _run(command: list[str]) -> tuple[str, str]:
    """(what the program wrote, why it failed)."""
    try:
        # One thread, because documents are read side by side.
        done = subprocess.run(  # noqa: S603 - the program's own path, our own file, no shell
            command,
            capture_output=True,
            check=False,
            timeout=SECONDS_A_PAGE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        return "", tell("it took longer than %(seconds)s seconds", seconds=f"{SECONDS_A_PAGE:g}")
    except OSError as problem:
        return "", problem.strerror or tell("it does not run")
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return "", words[-1][:120] if words else tell("it ended with %(status)s", status=done.returncode)
    return done.stdout.decode("utf-8", "replace"), ""


def _lines(table: str, page: int, scale: float, height: float) -> Iterator[Line]:
    """The lines of a page from Tesseract's table of words; pixels from above become points from below."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [row for row in rows if row.get("level") == _WORD_ROW and (row.get("text") or "").strip()]
    for _, found in groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"])):
        line = list(found)
        lefts = [_dots(row, "left") for row in line]
        tops = [_dots(row, "top") for row in line]
        rights = [_dots(row, "left") + _dots(row, "width") for row in line]
        bottoms = [_dots(row, "top") + _dots(row, "height") for row in line]
        yield Line(
            " ".join(row["text"].strip() for row in line),
            page,
            min(lefts) / scale,
            height - max(bottoms) / scale,
            max(rights) / scale,
            height - min(tops) / scale,
        )


def _dots(row: dict[str, str], name: str) -> float:
    try:
        return float(row[name])
    except (KeyError, TypeError, ValueError):
        return 0.0
