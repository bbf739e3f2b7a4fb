"""What the words of an ask tell by themselves: two actions in one, a recommendation among questions, the same twice.

The rules of the check and the advice on an ask look at the same words in the same way.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from onrecord.letters.check.imperatives import NOUNS_TOO, VERBS

_OPENING = re.compile(r"[“\"(\s]*(?:that\s+\w+\s+|to\s+)?(?P<verb>[A-Za-z]+)\b")
# "Protect victims …, and allow them to remain"; misses "Continue and strengthen": one act, two verbs.
_SECOND = re.compile(
    r"(?P<joint>[,;]\s+(?:and\s+)?(?:to\s+)?|\s+and\s+(?:to\s+)?)(?P<verb>[a-z]+)\b(?=\s+(?:\w|“))"
)
_FIRST_NEEDS = 3  # words of the first action, before the second can begin
# An imperative that asks for an answer is a question in other words: "Please explain", "Provide information".
_ASKS_TO_TELL = re.compile(
    r"\b(?:provide|give|share|supply|furnish|submit)\b[^.?]{0,40}\b(?:information|data|details?|statistics|figures|"
    r"updates?|examples?|clarification|number|explanation)|"
    r"(?:^|[.;]\s+|please\s+)(?:kindly\s+)?(?:explain|clarify|describe|elaborate|comment|indicate|specify|state|inform|"
    r"tell|report|outline|confirm|list|update)\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(r"(?:^|[.;]\s+)(?:Please\s+)?(?P<verb>[A-Z][a-z]+)\b")
_NEARLY_THE_SAME = 88.0
_SHORTEST = 30


def two_actions(words: str) -> tuple[str, str] | None:
    """The verbs of two imperatives in one recommendation, the second with an object of its own; else None."""
    first = _OPENING.match(words)
    if first is None or first["verb"].lower() not in VERBS:
        return None
    second = next((f for f in _SECOND.finditer(words, first.end()) if _begins(words, f)), None)
    return (first["verb"], second["verb"]) if second else None


def only_tells_to_do(words: str) -> bool:
    """Whether a question has no question mark, asks for no information and says what is to be done."""
    if "?" in words or _ASKS_TO_TELL.search(words):
        return False
    return any(found["verb"].lower() in VERBS for found in _IMPERATIVE.finditer(words))


def nearly_the_same(one: str, other: str) -> bool:
    """Whether two asks are in nearly the same words; very short ones are never."""
    same = fuzz.token_sort_ratio(one, other, score_cutoff=_NEARLY_THE_SAME)
    return min(len(one), len(other)) > _SHORTEST and same > 0


def _begins(words: str, found: re.Match[str]) -> bool:
    """Whether the verb begins a second action; "to protect and promote rights" is one, with an object shared."""
    verb = found["verb"]
    if verb not in VERBS or len(words[: found.start()].split()) <= _FIRST_NEEDS:
        return False
    set_off = found["joint"].startswith((",", ";"))
    if verb in NOUNS_TOO and not set_off:
        return False
    before = words[: found.start()].rsplit(maxsplit=1)[-1].lower()
    return before not in VERBS
