"""Dates as written, and the days that they allow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import WordError
from onrecord.un.dates import find_dates, find_dates_in_urls, find_relative_dates, parse_date

WRITTEN = [
    ("January 3, 2024", "2024-01-03"),
    ("16 December 2013", "2013-12-16"),
    ("3rd of May 2013", "2013-05-03"),
    ("Sept. 5, 2023", "2023-09-05"),
    ("1999.10.14", "1999-10-14"),
    ("2024. 1. 3", "2024-01-03"),
    ("2024-01-03", "2024-01-03"),
    ("2024년 1월 3일", "2024-01-03"),
    ("May 1999", "1999-05"),
    ("October 2006", "2006-10"),
    ("August 29", "XXXX-08-29"),
    ("5 October", "XXXX-10-05"),
    ("7–18 April 2008", "2008-04-07/2008-04-18"),
    ("28 April–9 May 2014", "2014-04-28/2014-05-09"),
    ("30 November 2009 to 11 December 2009", "2009-11-30/2009-12-11"),
    ("23 September to 8 October 2023", "2023-09-23/2023-10-08"),
    ("September 23 to October 8, 2023", "2023-09-23/2023-10-08"),
    ("the mid-1990s", "199X"),
    ("2003–2015", "2003/2015"),
    ("23/10/2023", "2023-10-23"),
    ("10/9/2023", "[2023-09-10,2023-10-09]"),
]


@pytest.mark.parametrize(("text", "edtf"), WRITTEN)
def test_a_date_has_one_edtf_form_alone_and_in_a_sentence(text, edtf):
    assert parse_date(text).edtf == edtf
    (found,) = find_dates(f"It was then ({text}), and no other day.")
    assert found.bounds.edtf == edtf
    assert found.bounds.as_written in text


def test_bounds_are_the_first_and_last_day():
    may = parse_date("May 1999")
    assert (may.low, may.high) == (date(1999, 5, 1), date(1999, 5, 31))
    february = parse_date("February 2024")
    assert february.high == date(2024, 2, 29)
    nineties = parse_date("mid 1990s")
    assert (nineties.low, nineties.high) == (date(1990, 1, 1), date(1999, 12, 31))
    undated = parse_date("August 29")
    assert (undated.low, undated.high) == (None, None)


def test_words_before_the_date_are_passed_over():
    assert parse_date("on the night of October 9, 2023").edtf == "2023-10-09"
    text = "detainees on the night of October 9, 2023, the day after"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "October 9, 2023"


def test_numbers_whose_order_is_open_are_ambiguous():
    (found,) = find_dates("The victims of the 10/9 repatriation")
    assert found.bounds.edtf == "[XXXX-09-10,XXXX-10-09]"
    assert found.bounds.is_ambiguous
    assert parse_date("10/9").is_ambiguous
    assert not parse_date("23/10/2023").is_ambiguous


def test_a_note_glued_to_the_year_is_no_part_of_it():
    text = "POW Han Man-taek in January 200519, three families in October 200620 and one in February 2017.21"
    assert [(text[found.start : found.end], found.bounds.edtf) for found in find_dates(text)] == [
        ("January 2005", "2005-01"),
        ("October 2006", "2006-10"),
        ("February 2017", "2017-02"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A/HRC/25/5 and resolution 5/1",
        "JAL CHN 8/2021",
        "186.66 and 186.241",
        "31 February 2020",
        "they may 2013 times march 12 miles",
        "at least 2,000 escapees",
        "https://www.hrw.org/news/2023/09/21/letter",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert find_dates(text) == []


def test_a_bare_year_needs_a_word_before_it():
    assert [
        found.bounds.edtf for found in find_dates("per year since 2013; the 1951 Refugee Convention")
    ] == ["2013"]


@pytest.mark.parametrize("text", ["", "foo", "31 February 2020", "13/13", "2023-13-01", "0/0", "May"])
def test_what_is_no_date_is_an_error(text):
    with pytest.raises(WordError, match="is no date"):
        parse_date(text)


@pytest.mark.parametrize(
    ("address", "edtf"),
    [
        ("https://www.hrw.org/news/2023/09/21/letter-human-rights-watch", "2023-09-21"),
        ("https://view.asiae.co.kr/article/2023102703091013187", "2023-10-27"),
        ("https://www.ohchr.org/en/press-releases/2023/10/china-must-not", "2023-10"),
        ("https://n.news.naver.com/mnews/article/001/0004479815?sid=100", None),
        ("https://www.refworld.org/docid/3ae6a8cc4.html", None),
        ("https://www.voakorea.com/a/7308447.html", None),
    ],
)
def test_a_web_address_may_carry_a_date(address, edtf):
    text = f"(see {address} )"
    found = find_dates_in_urls(text)
    assert [one.bounds.edtf for one in found] == ([edtf] if edtf else [])
    assert all(text[one.start : one.end] == one.bounds.as_written for one in found)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("this year", "2024"),
        ("last year", "2023"),
        ("last month", "2023-12"),
        ("next month", "2024-02"),
        ("yesterday", "2024-01-02"),
        ("last week", "2023-12-25/2023-12-31"),
        ("two years ago", "2022"),
    ],
)
def test_relative_words_are_found_and_tell_a_date_by_the_day_of_writing(words, edtf):
    text = f"40 others on September 18 {words}, and"
    (found,) = find_relative_dates(text)
    assert text[found.start : found.end] == found.as_written == words
    assert found.on(date(2024, 1, 3)).edtf == edtf


def test_the_last_year_of_something_is_told_by_that_thing():
    assert not list(find_relative_dates("their last year of school, the last day of the session"))


def test_two_dates_exclude_each_other_only_where_both_have_a_year():
    assert parse_date("October 29, 2023").excludes(parse_date("2023-10-27"))
    assert not parse_date("October 2023").excludes(parse_date("2023-10-27"))
    assert not parse_date("October 29").excludes(parse_date("2023-10-27"))


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y"]),
)
def test_every_day_is_read_back_from_its_written_form(day, form):
    bounds = parse_date(day.strftime(form))
    assert (bounds.low, bounds.high, bounds.edtf) == (day, day, day.isoformat())


@given(st.text(alphabet="0123456789/.-– JanuaryMoctberthe,일월년s", max_size=50) | st.text(max_size=50))
def test_any_text_is_read_or_refused_and_places_hold(text):
    for found in find_dates(text):
        assert text[found.start : found.end] == found.bounds.as_written
        assert found.bounds.low is None or found.bounds.high is None or found.bounds.low <= found.bounds.high
    for one in find_relative_dates(text):
        assert text[one.start : one.end] == one.as_written
    try:
        parse_date(text)
    except WordError:
        return


@given(st.text(max_size=10), st.text(alphabet="0123456789/-a?=&", max_size=30))
def test_dates_in_any_address_hold_their_places(text, path):
    whole = f"{text} https://example.org/{path}"
    for found in find_dates_in_urls(whole):
        assert whole[found.start : found.end] == found.bounds.as_written


@given(st.integers(-9999, 9999), st.dates(date(1901, 1, 1), date(2098, 1, 1)))
def test_any_number_of_years_or_days_ago_is_a_date_or_out_of_the_calendar(count, day):
    for found in find_relative_dates(f"{abs(count) % 100} months ago"):
        assert found.on(day).low is not None


@pytest.mark.corpus
def test_the_founding_letters_dates_are_read(shared_letter):
    text = shared_letter.read_text(encoding="utf-8")
    found = {one.bounds.as_written: one.bounds.edtf for one in find_dates(text)}
    for written, edtf in {
        "January 23, 2024": "2024-01-23",
        "16 December 2013": "2013-12-16",
        "May 1999": "1999-05",
        "23 September to 8 October 2023": "2023-09-23/2023-10-08",
        "14 July 2021": "2021-07-14",
        "July 2021": "2021-07",
        "1999.10.14": "1999-10-14",
        "mid 1990s": "199X",
    }.items():
        assert found[written] == edtf
    assert [one.as_written for one in find_relative_dates(text)] == ["this year"]
