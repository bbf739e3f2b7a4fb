"""Square brackets that mean several things in one letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import URL, Case, inside
from onrecord.letters.check.own_words import places
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell, tell_together

# "[including]", "[[단독] “中 공안"; not a Markdown note or link.
_BRACKETS = re.compile(r"\[\[[^\]]*\]\]?|\[(?!\^)[^\[\]]{2,}\](?!\()")
# "[16]", "[…]": a note's marker, a mark of omission.
_MARK = re.compile(r"\[\d{1,3}(?:[,;–-]\s?\d{1,3})*\]|\[[….\s]+\]")
_OTHER_SCRIPT = re.compile(r"[^\x00-\u024f\u2000-\u206f]")


def find(case: Case) -> Iterator[Said]:
    """One finding where editor's changes in quotations stand beside optional words or original titles."""
    text = case.letter.text
    links = [Span(*found.span()) for found in URL.finditer(text)]
    uses: dict[str, list[Span]] = {}
    for found in _BRACKETS.finditer(text):
        span = Span(*found.span())
        use = "" if _MARK.fullmatch(found.group()) or inside(span.start, links) else _use(case, span)
        if use:
            uses.setdefault(use, []).append(span)
    if len(uses) > 1:
        each = [tell("%(use)s (%(many)s)", use=use, many=len(spans)) for use, spans in uses.items()]
        firsts = [spans[0] for spans in uses.values()]
        yield Said(
            firsts[0],
            tell(
                "Square brackets mean %(many)s things: %(each)s.",
                many=len(uses),
                each=tell_together(", ", each),
            ),
            places(tell("another use"), firsts[1:]),
            tell("Keep square brackets for changes in quotations."),
        )


def _use(case: Case, span: Span) -> str:
    if not case.in_body(span.start):
        return tell("a title in its own language") if _OTHER_SCRIPT.search(case.words(span)) else ""
    if inside(span.start, case.marks):
        return tell("a change in a quotation")
    return (
        tell("words that may be left out") if inside(span.start, [a.span for a in case.letter.asks]) else ""
    )


RULE = Rule("bracket_meanings", NOTICE, "Square brackets mean several things.", find)
