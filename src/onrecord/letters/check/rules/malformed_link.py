"""A link that no browser can open as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import ERROR, Rule, Said

# Each misses "https://undocs.org/A/HRC/25/5", "http://localhost:8000" and the words "http" and "https" alone.
_FORMS = (
    (re.compile(r"\bhttps?(?::/(?!/)|//|;//|:\s//)(?!\s)\S+\.\S+"), "its beginning is misspelled"),
    (
        re.compile(r"\b(?:htps?|hhtps?|httsp|httpss|htttps?|htpps?|ttps?)://\S+"),
        "its beginning is misspelled",
    ),
    (re.compile(r"https?://https?:?//\S+"), "its beginning stands twice"),
    (re.compile(r"https?://(?![^\s/]*[.:])[^\s/]+/\S*"), "its host has no domain"),
    (re.compile(r"https?://\s+\w+\.\w\S*"), "a space stands in it"),
    (re.compile(r"https?://[^\s/]*\.\.[^\s]*"), "two full stops stand in its host"),
    (re.compile(r"https?://[^\s/,]+,[^\s/,]+\.[^\s]*"), "a comma stands in its host"),
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
                yield Said(span, f"The link {link} cannot be opened: {why}.")


RULE = Rule("malformed_link", ERROR, "A link that cannot be opened as it stands.", find)
