"""The States and their names, read from data/states.csv when first asked for.

Names in Spanish, French, Russian, Chinese, Arabic and Korean are those of the United Nations where they were
seen, else of the Unicode Common Locale Data Repository (Unicode License v3).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord.un.folding import folded_name

UNSPACED = frozenset({"zh", "ko", "ar"})
"""Languages that write a name together with the words around it."""


class State(NamedTuple):
    """A State: its ISO 3166 alpha-3 code, and its short name as the United Nations writes it today."""

    code: str
    name: str


class StateName(NamedTuple):
    """One name of a State.

    `kind` is "un" (the short name), "official", "variant", "former", "informal", "abbreviation", "loose"
    (names a State only where a State is expected, as in a list) or "adjective". `since` and `until` are
    years, or None where the name has no such bound.
    """

    code: str
    name: str
    kind: str
    since: int | None = None
    until: int | None = None

    def in_use(self, year: int) -> bool:
        """Whether the name was in use in `year`, as far as its bounds say."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of data/<name>.csv, in the file's order."""
    text = Path(__file__).with_name("data").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


@cache
def all_names() -> tuple[StateName, ...]:
    """Every name of every State in English, adjectives included."""
    return names_in("")


@cache
def names_in(language: str) -> tuple[StateName, ...]:
    """The States' names in "es", "fr", "ru", "zh", "ar" or "ko"; in English for ""."""
    return _by_language().get(language, ())


@cache
def _by_language() -> dict[str, tuple[StateName, ...]]:
    found: dict[str, list[StateName]] = {}
    for row in rows("states"):
        name = StateName(row["code"], row["name"], row["kind"], _year(row["from"]), _year(row["until"]))
        found.setdefault(row["language"], []).append(name)
    return {language: tuple(names) for language, names in found.items()}


@cache
def by_other_name() -> dict[str, State]:
    """The States by folded name in other languages than English.

    It holds no name that is one State's in English and another's elsewhere, and none that two States bear.
    """
    states, english = all_states(), by_name()
    found: dict[str, set[str]] = {}
    for language, names in _by_language().items():
        for row in names if language else ():
            for key in spellings(row.name):
                if key not in english:
                    found.setdefault(key, set()).add(row.code)
    return {key: states[codes.pop()] for key, codes in found.items() if len(codes) == 1}


@cache
def all_states() -> dict[str, State]:
    """The States by code."""
    return {row.code: State(row.code, row.name) for row in all_names() if row.kind == "un"}


@cache
def by_name() -> dict[str, State]:
    """The States by folded name, as nouns."""
    states = all_states()
    return {
        key: states[row.code] for row in all_names() if row.kind != "adjective" for key in spellings(row.name)
    }


@cache
def by_adjective() -> dict[str, State]:
    """The States by folded adjective or name of their people."""
    states = all_states()
    return {folded_name(row.name): states[row.code] for row in all_names() if row.kind == "adjective"}


@cache
def abbreviations() -> dict[str, str]:
    """The abbreviations as they must be written in running text, by folded form."""
    return {folded_name(row.name): row.name for row in all_names() if row.kind == "abbreviation"}


@cache
def not_states() -> frozenset[str]:
    """Folded phrases that hold a State's name and name no State ("Gulf of Guinea")."""
    return frozenset(folded_name(row["phrase"]) for row in rows("not_states"))


def spellings(name: str) -> set[str]:
    """The folded spellings of `name`: apostrophes moved or lost, hyphens lost, brackets unspaced or open."""
    key = folded_name(name)
    found = {key}
    if "'" in key:
        found |= {
            key.replace("'", ""),
            key.replace("'s", "s'"),
            key.replace("'", "' "),
            key.replace("'", " "),
        }
    if "-" in name:
        found.add(folded_name(name.replace("-", "")))
    if " (" in key:
        found |= {key.replace(" (", "("), key.replace(")", " )"), key.removesuffix(")")}
    if " & " in key:
        found.add(key.replace(" & ", " and "))
    return found


@cache
def name_pattern(*, loose: bool, language: str = "") -> re.Pattern[str]:
    """A pattern for the longest name at a place of a folded text.

    `loose`, for lists of States, takes the loose names too, and the names in all languages; else those in
    English and in `language`.
    """
    left_out = {folded_name(row.name) for row in all_names() if row.kind == "loose" and not loose}
    others = by_other_name().keys() if loose else _spelled(language)
    return _pattern(((by_name().keys() | others) - left_out) | not_states(), bounds=language not in UNSPACED)


def _spelled(language: str) -> set[str]:
    names = names_in(language) if language else ()
    return {
        key for row in names if row.kind != "loose" for key in spellings(row.name)
    } & by_other_name().keys()


@cache
def adjective_pattern() -> re.Pattern[str]:
    """A pattern for the longest adjective at a place of a folded text."""
    return _pattern(by_adjective().keys(), plural="s?")


def _pattern(names: Iterable[str], plural: str = "", *, bounds: bool = True) -> re.Pattern[str]:
    # No letter may follow; a digit may, as note marks come glued to names ("Namibia1"). "US$" is money.
    branch = _branch(sorted(names))
    return re.compile(rf"(?<!\w){branch}{plural}(?![^\W\d_]|\$)" if bounds else branch)


def _branch(names: list[str]) -> str:
    """A regular expression for `names` (sorted), sharing what they begin with, so that it is quick."""
    if len(names) == 1:
        return re.escape(names[0])
    by_first: dict[str, list[str]] = {}
    for name in names:
        if name:
            by_first.setdefault(name[0], []).append(name[1:])
    branches = [re.escape(first) + _branch(rest) for first, rest in by_first.items()]
    joined = branches[0] if len(branches) == 1 and "" not in names else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if "" in names else joined


def _year(text: str) -> int | None:
    return int(text) if text else None
