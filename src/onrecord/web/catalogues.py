"""Keeps the catalogues of translations in step with the pages: `python -m onrecord.web.catalogues`.

Each room has a catalogue of its own, so that two rooms can be built at once. A room's strings are those in
`rooms/ROOM.py`, `templates/ROOM/` and the folder `ROOM/` where there is one; everything else is in `base`.
What the engine tells (`onrecord.told`) has a catalogue for each of its parts, such as `engine-record`.
What is new is added to the `.po` with an empty translation; what is gone goes; then the `.mo` is made.
"""

from __future__ import annotations

import ast
import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from onrecord.analysis.topics import named_topics
from onrecord.web.language import LOCALE, NAMES, SOURCE

HERE = Path(__file__).parent
PROGRAM = HERE.parent
BASE = "base"
_KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "gettext": None,
    "N_": None,
    "say": None,
    "tell": None,
    "ngettext": (1, 2),
    "count": (1, 2),
}
_METHODS = {".py": "python", ".j2": "jinja2"}
_A_DAY = datetime(2026, 1, 1, tzinfo=UTC)
# What a rule says of a wording stands in its table.
_WORDINGS = PROGRAM / "letters" / "check" / "data" / "wordings.csv"
# A topic is named by its file.
_TOPICS = "engine-analysis"
# What is said of a letter's file is stored with the letter, and found again among these alone.
_OF_LETTERS_FILES = {"forms", "decoding.py"}
_TELL = "tell"
_TELLS = "from onrecord.told import"
_WITHOUT_MESSAGES = {"web", "cli", "mcp_server"}
_FOLDERS_OF_NO_ROOM = {"rooms", "templates", "locale", "static"}


def extracted() -> dict[str, Catalog]:
    """The strings of the pages as they are now, by catalogue."""
    found: dict[str, Catalog] = {}
    for file in _sources():
        catalogue = found.setdefault(_of(file), Catalog())
        for message in _of_pages(file) if file.is_relative_to(HERE) else _of_the_engine(file):
            catalogue.add(message)
    wordings = csv.DictReader(_WORDINGS.read_text("utf-8").splitlines())
    for why in dict.fromkeys(row["why"] for row in wordings):
        found[_of(_WORDINGS)].add(why)
    for one in named_topics():
        found[_TOPICS].add(one.name)
    return {name: catalogue for name, catalogue in found.items() if len(catalogue)}


def _of_pages(file: Path) -> Iterator[str | tuple[str, ...]]:
    options = {"trimmed": "true", "silent": "false"} if file.suffix == ".j2" else {}
    for _, message, _, _ in extract_from_file(_METHODS[file.suffix], file, _KEYWORDS, (), options):
        yield message


def _of_the_engine(file: Path) -> Iterator[str]:
    """The templates of messages, also of those that stand within others, which Babel passes over."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == _TELL:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def kept(code: str) -> dict[str, Catalog]:
    """The catalogues of a language as they lie in its folder."""
    read = {}
    for file in sorted(_folder(code).glob("*.po")):
        with file.open("rb") as opened:
            read[file.stem] = read_po(opened, locale=code)
    return read


def compiled(catalogue: Catalog, code: str) -> bytes:
    """A catalogue as gettext reads it; it does not change with the day."""
    plain = Catalog(locale=code, charset="utf-8", fuzzy=False, creation_date=_A_DAY, revision_date=_A_DAY)
    for message in catalogue:
        if message.id:
            plain.add(message.id, message.string)
    held = io.BytesIO()
    write_mo(held, plain)
    return held.getvalue()


def untranslated(code: str) -> list[str]:
    """Every string of the pages that this language lacks, with the name of its catalogue."""
    held = kept(code)
    return [
        f"{name}: {message.id}"
        for name, catalogue in extracted().items()
        for message in catalogue
        if message.id and not _is_translated(held.get(name), message)
    ]


def renew(code: str, more: Mapping[str, str] | None = None) -> list[str]:
    """Write the catalogues of a language anew; returns what is still untranslated.

    `more` holds translations to fill in, by their English text.
    """
    folder, held = _folder(code), kept(code)
    folder.mkdir(parents=True, exist_ok=True)
    for name, fresh in extracted().items():
        made = Catalog(locale=code, project="On Record", charset="utf-8", fuzzy=False)
        for message in fresh:
            if message.id:
                said = _translation(held.get(name), message) or (more or {}).get(_first(message), "")
                made.add(message.id, said if isinstance(said, tuple) or not message.pluralizable else (said,))
        with (folder / f"{name}.po").open("wb") as opened:
            write_po(opened, made, omit_header=True, sort_output=True, width=110)
        (folder / f"{name}.mo").write_bytes(compiled(made, code))
    for gone in set(held) - set(extracted()):
        (folder / f"{gone}.po").unlink()
        (folder / f"{gone}.mo").unlink(missing_ok=True)
    return untranslated(code)


def _sources() -> Iterator[Path]:
    yield from (file for file in sorted(HERE.rglob("*")) if file.suffix in _METHODS)
    for file in sorted(PROGRAM.rglob("*.py")):
        if file.relative_to(PROGRAM).parts[0] not in _WITHOUT_MESSAGES and (
            file.stem == "told" or _TELLS in file.read_text("utf-8")
        ):
            yield file


def _of(file: Path) -> str:
    """The name of the catalogue to which a file's strings belong."""
    if not file.is_relative_to(HERE):
        part, *inside = file.relative_to(PROGRAM).parts
        if part == "letters" and inside[0] in _OF_LETTERS_FILES:
            return "engine-letters-files"
        return f"engine-{part.removesuffix('.py')}"
    top, *rest = file.relative_to(HERE).parts
    if top == "rooms" and file.stem != "__init__":
        return rest[0].removesuffix(".py")
    if top == "templates" and len(rest) > 1:
        return rest[0]
    return top if rest and top not in _FOLDERS_OF_NO_ROOM else BASE


def _folder(code: str) -> Path:
    return LOCALE / code / "LC_MESSAGES"


def _first(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple | list) else message.id


def _translation(held: Catalog | None, message: Message) -> str | tuple[str, ...]:
    found = held.get(message.id) if held else None
    if found is None or not found.string or found.fuzzy:
        return ""
    said = found.string
    if isinstance(said, str):
        return said
    return tuple(said) if all(said) else ""


def _is_translated(held: Catalog | None, message: Message) -> bool:
    return bool(_translation(held, message))


def main() -> None:
    """Renew every language but the one in which the pages are written."""
    for code in NAMES:
        if code != SOURCE:
            missing = renew(code)
            print(f"{code}: {len(missing)} untranslated", *missing, sep="\n  ")  # noqa: T201


if __name__ == "__main__":
    main()
