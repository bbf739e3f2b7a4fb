"""A quotation cited to so many paragraphs that a reader must search for it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.citations.model import Citation, Quotation
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, WARNING, Rule, Said
from onrecord.letters.check.sources import parsed
from onrecord.letters.model import Evidence
from onrecord.told import tell

# Paragraphs within which a reader finds quoted words at a glance; beyond which no fact is found at all.
_FOR_WORDS = 5
_TOO_MANY = 9
_FOR_FACTS = 30


def find(case: Case) -> Iterator[Said]:
    """Each citation that covers a quotation with more than a handful of paragraphs, or a fact with dozens."""
    quoted: dict[int, Quotation] = {}
    for quotation in case.quotations:
        if quotation.cited is not None and quotation.cited not in quoted:
            quoted[quotation.cited] = quotation
    for at, citation in enumerate(case.citations):
        width = max(map(_width, citation.pinpoints), default=0)
        if at in quoted and width > _FOR_WORDS:
            yield _for_words(citation, quoted[at], width)
        elif at not in quoted and width > _FOR_FACTS:
            yield Said(
                citation.span,
                tell(
                    "%(words)s names %(width)s paragraphs for one statement.",
                    words=citation.as_written.strip(),
                    width=width,
                ),
                suggestion=tell("Name the paragraphs that say it."),
            )


def _for_words(citation: Citation, quotation: Quotation, width: int) -> Said:
    at = quotation.at
    held = (Evidence(tell("the words stand here"), at),) if at else ()
    return Said(
        citation.span,
        tell(
            "A quotation is cited to %(width)s paragraphs (%(listed)s).",
            width=width,
            listed=", ".join(citation.pinpoints),
        ),
        (Evidence(tell("the quotation"), span=quotation.span), *held),
        (
            tell("Cite para. %(paragraph)s.", paragraph=at.paragraph)
            if at
            else tell("Name the paragraph of the quoted words.")
        ),
        severity=WARNING if width > _TOO_MANY else NOTICE,
    )


def _width(pinpoint: str) -> int:
    """The number of paragraphs that a pinpoint names: 17 for "1098-1114"."""
    place = parsed(pinpoint)
    if place is None or not place.end:
        return 1
    first, last = place.paragraph.split(".")[-1], place.end.split(".")[-1]
    return int(last) - int(first) + 1 if first.isdigit() and last.isdigit() and int(last) > int(first) else 1


RULE = Rule("wide_pinpoint", NOTICE, "Too many paragraphs are cited for one quotation or statement.", find)
