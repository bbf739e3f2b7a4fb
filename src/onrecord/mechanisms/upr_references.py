"""Positions that chapter II states by reference: lists of paragraphs, letters or numbers.

Reports of the first sessions name what the State refused by the paragraphs of the dialogue: "The
recommendations noted in the report in paragraphs 27 (b), (c), … 56, 79 (a), (c) … did not enjoy the support
of China" (A/HRC/11/25, para. 117). Later paragraphs qualify numbers of a list: "recommendations Nos. 8, 9,
10 above are either already implemented or in the process of implementation" (A/HRC/13/6, para. 68).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.documents.model import Document, Paragraph
from onrecord.mechanisms import reference_patterns as patterns
from onrecord.mechanisms.sentences import sentences
from onrecord.mechanisms.upr_conclusions import chapter
from onrecord.mechanisms.upr_dialogue import section_of
from onrecord.un.position import NOT_STATED, position_of_heading

LONGEST_RANGE = 120
"""Numbers in a range; "Nos. 85-119" is one, a misprint that spans hundreds is none."""


class Place(NamedTuple):
    """What a reference names: "27 (b)", "56, last sentence", or item "91.1" or "8" of a list.

    `letter` is "b" or ""; `part` are words that narrow it ("last sentence", "the ratification of the
    Convention"), or "".
    """

    number: str
    letter: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A position stated for recommendations that stand elsewhere.

    `kind` is "dialogue" (places are paragraphs of the dialogue) or "list" (numbers of items, or of whole
    lists, in chapter II). `under` is the paragraph whose list the numbers count in, as the words name it (it
    can be misprinted: A/HRC/13/15, para. 90, says 88 for 89), or "" for the list above.
    `position` is a value of un.position, `phrase` its very words ("" where NOT_STATED), `paragraph` the
    number of the paragraph that says so and `words` its sentence. `by_number` says that its words are
    "Nos. 85-119" or the like: where the list above has such numbers they are its items, and no paragraphs
    (A/HRC/14/17, para. 96: 97 is the 97th recommendation of para. 95, not the list of para. 97).
    """

    kind: str
    places: tuple[Place, ...]
    position: str
    phrase: str
    paragraph: str
    words: str
    under: str = ""
    by_number: bool = False


def positions_by_reference(document: Document) -> tuple[Reference, ...]:
    """Every reference of chapter II to recommendations that stand elsewhere, in order."""
    spoken = {
        paragraph.number
        for paragraph in document.paragraphs
        if paragraph.number and paragraph.parent is None and section_of(paragraph)
    }
    found: list[Reference] = []
    for paragraph in chapter(document):
        if paragraph.parent is None and patterns.RECOMMENDATION.search(paragraph.text):
            found.extend(_references(paragraph, spoken))
    return tuple(found)


def _references(paragraph: Paragraph, spoken: set[str]) -> Iterator[Reference]:
    for start, end in sentences(paragraph.text):
        sentence = paragraph.text[start:end]
        if not patterns.RECOMMENDATION.search(sentence):
            continue
        position, phrase = _position(sentence)
        places = tuple(_places(sentence, patterns.PARAGRAPHS))
        numbers = tuple(_places(sentence, patterns.NUMBERS))
        number = paragraph.number or ""
        if numbers:
            under = places[0].number if len(places) == 1 and places[0] not in numbers else ""
            yield Reference("list", numbers, position, phrase, number, sentence, under, by_number=True)
            if under:
                continue
        in_dialogue = tuple(place for place in places if place.number in spoken)
        if in_dialogue:
            yield Reference("dialogue", in_dialogue, position, phrase, number, sentence)
        others = tuple(place for place in places if place.number not in spoken)
        if others and not numbers:
            yield Reference("list", others, position, phrase, number, sentence)


def _position(sentence: str) -> tuple[str, str]:
    """The position in a sentence, without the words "noted in the report", which name a place."""
    found = position_of_heading(patterns.NOTED_IN.sub(" ", sentence))
    if found is None or found[0] == NOT_STATED:
        unfounded = patterns.DISAGREES.search(sentence)
        return ("noted", unfounded[0]) if unfounded else (NOT_STATED, "")
    return found


def _places(sentence: str, lead: re.Pattern[str]) -> Iterator[Place]:
    seen: set[Place] = set()
    for opening in lead.finditer(sentence):
        for place in _listed(sentence, opening.end()):
            if place not in seen:
                seen.add(place)
                yield place


def _listed(text: str, at: int) -> list[Place]:
    """The places listed from `at` on, whatever stands or is missing between them."""
    places: list[Place] = []
    while token := patterns.TOKEN.match(text, at):
        at = token.end()
        if token["number"]:
            places.extend(_numbers(token["number"], token["to"] or ""))
        elif places and token["letters"]:
            number = places[-1].number
            if places[-1] == Place(number):
                places.pop()
            places.extend(Place(number, letter) for letter in _letters(token["letters"], token["to_letter"]))
        elif places and token["part"]:
            places[-1] = places[-1]._replace(part=token["part"])
        elif places:
            _describe(places, token["described"].strip())
    return places


def _describe(places: list[Place], words: str) -> None:
    """Give a description to the bare paragraphs before it: "in paragraphs 10 and 15 (the ratification …)"."""
    for at in range(len(places) - 1, -1, -1):
        if places[at] != Place(places[at].number):
            break
        places[at] = places[at]._replace(part=words)


def _numbers(low: str, high: str) -> Iterator[Place]:
    """One number, or each of a range: "85-119", "127.1 to 127.5"."""
    head, _, first = low.rpartition(".")
    last = high.rpartition(".")[2] or first
    if not 0 <= int(last) - int(first) <= LONGEST_RANGE:
        yield from (Place(low), Place(high))
        return
    for value in range(int(first), int(last) + 1):
        yield Place(f"{head}.{value}" if head else str(value))


def _letters(letters: str, high: str | None) -> list[str]:
    """The letters of "(a, d)" or of "(a)-(c)"."""
    found: list[str] = re.findall(r"[a-z]", letters.lower())
    if high:
        found.extend(chr(code) for code in range(ord(found[-1]) + 1, ord(high.lower()) + 1))
    return found
