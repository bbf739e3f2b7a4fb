"""The structures of a Word 97-2003 file ([MS-DOC]): header, pieces, runs of properties, styles, lists."""

from __future__ import annotations

import bisect
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.documents.list_numbers import LEVELS, Level

MAX_CHARACTERS = 20_000_000
"""More text than this in one file is no document that somebody wrote."""

_PAGE = 512
_NUMBER_FORMATS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    5: "ordinal",
    22: "decimalZero",
    23: "bullet",
    255: "none",
}
_LONGEST_TEXT = 200


class BrokenStructure(ValueError):
    """A structure points outside the file or is not what it must be."""


class Lengths(NamedTuple):
    """How many characters each part of the text has, in the order in which they stand."""

    main: int
    notes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int


class Header(NamedTuple):
    """The head of the file (the FIB): its version, flags, the lengths of its parts, and its places."""

    version: int
    encrypted: bool
    table: str
    lengths: Lengths
    places: tuple[tuple[int, int], ...]

    def place(self, index: int) -> tuple[int, int]:
        """Where in the table stream a structure stands, and its length; (0, 0) where there is none."""
        return self.places[index] if index < len(self.places) else (0, 0)


STYLES, NOTE_REFERENCES, NOTE_TEXTS, COMMENT_REFERENCES, HEADERS, CHARACTERS, PARAGRAPHS = (
    1, 2, 3, 4, 11, 12, 13,
)  # fmt: skip
AUTHORS = 51
SECTIONS, SETTINGS = 6, 31
FONTS, PIECES, ENDNOTE_REFERENCES, ENDNOTE_TEXTS, BOX_TEXTS, LISTS, LIST_USES = 15, 33, 46, 47, 56, 73, 74


def header(stream: bytes) -> Header:
    """Read the FIB. BrokenStructure where it is none or cut short."""
    if len(stream) < 154 or stream[:2] not in {b"\xec\xa5", b"\xdc\xa5", b"\xdb\xa5"}:
        raise BrokenStructure("the stream WordDocument does not begin as Word's do")
    version, flags = struct.unpack_from("<H6xH", stream, 2)
    encrypted, table = bool(flags & 0x0100), "1Table" if flags & 0x0200 else "0Table"
    if version < 0xC0:
        return Header(version, encrypted, table, Lengths(0, 0, 0, 0, 0, 0, 0), ())
    lengths = Lengths(*struct.unpack_from("<7i", stream, 76))
    if min(lengths) < 0 or sum(lengths) > MAX_CHARACTERS:
        raise BrokenStructure(f"it claims a text of {sum(lengths):,} characters")
    count = min(struct.unpack_from("<H", stream, 152)[0], (len(stream) - 154) // 8)
    places = tuple(struct.iter_unpack("<II", stream[154 : 154 + 8 * count]))
    return Header(version, encrypted, table, lengths, places)


def part(table: bytes, place: tuple[int, int]) -> bytes:
    """The bytes of a structure in the table stream."""
    start, length = place
    if start + length > len(table):
        raise BrokenStructure("a structure lies beyond the end of the table stream")
    return table[start : start + length]


# -- text ---------------------------------------------------------------------------------------


class Piece(NamedTuple):
    """A run of characters that stand together in the file, one or two bytes each."""

    start: int
    end: int
    offset: int
    width: int


def pieces(clx: bytes) -> list[Piece]:
    """The piece table: where in the stream WordDocument each stretch of the text stands."""
    at = 0
    while at + 3 <= len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at + 5 > len(clx) or clx[at] != 2:
        raise BrokenStructure("it has no table of pieces")
    plc = clx[at + 5 : at + 5 + struct.unpack_from("<I", clx, at + 1)[0]]
    count = (len(plc) - 4) // 12
    if count < 1:
        raise BrokenStructure("its table of pieces is empty")
    bounds = struct.unpack_from(f"<{count + 1}I", plc)
    found = []
    for index in range(count):
        place = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)[0]
        packed = bool(place & 0x40000000)
        offset = (place & 0x3FFFFFFF) // 2 if packed else place & 0x3FFFFFFF
        if bounds[index + 1] < bounds[index]:
            raise BrokenStructure("the pieces of its text are out of order")
        found.append(Piece(bounds[index], bounds[index + 1], offset, 1 if packed else 2))
    return found


def text_of(stream: bytes, found: list[Piece], length: int) -> str:
    """The whole text, one Python character for each of Word's (halves of surrogate pairs stay halves)."""
    chunks: list[str] = []
    done = 0
    for piece in found:
        count = min(piece.end, length) - piece.start
        if count <= 0:
            continue
        raw = stream[piece.offset : piece.offset + count * piece.width]
        if len(raw) < count * piece.width or piece.start != done:
            raise BrokenStructure("a piece of its text lies beyond the end of the file")
        if piece.width == 1:
            chunks.append(raw.decode("cp1252", errors="replace"))
        else:
            chunks.append("".join(map(chr, struct.unpack(f"<{count}H", raw))))
        done += count
    return "".join(chunks)


# -- runs of properties -------------------------------------------------------------------------


