"""The day on which a file was last saved."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.saved import saved_on
from onrecord.documents.sniff import DOC, DOCX, HTML, PDF, kind_of


def package(core: str) -> bytes:
    """A container with these properties."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("docProps/core.xml", core)
    return data.getvalue()


CASES = [
    (
        PDF,
        b"%PDF-1.4 /CreationDate (D:20100204190309+01'00') /ModDate (D:20100205190316+01'00')",
        "2010-02-05",
    ),
    (PDF, b"%PDF-1.4 /CreationDate(D:20100204190309)", "2010-02-04"),
    (PDF, b"%PDF-1.4 /ModDate (D:20109904190309)", ""),
    (PDF, b"%PDF-1.4", ""),
    (DOCX, package('<dcterms:modified xsi:type="dcterms:W3CDTF">2014-10-16T14:05:00Z<'), "2014-10-16"),
    (DOCX, package("<nothing/>"), ""),
    (HTML, b"<html>", ""),
]


@pytest.mark.parametrize(("kind", "data", "expected"), CASES)
def test_each_format_says_it_in_its_own_way_or_not_at_all(kind: str, data: bytes, expected: str) -> None:
    assert saved_on(data, kind) == expected


@given(st.sampled_from([PDF, DOCX, DOC, HTML]), st.binary(max_size=300))
def test_broken_bytes_say_nothing(kind: str, data: bytes) -> None:
    assert saved_on(data, kind) == ""


def test_real_word_files_say_it(shared_data: Path) -> None:
    for name, day in (
        ("cycle2/AdvancedQuestionsSlovenia.doc", "2014-10-16"),
        ("cycle3/Advance_questions_Slovenia_first_batch.doc", "2019-10-29"),
    ):
        data = (shared_data / "slovenia" / name).read_bytes()
        assert saved_on(data, kind_of(data)) == day
