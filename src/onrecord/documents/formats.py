"""Which reader a kind of file needs; each is loaded when the first such file comes."""

from __future__ import annotations

from onrecord.documents import sniff
from onrecord.documents.model import Document
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

_HINTS = {
    "an Excel file of the older kind (XLS)": ("", tell("Save it as XLSX or CSV and read that.")),
    "a file locked with a password": ("", tell("Remove the password in the program that set it.")),
    "a broken ZIP container": ("", tell("Fetch the file again and compare its size.")),
}


def read_format(kind: str, data: bytes, name: str) -> Document:
    """Read a file of a kind (see sniff.kind_of) that is neither PDF nor plain text.

    UnreadableDocument for a kind that On Record does not read, and for what its reader refuses.
    """
    reader = _READERS.get(kind)
    if reader is not None:
        return reader(data, name)
    what, hint = _HINTS.get(kind, ("", ""))
    raise UnreadableDocument(
        tell("%(name)s: not a document that On Record reads but %(value)s.", name=name, value=what or kind),
        hint=hint or tell("Save it as PDF, DOCX or plain text and read that."),
    )


# Late imports, so that nobody waits for the libraries of formats that do not come.


def _docx(data: bytes, name: str) -> Document:
    from onrecord.documents.docx import read_docx  # noqa: PLC0415

    return read_docx(data, name)


def _doc(data: bytes, name: str) -> Document:
    from onrecord.documents.doc import read_doc  # noqa: PLC0415

    return read_doc(data, name)


def _html(data: bytes, name: str) -> Document:
    from onrecord.documents.html import read_html  # noqa: PLC0415

    return read_html(data, name)


def _rtf(data: bytes, name: str) -> Document:
    from onrecord.documents.rtf import read_rtf  # noqa: PLC0415

    return read_rtf(data, name)


def _xlsx(data: bytes, name: str) -> Document:
    from onrecord.documents.xlsx import read_xlsx  # noqa: PLC0415

    return read_xlsx(data, name)


def _json(data: bytes, name: str) -> Document:
    from onrecord.documents.json_tables import read_json  # noqa: PLC0415

    return read_json(data, name)


def _csv(data: bytes, name: str) -> Document:
    from onrecord.documents.sheets import read_csv  # noqa: PLC0415

    return read_csv(data, name)


_READERS = {
    sniff.DOCX: _docx,
    sniff.DOC: _doc,
    sniff.HTML: _html,
    sniff.RTF: _rtf,
    sniff.XLSX: _xlsx,
    sniff.CSV: _csv,
    sniff.JSON: _json,
}
