"""A quotation whose words differ from its source without saying so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Quotation
from onrecord.letters.check.case import Case
from onrecord.letters.check.differences import differences, is_slight
from onrecord.letters.check.repairing import quotation_mended
from onrecord.letters.check.rule import ERROR, NOTICE, WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.letters.word_by_word import word_by_word
from onrecord.told import tell

# Words whose presence or absence turns the sense of a sentence.
_TURNS = re.compile(
    r"\b(?:not|no|never|nor|neither|cannot|n[o’']t|without|unless|except|only)\b", re.IGNORECASE
)
# Words that widen or sharpen what is asked.
_WIDENS = re.compile(r"\b(?:all|every|any|always|immediately|must|some|most|few)\b", re.IGNORECASE)
# So many words left out under a mark may hold a "not" of another clause.
_FEW = 6


def find(case: Case) -> Iterator[Said]:
    """Each altered quotation, with every difference and the source's words.

    A change that the letter marks is told where the words left out or put in turn the sense.
    """
    for quotation in case.quotations:
        if quotation.verdict == "verbatim_with_marked_changes" and quotation.at is not None:
            yield from _turned(quotation)
    for quotation in case.quotations:
        unmarked = [change for change in quotation.difference if not change.marked]
        if quotation.verdict != "altered" or quotation.at is None:
            continue
        at = quotation.at
        yield Said(
            quotation.span,
            tell(
                "This quotation is not what %(symbol)s, para. %(paragraph)s, says: %(differences)s.",
                symbol=at.symbol,
                paragraph=at.paragraph,
                differences=differences(unmarked, quotation),
            ),
            (Evidence(tell("the source's words"), at),),
            f"“{at.words}”",
            severity=WARNING if all(is_slight(change) for change in unmarked) else ERROR,
            difference=word_by_word(quotation.text, at.words),
            repair=quotation_mended(case, quotation),
        )


def _turned(quotation: Quotation) -> Iterator[Said]:
    """What the marked changes of a quotation do to its sense."""
    for change in quotation.difference:
        left_out = change.source if change.kind != "insertion" and len(change.source.split()) <= _FEW else ""
        put_in = change.quoted if change.quoted.startswith("[") else ""
        if _TURNS.search(put_in) or (_TURNS.search(left_out) and not _TURNS.search(put_in)):
            severity, what = WARNING, tell("turns")
        elif _WIDENS.search(put_in) and not _WIDENS.search(change.source):
            severity, what = NOTICE, tell("may change")
        else:
            continue
        how = (
            tell("puts in “%(words)s”", words=put_in)
            if put_in
            else tell("leaves out “%(words)s”", words=left_out)
        )
        yield Said(
            quotation.span,
            tell("This quotation %(how)s, which %(what)s the sense of the source.", how=how, what=what),
            (Evidence(tell("the source's words"), quotation.at),),
            tell("Quote the words in full."),
            severity=severity,
            difference=word_by_word(quotation.text, quotation.at.words) if quotation.at else (),
        )


RULE = Rule(
    "altered_quotation",
    ERROR,
    "A quotation that differs from its source without a mark.",
    find,
    repairs="the source's words in the place of those altered; what brackets and ellipses mark stays",
)
