"""Words or a recommendation given to a State that did not say them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.mentions import entry_holding
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.check.speakers import is_named_before, speakers_of
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import Entry
from onrecord.un.states import state

# "When Canada raised torture, the delegation replied “…”": another subject than the State before.
_DELEGATION = re.compile(
    r"\b(?:delegation|government|authorit\w+|minister\w*|"
    r"repl\w+|respon\w+|answer\w*|it|State under review)\b",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Said]:
    """Each quotation or number that the sentence gives to a State other than the record does."""
    for span, entries in _spoken(case):
        by = {code for entry in entries for code in entry.by}
        if not by or any(entry.on_behalf_of for entry in entries):
            continue
        start = case.sentence_at(span.start).start
        if entries[0].to in by and _DELEGATION.search(case.letter.text, start, span.start):
            continue  # the State under review speaks through its delegation
        claimed = speakers_of(case, span, entries[0].to)
        if claimed and not by & set(claimed) and not is_named_before(case, span, by):
            yield _said(case, span, entries, claimed)


def _spoken(case: Case) -> Iterator[tuple[Span, tuple[Entry, ...]]]:
    for quotation in case.quotations:
        entries = entry_holding(case, quotation)
        if entries and case.in_body(quotation.span.start):
            yield quotation.span, entries
    for mention in case.mentions:
        citation = mention.citation
        if citation is not None and citation.note is None and citation.kind == "recommendation":
            yield mention.span, mention.entries


def _said(case: Case, span: Span, entries: tuple[Entry, ...], claimed: tuple[str, ...]) -> Said:
    letter = " and ".join(state(code).name for code in claimed)
    record = " and ".join(dict.fromkeys(state(code).name for entry in entries for code in entry.by))
    first = entries[0]
    what = "this recommendation" if first.kind == "recommendation" else "these words"
    return Said(
        span,
        f"The letter gives {what} to {letter}; {first.symbol}, para. {first.pinpoint}, to {record}.",
        tuple(Evidence("the record", case.place_of(entry)) for entry in entries),
        record,
    )


RULE = Rule("wrong_recommending_state", ERROR, "Words are given to a State that did not say them.", find)
