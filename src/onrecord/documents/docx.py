"""DOCX (Office Open XML) to a Document. The format has no pages: everything is on page 1, without boxes."""

from __future__ import annotations

from onrecord.documents import docx_names as w
from onrecord.documents.docx_blocks import Blocks
from onrecord.documents.docx_notes import Notes
from onrecord.documents.docx_styles import Lists, Styles
from onrecord.documents.flow import document_of
from onrecord.documents.model import Document
from onrecord.documents.package import Package, Relation
from onrecord.documents.passages import Flow, Tally, seen, spaced
from onrecord.errors import UnreadableDocument

RUNNING_PARTS = 6
"""How many headers are looked at for the symbol."""


def read_docx(data: bytes, name: str) -> Document:
    """Read a DOCX: paragraphs with the numbers that Word shows, headings, notes, tables.

    Text inserted with tracked changes is read, deleted text is not, and a Problem says so. Raises
    UnreadableDocument where the file is broken, beyond the bounds, or holds no words.
    """
    package = Package(data, name)
    path = package.main_part("word/document.xml")
    body = package.xml(path).find(f"{{*}}{'body'}")
    if body is None:
        raise UnreadableDocument(f"{name}: a Word file without a text.", hint="Fetch the file again.")
    relations = list(package.relations(path).values())
    flow, tally = Flow(), Tally()
    blocks = Blocks(
        name, _styles(package, relations), _lists(package, relations), _notes(package, relations, flow), tally
    )
    flow.parts = blocks.read(body)
    flow.running = _running(package, relations)
    flow.problems = tally.problems()
    return document_of(flow, data, name, "docx")


def _path(package: Package, relations: list[Relation], kind: str) -> str:
    """The path of the part of this kind, "" where the document has none."""
    paths = (relation.path for relation in relations if relation.kind == kind)
    return next((path for path in paths if package.has(path)), "")


def _styles(package: Package, relations: list[Relation]) -> Styles:
    path = _path(package, relations, "styles")
    return Styles(package.xml(path) if path else None)


def _lists(package: Package, relations: list[Relation]) -> Lists:
    path = _path(package, relations, "numbering")
    return Lists(package.xml(path) if path else None)


def _notes(package: Package, relations: list[Relation], flow: Flow) -> Notes:
    roots = [_path(package, relations, kind) for kind in ("footnotes", "endnotes", "settings")]
    footnotes, endnotes, settings = (package.xml(path) if path else None for path in roots)
    return Notes(flow.notes, footnotes, endnotes, settings)


def _running(package: Package, relations: list[Relation]) -> list[str]:
    """The lines of the headers."""
    lines: list[str] = []
    headers = [relation.path for relation in relations if relation.kind == "header"]
    for path in headers[:RUNNING_PARTS]:
        if package.has(path):
            for paragraph in package.xml(path).iter(w.P):
                line = spaced(seen("".join(text.text or "" for text in paragraph.iter(w.T))))
                if line and line not in lines:
                    lines.append(line)
    return lines
