"""Concluding observations, general comments, views."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.model import Document, Paragraph
from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.lettered import lettered_items
from onrecord.mechanisms.observations import read_observations, treaty_body_kind
from onrecord.mechanisms.views import part_of, read_views

CONCLUDING = """\
United Nations
CAT/C/FRA/CO/9
Committee against Torture
Distr.: General
3 February 2016
Original: English
Concluding observations on the ninth periodic report of France
I. Introduction
1. The Committee against Torture considered the ninth periodic report of France (CAT/C/FRA/9).
II. Positive aspects
2. The Committee welcomes the ratification of the Protocol.
III. Principal subjects of concern and recommendations
Non-refoulement
3. The Committee is concerned at reports of returns without examination (arts. 2 and 3).
4. The Committee recommends that the State party:
(a) Establish a procedure under article 3 (a) of the Convention;
(b) Publish statistics; and
(c) Train its border guards.
5. The Committee is concerned at overcrowding. The State party should reduce it.
"""


def read(text: str, tmp_path: Path) -> Document:
    file = tmp_path / "observations.txt"
    file.write_text(text, encoding="utf-8")
    return read_document(file)


def test_what_a_committee_asks_is_an_entry_a_letter(tmp_path: Path) -> None:
    reading = read_entries(read(CONCLUDING, tmp_path))
    assert reading.kind == "concluding_observations"
    assert [(e.pinpoint, e.section) for e in reading.entries] == [
        ("1", "introduction"),
        ("2", "positive_aspects"),
        ("3", "concerns"),
        ("4 (a)", "recommendations"),
        ("4 (b)", "recommendations"),
        ("4 (c)", "recommendations"),
        ("5", "recommendations"),
    ]
    item = reading.entries[3]
    assert item.text == "Establish a procedure under article 3 (a) of the Convention"
    assert (item.kind, item.by, item.to, item.date) == ("observation", ("CAT",), "FRA", "2016-02-03")


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("CAT/C/CHN/CO/5", "concluding_observations"),
        ("CCPR/CO/84/SVN", "concluding_observations"),
        ("E/C.12/SVN/CO/2", "concluding_observations"),
        ("CEDAW/C/CHN/CO/7-8", "concluding_observations"),
        ("CAT/C/CHN/CO/5/Add.1", ""),
        ("CAT/C/GC/4", "general_comment"),
        ("CCPR/C/134/D/2836/2016", "views"),
        ("A/HRC/25/5", ""),
    ],
)
def test_the_symbol_tells_the_kind(symbol: str, kind: str) -> None:
    assert treaty_body_kind(Document("x", "0", "text", 1, (), symbol=symbol)) == kind


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("The facts as submitted by the author", "facts"),
        ("Complaint", "complaint"),
        ("State party’s observations on admissibility and the merits", "observations_of_state"),
        ("Author’s comments on the State party’s observations on admissibility", "comments_of_author"),
        ("Consideration of the merits", "consideration"),
        ("", "introduction"),
    ],
)
def test_the_parts_of_views_are_told_by_their_headings(heading: str, part: str) -> None:
    assert part_of(Paragraph("2.1", "x", 1, headings=(heading,))) == part


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("recommends that it: (a) Adopt; (b) Ensure; and (c) Train.", ["(a)", "(b)", "(c)"]),
        ("as in article 2 (a) and paragraph 5 (b) of it", []),
        ("it should: (a) act under article 4 (b); (b) stop", ["(a)", "(b)"]),
        ("it should: (a) act", []),
    ],
)
def test_letters_that_open_an_item(text: str, letters: list[str]) -> None:
    assert [item.letter for item in lettered_items(text)[1]] == letters


@pytest.mark.parametrize(
    ("name", "kind", "by", "facts"),
    [
        (
            "CCPR_C_134_D_2836_2016",
            "views",
            42,
            {"communication": "2836/2016", "state_party": "Kyrgyzstan", "articles": "2 (3), 6 (1) and 7"},
        ),
        (
            "CAT_C_45_D_339_2008",
            "views",
            42,
            {"communication": "339/2008", "state_party": "Denmark", "articles": "3"},
        ),
        ("CAT_C_GC_4", "general_comment", 51, {"committee": "CAT", "number": "4"}),
        ("CEDAW_C_GC_38", "general_comment", 122, {"committee": "CEDAW"}),
    ],
)
def test_real_documents_of_treaty_bodies(
    shared_data: Path, name: str, kind: str, by: int, facts: dict[str, str]
) -> None:
    reading = read_entries(read_document(shared_data / "treaty_bodies" / f"{name}.txt"))
    assert reading.kind == kind
    assert len(reading.entries) == by
    assert {name: reading.fact(name) for name in facts} == facts


texts = st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P", "Zs"]), max_size=60)
words = st.sampled_from(["The Committee recommends: ", "(a) Adopt; ", "(b) Ensure. ", "State party: ", ""])
paragraphs = st.builds(
    lambda number, parent, a, b, text: Paragraph(number, a + b + text, 1, parent),
    st.none() | st.sampled_from(["1", "2.1", "(a)"]),
    st.none() | st.just("1"),
    words,
    words,
    texts,
)
documents = st.builds(
    lambda symbol, front, found: Document("x", "0", "text", 1, tuple(found), front=front, symbol=symbol),
    st.sampled_from(["CAT/C/CHN/CO/5", "CAT/C/GC/4", "CCPR/C/134/D/2836/2016", "", "CAT/C/XXX/CO/1"]),
    st.tuples(texts, texts),
    st.lists(paragraphs, max_size=6),
)


@given(documents)
def test_any_document_is_read_and_every_entry_stands_in_it(document: Document) -> None:
    whole = [paragraph.text for paragraph in document.paragraphs]
    for read_it in (read_observations, read_views):
        for entry in read_it(document).entries:
            assert any(entry.text in text for text in whole)


@given(texts)
def test_items_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    _, items = lettered_items(text)
    assert all(a.end <= b.start for a, b in pairwise(items))
