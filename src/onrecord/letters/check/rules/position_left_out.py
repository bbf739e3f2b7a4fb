"""A recommendation without what became of it (Human Rights Council resolution 5/1, annex, para. 32)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case, Mention
from onrecord.letters.check.fates import fate, fate_to_add, is_settled, proof
from onrecord.letters.check.rule import NOTICE, WARNING, Rule, Said
from onrecord.letters.check.stated_positions import speaks_of_position
from onrecord.letters.check.told_together import told_of_all
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import Entry
from onrecord.told import tell, tell_and
from onrecord.un.position import SUPPORTED


def find(case: Case) -> Iterator[Said]:
    """Each recommendation that the letter quotes, cites or names, once, unless the text near it tells.

    Those of one report whose answer is open for one reason are told together.
    """
    seen: set[tuple[str, str]] = set()
    waiting: dict[str, list[tuple[Mention, Entry]]] = {}
    for mention in case.mentions:
        told = (mention.symbol, mention.pinpoint) in seen
        if told or _said_near(case, mention) or told_of_all(case, mention):
            seen.add((mention.symbol, mention.pinpoint))
            continue
        seen.add((mention.symbol, mention.pinpoint))
        for entry in _parts(mention.entries):
            if is_settled(entry):
                yield _said(case, mention, entry)
            else:
                waiting.setdefault(f"{entry.symbol}: {fate(case, entry)}", []).append((mention, entry))
    for several in waiting.values():
        yield _said(case, *several[0], also=[entry for _, entry in several[1:]])


def _parts(entries: tuple[Entry, ...]) -> list[Entry]:
    """One entry for each position that the parts of a number have."""
    return list({entry.position: entry for entry in reversed(entries)}.values())


def _said_near(case: Case, mention: Mention) -> bool:
    paragraph = case.paragraph_at(mention.span.start)
    sentences = case.sentences_from(paragraph.start, paragraph.end)
    at = next((i for i, s in enumerate(sentences) if s.start <= mention.span.start < s.end), None)
    if at is None:
        return False
    near = _around(case, paragraph) if len(sentences) == 1 else sentences[at : at + 3]
    return speaks_of_position(_without_quotations(case, near[0].start, near[-1].end))


def _around(case: Case, paragraph: Span) -> tuple[Span, ...]:
    """A paragraph of one sentence, a block or an item of a list, with the sentence before it and two after it."""
    before = case.sentences_from(0, paragraph.start)[-1:]
    after = case.sentences_from(paragraph.end, len(case.letter.text))[:2]
    return (*before, paragraph, *after)


def _without_quotations(case: Case, start: int, end: int) -> str:
    words = case.letter.text[start:end]
    for quotation in case.quotations:
        first, last = max(start, quotation.span.start) - start, min(end, quotation.span.end) - start
        if first < last:
            words = words[:first] + " " * (last - first) + words[last:]
    return words


def _said(case: Case, mention: Mention, entry: Entry, also: Sequence[Entry] = ()) -> Said:
    places = list(dict.fromkeys(one.pinpoint for one in (entry, *also)))
    named = tell_and([one for one in (", ".join(places[:-1]), places[-1]) if one])
    what = (
        f"{entry.symbol}, {named}"
        if "." in entry.pinpoint and len(places) == 1
        else tell("%(symbol)s, %(named)s", symbol=entry.symbol, named=named)
        if "." in entry.pinpoint
        else tell("%(symbol)s, para. %(named)s", symbol=entry.symbol, named=named)
    )
    became = fate(case, entry)
    refused = is_settled(entry) and entry.position != SUPPORTED
    return Said(
        mention.span,
        tell("The letter does not say what became of %(what)s: %(became)s.", what=what, became=became),
        (
            *proof(case, entry),
            *(Evidence(tell("the recommendation"), case.place_of(e)) for e in (entry, *also)),
        ),
        fate_to_add(case, entry) if is_settled(entry) else "",
        severity=WARNING if refused else NOTICE,
    )


RULE = Rule("position_left_out", WARNING, "A recommendation is cited without what became of it.", find)
