"""Whether what came is what was asked for: by its bytes, and by the symbol that it prints."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from onrecord.documents import sniff
from onrecord.documents.model import Document
from onrecord.documents.read import read_document
from onrecord.errors import InputError, SymbolError, TransferFailed
from onrecord.fetching.model import Printed, Wanted
from onrecord.un.symbol import Symbol, find_symbols, parse_symbol

Read = Callable[[Path, str], Document]
"""Reads a file under a name; InputError where it cannot be read."""

_TITLE = re.compile(r"<title[^>]*>\s*(.{1,400}?)\s*</title", re.IGNORECASE | re.DOTALL)
_NAMES = {
    sniff.PDF: "a PDF",
    sniff.DOCX: "a Word file (DOCX)",
    sniff.DOC: "a Word file of the older kind (DOC)",
}
_TAIL = 4096


@dataclass(frozen=True, slots=True)
class Verified:
    """What the document says of itself, and what could not be checked."""

    printed: Printed
    doubts: tuple[str, ...]


def read_here(path: Path, name: str) -> Document:
    """Read in this process. A door that fetches from strangers reads in another one."""
    return read_document(Path(name), path.read_bytes())


def check_bytes(path: Path, wanted: Wanted, host: str, *, length_known: bool) -> None:
    """TransferFailed where the bytes are not of the format that was asked for, or were cut off."""
    data = path.read_bytes()
    if not data:
        raise TransferFailed("broken", f"{host} sent nothing.", again=True)
    kind = sniff.kind_of(data)
    if kind == sniff.HTML:
        title = _title_of(data)
        said = f" (“{title}”)" if title else ""
        raise TransferFailed("web_page", f"{host} sent a web page{said} in the place of the document.")
    if kind != wanted.format:
        asked, came = _NAMES[wanted.format], _NAMES.get(kind, kind)
        if wanted.format == sniff.DOCX and kind == "a broken ZIP container":
            raise TransferFailed("broken", f"{host} sent a Word file (DOCX) that is cut off.", again=True)
        known = came if " " in came else f"a file of another kind ({came})"
        raise TransferFailed("wrong_format", f"{host} sent {known}, not {asked}.")
    # PDF readers mend a file that was cut off and show fewer pages. Where the server said how long the
    # file is, that is known already.
    if kind == sniff.PDF and not length_known and b"%%EOF" not in data[-_TAIL:]:
        raise TransferFailed("broken", f"{host} sent a PDF that is cut off.", again=True)


def check_document(path: Path, wanted: Wanted, host: str, read: Read = read_here) -> Verified:
    """What the document prints. TransferFailed where it cannot be read or bears another symbol.

    An asterisk (a reissue for technical reasons) makes no other symbol; Add., Corr. and Rev. do
    (domain rule 2.7). Where no symbol can be read on the title page, that is a doubt, no refusal.
    """
    try:
        document = read(path, wanted.file_name)
    except InputError as error:
        raise TransferFailed("unreadable", f"What {host} sent cannot be read: {error.message}") from error
    printed = _symbol_of(document, wanted.symbol)
    if printed and printed != wanted.symbol:
        raise TransferFailed(
            "other_symbol", f"{host} sent {printed}, not {wanted.symbol}, which was asked for."
        )
    return Verified(
        Printed(
            symbol=printed.text if printed else "",
            reissued=document.reissued,
            title=document.title,
            date=document.date,
            language=document.language,
            pages=document.pages,
        ),
        tuple(_doubts(document, wanted, printed)),
    )


def _symbol_of(document: Document, wanted: Symbol) -> Symbol | None:
    """The symbol in the masthead; of a joint document's two, in one line, the one that is wanted.

    "CEDAW/C/GC/31-CRC/C/GC/18" is the joint general recommendation of two committees.
    """
    try:
        printed = parse_symbol(document.symbol) if document.symbol else None
    except SymbolError:
        return None
    for line in document.front:
        symbols = [found.symbol for found in find_symbols(line)]
        if printed in symbols and wanted in symbols:
            return wanted
    return printed


def _doubts(document: Document, wanted: Wanted, printed: Symbol | None) -> list[str]:
    doubts = []
    if printed is None:
        doubts.append(
            f"Its title page shows no symbol that could be read; that it is {wanted.symbol} was not checked."
        )
    if wanted.symbol.reissued and printed and not document.reissued:
        doubts.append("A reissue was asked for (asterisk); its title page shows no asterisk.")
    if document.language not in {"und", "", wanted.language}:
        doubts.append(
            f"Its text seems to be in another language ({document.language}, not {wanted.language})."
        )
    return doubts


def _title_of(data: bytes) -> str:
    found = _TITLE.search(data[:65536].decode("utf-8", "replace"))
    words = " ".join(found[1].split()) if found else ""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", "", words)[:100]
