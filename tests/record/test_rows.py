"""Rows of exports on the record, and a recommendation with everything that tells it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.mechanisms.exports import annotated, recommended, uhri_file, upr_info_file

from onrecord.errors import NotOnRecord
from onrecord.record.add import add_paths
from onrecord.record.places import parse_reference, places_at
from onrecord.record.record import Record
from onrecord.record.rows import parse_row, row_at
from onrecord.record.search import search

KOREA = "Accept the recommendations of UNHCR on refugees"


@pytest.fixture
def held(record: Record, tmp_path: Path, make_report) -> Record:
    """A record with a report on China and an export that tells its second recommendation."""
    report = make_report(tmp_path, 1)
    export = tmp_path / "upr info.csv"
    export.write_bytes(
        upr_info_file(
            [recommended("Other"), recommended(KOREA, From="Republic of Korea", Response="Accepted")]
        )
    )
    assert not add_paths(record, [report, export]).failed
    return record


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("14-17.csv, row 1234", ("14-17.csv", "row 1234")),
        ("upr info.csv row 7", ("upr info.csv", "row 7")),
        ("Export.XLSX, Sheet2, ROW 07", ("Export.XLSX, Sheet2", "row 7")),
        ("A/HRC/25/5, para. 186.241", None),
        ("row 7", None),
    ],
)
def test_a_row_is_named_by_its_file_and_number(text, named):
    assert parse_row(text) == named


def test_a_row_is_shown_as_it_stands_with_the_act_it_tells(held):
    row = row_at(held, "upr info.csv", "row 3")
    assert "From: Republic of Korea" in row.entries[0].as_printed
    assert (row.acts[0].entry.symbol, row.acts[0].entry.pinpoint) == ("A/HRC/99/1", "5.2")
    assert row.as_json()["entries"][0]["act"]["symbol"] == "A/HRC/99/1"


def test_a_row_that_no_report_tells_is_an_act_of_its_own(held):
    row = row_at(held, "upr info.csv", "row 2")
    assert row.acts[0].entry == row.entries[0]


@pytest.mark.parametrize(
    ("file", "place", "told"),
    [
        ("upr info.csv", "row 99", "no entry at row 99"),
        ("none.csv", "row 2", "none.csv is not on the record"),
    ],
)
def test_a_row_that_is_not_there_is_told_with_what_is(held, file, place, told):
    with pytest.raises(NotOnRecord, match=told):
        row_at(held, file, place)


def test_a_recommendation_tells_where_else_it_stands_and_takes_the_answer(held):
    symbol, pinpoints = parse_reference("A/HRC/99/1, 5.2")
    [place] = places_at(held, str(symbol), pinpoints)
    assert place.entries[0].position == "supported"
    [telling] = place.resolved[0].also
    assert (telling.entry.second_hand.file, telling.entry.pinpoint) == ("upr info.csv", "row 3")


def test_a_search_finds_rows_by_the_files_name(held):
    assert {hit.symbol for hit in search(held, "refugees")} == {"A/HRC/99/1", "upr info.csv"}
    [hit] = search(held, "refugees", symbol="upr info.csv")
    assert (hit.pinpoint, hit.by, hit.to) == ("row 3", ("KOR",), "CHN")


def test_an_export_of_the_index_is_kept_with_what_its_rows_say(record, tmp_path):
    file = tmp_path / "uhri.csv"
    file.write_bytes(uhri_file([annotated(), annotated(Text="9. It is concerned.", Type="Concerns")]))
    add_paths(record, [file])
    entries = record.entries(to="CHN")
    assert [(e.kind, e.second_hand.pinpoint) for e in entries] == [
        ("recommendation", "27"),
        ("observation", "9"),
    ]
    assert row_at(record, "uhri.csv", "row 3").acts[0].entry == entries[1]
