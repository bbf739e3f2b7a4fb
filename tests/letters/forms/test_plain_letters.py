"""Plain text and Markdown as blocks: labels, marks, notes, links, and the lines where they stand."""

from __future__ import annotations

import pytest

from onrecord.letters.forms.model import BlockKind, Link
from onrecord.letters.forms.read import blocks_of


def test_markdown_gives_headings_items_notes_and_links() -> None:
    text = (
        "# Open letter\n\nIt “must end”.[^1] So it was.\n\n1. Does it end?\n2. When?\n\n"
        "[^1]: [A/HRC/25/5](https://undocs.org/A/HRC/25/5), para. 3\n"
    )
    read = blocks_of(text.encode(), "letter.md")
    assert [(block.kind, block.label, block.text, str(block.place)) for block in read.blocks] == [
        (BlockKind.HEADING, "", "Open letter", "line 1"),
        (BlockKind.PARAGRAPH, "", "It “must end”. So it was.", "line 3"),
        (BlockKind.LIST_ITEM, "1.", "Does it end?", "line 5"),
        (BlockKind.LIST_ITEM, "2.", "When?", "line 6"),
    ]
    assert [(call.number, call.start, call.note) for call in read.blocks[1].calls] == [("1", 14, 0)]
    assert read.notes[0].text == "A/HRC/25/5, para. 3"
    assert read.notes[0].links == (Link("https://undocs.org/A/HRC/25/5", 0, 10),)


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
@pytest.mark.parametrize(
    ("one", "two", "first", "second"),
    [
        ("1", "2", "1 ", "2 "),
        ("1)", "2)", "1) ", "2) "),
        ("[1]", "[2]", "[1] ", "[2] "),
        ("¹", "²", "1. ", "2. "),
    ],
)
def test_marks_and_notes_are_found_however_they_were_pasted(
    coding: str, one: str, two: str, first: str, second: str
) -> None:
    text = (
        f"2024년 1월 3일\n\n위원회는 “끝나야 한다”고 하였습니다.{one} 다시 말하였습니다.{two}\n\n각주\n"
        f"{first}유엔 보고서, A/HRC/25/5, 3항\n{second}위의 보고서, 4항\n"
    )
    read = blocks_of(text.encode(coding), "letter.txt")
    assert [block.text for block in read.blocks] == [
        "2024년 1월 3일",
        "위원회는 “끝나야 한다”고 하였습니다. 다시 말하였습니다.",
    ]
    assert [(call.number, call.note) for call in read.blocks[1].calls] == [("1", 0), ("2", 1)]
    assert [note.text for note in read.notes] == ["유엔 보고서, A/HRC/25/5, 3항", "위의 보고서, 4항"]
