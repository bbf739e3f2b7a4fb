"""The text of a Word 97-2003 file: paragraphs with their properties and visible words."""

from __future__ import annotations

import bisect
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

from onrecord.documents import details as d
from onrecord.documents import doc_structures as ms
from onrecord.documents.details import Details
from onrecord.documents.doc_rows import row_edges
from onrecord.documents.list_numbers import ListNumbers
from onrecord.documents.passages import Passage, Tally, call, seen, spaced, without_calls
from onrecord.documents.style_names import heading_level, is_contents
from onrecord.documents.symbol_fonts import symbol_at
from onrecord.told import tell

# The codes of single properties (sprm) that are read.
_DELETED, _INSERTED, _BOLD, _HIDDEN, _SYMBOL = 0x0800, 0x0801, 0x0835, 0x083C, 0x6A09
_ITALIC, _RAISED, _INSERTED_BY, _DELETED_BY = 0x0836, 0x2A48, 0x4804, 0x4863
_IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_LIST_DEPTH, _LIST_USE, _OUTLINE, _TABLE = 0x260A, 0x460B, 0x2640, 0xD608

_TOKEN = re.compile(r"[\x00-\x1f]|[^\x00-\x1f]+")
_ENDS = frozenset("\r\x07\x0c")
_AS_TEXT = {"\x0b": " ", "\x1e": "-", "\t": " ", "\x0e": " "}
_FIELD_BEGINS, _FIELD_SHOWS, _FIELD_ENDS, _COMMENT, _CALL = "\x13", "\x14", "\x15", "\x05", "\x02"
_LINK_CODE = re.compile(r'\s*HYPERLINK\s+(?!\\)"?([^"\s]+)"?', re.IGNORECASE)
_NO_STYLE = 4095
_HOPS = 30
_BOLD_LENGTH = 130


class Calls(Protocol):
    """Who knows where notes are called."""

    def own_mark_at(self, place: int) -> bool:
        """Whether a note is called here by a mark that the author typed."""

    def call(self, place: int, mark: str) -> int | None:
        """The note that is called at this place, None where there is none."""


@dataclass(slots=True)
class DocParagraph:
    """A paragraph: how deep in tables it stands, and whether it ends a cell or is the mark of a row's end."""

    passage: Passage
    depth: int = 0
    cell_ends: bool = False
    row_ends: bool = False
    edges: tuple[int, ...] = ()
    merges: tuple[int, ...] = ()


class _Stretch(NamedTuple):
    """Characters with the same properties."""

    start: int
    end: int
    properties: dict[int, bytes]


