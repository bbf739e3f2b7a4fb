from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from built_letters import HOSTILE_WORDS, sentences
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from letter_words import squeezed

from onrecord.documents.read import read_document
from onrecord.errors import RenderError
from onrecord.letters.render.advance_questions import advance_questions_docx, questions_title
from onrecord.letters.render.sheet_contents import (
    AdvanceQuestions,
    Point,
    Questioner,
    SheetSection,
    Statement,
    StateSheet,
)
from onrecord.letters.render.state_sheet import state_sheet_pdf
from onrecord.letters.render.statement import statement_docx, statement_text
from onrecord.mechanisms.detect import read_entries

QUESTIONS = AdvanceQuestions(
    "China",
    (
        Questioner(
            "Spain",
            (
                "Does China abide by the principle of non-refoulement, as it was asked to in 2013?",
                "Which authority decides on each return of a refugee, and under which law does it decide?",
            ),
        ),
        Questioner(
            "Portugal on behalf of the Group of Friends", ("How many persons were returned in 2023?",)
        ),
    ),
    addendum=2,
    day="2024-01-09",
)
STATEMENT = Statement(
    "the Republic of Korea",
    "China",
    ("We thank the delegation of China.", " ".join(["word"] * 124), "Thank you."),
    "Working Group on the Universal Periodic Review, 23 January 2024",
)


def sheet(points: int, *, spare: bool = False, words: int = 20) -> StateSheet:
    text = " ".join(["refugees"] * words)
    made = tuple(Point(f"{place} {text}", "A/HRC/25/5, para. 1", spare=spare) for place in range(points))
    return StateSheet(
        "China: the return of refugees", "Forum", (SheetSection("Questions", made, numbered=True),)
    )


def text_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return pages


def test_our_own_reader_reads_the_advance_questions_as_those_of_the_states(tmp_path: Path) -> None:
    path = tmp_path / "questions.docx"
    path.write_bytes(advance_questions_docx(QUESTIONS))
    reading = read_entries(read_document(path))
    assert reading.kind == "upr_questions"
    assert [(entry.by, entry.to) for entry in reading.entries] == [
        (("ESP",), "CHN"),
        (("ESP",), "CHN"),
        (("PRT",), "CHN"),
    ]
    assert reading.entries[1].text == QUESTIONS.questioners[0].bullets[1]


def test_the_title_is_in_capitals_and_the_first_file_is_no_addendum() -> None:
    assert questions_title(QUESTIONS) == "ADVANCE QUESTIONS TO CHINA – ADD.2"
    assert questions_title(replace(QUESTIONS, addendum=0)) == "ADVANCE QUESTIONS TO CHINA"


def test_a_file_without_questions_is_refused() -> None:
    with pytest.raises(RenderError, match="nothing to put"):
        advance_questions_docx(AdvanceQuestions("China", ()))


def test_a_statement_says_how_long_it_takes() -> None:
    assert STATEMENT.words == 6 + 124 + 2
    assert STATEMENT.seconds == 61  # 132 words at 130 a minute
    text = statement_text(STATEMENT).decode()
    assert text.startswith("Statement of the Republic of Korea in the review of China\n")
    assert text.endswith("[132 words, 61 seconds at 130 words a minute]\n")
    korean = replace(STATEMENT, language="ko", speaker="대한민국", state="중국")
    assert statement_text(korean).decode().startswith("대한민국 발언문 (중국 검토)")


def test_a_statement_is_a_word_file_with_the_same_words() -> None:
    with zipfile.ZipFile(io.BytesIO(statement_docx(STATEMENT))) as file:
        document = file.read("word/document.xml").decode()
    for words in ("We thank the delegation of China.", "[132 words, 61 seconds at 130 words a minute]"):
        assert words in document


def test_a_sheet_is_one_page_and_leaves_out_spare_points_from_the_last() -> None:
    pages = text_of(state_sheet_pdf(sheet(60, spare=True)))
    assert len(pages) == 1
    assert "more in the letter." in pages[0]
    assert "0 refugees" in pages[0]
    assert "59 refugees" not in pages[0]


def test_a_sheet_with_room_leaves_nothing_out() -> None:
    pages = text_of(state_sheet_pdf(sheet(5, spare=True)))
    assert len(pages) == 1
    assert "more in the letter" not in pages[0]
    assert "4 refugees" in pages[0]


def test_a_sheet_that_does_not_fit_is_refused_rather_than_cut() -> None:
    with pytest.raises(RenderError, match="does not fit on one page"):
        state_sheet_pdf(sheet(60))


SHEETS = st.builds(
    StateSheet,
    sentences(),
    sentences(),
    st.lists(
        st.builds(
            SheetSection,
            sentences(),
            st.lists(st.builds(Point, sentences(), sentences(), spare=st.booleans()), max_size=30).map(tuple),
            st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    language=st.sampled_from(("en", "ko")),
)


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(SHEETS)
def test_any_sheet_is_one_page_with_all_that_is_not_spare_or_is_refused(drawn: StateSheet) -> None:
    try:
        pages = text_of(state_sheet_pdf(drawn))
    except RenderError:
        with pytest.raises(RenderError, match="does not fit on one page"):
            state_sheet_pdf(drawn)
        return
    assert len(pages) == 1
    held = Counter(squeezed(pages[0]))
    kept = [point.text for section in drawn.sections for point in section.points if not point.spare]
    wanted = Counter(squeezed("".join(kept)))
    if not any("\u064b" <= char <= "\u0652" for char in "".join(wanted)):
        assert wanted <= held


@pytest.mark.parametrize("words", HOSTILE_WORDS, ids=range(len(HOSTILE_WORDS)))
def test_hostile_words_in_sheets_are_words(words: str, tmp_path: Path) -> None:
    words = words[:400]
    point = Point(words, words, "javascript:alert(1)")
    page = state_sheet_pdf(StateSheet(words[:100], words[:100], (SheetSection(words[:100], (point,)),)))
    assert len(text_of(page)) == 1
    assert not re.search(rb"/URI\s*\(", page)
    path = tmp_path / "questions.docx"
    path.write_bytes(advance_questions_docx(AdvanceQuestions("China", (Questioner(words, (words,)),))))
    assert read_document(path).paragraphs


@pytest.mark.parametrize(
    "made",
    [
        lambda: advance_questions_docx(QUESTIONS),
        lambda: statement_docx(STATEMENT),
        lambda: statement_text(STATEMENT),
        lambda: state_sheet_pdf(sheet(5)),
    ],
)
def test_the_same_sheet_gives_the_same_bytes(made) -> None:
    assert made() == made()
