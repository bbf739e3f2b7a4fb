"""UPR Info's table: a row is an entry, and nothing is lost or doubled in silence."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.mechanisms.exports import reading_of, recommended, upr_info_file

from onrecord.mechanisms.model import Reading


def test_a_file_in_mac_roman_with_carriage_returns_is_read_row_by_row():
    reading = reading_of(
        upr_info_file([recommended("Follow the Haute Autorité"), recommended("Ratify ILO 169")])
    )
    assert reading.kind == "upr_info_export"
    assert [(e.pinpoint, e.text) for e in reading.entries] == [
        ("row 2", "Follow the Haute Autorité"),
        ("row 3", "Ratify ILO 169"),
    ]


def test_an_entry_has_its_review_its_source_its_action_and_its_issues():
    entry = reading_of(upr_info_file([recommended()]), "14-17.csv").entries[0]
    assert (entry.kind, entry.symbol, entry.section) == ("recommendation", "", "export")
    assert (entry.by, entry.to, entry.cycle, entry.session) == (("NOR",), "CHN", 2, 17)
    assert (entry.action, entry.themes) == ("5", ("International instruments", "Justice"))
    hand = entry.second_hand
    assert hand is not None
    assert (hand.source, hand.file, hand.symbol) == ("UPR Info", "14-17.csv", "A/HRC/25/5")
    assert "Issue: International instruments,Justice" in entry.as_printed


@pytest.mark.parametrize(
    ("response", "position"),
    [
        ("Accepted", "supported"),
        ("Noted", "noted"),
        ("Rejected", "noted"),
        ("Pending", "pending"),
        ("No response", "not_stated"),
        ("General Response", "not_stated"),
    ],
)
def test_an_answer_is_kept_as_written_with_its_value_and_who_normalised_it(response, position):
    entry = reading_of(upr_info_file([recommended(Response=response)])).entries[0]
    assert (entry.position, entry.position_as_written) == (position, response)
    if position in {"supported", "noted"}:
        assert "normalised by UPR Info" in entry.inferred[0].evidence


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DPR Korea", "PRK"),
        ("Macedonia FYR", "MKD"),
        ("Republic of Congo", "COG"),
        ("Trinidad & Tobago", "TTO"),
        ("Holy See", "VAT"),
        ("Palestine", "PSE"),
    ],
)
def test_states_are_known_by_the_names_that_upr_info_uses(name, code):
    assert reading_of(upr_info_file([recommended(From=name)])).entries[0].by == (code,)


def test_a_row_that_names_no_state_is_kept_without_one_and_told():
    reading = reading_of(upr_info_file([recommended(From="&#40;Unknown&#41;")]))
    assert reading.entries[0].by == ()
    assert reading.entries[0].by_as_printed == ("(Unknown)",)
    assert reading.doubts == ("export.csv, row 2: “(Unknown)” names no recommending State.",)


def test_a_row_repeated_in_every_cell_is_kept_once_and_told():
    reading = reading_of(upr_info_file([recommended(), recommended("Other"), recommended()]))
    assert [e.pinpoint for e in reading.entries] == ["row 2", "row 3"]
    assert reading.doubts == ("export.csv, row 4: the same as row 2 in every cell, kept once.",)


@pytest.mark.parametrize(
    ("row", "kept", "told"),
    [
        (recommended(""), 0, "no text, so the row is left out"),
        (recommended(To="Atlantis"), 0, "“Atlantis” is no State under review"),
        (recommended(Session="soon"), 1, "“soon” is no session of the Working Group"),
        (recommended(Session="18"), 1, "no review of China in session 18 is known"),
        (recommended(Response="Maybe"), 1, "“Maybe” is no answer that UPR Info gives"),
    ],
)
def test_a_broken_row_is_named_with_its_file_and_the_rest_goes_on(row, kept, told):
    reading = reading_of(upr_info_file([row, recommended("Sound")]), "x.csv")
    assert len(reading.entries) == kept + 1
    assert reading.entries[-1].text == "Sound"
    assert any(doubt.startswith("x.csv, row 2: ") and told in doubt for doubt in reading.doubts)


def test_cells_beyond_the_headings_are_told():
    sound = [recommended(f"Sound {number}") for number in range(12)]
    reading = reading_of(upr_info_file([*sound, (*recommended(), "more")]))
    assert len(reading.entries) == 13
    assert any("cells under no heading" in doubt for doubt in reading.doubts)


def test_the_headings_of_the_newer_database_are_known():
    headings = ("Recommending State", "State under Review", "Recommendation", "Response", "Issues", "Session")
    row = ("Norway", "China", "Ratify", "Noted", "Justice", "17")
    entry = reading_of(upr_info_file([row, row[::-1]], headings)).entries[0]
    assert (entry.by, entry.to, entry.text) == (("NOR",), "CHN", "Ratify")


letters = "éèêñöüçïà" + "".join(map(chr, range(0x20, 0x7F))).replace("&", "")
words = st.text(st.sampled_from(letters), min_size=1)


@given(st.lists(words.map(str.strip).filter(bool), min_size=2, max_size=8, unique=True))
def test_every_text_comes_out_as_it_went_in(written):
    reading = reading_of(upr_info_file([recommended(text) for text in written]))
    assert [entry.text for entry in reading.entries] == written


@pytest.fixture(scope="module")
def real(shared_data: Path) -> dict[str, Reading]:
    files = sorted((shared_data / "upr_info").glob("*.csv"))
    if not files:
        pytest.skip("UPR Info's table is not on this machine")
    return {file.name: reading_of(file.read_bytes(), file.name) for file in files}


def test_every_row_of_the_real_table_is_an_entry_or_told(real):
    rows = {name: len(reading.entries) + _repeated(reading) for name, reading in real.items()}
    assert rows == {"1-5.csv": 3690, "6-9.csv": 4252, "10-13.csv": 5703, "14-17.csv": 5480, "17-20.csv": 5475}
    assert sum(map(_repeated, real.values())) == 2


def test_the_sessions_of_the_real_table_have_their_rows(real):
    sessions = Counter(entry.session for reading in real.values() for entry in reading.entries)
    assert set(sessions) == set(range(1, 21))
    assert (sessions[4], sessions[17], sessions[20]) == (1183, 1157, 2204)


def test_the_unknown_states_of_the_real_table_are_nine(real):
    unknown = [e for reading in real.values() for e in reading.entries if not e.by]
    assert len(unknown) == 9
    assert {e.by_as_printed for e in unknown} == {("(Unknown)",)}


@pytest.mark.parametrize(
    ("session", "rows", "accepted_of"),
    [
        (4, 138, {"1": (8, 8), "2": (24, 27), "3": (2, 13), "4": (17, 41), "5": (4, 49)}),
        (17, 284, {"1": (2, 2), "2": (72, 78), "3": (15, 17), "4": (92, 119), "5": (26, 68)}),
    ],
)
def test_the_answers_of_china_by_category_of_action_are_those_known(real, session, rows, accepted_of):
    china = [e for reading in real.values() for e in reading.entries if (e.to, e.session) == ("CHN", session)]
    accepted = Counter(e.action for e in china if e.position == "supported")
    assert len(china) == rows
    assert {
        action: (accepted[action], n) for action, n in sorted(Counter(e.action for e in china).items())
    } == (accepted_of)


def _repeated(reading: Reading) -> int:
    return sum("the same as row" in doubt for doubt in reading.doubts)
