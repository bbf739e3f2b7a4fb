"""What a letter says became of a recommendation: supported or not, in the words letters use."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.un.position import NOTED, PARTIALLY_SUPPORTED, PENDING, SUPPORTED

# "did not enjoy the support of China", "was not accepted", "refused": before the words for support,
# because they hold them. "noted" is a position only of a recommendation ("noted it", "noted all three", "noted
# that, too"), not "the Government noted that".
# "failed to support", "took note of it", "dismissed it", "수용하지 않았습니다".
_REFUSED = re.compile(
    r"\b(?:not|n[o’']t|never|neither|nor|without)\b[^.;“”]{0,30}?\b(?:accept|support|enjoy)\w*|\breject\w*|\brefus\w*|\bdeclin\w*|"
    r"\b(?:was|were|merely|only|simply|been|has|have)\s+noted\b|\bturned down\b|\bunsupported\b|"
    r"\bnoted\s+(?:it|them|both|neither|all\s+(?:\w+)|(?:the|its|this|that)\s+recommendations?|(?:this|that|these|those)(?=\s*[,.;]|\s+(?:one|recommendation|too)))\b|"
    r"\bfail(?:ed|s|ing)?\s+to\s+(?:accept|support)\w*|\b(?:took|taken|takes|taking)\s+(?:only\s+|mere\s+)?note\s+of\b|"
    r"\bdismiss(?:ed|es|ing)\b|\bsaid no to\b|\bnoted(?=:\s*$)|(?:수용|지지|수락)하지\s?않\w*|거부\w*",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:partial\w*|partly|in part)\s+(?:accept|support)\w*|"
    r"\b(?:accept|support)\w*\s+(?:in part|partial\w*|partly)",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\b(?:pending|under (?:examination|consideration)|(?:would|will|to) be examined|(?:would|will) examine|"
    r"left (?:\w+ ){0,3}?(?:open|(?:for|to) (?:an? )?later)|"
    r"(?:did|does|has|had) not commit(?:ted)? itself|think (?:it |them |this )?over|"
    r"for later|defer\w*|postpon\w*|no answer|"
    r"not (?:yet )?(?:answered|responded|replied|stated|taken (?:a )?position)|addendum|"
    r"promised (?:an answer|to examine|responses)|"
    r"(?:does|do|did) not (?:give|state|record|contain|show)\b[^.;“”]{0,40}\b(?:answer|position|reply|response)s?)\b",
    re.IGNORECASE,
)
_SUPPORTED = re.compile(
    r"\b(?:accept(?:ed|ing)|support(?:ed|ing)|d(?:id|oes)\s+(?:accept|support)|"
    r"enjoy(?:s|ed)?\s+(?:the|\w+[’']s?)\s+support|took on|agreed to|said yes to)\b|"
    r"(?:수용|지지|수락)(?:하였|했|되었|됐)\w*",
    re.IGNORECASE,
)
_WORDS = ((PARTIALLY_SUPPORTED, _PARTLY), (NOTED, _REFUSED), (PENDING, _PENDING), (SUPPORTED, _SUPPORTED))


@lru_cache(maxsize=4096)
def stated_position(text: str) -> tuple[str, str]:
    """The position that these words state and the words themselves; ("", "") where they state none.

    Two different positions in one text state none: which is meant of what cannot be told.
    """
    found: dict[str, str] = {}
    rest = text
    for position, pattern in _WORDS:
        match = pattern.search(rest)
        if match:
            found[position] = match.group()
            rest = pattern.sub(" ", rest)
    if len(found) != 1:
        return "", ""
    return next(iter(found.items()))


@lru_cache(maxsize=4096)
def speaks_of_position(text: str) -> bool:
    """Whether these words say anything of what became of a recommendation."""
    return any(pattern.search(text) for _, pattern in _WORDS)
