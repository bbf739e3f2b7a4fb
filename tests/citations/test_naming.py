from __future__ import annotations

import pytest

from onrecord.citations.naming import Named, could_mean, cycle_named

COI = Named(
    "Report of the detailed findings of the commission of inquiry on human rights in the Democratic People’s "
    "Republic of Korea",
    frozenset({"2014"}),
)
UPR = Named("Report of the Working Group on the Universal Periodic Review: China", frozenset({"2013"}), 2)


@pytest.mark.parametrize(
    ("name", "source", "fits"),
    [
        ("DPRK COI report", COI, True),
        ("commission of inquiry report", COI, True),
        ("COI report of 2014", COI, True),
        ("COI report 2009", COI, False),
        ("China UPR report 2013", UPR, True),
        ("China’s second cycle Working Group report", UPR, True),
        ("China’s 3rd UPR report", UPR, False),
        ("Slovenia UPR report", UPR, False),
        ("DPRK COI report", UPR, False),
        ("the report", UPR, None),
    ],
)
def test_a_short_name_fits_a_source_by_words_initials_state_and_year(
    name: str, source: Named, fits: bool | None
) -> None:
    assert could_mean(name, source) is fits


@pytest.mark.parametrize(
    ("words", "cycle"),
    [
        ("China’s 2nd UPR", 2),
        ("the third cycle", 3),
        ("cycle 4", 4),
        ("제2차 UPR", 2),
        ("its review", None),
        ("1st UPR and 2nd UPR", None),
    ],
)
def test_a_cycle_is_read_where_exactly_one_is_named(words: str, cycle: int | None) -> None:
    assert cycle_named(words) == cycle
