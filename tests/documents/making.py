"""Small files of our own in each format, made for tests."""

from __future__ import annotations

import io
import struct
import zipfile
from itertools import pairwise

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "settings", "header")


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP container of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for path, content in parts.items():
            container.writestr(path, content)
    return out.getvalue()


def _relations(names: dict[str, tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"/>'
        for key, (kind, target) in names.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """A DOCX whose w:body holds `body`; `parts` are the insides of styles, numbering, footnotes and so on."""
    roots = {"header": "hdr"}
    files = {
        "_rels/.rels": _relations({"r1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/'
        f'markup-compatibility/2006"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relations(
            {f"r{n}": (name, f"{name}.xml") for n, name in enumerate(parts)}
        ),
    }
    for name, inside in parts.items():
        root = roots.get(name, name)
        files[f"word/{name}.xml"] = f'<w:{root} xmlns:w="{W}">{inside}</w:{root}>'
    return zipped(files)


def p(text: str, properties: str = "") -> str:
    """A w:p with one run of this text."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(list_id: int, depth: int = 0) -> str:
    """The w:numPr of a paragraph of a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'


def level(depth: int, style: str, text: str, start: int = 1, more: str = "") -> str:
    """A w:lvl."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def cell(content: str, properties: str = "") -> str:
    """A w:tc with one paragraph of this text, or with this XML."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    """A w:tbl of rows, each a string of cells."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def xlsx(sheets: dict[str, str], strings: tuple[str, ...] = (), styles: str = "", hidden: str = "") -> bytes:
    """An XLSX of sheets, each the rows of its sheetData and what follows them."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"{" state=" + chr(34) + "hidden" + chr(34) if name == hidden else ""}/>'
        for n, name in enumerate(sheets, 1)
    )
    names = {f"s{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)}
    names |= {"st": ("sharedStrings", "sharedStrings.xml"), "sy": ("styles", "styles.xml")}
    files = {
        "_rels/.rels": _relations({"r1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(names),
        "xl/sharedStrings.xml": f'<sst xmlns="{S}">{"".join(f"<si><t>{text}</t></si>" for text in strings)}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{S}">{styles}</styleSheet>',
    }
    for n, inside in enumerate(sheets.values(), 1):
        files[f"xl/worksheets/sheet{n}.xml"] = f'<worksheet xmlns="{S}">{inside}</worksheet>'
    return zipped(files)


# -- Word 97 ------------------------------------------------------------------------------------

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def ole(streams: dict[str, bytes]) -> bytes:
    """A compound file of these streams, each padded to the size that stands outside the small ones."""
    sectors: list[bytes] = []
    fat: list[int] = []
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    names = list(streams)
    for place, name in enumerate(names, 1):
        data = streams[name].ljust(4096, b"\0")
        first = len(sectors)
        count = -(-len(data) // _SECTOR)
        for n in range(count):
            sectors.append(data[n * _SECTOR : (n + 1) * _SECTOR].ljust(_SECTOR, b"\0"))
            fat.append(first + n + 1 if n < count - 1 else _END)
        entries.append(_entry(name, 2, first, len(data), right=place + 1 if place < len(names) else _FREE))
    directory = b"".join(entries)
    directory_at = len(sectors)
    count = -(-len(directory) // _SECTOR)
    for n in range(count):
        sectors.append(directory[n * _SECTOR : (n + 1) * _SECTOR].ljust(_SECTOR, b"\0"))
        fat.append(directory_at + n + 1 if n < count - 1 else _END)
    fats = 1
    while (len(fat) + fats) > fats * 128:
        fats += 1
    fat_at = len(sectors)
    fat += [_FAT] * fats
    packed = struct.pack(f"<{len(fat)}I", *fat).ljust(fats * _SECTOR, b"\xff")
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, fats,
        directory_at, 0, 4096, _END, 0, _END, 0,
    )  # fmt: skip
    places = struct.pack("<109I", *[fat_at + n if n < fats else _FREE for n in range(109)])
    return head + places + b"".join(sectors) + packed


def _entry(name: str, kind: int, start: int, size: int, right: int = _FREE, child: int = _FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16xI16xIQ", written, len(written), kind, 1, _FREE, right, child, 0, start, size
    )


def doc(  # noqa: PLR0913 - each is a thing that such a file may have
    text: str,
    *,
    notes: str = "",
    calls: tuple[int, ...] = (),
    paragraphs: dict[int, bytes] | None = None,
    characters: dict[tuple[int, int], bytes] | None = None,
    wide: bool = True,
    flags: int = 0,
    version: int = 0xC1,
) -> bytes:
    """A Word 97 file: `text` with Word's own signs for the ends of paragraphs, cells and fields.

    `paragraphs` are properties (sprm) of the paragraph that holds a place of the text, `characters` those
    of a stretch; `calls` are the places in `text` that call the notes, whose words are parted by a "\\r".
    """
    whole = text + notes + ("\r" if notes else "")
    raw = whole.encode("utf-16-le") if wide else whole.encode("cp1252")
    width = 2 if wide else 1
    stream = bytearray(2048) + raw
    stream += b"\0" * (-len(stream) % _SECTOR)
    offset = lambda place: 2048 + width * place  # noqa: E731
    bounds = [0] + [place + 1 for place, sign in enumerate(whole) if sign in "\r\x07\x0c"]
    if bounds[-1] != len(whole):
        bounds.append(len(whole))
    held = paragraphs or {}
    runs = [
        (offset(a), offset(b), b"\0\0" + next((held[c] for c in held if a <= c < b), b""))
        for a, b in pairwise(bounds)
    ]
    table = bytearray(b"\0" * 16)
    places = {13: _bin_table(stream, table, runs, 13, odd=True)}
    if characters:
        marks = sorted({0, len(whole), *(place for stretch in characters for place in stretch)})
        stretches = [
            (offset(a), offset(b), next((held for (c, d), held in characters.items() if c <= a < d), b""))
            for a, b in pairwise(marks)
        ]
        places[12] = _bin_table(stream, table, stretches, 1, odd=False)
    piece = struct.pack("<HIH", 0, 2048 if wide else 2048 * 2 | 0x40000000, 0)
    plc = struct.pack("<II", 0, len(whole)) + piece
    places[33] = _added(table, b"\x02" + struct.pack("<I", len(plc)) + plc)
    if calls:
        ends = [0] + [place + 1 for place, sign in enumerate(notes) if sign == "\r"]
        places[2] = _added(
            table,
            struct.pack(f"<{len(calls) + 1}I", *calls, len(text)) + struct.pack("<H", 1) * len(calls),
        )
        places[3] = _added(table, struct.pack(f"<{len(ends) + 1}I", *ends, len(notes) + 1))
    struct.pack_into("<HH", stream, 0, 0xA5EC, version)
    struct.pack_into("<H", stream, 10, 0x0200 | flags)
    struct.pack_into("<7i", stream, 76, len(text), len(notes), 0, 0, 0, 0, 0)
    struct.pack_into("<H", stream, 152, 93)
    for index, (start, length) in places.items():
        struct.pack_into("<II", stream, 154 + 8 * index, start, length)
    return ole({"WordDocument": bytes(stream), "1Table": bytes(table)})


def _added(table: bytearray, data: bytes) -> tuple[int, int]:
    start = len(table)
    table += data
    return start, len(data)


def _bin_table(
    stream: bytearray, table: bytearray, runs: list[tuple[int, int, bytes]], size: int, *, odd: bool
) -> tuple[int, int]:
    """A page of properties at the end of the stream, and the table that names it."""
    page = bytearray(_SECTOR)
    count = len(runs)
    struct.pack_into(f"<{count + 1}I", page, 0, *[start for start, _, _ in runs], runs[-1][1])
    at = _SECTOR - 2
    for n, (_, _, sprm) in enumerate(runs):
        data = sprm if len(sprm) % 2 or not odd else sprm + b"\0"
        packed = bytes([(len(data) + 1) // 2 if odd else len(data)]) + data
        at = (at - len(packed)) & ~1
        page[at : at + len(packed)] = packed
        page[4 * (count + 1) + size * n] = at // 2
    page[-1] = count
    number = len(stream) // _SECTOR
    stream += page
    return _added(table, struct.pack("<III", runs[0][0], runs[-1][1], number))


RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0\uc1
{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Arial};}{\f1\fcharset204 Times CE;}{\f2\fcharset2 Symbol;}}
{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\*\cs10 Default;}}{\info{\title X}}
{\header A/HRC/99/2\par}
\pard\plain\s1\b I.  Introduction\par
\pard\plain {\listtext\pard\plain 1.\tab}The State\rquote s report{\super\chftn}{\footnote\pard\plain {\super\chftn}
 See A/HRC/99/1.} was \'e9l\u233?gant{\deleted  gone}.\par
{\listtext\pard\plain 2.\tab}{\f1 \'cf\'f0\'e8\'e2\'e5\'f2} {\v hidden}\f2\'b7\f0  {\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}}\par
\trowd\cellx1000\cellx3000\pard\intbl A\cell B\cell\row
\trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl \cell c\cell d\cell\row
\pard After{\*\unknown bla {\b x}} end\par
{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv 1}}{\shptxt \pard In the box}}}
}"""  # noqa: E501

HTML = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Page</title><style>p{}</style></head><body>
<nav>menu</nav><h1>Concluding observations</h1><p>Intro text<a href="#_ftn1" name="_ftnref1">[1]</a> goes on.</p>
<h2>A. Introduction</h2><p>1. The Committee considered the re&shy;port.</p>
<ol start=2><li>Second <b>para</b><li><p>Third</p><p>more of third</p></ol>
<table><tr><th rowspan=2>A<th colspan=2>B<tr><td>1<td>2 <table><tr><td>x<td>y</table></table>
<p>para one<br><br>para two</p><p style="display:none">hidden</p><script>var x = "no";</script>
<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> See A/HRC/99/2.</p></div></body></html>"""
