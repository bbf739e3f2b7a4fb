"""The two texts of a letter as typed or pasted, made ready to be set side by side."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.letters.bilingual.as_read import language_of, paired
from onrecord.letters.bilingual.side_by_side import Pair
from onrecord.letters.compose.source import LetterProblem, is_source
from onrecord.letters.read import parse_letter
from onrecord.record.model import ReadsRecord

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

    Two sources are built, and their blocks pair by key; else both are read, and their paragraphs are aligned.
    UsageError where a letter is too long.
    """
    if all(is_source(text) for text in texts.values()):
        # Late: what builds letters takes long to load.
        from onrecord.letters.compose.build import compose  # noqa: PLC0415
        from onrecord.letters.compose.reading import parse_source  # noqa: PLC0415

        # The name only tells where a fault stands; no file beside it is read.
        built = {
            code: compose(parse_source(texts[code], Path(f"{code}.md")), record, items={})
            for code in LANGUAGES
        }
        return (built["en"].letter, built["ko"].letter), {code: built[code].errors for code in LANGUAGES}
    english, korean = (parse_letter(texts[code], code) for code in LANGUAGES)
    return paired(english, korean), dict.fromkeys(LANGUAGES, ())


def sorted_by_language(texts: Mapping[int, str]) -> dict[str, int]:
    """Which of two texts, by their numbers, is English and which Korean. UsageError where both are in one."""
    found = {text_language(text): number for number, text in texts.items()}
    if len(found) < len(LANGUAGES):
        told = {"en": "English", "ko": "Korean"}[next(iter(found))]
        raise UsageError(
            f"Both texts are in {told}.", hint="Choose one in English and one in Korean to set side by side."
        )
    return found
