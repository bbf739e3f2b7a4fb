"""The founding letter in every form: the same blocks, and the findings of its plain text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest
from making_letters import SITES, as_docx, converted, with_every_note

from onrecord.letters.forms.letter import letter_of
from onrecord.letters.forms.model import Blocks
from onrecord.letters.forms.read import blocks_of
from onrecord.letters.model import Letter
from onrecord.letters.read import parse_letter, read_letter

pytestmark = pytest.mark.corpus

# What LibreOffice makes has no mark without a note; the plain text to compare with has one more note.
OFFICE = which("soffice")

Findings = Callable[[Letter], list[tuple[str, str, str]]]

# Lines that hold only spaces that do not break are lines of a text; other forms have none.
ONLY_IN_TEXT = {"blank_lines"}


def plain_facts(blocks: Blocks) -> list[tuple[str, str, list[tuple[str, int]]]]:
    return [
        (block.label, block.text, [(call.number, call.start) for call in block.calls])
        for block in blocks.blocks
    ]


def notes(blocks: Blocks) -> list[tuple[str, str]]:
    return [(note.number, note.text) for note in blocks.notes]


@pytest.fixture(scope="module")
def of_plain(shared_letter: Path, findings_in: Findings) -> list[tuple[str, str, str]]:
    found = findings_in(read_letter(shared_letter))
    return [finding for finding in found if finding[0] not in ONLY_IN_TEXT]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_from_word_come_the_same_blocks_and_findings(
    kind: str, founding: Blocks, of_plain: list[tuple[str, str, str]], findings_in: Findings
) -> None:
    read = blocks_of(as_docx(founding, kind=kind), "letter.docx")
    assert plain_facts(read) == plain_facts(founding)
    assert notes(read) == notes(founding)
    assert findings_in(letter_of(read)) == of_plain


@pytest.mark.parametrize("site", sorted(SITES))
def test_from_a_site_come_the_same_blocks_and_findings(
    site: str, founding: Blocks, of_plain: list[tuple[str, str, str]], findings_in: Findings
) -> None:
    read = blocks_of(SITES[site](founding).encode(), "page.html")
    assert plain_facts(read) == plain_facts(founding)
    assert notes(read) == notes(founding)
    assert findings_in(letter_of(read)) == of_plain


@pytest.fixture(scope="module")
def whole(founding: Blocks) -> Blocks:
    return with_every_note(founding)


@pytest.fixture(scope="module")
def of_whole(whole: Blocks, findings_in: Findings) -> list[tuple[str, str, str]]:
    return findings_in(parse_letter(letter_of(whole).text, "letter.txt"))


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("kind", ["footnote", "endnote"])
@pytest.mark.parametrize("form", ["doc", "rtf"])
def test_from_older_word_and_rtf_come_the_same_blocks_and_findings(
    form: str,
    kind: str,
    whole: Blocks,
    of_whole: list[tuple[str, str, str]],
    findings_in: Findings,
    tmp_path: Path,
) -> None:
    source = tmp_path / "letter.docx"
    source.write_bytes(as_docx(whole, kind=kind))
    read = blocks_of(converted(source, form, tmp_path).read_bytes(), "letter")
    assert plain_facts(read) == plain_facts(whole)
    assert notes(read) == notes(whole)
    assert findings_in(letter_of(read)) == of_whole


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_from_a_pdf_come_the_same_words_notes_and_findings(
    kind: str, whole: Blocks, of_whole: list[tuple[str, str, str]], findings_in: Findings, tmp_path: Path
) -> None:
    """A paragraph that ends with a full line at a page's end cannot be told from one that goes on."""
    source = tmp_path / "letter.docx"
    source.write_bytes(as_docx(whole, kind=kind))
    read = blocks_of(converted(source, "pdf", tmp_path).read_bytes(), "letter")
    assert " ".join(block.text for block in read.blocks) == " ".join(block.text for block in whole.blocks)
    assert notes(read) == notes(whole)
    assert len(whole.blocks) - 1 <= len(read.blocks) <= len(whole.blocks)
    assert sorted(findings_in(letter_of(read))) == sorted(of_whole)
