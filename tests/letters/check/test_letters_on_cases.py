"""Slips in letters of counsel on a committee's decision: its day, its number, its articles, and notes in round brackets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from fake_record import FakeRecord, entry
from hypothesis import given
from hypothesis import strategies as st
from letters_of_rules import letter

from onrecord.citations.model import Span
from onrecord.citations.passages import find_sentences
from onrecord.documents.model import Document, Paragraph
from onrecord.letters.check.named_numbers import misheard, named_slips
from onrecord.letters.model import Finding
from onrecord.letters.read import parse_letter

Finds = Callable[[str, str], list[Finding]]

SYMBOL = "CCPR/C/99/D/2836/2016"
FACTS = "On 30 June 2010 he was arrested by eight police officers and brought to a hospital."
HELD = "The facts disclose a violation of articles 6 (1) and 7, read in conjunction with article 2 (3), of the Covenant."


@pytest.fixture
def case_held(record: FakeRecord) -> FakeRecord:
    paragraphs = (Paragraph("2.1", FACTS, 1), Paragraph("8", HELD, 1))
    record.held.append(
        Document("views.txt", "2" * 64, "txt", 1, paragraphs, symbol=SYMBOL, date="2022-11-15")
    )
    record.said += [
        replace(entry("statement", number, text, "CAN"), symbol=SYMBOL, to="NOR", by=(), date="2022-03-11")
        for number, text in (("2.1", FACTS), ("8", HELD))
    ]
    return record


@pytest.mark.parametrize(
    ("body", "rule", "told"),
    [
        ("On 15 November 2022 the Human Rights Committee found a violation", "day_not_in_source", "11 March 2022"),
        ("On 11 March 2022 the Human Rights Committee found a violation", "day_not_in_source", ""),
        ("On 15 November 2022 we wrote to the Human Rights Committee on the violation", "day_not_in_source", ""),
        ("In communication No. 2386/2016 it found a violation", "contradictory_reference", "2836/2016"),
        ("In communication No. 2836/2016 it found a violation", "contradictory_reference", ""),
        ("In communication No. 1471/2006 it found a violation", "contradictory_reference", ""),
        ("It found a violation of articles 6 (1) and 9 of the Covenant", "number_not_in_source", "2, 7"),
        ("It found a violation of articles 6 (1) and 7 of the Covenant", "number_not_in_source", ""),
        ("He was arrested by eighteen police officers", "number_not_in_source", "8"),
        ("He was arrested by eight police officers", "number_not_in_source", ""),
        ("He was arrested by five police officers", "number_not_in_source", ""),
    ],
)  # fmt: skip
def test_what_a_letter_says_of_a_case_is_held_against_the_decision(
    case_held: FakeRecord, finds: Finds, body: str, rule: str, told: str
) -> None:
    assert case_held.document(SYMBOL) is not None
    note = f"{SYMBOL}, paras. 2.1 and 8"
    found = finds(rule, letter(f"{body}.[^1]", note))
    assert [told in f"{f.message} {f.suggestion}" for f in found] == ([True] if told else [])


def test_the_paragraph_of_an_article_calls_no_note() -> None:
    text = (
        "Re: a case\n\nIt found a violation of articles 6 (1) and 7, read with article 2 (3), of the Covenant.(1) It asked "
        "for news within 180 days.(2) More than a year has gone by.(3)\n\nCounsel\n\nNotes\n(1) CAT/C/GC/4, para. 9.\n"
        "(2) Ibid., para. 10.\n(3) Ibid., para. 11.\n"
    )
    markers = parse_letter(text, "letter.txt").markers
    assert [text[m.span.start - 2 : m.span.end + 1] for m in markers] == [".(1)", ".(2)", ".(3)"]


def test_a_marker_in_round_brackets_ends_its_sentence() -> None:
    text = "He died on 11 July 2010.(3) The next day they met. See art.(2) of it."
    found = find_sentences(text, Span(0, len(text)))
    assert [text[one.start : one.end] for one in found] == [
        "He died on 11 July 2010.(3)",
        "The next day they met.",
        "See art.(2) of it.",
    ]


@pytest.mark.parametrize(
    ("own", "source", "told"),
    [
        ("until the sixteenth session of the Council", "by the Human Rights Council at its seventeenth session", "seventeenth"),
        ("until the 17th session of the Council", "by the Human Rights Council at its seventeenth session", ""),
        ("the tenth session of the Working Group", "by the Human Rights Council at its seventeenth session", ""),
        ("by the sixteenth session of the Council", "the second session of the Council, the third session of the Council", ""),
    ],
)  # fmt: skip
def test_a_session_of_the_council_is_that_of_the_source(own: str, source: str, told: str) -> None:
    slips = list(named_slips(own, source, of_case=False))
    assert [slip.other for slip in slips] == ([f"{told} session"] if told else [])


@given(st.integers(min_value=-5, max_value=200))
def test_what_is_misheard_for_a_number_is_misheard_the_other_way(value: int) -> None:
    assert all(value in misheard(other) and other != value for other in misheard(value))
