"""A link that no browser can open as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.repairing import replaced
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.model import Repair
from onrecord.told import tell

_MISSPELLED = tell("its beginning is misspelled")
_TWICE = tell("its beginning stands twice")
_SPACED = tell("a space stands in it")
# Each misses "https://undocs.org/A/HRC/25/5", "http://localhost:8000" and the words "http" and "https" alone.
_FORMS = (
    (re.compile(r"\bhttps?(?::/(?!/)|//|;//|:\s//)(?!\s)\S+\.\S+"), _MISSPELLED),
    (
        re.compile(r"\b(?:htps?|hhtps?|httsp|httpss|htttps?|htpps?|ttps?)://\S+"),
        _MISSPELLED,
    ),
    (re.compile(r"https?://https?:?//\S+"), _TWICE),
    (re.compile(r"https?://(?![^\s/]*[.:])[^\s/]+/\S*"), tell("its host has no domain")),
    (re.compile(r"https?://\s+\w+\.\w\S*"), _SPACED),
    (re.compile(r"https?://[^\s/]*\.\.[^\s]*"), tell("two full stops stand in its host")),
    (re.compile(r"https?://[^\s/,]+,[^\s/,]+\.[^\s]*"), tell("a comma stands in its host")),
)


def find(case: Case) -> Iterator[Said]:
    """Each such link, once, with what is wrong with it."""
    seen: list[Span] = []
    for form, why in _FORMS:
        for found in form.finditer(case.letter.text):
            link = " ".join(found.group().rstrip(".,;)").split())
            span = Span(found.start(), found.start() + len(found.group().rstrip(".,;)")))
            if not any(one.start < span.end and span.start < one.end for one in seen):
                seen.append(span)
                yield Said(
                    span,
                    tell("The link %(link)s cannot be opened: %(why)s.", link=link, why=why),
                    repair=_mended(case, span, why),
                )


def _mended(case: Case, span: Span, why: str) -> Repair | None:
    """The link with its beginning as browsers read it, or without its space; None where that is no link yet."""
    written = case.letter.text[span.start : span.end]
    if why not in {_MISSPELLED, _TWICE, _SPACED}:
        return None
    rest = re.sub(r"^(?:h?t{1,3}p{1,2}s{0,2}p?|httsp)?(?:://|:/|//|;//|:\s//)\s*", "", written, count=1)
    rest = re.sub(r"^https?:?//", "", rest)
    scheme = "http" if written.startswith("http:") else "https"
    right = f"{scheme}://{rest}"
    if any(form.match(right) for form, _ in _FORMS) or not re.match(r"https?://[\w-]+(?:\.[\w-]+)+", right):
        return None
    return replaced(span, right, tell("how web addresses begin"))


RULE = Rule(
    "malformed_link",
    ERROR,
    "A link that cannot be opened as it stands.",
    find,
    repairs="the beginning of the address as browsers read it, or the address without its space",
)
