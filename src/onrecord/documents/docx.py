"""DOCX (Office Open XML) to a Document. The format has no pages: everything is on page 1, without boxes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from onrecord.documents import docx_names as w
from onrecord.documents.details import Details
from onrecord.documents.docx_blocks import Blocks
from onrecord.documents.docx_notes import Notes
from onrecord.documents.docx_styles import Lists, Load, Styles
from onrecord.documents.flow import document_of
from onrecord.documents.model import Document
from onrecord.documents.package import Package, Relation
from onrecord.documents.passages import Flow, Tally, seen, spaced
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

RUNNING_PARTS = 6
"""How many headers are looked at for the symbol."""


def read_docx(data: bytes, name: str) -> Document:
    """Read a DOCX: paragraphs with the numbers that Word shows, headings, notes, tables.

    Text inserted with tracked changes is read, deleted text is not, and a Problem says so. Raises
    UnreadableDocument where the file is broken, beyond the bounds, or holds no words.
    """
    return document_of(docx_flow(data, name), data, name, "docx")


def docx_flow(data: bytes, name: str, details: Details | None = None) -> Flow:
    """A DOCX as passages, tables and notes; `details` are filled where they are wanted.

    Raises UnreadableDocument where the file is broken or beyond the bounds.
    """
    package = Package(data, name)
    path = package.main_part("word/document.xml")
    body = package.xml(path).find(f"{{*}}{'body'}")
    if body is None:
        raise UnreadableDocument(
            tell("%(name)s: a Word file without a text.", name=name), hint=tell("Fetch the file again.")
        )
    relations = list(package.relations(path).values())
    flow, tally = Flow(), Tally()
    part = partial(_part, package, relations)
    notes = Notes(flow.notes, part("footnotes"), part("endnotes"), part("settings"))
    if details is not None:
        _prepare(details, package, path, relations)
    blocks = Blocks(name, Styles(part("styles")), Lists(part("numbering")), notes, tally, details)
    flow.parts = blocks.read(body)
    flow.running = _running(package, relations)
    flow.problems = tally.problems()
    return flow


def _prepare(details: Details, package: Package, main: str, relations: list[Relation]) -> None:
    """Tell the details the addresses that each part names, and the comments."""
    kinds = {"document": main}
    kinds |= {kind: _path(package, relations, kind) for kind in ("footnotes", "endnotes")}
    details.addresses = {kind: package.addresses(path) for kind, path in kinds.items() if path}
    path = _path(package, relations, "comments")
    for comment in package.xml(path).iterchildren(w.COMMENT) if path else ():
        words = spaced(seen(" ".join(text.text or "" for text in comment.iter(w.T))))
        details.commented[comment.get(w.ID, "")] = (comment.get(w.AUTHOR, ""), words)


def _path(package: Package, relations: list[Relation], kind: str) -> str:
    """The path of the part of this kind, "" where the document has none."""
    paths = (relation.path for relation in relations if relation.kind == kind)
    return next((path for path in paths if package.has(path)), "")


def _part(package: Package, relations: list[Relation], kind: str) -> Load:
    """What loads the part of this kind when it is needed; it gives None where the document has none."""

    def load() -> etree._Element | None:
        path = _path(package, relations, kind)
        return package.xml(path) if path else None

    return load


def _running(package: Package, relations: list[Relation]) -> list[str]:
    """The lines of the headers."""
    lines: list[str] = []
    headers = [relation.path for relation in relations if relation.kind == "header"]
    for path in headers[:RUNNING_PARTS]:
        if package.has(path):
            for paragraph in package.xml(path).iter(w.P):
                line = spaced(seen("".join(_parts(paragraph))))
                if line and line not in lines:
                    lines.append(line)
    return lines


def _parts(paragraph: etree._Element) -> Iterator[str]:
    """The words of a header; tabs and line breaks part its left, middle and right."""
    for sign in paragraph.iter(w.T, w.TAB, w.PTAB, w.BR, w.CR):
        yield (sign.text or "") if sign.tag == w.T else " "
