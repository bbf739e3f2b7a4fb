"""Recommendations as they were made in the dialogue, for reports whose chapter II only refers to them.

How reports are made: in sessions 1 to 7 chapter II lists what the State accepted or will examine, and names
what it refused by paragraph and letter of the dialogue (A/HRC/11/25, para. 117). Those recommendations stand
nowhere else, so they are read where they were made. All others stand in chapter II, and reading them here
too would count them twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.documents.model import Document, Paragraph
from onrecord.mechanisms import clause_patterns as patterns
from onrecord.mechanisms.clauses import Clause, clauses
from onrecord.mechanisms.model import Entry, Inference, PositionAt, ReviewFacts
from onrecord.mechanisms.sentences import sentences
from onrecord.mechanisms.upr_references import Place, Reference, positions_by_reference
from onrecord.told import Told, tell
from onrecord.un.position import NOT_STATED

LONG_WORD = 4
"""Words of up to so many letters tell little of what a recommendation is about."""


@dataclass(frozen=True, slots=True)
class InDialogue:
    """The recommendations found, and the references that lead to none."""

    entries: tuple[Entry, ...] = ()
    doubts: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class _Referred:
    """A clause of a paragraph and the references that name it, in the order of chapter II.

    `counted` holds the letters by which they name it where the paragraph itself prints none.
    """

    clause: Clause
    by: list[Reference]
    counted: list[str]


def dialogue_recommendations(
    document: Document, facts: ReviewFacts, statements: Sequence[Entry]
) -> InDialogue:
    """The recommendations of the dialogue to which chapter II refers, each with the position stated there.

    `statements` are the entries of upr_dialogue.statements; a recommendation is by whoever made the
    statement. A reference that leads to no recommendation is a doubt, in words for a person.
    """
    spoken = {entry.paragraph: entry for entry in reversed(statements)}
    paragraphs = {p.pinpoint: p for p in document.paragraphs if p.zone == "body" and p.pinpoint in spoken}
    found: dict[str, list[_Referred]] = {}
    doubts: list[Told] = []
    for reference in positions_by_reference(document):
        if reference.kind != "dialogue" or reference.position == NOT_STATED:
            continue
        for place in reference.places:
            paragraph = paragraphs.get(place.number)
            if paragraph is None:
                continue
            if place.number not in found:
                found[place.number] = [_Referred(clause, [], []) for clause in clauses(paragraph.text)]
            doubts.extend(_refer(found[place.number], place, reference, paragraph))
    entries = [
        _entry(paragraphs[number], spoken[number], referred, facts)
        for number, all_referred in sorted(found.items(), key=lambda item: _order(item[0]))
        for referred in all_referred
        if referred.by
    ]
    return InDialogue(tuple(entries), tuple(dict.fromkeys(doubts)))


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split(".") if part.isdigit())


def _refer(
    referred: Sequence[_Referred], place: Place, reference: Reference, paragraph: Paragraph
) -> Iterator[Told]:
    named = [item for item in referred if _is_named(item.clause, place, paragraph.text)]
    ordinal, _, what = place.part.partition(" ")
    if what in patterns.PARTS:
        named = _in_part(referred, patterns.ORDINALS[ordinal], paragraph.text)
    if not named and place.letter:
        named = _counted(referred, place.letter)
        for item in named:
            item.counted.append(f"para. {reference.paragraph}: “{place.number} ({place.letter})”")
    for item in named:
        item.by.append(reference)
    if not named:
        where = f"{place.number} ({place.letter})" if place.letter else place.number
        yield tell(
            "para. %(paragraph)s refers to a recommendation in %(where)s; none was found there",
            paragraph=reference.paragraph,
            where=where,
        )


def _counted(referred: Sequence[_Referred], letter: str) -> list[_Referred]:
    """The clause that the letter counts, where the paragraph lost its letters (A/HRC/10/71, para. 33)."""
    place = ord(letter) - ord("a")
    return [item for item in referred[place : place + 1] if not item.clause.letter]


def _is_named(clause: Clause, place: Place, text: str) -> bool:
    if place.letter:
        return clause.letter == place.letter
    return not place.part or _is_described(clause, place.part, text)


def _in_part(referred: Sequence[_Referred], place: int, text: str) -> list[_Referred]:
    """What stands in the sentence of this place; in a paragraph of one sentence, the item of this place."""
    parts = list(sentences(text))
    if len(parts) == 1:
        return list(referred[place : place + 1 or None])
    try:
        start, end = parts[place]
    except IndexError:
        return []
    return [item for item in referred if item.clause.start < end and item.clause.end > start]


def _is_described(clause: Clause, words: str, text: str) -> bool:
    """Whether the words in brackets after a reference describe this recommendation."""
    said = clause.text(text)
    if any(_abbreviates(found[0], words) for found in patterns.ABBREVIATION.finditer(said)):
        return True
    telling = {word for word in words.lower().split() if len(word) > LONG_WORD}
    return len(telling & set(said.lower().replace(",", "").split())) * 2 > len(telling)


def _abbreviates(letters: str, words: str) -> bool:
    """Whether "ICRMW" can stand for "… International Convention on the … Rights of … Migrant Workers …"."""
    initials = iter(word[0] for word in words.split() if word[0].isupper())
    return all(letter in initials for letter in letters)


def _inferred(referred: _Referred) -> tuple[Inference, ...]:
    """What a reader must be told: a letter that was counted, words that stand before the letter."""
    counted = tuple(Inference("position", words) for words in referred.counted[:1])
    lead = referred.clause.lead
    return (*counted, Inference("text", f"“{lead}” stands before the letter")) if lead else counted


def _entry(paragraph: Paragraph, spoken: Entry, referred: _Referred, facts: ReviewFacts) -> Entry:
    clause, reference = referred.clause, referred.by[0]
    return Entry(
        kind="recommendation",
        symbol=facts.symbol,
        section="dialogue",
        paragraph=paragraph.pinpoint,
        page=paragraph.page_at(clause.start),
        text=clause.text(paragraph.text),
        as_printed=paragraph.text[clause.said_from : clause.said_to].strip(),
        number=f"({clause.letter})" if clause.letter else None,
        part=clause.part,
        by=spoken.by,
        by_as_printed=spoken.by_as_printed,
        on_behalf_of=spoken.on_behalf_of,
        to=facts.state,
        cycle=facts.cycle,
        session=facts.session,
        date=facts.date,
        position=reference.position,
        position_as_written=reference.phrase,
        position_at=PositionAt(facts.symbol, reference.paragraph),
        inferred=spoken.inferred + _inferred(referred),
        place=paragraph.place(clause.start, clause.end),
    )
