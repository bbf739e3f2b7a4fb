"""Chapter II of a Working Group report: the lists of recommendations, their States and positions.

Where a position stands (domain rule, seen in 304 reports of sessions 1 to 20): in the paragraph above the
list; or, where that says nothing, in a paragraph below it ("The response to these recommendations will be
included in the outcome report").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.documents.model import Document, Paragraph
from onrecord.mechanisms import patterns
from onrecord.mechanisms.model import Entry, Inference, PositionAt, ReviewFacts
from onrecord.mechanisms.state_brackets import Part, brackets_of_states, parts_of
from onrecord.un.position import NOT_STATED, position_of_heading


@dataclass(frozen=True, slots=True)
class Stated:
    """A position, the words that state it, and the paragraph where they stand."""

    value: str
    words: str = ""
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A paragraph of chapter II and the items listed under it."""

    above: Paragraph
    items: tuple[Paragraph, ...]
    stated: Stated


def recommendations(document: Document, facts: ReviewFacts) -> tuple[Entry, ...]:
    """Every recommendation of chapter II, one entry a text, in the order printed.

    Returns entries of section "conclusions" with number, part, States and position as the report states it.
    """
    found: list[Entry] = []
    for listed in position_lists(document):
        if not _holds_recommendations(listed):
            continue
        for item in listed.items:
            found.extend(_entries(item, listed.stated, facts))
        if not listed.items:
            found.extend(_entries(_without_introduction(listed.above), listed.stated, facts))
    return tuple(found)


def pledges(document: Document, facts: ReviewFacts) -> tuple[Entry, ...]:
    """The voluntary pledges and commitments of the State under review, one entry a paragraph or item."""
    found = []
    for paragraph in document.paragraphs:
        heading = " ".join(paragraph.headings)
        if paragraph.zone == "body" and paragraph.number and patterns.PLEDGES.search(heading):
            found.append(_pledge(paragraph, facts))
    return tuple(found)


def chapter(document: Document) -> tuple[Paragraph, ...]:
    """The numbered paragraphs of chapter II, lists included.

    Where no heading names the chapter, the lists that hold recommendations and the paragraphs from the first
    of them on are taken for it.
    """
    numbered = [p for p in document.paragraphs if p.zone == "body" and p.number]
    inside = tuple(p for p in numbered if _in_chapter(p))
    if any(p.parent for p in inside) or any(brackets_of_states(p.text) for p in inside):
        return inside
    first = next(
        (place for place, p in enumerate(numbered) if p.parent and brackets_of_states(p.text)), len(numbered)
    )
    return tuple(numbered[max(0, first - 1) :])


def _in_chapter(paragraph: Paragraph) -> bool:
    headings = paragraph.headings
    if not headings:
        return False
    return patterns.CONCLUSIONS.match(headings[0]) is not None


def position_lists(document: Document) -> tuple[ListOf, ...]:
    """The paragraphs of chapter II with their lists and the position of each list."""
    paragraphs = chapter(document)
    mains = [p for p in paragraphs if p.parent is None]
    lists = [
        ListOf(main, tuple(p for p in paragraphs if p.parent == main.number), _stated_above(main))
        for main in mains
    ]
    return tuple(_settled(lists))


def _stated_above(main: Paragraph) -> Stated:
    if patterns.CLOSING.search(main.text):
        return Stated(NOT_STATED)
    found = position_of_heading(main.text)
    if found is None or found[0] == NOT_STATED:
        return Stated(NOT_STATED)
    return Stated(found[0], found[1], main.number or "")


def _settled(lists: Sequence[ListOf]) -> Iterator[ListOf]:
    """Give lists whose own paragraph states nothing the position that a paragraph below states for them."""
    for place, listed in enumerate(lists):
        if listed.stated.value != NOT_STATED or not listed.items:
            yield listed
            continue
        yield ListOf(listed.above, listed.items, _stated_below(lists[place + 1 :]))


def _stated_below(after: Sequence[ListOf]) -> Stated:
    for listed in after:
        main = listed.above
        if listed.items and patterns.RECOMMENDATION_INTRODUCED.search(main.text):
            continue
        if patterns.CLOSING.search(main.text):
            break
        if patterns.THESE_RECOMMENDATIONS.search(main.text) and listed.stated.value != NOT_STATED:
            return listed.stated
    return Stated(NOT_STATED)


def _holds_recommendations(listed: ListOf) -> bool:
    text = listed.above.text
    if patterns.CLOSING.search(text) and not listed.items:
        return False
    if patterns.COMMENTS.search(text) and "recommendation" not in text.lower():
        return False
    if listed.items:
        named = sum(bool(brackets_of_states(item.text)) for item in listed.items)
        return named > 0 or patterns.RECOMMENDATION_INTRODUCED.search(text) is not None
    return _recommends_itself(listed.above)


def _recommends_itself(main: Paragraph) -> bool:
    """Whether a paragraph without a list holds recommendations in its own running text."""
    brackets = brackets_of_states(main.text)
    return bool(brackets) and brackets[-1].end > len(main.text) * 0.5


def _without_introduction(main: Paragraph) -> Paragraph:
    return main


def _entries(item: Paragraph, stated: Stated, facts: ReviewFacts) -> Iterator[Entry]:
    text = item.text
    as_printed = item.printed or text
    for number, part in enumerate(parts_of(text), start=1):
        yield _entry(item, part, number, as_printed, stated, facts)


def _entry(  # noqa: PLR0917 - one call, all of them named in the docstring of Entry
    item: Paragraph, part: Part, number: int, as_printed: str, stated: Stated, facts: ReviewFacts
) -> Entry:
    words = item.text[part.start : part.end].strip()
    return Entry(
        kind="recommendation",
        symbol=facts.symbol,
        section="conclusions",
        paragraph=item.parent or item.number or "",
        page=item.page_at(part.start),
        text=words,
        as_printed=as_printed,
        number=item.number if item.parent else None,
        part=number,
        by=part.codes,
        by_as_printed=part.as_printed,
        on_behalf_of=part.on_behalf_of,
        to=facts.state,
        cycle=facts.cycle,
        session=facts.session,
        date=facts.date,
        position=stated.value,
        position_as_written=stated.words,
        position_at=PositionAt(facts.symbol, stated.paragraph) if stated.paragraph else None,
        inferred=tuple(Inference("by", name) for name in part.inferred),
        place=item.place(part.start, part.end),
    )


def _pledge(paragraph: Paragraph, facts: ReviewFacts) -> Entry:
    return Entry(
        kind="pledge",
        symbol=facts.symbol,
        section="pledges",
        paragraph=paragraph.parent or paragraph.number or "",
        page=paragraph.page,
        text=paragraph.text,
        as_printed=paragraph.printed or paragraph.text,
        number=paragraph.number if paragraph.parent else None,
        by=(facts.state,) if facts.state else (),
        to=facts.state,
        cycle=facts.cycle,
        session=facts.session,
        date=facts.date,
        place=paragraph.place(0, len(paragraph.text)),
    )
