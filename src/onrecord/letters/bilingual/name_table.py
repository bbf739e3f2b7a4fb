"""A letter's own table of names: a CSV file with the columns english and korean."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from onrecord.errors import InputError
from onrecord.letters.bilingual.terms import NamePair
from onrecord.letters.decoding import read_text
from onrecord.told import tell


def read_names(path: Path) -> list[NamePair]:
    """The names of the table in the file at `path`, as `names_in` reads them. Raises InputError as it does."""
    return names_in(read_text(path).text, str(path))


def names_in(text: str, path: str) -> list[NamePair]:
    """The names of the table; forms of one name are parted by "|", the form to write stands first.

    Raises InputError, naming it as `path` and the line, where it has no such columns or a row lacks a side.
    """
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    try:
        headings = {(name or "").strip().casefold(): name for name in reader.fieldnames or ()}
        if not {"english", "korean"} <= set(headings):
            raise InputError(
                tell("%(path)s has no columns english and korean.", path=path),
                hint=tell("Name them in its first row."),
            )
        found = []
        for row in reader:
            english, korean = (_forms(row[headings[side]]) for side in ("english", "korean"))
            if not english and not korean:
                continue
            if not english or not korean:
                raise InputError(
                    tell(
                        "%(path)s, line %(line_num)s: a name is there in one language alone.",
                        path=path,
                        line_num=reader.line_num,
                    ),
                    hint=tell("Give it in both; part its forms with “|”."),
                )
            found.append(NamePair(english, korean))
    except csv.Error as error:
        raise InputError(
            tell(
                "%(path)s, line %(line_num)s: no table with columns (%(error)s).",
                path=path,
                line_num=reader.line_num,
                error=error,
            ),
            hint=tell("Save it as CSV (UTF-8)."),
        ) from error
    return found


def _forms(cell: str | None) -> tuple[str, ...]:
    return tuple(form for form in (" ".join(part.split()) for part in (cell or "").split("|")) if form)
