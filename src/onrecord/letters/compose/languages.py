"""A letter in all its languages, built as it stands now, and the name under which its signatures are kept."""

from __future__ import annotations

from pathlib import Path

from onrecord.errors import InputError
from onrecord.letters.compose.build import build
from onrecord.letters.compose.built import BuiltLetter
from onrecord.letters.compose.job import sources_at
from onrecord.letters.compose.reading import read_source
from onrecord.record.model import ReadsRecord
from onrecord.told import tell


def built_languages(source: Path, record: ReadsRecord) -> dict[str, BuiltLetter]:
    """The letter by language ("en", "ko"). `source` is a file, or a folder with one such file a language.

    Raises InputError where there is no source or two are in one language, BuildStopped where one cannot be
    built.
    """
    found: dict[str, BuiltLetter] = {}
    files: dict[str, Path] = {}
    for path in sources_at(source):
        letter = build(read_source(path), record)
        if letter.language in found:
            raise InputError(
                tell(
                    "%(files)s and %(path)s are both in the language “%(language)s”.",
                    files=files[letter.language],
                    path=path,
                    language=letter.language,
                ),
                hint=tell(
                    "A folder holds one letter, with one file a language; say language: in the front matter."
                ),
            )
        found[letter.language], files[letter.language] = letter, path
    return found


def letter_name(source: Path) -> str:
    """The name of a letter: that of its folder, or of its file without the ending."""
    whole = source.resolve()
    return whole.name if whole.is_dir() else whole.stem
