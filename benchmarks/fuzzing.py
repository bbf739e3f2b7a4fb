"""Mutated files of every format, added as `onrecord add` adds them: read in processes of their own, with bounds.

    python benchmarks/fuzzing.py [--count 10000] [--seconds 20] [--jobs 1] [--seed 1] [--data FOLDER]

A file may be read or refused (UnreadableDocument); anything else is a fault and is printed with the number
that makes it again (--only NUMBER). Bytes are flipped, cut, doubled and spliced; inside ZIP containers the
parts are mutated and packed again, so that the readers behind the container meet them. What is read is written to
a record that is thrown away; at the end it must hold every row of each document, and its own checks find no fault.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the tests' own files are mutated too

from sqlalchemy import func, select  # noqa: E402
from tests.documents import making  # noqa: E402

from onrecord.documents.read import read_document  # noqa: E402
from onrecord.documents.sniff import kind_of  # noqa: E402
from onrecord.errors import InputError, UnreadableDocument  # noqa: E402
from onrecord.mechanisms.detect import read_entries  # noqa: E402
from onrecord.record import tables  # noqa: E402
from onrecord.record.pool import work_on  # noqa: E402
from onrecord.record.reading import Limits, Source  # noqa: E402
from onrecord.record.record import Record, open_record  # noqa: E402
from onrecord.record.store import Prepared, as_rows, write  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
REAL = (
    "slovenia/*/*.doc",
    "slovenia/*/*_Add.pdf",
    "upr_info/1-5.csv",
    "china/*2013.docx",
    "unhcr/demographics.csv",
)
LONGEST = 120_000
NUMBERS = (b"0", b"-1", b"1", b"2", b"9", b"255", b"65535", b"2147483647", b"4294967296", b"1e9", b"x", b"")
MARKUP = re.compile(rb"<[^>]{0,200}>")
ATTRIBUTE = re.compile(rb'"[^"<>]{0,60}"')
EMPTY = re.compile(rb"<[^<>]{0,200}/>")
WORD = re.compile(rb"\\[a-z]+-?\d*|[{}]")


def seeds(data: Path) -> list[bytes]:
    """Files of our own in every format and, where they are at hand, real ones."""
    own = [
        making.RTF,
        making.HTML.encode(),
        docx(),
        making.xlsx(
            {
                "A": '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>41000</v></c></row></sheetData>'
            },
            ("x",),
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
        ),
        making.doc(
            "1.\tText\x02 of\r\x13 A \x14b\x15\rCell\x07Two\x07\x07End\r", notes="\x02 Note\r", calls=(7,)
        ),
        b'To,From,Text\r\nA,B,"c,\r\nd"\r\nE,F,G\r\n',
        (
            b'[{"symbol": "A/HRC/99/1", "body": "UPR", "text": "186.1. Ratify", "type": "Recommendations", '
            b'"countries": ["China"], "position": null}, {"symbol": "A/1", "text": "x", "sdgs": ["1", 2, {"a": []}]}]'
        ),
        b"A/HRC/99/1\n\n1. The text of a document.\n\n2. And more of it.\n",
    ]
    real = [path.read_bytes() for pattern in REAL for path in sorted(data.glob(pattern))]
    return own + [
        content if content[:2] in {b"PK", b"\xd0\xcf", b"%P"} else content[:LONGEST] for content in real
    ]


def docx() -> bytes:
    """A DOCX with lists, notes, fields, tables in tables, tracked changes and a text box."""
    m = making
    body = (
        m.p("I. Introduction", '<w:pStyle w:val="H"/>')
        + m.p("First", m.numbered(1))
        + '<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="2"/></w:r><w:ins><w:r><w:t>in</w:t></w:r></w:ins>'
        '<w:del><w:r><w:delText>out</w:delText></w:r></w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        '<w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/><w:t>1</w:t>'
        '<w:fldChar w:fldCharType="end"/></w:r><w:r><w:pict><w:txbxContent>'
        + m.p("Box")
        + "</w:txbxContent></w:pict></w:r></w:p>"
        + m.table(
            m.cell("A", '<w:gridSpan w:val="2"/>'), m.cell("B") + m.cell(m.table(m.cell("x") + m.cell("y")))
        )
    )
    return m.docx(
        body,
        styles='<w:style w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="H"/></w:style>',
        numbering='<w:abstractNum w:abstractNumId="0">' + m.level(0, "decimal", "%1.") + m.level(1, "lowerRoman", "%1.%2")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        footnotes='<w:footnote w:id="2">' + m.p("Note") + "</w:footnote>",
    )  # fmt: skip


def mutated(content: bytes, chance: random.Random) -> bytes:
    """A file with one to six things wrong in it."""
    if content.startswith(b"PK") and chance.random() < 0.85:
        return _repacked(content, chance)
    # What shifts the bytes of a compound file or PDF only breaks its outermost structure.
    keeps_places = content.startswith((b"\xd0\xcf", b"%PDF")) and chance.random() < 0.8
    for _ in range(chance.randint(1, 6)):
        content = chance.choice(WAYS_IN_PLACE if keeps_places else WAYS)(content, chance)
    return content


def _repacked(content: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        parts = [
            name
            for name in old.namelist()
            if name.endswith((".xml", ".rels")) and not name.startswith("docP")
        ]
        chosen = set(chance.sample(parts, min(len(parts), chance.randint(1, 2))))
        chosen |= (
            {name for name in parts if name.endswith("document.xml")} if chance.random() < 0.6 else set()
        )
        for name in parts:
            part = old.read(name)
            if name in chosen:
                for _ in range(chance.randint(1, 5)):
                    part = chance.choice(WAYS_OF_MARKUP)(part, chance)
            new.writestr(name, part)
    return out.getvalue()


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 30))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.choice((0, 255, 127, chance.randrange(256)))
    return bytes(changed)


def _number(content: bytes, chance: random.Random) -> bytes:
    """Four bytes become a number at the edge of what four bytes hold."""
    at = chance.randrange(max(1, min(len(content), chance.choice((2048, len(content) + 1)))))
    return (
        content[:at]
        + chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f", b"\x01\0\0\0"))
        + content[at + 4 :]
    )


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 16, 512, 4096)))


def _drop(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + content[end:]


def _double(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:end] + content[start:end] * chance.choice((1, 2, 40)) + content[end:]


def _move(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[start:end] + content[at:]


def _pattern(content: bytes, chance: random.Random, pattern: re.Pattern[bytes], new: bytes | None) -> bytes:
    start = chance.randrange(len(content) + 1)
    found = pattern.search(content, start) or pattern.search(content)
    if not found:
        return content
    again = found[0] * chance.choice((0, 2, 2, 300)) if new is None else new
    return content[: found.start()] + again + content[found.end() :]


def _tag(content: bytes, chance: random.Random) -> bytes:
    return _pattern(content, chance, chance.choice((MARKUP, WORD)), None)


def _attribute(content: bytes, chance: random.Random) -> bytes:
    return _pattern(content, chance, ATTRIBUTE, b'"' + chance.choice(NUMBERS) + b'"')


def _nest(content: bytes, chance: random.Random) -> bytes:
    """An element goes inside itself many times over."""
    found = MARKUP.search(content, chance.randrange(len(content) + 1))
    if not found or found[0].startswith((b"</", b"<?", b"<!")) or found[0].endswith(b"/>"):
        return content
    depth = chance.choice((3, 60, 200, 3000))
    name = found[0][1:-1].split()[0] if found[0][1:-1].split() else b"p"
    return (
        content[: found.start()]
        + found[0] * depth
        + b"x"
        + (b"</" + name + b">") * depth
        + content[found.start() :]
    )


def _element(content: bytes, chance: random.Random) -> bytes:
    """An element without content goes, or comes many times."""
    return _pattern(content, chance, EMPTY, None)


WAYS = (_flip, _flip, _number, _number, _cut, _drop, _double, _move, _tag, _attribute, _nest)
WAYS_IN_PLACE = (_flip, _number)
WAYS_OF_MARKUP = (*[_attribute] * 6, *[_element] * 4, _nest, _nest, _tag, _flip)


def made(number: int, seed: int, contents: list[bytes]) -> bytes:
    """The mutation of this number."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311
    return mutated(contents[number % len(contents)], chance)


