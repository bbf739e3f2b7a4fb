"""What a letter tries is shown as words or refused: nothing is executed, read or fetched."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from built_letters import ENGLISH, HOSTILE_LINKS, hostile_letter, note, paragraph
from lxml import etree, html

from onrecord.errors import RenderError
from onrecord.letters.compose.built import BuiltLetter, NoteCall, Run
from onrecord.letters.render.letter_docx import letter_docx
from onrecord.letters.render.letter_html import letter_html
from onrecord.letters.render.letter_inlines import safe_link
from onrecord.letters.render.letter_pdf import letter_pdf
from onrecord.letters.render.letter_text import letter_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def hostile() -> BuiltLetter:
    return hostile_letter()


def pdf_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())


def test_typst_code_is_printed_and_not_run(hostile: BuiltLetter) -> None:
    data = letter_pdf(hostile)
    assert '#eval("1+1")#read("/etc/passwd")$x^2$#include"a.typ"' in pdf_text(data)
    assert "root:" not in pdf_text(data)
    for name in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/AA"):
        assert not re.search(name + rb"[\s/<(\[]", data)
    addresses = re.findall(rb"/URI\s*\(([^)]*)", data)
    assert addresses
    assert all(one.startswith((b"https://ok.example/", b"mailto:")) for one in addresses)


def test_markup_in_a_page_is_words_and_its_links_lead_to_the_web_alone(hostile: BuiltLetter) -> None:
    root = html.document_fromstring(letter_html(hostile).decode())
    assert not root.xpath("//script | //img | //iframe | //object | //form | //link | //base | //*[@onerror]")
    assert "<script>alert(1)</script>" in root.text_content()
    links = {one for one in root.xpath("//@href") if not one.startswith("#")}
    assert links
    assert all(one.startswith(("https://ok.example/", "mailto:")) for one in links)
    assert not root.xpath("//@*[starts-with(name(), 'on')]")


def test_field_codes_in_a_word_file_are_words(hostile: BuiltLetter) -> None:
    with zipfile.ZipFile(io.BytesIO(letter_docx(hostile))) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    roots = {name: etree.fromstring(data) for name, data in parts.items()}
    codes = {one.get(f"{W}instr").split()[0] for root in roots.values() for one in root.iter(f"{W}fldSimple")}
    assert codes <= {"PAGE", "NUMPAGES", "NOTEREF"}
    assert not any(list(root.iter(f"{W}instrText", f"{W}fldChar")) for root in roots.values())
    assert "INCLUDETEXT" in "".join(roots["word/document.xml"].itertext())
    outside = [
        one.get("Target") for name, root in roots.items() if name.endswith(".rels")
        for one in root if one.get("TargetMode") == "External"
    ]  # fmt: skip
    assert outside
    assert all(one.startswith(("https://ok.example/", "mailto:")) for one in outside)
    assert not any(b"<!DOCTYPE" in data or b"<!ENTITY" in data for data in parts.values())


def test_control_characters_and_overrides_are_shown_by_number_in_every_format(hostile: BuiltLetter) -> None:
    for data in (letter_text(hostile), letter_html(hostile)):
        text = data.decode("utf-8")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", text)
        assert "invoice[U+202E]gnp.exe" in text
        assert "half [U+D800]" in text
    assert "invoice[U+202E]gnp.exe" in pdf_text(letter_pdf(hostile))


@pytest.mark.parametrize("link", HOSTILE_LINKS)
def test_only_web_and_mail_addresses_become_links(link: str) -> None:
    found = safe_link(link)
    assert not found or found.startswith(("https://ok.example/", "mailto:a@b.example"))
    assert not set(found) & set('"<>\\ \x01\ud800')


def test_addresses_in_other_scripts_are_encoded_and_still_lead_there() -> None:
    assert safe_link("https://ko.example/위키?q=가") == ("https://ko.example/%EC%9C%84%ED%82%A4?q=%EA%B0%80")


@pytest.mark.parametrize(
    ("letter", "reason"),
    [
        (replace(ENGLISH, notes=ENGLISH.notes[:3]), "calls note 4"),
        (replace(ENGLISH, blocks=ENGLISH.blocks[:1]), "called nowhere"),
        (replace(ENGLISH, blocks=(paragraph("a", NoteCall(2), NoteCall(1)),), notes=(note(1, "x"), note(2, "y"))),
         "in the order"),
        (replace(ENGLISH, blocks=(paragraph("a", NoteCall(1)),), notes=(note(1, " "),)), "Note 1 is empty"),
        (replace(ENGLISH, language='en"><script>'), "no language tag"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("draw", [letter_pdf, letter_docx, letter_html, letter_text])
def test_a_letter_that_cannot_be_right_is_refused_with_the_reason(
    draw, letter: BuiltLetter, reason: str
) -> None:
    with pytest.raises(RenderError, match=reason):
        draw(letter)


def test_a_letter_that_no_font_shows_is_refused_as_pdf_and_written_in_the_other_formats() -> None:
    letter = replace(ENGLISH, blocks=(paragraph("a \U0001f999\U00012345"),), notes=())
    with pytest.raises(RenderError, match="no font on this computer shows"):
        letter_pdf(letter)
    assert "\U00012345" in letter_text(letter).decode()


def test_a_thousand_notes_are_set() -> None:
    notes = tuple(note(number, f"Source {number}.") for number in range(1, 1001))
    calls = [one for number in range(1, 1001) for one in (Run("word "), NoteCall(number))]
    letter = replace(ENGLISH, blocks=(paragraph(*calls),), notes=notes)
    assert "Source1000." in pdf_text(letter_pdf(letter))
    assert letter_docx(letter)


def test_a_very_long_word_stays_on_the_page() -> None:
    document = pypdfium2.PdfDocument(letter_pdf(replace(ENGLISH, blocks=(paragraph("W" * 3000),), notes=())))
    for page in document:
        boxes = [one.get_bounds() for one in page.get_objects()]
        assert max(right for _, _, right, _ in boxes) <= page.get_width() - 50
    document.close()
