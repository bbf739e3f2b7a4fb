"""The list of signatories as it is printed: those who signed these very words, in a chosen order."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from onrecord.errors import UsageError
from onrecord.letters.compose.built import PrintedSignatory
from onrecord.letters.signing.model import Signatory, Standing, Version
from onrecord.letters.signing.signatories import standings
from onrecord.record.record import Record
from onrecord.told import tell


def _sorted_name(one: Signatory, language: str) -> str:
    """By letters alone; an article at the beginning of an English name does not count."""
    name = unicodedata.normalize("NFKD", one.name(language)).casefold()
    return "".join(c for c in name.removeprefix("the ") if c.isalnum() or c == " ").strip()


ORDERS: dict[str, Callable[[Signatory, str], Any]] = {
    "entered": lambda one, _language: one.id,
    "alphabetical": _sorted_name,
    "persons-first": lambda one, language: (one.kind != "person", _sorted_name(one, language)),
    "organisations-first": lambda one, language: (one.kind == "person", _sorted_name(one, language)),
}
"""How a list may be ordered. Korean names sort by their syllables, which is their dictionaries' order."""


def printed_signatories(
    record: Record, version: Version, language: str, order: str = "entered"
) -> tuple[tuple[PrintedSignatory, ...], tuple[str, ...]]:
    """The lines to print in this language, and what is doubtful about them.

    Only those stand there who signed this version; a contact never does. A name that is not known in the
    language is printed in the other one, and said. UsageError for an order that does not exist.
    """
    if order not in ORDERS:
        raise UsageError(
            tell("There is no order “%(order)s”.", order=order),
            hint=tell("Choose one of: %(listed)s.", listed=", ".join(ORDERS)),
        )
    signed = [one for one, standing in standings(record, version) if standing is Standing.SIGNED]
    signed.sort(key=lambda one: ORDERS[order](one, language))
    lines = tuple(PrintedSignatory(one.name(language), one.details.get(language, "")) for one in signed)
    doubts = tuple(
        f"{one.name(language)} (no. {one.id}) has no name in the language “{language}”."
        for one in signed
        if language not in one.names
    )
    return lines, doubts
