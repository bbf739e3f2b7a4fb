"""Plain text bytes to lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.documents.read import read_document
from onrecord.documents.text import decoded, text_lines
from onrecord.errors import UnreadableDocument


def passed_through_utf8(text: str) -> bytes:
    """What a program makes of UTF-16 that it takes for UTF-8: its mark and bytes over 127 are lost."""
    return (
        text.encode("utf-16-le", "surrogatepass")
        .join([b"\xff\xfe", b""])
        .decode("utf-8", errors="replace")
        .encode()
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Committee’s “views” – final", "The Committee’s “views” – final"),
        ("communication No.\u00a02836/2016", "communication No. 2836/2016"),
        ("Mr. Đurđević", "Mr. Đurđević"),
        ("The author, Mr. Gómez, claims", "The author, Mr. G\ufffdmez, claims"),
    ],
)
def test_utf16_taken_for_utf8_is_brought_back_as_far_as_it_goes(text: str, expected: str) -> None:
    assert decoded(passed_through_utf8(text), "views.txt") == expected


def test_bytes_changed_for_good_are_refused_with_that_reason() -> None:
    data = "\ufffd".encode() * 2 + b"\x11\xe0\xa1\xb1" + bytes(range(1, 9)) * 50 + b"\x00" * 500
    with pytest.raises(UnreadableDocument, match="changed for good"):
        decoded(data, "comment.txt")


def test_running_heads_with_the_symbol_part_pages() -> None:
    page = "A/HRC/WG.6/28/UKR/2\nText of page {0}.\n{0}\n\n"
    count, lines = text_lines("".join(page.format(n) for n in range(1, 5)).encode(), "x.txt")
    assert count == 5
    assert [line.page for line in lines if line.text.startswith("Text")] == [2, 3, 4, 5]


VIEWS = """\
United Nations
Human Rights Committee
Distr.: General
State party:Freedonia
1.1The author is A. B., a national of Freedonia.
1.2The author is represented by counsel.
Facts as presented by the author
2.1On 30 June 2010, the author was arrested.
2.2He was held for 3.5 hours.
Complaint
3.The author claims a violation of article 7.
GE.08-402624.The State party disagrees.
"""


def test_the_paragraphs_of_views_are_numbered_without_a_gap(tmp_path: Path) -> None:
    file = tmp_path / "views.txt"
    file.write_text(VIEWS, encoding="utf-8")
    document = read_document(file)
    found = [(p.pinpoint, p.heading) for p in document.paragraphs]
    assert found == [
        ("1.1", ""),
        ("1.2", ""),
        ("2.1", "Facts as presented by the author"),
        ("2.2", "Facts as presented by the author"),
        ("3", "Complaint"),
        ("4", "Complaint"),
    ]


LONG_HEADING = (
    "X.Specific requirements for the submission of individual communications under article 22 of the Convention "
    "and interim measures of protection"
)


def test_a_heading_on_one_long_line_of_plain_text_is_no_part_of_the_paragraph_before(tmp_path: Path) -> None:
    text = VIEWS.replace("Complaint\n", f"{LONG_HEADING}\nA.Admissibility\n")
    file = tmp_path / "comment.txt"
    file.write_text(text, encoding="utf-8")
    found = [(p.pinpoint, p.text, p.headings) for p in read_document(file).paragraphs][3:5]
    assert found[0][:2] == ("2.2", "He was held for 3.5 hours.")
    assert found[1][0] == "3"
    assert found[1][2] == (LONG_HEADING, "A.Admissibility")


def test_a_long_line_that_begins_as_a_heading_does_stays_in_its_paragraph(tmp_path: Path) -> None:
    words = (
        "X. claims that he was held in a cell without a window for as long as the investigation went on and that no "
        "lawyer was ever let in to see him there."
    )
    file = tmp_path / "views.txt"
    file.write_text(VIEWS.replace("2.2He", f"{words}\n2.2He"), encoding="utf-8")
    document = read_document(file)
    assert words in document.paragraphs[2].text
