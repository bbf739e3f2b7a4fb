"""The addresses at which the United Nations serves documents, in the order in which they are asked."""

from __future__ import annotations

import csv
import ipaddress
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from urllib.parse import quote, urlsplit

from onrecord.errors import UsageError
from onrecord.fetching.model import Wanted

_COLUMNS = ("name", "address", "formats")


@dataclass(frozen=True, slots=True)
class Address:
    """A place to ask: `template` holds {symbol}, {language} and {format}; `formats` are those it gives."""

    name: str
    template: str
    formats: tuple[str, ...]

    @property
    def host(self) -> str:
        """The host's name in small letters."""
        return urlsplit(self.template).hostname or ""

    def url(self, wanted: Wanted) -> str:
        """The web address to ask for a document."""
        symbol = quote(wanted.symbol.text.replace(" ", ""), safe="/()")
        return self.template.format(symbol=symbol, language=wanted.language, format=wanted.format)


def addresses(file: Path | None = None) -> tuple[Address, ...]:
    """The addresses of a CSV, by default the United Nations' own (data/addresses.csv).

    UsageError where the file cannot be read, or an address is neither https nor this machine's own.
    """
    try:
        text = file.read_text("utf-8") if file else _packaged()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The addresses in {file} cannot be read: {error}.") from error
    found = tuple(_address(row) for row in csv.DictReader(text.splitlines()))
    if not found:
        raise UsageError(f"{file} names no address.", hint=f"Its columns are {', '.join(_COLUMNS)}.")
    return found


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself, by its literal address or the name "localhost"."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _packaged() -> str:
    return resources.files(__package__).joinpath("data/addresses.csv").read_text("utf-8")


def _address(row: dict[str, str]) -> Address:
    try:
        name, template, formats = (row[column].strip() for column in _COLUMNS)
        template.format(symbol="", language="", format="")
        parts = urlsplit(template)
        known = bool(parts.hostname) and "{symbol}" in template and parts.username is None
    except (KeyError, IndexError, ValueError, AttributeError):
        known, name, template, formats = False, str(row), "", ""
        parts = urlsplit("")
    allowed = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
    if not known or not allowed:
        raise UsageError(
            f"{name}: no address to fetch from.",
            hint="An address begins with https:// and holds {symbol}; it may hold {language} and {format}.",
        )
    return Address(name, template, tuple(formats.split()))
