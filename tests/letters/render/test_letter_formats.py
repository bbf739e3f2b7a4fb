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
from built_letters import ENGLISH, KOREAN, heading, item, note, paragraph, question, recommendation
from lxml import html

from onrecord.letters.compose.built import BuiltLetter, NoteCall, Run
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


KOREAN_WORDS = (
    "중화인민공화국은 난민의 지위에 관한 협약의 당사국으로서 강제송환금지의 원칙을 준수하고 북한이탈주민(탈북민)의 "
    "송환을 중단하여야 합니다. 2023년 10월 9일 500여 명이 강제로 북송되었습니다. 우리는 “유엔 인권이사회”의 보편적 "
    "정례인권검토(UPR)에서 체코·대한민국·네덜란드가 제기한 권고를 이행할 것을 촉구합니다."
)


def lines_of(data: bytes) -> list[str]:
    """The lines of all pages, as they are set."""
    document = pypdfium2.PdfDocument(data)
    lines = [line for page in document for line in page.get_textpage().get_text_range().splitlines()]
    document.close()
    return lines


@pytest.mark.parametrize("shift", range(0, 24, 3))
def test_lines_of_a_korean_pdf_break_between_words(shift: int) -> None:
    """Wherever the lines begin, no word is cut; behind a middle dot one may be."""
    text = f"{'가' * shift} {KOREAN_WORDS}".strip()
    letter = replace(KOREAN, blocks=(paragraph(text),), notes=())
    parts = set(re.split(r"(?<=·)|\s+", text))
    set_lines = lines_of(letter_pdf(letter))
    held = [line for line in set_lines if set(re.split(r"(?<=·)|\s+", line.strip())) - {""} <= parts]
    assert " ".join(text.split()) in re.sub(r"(?<=·) ", "", " ".join(line.strip() for line in held))
    assert len(held) > 3


def test_a_korean_word_is_not_parted_from_the_mark_of_its_note() -> None:
    """The mark stands at the end of the line that its word ends, whatever is set in another face beside it."""
    words = [Run("강제송환금지", strong=True), Run("의 원칙을 준수하여야 합니다. 북한이탈주민"), NoteCall(1)]
    blocks = tuple(paragraph(f"{'나' * many} ", *words, Run("의 송환.")) for many in range(1, 30))
    lines = lines_of(letter_pdf(replace(KOREAN, blocks=blocks, notes=(note(1, "각주."),))))
    assert sum("북한이탈주민1" in line for line in lines) == len(blocks)
    assert not any(line.startswith(("1의 송환", "의 원칙을")) for line in lines)


@pytest.mark.parametrize("word", ["가나다라" * 60, "abcdefghij" * 30])
def test_a_word_longer_than_a_line_is_broken_and_copied_as_it_is(word: str) -> None:
    lines = lines_of(letter_pdf(replace(KOREAN, blocks=(paragraph(word),), notes=())))
    assert word in "".join(lines)
    assert max(map(len, lines)) < len(word)


def test_what_is_copied_from_a_korean_pdf_holds_no_hidden_character() -> None:
    for letter in (KOREAN, replace(KOREAN, blocks=(paragraph(KOREAN_WORDS),), notes=())):
        assert not re.search("[\u2060\u200b\ufffe]", "\n".join(lines_of(letter_pdf(letter))))
    document = pypdfium2.PdfDocument(letter_pdf(replace(KOREAN, blocks=(paragraph(KOREAN_WORDS),), notes=())))
    for words in ("북한이탈주민(탈북민)의", "보편적 정례인권검토(UPR)에서", "원칙을 준수하고"):
        assert any(page.get_textpage().search(words).get_next() for page in document), words
    document.close()
