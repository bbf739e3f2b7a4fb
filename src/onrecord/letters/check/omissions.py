"""What a cited document says on the letter's topics and the letter does not use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.analysis.model import Hit
from onrecord.analysis.topics import Topic, is_about, named_topics
from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.sources import parsed
from onrecord.letters.model import Letter
from onrecord.letters.patterns import SALUTATION
from onrecord.mechanisms.model import Entry
from onrecord.un.states import find_states

# A letter that uses a topic's words in one paragraph alone may only touch on it.
_PARAGRAPHS = 2


def topics_of(letter: Letter) -> tuple[Topic, ...]:
    """The named topics that the letter is about, by the words of its paragraphs."""
    paragraphs = [letter.text[span.start : span.end] for span in letter.paragraphs]
    return tuple(
        topic for topic in named_topics() if sum(is_about(topic, text) for text in paragraphs) >= _PARAGRAPHS
    )


def omitted(case: Case, symbol: str, *, answers: bool) -> Iterator[tuple[Hit, str]]:
    """The entries of a document on the letter's topics that it does not cite, with the topic's name.

    `answers` asks for what the State under review said itself; else for what was said to it.
    """
    facts = case.reviews.get(symbol)
    if facts is None or _is_in_contrast(case, facts.state):
        return
    seen: set[str] = set()
    for topic in case.topics:
        traced = case.record.trace(facts, topic)
        for hit in traced.answers if answers else traced.raised:
            if hit.entry.pinpoint not in seen and not _used(case, hit):
                seen.add(hit.entry.pinpoint)
                yield hit, topic.name


def _is_in_contrast(case: Case, code: str) -> bool:
    """Whether the letter cites the reviews of another State more often, and names this one in no heading."""
    cited = Counter(case.reviews[c.symbol].state for c in case.citations if c.symbol in case.reviews)
    if cited[code] == max(cited.values(), default=0):
        return False
    salutation = SALUTATION.search(case.letter.text)
    head = case.letter.text[: salutation.start()] if salutation else ""
    return all(found.state.code != code for found in find_states(head))


def cited_span(case: Case, symbol: str) -> Span:
    """Where the letter first cites the document."""
    return next(case.call_of(c) for c in case.citations if c.symbol == symbol)


def _used(case: Case, hit: Hit) -> bool:
    return any(_is_used(case, entry) for entry in (hit.entry, *hit.also))


def _is_used(case: Case, entry: Entry) -> bool:
    for citation in case.citations:
        if citation.symbol == entry.symbol and any(
            _names(pinpoint, entry) for pinpoint in citation.pinpoints
        ):
            return True
    found = (quotation.at for quotation in case.quotations if quotation.at is not None)
    return any(
        at.symbol == entry.symbol and at.paragraph in {entry.pinpoint, entry.paragraph} for at in found
    )


def _names(pinpoint: str, entry: Entry) -> bool:
    if pinpoint == entry.pinpoint:
        return True
    place = parsed(pinpoint)
    if place is None or (place.letters and entry.number is not None):
        return False
    return place.covers(entry.pinpoint) or (entry.section == "dialogue" and place.covers(entry.paragraph))
