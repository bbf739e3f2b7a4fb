"""A Word file from a document and what belongs to every one: styles, settings, properties, page."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lxml import etree

from onrecord.letters.render.docx_package import PACKAGE, WORD, Package, Relations, make
from onrecord.letters.render.docx_styles import settings, styles

# Twentieths of a point.
A4 = {"w": 11906, "h": 16838}
MARGINS = {
    "top": 1588,
    "right": 1644,
    "bottom": 1531,
    "left": 1644,
    "header": 794,
    "footer": 737,
    "gutter": 0,
}
PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"


class About(NamedTuple):
    """What a file's properties say; `day` is the day that it bears, or None."""

    title: str
    author: str
    language: str
    day: dt.date | None


class Extra(NamedTuple):
    """A further part: its kind ("footnotes"), the name of its file, and the addresses that it links to."""

    kind: str
    file: str
    root: etree._Element
    relations: Relations | None = None


def word_file(about: About, document: etree._Element, links: Relations, extras: tuple[Extra, ...]) -> bytes:
    """The file; `links` are the relations of `document`, to which those of the other parts are added."""
    package, top = Package(), Relations()
    parts = (
        *extras,
        Extra("styles", "styles.xml", styles(about.language)),
        Extra("settings", "settings.xml", settings(about.language)),
    )
    for part in parts:
        links.to(part.kind, part.file)
        package.add(f"word/{part.file}", part.root, f"{WORD}.{part.kind}+xml", part.relations)
    package.add("word/document.xml", document, f"{WORD}.document.main+xml", links)
    package.add("docProps/core.xml", _properties(about), PROPERTIES)
    top.to("officeDocument", "word/document.xml")
    top.to(f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    return package.packed(top)


def section(*references: etree._Element, right_to_left: bool = False) -> etree._Element:
    """The page: A4, its margins, its heads and feet; the first page has its own."""
    made = make("sectPr", *references)
    made.extend(
        [make("footnotePr", make("numFmt", val="decimal")), make("pgSz", **A4), make("pgMar", **MARGINS)]
    )
    if references:
        made.append(make("titlePg"))
    if right_to_left:
        made.append(make("bidi"))
    return made


def _properties(about: About) -> etree._Element:
    """Title, author, language and the date (ECMA-376, Part 2, core properties)."""
    core = f"{PACKAGE}/metadata/core-properties"
    dc, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    root = etree.Element(
        f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": dc, "dcterms": terms, "xsi": xsi}
    )
    for name, value in (("title", about.title), ("creator", about.author), ("language", about.language)):
        etree.SubElement(root, f"{{{dc}}}{name}").text = value
    for name in ("created", "modified") if about.day else ():
        made = etree.SubElement(root, f"{{{terms}}}{name}")
        made.set(f"{{{xsi}}}type", "dcterms:W3CDTF")
        made.text = f"{about.day}T00:00:00Z"
    return root
