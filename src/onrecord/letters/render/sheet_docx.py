"""A sheet of points with their sources as a Word file, of as many pages as it needs."""

from __future__ import annotations

from lxml import etree

from onrecord.letters.compose.built import Run
from onrecord.letters.render.docx_file import About, Extra, section, word_file
from onrecord.letters.render.docx_package import Relations, make
from onrecord.letters.render.docx_runs import Inliner
from onrecord.letters.render.docx_styles import Numbering
from onrecord.letters.render.letter_inlines import day_of, line, safe_link
from onrecord.letters.render.sheet_contents import Point, StateSheet


def sheet_docx(sheet: StateSheet) -> bytes:
    """The file: title, facts, then each section with its points as bullets, every point with its source."""
    links, numbering = Relations(), Numbering()
    inliner = Inliner(sheet.language, links)

    def styled(style: str, *runs: Run, numbered: bool = False) -> etree._Element:
        properties = make("pPr", make("pStyle", val=style))
        if numbered:
            properties.append(make("numPr", make("ilvl", val=0), make("numId", val=numbering.bullets())))
        return make("p", properties, *inliner.runs(runs))

    body = [styled("Title", Run(line(sheet.title)))]
    if line(sheet.organisation):
        body.append(styled("Date", Run(line(sheet.organisation))))
    for label, words in sheet.facts:
        body.append(styled("Reference", Run(f"{line(label)}: ", strong=True), Run(line(words))))
    for one in sheet.sections:
        body.append(styled("Heading1", Run(line(one.heading))))
        body += [styled("ListBullet", *_worded(point), numbered=True) for point in one.points]
    about = About(line(sheet.title), line(sheet.organisation), sheet.language, day_of(sheet.day))
    document = make("document", make("body", *body, section()))
    return word_file(about, document, links, (Extra("numbering", "numbering.xml", numbering.xml()),))


def _worded(point: Point) -> list[Run]:
    source = line(point.source)
    return [Run(line(point.text)), *([Run(" "), Run(source, link=safe_link(point.link))] if source else [])]
