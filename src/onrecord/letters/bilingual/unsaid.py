"""Which States and names one text may leave unsaid where the other says them.

A translator calls a body by its title on one side ("북한인권조사위원회", "the DPRK COI") and by "the commission" on
the other. Korean has next to no pronouns and repeats a name where English says "she", "it" or "the Kingdom".
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


_PERSON = re.compile(r"\b(?:he|him|his|she|hers?)\b", re.IGNORECASE)
_NEAR = 0.15
_STATE = {
    "en": re.compile(
        r"\b(?:[Ii]t|[Ii]ts|(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts) (?:Government|government|country|Kingdom|kingdom"
        r"|Republic|State|state|nation|regime|authorities|delegation|North|South)|Pyongyang|Seoul|Beijing|Moscow|Washington|Tokyo)\b"
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:[이그동] ?(?:나라|국가)|동국|해당국|당사국|자국|왕국|(?:현지 |그 |동 )?(?:정부|당국)"
        r"|평양|서울|베이징|모스크바|워싱턴|도쿄)"
    ),
}


def stands_in_for_person(english: str, place: float) -> bool:
    """Whether the English text has a pronoun about where the Korean has a name, `place` of its length from 0 to 1."""
    return any(abs(match.start() / len(english) - place) <= _NEAR for match in _PERSON.finditer(english))


def stands_in_for_state(text: str, language: str) -> bool:
    """Whether the text, in "en" or "ko", may speak of a State as "it", "the Government" or by its capital."""
    return _STATE[language].search(text) is not None


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
