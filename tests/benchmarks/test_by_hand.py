"""The letters written by hand, and the slips that are planted in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.by_hand import FOLDER, checked, slips, told
from benchmarks.planted.measure import Kept

from onrecord.record.record import open_record

LETTERS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".csv")


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_each_slip_has_one_place_in_its_letter(letter: Path) -> None:
    text = letter.read_text("utf-8")
    planted = slips()[letter.name]
    assert len(planted) >= 5
    assert all(slip.in_text(text) != text and slip.rules for slip in planted)


def test_a_slip_without_its_one_place_is_refused() -> None:
    slip = slips()["japan_web.html"][0]
    with pytest.raises(ValueError, match="stands 0 times"):
        slip.in_text("a letter without these words")


def test_the_rules_of_a_slip_are_told_apart_from_others(tmp_path: Path) -> None:
    """An empty record shows the way from a letter to its count; a full one gives the measure."""
    name = "eritrea_open_letter.txt"
    text = (FOLDER / name).read_text("utf-8")
    slip = next(slip for slip in slips()[name] if slip.what == "closing mark lost")
    with open_record(tmp_path / "record") as record:
        right = checked(text, name, Kept(record))
        own, others = told(right, text, name, slip, Kept(record))
    assert {finding.rule for finding in own} == {"unbalanced_marks"}
    assert "unbalanced_marks" not in {finding.rule for finding in others}
