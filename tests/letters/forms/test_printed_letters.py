"""Letters printed to PDF: heads and feet, hyphens, paragraphs, notes, by made lines and by real pages."""

from __future__ import annotations

from pathlib import Path
from shutil import which

import pytest
from making_letters import as_docx, converted, with_content_types, with_head_and_foot
from tests.documents.making import docx

from onrecord.documents.lines import LINE_END_HYPHEN, MARK_CLOSE, MARK_OPEN, Line
from onrecord.letters.forms.feet import notes_apart, rows_of
from onrecord.letters.forms.hyphens import LetterMender
from onrecord.letters.forms.letter import letter_of
from onrecord.letters.forms.model import Block, BlockKind, Blocks, FormNote, NoteCall
from onrecord.letters.forms.read import blocks_of
from onrecord.letters.forms.running import without_heads
from onrecord.letters.forms.setting import Setting, paragraphs_of

needs_office = pytest.mark.skipif(not which("soffice"), reason="LibreOffice is not on this machine")


def line(text: str, y: float, *, x0: float = 72, x1: float = 540, page: int = 1, size: float = 11) -> Line:
    return Line(text, page, x0, y, x1, y + size, size)


def raised(number: int) -> str:
    return f"{MARK_OPEN}{number}{MARK_CLOSE}"


ONE, TWO = "One two three four five six seven eight", "A page of other words than those before"
WORDS = {1: tuple(ONE.split()), 2: tuple(TWO.split())}


def test_heads_and_page_numbers_go_from_the_first_page_too() -> None:
    pages = [
        [
            line("Justice Group", 800, page=number),
            *(
                line(f"{word} of page {number}", 700 - 13 * row, page=number)
                for row, word in enumerate(WORDS[number])
            ),
            line(f"- {number} -", 40, page=number),
        ]
        for number in (1, 2)
    ]
    assert [one.text for page in without_heads(pages) for one in page] == [
        f"{word} of page {number}" for number in (1, 2) for word in WORDS[number]
    ]


def test_a_lone_year_at_a_pages_edge_is_no_page_number() -> None:
    page = [line(f"Row {row}", 700 - 13 * row) for row in range(8)] + [line("2013", 500)]
    assert [one.text for one in without_heads([page])[0]][-1] == "2013"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        (f"the inter{LINE_END_HYPHEN}", "national community", "the international community"),
        (f"of non{LINE_END_HYPHEN}", "refoulement", "of non-refoulement"),
        (f"a fact{LINE_END_HYPHEN}", "finding mission", "a fact-finding mission"),
        (f"North{LINE_END_HYPHEN}", "Korean refugees", "North-Korean refugees"),
        ("https://www.ohchr.org/en/press-", "releases/2023", "https://www.ohchr.org/en/press-releases/2023"),
        ("https://undocs.org/", "A/HRC/25/5", "https://undocs.org/A/HRC/25/5"),
        ("see https://undocs.org/A/HRC/25/5.", "It says", "see https://undocs.org/A/HRC/25/5. It says"),
        ("two", "words", "two words"),
    ],
)
def test_hyphens_at_line_ends_are_mended(before: str, after: str, joined: str) -> None:
    known = line("a fact and a finding", 0)
    left, between = LetterMender([known, line(before, 20), line(after, 10)]).joint(before, after)
    assert left + between + after == joined


def test_paragraphs_part_at_short_lines_and_gaps_and_go_on_over_pages() -> None:
    page_one = [
        line("One goes on in a full row of words", 700),
        line("and ends.", 687, x1=120),
        line("Two", 674),
    ]
    page_two = [line("goes on.", 700, page=2, x1=130), line("Three after a gap", 670, page=2)]
    lines = page_one + page_two
    found = paragraphs_of([page_one, page_two], Setting.of(lines))
    assert [[one.text for one in group] for group in found] == [
        ["One goes on in a full row of words", "and ends."],
        ["Two", "goes on."],
        ["Three after a gap"],
    ]


def test_notes_at_a_foot_are_those_that_the_page_calls() -> None:
    body = [line(f"It was so in 2013.{raised(1)} And 12 more{raised(2)}", 700), line("12 men came", 687)]
    feet = [
        line("1 A/HRC/25/5, para. 3", 100, size=9),
        line("and more.", 90, size=9),
        line("2 Id.", 80, size=9),
    ]
    page = body + [line(f"Row {row}", 670 - 13 * row) for row in range(6)] + feet
    found = notes_apart([page], Setting.of(page))
    assert [(note.number, [one.text for one in note.lines]) for note in found.notes] == [
        ("1", ["A/HRC/25/5, para. 3", "and more."]),
        ("2", ["Id."]),
    ]
    assert [one.text for one in found.pages[0]][1] == "12 men came"


def test_pieces_of_one_row_are_joined() -> None:
    pieces = [line(f"world”.{raised(1)}", 452, x1=197), line("According", 452, x0=200), line("next", 440)]
    assert [one.text for one in rows_of(pieces, 11)] == [f"world”.{raised(1)} According", "next"]


def real() -> Blocks:
    """Four pages of paragraphs with two notes each, one of them after a year."""
    blocks, notes = [], []
    for n in range(1, 15):
        sentence = (
            f"In paragraph {n} the letter says at length that {n + 70} came there in January 2005, or later."
        )
        more = (f"{word.capitalize()} must end, and {word} others too." for word in WORDS[2] * (1 + n % 4))
        text = " ".join([sentence, *more])
        at = text.index("2005") + 4
        calls = (NoteCall(str(2 * n - 1), at, 2 * n - 2), NoteCall(str(2 * n), len(text), 2 * n - 1))
        blocks.append(Block(BlockKind.PARAGRAPH, text, calls=calls))
        notes += [
            FormNote(str(2 * n - 1), f"A/HRC/25/{n}, para. {n}."),
            FormNote(str(2 * n), "Id., para. 5."),
        ]
    return Blocks("letter", "text", tuple(blocks), tuple(notes))


@needs_office
@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_real_page_gives_back_its_paragraphs_notes_and_marks(kind: str, tmp_path: Path) -> None:
    source = tmp_path / "letter.docx"
    source.write_bytes(with_head_and_foot(as_docx(real(), kind=kind), "Justice Group"))
    read = blocks_of(converted(source, "pdf", tmp_path).read_bytes(), "letter")
    assert [block.text for block in read.blocks] == [block.text for block in real().blocks]
    assert [(note.number, note.text) for note in read.notes] == [(n.number, n.text) for n in real().notes]
    assert [[(call.number, call.start) for call in block.calls] for block in read.blocks] == [
        [(call.number, call.start) for call in block.calls] for block in real().blocks
    ]
    assert letter_of(read).place_of(0) == "page 1, paragraph 1"


@needs_office
def test_a_korean_page_gives_back_its_words(tmp_path: Path) -> None:
    words = [
        "대통령께 드리는 공개서한",
        "2024년 1월 3일",
        "유엔 조사위원회는 북한의 인권침해가 현대 사회에서 유례를 찾아볼 수 없다고 하였습니다. 중국은 이를 부인하였습니다.",
    ]
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in words)
    source = tmp_path / "letter.docx"
    source.write_bytes(with_content_types(docx(body)))
    read = blocks_of(converted(source, "pdf", tmp_path).read_bytes(), "letter")
    assert [block.text for block in read.blocks] == words
    assert letter_of(read).date == "2024-01-03"
