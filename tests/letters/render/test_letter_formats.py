"""What each format of a letter offers beyond its words."""

from __future__ import annotations

import ctypes
import io
import re
import zipfile
from dataclasses import replace

import docx
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from built_letters import ENGLISH, KOREAN, heading, item, paragraph, question, recommendation
from lxml import html

from onrecord.letters.compose.built import BuiltLetter, NoteCall
from onrecord.letters.render.letter_docx import letter_docx
from onrecord.letters.render.letter_html import letter_html
from onrecord.letters.render.letter_pdf import letter_pdf
from onrecord.letters.render.letter_text import letter_text


def links(data: bytes) -> list[str]:
    """The addresses of the links of a PDF, as a reader would follow them."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for page in document:
        at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page, at, link):
            action = pdfium.FPDFLink_GetAction(link)
            buffer = ctypes.create_string_buffer(2000)
            if action and pdfium.FPDFAction_GetURIPath(document, action, buffer, len(buffer)):
                found.append(buffer.value.decode())
    document.close()
    return found


@pytest.mark.parametrize("built", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_the_pdf_is_tagged_for_screen_readers_and_knows_its_title_author_and_language(
    built: BuiltLetter,
) -> None:
    data = letter_pdf(built)
    document = pypdfium2.PdfDocument(data)
    about = document.get_metadata_dict()
    bookmarks = [mark.get_title() for mark in document.get_toc()]
    document.close()
    assert about["Title"] == built.title
    assert about["Author"] == built.organisation
    assert about["CreationDate"].startswith("D:20240103")
    assert b"/StructTreeRoot" in data
    assert b"pdfuaid" in data
    assert f"/Lang({built.language}".encode() in data.replace(b" ", b"")
    assert bookmarks[0] == built.title
    assert len(bookmarks) == 4  # the title, two headings, the signatories


def test_links_in_the_notes_of_the_pdf_lead_where_they_say() -> None:
    assert set(links(letter_pdf(ENGLISH))) == {
        "https://undocs.org/A/HRC/25/5",
        "https://news.example/2006/10/20?id=1&lang=ko",
    }


def test_hangul_can_be_searched_in_the_pdf() -> None:
    document = pypdfium2.PdfDocument(letter_pdf(KOREAN))
    assert document[0].get_textpage().search("강제송환금지 원칙").get_next()
    document.close()


def test_the_pdf_needs_no_font_of_the_machine() -> None:
    fonts = set(re.findall(rb"/BaseFont\s*/[A-Z]{6}\+(\S+)", letter_pdf(KOREAN)))
    assert fonts
    assert all(re.match(rb"NotoS|Libertinus|LibertinusSerif", name) for name in fonts), fonts


def test_the_word_file_opens_in_words_library_with_styles_and_properties() -> None:
    document = docx.Document(io.BytesIO(letter_docx(KOREAN)))
    styles = {one.style.name for one in document.paragraphs}
    assert {"Title", "Heading 1", "Quote", "List Number", "List Bullet", "Signatory"} <= styles
    about = document.core_properties
    assert (about.title, about.author, about.language) == (KOREAN.title, KOREAN.organisation, "ko")
    assert about.created.date().isoformat() == "2024-01-03"
    assert "PAGE" in document.sections[0].footer._element.xml


def test_the_page_has_landmarks_and_notes_that_lead_back() -> None:
    root = html.document_fromstring(letter_html(ENGLISH).decode())
    assert root.get("lang") == "en"
    assert len(root.xpath("//main")) == len(root.xpath("//h1")) == 1
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [one[1:] for one in root.xpath("//@href") if one.startswith("#")]
    assert inside
    assert set(inside) <= set(ids)
    for number in range(1, 5):
        assert root.xpath(f"//*[@id='note-{number}']//a[@href='#call-{number}']")
        assert root.xpath(f"//a[@id='call-{number}']")[0].text_content() == f"[{number}]"
    assert root.xpath("//span[@lang='ko']")[0].text_content() == "함경북도 온성"
    assert root.xpath("//li[@id='Q1']")


def test_a_note_called_twice_keeps_one_number_in_every_format() -> None:
    letter = replace(
        ENGLISH,
        blocks=(paragraph("First", NoteCall(1), " second", NoteCall(2), " again", NoteCall(1), "."),),
        notes=ENGLISH.notes[:2],
    )
    assert "First[1] second[2] again[1]." in letter_text(letter).decode()
    assert b"NOTEREF _RefNote1" in zipped(letter_docx(letter), "word/document.xml")
    document = pypdfium2.PdfDocument(letter_pdf(letter))
    assert "First1 second2 again1." in document[0].get_textpage().get_text_range()
    document.close()


def zipped(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name)


def test_asks_whose_kind_the_words_do_not_tell_are_printed_with_their_names() -> None:
    letter = replace(
        ENGLISH, blocks=(paragraph("So:"), question(1, "Why?"), recommendation(1, "Act.")), notes=()
    )
    text = letter_text(letter).decode()
    assert "  Q1. Why?" in text
    assert "  R1. Act." in text


def test_an_optional_ask_says_so() -> None:
    assert "3. (optional) Which authority" in letter_text(ENGLISH).decode()
    assert "3. (선택) 어느 기관이" in letter_text(KOREAN).decode()


def test_headings_skip_no_step_and_lists_nest() -> None:
    letter = replace(
        ENGLISH,
        notes=(),
        blocks=(heading("a", 3), heading("b", 5), item("x"), item("y", level=1), item("z", number=4)),
    )
    root = html.document_fromstring(letter_html(letter).decode())
    levels = [one.tag for one in root.xpath("//article//h2 | //article//h3 | //article//h4")]
    assert levels[:2] == ["h2", "h3"]
    assert root.xpath("//li[contains(., 'x')]//li")[0].text_content().split() == ["•", "y"]
    assert "  4. z" in letter_text(letter).decode()


def test_signatories_are_never_lost_and_stand_once() -> None:
    letter = replace(ENGLISH, blocks=(*ENGLISH.blocks[:-1],))
    assert letter_text(letter) == letter_text(ENGLISH)
    twice = replace(ENGLISH, blocks=(*ENGLISH.blocks, ENGLISH.blocks[-1]))
    assert letter_text(twice) == letter_text(ENGLISH)
