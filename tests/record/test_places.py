from __future__ import annotations

import pytest

from onrecord.errors import NotOnRecord, PinpointError
from onrecord.record.places import described, parse_reference, places_at


@pytest.mark.parametrize(
    ("written", "symbol", "places"),
    [
        ("A/HRC/25/5, para. 186.241", "A/HRC/25/5", ["186.241"]),
        ("A/HRC/11/25 28 (g)", "A/HRC/11/25", ["28 (g)"]),
        ("A/HRC/11/25, paras. 28(g) and 30", "A/HRC/11/25", ["28 (g)", "30"]),
        ("A/HRC/11/25, para. 26, footnote ***", "A/HRC/11/25", ["26, note ***"]),
        ("a/hrc/25/5 186.241", "A/HRC/25/5", ["186.241"]),
        ("A/HRC/25/CRP.1, paras. 1098-1114.", "A/HRC/25/CRP.1", ["1098-1114"]),
        ("A/HRC/11/25*, para. 3", "A/HRC/11/25", ["3"]),
        ("A/HRC/25/5 186.241 186.242", "A/HRC/25/5", ["186.241", "186.242"]),
        ("A/HRC/25/5", "A/HRC/25/5", []),
    ],
)
def test_a_reference_is_read_as_people_write_it(written, symbol, places):
    found, pinpoints = parse_reference(written)
    assert (str(found), [str(pinpoint) for pinpoint in pinpoints]) == (symbol, places)


@pytest.mark.parametrize(
    "written", ["", "para. 26", "see A/HRC/25/5, para. 3", "A/HRC/25/5, page three", "한국"]
)
def test_what_is_no_reference_gets_an_example(written):
    with pytest.raises(PinpointError) as caught:
        parse_reference(written)
    assert "A/HRC" in caught.value.hint or "para." in caught.value.hint


def at(record, written):
    symbol, places = parse_reference(written)
    return places_at(record, str(symbol), places)


@pytest.mark.parametrize(
    ("written", "pinpoints", "entries", "notes"),
    [
        ("A/HRC/99/1, para. 28", ["28"], ["28 (a)", "28 (b)"], []),
        ("A/HRC/99/1, para. 28 (b)", ["28 (b)"], ["28 (b)"], []),
        ("A/HRC/99/1, para. 1", ["1"], ["1, note ***"], ["***"]),
        ("A/HRC/99/1, para. 1, note ***", ["1, note ***"], ["1, note ***"], ["***"]),
        ("A/HRC/99/1, note ***", ["1, note ***"], ["1, note ***"], ["***"]),
        ("A/HRC/99/1, para. 186.1", ["186.1"], ["186.1"], []),
        ("A/HRC/99/1, paras. 28-29", ["28", "29"], ["28 (a)", "28 (b)"], []),
    ],
)
def test_a_place_gives_its_paragraph_notes_and_entries(record, china, written, pinpoints, entries, notes):
    found = at(record, written)
    assert [place.pinpoint for place in found] == pinpoints
    assert [entry.pinpoint for place in found for entry in place.entries] == entries
    assert [note.mark for place in found for note in place.notes] == notes


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("A/HRC/99/2, para. 1", "On it are A/HRC/99/1. Fetch"),
        ("A/HRC/99/1, para. 500", "run from 1 to 186.1"),
        ("A/HRC/99/1, para. 186.7", "run from 186 to 186.1"),
    ],
)
def test_what_is_not_on_the_record_says_what_is(record, china, written, hint):
    with pytest.raises(NotOnRecord) as caught:
        at(record, written)
    assert hint in caught.value.hint


def test_a_document_is_described_in_figures(record, china):
    told = described(record, "A/HRC/99/1")
    assert (told["paragraphs"], told["notes"], told["entries"], told["editions"]) == (6, 1, 4, 1)
    assert told["review"]["state"] == "CHN"
