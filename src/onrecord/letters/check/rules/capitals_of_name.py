"""One name in two ways of capitals: “Covid-19” and “COVID-19”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import lines, places, without_links
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell

_WORD = re.compile(r"(?<![\w’'/.-])[A-Z][A-Za-z]{3,}(?:-\d+)?(?![\w’'/-])")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
# A short line with so many words in capitals is a heading.
_IN_HEADING = 3
_HEADING = 90


def find(case: Case) -> Iterator[Said]:
    """Each name that stands both in capitals alone and with one capital, outside headings and links."""
    text = without_links(case.letter.text)
    forms: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in _WORD.finditer(text):
        span = Span(*found.span())
        if not _is_in_heading(text, span):
            forms[found.group().casefold()][found.group()].append(span)
    for kept in forms.values():
        shouted = [form for form in kept if re.sub(r"\W|\d", "", form).isupper()]
        others = [form for form in kept if form not in shouted]
        if shouted and others:
            spans = kept[others[0]]
            yield Said(
                spans[0],
                tell(
                    "“%(others)s” (%(lines)s) and “%(shouted)s” (%(lines2)s) are one name in two ways of capitals.",
                    others=others[0],
                    lines=lines(case, spans),
                    shouted=shouted[0],
                    lines2=lines(case, kept[shouted[0]]),
                ),
                places(tell("the other"), kept[shouted[0]]),
                tell("Write %(shouted)s throughout, or %(others)s.", shouted=shouted[0], others=others[0]),
            )


def _is_in_heading(text: str, span: Span) -> bool:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) < _HEADING and len(_CAPITALS.findall(line)) >= _IN_HEADING


RULE = Rule("capitals_of_name", NOTICE, "One name in two ways of capitals.", find)
