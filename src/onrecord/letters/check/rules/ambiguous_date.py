"""A date of figures of which either may be the month."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import note_spans
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.told import tell, tell_or
from onrecord.un.dates import find_dates

# "the 9/11 attacks" are known by that name.
_NAME = re.compile(r"\s+(?:attacks?|terror\w*)", re.IGNORECASE)


def find(case: Case) -> Iterator[Said]:
    """Each date of figures with two readings ("10/9", "4.5.2021"), outside quotations and links."""
    for block in (*case.letter.paragraphs, *note_spans(case)):
        words = case.own_words(block)
        for found in find_dates(words):
            if not found.bounds.edtf.startswith("[") or _NAME.match(words, found.end):
                continue
            readings = tell_or(found.bounds.edtf.strip("[]").replace("XXXX-", "").split(","))
            yield Said(
                Span(block.start + found.start, block.start + found.end),
                tell(
                    "“%(as_written)s” can be read in two ways (%(readings)s, the month first).",
                    as_written=found.bounds.as_written,
                    readings=readings,
                ),
                suggestion=tell("Write the month in letters."),
            )


RULE = Rule("ambiguous_date", WARNING, "A date of figures of which either may be the month.", find)