@dataclass(slots=True)
class _Words:
    """A paragraph's words so far, and what was said of their weight."""

    pieces: list[str] = field(default_factory=list)
    weights: set[int] = field(default_factory=set)

    def text(self) -> str:
        """The words as one string; halves of characters beyond the first 65,536 are joined."""
        text = "".join(self.pieces)
        if re.search(r"[\ud800-\udfff]", text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return spaced(text)


class DocText:
    """A file's text and what is known of each of its characters."""

    def __init__(
        self, stream: bytes, header: ms.Header, table: bytes, tally: Tally, details: Details | None = None
    ) -> None:
        self._details = details
        self._stream = stream
        self.header, self.tally, self._table = header, tally, table
        self._pieces = ms.pieces(self.part(ms.PIECES))
        self._starts = [piece.start for piece in self._pieces]
        self._text = ms.text_of(stream, self._pieces, sum(header.lengths) + 1)
        if len(self._text) < sum(header.lengths):
            raise ms.BrokenStructure("its text is shorter than its head says")
        self._characters = ms.property_runs(stream, self.part(ms.CHARACTERS), paragraphs=False)
        self._paragraphs = ms.property_runs(stream, self.part(ms.PARAGRAPHS), paragraphs=True)
        self._styles = ms.styles(self.part(ms.STYLES))
        self._fonts = ms.font_names(self.part(ms.FONTS))
        self._numbers = ListNumbers()
        self._parsed: dict[bytes, dict[int, bytes]] = {}
        self._authors: list[str] | None = None
        self._of_style: dict[int, tuple[dict[int, bytes], bool]] = {}

    def endnote_format(self) -> str:
        """How the file's endnotes are numbered."""
        return ms.endnote_format(self._stream, self.part(ms.SECTIONS), self.part(ms.SETTINGS))

    @cached_property
    def _lists(self) -> ms.Lists:
        """The file's lists; Word writes many into files that use none."""
        return ms.lists(self._table, self.header.place(ms.LISTS), self.header.place(ms.LIST_USES))

    def part(self, index: int) -> bytes:
        """The bytes of one of the file's structures, by its index in the header."""
        return ms.part(self._table, self.header.place(index))

    def paragraphs(self, start: int, end: int, calls: Calls | None) -> Iterator[DocParagraph]:
        """The paragraphs from one place in the text to another; `calls` gathers the notes."""
        words, fields = _Words(), _Fields()
        self._note_begins(in_note=calls is None)
        for stretch in self._stretches(start, end):
            hidden = self._left_out(stretch)
            if calls and not hidden and calls.own_mark_at(stretch.start):
                mark = seen(self._text[stretch.start : stretch.end]).strip()
                self._call(calls, stretch.start, mark, words)
                continue
            for token in _TOKEN.finditer(self._text, stretch.start, stretch.end):
                sign = token[0]
                if sign in _ENDS:
                    # Where the mark that ends a paragraph was deleted, its words go on in the next one.
                    if not hidden or sign == "\x07":
                        yield self._paragraph(token.start(), words)
                        words = _Words()
                elif sign in _FIELD_SIGNS:
                    fields.sign(sign)
                elif fields.in_code:
                    fields.code(sign)
                elif not hidden:
                    before = len(words.pieces)
                    self._take(sign, token.start(), stretch, words, calls)
                    self._in_manner(stretch, fields, words.pieces, before)
        if words.pieces:
            yield self._paragraph(end - 1, words)

    def _note_begins(self, *, in_note: bool) -> None:
        if self._details:
            self._details.in_note = in_note

    def _take(self, sign: str, at: int, stretch: _Stretch, words: _Words, calls: Calls | None) -> None:
        if sign == _CALL:
            if calls:
                self._call(calls, at, "", words)
        elif sign == _COMMENT:
            self.tally.add(tell("%(n)s comments were left out."))
            if self._details:
                self._details.commented_on("")
        elif sign == "\x0b" and self._details:
            words.pieces.append(d.NEW_LINE)
        elif sign < " ":
            words.pieces.append(_AS_TEXT.get(sign, ""))
        else:
            words.pieces.append(self._symbols(stretch) if _SYMBOL in stretch.properties else seen(sign))
            if not sign.isspace():
                words.weights.add((stretch.properties.get(_BOLD) or b"\x80")[0])

    def _in_manner(self, stretch: _Stretch, fields: _Fields, pieces: list[str], since: int) -> None:
        """Put what is said of the letters about the pieces that were added since."""
        if not self._details or len(pieces) == since or pieces[since] == d.NEW_LINE:
            return
        manner = [(d.LINK, fields.link)] if fields.link else []
        manner += [(d.BOLD, "")] if _on(stretch.properties, _BOLD) else []
        manner += [(d.ITALIC, "")] if _on(stretch.properties, _ITALIC) else []
        manner += [(d.RAISED, "")] if stretch.properties.get(_RAISED) == b"\x01" else []
        pieces[since:since] = [self._details.opened(*span) for span in manner]
        pieces += [self._details.ended(*span) for span in reversed(manner)]

    def _changed(self, kind: str, stretch: _Stretch, code: int) -> None:
        if self._details:
            if self._authors is None:
                self._authors = ms.names(self.part(ms.AUTHORS))
            index = _number(stretch.properties, code)
            by = self._authors[index] if index < len(self._authors) else ""
            words = seen("".join(sign for sign in self._text[stretch.start : stretch.end] if sign >= " "))
            self._details.changed(kind, by, words)

    def _call(self, calls: Calls, at: int, mark: str, words: _Words) -> None:
        # The note's own paragraphs are read meanwhile.
        in_note = self._details is not None and self._details.in_note
        place = calls.call(at, mark)
        if self._details:
            self._details.in_note = in_note
        if place is not None:
            words.pieces.append(call(place))

    def _symbols(self, stretch: _Stretch) -> str:
        """The signs of a stretch in a symbol font: its characters are stand-ins."""
        font, point = struct.unpack("<HH", stretch.properties[_SYMBOL])
        name = self._fonts[font] if font < len(self._fonts) else ""
        sign = symbol_at(name, point)
        if sign is None:
            self.tally.add(tell("%(n)s signs of symbol fonts could not be read."))
        return (sign or "\ufffd") * (stretch.end - stretch.start)

    # -- properties ---------------------------------------------------------------------------

    def _left_out(self, stretch: _Stretch) -> bool:
        if _on(stretch.properties, _DELETED):
            self.tally.add(
                tell("Tracked changes: %(n)s deleted passages were left out; what was inserted was read.")
            )
            self._changed("deletion", stretch, _DELETED_BY)
            return True
        if _on(stretch.properties, _INSERTED):
            self.tally.add(tell("Tracked changes: %(n)s inserted passages were read as text."))
            self._changed("insertion", stretch, _INSERTED_BY)
        if _on(stretch.properties, _HIDDEN):
            self.tally.add(tell("%(n)s passages of hidden text were left out."))
            return True
        return False

    def _stretches(self, start: int, end: int) -> Iterator[_Stretch]:
        end = min(end, len(self._text))
        while start < end:
            piece, offset = self._at(start)
            run_ends, properties = self._characters.at(offset)
            stop = min(end, piece.end, start + max(1, (run_ends - offset) // piece.width))
            yield _Stretch(start, stop, self._single(properties))
            start = stop

    def _at(self, place: int) -> tuple[ms.Piece, int]:
        """The piece that holds a place of the text, and where in the stream the place is."""
        piece = self._pieces[max(0, bisect.bisect_right(self._starts, place) - 1)]
        return piece, piece.offset + (place - piece.start) * piece.width

    def _single(self, properties: bytes) -> dict[int, bytes]:
        if properties not in self._parsed:
            self._parsed[properties] = dict(ms.sprms(properties))
        return self._parsed[properties]

    def _style(self, index: int) -> tuple[dict[int, bytes], bool]:
        """A style's paragraph properties and whether its letters are bold, with those it is based on."""
        if index not in self._of_style:
            chain: list[ms.Style] = []
            at = index
            while at < len(self._styles) and len(chain) < _HOPS:
                chain.append(self._styles[at])
                at = self._styles[at].base
            paragraph: dict[int, bytes] = {}
            letters: dict[int, bytes] = {}
            for style in reversed(chain):
                paragraph.update(self._single(style.paragraph))
                letters.update(self._single(style.characters))
            self._of_style[index] = paragraph, _on(letters, _BOLD)
        return self._of_style[index]

    # -- paragraphs ---------------------------------------------------------------------------

    def _paragraph(self, at: int, words: _Words) -> DocParagraph:
        """The paragraph whose mark stands at this place."""
        held = self._paragraphs.at(self._at(at)[1])[1]
        index = struct.unpack_from("<H", held)[0] if len(held) >= 2 else 0
        of_style, style_bold = self._style(index)
        properties = {**of_style, **self._single(held[2:])}
        name = self._styles[index].name if index < len(self._styles) else ""
        depth = _number(properties, _DEPTH) or int(_on(properties, _IN_TABLE))
        row_ends = _on(properties, _ROW_END) or _on(properties, _INNER_ROW)
        cell_ends = not row_ends and (self._text[at] == "\x07" or _on(properties, _INNER_CELL))
        if row_ends:
            edges, merges = row_edges(properties.get(_TABLE, b""))
            return DocParagraph(Passage(""), depth, row_ends=True, edges=edges, merges=merges)
        text = words.text()
        if self._details and not self._details.in_note and without_calls(text):
            self._details.paragraphs += 1
        label, key = self._label(properties)
        level = heading_level(name) or (index if 1 <= index <= 9 else 0)
        outline = _number(properties, _OUTLINE, 9) if _OUTLINE in properties else 9
        level = level or (outline + 1 if outline < 9 else 0)
        # The values 128 and 129 say "as the style has it" and "not as the style has it".
        weights = {
            {0x80: style_bold, 0x81: not style_bold}.get(weight, weight == 1) for weight in words.weights
        }
        bold = weights == {True} and len(text) < _BOLD_LENGTH
        return DocParagraph(Passage(text, label, level, bold, is_contents(name), key), depth, cell_ends)

    def _label(self, properties: dict[int, bytes]) -> tuple[str, tuple[int, int] | None]:
        use = _number(properties, _LIST_USE)
        if not 1 <= use <= len(self._lists.uses):
            return "", None
        list_id, starts, own = self._lists.uses[use - 1]
        levels = {**self._lists.levels.get(list_id, {}), **own}
        depth = min(_number(properties, _LIST_DEPTH), 8)
        return self._numbers.label(list_id, use, levels, depth, starts), (list_id, depth)


class _Fields:
    """A field's code stands between its beginning and its separator, what it shows after that."""

    def __init__(self) -> None:
        self._shows: list[bool] = []
        self._codes = 0
        self._said: list[str] = []

    @property
    def in_code(self) -> bool:
        """Whether what stands here is code."""
        return self._codes > 0

    @property
    def link(self) -> str:
        """The address that the fields shown here lead to, "" where they lead nowhere."""
        found = (_LINK_CODE.match(said) for said in reversed(self._said))
        return next((match[1] for match in found if match), "")

    def code(self, words: str) -> None:
        """Take words of the code of the field that began last."""
        if self._said:
            self._said[-1] = (self._said[-1] + words)[:4_000]

    def sign(self, sign: str) -> None:
        """Take one of the signs that part a field."""
        if sign == _FIELD_BEGINS:
            self._shows.append(False)
            self._said.append("")
            self._codes += 1
        elif self._shows and sign == _FIELD_SHOWS and not self._shows[-1]:
            self._shows[-1] = True
            self._codes -= 1
        elif self._shows and sign == _FIELD_ENDS:
            self._said.pop()
            self._codes -= not self._shows.pop()


_FIELD_SIGNS = frozenset((_FIELD_BEGINS, _FIELD_SHOWS, _FIELD_ENDS))


def _on(properties: dict[int, bytes], code: int) -> bool:
    return properties.get(code, b"\0")[:1] in {b"\x01", b"\x81"}


def _number(properties: dict[int, bytes], code: int, otherwise: int = 0) -> int:
    held = properties.get(code)
    return int.from_bytes(held, "little") if held else otherwise
