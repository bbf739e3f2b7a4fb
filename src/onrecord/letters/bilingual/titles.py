"""States that a passage names only inside the title of a body or mandate: "북한인권조사위원회", "the DPRK COI".

A translator calls a body by its title on one side and by "the commission" on the other, so that such a State
may go unsaid in one text.
"""

from __future__ import annotations

import re

from onrecord.un.states import find_states

_KOREAN = re.compile(
    r"(?:의)?\s?(?:내\s?)?(?:인권\s?)?(?:상황\s?)?(?:에 (?:관|대)한\s)?(?:유엔\s?)?(?:독립\s?)?(?:국제\s?)?"
    r"(?:(?:사실|진상)\s?)?(?:조사\s?위원회|조사단|조사기구|특별보고관|독립전문가|특별대표|특사|제재위원회|인권사무소|현장사무소)"
)
_BODY = (
    r"(?:commissions? of inquiry|COI|special rapporteurs?|independent expert|special envoy|special representative"
    r"|fact-finding mission|investigative mechanism|sanctions committee|panel of experts|field office)"
)
_BEHIND = re.compile(
    rf"(?:['’]s?)?\s(?:independent\s|international\s|human rights\s)*{_BODY}\b", re.IGNORECASE
)
_AHEAD = re.compile(
    rf"\b{_BODY}\s(?:on|for|in)\s(?:the\s)?(?:(?:situation of\s)?human rights (?:situation\s)?(?:in|of)\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_LONGEST = 120


def only_in_titles(text: str, language: str) -> frozenset[str]:
    """The codes of the States that this text, in "en" or "ko", names in titles of bodies and nowhere else."""
    inside: set[str] = set()
    outside: set[str] = set()
    for found in find_states(text, "ko" if language == "ko" else ""):
        if language == "ko":
            titled = _KOREAN.match(text, found.end) is not None
        else:
            ahead = text[max(0, found.start - _LONGEST) : found.start]
            titled = _BEHIND.match(text, found.end) is not None or _AHEAD.search(ahead) is not None
        (inside if titled else outside).add(found.state.code)
    return frozenset(inside - outside)
