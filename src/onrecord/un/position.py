"""What became of a recommendation: the words as written, and the value they stand for.

Support and "noted" are the two values of Human Rights Council resolution 5/1, annex, para. 32; the others
are what reports in fact say. Words about what has been carried out already tell only together with these.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.un import position_patterns as patterns

SUPPORTED = "supported"
NOTED = "noted"
PARTIALLY_SUPPORTED = "partially_supported"
PENDING = "pending"
NOT_STATED = "not_stated"

VALUES = {
    "PARTIAL": PARTIALLY_SUPPORTED,
    "REFUSED": NOTED,
    "ENJOYED": SUPPORTED,
    "DONE": SUPPORTED,  # the State under review took it up, or says that it had before
    "AWAITED": PENDING,
    "AGREED": SUPPORTED,
    "NOTED": NOTED,
    "NEUTRAL": NOT_STATED,
}
POSITIONS = (SUPPORTED, NOTED, PARTIALLY_SUPPORTED, PENDING, NOT_STATED)


def position_of_heading(text: str) -> tuple[str, str] | None:
    """The position that the paragraph above a list of recommendations states, and its very words.

    NOT_STATED where the paragraph introduces a list and says nothing of a position; None where it is no
    such paragraph at all.
    """
    if _compiled("CLOSING").search(text):
        return None
    stated = {name: found for name in patterns.HEADING_ORDER if (found := _compiled(name).search(text))}
    if "DONE" in stated and ("NOTED" in stated or _is_before(stated, "AWAITED", "DONE")):
        # "noted and already being implemented" is noted; "will be examined … already implemented" is open.
        del stated["DONE"]
    for name, found in stated.items():
        return VALUES[name], _whole_phrase(text, found)
    return None


_OBJECT = re.compile(
    r"(?:\s+(?:the|its|his|her|their|full))*\s+(?:support|approval|agreement|acceptance)\b", re.IGNORECASE
)


def _whole_phrase(text: str, found: re.Match[str]) -> str:
    """The words that state the position, with the support that they speak of: "did not enjoy the support"."""
    rest = _OBJECT.match(text, found.end())
    return text[found.start() : rest.end() if rest else found.end()].strip()


def position_of_answer(text: str) -> tuple[str, str] | None:
    """The position in a State's own answer ("Accepted and being implemented"), and its very words; or None.

    For addenda and matrices, where the answer stands beside the recommendation. "Accepted in part" and
    "partially accepted" are PARTIALLY_SUPPORTED; whoever counts two values only folds them into noted.
    """
    for name in patterns.ANSWER_ORDER:
        found = _compiled(name).search(text)
        if found:
            return VALUES[name], found[0]
    return None


def _is_before(stated: dict[str, re.Match[str]], first: str, second: str) -> bool:
    return first in stated and stated[first].start() < stated[second].start()


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(getattr(patterns, name), re.VERBOSE | re.IGNORECASE)
