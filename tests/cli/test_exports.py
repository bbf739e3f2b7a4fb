"""Exports at the command line."""

from __future__ import annotations

import json

import pytest
from tests.mechanisms.exports import recommended, upr_info_file


@pytest.fixture
def with_export(filled, tmp_path):
    """A record with two reports and an export whose name says nothing of its content."""
    rows = [
        recommended(
            "Accept the recommendations of UNHCR on refugees", From="Republic of Korea", Response="Accepted"
        ),
        recommended(""),
        recommended(From="&#40;Unknown&#41;"),
    ]
    (tmp_path / "table.dat").write_bytes(upr_info_file(rows))
    added = filled("add", tmp_path / "table.dat")
    assert added.exit_code == 0, added.output
    return filled


def test_an_export_is_listed_by_the_name_of_its_file(with_export):
    assert "table.dat" in with_export("documents").stdout


def test_a_recommendation_is_shown_with_the_row_that_tells_it(with_export):
    shown = with_export("show", "A/HRC/99/1, 5.2").stdout
    assert "also in: UPR Info (table.dat, row 2): accepted, action category 5" in shown


def test_a_row_is_shown_by_file_and_number(with_export):
    shown = with_export("show", "table.dat, row 2").stdout
    assert "From: Republic of Korea" in shown
    assert "the act: A/HRC/99/1, para. 5.2" in shown
    told = json.loads(with_export("show", "table.dat, row 2", "--json").stdout)
    assert told["entries"][0]["second_hand"]["source"] == "UPR Info"


def test_a_search_names_rows_by_file_and_number(with_export):
    assert (
        "table.dat, row 2  recommendation by KOR to CHN"
        in with_export("search", "UNHCR", "--in", "table.dat").stdout
    )


def test_a_trace_lists_an_act_once(with_export):
    told = json.loads(with_export("trace", "CHN", "--about", "UNHCR", "--json").stdout)
    raised = [hit for review in told["reviews"] for hit in review["raised"]]
    places = [(hit["symbol"], hit["pinpoint"]) for hit in raised]
    assert len(places) == len(set(places))
    assert all(symbol for symbol, _ in places)


def test_broken_rows_are_told_when_the_file_is_read(with_export, tmp_path):
    told = json.loads(with_export("read", tmp_path / "table.dat", "--json").stdout)[0]
    assert "table.dat, row 3: no text, so the row is left out." in told["doubts"]
    assert "table.dat, row 4: “(Unknown)” names no recommending State." in told["doubts"]


def test_an_export_is_described_by_the_name_of_its_file_with_its_doubts(with_export):
    shown = with_export("show", "table.dat").stdout
    assert "upr info export; 2 entries" in shown
    assert "doubt: table.dat, row 3: no text, so the row is left out." in shown
    assert json.loads(with_export("show", "table.dat", "--json").stdout)["entries"] == 2


def test_what_is_neither_symbol_nor_file_is_told_as_before(with_export):
    assert with_export("show", "nothing.csv").exit_code == 2
