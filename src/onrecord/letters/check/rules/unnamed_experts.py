"""“UN experts” without saying who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import found_in, lines, places
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell, tell_together

_EXPERTS = re.compile(
    r"\b(?:the\s+)?(?:UN|United Nations|U\.N\.)\s+(?:human rights\s+|independent\s+)?experts\b"
)
# One holder in a note: "Special Rapporteur on …", "Vice-Chair of the Working Group …".
_HOLDER = re.compile(
    r"\b(?:Special Rapporteur|Independent Expert|Special Representative|(?:Vice-?)?Chair(?:person|-Rapporteur)?|"
    r"Member)\b(?=[^;]{0,40}\b(?:on|of)\b)"
)


def find(case: Case) -> Iterator[Said]:
    """One finding for the letter, with how many holders each called note names."""
    spans: list[Span] = [span for span, _ in found_in(_EXPERTS, case, case.sentences)]
    if spans:
        counted = list(dict.fromkeys(one for span in spans if (one := _counted(case, span))))
        held = tell(" Their notes name %(each)s.", each=tell_together("; ", counted)) if counted else ""
        yield Said(
            spans[0],
            tell(
                "“UN experts” are named by no mandate (%(lines)s).%(held)s",
                lines=lines(case, spans),
                held=held,
            ),
            places(tell("the experts"), spans),
            tell("Name the mandates, and how many signed."),
        )


def _counted(case: Case, span: Span) -> str:
    sentence = case.sentence_at(span.start)
    marker = next((m for m in case.markers_in(sentence) if m.span.start >= span.end), None)
    note = case.note(marker.number) if marker else None
    count = len(_HOLDER.findall(case.words(note.span))) if note else 0
    return tell("%(many)s in note %(number)s", many=count, number=marker.number) if count and marker else ""


RULE = Rule("unnamed_experts", NOTICE, "“UN experts” without their mandates.", find)
