"""The ZIP container of DOCX and XLSX, opened with bounds, and its parts as XML without any surprises."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, NamedTuple

from lxml import etree

from onrecord.errors import UnreadableDocument
from onrecord.told import tell

MAX_PARTS = 2_000
"""More files than this in one document is no document that somebody wrote."""

MAX_PART_BYTES = 48 * 1024 * 1024
"""The largest part that is unpacked; the longest UN report seen has 4 MB of XML."""

MAX_TOTAL_BYTES = 120 * 1024 * 1024
"""How much is unpacked from one file in all."""

MAX_STREAMED_BYTES = 800 * 1024 * 1024
"""How much of a part that is read in stretches; a whole export of the Index has sheets of 300 MB of XML."""

MAX_RATIO = 250
"""Bytes unpacked for each packed byte; Word's XML reaches 60, a bomb 1,000."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    OverflowError,
)

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""The names that "Strict Open XML" uses for the same things."""


class Relation(NamedTuple):
    """A part that another part names: the last word of its type ("footnotes"), and its path."""

    kind: str
    path: str


class Package:
    """A document's container. Every method raises UnreadableDocument beyond the bounds."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename.replace("\\", "/"): info for info in self._zip.infolist()}
        except _BROKEN as problem:
            raise self._broken(str(problem)) from problem
        if len(self._parts) > MAX_PARTS:
            raise UnreadableDocument(
                tell(
                    "%(name)s: holds %(many)s files, more than the %(most)s that are read.",
                    name=name,
                    many=f"{len(self._parts):,}",
                    most=f"{MAX_PARTS:,}",
                ),
                hint=tell("No program for writing makes such a file; look at it before reading it."),
            )

    def has(self, path: str) -> bool:
        """Whether there is a part of this path."""
        return path in self._parts

    def part(self, path: str) -> bytes:
        """A part, unpacked."""
        info = self._parts.get(path)
        if info is None:
            raise self._broken(tell("the part %(path)s is missing", path=path))
        most = min(MAX_PART_BYTES, MAX_TOTAL_BYTES - self._unpacked)
        packed = max(1, info.compress_size)
        try:
            with self._zip.open(info) as file:
                data = file.read(most + 1)
        except _BROKEN as problem:
            raise self._broken(f"{path}: {problem}") from problem
        self._unpacked += len(data)
        if len(data) > most or (len(data) > 1 << 20 and len(data) / packed > MAX_RATIO):
            raise _bomb(f"{self._name}: {path}", MAX_PART_BYTES)
        return data

    def xml(self, path: str) -> etree._Element:
        """A part as a tree of XML: no entities, no network, no document type, bounded depth."""
        return parse_xml(self.part(path), f"{self._name}: {path}")

    def elements(self, path: str, *names: str) -> Iterator[etree._Element]:
        """The elements of these local names in a part, one after the other; each is gone when the next comes.

        For the parts of a spreadsheet, which can be far larger than any text: they are never whole in memory.
        """
        info = self._parts.get(path)
        if info is None:
            raise self._broken(tell("the part %(path)s is missing", path=path))
        place = f"{self._name}: {path}"
        try:
            with self._zip.open(info) as file:
                bounded = _Bounded(file, max(1, info.compress_size), place)
                parser = etree.iterparse(
                    bounded,
                    events=("end",),
                    tag=[f"{{*}}{name}" for name in names],
                    resolve_entities=False,
                    no_network=True,
                    huge_tree=False,
                    load_dtd=False,
                    remove_comments=True,
                    remove_pis=True,
                )
                for number, (_, element) in enumerate(parser):
                    if not number:
                        _refuse_document_type(element, place)
                    yield element
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except etree.XMLSyntaxError as problem:
            raise _broken_xml(place, problem) from problem
        except _BROKEN as problem:
            raise self._broken(f"{path}: {problem}") from problem

    def relations(self, path: str) -> dict[str, Relation]:
        """What the part of this path names, by its id."""
        folder = posixpath.dirname(path)
        found = {}
        for item in self._named_by(path):
            if item.get("TargetMode") == "External":
                continue
            target = item.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = item.get("Type", "").rpartition("/")[2]
            found[item.get("Id", "")] = Relation(kind, posixpath.normpath(full))
        return found

    def addresses(self, path: str) -> dict[str, str]:
        """The addresses outside the file that the part of this path names, by their ids."""
        return {
            item.get("Id", ""): item.get("Target", "")
            for item in self._named_by(path)
            if item.get("TargetMode") == "External"
        }

    def _named_by(self, path: str) -> list[etree._Element]:
        folder, base = posixpath.split(path)
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(listing):
            return []
        return [item for item in self.xml(listing) if isinstance(item.tag, str)]

    def main_part(self, otherwise: str) -> str:
        """The path of the document itself."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and self.has(relation.path):
                return relation.path
        return otherwise

    def _broken(self, why: str) -> UnreadableDocument:
        return UnreadableDocument(
            tell("%(name)s: a broken ZIP container (%(why)s).", name=self._name, why=why),
            hint=tell("Fetch the file again and compare its size."),
        )


class _Bounded:
    """A part that is read in stretches; UnreadableDocument where it unpacks to more than is read."""

    def __init__(self, file: IO[bytes], packed: int, place: str) -> None:
        self._file, self._packed, self._place = file, packed, place
        self._read = 0

    def read(self, size: int = -1) -> bytes:
        """The next stretch."""
        data = self._file.read(size)
        self._read += len(data)
        if self._read > MAX_STREAMED_BYTES or (
            self._read > 1 << 20 and self._read / self._packed > MAX_RATIO
        ):
            raise _bomb(self._place, MAX_STREAMED_BYTES)
        return data


def _bomb(place: str, most: int) -> UnreadableDocument:
    return UnreadableDocument(
        tell(
            "%(place)s unpacks to more than %(value)s MB, or to more than %(most)s times its size: a "
            "bomb, not a document.",
            place=place,
            value=most >> 20,
            most=MAX_RATIO,
        ),
        hint=tell(
            "Look where the file came from; if you trust it, save it again with the program that made it."
        ),
    )


def parse_xml(data: bytes, place: str) -> etree._Element:
    """XML to a tree. UnreadableDocument where it is broken, too deep, or brings its own document type."""
    if b"purl.oclc.org" in data[:4096]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise _broken_xml(place, problem) from problem
    _refuse_document_type(root, place)
    return root


def _broken_xml(place: str, problem: Exception) -> UnreadableDocument:
    return UnreadableDocument(
        tell("%(place)s: broken XML (%(str)s).", place=place, str=str(problem)[:200]),
        hint=tell("Fetch the file again and compare its size."),
    )


def _refuse_document_type(element: etree._Element, place: str) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument(
            tell("%(place)s: declares a document type, which no Word or Excel file does.", place=place),
            hint=tell("The file may be an attack; look where it came from."),
        )
