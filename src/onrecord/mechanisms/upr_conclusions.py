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
from onrecord.un.position import NOT_STATED, PENDING, position_of_heading


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
            if not _is_comment(listed, item):
                found.extend(_entries(item, listed.stated, facts))
        if not listed.items:
            found.extend(_entries(listed.above, listed.stated, facts))
    return tuple(found)


def pledges(document: Document, facts: ReviewFacts) -> tuple[Entry, ...]:
    """The voluntary pledges and commitments of the State under review, one entry a paragraph or item."""
    found = []
    for paragraph in document.paragraphs:
        heading = " ".join(paragraph.headings)
        if paragraph.zone == "body" and paragraph.number and patterns.PLEDGES.search(heading):
            found.append(_own_words("pledge", "pledges", paragraph, facts))
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
        if listed.items and patterns.INTRODUCES.search(main.text):
            continue
        if patterns.CLOSING.search(main.text):
            break
        if not patterns.THESE_RECOMMENDATIONS.search(main.text):
            continue
        later = patterns.RESPONSE_LATER.search(main.text)
        if later is not None:
            return Stated(PENDING, later[0], main.number or "")
        if listed.stated.value != NOT_STATED:
            return listed.stated
    return Stated(NOT_STATED)


def _holds_recommendations(listed: ListOf) -> bool:
    text = listed.above.text
    if patterns.CLOSING.search(text) and not listed.items:
        return False
    if patterns.PLEDGES.search(" ".join(listed.above.headings)):
        return False
    if patterns.COMMENTS.search(text):
        return any(not _is_comment(listed, item) for item in listed.items)
    if listed.items:
        named = any(brackets_of_states(item.text) for item in listed.items)
        return named or patterns.INTRODUCES.search(text) is not None
    return _introduction(listed.above) is not None


def _is_comment(listed: ListOf, item: Paragraph) -> bool:
    """Whether an item under "offers the following comments" is one: no bracket of States closes it."""
    if not patterns.COMMENTS.search(listed.above.text):
        return False
    brackets = brackets_of_states(item.text)
    return not any(item.text[b.end : b.end + 2].strip()[:1] in {"", ";", ".", ":"} for b in brackets[-1:])


def _introduction(main: Paragraph) -> int | None:
    """Where the recommendation begins in a paragraph that holds it in its own running text, else None."""
    found = patterns.INTRODUCTION.match(main.text)
    if found is None:
        return None
    brackets = brackets_of_states(main.text[found.end() :])
    closes = bool(brackets) and not main.text[found.end() + brackets[-1].end :].strip(" ;.")
    return found.end() if closes else None


def comments(document: Document, facts: ReviewFacts) -> tuple[Entry, ...]:
    """What the State under review itself says of recommendations in chapter II, as replies."""
    found: list[Entry] = []
    for listed in position_lists(document):
        if not patterns.COMMENTS.search(listed.above.text):
            continue
        own = [item for item in listed.items if _is_comment(listed, item)] if listed.items else [listed.above]
        found.extend(_own_words("reply", "conclusions", paragraph, facts) for paragraph in own)
    return tuple(found)


def _entries(item: Paragraph, stated: Stated, facts: ReviewFacts) -> Iterator[Entry]:
    start = 0 if item.parent else _introduction(item) or 0
    as_printed = item.printed or item.text
    for number, part in enumerate(parts_of(item.text[start:]), start=1):
        yield _entry(
            item, part.shifted(start), number, as_printed[start:] if start else as_printed, stated, facts
        )


def _entry(
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


def _own_words(kind: str, section: str, paragraph: Paragraph, facts: ReviewFacts) -> Entry:
    return Entry(
        kind=kind,
        symbol=facts.symbol,
        section=section,
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
