"""The calendar of reviews: whose turn it was, when, and how that is known."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.un.review import (
    advance_question_deadline,
    cycle_of_session,
    review,
    review_of_report,
    review_on,
    reviews,
    reviews_of,
    session_named,
    sessions,
)


@pytest.mark.parametrize(
    ("session", "cycle"),
    [(1, 1), (12, 1), (13, 2), (26, 2), (27, 3), (40, 3), (41, 4), (54, 4), (0, None), (55, None)],
)
def test_a_session_belongs_to_a_cycle(session, cycle):
    assert cycle_of_session(session) == cycle


def test_china_was_reviewed_in_sessions_4_17_31_and_45():
    assert [(one.session, one.date) for one in reviews_of("CHN")] == [
        (4, "2009-02-09"),
        (17, "2013-10-22"),
        (31, "2018-11-06"),
        (45, "2024-01-23"),
    ]
    second = review("CHN", 2)
    assert second is not None
    assert (second.report, second.troika) == ("A/HRC/25/5", ("POL", "SLE", "ARE"))


def test_exceptions_of_the_order_are_stored():
    israel, sudan, guinea_bissau = review("ISR", 2), review("SSD", 1), review("GNB", 1)
    assert israel is not None
    assert israel.session == 17
    assert sudan is not None
    assert sudan.session == 11
    assert guinea_bissau is not None
    assert guinea_bissau.report == "A/HRC/15/10"
    assert review("UKR", 4) is None
    assert sessions()[36].start == "2020-11-02"
    assert review("VAT", 1) is None


def test_each_row_of_the_calendar_holds_together():
    assert set(sessions()) == set(range(1, 55))
    assert max(Counter((one.state.code, one.cycle) for one in reviews()).values()) == 1
    for one in reviews():
        assert cycle_of_session(one.session) == one.cycle
        assert one.evidence in ("seen", "by rule", "remembered")
        assert one.start <= one.end
        assert not one.date or one.start <= one.date <= one.end
        assert re.fullmatch(r"(?:A/HRC/\d+/\d+)?", one.report)
        assert len(one.troika) in (0, 2, 3)


def test_the_reports_name_their_reviews():
    reports = Counter(one.report for one in reviews() if one.report)
    assert len(reports) > 300
    found = review_of_report("A/HRC/11/25")
    assert found is not None
    assert (found.state.code, found.cycle) == ("CHN", 1)
    assert review_of_report("A/HRC/1/1") is None
    assert review_of_report("") is None


def test_a_day_falls_into_a_review():
    found = review_on("CHN", date(2024, 1, 23))
    assert found is not None
    assert found.cycle == 4
    assert review_on("CHN", date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    ("day", "deadline"),
    [
        (date(2024, 1, 23), date(2024, 1, 9)),
        (date(2014, 11, 4), date(2014, 10, 21)),
        (date(2019, 11, 12), date(2019, 10, 29)),
    ],
)
def test_advance_questions_are_due_ten_working_days_before(day, deadline):
    assert advance_question_deadline(day) == deadline


@given(st.dates(date(2008, 1, 1), date(2030, 1, 1)))
def test_ten_working_days_lie_between_the_deadline_and_the_review(day):
    deadline = advance_question_deadline(day)
    days = [deadline + timedelta(days=n) for n in range((day - deadline).days)]
    assert deadline.weekday() < 5
    assert sum(one.weekday() < 5 for one in days) == 10


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seventeenth", 17),
        ("first", 1),
        ("twentieth", 20),
        ("Twenty-first", 21),
        ("forty\ufffe\nfifth", 45),
        ("fiftieth", 50),
        ("17th", 17),
        ("22nd", 22),
        ("17", 17),
        ("last", None),
        ("seventeen", None),
        ("", None),
    ],
)
def test_an_ordinal_names_a_session(words, number):
    assert session_named(words) == number
