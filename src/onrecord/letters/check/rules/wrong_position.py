"""A position on a recommendation that the record contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.check.stated_positions import stated_position
from onrecord.letters.model import Evidence
from onrecord.un.position import NOTED, PARTIALLY_SUPPORTED, PENDING, SUPPORTED
from onrecord.un.states import state

_IN_WORDS = {
    SUPPORTED: "supported",
    NOTED: "not supported",
    PARTIALLY_SUPPORTED: "supported in part",
    PENDING: "left for later",
}


def find(case: Case) -> Iterator[Said]:
    """Each sentence that gives all its recommendations one position, where the record has another.

    A position that the report leaves open may since have been given in an addendum: then nothing is said.
    """
    done: set[Span] = set()
    for mention in case.mentions:
        sentence = case.sentence_at(mention.span.start)
        if sentence in done or not case.in_body(sentence.start):
            continue
        done.add(sentence)
        here = [m for m in case.mentions if sentence.start <= m.span.start < sentence.end]
        held = {entry.position for m in here for entry in m.entries}
        stated, words = stated_position(_own_words(case, sentence))
        if not stated or len(held) != 1 or held & {stated, PENDING, None} or not held & set(_IN_WORDS):
            continue
        entry = mention.entries[0]
        at = entry.position_at
        who = state(entry.to).name if entry.to else "the State under review"
        yield Said(
            mention.span,
            f"The letter says “{words}”; by {at.symbol if at else entry.symbol}, para. "
            f"{at.paragraph if at else entry.paragraph}, {entry.pinpoint} was {_IN_WORDS[str(entry.position)]} ({who}).",
            (Evidence("the position", case.place(at.symbol, at.paragraph) if at else case.place_of(entry)),),
        )


def _own_words(case: Case, sentence: Span) -> str:
    """The sentence without what it quotes."""
    text = case.letter.text
    parts: list[str] = []
    at = sentence.start
    for quotation in case.quotations:
        if sentence.start <= quotation.span.start < sentence.end:
            parts.append(text[at : quotation.span.start])
            at = quotation.span.end
    return " ".join([*parts, text[at : sentence.end]])


RULE = Rule("wrong_position", ERROR, "A position on a recommendation that the record contradicts.", find)
