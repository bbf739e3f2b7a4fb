"""Notes at the foot of a page stand apart from its text, whatever order PDFium gives their marks in."""

from __future__ import annotations

import pytest

from onrecord.documents.assembling import paragraph_of
from onrecord.documents.cleaning import Mender, notes_apart
from onrecord.documents.lines import MARK_CLOSE, MARK_OPEN, Line
from onrecord.documents.numbering import Block


def body(text: str, y: float) -> Line:
    return Line(text, 1, 100, y, 400, y + 10, 10.0)


def foot(text: str, y: float, height: float = 8.0) -> Line:
    return Line(text, 1, 100, y, 400, y + height, height)


def raised(mark: str) -> str:
    return f"{MARK_OPEN}{mark}{MARK_CLOSE}"


CALLS = [
    body(f"1. Ratify the first convention (Norway);{raised('4')}", 700),
    body(f"2. Ratify the second convention (Chile);{raised('5')} and", 680),
    body(f"the third (Peru).{raised('6')}", 668),
]


@pytest.mark.parametrize(
    "feet",
    [
        # The mark at the end of the line above, as the page of A/HRC/25/3 gives it.
        [foot(f"{raised('4')}As read: “Sign it”. 5", 190), foot("As read: “Join”. 6", 180), foot("“All”.", 170)],
        # The mark inside a line.
        [foot("4 As read: “Sign it”. 5 As read: “Join”. 6 “All”.", 190)],
        # A note that goes on from the page before, then the marks.
        [foot("and the Rome Statute”. 4", 200), foot("As read: “Sign it”.", 190), foot("5 As read: “Join”.", 180),
         foot(f"{raised('6')}“All”.", 170)],
    ],
)  # fmt: skip
def test_each_note_has_its_own_mark(feet: list[Line]) -> None:
    before = [body("Another page.", 700), foot("3 Earlier.", 150)]
    apart = notes_apart([before, [*CALLS, *feet]], 10.0)
    found = {note.mark: " ".join(line.text for line in note.lines).strip() for note in apart.notes[1]}
    assert {mark: found[mark] for mark in "456"} == {
        "4": "As read: “Sign it”.",
        "5": "As read: “Join”.",
        "6": "“All”.",
    }
    assert apart.body[1] == CALLS


def test_numbers_in_notes_that_the_page_does_not_call_stay_in_their_words() -> None:
    feet = [foot("4 See resolution 5/1. 9", 190), foot("See also decision 6. 7 States voted for it.", 180)]
    apart = notes_apart([[body("Another page.", 700), foot("3 Earlier.", 150)], [*CALLS, *feet]], 10.0)
    (note,) = apart.notes[1]
    assert [line.text for line in note.lines] == [
        "See resolution 5/1. 9",
        "See also decision 6. 7 States voted for it.",
    ]


@pytest.mark.parametrize(
    ("printed", "text", "calls"),
    [
        ("Ratify it (Norway); 2", "Ratify it (Norway);", ["2"]),
        ("It was banned.1 AI agreed.2", "It was banned. AI agreed.", ["1", "2"]),
        ("It was banned.9 AI agreed.2", "It was banned.9 AI agreed.", ["2"]),
        ("Ratify it (Norway); 9", "Ratify it (Norway); 9", []),
        ("Ratify Protocol 2", "Ratify Protocol 2", []),
    ],
)
def test_a_notes_mark_behind_the_last_stop_calls_it_though_it_is_not_raised(
    printed: str, text: str, calls: list[str]
) -> None:
    line = body(printed, 700)
    block = Block("1", None, (), "body", lines=[line])
    paragraph = paragraph_of(block, Mender([line]), frozenset({"1", "2"}))
    assert paragraph.text == text
    assert [call.mark for call in paragraph.note_calls] == calls
