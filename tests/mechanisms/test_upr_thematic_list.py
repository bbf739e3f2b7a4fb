"""OHCHR's matrices and thematic lists, in each of their layouts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from onrecord.documents.model import Document, Table
from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.model import PositionAt
from onrecord.mechanisms.upr_thematic_list import is_thematic_list, read_list


def matrix(*rows: tuple[str, ...], head: str = "UPR of Norway (2nd Cycle – 19th session)") -> Document:
    """A DOCX of one table under this running head."""
    return Document("list.docx", "0" * 64, "docx", 1, (), front=(head,), tables=(Table(rows),))


OF_2014 = matrix(
    ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"),
    ("Theme: A12 Acceptance of international norms", "", "", ""),
    (
        "131.2. Ratify CAT (Spain); Sign it (Chile, Peru);\nSource of position: A/HRC/27/3/Add.1 Para. 7",
        "Supported",
        "A12 Acceptance of international norms\nD25 Torture\nAffected persons:\n- general\n- women",
        "",
    ),
    ("131.1 Abolish it (France);\nSource of Position: A/HRC/27/3 - Para 131", "Noted", "A12 Norms", ""),
)
OF_2025 = matrix(
    ("Recommendation and recommending State", "Position", "Themes and groups of persons", "SDGs"),
    ("Theme: Acceptance of international norms", "", "", ""),
    (
        "140.35 Ratify OP-CAT (Spain) (Chile)\nSource of Position: A/HRC/59/15/Add.1 - Para.3",
        "Supported",
        "Torture\nGroups of persons:\nPersons deprived of liberty",
        "16 - PEACE, JUSTICE",
    ),
    head="UPR of Slovenia (4th Cycle – 48th session)",
)


def test_the_layout_of_2014_gives_texts_states_positions_sources_and_themes() -> None:
    first, second, third = read_list(OF_2014).entries
    assert (first.number, first.position, first.by) == ("131.1", "noted", ("FRA",))
    assert first.position_at == PositionAt("A/HRC/27/3", "131")
    assert [(e.number, e.part, e.by, e.text) for e in (second, third)] == [
        ("131.2", 1, ("ESP",), "Ratify CAT (Spain);"),
        ("131.2", 2, ("CHL", "PER"), "Sign it (Chile, Peru);"),
    ]
    assert second.position_at == PositionAt("A/HRC/27/3/Add.1", "7")
    assert second.themes == (
        "A12 Acceptance of international norms",
        "D25 Torture",
        "Affected persons: general",
        "Affected persons: women",
    )
    assert (second.to, second.cycle, second.session) == ("NOR", 2, 19)


def test_it_is_a_second_source_of_the_reports_act() -> None:
    entry = read_list(OF_2014).entries[0]
    assert entry.symbol == ""
    assert entry.second_hand is not None
    assert (entry.second_hand.source, entry.second_hand.file) == ("OHCHR", "list.docx")
    assert (entry.second_hand.symbol, entry.second_hand.pinpoint) == ("A/HRC/27/3", "131.1")


def test_the_layout_of_2025_has_goals_in_a_column_of_their_own() -> None:
    (entry,) = read_list(OF_2025).entries
    assert (entry.number, entry.by, entry.position) == ("140.35", ("ESP", "CHL"), "supported")
    assert entry.position_at == PositionAt("A/HRC/59/15/Add.1", "3")
    assert entry.themes == (
        "Acceptance of international norms",
        "Torture",
        "Affected persons: Persons deprived of liberty",
        "SDG: 16 - PEACE, JUSTICE",
    )
    assert (entry.to, entry.cycle, entry.session) == ("SVN", 4, 48)


def test_a_recommendation_under_several_themes_is_one_with_all_of_them() -> None:
    rows = (
        ("Recommendation", "Position", "Themes"),
        ("Theme: Equality", "", ""),
        ("5.1 Do it (Chile)", "Noted", "Equality"),
        ("Theme: Women", "", ""),
        ("5.1 Do it (Chile)", "Noted", "Women"),
    )
    (entry,) = read_list(matrix(*rows)).entries
    assert entry.themes == ("Equality", "Women")


POSITIONS = [
    ("Supported", "supported"),
    ("Noted", "noted"),
    ("Not supported", "noted"),
    ("Supported/Noted", "partially_supported"),
    ("Partially supported", "partially_supported"),
    ("", "not_stated"),
]


@pytest.mark.parametrize(("cell", "value"), POSITIONS)
def test_a_position_keeps_its_words_beside_the_value(cell: str, value: str) -> None:
    rows = (("Recommendation", "Position", "Themes"), ("5.1 Do it (Chile)", cell, "x"))
    (entry,) = read_list(matrix(*rows)).entries
    assert (entry.position, entry.position_as_written) == (value, cell)


def test_a_space_left_in_a_states_name_is_mended_and_marked() -> None:
    rows = (
        ("Recommendation", "Position", "Themes"),
        ("5.1 Do it (Bolivia (Plurinational S tate of));", "Noted", ""),
    )
    (entry,) = read_list(matrix(*rows)).entries
    assert entry.by == ("BOL",)
    assert entry.inferred


def test_a_list_is_known_by_the_heads_of_its_columns() -> None:
    assert is_thematic_list(OF_2025)
    assert read_entries(OF_2014).kind == "upr_thematic_list"
    assert not is_thematic_list(matrix(("No.", "Recommendation", "Position"), ("1", "Do it", "Noted")))


REAL = [
    ("china/Matrix_recommendations_2013.docx", ("CHN", 2, 17), {"supported": 204, "noted": 48}),
    ("china/Matrix_recommendations_2018.docx", ("CHN", 3, 31), {"supported": 284, "noted": 62}),
    (
        "slovenia/cycle2/UPR20__Slovenia_ThematicListRecommendations_E.docx",
        ("SVN", 2, 20),
        {"supported": 142, "noted": 21},
    ),
    (
        "slovenia/cycle3/UPR34_Slovenia_Thematic_list_of_Recommendations.docx",
        ("SVN", 3, 34),
        {"supported": 182, "noted": 33},
    ),
]


@pytest.mark.parametrize(("name", "review", "expected"), REAL)
def test_totals_of_real_lists_come_out(
    shared_data: Path, name: str, review: tuple[str, int, int], expected: dict[str, int]
) -> None:
    reading = read_entries(read_document(shared_data / name))
    assert reading.kind == "upr_thematic_list"
    assert Counter(e.position for e in reading.entries if e.part == 1) == expected
    assert {(e.to, e.cycle, e.session) for e in reading.entries} == {review}
    assert all(e.by and e.position_at and e.themes for e in reading.entries)
    assert not reading.doubts
