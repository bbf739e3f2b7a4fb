"""Reviews that a sentence numbers without a State's name beside the number, and the days that it gives them.

"It was first reviewed on 30 November 2009", "the first review took place on …", "… and its first on 7 December 2009",
"will be reviewed for the third time on …", "2009년 2월 9일 제1차 검토에서". Whose review it is the sentence tells, or the
one report that it cites, or else the one State that the letter is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.reviewed import reviewed_states
from onrecord.letters.check.reviews_named import OTHER_REVIEW
from onrecord.un.dates import DateBounds, FoundDate, find_dates
from onrecord.un.states import State, find_states, state

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_KOREAN = {"첫": 1, "두": 2, "세": 3, "네": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)})"
_REVIEW = r"(?:UPR|Universal\s+Periodic\s+Review|review)(?:\s+\(UPR\))?"
_TENSE = r"(?:(?:was|is|will\s+be|to\s+be)\s+)?"
_HELD = _TENSE + r"(?:held|took\s+place|takes\s+place|will\s+take\s+place|conducted|scheduled|due|set)?"
# What stands right before the day.
_BEFORE_DAY = re.compile(
    rf"(?:\b(?P<once>first)\s+reviewed|\breviewed\s+for\s+the\s+{_ORDINAL}\s+time,?|\breviewed\s+(?P<again>again)|"
    rf"\b(?:come|comes|came|appear\w*|go|goes|went|be|is|stands?)\s+before\s+(?:the\s+)?[^.;:,]{{3,60}}\s+for\s+the\s+"
    rf"{_ORDINAL.replace('ordinal', 'appears')}\s+time|"
    rf"\b(?:the|its|their|this|that)\s+{_ORDINAL.replace('ordinal', 'named')}\s+{_REVIEW}\s*,?\s*\(?{_HELD}|"
    rf"\band\s+(?:its|the)\s+{_ORDINAL.replace('ordinal', 'elided')})\s*(?:on|in|for|of)?\s*$",
    re.IGNORECASE,
)
# "reviewed on 30 November 2009 and again on 3 February 2014"
_AND_AGAIN = re.compile(r"^\s*,?\s*and\s+(?:then\s+)?again\s+on\s+$", re.IGNORECASE)
# What stands right after the day: ", in the first review", "the State will be reviewed for the third time".
_AFTER_DAY = re.compile(
    rf"(?:,[^,;.:]{{1,60}},|\s*,?)\s*(?:(?:at|in|during)\s+(?:the|its)\s+{_ORDINAL}\s+{_REVIEW}\b|"
    rf"(?:the\s+)?(?P<who>[A-Z][\w’'-]*(?:\s+[\w’'()-]+){{0,8}}?)\s+(?:will\s+be|was|is\s+to\s+be|is)\s+reviewed\s+for\s+the\s+"
    rf"{_ORDINAL.replace('ordinal', 'named')}\s+time\b)"
)
_KOREAN_AFTER = re.compile(
    r"\s*(?:에|의|,)?\s*(?P<who>[가-힣]{2,12}?)?(?:의|은|는|이|가)?\s*(?:제\s?(?P<n>[1-4])\s?차|(?P<o>첫|두|세|네)\s?번째)\s*"
    r"(?:(?:보편적\s*정례\s*인권\s*)?검토|UPR)"
)
# "will come before the Universal Periodic Review for the second time": no day is needed to see that it was held.
_TO_COME = re.compile(
    rf"\b(?:will|is\s+to|is\s+about\s+to)\s+(?:again\s+)?(?:be\s+reviewed|come\s+before|appear\s+before|stand\s+before)\b[^.;:]{{0,80}}?"
    rf"\bfor\s+the\s+{_ORDINAL}\s+time\b",
    re.IGNORECASE,
)
# The subject line of a letter: "Re: … ahead of Eritrea’s third Universal Periodic Review".
_SUBJECT = re.compile(r"\s*(?:\*\*)?(?:Re|Subject|Concerns?|제목)\s*:", re.IGNORECASE)


class Numbered(NamedTuple):
    """A review that a sentence numbers: where its day or its number stands, whose it is, and the day that it is given."""

    span: Span
    state: State
    cycle: int
    bounds: DateBounds | None


def numbered_reviews(case: Case, sentence: Span) -> Iterator[Numbered]:
    """Each review that the sentence numbers and dates in one of these forms."""
    own = case.own_words(sentence)
    if OTHER_REVIEW.search(own):
        return
    again = 0
    for when in find_dates(own):
        cycle, who = _cycle_of(own, when, again)
        again = cycle + 1 if cycle else 0
        reviewed = _whose(case, sentence, own, who) if cycle else None
        if cycle and reviewed:
            yield Numbered(
                Span(sentence.start + when.start, sentence.start + when.end), reviewed, cycle, when.bounds
            )


def reviews_to_come(case: Case, sentence: Span) -> Iterator[Numbered]:
    """Each review of which the sentence says by its number that it is still to come."""
    own = case.own_words(sentence)
    for found in _TO_COME.finditer(own):
        reviewed = _whose(case, sentence, own, "")
        if reviewed and not OTHER_REVIEW.search(own):
            span = Span(sentence.start + found.start(), sentence.start + found.end())
            yield Numbered(span, reviewed, _ORDINALS[found["ordinal"].lower()], None)


def is_subject_line(case: Case, sentence: Span) -> bool:
    """Whether the sentence is a letter's subject line, which tells of what is to come."""
    return _SUBJECT.match(case.letter.text, case.paragraph_at(sentence.start).start) is not None


def _cycle_of(own: str, when: FoundDate, again: int) -> tuple[int, str]:
    """The cycle to which the words beside a day give it, and the State that they name; (0, "") where to none."""
    before = _BEFORE_DAY.search(own[: when.start])
    if before:
        ordinal = next(
            (before[g] for g in ("ordinal", "appears", "named", "elided", "once") if before[g]), ""
        )
        return _ORDINALS.get(ordinal.lower(), 0) or (again if before["again"] else 0), ""
    if again and _AND_AGAIN.match(own[own.rfind(" and", 0, when.start) : when.start]):
        return again, ""
    after = _AFTER_DAY.match(own, when.end)
    if after:
        return _ORDINALS[(after["ordinal"] or after["named"]).lower()], after["who"] or ""
    korean = _KOREAN_AFTER.match(own, when.end)
    if korean:
        return _KOREAN[korean["n"] or korean["o"]], korean["who"] or ""
    return 0, ""


def _whose(case: Case, sentence: Span, own: str, who: str) -> State | None:
    """The State named with the review, else that of the one report cited, else the letter's one State."""
    named = find_states(who) or find_states(who, "ko")
    if who and named:
        return named[0].state
    cited = {case.reviews[c.symbol].state for c in case.cited_in(sentence) if c.symbol in case.reviews}
    about = cited or set(reviewed_states(case))
    inside = {found.state.code for found in (find_states(own) or find_states(own, "ko"))}
    if len(about) != 1:
        about = inside
    return state(next(iter(about))) if len(about) == 1 else None
