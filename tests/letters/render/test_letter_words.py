"""Every format of a letter holds the same words, whatever the letter."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from built_letters import ENGLISH, KOREAN, built_letters, hostile_letter, long_letter
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from letter_words import Words, as_in_pdf, docx_words, html_words, pdf_pages, squeezed, text_words

from onrecord.letters.compose.built import BlockKind, BuiltLetter, NoteCall
from onrecord.letters.read import parse_letter
from onrecord.letters.render.letter_docx import letter_docx
from onrecord.letters.render.letter_frame import frame
from onrecord.letters.render.letter_html import letter_html
from onrecord.letters.render.letter_pdf import letter_pdf
from onrecord.letters.render.letter_text import letter_text

# A failing letter is shown as it was drawn: making it smaller takes minutes of setting pages.
MANY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
# Typst 0.15 writes an Arabic letter that bears a vowel sign twice into the text that is copied from the PDF.
ARABIC_VOWELS = frozenset(map(chr, range(0x64B, 0x653)))
# Words such as letters are made of: no figures in brackets, no lone figure that could open a list.
PLAIN = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzéü가나다라한글", min_size=2, max_size=9), min_size=3, max_size=9
).map(" ".join)


def words(built: BuiltLetter) -> Words:
    return text_words(letter_text(built), frame(built).labels.notes)


@MANY
@given(built_letters())
def test_text_page_and_word_file_hold_the_same_words_in_the_same_order(built: BuiltLetter) -> None:
    assert html_words(letter_html(built)) == words(built)
    assert docx_words(letter_docx(built)) == words(built)


@MANY
@given(built_letters())
def test_the_pdf_holds_the_same_letters_as_the_text(built: BuiltLetter) -> None:
    wanted = Counter(as_in_pdf(words(built)))
    held = Counter(squeezed("".join(pdf_pages(letter_pdf(built)))))
    if ARABIC_VOWELS & set(wanted):
        assert _apart(wanted) <= _apart(held)
    else:
        assert held == wanted


def _apart(found: Counter[str]) -> set[str]:
    return {char for char in unicodedata.normalize("NFKD", "".join(found)) if char.isalnum()}


@MANY
@given(built_letters(PLAIN))
def test_the_pdf_of_one_page_holds_the_words_in_order_with_the_notes_below(built: BuiltLetter) -> None:
    pages = pdf_pages(letter_pdf(built))
    if len(pages) == 1 and built.language != "ar":
        assert squeezed(pages[0]) == as_in_pdf(words(built))


@pytest.mark.parametrize("built", [ENGLISH, KOREAN, long_letter(), long_letter("ko")], ids=str)
def test_real_letters_hold_the_same_words_in_every_format(built: BuiltLetter) -> None:
    text = words(built)
    assert html_words(letter_html(built)) == text
    assert docx_words(letter_docx(built)) == text
    assert Counter(squeezed("".join(pdf_pages(letter_pdf(built))))) == Counter(as_in_pdf(text))


@MANY
@given(built_letters(PLAIN))
def test_our_reader_finds_the_markers_and_notes_of_the_text(built: BuiltLetter) -> None:
    read = parse_letter(letter_text(built).decode(), "letter.txt")
    calls = [one.number for block in built.blocks for one in block.inlines if isinstance(one, NoteCall)]
    assert [int(marker.number) for marker in read.markers] == calls
    assert [int(note.number) for note in read.notes] == [note.number for note in built.notes]
    for found, note in zip(read.notes, frame(built).notes, strict=True):
        shown = "".join(getattr(one, "text", "\n") for one in note.inlines)
        assert read.text[found.span.start : found.span.end].split() == shown.split()


@MANY
@given(built_letters(PLAIN))
def test_our_reader_finds_the_asks_of_the_text(built: BuiltLetter) -> None:
    read = parse_letter(letter_text(built).decode(), "letter.txt")
    asks = [block for block in built.blocks if block.kind in {BlockKind.QUESTION, BlockKind.RECOMMENDATION}]
    assert Counter(ask.name for ask in read.asks) == Counter(block.name for block in asks), read.text


@pytest.mark.parametrize("built", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_a_letter_that_says_what_it_asks_prints_plain_numbers(built: BuiltLetter) -> None:
    text = letter_text(built).decode()
    read = parse_letter(text, "letter.txt")
    assert [ask.name for ask in read.asks] == ["Q1", "Q2", "Q3", "R1", "R2"]
    assert [marker.number for marker in read.markers] == ["1", "2", "3", "4"]
    assert read.date == "2024-01-03"
    assert "  1. " in text
    assert not re.search(r"\b[QR]\d\.", text)


@pytest.mark.parametrize("draw", [letter_pdf, letter_docx, letter_html, letter_text])
@pytest.mark.parametrize("built", [ENGLISH, KOREAN, hostile_letter()], ids=["en", "ko", "hostile"])
def test_the_same_letter_gives_the_same_bytes(draw, built: BuiltLetter) -> None:
    assert draw(built) == draw(built)
