from __future__ import annotations

import pytest

from onrecord.letters.notes import find_notes

BODY = "The State has no parallel.1 It refuses.2 It goes on.3\n\n"
NOTES = ("A/HRC/25/5, para. 1.", "Id., para. 2.", "HRW, “Title” (2013), https://x.org/1")


def block(*lines: str) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize(
    "above",
    ["____________\n", "---\n", "* * *\n", "Notes\n", "## Footnotes\n\n", "References:\n", "각주\n", ""],
)
@pytest.mark.parametrize("number", ["{} ", "{}. ", "[{}] ", "({}) ", "{}) ", "{}\t", "{}\n"])
def test_notes_are_found_below_any_mark_or_none_in_any_style(above: str, number: str) -> None:
    text = BODY + above + "\n\n".join(number.format(at) + words for at, words in enumerate(NOTES, 1))
    found = find_notes(text)
    assert [(one.number, text[one.span.start : one.span.end]) for one in found.notes] == [
        (str(at), words) for at, words in enumerate(NOTES, 1)
    ]
    assert text[: found.body_end].strip() == BODY.strip()


def test_a_list_of_recommendations_at_the_end_is_no_block_of_notes() -> None:
    text = block(
        "We urge you to make the following recommendations:", "", "1. Publish figures", "2. Halt returns"
    )
    assert find_notes(text).notes == ()


def test_a_line_of_a_note_that_begins_with_a_number_is_no_note() -> None:
    text = BODY + "____\n1 A/HRC/25/5 of\n12 October 2013, para. 1.\n2 Id., para.\n9.\n3 HRW (2013)."
    notes = find_notes(text).notes
    assert [one.number for one in notes] == ["1", "2", "3"]
    assert text[notes[0].span.start : notes[0].span.end].endswith("para. 1.")


@pytest.mark.parametrize("numbers", ["1 2 4", "1 2 2 3", "1 3 2 4", "1 2 1 2"])
def test_notes_keep_the_numbers_that_they_print(numbers: str) -> None:
    lines = "\n\n".join(f"{number} A/HRC/25/5, para. {number}." for number in numbers.split())
    found = find_notes(f"One.1 Two.2 Three.3 Four.4\n\n_____\n\n{lines}")
    assert " ".join(one.number for one in found.notes) == numbers


def test_markdown_notes_may_stand_anywhere() -> None:
    text = "One.[^a]\n\n[^a]: A/HRC/25/5, para. 1.\n    Second line.\n\nTwo.[^b]\n\n## Notes\n\n[^b]: Ibid.\n"
    found = find_notes(text)
    assert [one.number for one in found.notes] == ["a", "b"]
    assert text[found.notes[0].span.start : found.notes[0].span.end].endswith("Second line.")
    assert text[: found.body_end].rstrip().endswith("Two.[^b]")
