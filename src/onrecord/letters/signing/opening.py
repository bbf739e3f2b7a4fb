"""The words of a letter's source kept as a version, to be signed."""

from __future__ import annotations

from pathlib import Path

from onrecord.letters.compose.languages import built_languages, letter_name
from onrecord.letters.compose.words import built_text
from onrecord.letters.signing.model import Version
from onrecord.letters.signing.versions import keep_version
from onrecord.record.record import Record


def open_letter(record: Record, source: Path, *, who: str) -> Version:
    """Build the letter in all its languages and keep its words; the version, which may be kept already.

    Raises InputError where there is no source, BuildStopped where it cannot be built; then nothing is kept.
    """
    built = built_languages(source, record)
    name = letter_name(source)
    titles = [letter.title or letter.subject for letter in built.values()]
    texts = {language: built_text(letter) for language, letter in built.items()}
    return keep_version(record, name, next(filter(None, titles), name), texts, who=who)
