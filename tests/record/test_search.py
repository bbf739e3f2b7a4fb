from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.record.search import search


def places(record, query, **filters):
    return {hit.pinpoint for hit in search(record, query, **filters)}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("refugees", {"28 (b)", "186.1"}),
        ("recommend", {"28", "186.1"}),
        ("accepted", {"186.1"}),
        ('"refugee issues"', {"186.1"}),
        ('"refugees issues"', set()),
        ("refoul*", {"28 (b)"}),
        ("non-refoulement", {"28 (b)"}),
        ("nonrefoulement", set()),
        ("delegations", {"1"}),
        ("DÉLÉGATIONS", {"1"}),
        ("courts or unhcr", {"28 (a)", "186.1"}),
        ("refugee NOT unhcr", {"28 (b)"}),
        ("asylum", {"1, note ***"}),
        ("강제송환", {"29"}),
        ("송환", {"29"}),
        ("강환", set()),
        ("難民", {"29"}),
        ("courts refugees", {"28"}),
    ],
)
def test_words_find_the_places_that_hold_them_once_each(record, china, typed, found):
    assert places(record, typed) == found


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"by": "CAN"}, {"28 (b)", "186.1"}),
        ({"by": "KOR"}, {"186.1"}),
        ({"by": "USA"}, set()),
        ({"to": "CHN"}, {"28 (b)", "186.1"}),
        ({"to": "USA"}, set()),
        ({"cycle": 2}, {"28 (b)", "186.1"}),
        ({"cycle": 1}, set()),
        ({"kind": "recommendation"}, {"28 (b)", "186.1"}),
        ({"kind": "paragraph"}, {"28", "186.1"}),
        ({"position": "pending"}, {"186.1"}),
        ({"symbol": "A/HRC/99/1"}, {"28 (b)", "186.1"}),
        ({"symbol": "A/HRC/99/2"}, set()),
    ],
)
def test_filters_narrow_what_is_found(record, china, filters, found):
    assert places(record, "refugee", **filters) == found


def test_a_hit_tells_who_said_it_to_whom_and_marks_the_words(record, china):
    hit = search(record, "unhcr refugees")[0]
    assert (hit.symbol, hit.pinpoint, hit.page, hit.kind) == ("A/HRC/99/1", "186.1", 3, "recommendation")
    assert (hit.by, hit.to) == (("KOR", "CAN"), "CHN")
    assert hit.snippet == "Accept the recommendations of «UNHCR» on «refugee» issues"


def test_a_snippet_in_korean_is_as_written(record, china):
    assert search(record, "송환")[0].snippet.startswith("한국은 강제«송환»을 우려했다.")


def test_the_number_of_hits_can_be_bounded(record, china):
    assert len(search(record, "refugee", limit=1)) == 1


@pytest.mark.parametrize("filters", [{"kind": "wish"}, {"position": "accepted"}])
def test_a_kind_or_position_that_does_not_exist_gets_help(record, filters):
    with pytest.raises(UsageError, match="There is no"):
        search(record, "refugee", **filters)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from('ab*"()-:^{}+. ORANDNOTEÉ한”\0'), max_size=25))
def test_no_search_ever_shows_an_error_of_the_database(record, typed):
    try:
        search(record, typed)
    except UsageError:
        return


def test_a_document_without_a_symbol_is_found_under_its_file_s_name(record, keep, china):
    keep(dataclasses.replace(china, sha256="a" * 64, symbol="", name="circular.pdf"))
    assert {hit.symbol for hit in search(record, "unhcr")} == {"A/HRC/99/1", "circular.pdf"}
