"""How long a letter of eight to ten pages takes to read in each form, against the bare cost of its characters.

    python -m benchmarks.letter_forms [LETTER.txt] [--rounds 5]

The letter (by default the founding one, which has eight pages in LibreOffice) is written in each form, DOC, RTF and
PDF by LibreOffice where it is installed. Bare is what the form's own library needs to give the characters:
lxml for DOCX and HTML, PDFium for PDF, olefile for DOC, Python's decoder for text and RTF. Printed are pages,
milliseconds for both (best of the rounds), their ratio, and the time with the process of its own.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from shutil import which

import olefile
import pypdfium2
from lxml import etree

from onrecord.letters.forms.letter import letter_of
from onrecord.letters.forms.read import blocks_of, read_blocks

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests" / "letters" / "forms"))
DEFAULT = ROOT.parent / "shared" / "letters" / "open-letter-2024-01-03.txt"


def bare_docx(data: bytes) -> int:
    """The characters of the text and the notes, parsed by lxml."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = ("word/document.xml", "word/footnotes.xml")
        return sum(len("".join(etree.fromstring(parts.read(name)).itertext())) for name in names)


def bare_html(data: bytes) -> int:
    """The characters of the page, parsed by lxml."""
    return len("".join(etree.fromstring(data, etree.HTMLParser(encoding="utf-8")).itertext()))


def bare_pdf(data: bytes) -> int:
    """The characters of every page, by PDFium."""
    document = pypdfium2.PdfDocument(data)
    found = sum(len(page.get_textpage().get_text_range()) for page in document)
    document.close()
    return found


def bare_doc(data: bytes) -> int:
    """The streams that hold the text and its structures, by olefile."""
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        return len(container.openstream("WordDocument").read() + container.openstream("1Table").read())


def bare_text(data: bytes) -> int:
    """The characters, decoded."""
    return len(data.decode("utf-8", errors="replace"))


BARE: dict[str, Callable[[bytes], int]] = {
    "txt": bare_text, "docx": bare_docx, "html": bare_html, "doc": bare_doc, "rtf": bare_text, "pdf": bare_pdf,
}  # fmt: skip


def best(work: Callable[[], object], rounds: int) -> float:
    """The shortest of the rounds, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def written(letter: Path, folder: Path) -> dict[str, Path]:
    """The letter in each form that this machine can write."""
    from making_letters import as_docx, converted, with_every_note, wordpress

    blocks = with_every_note(blocks_of(letter.read_bytes(), letter.name))
    files = {"txt": folder / "letter.txt", "docx": folder / "letter.docx", "html": folder / "letter.html"}
    files["txt"].write_text(letter_of(blocks).text, encoding="utf-8")
    files["docx"].write_bytes(as_docx(blocks))
    files["html"].write_text(wordpress(blocks), encoding="utf-8")
    if which("soffice"):
        files |= {form: converted(files["docx"], form, folder) for form in ("doc", "rtf", "pdf")}
    return files


def main() -> None:
    """Print a line for each form."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("letter", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = written(chosen.letter, Path(folder))
        if "pdf" in files:
            print(f"{len(pypdfium2.PdfDocument(files['pdf']))} pages")
        print(f"{'form':6}{'bare ms':>9}{'read ms':>9}{'ratio':>7}{'apart ms':>10}")
        for form, path in files.items():
            data = path.read_bytes()
            bare = best(lambda form=form, data=data: BARE[form](data), chosen.rounds)
            read = best(lambda path=path, data=data: letter_of(blocks_of(data, path.name)), chosen.rounds)
            apart = best(lambda path=path: read_blocks(path), 2)
            print(f"{form:6}{bare:9.2f}{read:9.1f}{read / bare:7.0f}{apart:10.0f}")


if __name__ == "__main__":
    main()
