"""Where the facts of cited sources come from: the record, and the letter's CSL-JSON file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from onrecord.errors import InputError, SymbolError
from onrecord.letters.compose.hidden import hidden_characters
from onrecord.record.model import ReadsRecord, StoredDocument
from onrecord.un.bodies import SYMBOL_SERIES
from onrecord.un.symbol import parse_symbol

LARGEST = 20_000_000
MOST_ITEMS = 20_000
MOST_DEPTH = 6
BODIES = {
    "A/HRC/": "Human Rights Council",
    "E/CN.4/": "Commission on Human Rights",
    "E/C.12/": "Committee on Economic, Social and Cultural Rights",
    "S/": "Security Council",
    "A/": "General Assembly",
}
COMMITTEES = {
    "SPT": "Subcommittee on Prevention of Torture",
    "CAT": "Committee against Torture",
    "CCPR": "Human Rights Committee",
    "CEDAW": "Committee on the Elimination of Discrimination against Women",
    "CERD": "Committee on the Elimination of Racial Discrimination",
    "CRC": "Committee on the Rights of the Child",
    "CRPD": "Committee on the Rights of Persons with Disabilities",
    "CMW": "Committee on Migrant Workers",
    "CED": "Committee on Enforced Disappearances",
}
# "… Periodic Review Afghanistan * ______": what the page prints after a title.
TITLE_END = re.compile(r"(?:\s*[*_†‡]+)+$")
STATE_BELOW = re.compile(r"^(Report of the Working Group on the Universal Periodic Review)[\s*]+(?=[A-Z])")
WEB = re.compile(r"https?://[^\s<>\"\\]+")
Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a note says of a United Nations document; "" for what is not known."""

    symbol: str
    title: str = ""
    date: str = ""
    body: str = ""
    url: str = ""
    reissued: bool = False

    @property
    def printed(self) -> str:
        """The symbol as a full reference prints it: with the asterisk of the reissue whose date it gives."""
        return f"{self.symbol}*" if self.reissued else self.symbol

    @property
    def missing(self) -> tuple[str, ...]:
        """What a full reference needs and nobody has told."""
        return tuple(name for name in ("title", "date") if not getattr(self, name))


@dataclass(frozen=True)
class Library:
    """The sources of one letter: its own file first, then the record."""

    items: Mapping[str, Item]
    record: ReadsRecord | None = None
    _of_symbols: dict[str, DocumentFacts] = field(default_factory=dict)

    @cached_property
    def _described(self) -> dict[str, Item]:
        """Items of the file that describe a document with a symbol, by its symbol."""
        found: dict[str, Item] = {}
        for key, item in self.items.items():
            for written in (item.get("number", ""), key):
                symbol = _symbol(str(written))
                if symbol:
                    found.setdefault(symbol, item)
        return found

    @cached_property
    def _stored(self) -> dict[str, StoredDocument]:
        return {stored.symbol: stored for stored in self.record.documents()} if self.record else {}

    def document(self, symbol: str) -> DocumentFacts:
        """The facts of a document: the letter's own file counts before the record."""
        if symbol not in self._of_symbols:
            item, stored = self._described.get(symbol, {}), self._stored.get(symbol)
            self._of_symbols[symbol] = DocumentFacts(
                symbol,
                _text(item, "title") or (cited_title(stored.title) if stored else ""),
                issued(item) or (stored.date if stored else ""),
                body_of(symbol),
                _address(item) or parse_symbol(symbol).url,
                reissued=bool(stored and stored.reissued and not issued(item)),
            )
        return self._of_symbols[symbol]


