"""The words of a letter's source kept as a version, to be signed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.letters.compose.built import BlockKind
from onrecord.letters.compose.languages import built_languages, letter_name
from onrecord.letters.compose.words import VERSION, built_text
from onrecord.letters.signing.model import LANGUAGES, Version
from onrecord.letters.signing.versions import keep_version
from onrecord.record.record import Record
from onrecord.record.signed_drafts import draft_signed_as
from onrecord.told import tell

_LONGEST_TITLE = 200


def open_letter(record: Record, source: Path, *, who: str) -> Version:
    """Build the letter in all its languages and keep its words; the version, which may be kept already.

    Raises InputError where there is no source, BuildStopped where it cannot be built, UsageError where the name
    is that of a letter on the desk; then nothing is kept.
    """
    built = built_languages(source, record)
    name = letter_name(source)
    if draft_signed_as(record, name):
        raise UsageError(
            tell("A letter on the desk is open for signatures under the name “%(name)s”.", name=name),
            hint=tell(
                "Give the folder or file of this letter another name, so that both keep their own list."
            ),
        )
    titles = [letter.title or letter.subject for letter in built.values()]
    texts = {language: built_text(letter) for language, letter in built.items()}
    return keep_version(record, name, next(filter(None, titles), name), texts, who=who)


def open_text(record: Record, name: str, text: str, *, language: str, who: str) -> Version:
    """Keep the words of a letter that has no source, such as one that was pasted; the version.

    UsageError where there are no words, or the language is none of a letter's.
    """
    title, words = plain_words(text, language)
    return keep_version(record, name, title, {language: words}, who=who)


def plain_words(text: str, language: str) -> tuple[str, str]:
    """The first line of a letter that has no source, as its title, and its words as a version keeps them.

    Each line that is not empty is a paragraph. UsageError as for `open_text`.
    """
    if language not in LANGUAGES:
        raise UsageError(
            tell("“%(language)s” is no language of a letter.", language=language),
            hint=tell("Choose en or ko."),
        )
    lines = [unicodedata.normalize("NFC", " ".join(line.split())) for line in text.splitlines()]
    rows = [f"{BlockKind.PARAGRAPH.value}: {line}" for line in lines if line]
    if not rows:
        raise UsageError(tell("The letter has no words."), hint=tell("Paste its text, or choose a file."))
    title = next(line for line in lines if line)[:_LONGEST_TITLE]
    return title, "\n".join([VERSION, f"language: {language}", *rows]) + "\n"