class Runs:
    """Properties of stretches of the stream, looked up by the place of a character in it."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._runs: list[tuple[int, bytes]] = []

    def add(self, start: int, end: int, properties: bytes) -> None:
        """Add a stretch; they come in the order of the stream."""
        self._starts.append(start)
        self._runs.append((end, properties))

    def sort(self) -> None:
        """Bring the stretches into order, for files that hold them out of it."""
        order = sorted(range(len(self._starts)), key=self._starts.__getitem__)
        self._starts = [self._starts[place] for place in order]
        self._runs = [self._runs[place] for place in order]

    def at(self, offset: int) -> tuple[int, bytes]:
        """(the end of the stretch that holds this place, its properties)."""
        index = bisect.bisect_right(self._starts, offset) - 1
        if index >= 0 and self._runs[index][0] > offset:
            return self._runs[index]
        following = self._starts[index + 1] if index + 1 < len(self._starts) else 1 << 40
        return following, b""


def property_runs(stream: bytes, plc: bytes, *, paragraphs: bool) -> Runs:
    """The runs of paragraphs' or of characters' properties (PlcBtePapx, PlcBteChpx and their pages)."""
    count = max(0, (len(plc) - 4) // 8)
    runs = Runs()
    for (page,) in struct.iter_unpack("<I", plc[4 * (count + 1) : 4 * (count + 1) + 4 * count]):
        offset = (page & 0x3FFFFF) * _PAGE
        block = stream[offset : offset + _PAGE]
        if len(block) < _PAGE:
            raise BrokenStructure("a page of properties lies beyond the end of the file")
        for start, end, properties in _page_runs(block, paragraphs=paragraphs):
            runs.add(start, end, properties)
    runs.sort()
    return runs


def _page_runs(block: bytes, *, paragraphs: bool) -> Iterator[tuple[int, int, bytes]]:
    count = block[-1]
    size = 13 if paragraphs else 1
    if 4 * (count + 1) + size * count > _PAGE - 1:
        raise BrokenStructure("a page of properties claims more than it can hold")
    bounds = struct.unpack_from(f"<{count + 1}I", block)
    for index in range(count):
        at = 2 * block[4 * (count + 1) + size * index]
        if not at:
            yield bounds[index], bounds[index + 1], b""
            continue
        length, skip = block[at], 1
        if paragraphs:
            # A length of 0 says that the next byte holds it; else it is doubled, less one.
            length, skip = (2 * block[at + 1], 2) if not length and at + 1 < _PAGE else (2 * length - 1, 1)
        yield bounds[index], bounds[index + 1], block[at + skip : min(at + skip + max(0, length), _PAGE - 1)]


def sprms(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """The single properties in a run: (code, operand)."""
    at = 0
    while at + 2 <= len(properties):
        code = struct.unpack_from("<H", properties, at)[0]
        at += 2
        size = (1, 1, 2, 4, 2, 2, 0, 3)[code >> 13]
        if not size:
            if at >= len(properties):
                return
            if code == 0xD608:  # noqa: SIM108 - as one expression it is too long to read
                size = struct.unpack_from("<H", properties + b"\0", at)[0] + 1
            else:
                size = properties[at] + 1
        yield code, properties[at : at + size]
        at += size


# -- styles and lists ---------------------------------------------------------------------------


class Style(NamedTuple):
    """A style: its name, the style it is based on (4095 for none), its paragraph and character properties."""

    name: str
    base: int
    paragraph: bytes
    characters: bytes


def styles(stsh: bytes) -> list[Style]:
    """The styles, by their index; those of lists and tables without properties."""
    if len(stsh) < 6:
        return []
    head = struct.unpack_from("<H", stsh)[0]
    count, base_size = struct.unpack_from("<HH", stsh, 2)
    at = 2 + head
    found: list[Style] = []
    while at + 2 <= len(stsh) and len(found) < count:
        size = struct.unpack_from("<H", stsh, at)[0]
        found.append(_style(stsh[at + 2 : at + 2 + size], base_size))
        at += 2 + size + size % 2
    return found


def _style(std: bytes, base_size: int) -> Style:
    if len(std) < base_size + 2 or base_size < 6:
        return Style("", 4095, b"", b"")
    _, kind_and_base, counts = struct.unpack_from("<HHH", std)
    kind, base, upxs = kind_and_base & 0xF, kind_and_base >> 4, counts & 0xF
    length = struct.unpack_from("<H", std, base_size)[0]
    at = base_size + 2
    name = std[at : at + 2 * length].decode("utf-16-le", errors="replace")
    at += 2 * length + 2
    held: list[bytes] = []
    for _ in range(upxs):
        if at + 2 > len(std):
            break
        size = struct.unpack_from("<H", std, at)[0]
        held.append(std[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    if kind == 1:
        return Style(name, base, held[0][2:] if held else b"", held[1] if len(held) > 1 else b"")
    return Style(name, base, b"", held[0] if kind == 2 and held else b"")


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists: levels by the list's id, and for each use its list's id, its starts and its own levels."""

    levels: dict[int, dict[int, Level]]
    uses: list[tuple[int, dict[int, int], dict[int, Level]]]


