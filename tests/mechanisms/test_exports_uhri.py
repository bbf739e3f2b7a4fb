"""Exports of the Universal Human Rights Index, spelled as OHCHR spells them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.mechanisms.exports import UHRI, UPR_INFO, annotated, as_record, as_workbook, reading_of, uhri_file

from onrecord.documents.model import Document, Table
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.export_rows import values_in
from onrecord.mechanisms.model import PositionAt

REVIEW = {
    "Document Symbol": "A/HRC/25/5",
    "Reccomending Body": "- UPR",
    "UPR Session": "17",
    "UPR Reccomending States": "- Czech Republic",
    "UPR Position": "- Noted",
    "Text": "186.241. Protect North Korean refugees in accordance with international law (Czech Republic);"
    "\nSource of position: A/HRC/25/5/Add.1 - Para. 186.241.",
}
JSON_KEYS = {
    "OHCHR Annotation Id": "AnnotationId",
    "Document Symbol": "Symbol",
    "Document Publication Date": "PublicationDate",
    "Reccomending Body": "Body",
    "Type": "AnnotationType",
    "Countries Concerned": "Countries",
    "Themes": "Themes",
    "Affected Persons": "AffectedPersons",
    "Sdgs": "Sdgs",
    "Text": "Text",
}


def entry_of(**cells: str):
    return reading_of(uhri_file([annotated(**cells), annotated(Text="Another.")])).entries[0]


def test_a_row_is_an_entry_with_the_body_the_paragraph_and_the_labels():
    entry = entry_of()
    assert (entry.kind, entry.pinpoint, entry.by, entry.to) == ("recommendation", "row 2", ("CEDAW",), "CHN")
    assert entry.text.startswith("The Committee urges")
    assert entry.themes == (
        "Violence against women",
        "Legal & institutional reform",
        "Affected persons: Women & girls",
        "SDG: 5 - GENDER EQUALITY",
    )
    hand = entry.second_hand
    assert (hand.source, hand.file, hand.symbol, hand.pinpoint, hand.id) == (
        "UHRI",
        "export.csv",
        "CEDAW/C/CHN/CO/7-8",
        "27",
        "0a0c9531",
    )
    assert entry.position is None


def test_a_row_of_the_review_has_its_states_number_position_and_where_it_stands():
    entry = entry_of(**REVIEW)
    assert (entry.by, entry.cycle, entry.session, entry.date) == (("CZE",), 2, 17, "2013-10-22")
    assert entry.second_hand.pinpoint == "186.241"
    assert entry.text.endswith("(Czech Republic);")
    assert (entry.position, entry.position_as_written) == ("noted", "Noted")
    assert entry.position_at == PositionAt("A/HRC/25/5/Add.1", "186.241")
    assert "OHCHR" in entry.inferred[0].evidence


def test_the_columns_are_known_when_later_files_spell_them_right():
    headings = [name.replace("Reccomending", "Recommending") for name in UHRI]
    row = annotated(**REVIEW)
    entry = reading_of(uhri_file([row, annotated()], headings)).entries[0]
    assert (entry.by, entry.session) == (("CZE",), 17)


def test_a_workbook_gives_the_same_entries_as_the_table_of_text():
    rows = [annotated(**REVIEW), annotated()]
    book = reading_of(as_workbook([UHRI, *rows]), "export.csv").entries
    assert book == reading_of(uhri_file(rows)).entries


def test_the_json_form_gives_the_same_entries_as_the_spreadsheet():
    rows = [annotated(), annotated(Type="Concerns/Observations", Text="9. It is concerned.")]
    sheet = reading_of(uhri_file(rows)).entries
    data = json.dumps([as_record(row, JSON_KEYS) for row in rows]).encode()
    records = reading_of(data, "export.json").entries
    assert [(e.kind, e.by, e.to, e.themes, e.text, e.date) for e in records] == [
        (e.kind, e.by, e.to, e.themes, e.text, e.date) for e in sheet
    ]
    assert [e.pinpoint for e in records] == ["row 1", "row 2"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("41957", "2014-11-14"),
        ("41957.0", "2014-11-14"),
        ("2014-11-14", "2014-11-14"),
        ("2014-11-14T00:00:00", "2014-11-14"),
        ("14 November 2014", "2014-11-14"),
        ("", ""),
        ("11/12/2014", ""),
        ("lately", ""),
    ],
)
def test_a_date_is_read_from_a_serial_number_or_words_and_left_open_where_it_may_be_two(written, day):
    assert entry_of(**{"Document Publication Date": written}).date == day


def test_a_row_about_several_states_is_an_entry_for_each():
    reading = reading_of(
        uhri_file([annotated(**{"Countries Concerned": "- China\n- Mongolia"}), annotated()])
    )
    assert [(e.pinpoint, e.part, e.to) for e in reading.entries[:2]] == [
        ("row 2", 1, "CHN"),
        ("row 2", 2, "MNG"),
    ]


def test_china_is_known_with_its_regions_in_brackets():
    assert (
        entry_of(**{"Countries Concerned": "- China (including Hong Kong, China and Macao, China)"}).to
        == "CHN"
    )


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"Document Symbol": "no symbol"}, "“no symbol” is no symbol of a document"),
        ({"Countries Concerned": "- Atlantis"}, "“Atlantis” is no State's name"),
        ({"Document Publication Date": "lately"}, "“lately” is no date of one day"),
        ({**REVIEW, "UPR Reccomending States": "- Atlantis"}, "“Atlantis” names no recommending State"),
        ({"Text": ""}, "no text, so the row is left out"),
    ],
)
def test_a_doubt_names_the_file_and_the_row(cells, told):
    doubts = reading_of(uhri_file([annotated(**cells), annotated()]), "u.csv").doubts
    assert f"u.csv, row 2: {told}." in doubts


def test_the_real_sample_has_one_entry_a_record(shared_data):
    file = shared_data / "uhri" / "sample.json"
    reading = reading_of(file.read_bytes(), file.name)
    assert len(reading.entries) == 15
    assert reading.doubts == ()
    assert {e.second_hand.symbol for e in reading.entries} == {"E/C.12/AUS/CO/6"}
    assert {e.second_hand.pinpoint for e in reading.entries} == {str(n) for n in range(3, 18)}


labels = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(str.strip)


@given(st.lists(labels.filter(lambda label: label.strip(" -–•*\t") == label and label), unique=True))
def test_the_values_of_a_cell_come_out_as_they_went_in(values):
    assert values_in("\n".join(f"- {value}" for value in values)) == tuple(values)


cells = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["- China", "UPR", "9" * 5000, "41957", "- Norway\n- Atlantis", "A/HRC/25/5", "\u0662\u0663", "1. a"]
    ),
)


@given(st.sampled_from([UHRI, UPR_INFO]), st.lists(st.lists(cells, min_size=14, max_size=14), max_size=6))
def test_whatever_the_cells_hold_every_row_is_read_or_told(headings, rows):
    table = Table((headings, *(tuple(row[: len(headings)]) for row in rows)))
    reading = read_entries(Document("x.csv", "0" * 64, "csv", 1, (), tables=(table,)))
    places = {entry.pinpoint for entry in reading.entries}
    for number, row in enumerate(table.rows[1:], 2):
        told = any(f"row {number}:" in doubt or f"{number}" in doubt for doubt in reading.doubts)
        assert f"row {number}" in places or told or not any(cell.strip() for cell in row)
