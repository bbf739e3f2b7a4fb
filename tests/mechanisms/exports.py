"""Exports of our own in the form of real ones."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.documents.making import xlsx

from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.model import Reading

UPR_INFO = (
    "To",
    "To-Rgrp",
    "To-Org",
    "Text",
    "From",
    "From-Rgrp",
    "From-Org",
    "Response",
    "Action",
    "Issue",
    "Session",
)
UHRI = (
    "OHCHR Annotation Id",
    "Document Symbol",
    "Document Publication Date",
    "Reccomending Body",
    "Type",
    "Countries Concerned",
    "Regions Concerned",
    "Themes",
    "Affected Persons",
    "Sdgs",
    "Text",
    "UPR Session",
    "UPR Reccomending States",
    "UPR Position",
)


def recommended(text: str = "Ratify the Rome Statute", **cells: str) -> tuple[str, ...]:
    """A row of UPR Info's: Norway to China in session 17, noted, unless `cells` say otherwise."""
    row = {
        "To": "China",
        "To-Rgrp": "Asia",
        "Text": text,
        "From": "Norway",
        "From-Rgrp": "WEOG",
        "Response": "Noted",
        "Action": "5",
        "Issue": "International instruments,Justice",
        "Session": "17",
    } | {name.replace("_", "-"): cell for name, cell in cells.items()}
    return tuple(row.get(name, "") for name in UPR_INFO)


def upr_info_file(rows: Iterable[Sequence[str]], headings: Sequence[str] = UPR_INFO) -> bytes:
    """A file as UPR Info gave it out: Mac Roman, a carriage return after each row."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r").writerows([headings, *rows])
    return text.getvalue().encode("mac_roman")


def annotated(**cells: str) -> tuple[str, ...]:
    """A row of the Index: a recommendation of CEDAW to China, unless `cells` (by column) say otherwise."""
    row = {
        "OHCHR Annotation Id": "0a0c9531",
        "Document Symbol": "CEDAW/C/CHN/CO/7-8",
        "Document Publication Date": "41957",
        "Reccomending Body": "- CEDAW",
        "Type": "Recommendations",
        "Countries Concerned": "- China",
        "Themes": "- Violence against women\n- Legal & institutional reform",
        "Affected Persons": "- Women & girls",
        "Sdgs": "- 5 - GENDER EQUALITY",
        "Text": "27. The Committee urges the State party to adopt a law against domestic violence.",
    } | cells
    return tuple(row.get(name, "") for name in UHRI)


def uhri_file(rows: Iterable[Sequence[str]], headings: Sequence[str] = UHRI) -> bytes:
    """An export of the Index as UTF-8."""
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue().encode()


def reading_of(data: bytes, name: str = "export.csv") -> Reading:
    """What is read from a file of these bytes."""
    return read_entries(read_document(Path(name), data))


def as_record(row: Sequence[str], keys: Mapping[str, str]) -> dict[str, object]:
    """A row of the Index as the JSON form has it, cells of several values as lists."""
    cells = dict(zip(UHRI, row, strict=True))
    return {
        key: [value[2:] for value in cells[column].split("\n")]
        if cells[column].startswith("- ")
        else cells[column]
        for column, key in keys.items()
    }


def as_workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as a workbook (XLSX) of one sheet; cells of digits alone are numbers there."""
    inside = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    return xlsx({"Export": f"<sheetData>{inside}</sheetData>"})


def _cell(text: str) -> str:
    if text.isdecimal():
        return f"<c><v>{text}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