def lists(table: bytes, lists_at: tuple[int, int], uses_at: tuple[int, int]) -> Lists:
    """Read the lists (PlfLst with the levels that follow it) and their uses (PlfLfo)."""
    if not lists_at[1] or not uses_at[1]:
        return Lists({}, [])
    start = lists_at[0]
    count = struct.unpack_from("<H", table, start)[0]
    at = start + 2 + 28 * count
    levels: dict[int, dict[int, Level]] = {}
    for index in range(count):
        place = start + 2 + 28 * index
        list_id = struct.unpack_from("<I", table, place)[0]
        depths = 1 if table[place + 26] & 1 else LEVELS
        own: dict[int, Level] = {}
        for depth in range(depths):
            own[depth], at = _level(table, at)
        levels[list_id] = own
    return Lists(levels, _uses(table, uses_at))


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """A level (LVL) and where the next one begins."""
    start, number_format, flags = struct.unpack_from("<iBB", table, at)
    characters, paragraphs = table[at + 24], table[at + 25]
    restart_after = table[at + 26]
    text_at = at + 28 + characters + paragraphs
    length = struct.unpack_from("<H", table, text_at)[0]
    if length > _LONGEST_TEXT:
        raise BrokenStructure("the pattern of a list's numbers is too long")
    raw = table[text_at + 2 : text_at + 2 + 2 * length].decode("utf-16-le", errors="replace")
    text = "".join(f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in raw)
    restart = restart_after if flags & 0x08 else -1
    name = _NUMBER_FORMATS.get(number_format, "decimal")
    return Level(name, text, start, restart, bool(flags & 0x04)), text_at + 2 + 2 * length


def _uses(table: bytes, place: tuple[int, int]) -> list[tuple[int, dict[int, int], dict[int, Level]]]:
    start = place[0]
    count = struct.unpack_from("<I", table, start)[0]
    if count > place[1] // 16:
        raise BrokenStructure("its lists are used more often than the file can hold")
    at = start + 4 + 16 * count
    found: list[tuple[int, dict[int, int], dict[int, Level]]] = []
    for index in range(count):
        list_id = struct.unpack_from("<I", table, start + 4 + 16 * index)[0]
        overrides = table[start + 4 + 16 * index + 12]
        starts: dict[int, int] = {}
        own: dict[int, Level] = {}
        at += 4
        for _ in range(overrides):
            begins, flags = struct.unpack_from("<iI", table, at)
            at += 8
            depth = flags & 0xF
            if flags & 0x20:
                own[depth], at = _level(table, at)
                begins = own[depth].start
            if flags & 0x10:
                starts[depth] = begins
        found.append((list_id, starts, own))
    return found


def plc(data: bytes, size: int) -> tuple[tuple[int, ...], list[bytes]]:
    """A PLC: the places in the text, and the data of `size` bytes between each two of them."""
    count = (len(data) - 4) // (4 + size)
    if count < 1:
        return (), []
    bounds = struct.unpack_from(f"<{count + 1}I", data)
    start = 4 * (count + 1)
    return bounds, [data[start + size * index : start + size * (index + 1)] for index in range(count)]


_ENDNOTE_FORMAT, _ENDNOTE_FORMAT_AT = 0x5042, 494
"""The property of a section, and the place in the document's settings (Dop97), that say how endnotes count."""


def endnote_format(stream: bytes, sections: bytes, settings: bytes) -> str:
    """How endnotes are numbered: "decimal", "lowerRoman" and so on, by the first section or the settings."""
    code = 2
    if len(settings) >= _ENDNOTE_FORMAT_AT + 2:
        code = struct.unpack_from("<H", settings, _ENDNOTE_FORMAT_AT)[0]
    count = max(0, (len(sections) - 4) // 16)
    if count:
        offset = struct.unpack_from("<i", sections, 4 * (count + 1) + 2)[0]
        if 0 < offset <= len(stream) - 2:
            length = struct.unpack_from("<H", stream, offset)[0]
            said = dict(sprms(stream[offset + 2 : offset + 2 + length])).get(_ENDNOTE_FORMAT)
            code = struct.unpack("<H", said)[0] if said and len(said) == 2 else code
    return _NUMBER_FORMATS.get(code, "lowerRoman")


def names(table: bytes) -> list[str]:
    """The strings of an extended table of strings (STTB), such as the authors of tracked changes."""
    found: list[str] = []
    at = 6
    while table[:2] == b"\xff\xff" and at + 2 <= len(table):
        length = 2 * struct.unpack_from("<H", table, at)[0]
        found.append(table[at + 2 : at + 2 + length].decode("utf-16-le", errors="replace"))
        at += 2 + length
    return found


def font_names(fonts: bytes) -> list[str]:
    """The names of the fonts, by their index (SttbfFfn)."""
    found: list[str] = []
    at = 4
    while at < len(fonts):
        length = fonts[at]
        raw = fonts[at + 40 : at + 1 + length]
        found.append(raw.decode("utf-16-le", errors="replace").partition("\0")[0])
        at += 1 + length
    return found
