"""The States that wanted to speak in a review and did not get the floor.

Where they stand: in a note to the paragraph that opens the dialogue ("Fifty-five delegations were not able to
make their statements.***", A/HRC/11/25, para. 26), or in its running text. Since session 14 the time is
divided, so that all speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.documents.model import Box, Document, Note, Paragraph
from onrecord.mechanisms import speech_patterns as patterns
from onrecord.mechanisms.model import Entry, ReviewFacts
from onrecord.mechanisms.sentences import Sentence, sentences
from onrecord.mechanisms.upr_dialogue import section_of
from onrecord.told import Told, tell
from onrecord.un.number_words import number_named
from onrecord.un.states import find_states, parse_state_list


@dataclass(frozen=True, slots=True)
class NotHeard:
    """The entries, one a State, and the doubts: counts that the report's own list does not bear out."""

    entries: tuple[Entry, ...] = ()
    doubts: tuple[Told, ...] = ()


class _Named(NamedTuple):
    """The names of those not heard: where they stand, by code and as printed."""

    codes: tuple[str, ...]
    printed: tuple[str, ...]
    text: str
    page: int
    mark: str
    place: tuple[Box, ...]


def not_heard(document: Document, facts: ReviewFacts) -> NotHeard:
    """Those who could not deliver their statements, and what the report says of their number."""
    entries: list[Entry] = []
    doubts: list[Told] = []
    for paragraph in document.paragraphs:
        if section_of(paragraph) != "dialogue" or not patterns.NOT_HEARD.search(paragraph.text):
            continue
        said = next(s for s in sentences(paragraph.text) if patterns.NOT_HEARD.search(paragraph.text, *s))
        words = paragraph.text[said.start : said.end]
        named = _named(document, paragraph, said)
        if named is None:
            doubts.append(
                tell(
                    "para. %(paragraph)s names none of those not heard: “%(words)s”",
                    paragraph=paragraph.pinpoint,
                    words=words,
                )
            )
            continue
        entries.extend(_entries(paragraph, words, named, facts))
        doubts.extend(_miscounted(paragraph, words, named))
    return NotHeard(tuple(entries), tuple(doubts))


def _named(document: Document, paragraph: Paragraph, said: Sentence) -> _Named | None:
    for call in paragraph.note_calls:
        if said.start <= call.start <= said.end + 1:
            for note in document.notes_of(paragraph.pinpoint):
                if note.mark == call.mark and (found := _in_note(note)):
                    return found
    return _in_paragraph(paragraph, said.start) or _at_page_foot(document, paragraph, said)


def _in_note(note: Note) -> _Named | None:
    codes, printed = _listed(note.text)
    if not codes:
        return None
    boxes = tuple(line.box for line in note.lines)
    return _Named(codes, printed, note.text, note.page, note.mark, boxes)


def _in_paragraph(paragraph: Paragraph, at: int) -> _Named | None:
    """A list in the very sentence: "The following delegations could not speak: Norway, Chile and Peru"."""
    listed = patterns.LISTED_AFTER.search(paragraph.text, at)
    if listed is None:
        return None
    codes, printed = _listed(listed["names"])
    if not codes:
        return None
    start, end = listed.span("names")
    place = paragraph.place(start, end)
    mark = listed["mark"] or ""
    return _Named(codes, printed, listed["names"], paragraph.page_at(start), mark, place)


def _at_page_foot(document: Document, paragraph: Paragraph, said: Sentence) -> _Named | None:
    """The note where it was printed among the lines of this paragraph or of one that follows on the page."""
    mark = patterns.GLUED_MARK.search(paragraph.text, said.start)
    if mark is None:
        return None
    for other in document.paragraphs:
        if not paragraph.page <= other.page <= paragraph.page + 1:
            continue
        for found in patterns.NOTE_INSIDE.finditer(other.text):
            codes, printed = _listed(found["names"])
            if found["mark"] == mark[1] and codes:
                start, end = found.span("names")
                place = other.place(start, end)
                return _Named(codes, printed, found["names"], other.page_at(start), mark[1], place)
    return None


def _listed(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes and names of a list that may open with words ("These include statements from")."""
    lead = patterns.LIST_LEAD.match(text)
    listed = parse_state_list(text[lead.end() if lead else 0 :].strip(" .;:"))
    if listed:
        return listed.codes, listed.as_printed
    found = find_states(text)
    covered = sum(len(state.as_written) for state in found)
    if len(found) < 2 or covered < len(text) / 2:
        return (), ()
    names = {state.state.code: state.as_written for state in found}
    return tuple(names), tuple(names.values())


def _entries(paragraph: Paragraph, sentence: str, named: _Named, facts: ReviewFacts) -> Iterator[Entry]:
    for code, printed in zip(named.codes, named.printed, strict=True):
        yield Entry(
            kind="not_heard",
            symbol=facts.symbol,
            section="dialogue",
            paragraph=paragraph.pinpoint,
            page=named.page,
            text=sentence,
            as_printed=named.text,
            by=(code,),
            by_as_printed=(printed,),
            to=facts.state,
            cycle=facts.cycle,
            session=facts.session,
            date=facts.date,
            note=named.mark,
            place=named.place,
        )


def _miscounted(paragraph: Paragraph, sentence: str, named: _Named) -> Iterator[Told]:
    said = _number_said(sentence)
    if said is None or said == len(named.codes):
        return
    at, listed = paragraph.pinpoint, len(named.codes)
    if named.mark:
        yield tell(
            "para. %(paragraph)s says %(said)s delegations, its note %(mark)s lists %(listed)s",
            paragraph=at,
            said=said,
            mark=named.mark,
            listed=listed,
        )
    else:
        yield tell(
            "para. %(paragraph)s says %(said)s delegations, it lists %(listed)s",
            paragraph=at,
            said=said,
            listed=listed,
        )


def _number_said(sentence: str) -> int | None:
    """The number of delegations that a sentence gives, in figures or words; None where it gives none."""
    named = (number_named(found[1]) for found in patterns.COUNTED.finditer(sentence))
    return next((number for number in named if number is not None), None)
