"""A recommendation told as an advance question, a statement told as a recommendation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.citations.model import Quotation
from onrecord.letters.check.case import Case
from onrecord.letters.check.mentions import entry_holding
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import Entry
from onrecord.told import tell
from onrecord.un.states import find_states

# "in its advance questions", "in a question submitted in advance", "asked in writing".
_QUESTION = re.compile(
    r"\badvance(?:\s+written)?\s+questions?\b|\bwritten\s+questions?\b|\bquestions?\b[^.;“”]{0,25}\bin\s+advance\b",
    re.IGNORECASE,
)
# "recommended that China “…", "recommended to China that it give “…": the verb of these very words.
_RECOMMENDED = re.compile(r"\brecommended(?:\s+(?:that|to)\b[^.;:“”\"]{0,60}|\s*[:,]?\s*)$", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:also|again|as well|like|repeat\w*|later|then|follow\w*|recommend\w*)\b", re.IGNORECASE
)


def find(case: Case) -> Iterator[Said]:
    """Each quotation that the sentence tells as another kind of act than the place on the record is.

    The same State may have said the same in a question too: a sentence that speaks of both is left alone.
    """
    for quotation in case.quotations:
        entries = entry_holding(case, quotation)
        if not entries or not case.in_body(quotation.span.start):
            continue
        kinds = {entry.kind for entry in entries}
        before = _before(case, quotation)
        told: tuple[str, str] | None = None
        if kinds == {"recommendation"} and _QUESTION.search(before) and not _BOTH.search(before):
            told = tell("an advance question"), tell("a recommendation")
        elif _is_statement(case, quotation, entries) and _RECOMMENDED.search(before) and find_states(before):
            told = tell("a recommendation"), tell("a statement")
        if told:
            entry = entries[0]
            yield Said(
                quotation.span,
                tell(
                    "The letter tells this as %(kind)s; %(symbol)s, para. %(pinpoint)s, has it as %(held)s.",
                    kind=told[0],
                    symbol=entry.symbol,
                    pinpoint=entry.pinpoint,
                    held=told[1],
                ),
                (Evidence(tell("the record"), case.place_of(entry)),),
            )


def _is_statement(case: Case, quotation: Quotation, entries: Sequence[Entry]) -> bool:
    """Whether the words stand in a statement, ahead of anything that its paragraph recommends."""
    at = quotation.at
    if at is None or any(entry.kind != "statement" for entry in entries):
        return False
    paragraph = case.record.paragraph(at.symbol, entries[0].paragraph)
    place = paragraph.text.find(at.words) if paragraph else -1
    return paragraph is not None and place >= 0 and "recommend" not in paragraph.text[:place]


def _before(case: Case, quotation: Quotation) -> str:
    """The words between the quotation before it, or the start of its sentence, and the quotation."""
    sentence = case.sentence_at(quotation.span.start)
    starts = [m.end + 1 for m in case.marks if sentence.start <= m.start and m.end < quotation.span.start]
    return case.letter.text[max([sentence.start, *starts]) : quotation.span.start - 1]


RULE = Rule("wrong_kind", WARNING, "Words are told as another kind of act than the record has.", find)
