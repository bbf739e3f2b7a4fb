"""Advance questions as a Word file, laid out as the High Commissioner's Office publishes them."""

from __future__ import annotations

from onrecord.errors import RenderError
from onrecord.letters.compose.built import Run
from onrecord.letters.render.docx_file import About, Extra, section, word_file
from onrecord.letters.render.docx_package import Relations, make
from onrecord.letters.render.docx_runs import Inliner
from onrecord.letters.render.docx_styles import Numbering
from onrecord.letters.render.letter_inlines import day_of, line
from onrecord.letters.render.sheet_contents import AdvanceQuestions


def questions_title(sheet: AdvanceQuestions) -> str:
    """`ADVANCE QUESTIONS TO SLOVENIA – ADD.2`."""
    addendum = f" – ADD.{sheet.addendum}" if sheet.addendum > 0 else ""
    return f"ADVANCE QUESTIONS TO {line(sheet.state).upper()}{addendum}"


def advance_questions_docx(sheet: AdvanceQuestions) -> bytes:
    """The file: the title, then under each State's name in capitals its questions as bullets.

    The layout is that of the advance questions to Slovenia of 2014 and 2019 on the High Commissioner's
    pages. Raises RenderError where there is no State or no question.
    """
    if not line(sheet.state) or not any(line(one) for by in sheet.questioners for one in by.bullets):
        raise RenderError(
            "There is nothing to put in the file of advance questions.",
            hint="Give the State under review and at least one question.",
        )
    links, numbering = Relations(), Numbering()
    inliner = Inliner(sheet.language, links)
    title = questions_title(sheet)
    body = [
        make(
            "p",
            make("pPr", make("pStyle", val="Title"), make("spacing", after=480), make("jc", val="center")),
            *inliner.runs([Run(title)]),
        )
    ]
    for by in sheet.questioners:
        body.append(
            make(
                "p", make("pPr", make("pStyle", val="Heading1")), *inliner.runs([Run(line(by.name).upper())])
            )
        )
        for words in filter(None, map(line, by.bullets)):
            numbered = make("numPr", make("ilvl", val=0), make("numId", val=numbering.bullets()))
            properties = make("pPr", make("pStyle", val="ListBullet"), numbered)
            body.append(make("p", properties, *inliner.runs([Run(words)])))
    document = make("document", make("body", *body, section()))
    asked = ", ".join(line(by.name) for by in sheet.questioners)
    about = About(title, asked, sheet.language, day_of(sheet.day))
    return word_file(about, document, links, (Extra("numbering", "numbering.xml", numbering.xml()),))
