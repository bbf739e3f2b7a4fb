"""Two things to be done in one recommendation: a State can then neither take nor leave one of them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.imperatives import NOUNS_TOO, VERBS
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell

_OPENING = re.compile(r"[“\"(\s]*(?:that\s+\w+\s+|to\s+)?(?P<verb>[A-Za-z]+)\b")
# "Protect victims …, and allow them to remain"; misses "Continue and strengthen": one act, two verbs.
_SECOND = re.compile(
    r"(?P<joint>[,;]\s+(?:and\s+)?(?:to\s+)?|\s+and\s+(?:to\s+)?)(?P<verb>[a-z]+)\b(?=\s+(?:\w|“))"
)
_FIRST_NEEDS = 3  # words of the first action, before the second can begin


def find(case: Case) -> Iterator[Said]:
    """Each recommendation of two imperatives, the second with an object of its own."""
    for ask in case.letter.asks:
        words = case.words(ask.span)
        first = _OPENING.match(words)
        if ask.kind != "recommendation" or first is None or first["verb"].lower() not in VERBS:
            continue
        second = next((f for f in _SECOND.finditer(words, first.end()) if _begins(words, f)), None)
        if second is not None:
            yield Said(
                ask.span,
                tell(
                    "%(name)s asks for two things: “%(verb)s …” and “%(verb2)s …”. A State can only take or leave "
                    "both.",
                    name=ask.name,
                    verb=first["verb"],
                    verb2=second["verb"],
                ),
                suggestion=tell("Make two of it, or keep the one that matters more."),
            )


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


RULE = Rule("two_actions", NOTICE, "Two actions in one recommendation.", find)
