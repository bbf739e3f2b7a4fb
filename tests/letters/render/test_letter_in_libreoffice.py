"""LibreOffice opens the Word file: its notes are there, at the foot of the page, in order."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from built_letters import ENGLISH, KOREAN, hostile_letter, long_letter
from lxml import etree

from onrecord.letters.compose.built import BuiltLetter
from onrecord.letters.render.letter_docx import letter_docx

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LETTERS = {"en": ENGLISH, "ko": KOREAN, "long": long_letter(), "hostile": hostile_letter()}


def without_first_call(data: bytes) -> bytes:
    """The Word file after a person has deleted its first note."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as file, zipfile.ZipFile(made, "w") as changed:
        for name in file.namelist():
            content = file.read(name)
            for part, note in (
                ("word/document.xml", rb'<w:footnoteReference w:id="1"/>'),
                ("word/footnotes.xml", rb'<w:footnote w:id="1">.*?</w:footnote>'),
            ):
                if name == part:
                    content, found = re.subn(note, b"", content, flags=re.DOTALL)
                    assert found == 1
            changed.writestr(name, content)
    return made.getvalue()


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    for name, built in LETTERS.items():
        (folder / f"{name}.docx").write_bytes(letter_docx(built))
    (folder / "shorter.docx").write_bytes(without_first_call(letter_docx(ENGLISH)))
    for form in ("pdf", "fodt"):
        subprocess.run(
            [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
             "--convert-to", form, "--outdir", str(folder), *(str(folder / f"{name}.docx") for name in (*LETTERS, "shorter"))],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip
    return folder


@pytest.mark.parametrize("name", LETTERS)
def test_it_counts_the_notes_as_we_do(name: str, converted: Path) -> None:
    root = etree.parse(str(converted / f"{name}.fodt"), etree.XMLParser(huge_tree=True)).getroot()
    notes = [one for one in root.iter(f"{TEXT}note") if one.get(f"{TEXT}note-class") == "footnote"]
    built: BuiltLetter = LETTERS[name]
    assert len(notes) == len(built.notes)
    assert [one.findtext(f"{TEXT}note-citation") for one in notes] == [str(one.number) for one in built.notes]
    for found, note in zip(notes, built.notes, strict=True):
        shown = "".join("".join(found.find(f"{TEXT}note-body").itertext()).split())
        if name != "hostile":
            assert shown == "".join("".join(getattr(one, "text", "") for one in note.inlines).split())


@pytest.mark.parametrize("name", ["en", "ko", "long"])
def test_the_notes_stand_at_the_foot_of_its_pages_in_order(name: str, converted: Path) -> None:
    document = pypdfium2.PdfDocument(converted / f"{name}.pdf")
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    first_words = [re.escape("".join(one.inlines[0].text.split())[:12]) for one in LETTERS[name].notes]
    pattern = ".*?".join(f"{number}{words}" for number, words in enumerate(first_words, 1))
    assert re.search(pattern, "".join(text.split()), re.DOTALL)


def test_it_renumbers_the_notes_when_one_is_taken_out(converted: Path) -> None:
    root = etree.parse(str(converted / "shorter.fodt")).getroot()
    notes = list(root.iter(f"{TEXT}note"))
    assert [one.findtext(f"{TEXT}note-citation") for one in notes] == ["1", "2", "3"]
    assert "A/HRC/25/5/Add.1" in "".join(notes[0].itertext())


def test_asks_are_lists_that_it_numbers(converted: Path) -> None:
    root = etree.parse(str(converted / "en.fodt")).getroot()
    lists = [one for one in root.iter(f"{TEXT}list") if "Does China abide" in "".join(one.itertext())]
    assert lists
    assert not re.search(r"\b1\.\s*Does China", "".join(root.itertext()))
