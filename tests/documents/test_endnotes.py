"""Notes at a document's end, and the marks that call them in text taken from PDF by others."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.endnotes import endnotes_apart, marks_joined, with_glued_calls
from onrecord.documents.lines import Line
from onrecord.documents.read import read_document
from onrecord.documents.rising import longest_rise

SUMMARY = """\
United Nations
General Assembly
Distr.: General
8 February 2023
Human Rights Council
Working Group on the Universal Periodic Review
Summary of stakeholders' submissions on Freedonia
I. Background
1. The present report is a summary of 6 submissions1 made under resolution 60/251.
II. Information provided by stakeholders
Equality and non-discrimination2
2. AA recommended that Freedonia adopt a law.3 In 2014 BB noted progress.4
3. JS1 was concerned about 12 cases.5
Notes
1 The stakeholders listed below have contributed information:
AA Association A, Freedonia City (Freedonia);
BB Bureau B, Freedonia City (Freedonia).
2 For relevant recommendations see A/HRC/25/5, paras. 186.1 and 186.2.
3 AA, p. 2.
4 BB, paras. 3-4,
2 of them new.
5 JS1, para. 7.
"""


def read(text: str, tmp_path: Path):
    file = tmp_path / "summary.txt"
    file.write_text(text, encoding="utf-8")
    return read_document(file)


def test_notes_at_the_end_go_to_the_paragraphs_and_headings_that_call_them(tmp_path: Path) -> None:
    document = read(SUMMARY, tmp_path)
    assert [(note.mark, note.called_at, note.heading) for note in document.notes] == [
        ("1", "1", ""),
        ("2", None, "Equality and non-discrimination"),
        ("3", "2", ""),
        ("4", "2", ""),
        ("5", "3", ""),
    ]
    assert document.notes[3].text == "BB, paras. 3-4, 2 of them new."


def test_marks_glued_to_words_are_no_part_of_the_text(tmp_path: Path) -> None:
    document = read(SUMMARY, tmp_path)
    found = document.paragraph("2")
    assert found is not None
    assert found.text == "AA recommended that Freedonia adopt a law. In 2014 BB noted progress."
    assert [(call.mark, found.text[: call.start][-4:]) for call in found.note_calls] == [
        ("3", "law."),
        ("4", "ess."),
    ]
    first = document.paragraph("1")
    assert first is not None
    assert first.text.endswith("6 submissions made under resolution 60/251.")


def test_a_mark_printed_on_a_line_of_its_own_joins_its_note() -> None:
    page = [Line("5", 1, 57, 738, 60, 743, 6.5), Line("Protocol to Prevent", 1, 60, 733, 200, 740, 10.0)]
    assert [line.text for line in marks_joined([page])[0]] == ["\ue0005\ue001Protocol to Prevent"]


def test_a_page_number_is_no_mark() -> None:
    page = [Line("5", 1, 534, 30, 540, 38, 9.0), Line("Next page", 1, 60, 733, 200, 740, 10.0)]
    assert [line.text for line in marks_joined([page])[0]] == ["5", "Next page"]


def test_items_of_a_list_are_no_notes() -> None:
    page = [Line(f"{number}.{number}. Take measures", 1) for number in range(1, 12)]
    apart = endnotes_apart([[Line("1 of the lists says:", 1), *page]])
    assert apart.notes == []


lines = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P", "Zs"]), min_size=1, max_size=40)
    .filter(str.strip)
    .map(lambda text: Line(text.strip(), 1)),
    max_size=30,
)


@given(st.lists(lines, min_size=1, max_size=4))
def test_no_line_is_lost_or_doubled(pages: list[list[Line]]) -> None:
    apart = endnotes_apart(pages)
    before = sum(len(page) for page in pages)
    after = sum(len(page) for page in apart.pages) + sum(len(note.lines) for note in apart.notes)
    assert after in {before, before - 1}
    marked = with_glued_calls(apart.pages, apart.notes)
    assert [len(page) for page in marked] == [len(page) for page in apart.pages]


@given(st.lists(st.integers(0, 2500), max_size=60))
def test_the_run_rises(numbers: list[int]) -> None:
    run = longest_rise(numbers, [1.0] * len(numbers))
    assert run == sorted(run)
    chosen = [numbers[place] for place in run]
    assert all(a < b for a, b in pairwise(chosen))


def test_a_stray_number_does_not_break_the_run() -> None:
    assert longest_rise([11, 12, 14, 13, 14, 15], [1.0] * 6) == [0, 1, 3, 4, 5]