_held: dict[str, list[bytes]] = {}


def attempt(source: Source, _: Limits) -> Prepared | None:
    """Read one mutation into rows, None where it is refused; the name of the source says which ("seed/number")."""
    contents = _held.setdefault("seeds", seeds(source.path))
    seed, number = map(int, source.name.split("/"))
    content = made(number, seed, contents)
    try:
        document = read_document(Path(f"mutation-{number}"), content)
        return as_rows(document, read_entries(document))
    except (UnreadableDocument, UnicodeEncodeError):
        return None


def keep(record: Record, prepared: Prepared) -> dict[str, int]:
    """Write a document to the record; returns how many rows of each table it has."""
    with record.database.writing() as connection:
        write(connection, prepared, 0, "2024-01-01T00:00:00+00:00", "fuzzing")
    return {name: len(rows) for name, rows in prepared.rows}


def partial(record: Record, expected: dict[str, dict[str, int]]) -> list[str]:
    """The documents of which the record holds other rows than were written, and its own faults."""
    wrong = list(record.database.faults())
    with record.database.reading() as connection:
        for sha256, counts in expected.items():
            at = tables.documents.c.sha256 == sha256
            (document,) = connection.execute(select(tables.documents.c.id).where(at)).scalars()
            for name, count in counts.items():
                table = tables.metadata.tables[name]
                held = select(func.count()).select_from(table).where(table.c.document_id == document)
                if connection.execute(held).scalar_one() != count:
                    wrong.append(f"{sha256}: {name}")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--only", type=int)
    told = parser.parse_args()
    if told.only is not None:
        prepared = attempt(Source(told.data, f"{told.seed}/{told.only}"), Limits())
        print(prepared.document["format"] if prepared else "refused")
        return 0
    limits = Limits(seconds=told.seconds, memory_bytes=3 << 30)
    formats = [kind_of(content) for content in seeds(told.data)]
    numbers = range(told.first, told.first + told.count)
    sources = (Source(told.data, f"{told.seed}/{number}") for number in numbers)
    counts: dict[str, Counter[str]] = {name: Counter() for name in sorted(set(formats))}
    expected: dict[str, dict[str, int]] = {}
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder)) as record:
        # By the module's own name: a worker does not run this script as its main one.
        from benchmarks import fuzzing as work

        for source, outcome in work_on(work.attempt, sources, told.jobs, limits):
            of_format = counts[formats[int(source.name.split("/")[1]) % len(formats)]]
            if isinstance(outcome, InputError):
                of_format["faults"] += 1
                print(f"{source.name}: {outcome.message}", flush=True)
            else:
                of_format["read" if outcome else "refused"] += 1
            if isinstance(outcome, Prepared):
                expected[outcome.document["sha256"]] = keep(record, outcome)
        wrong = partial(record, expected)
    for line in wrong:
        print(f"not whole on the record: {line}")
    faults = sum(found["faults"] for found in counts.values())
    for name, found in counts.items():
        print(f"{name:5} {found.total():6,} mutations: {', '.join(f'{k} {v:,}' for k, v in found.items())}")
    print(
        f"{told.count:,} mutations in {time.monotonic() - started:.0f} s: {faults} faults; {len(expected):,} documents "
        f"on the record, {len(wrong)} not whole"
    )
    return 1 if faults or wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
