"""A recommendation named by its number alone."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import Entry
from onrecord.told import tell, tell_together
from onrecord.un.states import state


def find(case: Case) -> Iterator[Said]:
    """Each number in running text whose words the letter quotes nowhere, with its words and States."""
    quoted = {(m.symbol, m.pinpoint) for m in case.mentions if m.quotation is not None}
    seen: set[tuple[str, str]] = set()
    for mention in case.mentions:
        key = (mention.symbol, mention.pinpoint)
        citation = mention.citation
        if citation is None or citation.note is not None or key in quoted or key in seen:
            continue
        seen.add(key)
        texts = tell_together("; ", [_with_states(entry) for entry in mention.entries])
        yield Said(
            mention.span,
            tell(
                "%(pinpoint)s is named without its text. %(symbol)s has: %(texts)s.",
                pinpoint=mention.pinpoint,
                symbol=mention.symbol,
                texts=texts,
            ),
            tuple(Evidence(tell("the recommendation"), case.place_of(entry)) for entry in mention.entries),
            tell("Give the words, or the sense, beside the number."),
        )


def _with_states(entry: Entry) -> str:
    if any(name and name in entry.text for name in entry.by_as_printed):
        return f"“{entry.text.rstrip(' ;.')}”"
    return tell(
        "“%(words)s” (%(by)s)",
        words=entry.text.rstrip(" ;."),
        by=tell_together(", ", [tell(state(code).name) for code in entry.by]),
    )


RULE = Rule(
    "recommendation_without_text", NOTICE, "A recommendation named by number without its words.", find
)