def read_library(named: str, beside: Path) -> dict[str, Item]:
    """The items of the CSL-JSON file that a letter names, by their keys.

    The file must lie in the letter's folder or below it: a letter that came by mail must not be able to
    name any other file. Raises InputError, with the file and the reason.
    """
    folder = beside.parent.resolve()
    path = (folder / named).resolve()
    if not path.is_relative_to(folder) or Path(named).is_absolute():
        raise InputError(
            f"The sources file “{named}” lies outside the letter's folder.",
            hint=f"Copy it beside {beside.name} and name it without a path.",
        )
    try:
        if not path.is_file():
            raise InputError(
                f"There is no sources file “{named}”.",
                hint=f"Export it from Zotero as CSL JSON, beside {beside.name}.",
            )
        if path.stat().st_size > LARGEST:
            raise InputError(
                f"{named} is larger than {LARGEST // 1_000_000} MB.", hint="Export fewer sources."
            )
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{named} cannot be read: {error.__class__.__name__}.", hint="Is it UTF-8 text?"
        ) from error
    return items_in(text, named)


def items_in(text: str, named: str) -> dict[str, Item]:
    """The items of the CSL-JSON that `text` is, by their keys. InputError, naming it as `named`, for any other."""
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(
            f"{named} is no JSON: {str(error)[:100]}.", hint="Export it again, as CSL JSON."
        ) from error
    return _items(found, named)


def _items(found: Any, named: str) -> dict[str, Item]:
    if isinstance(found, dict) and isinstance(found.get("items"), list):
        found = found["items"]
    if not isinstance(found, list) or len(found) > MOST_ITEMS:
        raise InputError(f"{named} is no list of sources.", hint="Export it again, as CSL JSON.")
    items: dict[str, Item] = {}
    for place, item in enumerate(found, 1):
        if not isinstance(item, dict) or not str(item.get("id", "")):
            raise InputError(f"{named}: source {place} has no “id”.", hint="Each source needs a key in “id”.")
        hidden = hidden_characters(json.dumps(item, ensure_ascii=False))
        if hidden or _depth(item) > MOST_DEPTH:
            raise InputError(
                f"{named}: source “{str(item['id'])[:60]}” holds {hidden or 'lists too deep'}.",
                hint="Type its words again.",
            )
        for key in {str(item["id"]), str(item.get("citation-key", item["id"]))}:
            if key in items:
                raise InputError(f"{named}: two sources have the key “{key[:60]}”.", hint="Rename one.")
            items[key] = item
    return items


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    return 1 + max(map(_depth, value), default=0) if isinstance(value, list) else 0


def issued(item: Item) -> str:
    """The date of an item as far as it is told: "2023-07-05", "2023-07", "2023" or ""."""
    told_date = item.get("issued", {})
    parts = told_date.get("date-parts") if isinstance(told_date, dict) else None
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], list):
        raw = str(told_date.get("raw", told_date.get("literal", ""))) if isinstance(told_date, dict) else ""
        return raw if _in_calendar(raw) else ""
    numbers = [str(part) for part in parts[0][:3]]
    told = "-".join(number.zfill(2) for number in numbers)
    return told if _in_calendar(told) else ""


def _in_calendar(iso: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", iso):
        return False
    try:
        date.fromisoformat(f"{iso}-01-01"[:10])
    except ValueError:
        return False
    return True


def _text(item: Item, name: str) -> str:
    value = item.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _address(item: Item) -> str:
    """The web address of an item; "" for any other, such as a file's or a script's."""
    address = _text(item, "URL")
    return address if WEB.fullmatch(address) else ""


def body_of(symbol: str) -> str:
    """Whose document it is, by the series of its symbol; "" where the series is not known."""
    for series, code in SYMBOL_SERIES.items():
        if symbol.startswith(f"{series}/") and code in COMMITTEES:
            return COMMITTEES[code]
    return next((name for start, name in BODIES.items() if symbol.startswith(start)), "")


def cited_title(printed: str) -> str:
    """A title as notes cite it: without marks or a rule after it, and with a colon before the State's line."""
    title = TITLE_END.sub("", " ".join(printed.split()))
    return STATE_BELOW.sub(r"\1: ", title)


def _symbol(written: str) -> str:
    if "/" not in written:
        return ""
    try:
        return parse_symbol(written).text
    except SymbolError:
        return ""
