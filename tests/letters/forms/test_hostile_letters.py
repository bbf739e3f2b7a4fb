"""Files that are broken or made to harm: a clear word, status 3, and nothing hangs."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from tests.documents.making import docx, p

from onrecord.cli.main import main
from onrecord.errors import InputError
from onrecord.letters.forms import read_blocks
from onrecord.letters.forms.read import blocks_of
from onrecord.record.record import open_record

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def replaced(data: bytes, path: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[path] = content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def picture_pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


EXPANDING = (
    f'<!DOCTYPE d [<!ENTITY a "{"x" * 1000}"><!ENTITY b "{"&a;" * 1000}"><!ENTITY c "{"&b;" * 1000}">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>'
).encode()
OUTSIDE = (
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
).encode()
WHOLE = docx(p("A letter."))

HOSTILE = {
    "a bomb": (replaced(WHOLE, "word/document.xml", b"<w>" + b" " * 60_000_000), "bomb"),
    "entities that expand": (replaced(WHOLE, "word/document.xml", EXPANDING), "XML|document type"),
    "an entity from outside": (replaced(WHOLE, "word/document.xml", OUTSIDE), "document type"),
    "cut short": (WHOLE[: len(WHOLE) // 2], "broken ZIP"),
    "elements in elements": (replaced(WHOLE, "word/document.xml", b"<a>" * 100_000), "XML"),
    "a page of divisions in divisions": (b"<html><body>" + b"<div>" * 50_000 + b"x", "deep"),
    "a page without words": (
        b"<html><head><script>go()</script></head><body><nav>Menu</nav></body></html>",
        "without text",
    ),
    "a PDF of pictures": (picture_pdf(), "no text layer.*OCRmyPDF"),
    "a broken PDF": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "PDF is broken"),
    "RTF in RTF": (b"{\\rtf1 " + b"{" * 5000 + b"x", "deep"),
    "a broken DOC": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0\0" + b"\0" * 2000,
        "broken",
    ),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a picture"),
}


@pytest.mark.parametrize("what", sorted(HOSTILE))
def test_a_hostile_file_gets_a_clear_word(what: str) -> None:
    data, words = HOSTILE[what]
    with pytest.raises(InputError, match=f"(?s)letter.bin.*(?:{words})") as raised:
        blocks_of(data, "letter.bin")
    assert raised.value.hint


def test_the_command_ends_with_status_3_and_says_what_to_do(tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(picture_pdf())
    with open_record(tmp_path / "record"):
        pass
    record = {"ONRECORD_RECORD": str(tmp_path / "record")}
    done = CliRunner(env=record).invoke(main, ["check", str(letter)], prog_name="onrecord")
    assert done.exit_code == 3
    assert "no text layer" in done.output


def test_a_letter_is_told_by_its_bytes_and_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(WHOLE)
    read = read_blocks(letter)
    assert (read.form, [block.text for block in read.blocks]) == ("docx", ["A letter."])


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"")
    with pytest.raises(InputError, match="empty"):
        read_blocks(letter)


def test_a_script_without_a_guard_can_read_a_letter(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(WHOLE)
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\nfrom onrecord.letters.read import read_letter\n"
        "print(read_letter(Path(__file__).with_name('letter.docx')).text)\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("A letter.", "")
