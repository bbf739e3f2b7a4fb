from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.letters.model import Letter
from onrecord.letters.read import parse_letter, read_letter

LETTERS = Path(__file__).parent / "letters"


def words(letter: Letter, number: str) -> list[str]:
    return [letter.text[one.span.start : one.span.end] for one in letter.notes if one.number == number]


def test_the_founding_letter_has_25_markers_and_24_notes(shared_letter: Path) -> None:
    letter = read_letter(shared_letter)
    assert [marker.number for marker in letter.markers] == [str(number) for number in range(1, 26)]
    assert [note.number for note in letter.notes] == [str(n) for n in range(1, 26) if n != 24]
    assert words(letter, "4") == ["Id., para. 1221 (a)."]
    assert words(letter, "25")[0].endswith("https://undocs.org/A/HRC/11/25")
    lost = next(marker for marker in letter.markers if marker.number == "24")
    assert letter.text[: lost.span.start].endswith("asked relevant questions.")
    assert letter.line_of(lost.span.start) == 49


def test_the_founding_letter_has_ten_questions_and_five_recommendations(shared_letter: Path) -> None:
    letter = read_letter(shared_letter)
    names = [f"Q{n}" for n in range(1, 11)] + [f"R{n}" for n in range(1, 6)]
    assert [ask.name for ask in letter.asks] == names
    first = letter.asks[10]
    assert letter.text[first.span.start : first.span.end].startswith("Provide adequate protection")
    assert letter.date == "2024-01-03"


@pytest.mark.parametrize(
    ("name", "markers", "notes", "asks", "date"),
    [
        ("markdown_notes.md", "1 2 coi 4 5", "1 2 coi 4 5", "Q1 Q2 R1 R2", "2024-03-04"),
        ("un_style.txt", "1 2 3 4 5 6", "1 2 3 4 5 6", "Q1 Q2 R1 R2 R3", "2013-04-12"),
        ("bracketed.txt", "1 2 3 4 5 6 7", "1 2 3 4 5 6 7", "Q1 Q2 Q3", "2018-09-30"),
        ("inline.md", "", "", "R1 R2", "2024-01-03"),
        ("korean.txt", "1 2 3 4", "1 2 3 4", "Q1 Q2 R1 R2", "2024-01-03"),
        ("out_of_order.txt", "1 2 1 5 4 6", "1 2 3 5 4 6 6", "", "2018-11-05"),
    ],
)
def test_letters_of_other_styles_are_read_whole(
    name: str, markers: str, notes: str, asks: str, date: str
) -> None:
    letter = read_letter(LETTERS / name)
    assert " ".join(marker.number for marker in letter.markers) == markers
    assert " ".join(note.number for note in letter.notes) == notes
    assert " ".join(ask.name for ask in letter.asks) == asks
    assert letter.date == date


def test_a_note_keeps_all_its_lines() -> None:
    letter = read_letter(LETTERS / "bracketed.txt")
    assert words(letter, "1")[0].startswith("Report of the detailed findings")
    assert words(letter, "1")[0].endswith("para. 1211.")


@pytest.mark.parametrize(
    "line",
    ["January 3, 2024", "Seoul, 3 January 2024", "Date: 2024-01-03", "3 January 2024", "2024년 1월 3일"],
)
def test_the_date_stands_alone_or_beside_a_place(line: str) -> None:
    assert parse_letter(f"OPEN LETTER\n\n{line}\n\nDear Minister,\n\nText.", "x").date == "2024-01-03"


def test_a_date_in_the_subject_line_is_not_the_letters_date() -> None:
    text = "Re: China’s review on January 23, 2024\n\nDear Minister,\n\nOn 5 May 2013 nothing happened."
    assert parse_letter(text, "x").date == ""


def test_newlines_of_every_kind_become_one_and_nothing_else_changes() -> None:
    assert parse_letter("One.\r\nTwo.\rThree.\n", "x").text == "One.\nTwo.\nThree.\n"


def test_an_address_block_gives_a_paragraph_a_line() -> None:
    letter = parse_letter("CC. Han\nFM Park\n\nBody text here.", "x")
    assert len(letter.paragraphs) == 3


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read_letter(tmp_path / "gone.txt")


@given(st.text(max_size=600))
def test_no_text_breaks_reading_and_spans_lie_inside_it(text: str) -> None:
    letter = parse_letter(text, "x")
    spans = [letter.body, *letter.paragraphs]
    spans += [one.span for one in (*letter.markers, *letter.notes, *letter.asks)]
    assert all(0 <= span.start <= span.end <= len(letter.text) for span in spans)


PIECES = st.sampled_from(
    [
        "world”.1",
        " 2017.21",
        "\n\n",
        "\n",
        "1 ",
        "2. ",
        "[3] ",
        "[^1]",
        "[^1]: ",
        "¹",
        "Id.",
        "______\n",
        "Notes\n",
        "“",
        "”",
        '"',
        "‘",
        "(2)",
        "January 200519",
        "text ",
        "A/HRC/25/5, para. 3",
        "the following questions:",
        "https://x.org/1 ",
        "supra note 2",
        "recommendation 186.66",
        "; ",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_mixture_of_what_letters_are_made_of_breaks_reading(text: str) -> None:
    letter = parse_letter(text, "x")
    for marker in letter.markers:
        assert letter.body.start <= marker.span.start < marker.span.end <= letter.body.end


SOURCE = """---
title: "Open letter: what was said"
date: 2026-10-01
language: en
---

Excellency, {#salutation}

On 9 February 2009 China was reviewed.[^1]

[^1]: A/HRC/11/25, para. 28.
"""


def test_the_front_matter_of_a_source_is_no_part_of_the_letter() -> None:
    letter = parse_letter(SOURCE, "en.md")
    assert letter.date == "2026-10-01"
    assert letter.text[letter.body.start :].startswith("\nExcellency")
    assert [letter.text[span.start : span.end][:10] for span in letter.paragraphs] == [
        "Excellency",
        "On 9 Febru",
    ]
    assert letter.line_of(letter.paragraphs[0].start) == 7


@pytest.mark.parametrize(
    "text",
    [
        "---\nno end\n\nDear Minister,\n",
        "---\n\nDear Minister,\n\n---\n",
        "---\n" * 3,
        "Dear Minister,\n---\ndate: 2026-10-01\n---\n",
        "---\n",
        "---",
    ],
)
def test_dashes_that_close_no_front_matter_are_words_of_the_letter(text: str) -> None:
    assert parse_letter(text, "a.md").body.end <= len(text)
    assert "Dear" not in text or any(
        "Dear" in text[p.start : p.end] for p in parse_letter(text, "a.md").paragraphs
    )


def test_many_dates_in_front_take_no_long_time() -> None:
    text = "---\n" + "date: 2026-10-01\n" * 5000
    assert parse_letter(text, "a.md").body.end == len(text)
