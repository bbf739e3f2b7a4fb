"""Resolutions, decisions and roll-call votes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.model import Document, Paragraph
from onrecord.documents.read import read_document
from onrecord.mechanisms.council import read_council
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.votes import votes

RESOLUTION = """\
United Nations
A/HRC/RES/99/25
General Assembly
Distr.: General
Human Rights Council
Resolution adopted by the Human Rights Council
99/25. Situation of human rights in Freedonia
The Human Rights Council,
Recalling all previous resolutions,
1. Condemns in the strongest terms the violations;
2. Strongly urges the Government of China to respect the principle of non-refoulement;
3. Calls upon all States to cooperate;
4. Decides to remain seized of the matter.
56th meeting
28 March 2014
[Adopted by a recorded vote of 3 to 2, with 1 abstention. The voting was as follows:
In favour: Argentina, Austria, Republic of Korea
Against: China, Viet Nam
Abstaining: India]
"""


def test_operative_paragraphs_and_the_vote(tmp_path: Path) -> None:
    file = tmp_path / "resolution.txt"
    file.write_text(RESOLUTION, encoding="utf-8")
    reading = read_entries(read_document(file))
    assert reading.kind == "resolution"
    operative = [entry for entry in reading.entries if entry.section == "operative"]
    assert [(e.pinpoint, e.by, e.to) for e in operative] == [
        ("1", ("HRC",), ""),
        ("2", ("HRC",), "CHN"),
        ("3", ("HRC",), ""),
        ("4", ("HRC",), ""),
    ]
    assert [fact.value for fact in reading.facts if fact.name == "operative_verb"] == [
        "1: Condemns",
        "2: Strongly urges",
        "3: Calls upon",
        "4: Decides",
    ]
    cast = {entry.position_as_written: entry.by for entry in reading.entries if entry.kind == "vote"}
    assert cast == {"In favour": ("ARG", "AUT", "KOR"), "Against": ("CHN", "VNM"), "Abstaining": ("IND",)}
    assert reading.doubts == ()


def made(*texts: str) -> Document:
    return Document("x", "0", "text", 1, tuple(Paragraph(str(n), text, 1) for n, text in enumerate(texts, 1)))


def test_a_list_that_does_not_match_the_result_is_a_doubt() -> None:
    document = made("A vote. In favour: China, India Against: Chile", "It was adopted by 3 votes to 1.")
    _, doubts = votes(document)
    assert doubts == ("para. 1: 2 States in favour, the result says 3",)


def test_words_against_something_are_no_vote() -> None:
    assert votes(made("Crimes against: a study. Against this background, China spoke.")) == ((), ())


@pytest.mark.parametrize(
    ("name", "headings", "doubts"),
    [
        ("cycle1/g1217781.pdf", {"without a vote": 64, "In favour": 6, "Against": 6, "Abstaining": 6}, 0),
        ("cycle3/g2110341.pdf", {"without a vote": 41, "In favour": 14, "Against": 14, "Abstaining": 14}, 0),
        ("cycle3/g2007307.pdf", {"without a vote": 1}, 0),
    ],
)
def test_votes_in_real_documents_add_up(
    shared_data: Path, name: str, headings: dict[str, int], doubts: int
) -> None:
    reading = read_entries(read_document(shared_data / "slovenia" / name))
    assert Counter(entry.position_as_written for entry in reading.entries if entry.kind == "vote") == headings
    assert len(reading.doubts) == doubts


texts = st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P", "Zs"]), max_size=40)
pieces = st.sampled_from(
    ["In favour: China, India ", "Against: ", "by 2 votes to none", "adopted without a vote", ""]
)


@given(st.lists(st.builds(lambda a, text, b: a + text + b, pieces, texts, pieces), max_size=5))
def test_any_document_is_read_and_every_entry_stands_in_it(found: list[str]) -> None:
    document = made(*found)
    assert all(any(entry.text in text for text in found) for entry in read_council(document).entries)
