"""The two texts of a letter as typed or pasted, made ready to be set side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from onrecord.errors import UsageError
from onrecord.letters.bilingual.as_read import language_of, paired
from onrecord.letters.bilingual.side_by_side import Pair
from onrecord.letters.compose.built import BuiltLetter
from onrecord.letters.compose.source import LetterProblem, is_source
from onrecord.letters.model import Letter
from onrecord.letters.read import parse_letter
from onrecord.record.model import ReadsRecord
from onrecord.told import tell

if TYPE_CHECKING:
    from onrecord.letters.compose.build import Composed

LANGUAGES = ("en", "ko")


def text_language(text: str) -> str:
    """The language of a letter, "en" or "ko": as the front matter of a source names it, else by its letters."""
    if is_source(text):
        from onrecord.letters.compose.front_matter import read_front_matter  # noqa: PLC0415 - loads YAML

        named = read_front_matter(text).about.language.partition("-")[0].lower()
        return named if named in LANGUAGES else language_of(text)
    return language_of(text)


def opened(
    texts: Mapping[str, str], record: ReadsRecord
) -> tuple[Pair, dict[str, tuple[LetterProblem, ...]]]:
    """The English and the Korean text, by "en" and "ko", as a pair; with the faults that a build would stop at.

    Sources are built first. Two sources whose blocks have keys of their own, or are as many, pair by key; any
    other texts are read, and their paragraphs are aligned. UsageError where a letter is too long.
    """
    composed = {code: _composed(texts[code], code, record) for code in LANGUAGES}
    english, korean = (one.letter if one else None for one in composed.values())
    faults = {code: one.errors if one else () for code, one in composed.items()}
    if english and korean and _have_like_keys(english, korean):
        return (english, korean), faults
    letters = (_as_read(texts[code], code, composed[code]) for code in LANGUAGES)
    return paired(*letters), faults


def _composed(text: str, code: str, record: ReadsRecord) -> Composed | None:
    if not is_source(text):
        return None
    # Late: what builds letters takes long to load.
    from onrecord.letters.compose.on_desk import compose_draft  # noqa: PLC0415

    return compose_draft(text, code, record)


def _as_read(text: str, code: str, composed: Composed | None) -> Letter:
    """A letter as read; a source as it reads when built."""
    if composed is None:
        return parse_letter(text, code)
    from onrecord.letters.render.letter_text import letter_text  # noqa: PLC0415 - as above

    return parse_letter(letter_text(composed.letter).decode(), code)


def _have_like_keys(english: BuiltLetter, korean: BuiltLetter) -> bool:
    """Whether blocks of one key say the same: "p3" alone only tells that a block is the third."""
    sides = [[one.key for one in letter.blocks if one.key and not one.name] for letter in (english, korean)]
    own = [{key for key in keys if not _BY_PLACE.fullmatch(key)} for keys in sides]
    return len(sides[0]) == len(sides[1]) or bool(own[0] & own[1])


_BY_PLACE = re.compile(r"p\d+|signatories")


def sorted_by_language(texts: Mapping[int, str]) -> dict[str, int]:
    """Which of two texts, by their numbers, is English and which Korean. UsageError where both are in one."""
    found = {text_language(text): number for number, text in texts.items()}
    if len(found) < len(LANGUAGES):
        told = {"en": "English", "ko": "Korean"}[next(iter(found))]
        raise UsageError(
            tell("Both texts are in %(told)s.", told=told),
            hint=tell("Choose one in English and one in Korean to set side by side."),
        )
    return found
