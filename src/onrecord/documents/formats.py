"""Which reader a kind of file needs; each is loaded when the first such file comes."""

from __future__ import annotations

from onrecord.documents import sniff
from onrecord.documents.model import Document
from onrecord.errors import UnreadableDocument

_HINTS = {
    sniff.HTML: ("a web page (HTML)", ""),
    sniff.JSON: (
        "JSON data, no document",
        "Exports of the Universal Human Rights Index are read as CSV or XLSX.",
    ),
    "an Excel file of the older kind (XLS)": ("", "Save it as XLSX or CSV and read that."),
    "a file locked with a password": ("", "Remove the password in the program that set it."),
    "a broken ZIP container": ("", "Fetch the file again and compare its size."),
}


def read_format(kind: str, data: bytes, name: str) -> Document:
    """Read a file of a kind (see sniff.kind_of) that is neither PDF nor plain text.

    UnreadableDocument for a kind that On Record does not read, and for what its reader refuses.
    """
    # Late, so that nobody waits for the libraries of formats that do not come.
    if kind == sniff.DOCX:
        from onrecord.documents.docx import read_docx  # noqa: PLC0415

        return read_docx(data, name)
    if kind == sniff.DOC:
        from onrecord.documents.doc import read_doc  # noqa: PLC0415

        return read_doc(data, name)
    what, hint = _HINTS.get(kind, ("", ""))
    raise UnreadableDocument(
        f"{name}: not a document that On Record reads but {what or kind}.",
        hint=hint or "Save it as PDF, DOCX or plain text and read that.",
    )
