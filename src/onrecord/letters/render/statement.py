"""A statement to be spoken in a review, as a Word file and as plain text."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.errors import RenderError
from onrecord.letters.compose.built import Run
from onrecord.letters.render.docx_file import About, section, word_file
from onrecord.letters.render.docx_package import Relations, make
from onrecord.letters.render.docx_runs import Inliner
from onrecord.letters.render.letter_inlines import day_of, line, lines, primary
from onrecord.letters.render.sheet_contents import WORDS_A_MINUTE, Statement
from onrecord.un.articles import with_article


class _Labels(NamedTuple):
    title: str
    length: str


LABELS = {
    "en": _Labels("Statement of {} in the review of {}", "{0} words, {1} seconds at {2} words a minute"),
    "ko": _Labels("{} 발언문 ({} 검토)", "{0}단어, 분당 {2}단어로 {1}초"),
}


def statement_text(statement: Statement) -> bytes:
    """The statement in UTF-8, a paragraph a line; its length in words and seconds at the end."""
    head, spoken, length = _shown(statement)
    return ("\n\n".join((*head, *spoken, f"[{length}]")) + "\n").encode("utf-8")


def statement_docx(statement: Statement) -> bytes:
    """The statement in large type with wide lines, to be read aloud; its length at the end."""
    head, spoken, length = _shown(statement)
    links = Relations()
    inliner = Inliner(statement.language, links)
    body = [make("p", make("pPr", make("pStyle", val="Title")), *inliner.runs([Run(head[0])]))]
    body += [
        make("p", make("pPr", make("pStyle", val="Date")), *inliner.runs([Run(one)])) for one in head[1:]
    ]
    body += [
        make("p", make("pPr", make("pStyle", val="Spoken")), *inliner.runs([Run(one)])) for one in spoken
    ]
    body.append(make("p", make("pPr", make("pStyle", val="Reference")), *inliner.runs([Run(f"[{length}]")])))
    about = About(head[0], line(statement.speaker), statement.language, day_of(statement.day))
    return word_file(about, make("document", make("body", *body, section())), links, ())


def _shown(statement: Statement) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    spoken = lines(statement.paragraphs)
    if not spoken:
        raise RenderError("The statement has no words.", hint="Choose at least one ask.")
    labels = LABELS.get(primary(statement.language), LABELS["en"])
    speaker, state = line(statement.speaker), line(statement.state)
    if labels is LABELS["en"]:
        speaker, state = with_article(speaker), with_article(state)
    title = labels.title.format(speaker, state)
    length = _length(labels.length, statement)
    return (title, *lines((statement.occasion,))), spoken, length


def _length(label: str, statement: Statement) -> str:
    return label.format(statement.words, statement.seconds, WORDS_A_MINUTE)
