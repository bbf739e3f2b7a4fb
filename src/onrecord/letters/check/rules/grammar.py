"""Slips of grammar that need no dictionary: each is wrong wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import found_in, note_spans
from onrecord.letters.check.repairing import replaced
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.told import tell
from onrecord.un.date_patterns import DAY, MONTH

_MASS = (
    r"(?:legislation|information|evidence|progress|advice|assistance|cooperation|protection|access|research|"
    r"knowledge|monitoring|training|support|accountability|oversight|redress)"
)
# Words of which two in a row are a slip. Verbs are left out: "what it was was a threat".
_SHORT = (
    r"the|of|to|and|for|by|with|from|or|in|on|at|as|its|their|our|this|these|those|into|under|after|before|"
    r"between|during|against|but|if|which|not"
)
_NOT_PHRASAL = r"(?<!\bwent\s)(?<!\bgoes\s)(?<!\bgone\s)(?<!\bgoing\s)(?<!\bcame\s)(?<!\bcarried\s)(?<!\btaken\s)(?<!\bpart\s)"
_SINGULAR = {"Are": "Is", "are": "is", "Were": "Was", "were": "was"}


class _Slip(NamedTuple):
    """A slip: what is wrong with it, and the repair (a template of the match's groups)."""

    form: re.Pattern[str]
    why: str
    repair: str


_SLIPS = (
    # "70 percent whom are women"; misses "of whom" and "all whom we met".
    _Slip(
        re.compile(
            r"(?P<a>\b\d[\d.,]{0,15}\s?(?:percent|per\s?cent|%)|\b(?:most|many|half))\s+(?P<b>whom)\b"
        ),
        tell("“of” is missing"),
        r"\g<a> of \g<b>",
    ),
    # "adopted in June 30, 2012"; misses "in June 2012" and "in May, 30 persons".
    _Slip(
        re.compile(rf"\b[Ii]n\s+(?P<b>{MONTH}\s{DAY},?\s(?:19|20)\d\d\b|{DAY}\s{MONTH}\s(?:19|20)\d\d\b)"),
        tell("a day takes “on”"),
        r"on \g<b>",
    ),
    # "Are there any legislation or"; misses "Are there any legislation gaps", "any support services".
    _Slip(
        re.compile(
            rf"\b(?P<verb>Are|are|were|Were)\s+there\s+(?:any|some|much)\s+{_MASS}\b(?=\s*(?:[,.;?]|or\b|and\b|to\b|on\b|"
            r"for\b|that\b|which\b|in\b))"
        ),
        tell("a word without plural takes the singular"),
        "",
    ),
    # "the the", "In in"; misses "that that", "had had", "is is" and "her her", which can be right, "in in-depth
    # talks", "in in absentia trials", "it went on on 3 May", "the camp they lived in in 2019", and what a capital
    # sets apart: "the The Hague office".
    _Slip(
        re.compile(
            rf"{_NOT_PHRASAL}\b(?P<a>an?|(?i:{_SHORT}))\s+(?=[a-z])(?i:(?P=a))\b(?![-\u2010\u2011])"
            rf"(?!\s+(?:absentia|camera|situ|flagrante)\b)(?!\s+(?:(?:early|late)\s+)?(?:\d|{MONTH}\b))"
        ),
        tell("a word stands twice"),
        r"\g<a>",
    ),
    # "an UN body"; misses "an UNESCO-like" by the word's end.
    _Slip(
        re.compile(r"\ban\s+(?P<b>(?:UN|UPR|US|EU|UK|UNHCR)\b)"),
        tell("“a” stands before this sound"),
        r"a \g<b>",
    ),
    # "a NGO", "a OHCHR report".
    _Slip(
        re.compile(r"\ba\s+(?P<b>(?:NGO|HRW|MP|ILO|OHCHR|ICCPR|NHRI)\b)"),
        tell("“an” stands before a vowel"),
        r"an \g<b>",
    ),
    # "did not accepted"; misses "what they did accepted norms allow" by its rarity.
    _Slip(
        re.compile(r"\b(?P<a>did\s+not)\s+(?P<b>accept|recommend|support|reject|ask)ed\b"),
        tell("after “did” the verb has no ending"),
        r"\g<a> \g<b>",
    ),
    _Slip(
        re.compile(r"\b(?P<a>should|could|would|must)\s+of\s+been\b"),
        tell("“have” is meant"),
        r"\g<a> have been",
    ),
)


def find(case: Case) -> Iterator[Said]:
    """Each slip outside quotations and links, with its repair."""
    for slip in _SLIPS:
        for span, found in found_in(slip.form, case, (*case.letter.paragraphs, *note_spans(case))):
            words = " ".join(case.words(span).split())
            if words == " ".join(found.group().split()):  # nothing blanked inside
                right = _repair(slip, found)
                yield Said(
                    span,
                    tell("“%(words)s”: %(why)s.", words=words, why=slip.why),
                    suggestion=right,
                    repair=replaced(span, right, tell("the rule of grammar")),
                )


def _repair(slip: _Slip, found: re.Match[str]) -> str:
    words = " ".join(found.expand(slip.repair).split()) if slip.repair else found.group()
    verb = found.groupdict().get("verb")
    return _SINGULAR[verb] + words[len(verb) :] if verb else words


RULE = Rule(
    "grammar",
    WARNING,
    "A slip of grammar that is wrong wherever it stands.",
    find,
    repairs="the words as grammar has them",
)
