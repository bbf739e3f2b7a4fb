from __future__ import annotations

import html.parser
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from dossier_sample import (
    ABSENT,
    LETTER,
    SYMBOL,
    TEXTS,
    FakeRecord,
    hostile_check,
    sample_check,
    sample_record,
    sample_trace,
)

from onrecord.citations.model import Span
from onrecord.errors import RenderError
from onrecord.letters.model import Check, Letter
from onrecord.letters.render.dossier import DossierFiles, write_dossier
from onrecord.letters.render.pdf import eastern_font

NO_FONT = "No font for Chinese or Japanese letters was at hand"


class Page(html.parser.HTMLParser):
    """What a page holds: its ids, the places its links lead to, its headings, its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.tags: set[str] = set()
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a" and str(found.get("href", "")).startswith("#"):
            self.links.append(str(found["href"])[1:])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> DossierFiles:
    folder = tmp_path_factory.mktemp("dossier")
    return write_dossier(sample_check(), [sample_trace()], sample_record(folder), folder)


@pytest.fixture(scope="module")
def page(files: DossierFiles) -> Page:
    return Page(files.html.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pdf_text(files: DossierFiles) -> str:
    document = pypdfium2.PdfDocument(files.pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.replace("\u200b", "").split())


def test_every_link_inside_the_page_lands_and_every_id_is_given_once(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    assert [link for link in page.links if link not in page.ids] == []


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    assert page.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_the_page_loads_nothing_and_runs_nothing(files: DossierFiles, page: Page) -> None:
    text = files.html.read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert not page.tags & {"script", "link", "iframe", "object", "form", "base"}
    assert not re.search(r"url\(|@import|src=[\"']?http|href=[\"']data:text", text)


@pytest.mark.parametrize(
    "words",
    [
        "Altered", "Not found", "Elsewhere", "Changes marked", "Verbatim", "Could not be checked",
        "Error", "Warning", "Notice", "Resolved", "Not on record", "Other source",
        "noted", "Spoke, and was silent on this", "could not take the floor", SYMBOL, ABSENT, *TEXTS.values(),
        "Quote the record", "Put questions in advance", "No answer found in the report",
    ],
)  # fmt: skip
def test_page_and_pdf_both_say(words: str, page: Page, pdf_text: str) -> None:
    assert words in " ".join(page.words.split())
    assert words in pdf_text


def test_the_letter_is_shown_whole(page: Page) -> None:
    shown = re.sub(r"\W", "", re.sub(r" \((?:Finding|Verbatim|Altered|[A-Z][a-z]+)[^)]*\)", "", page.words))
    for part in LETTER.split("\n\n")[:3]:
        assert re.sub(r"\W", "", part) in shown


def test_the_same_check_gives_the_same_page(files: DossierFiles, tmp_path: Path) -> None:
    again = write_dossier(sample_check(), [sample_trace()], sample_record(tmp_path), tmp_path)
    first, second = (
        re.sub(r"[0-9a-f]{12,64}|base64,[^\"]*", "", f.html.read_text(encoding="utf-8"))
        for f in (files, again)
    )
    assert first == second


def test_a_letter_without_anything_gives_a_dossier_that_says_so(tmp_path: Path) -> None:
    made = write_dossier(
        Check(Letter("", "", Span(0, 0), (), (), ()), (), (), ()), [], FakeRecord(), tmp_path
    )
    assert "The record is empty" in made.html.read_text(encoding="utf-8")
    assert made.pdf.read_bytes().startswith(b"%PDF")


def test_hostile_words_show_as_text_and_harm_nothing(tmp_path: Path) -> None:
    check = hostile_check()
    made = write_dossier(check, [sample_trace()], sample_record(tmp_path), tmp_path)
    text = made.html.read_text(encoding="utf-8")
    page = Page(text)
    assert "script" not in page.tags
    assert "<script>alert(1)</script>" in page.words
    assert "[U+202E]gnp.exe" in page.words
    assert not re.search("[\x00-\x08\u202a-\u202e\ufffe]", text)
    assert made.html.parent == tmp_path
    document = pypdfium2.PdfDocument(made.pdf)
    words = " ".join(p.get_textpage().get_text_range() for p in document)
    document.close()
    assert "#eval" in words


def test_half_characters_do_not_stop_the_dossier(tmp_path: Path) -> None:
    check = sample_check()
    letter = replace(check.letter, text=LETTER.replace("Dear Minister,", "Dear \ud800inister,"))
    made = write_dossier(replace(check, letter=letter), [], sample_record(tmp_path), tmp_path)
    assert "[U+D800]" in made.html.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_told_in_plain_words(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(RenderError, match="could not be written"):
        write_dossier(sample_check(), [], sample_record(tmp_path), blocked / "in")


def test_an_original_that_is_gone_leaves_the_words_and_says_that_there_is_no_picture(tmp_path: Path) -> None:
    record = sample_record(tmp_path)
    record.stored[0].original.unlink()
    made = write_dossier(sample_check(), [], record, tmp_path)
    page = Page(made.html.read_text(encoding="utf-8"))
    assert "could not be drawn" in page.words
    assert TEXTS["30"] in page.words


def test_the_pdf_has_pages_outline_and_links(files: DossierFiles) -> None:
    document = pypdfium2.PdfDocument(files.pdf)
    titles = [mark.get_title() for mark in document.get_toc()]
    document.close()
    assert {"Summary", "Findings, in order of weight", "Sources"} <= set(titles)
    assert b"/StructTreeRoot" in files.pdf.read_bytes()
    assert b"pdfuaid" in files.pdf.read_bytes()


def test_hangul_shows_in_the_pdf_without_a_font_of_the_machine(pdf_text: str) -> None:
    assert "강제송환금지" in pdf_text
    assert NO_FONT not in pdf_text


def test_the_pdf_says_where_letters_cannot_be_shown_for_want_of_a_font(tmp_path: Path) -> None:
    check = sample_check()
    letter = replace(check.letter, text=LETTER.replace("서울의", "们这讨"))
    made = write_dossier(replace(check, letter=letter), [], sample_record(tmp_path), tmp_path)
    document = pypdfium2.PdfDocument(made.pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert (NO_FONT in text) != bool(eastern_font())
