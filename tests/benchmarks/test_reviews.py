"""Whole reviews of real documents come out as the official lists have them."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.reviews import SLOVENIA, of_china, of_slovenia, questions_of

EXPECTED = {
    "cycle1": {"supported": 89, "noted": 5, "partially_supported": 3},
    "cycle2": {"supported": 142, "noted": 21},
    "cycle3": {"supported": 182, "noted": 33},
}
TOTALS = {"cycle1": 97, "cycle2": 163, "cycle3": 215}


@pytest.mark.parametrize(("cycle", "report", "addendum"), SLOVENIA)
def test_numbers_texts_states_and_positions_of_slovenias_reviews_are_the_official_ones(
    shared_data: Path, cycle: str, report: str, addendum: str
) -> None:
    got = of_slovenia(shared_data, cycle, report, addendum)
    assert got.total == got.numbers == TOTALS[cycle]
    assert got.found == EXPECTED[cycle]
    assert got.states >= 0.99 * got.total, got.wrong
    assert got.positions >= 0.98 * got.total, got.wrong
    # The first cycle has no official list; UPR Info's rows, which shorten texts, stand in for it.
    assert got.texts >= (0.96 if cycle == "cycle1" else 1.0) * got.total, got.wrong
    assert not [line for line in got.wrong if line.endswith("not on the list")]


@pytest.mark.parametrize(("cycle", "asked"), [("cycle1", 30), ("cycle2", 25), ("cycle3", 12)])
def test_every_advance_question_to_slovenia_has_its_state(shared_data: Path, cycle: str, asked: int) -> None:
    assert questions_of(shared_data, cycle) == (asked, asked)


def test_all_252_items_of_china_2013_have_their_position_and_its_place(shared_data: Path) -> None:
    counts, shown, as_in_the_matrix = of_china(shared_data)
    assert len(shown) == as_in_the_matrix == 252
    assert counts == {"supported": 204, "noted": 48}
    assert all(place for _, place in shown.values())
    for number, position in (("186.241", "noted"), ("186.242", "supported"), ("186.243", "noted")):
        assert shown[number] == (position, f"A/HRC/25/5/Add.1, para. {number}")
