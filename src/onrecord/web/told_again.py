"""Messages of which the record keeps the words alone, found again by their templates.

Why a file could not be read, and what was read with a doubt, is stored in English (`onrecord.told`): the words, and not
how they were made. The templates are known, for each has a translation; the one that fits the whole of the words gives
back what was filled in. So records made before a message had a translation are read in Korean too, and words that no
template made stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from babel.messages.mofile import read_mo

from onrecord.told import Told, tell, tell_and, tell_together
from onrecord.web.language import LOCALE, NAMES, SOURCE

PARTS = ("engine-documents", "engine-mechanisms", "engine-record")
"""The catalogues of what is stored: what reads files, what reads acts, and what puts both on the record."""

OF_LETTERS = ("engine-documents", "engine-letters-files")
"""Those of what is stored with a letter on the desk."""

LONGEST = 5_000
"""Longer words are shown as they are."""

_FIELD = re.compile(r"%\((\w+)\)s")
_QUOTED = "“%({})s”"
_STATE = "state"
_NAMES = {"name", "path", "file", "by"}
"""Fields that hold a name of something, which is no message whatever it is."""

_LITTLE, _ENOUGH = 3, 8
"""A template with fewer letters of its own fits nearly any words: within a message it is meant only where messages fill
it; a whole message has letters enough, or nothing is filled in."""

_DEEPEST, _MOST_PARTS = 4, 10
"""How deep messages stand in one another, and how many in a row."""

_TOGETHER: Mapping[str, Callable[[Sequence[str]], str]] = {
    "; ": partial(tell_together, "; "),
    " and ": tell_and,
    ", ": partial(tell_together, ", "),
}
"""How messages in a row are joined, by what stands between them."""


class _Form(NamedTuple):
    """A template: its fields, and the words before, between and behind them; `letters` counts those of the words."""

    template: str
    fields: tuple[str, ...]
    words: tuple[str, ...]
    letters: int


@lru_cache(maxsize=4096)
def told_again(words: str, parts: tuple[str, ...] = PARTS) -> str:
    """The message that these words are; the words themselves where no template made them.

    Of several templates that fit, the one that leaves the fewest letters to be filled in is meant, counting those of
    the messages within. Words in quotation marks are a document's own, and are never looked into.
    `parts` are the catalogues among whose templates it is looked for.
    """
    if len(words) > LONGEST or (isinstance(words, Told) and words.template):
        return words
    found = _read(words, parts, 0)
    if found is None or (found.letters < _ENOUGH and found.message != found.template):
        return words
    return found.message


class _Read(NamedTuple):
    """A message found again, and how many of its letters are its templates' own."""

    message: str
    letters: int

    @property
    def template(self) -> str:
        """The template of the message itself."""
        return self.message.template if isinstance(self.message, Told) else ""


@lru_cache(maxsize=4096)
def _read(words: str, parts: tuple[str, ...], within: int) -> _Read | None:
    best: _Read | None = None
    for form in _forms(parts):
        filled = _filled_in(form, words)
        if filled is None:
            continue
        found = {name: _value(form, name, value, parts, within + 1) for name, value in filled.items()}
        inside = [one for one in found.values() if one is not None]
        letters = form.letters + sum(one.letters for one in inside)
        if best and best.letters >= letters:
            continue
        if form.letters < _LITTLE and (
            not inside or any(not one for name, one in found.items() if name not in _NAMES)
        ):
            continue
        values = {name: one.message if (one := found[name]) else value for name, value in filled.items()}
        made = tell(form.template, **values) if values else Told(words, form.template)
        best = _Read(made, letters)
    return best


def _value(form: _Form, name: str, value: str, parts: tuple[str, ...], within: int) -> _Read | None:
    """The message that stands in a field, None where it is something else."""
    if name == _STATE:
        return _Read(Told(value, value), 0)
    if within > _DEEPEST or name in _NAMES or _QUOTED.format(name) in form.template:
        return None
    whole, several = _read(value, parts, within), _several(form, value, parts, within)
    return several if several and (whole is None or several.letters > whole.letters) else whole


def _several(form: _Form, value: str, parts: tuple[str, ...], within: int) -> _Read | None:
    """Messages in a row, all of which are found again; None where one is not."""
    for between, together in _TOGETHER.items():
        pieces = value.split(between)
        if not 1 < len(pieces) <= _MOST_PARTS:
            continue
        read = [found for piece in pieces if (found := _value(form, "", piece, parts, within + 1))]
        if len(read) == len(pieces):
            return _Read(together([one.message for one in read]), sum(one.letters for one in read))
    return None


def _filled_in(form: _Form, words: str) -> Mapping[str, str] | None:
    """What stands in the fields where the words are this template filled in; each field holds as little as it can."""
    first, *others = form.words
    if not words.startswith(first):
        return None
    if not others:
        return {} if words == first else None
    values: dict[str, str] = {}
    at = len(first)
    for place, (name, piece) in enumerate(zip(form.fields, others, strict=True), 1):
        is_last = place == len(others)
        end = len(words) - len(piece) if is_last else words.find(piece, at + 1)
        if end <= at or not words.startswith(piece, end):
            return None
        if values.setdefault(name, words[at:end]) != words[at:end]:
            return None
        at = end + len(piece)
    return values


@cache
def _forms(parts: tuple[str, ...]) -> list[_Form]:
    """The forms of all templates, those with the most letters of their own first."""
    folder = LOCALE / next(code for code in NAMES if code != SOURCE) / "LC_MESSAGES"
    templates: set[str] = set()
    for part in parts:
        with (folder / f"{part}.mo").open("rb") as opened:
            templates |= {one.id for one in read_mo(opened) if isinstance(one.id, str) and one.id}
    return sorted(map(_form, templates), key=lambda form: (-form.letters, form.template))


def _form(template: str) -> _Form:
    words, fields = _FIELD.split(template)[::2], _FIELD.split(template)[1::2]
    plain = tuple(one.replace("%%", "%") for one in words) if fields else (template,)
    return _Form(template, tuple(fields), plain, sum(map(str.isalpha, "".join(plain))))
