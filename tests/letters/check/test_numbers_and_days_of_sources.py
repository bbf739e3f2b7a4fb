"""Numbers and days of the letter's own words, against the paragraph that is cited for them; reviews told by number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from fake_record import FakeRecord
from letters_of_rules import letter

from onrecord.documents.model import Paragraph
from onrecord.letters.model import Finding
from onrecord.letters.read import parse_letter

Finds = Callable[[str, str], list[Finding]]
TOLD = (
    "By its own account 12,845 titles had been registered for 500,000 families in 47 districts on 3 May 2012, after talks from "
    "4 to 9 March 2012; 34 per cent of the people use the net, and around fifty countries keep the penalty."
)


@pytest.fixture
def told(record: FakeRecord) -> FakeRecord:
    held = record.held[0]
    record.held[0] = replace(held, paragraphs=(*held.paragraphs, Paragraph("44", TOLD, 2)))
    return record


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("It registered 12,854 titles", ["12,845"]),
        ("It registered them for 50,000 families", ["500,000"]),
        ("By then 43 per cent of the people used the net", ["34"]),
        ("Some 15 countries keep it", ["50"]),
        ("It registered 12,845 titles for 500,000 families, and 34 per cent use the net", []),
        ("Nearly 13,000 titles were registered", []),
        ("Some 48 countries keep it", []),
        ("In 2013 it told of Law 74 and of article 74", []),
        ("With 453 lawyers we asked for more", []),
        ("It registered more than 12,854 titles", ["12,845"]),
        ("In more than 57 districts they were counted", ["47"]),
        ("In more than 40 districts they were counted", []),
        ("It told of 12,845 titles in 74 districts, by our count", []),
    ],
)
def test_a_number_is_held_against_the_cited_paragraph(finds: Finds, words: str, meant: list[str]) -> None:
    found = finds("number_not_in_source", letter(f"{words} (A/HRC/90/7, para. 44)."))
    assert [f.suggestion.removesuffix(".").rpartition(": ")[2] for f in found] == meant


def test_the_number_of_a_law_is_held_against_the_cited_paragraph(told: FakeRecord, finds: Finds) -> None:
    held = told.held[0]
    told.held[0] = replace(
        held, paragraphs=(*held.paragraphs, Paragraph("45", "ILO Convention 169 (1989) binds it.", 2))
    )
    wrong, right = (letter(f"It spoke of ILO Convention {n} (A/HRC/90/7, para. 45).") for n in ("196", "169"))
    assert ["169" in f.message for f in finds("number_not_in_source", wrong)] == [True]
    assert finds("number_not_in_source", right) == []


def test_a_number_without_a_source_on_the_record_is_left_alone(finds: Finds) -> None:
    assert finds("number_not_in_source", letter("It registered 12,854 titles (A/HRC/91/7, para. 44).")) == []
    assert finds("number_not_in_source", letter("It registered 12,854 titles.")) == []


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("on 3 May 2013", 1),
        ("on 3 June 2012", 1),
        ("on 13 May 2012", 1),
        ("on 3 May 2012", 0),
        ("on 6 March 2012", 0),
        ("on 8 July 2015", 0),
        ("on 21 May 2012", 0),
    ],
)
def test_a_day_is_held_against_the_cited_paragraph(finds: Finds, words: str, count: int) -> None:
    assert (
        len(finds("day_not_in_source", letter(f"It told of this {words} (A/HRC/90/7, para. 44)."))) == count
    )


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("It was reviewed for the second time on 22 October 2013 (A/HRC/90/7, para. 1).", 1),
        ("The second review took place on 24 October 2013 (A/HRC/90/7, para. 1).", 1),
        ("It told of this on 24 October 2013, in the second review (A/HRC/90/7, para. 43).", 1),
        ("On 24 October 2013 Norway was reviewed for the second time (A/HRC/90/7, para. 1).", 1),
        (
            "On 21 October 2013, days after the storm, Norway was reviewed for the first time (A/HRC/90/7, para. 1).",
            1,
        ),
        ("2013년 10월 24일 노르웨이의 제2차 검토에서 일본이 말하였습니다.", 1),
        ("2013년 10월 24일 노르웨이는 두 번째 보편적 정례인권검토를 받았습니다.", 1),
        ("It was reviewed for the second time on 21 October 2013 (A/HRC/90/7, para. 1).", 0),
        ("On 24 October 2013, after the second review, we met in Oslo (A/HRC/90/7, para. 1).", 0),
        ("The report of the second review was adopted on 24 October 2013 (A/HRC/90/7, para. 1).", 0),
        ("The review was held on 22 October 2013, and more was said. See A/HRC/90/7, para. 28.", 1),
        ("The Working Group adopted its report on 25 October 2013, as planned. See A/HRC/90/7, para. 28.", 1),
        ("The Working Group adopted its report on 24 October 2013, as planned. See A/HRC/90/7, para. 28.", 0),
        ("The first review took place on 24 October 2013 by the Committee (A/HRC/90/7, para. 1).", 0),
        ("2013년 10월 21일 노르웨이의 제2차 검토에서 일본이 말하였습니다.", 0),
    ],
)
def test_the_day_of_a_review_told_by_its_number(finds: Finds, body: str, count: int) -> None:
    assert len(finds("wrong_review", letter(body))) == count


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Re: ahead of Norway’s second Universal Periodic Review\n\nWe write to you.", 1),
        ("Norway will come before the Working Group for the second time.", 1),
        ("Norway will be reviewed for the second time.", 1),
        ("Re: ahead of Norway’s fourth Universal Periodic Review\n\nWe write to you.", 0),
        ("Re: what became of Norway’s second Universal Periodic Review\n\nWe write to you.", 0),
        ("Re: thanks for Norway’s second Universal Periodic Review\n\nWe write to you.", 0),
        ("Ahead of Norway’s second Universal Periodic Review we wrote to you.", 0),
    ],
)
def test_a_review_that_was_held_is_not_to_come(finds: Finds, body: str, count: int) -> None:
    found = finds("wrong_review", letter(body))
    assert [("21 October 2013" in f.message) for f in found] == [True] * count


def test_the_byline_of_a_page_dates_its_letter() -> None:
    text = "A letter\n\nPosted on 18 September 2017 by Lawyers at the Gate\n\nDear Minister,\n"
    assert parse_letter(text, "x").date == "2017-09-18"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Denmark looked forward to explanations on refugees from the north (A/HRC/90/7, para. 30).", 1),
        ("덴마크는 북쪽 난민에 관한 설명을 요청하였습니다 (A/HRC/90/7, para. 30).", 1),
        ("The Netherlands looked forward to explanations on refugees (A/HRC/90/7, para. 30).", 0),
        ("Denmark asked, as the Netherlands had, for explanations on refugees (A/HRC/90/7, para. 30).", 0),
        ("Much was said; Denmark had asked for explanations on refugees (A/HRC/90/7, para. 30).", 1),
        (
            "Canada spoke first (A/HRC/90/7, para. 28); the Netherlands asked about refugees (A/HRC/90/7, para. 30).",
            0,
        ),
        ("Denmark keeps a list of refugees from the north (A/HRC/90/7, para. 30).", 0),
        ("네덜란드는 북쪽 난민에 관한 설명을 요청하였습니다 (A/HRC/90/7, para. 30).", 0),
    ],
)
def test_a_statement_told_in_other_words_is_held_against_its_speaker(
    finds: Finds, body: str, count: int
) -> None:
    assert [f.severity for f in finds("wrong_recommending_state", letter(body))] == ["warning"] * count
