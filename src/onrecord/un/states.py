"""States: from any name in a United Nations document, or in a letter, to the State."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.errors import StateError
from onrecord.un.folding import fold, folded_name
from onrecord.un.remembering import remembered
from onrecord.un.state_lists import StateList, parse_state_list
from onrecord.un.state_names import (
    State,
    StateName,
    abbreviations,
    adjective_pattern,
    all_names,
    all_states,
    by_adjective,
    by_name,
    by_other_name,
    name_pattern,
)

__all__ = [
    "FoundState",
    "State",
    "StateList",
    "StateName",
    "find_nationalities",
    "find_state",
    "find_states",
    "names_of",
    "parse_state_list",
    "state",
    "states",
]

LANGUAGES = frozenset({"es", "fr", "ru", "zh", "ar", "ko"})
"""The languages beside English in which the States' names are known."""

ARTICLE = re.compile(r"^(?:(?:el|la|los|las|le|les) |l')")
"""The article before a name in Spanish and French: "la Argentina", "l'Italie"."""


class FoundState(NamedTuple):
    """A State named in a text: text[start:end] is `as_written`."""

    start: int
    end: int
    state: State
    as_written: str


def state(code: str) -> State:
    """The State with this ISO 3166 alpha-3 code, in any case; StateError if there is none."""
    found = all_states().get(code.strip().upper())
    if found is None:
        raise StateError(f"“{code}” is no State's code.", hint="Use ISO 3166 alpha-3, such as CHN or KOR.")
    return found


def states() -> tuple[State, ...]:
    """All States that the record knows, by code; the Holy See and the State of Palestine among them."""
    return tuple(all_states()[code] for code in sorted(all_states()))


def names_of(code: str) -> tuple[StateName, ...]:
    """Every name of the State with this code, adjectives included; StateError if there is none."""
    known = state(code)
    return tuple(row for row in all_names() if row.code == known.code)


@lru_cache(maxsize=4096)
def find_state(name: str) -> State | None:
    """The State of this name, or of this code; None when it is no State's.

    Any name in United Nations documents will do, former ones too, whatever its case, accents,
    apostrophes and spaces, with or without "the"; and those in Spanish, French, Russian, Chinese, Arabic and
    Korean. Adjectives are not names (`find_nationalities`).
    """
    folded = folded_name(name)
    found = by_name().get(folded)
    if found is None and name.isupper():
        found = all_states().get(name.strip())
    return found or by_other_name().get(folded) or by_other_name().get(ARTICLE.sub("", folded))


@remembered
def find_states(text: str, language: str = "") -> list[FoundState]:
    """Every State named in `text`, the longest name at each place, in order.

    Names are looked for in English, and in the `language` of the text ("es", "fr", "ru", "zh", "ar", "ko").

    A name without any capital is no name ("turkey"); abbreviations must be written in capitals.
    Names inside other names are left alone ("Gulf of Guinea", "Northern Ireland").
    """
    folded = fold(text)
    found = []
    known = language if language in LANGUAGES else ""
    for match in name_pattern(loose=False, language=known).finditer(folded.text):
        named = by_name().get(match[0]) or by_other_name().get(match[0])
        start, end = folded.span(match.start(), match.end())
        written = text[start:end]
        if named and _is_capitalised(written) and abbreviations().get(match[0], written) == written:
            found.append(FoundState(start, end, named, written))
    return found


def _is_capitalised(written: str) -> bool:
    """Whether the words have a capital, or their script has none."""
    return written.lower() != written or written.upper() == written


@remembered
def find_nationalities(text: str) -> list[FoundState]:
    """Every adjective or name of a people in `text` that belongs to a State ("Chinese", "North Koreans")."""
    folded = fold(text)
    inside = {place for named in find_states(text) for place in range(named.start, named.end)}
    found = []
    for match in adjective_pattern().finditer(folded.text):
        start, end = folded.span(match.start(), match.end())
        if text[start].isupper() and start not in inside:  # "Czech Republic" is a State, no people
            named = by_adjective().get(match[0]) or by_adjective()[match[0].removesuffix("s")]
            found.append(FoundState(start, end, named, text[start:end]))
    return found
