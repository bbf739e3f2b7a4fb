"""A document of advance questions as a row of lines: who asks, what opens with a bullet, what goes on.

The files come as Word (a paragraph a question, bullets or none), as PDF (a printed line a line, headings and
first lines run together) and as tables; all become the same row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.documents.model import Box, Document, Paragraph, Table
from onrecord.mechanisms import questions_patterns as patterns
from onrecord.un.states import StateList, find_states, parse_state_list

_LONGEST_HEADING = 300
_PRINTED = ("pdf", "pdf-recognised", "text")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: States, their names as printed, and on whose behalf ("" for their own)."""

    codes: tuple[str, ...]
    as_printed: tuple[str, ...]
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph. `whole` says that it is a paragraph of its own; `asker` is whom it names."""

    text: str
    page: int
    whole: bool
    asker: Asker | None = None
    place: tuple[Box, ...] = ()


def lines_of(document: Document) -> Iterator[Line]:
    """The lines of the document in order; the title is left out."""
    before: tuple[str, ...] = ()
    tables = {table.at: table for table in document.tables if not table.nested}
    for at, paragraph in enumerate(document.paragraphs):
        for heading in _new(paragraph.headings, before):
            yield from _of_heading(heading, paragraph.page)
        before = paragraph.headings
        if at in tables:
            yield from _of_table(tables.pop(at))
        if paragraph.zone != "table" or not document.tables:
            yield from _of_paragraph(paragraph, printed=document.format in _PRINTED)
    for table in tables.values():
        yield from _of_table(table)


def asker_of(text: str) -> Asker | None:
    """Who asks, where the text names just that: "SPAIN", "PORTUGAL on behalf of …", "Joint submission …"."""
    words = " ".join(text.replace("&", "and").split()).strip(" :.–—-•*")
    if not 3 < len(words) <= _LONGEST_HEADING or words.endswith("?"):
        return None
    joint = patterns.JOINT.match(words)
    words = patterns.ASKED_BY.sub("", words[joint.end() :] if joint else words)
    behalf = patterns.BEHALF.match(words)
    if behalf and len(words.split()) <= 40:
        return _on_behalf(behalf["states"], behalf["group"].strip())
    listed = _states(words)
    if listed:
        return Asker(listed.codes, listed.as_printed)
    if joint and words:
        return _on_behalf("", words)
    if words.isupper() and patterns.GROUP.search(words) and len(words.split()) <= 12:
        return Asker((), (), words)
    return None


def _on_behalf(states: str, group: str) -> Asker | None:
    speaking = _states(states) if states.strip(" ,(") else None
    members = _states(group)
    if speaking:
        return Asker(speaking.codes, speaking.as_printed, group)
    if members and not states.strip(" ,("):
        return Asker(members.codes, members.as_printed, group)
    if states.strip(" ,("):
        return None
    named = find_states(group)
    return Asker(
        tuple(dict.fromkeys(one.state.code for one in named)), tuple(one.as_written for one in named), group
    )


def _states(words: str) -> StateList | None:
    """The States that the words name and nothing else; no guess at misspelled words that are no heading."""
    listed = parse_state_list(words.title() if words.isupper() else words)
    if listed is None or (listed.inferred and not words.isupper()):
        return None
    if words.isupper():
        exact = parse_state_list(words)
        return exact or listed
    return listed if words[:1].isupper() else None


def _new(headings: Sequence[str], before: Sequence[str]) -> Iterator[str]:
    for at, heading in enumerate(headings):
        if at >= len(before) or tuple(before[: at + 1]) != tuple(headings[: at + 1]):
            yield heading


def _of_heading(heading: str, page: int) -> Iterator[Line]:
    """A heading; the title, a State's name and a subject under it can stand in one."""
    text = patterns.TITLE.sub(" ", heading) if patterns.TITLE.search(heading) else heading
    title = patterns.TITLE.search(heading)
    if title and title["state"]:
        # Where no mark ends the title, its capitals run on into the first State's name.
        extra = _after_state(title["state"])
        text = f"{heading[: title.start()]} {extra} {heading[title.end() :]}"
    text = " ".join(text.split())
    if not text:
        return
    asker = asker_of(text)
    words = text.split()
    for length in range(len(words) - 1, 0, -1) if asker is None else ():
        first = " ".join(words[:length])
        asker = asker_of(first) if first.isupper() else None
        if asker:
            yield Line(first, page, True, asker)
            yield Line(" ".join(words[length:]), page, True)
            return
    yield Line(text, page, True, asker)


def _after_state(capitals: str) -> str:
    """What stands after the first State in a row of capitals: "DENMARK" in "SLOVENIA DENMARK"."""
    named = find_states(capitals)
    return capitals[named[0].end :].strip() if len(named) > 1 else ""


def _of_paragraph(paragraph: Paragraph, *, printed: bool) -> Iterator[Line]:
    boxes = {line.start: line.box for line in paragraph.lines} if printed else {}
    cuts = sorted({0, *boxes, len(paragraph.text)})
    lead = f"{paragraph.number}. " if paragraph.number else ""
    before = ""
    for start, end in pairwise(cuts):
        text = paragraph.text[start:end].strip()
        if patterns.TITLE.fullmatch(text) or patterns.RULE.match(text) or patterns.PAGE.match(text):
            continue
        box = boxes.get(start)
        page = box.page if box else paragraph.page
        place = (box,) if box else paragraph.place(start, end)
        may_name = text.isupper() or "behalf" in text or (patterns.ENDED.search(before) and text[-1:] != ".")
        asker = asker_of(text) if may_name or not printed else None
        led = patterns.LED_BY_STATE.match(text)
        first = asker_of(led["state"]) if led and asker is None else None
        if led and first:
            yield Line(led["state"], page, True, first, place)
            text = led["rest"]
        yield Line(f"{lead}{text}", page, start == 0, asker, place)
        lead, before = "", text


def _of_table(table: Table) -> Iterator[Line]:
    """Rows: a State over its questions, or beside each; numbers in a column of their own are left out."""
    page = table.page or 1
    asker = asker_of(table.heading)
    if asker:
        yield Line(table.heading, page, True, asker)
    for row in table.rows:
        cells = [cell.strip() for cell in row if cell.strip()]
        texts = []
        for cell in cells:
            named = asker_of(cell)
            if named:
                yield Line(cell, page, True, named)
            elif not patterns.PAGE.match(cell.rstrip(".")):
                texts.append(cell)
        asked = [text for text in texts if patterns.QUESTION.search(text)] or texts[-1:]
        for text in asked:
            for part in text.split("\n"):
                if part.strip():
                    yield Line(f"• {part.strip()}", page, True)
