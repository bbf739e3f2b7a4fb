"""One name in two spellings: a publisher, a person, a law."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import lines, without_links
from onrecord.letters.check.rule import NOTICE, WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.states import find_nationalities, find_states, names_of, states

# The name in "Hungary’s" is told without its ending.
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z][^\W\d_]{4,}(?=(?:[’']s)?(?![\w’'-]))")
# "Exit and Entry Administration Law", "Torture Convention", "UN Convention Against Torture".
_AGAINST = r"(?:\s+(?:[Aa]gainst|on|for)(?:\s+the)?\s+(?!\d)[A-Z][a-z]\w*(?:\s+(?:(?:and|of|the)\s+)?[A-Z][a-z]\w*){0,4})"
_LAW = re.compile(
    r"\b(?:[A-Z][\w’'-]*\s+(?:(?:and|of|on|the|for|against)\s+){0,2}){1,6}(?:Law|Act|Code|Decree|Convention|Protocol)\b"
    rf"{_AGAINST}?|\bConvention{_AGAINST}"
)
_LEAD = re.compile(r"^(?:(?:The|A|An|In|By|Under|Article|Of|Both)\s+)+")
_SMALL = frozenset(("and", "of", "on", "the", "for", "against", "un", "united", "nations"))
# "Lee Noh Kong", "Kim Cheol-ok": a name of the Korean or Chinese order with a part of two syllables.
_PERSON = re.compile(r"\b[A-Z][a-z]{1,7}\s+[A-Z][a-z]{1,6}[-\s][A-Za-z][a-z]{0,6}\b")
# Sounds that the romanisations of Korean and Chinese write in several ways.
_SOUNDS = (
    (r"^(?:lee|yi|rhee|ri|li)\b", "i"), (r"^(?:choi|choe)\b", "choe"), (r"^(?:park|pak|bak)\b", "bak"),
    (r"^(?:kim|gim)\b", "gim"), (r"[\s-]", ""), ("sh", "s"), ("oo", "u"), ("eo|ou|oh", "o"), ("yu", "you"),
    ("ch", "j"), ("k", "g"), ("t", "d"), ("p", "b"), ("r", "l"),
)  # fmt: skip
_LONG = 8
_STATE_NAME = 6


def find(case: Case) -> Iterator[Said]:
    """Each pair of spellings, once, with where each stands."""
    words = _where(_CAPITALISED, case)
    for one, other in combinations(sorted(words), 2):
        if one[0] == other[0] and _is_slip(one, other):
            yield _said(case, (one, words[one]), (other, words[other]), WARNING)
    yield from _of_states(case, words)
    yield from _by_key(case, _where(_LAW, case), _law_key)
    yield from _by_key(case, _where(_PERSON, case), _person_key)


def _where(pattern: re.Pattern[str], case: Case) -> dict[str, list[Span]]:
    """Every name of this form with its places; addresses are left out, quotations are not."""
    found: dict[str, list[Span]] = defaultdict(list)
    for match in pattern.finditer(without_links(case.letter.text)):
        found[" ".join(_LEAD.sub("", match[0]).split())].append(Span(*match.span()))
    return found


def _of_states(case: Case, words: dict[str, list[Span]]) -> Iterator[Said]:
    """Each word that is one slip from a State's name and no name of its own: "Nicraagua"."""
    names = _state_names()
    for word, spans in words.items():
        near = (
            [] if word in names else [name for name in names if name[0] == word[0] and _is_slip(word, name)]
        )
        if near and near[0] not in words and not find_states(word) and not find_nationalities(word):
            yield Said(
                spans[0],
                tell(
                    "“%(word)s” (%(lines)s) looks like a slip for %(near)s.",
                    word=word,
                    lines=lines(case, spans),
                    near=near[0],
                ),
                suggestion=near[0],
            )


@cache
def _state_names() -> tuple[str, ...]:
    """The States' names of one word, long enough that a slip is none of another word."""
    every = {row.name for state in states() for row in names_of(state.code) if row.kind != "adjective"}
    return tuple(sorted(name for name in every if name.isalpha() and len(name) >= _STATE_NAME))


def _is_slip(one: str, other: str) -> bool:
    """Two letters exchanged, an accent lost, or in a long word a letter lost that no ending explains."""
    if _without_accents(one) == _without_accents(other):
        return one.casefold() != other.casefold()
    if sorted(one) == sorted(other):
        return OSA.distance(one, other) == 1
    if min(len(one), len(other)) < _LONG or one[-2:] != other[-2:] or abs(len(one) - len(other)) != 1:
        return False
    return OSA.distance(one, other) == 1


@lru_cache(maxsize=4096)
def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _by_key(case: Case, names: dict[str, list[Span]], key: Callable[[str], str]) -> Iterator[Said]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[key(name)].append(name)
    for kept, group in groups.items():
        for other in group[1:] if kept else ():
            yield _said(case, (group[0], names[group[0]]), (other, names[other]), NOTICE)


def _law_key(name: str) -> str:
    """The words of a law's name without order, joints and "UN"; "" for a name of one word."""
    kept = sorted({word for word in re.findall(r"[a-z]+", name.lower()) if word not in _SMALL})
    return " ".join(kept) if len(kept) > 1 else ""


def _person_key(name: str) -> str:
    key = name.lower()
    for form, sound in _SOUNDS:
        key = re.sub(form, sound, key)
    return key


def _said(case: Case, one: tuple[str, list[Span]], other: tuple[str, list[Span]], severity: str) -> Said:
    rare, often = sorted((other, one), key=lambda pair: len(pair[1]))
    return Said(
        rare[1][0],
        tell(
            "“%(rare)s” (%(lines)s) and “%(often)s” (%(lines2)s) look like one name in two spellings.",
            rare=rare[0],
            lines=lines(case, rare[1]),
            often=often[0],
            lines2=lines(case, often[1]),
        ),
        tuple(Evidence(tell("the other spelling"), span=span) for span in often[1][:3]),
        tell("Use one spelling, the one that the bearer uses."),
        severity=severity,
    )


RULE = Rule("spelling_variants", WARNING, "One name in two spellings.", find)
