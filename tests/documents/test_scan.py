from __future__ import annotations

import io
import stat

import pypdfium2
import pytest
from PIL import Image

from onrecord.documents import scan
from onrecord.documents.read import read_document
from onrecord.errors import UnreadableDocument

TESSERACT = """#!/bin/sh
if [ "$1" = "--list-langs" ]; then printf 'List of available languages (2):\\neng\\nosd\\n'; exit 0; fi
{last}
"""
WORDS = """printf 'level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n'
printf '5\\t1\\t1\\t1\\t1\\t1\\t100\\t200\\t40\\t30\\t90\\t1.\\n'
printf '5\\t1\\t1\\t1\\t1\\t2\\t150\\t200\\t90\\t30\\t90\\tThe\\n'
printf '5\\t1\\t1\\t1\\t2\\t1\\t100\\t240\\t90\\t30\\t90\\t"text.\\n'"""


@pytest.fixture
def scanned() -> bytes:
    """A PDF of a page that is a picture, and of an empty one."""
    picture = io.BytesIO()
    Image.new("L", (200, 300), 255).save(picture, "PDF")
    document = pypdfium2.PdfDocument(picture.getvalue())
    document.new_page(200, 200)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def install(folder, monkeypatch, last: str) -> None:
    """A program of the name that does what Tesseract would."""
    program = folder / "tesseract"
    program.write_text(TESSERACT.format(last=last))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(scan, "tesseract", lambda: str(program))


def test_a_scan_without_tesseract_is_refused_as_a_scan(scanned, tmp_path, monkeypatch):
    monkeypatch.setattr(scan, "tesseract", lambda: None)
    with pytest.raises(UnreadableDocument, match=r"2 pages without any text: a scan.*Install Tesseract"):
        read_document(tmp_path / "scan.pdf", scanned)


def test_a_scan_is_read_with_tesseract_and_marked_as_such(scanned, tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, WORDS)
    document = read_document(tmp_path / "scan.pdf", scanned)
    assert document.format == "pdf-recognised"
    assert [(paragraph.number, paragraph.text) for paragraph in document.paragraphs] == [("1", 'The "text.')]
    box = document.paragraphs[0].lines[0].box
    assert (box.page, round(box.x0), round(box.y1)) == (1, 24, round(300 - 200 * 72 / 300))
    assert [(problem.page, problem.message) for problem in document.problems] == [
        (1, scan.RECOGNISED),
        (2, "This page holds no text."),
    ]


@pytest.mark.parametrize("last", ["echo broken >&2; exit 1", "sleep 9"])
def test_a_page_that_tesseract_cannot_read_is_told_of(scanned, tmp_path, monkeypatch, last):
    monkeypatch.setattr(scan, "SECONDS_A_PAGE", 0.5)
    install(tmp_path, monkeypatch, last)
    found = scan.read_pictures(scanned, "scan.pdf", [1, 2])
    assert found.lines == []
    assert "could not be recognised" in found.said[1]
