"""What became of a recommendation, where a list tells it and the document it names is not on the record."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from onrecord.letters.check.case import Case
from onrecord.letters.check.fates import fate, proof
from onrecord.letters.model import Place
from onrecord.mechanisms.model import Entry, PositionAt


def _case(*symbols: str) -> Case:
    held: Any = SimpleNamespace(
        document=lambda symbol: symbol in symbols or None,
        place=lambda symbol, at: Place(symbol, at, None, ""),
    )
    return cast("Case", held)


_TOLD = Entry(
    "recommendation", "A/HRC/90/7", "", "132", 20, "Protect children", number="1", to="NOR",
    position="noted", position_at=PositionAt("A/HRC/90/7/Add.1", "132.1"),
)  # fmt: skip


@pytest.mark.parametrize(("held", "marked"), [((), True), (("A/HRC/90/7/Add.1",), False)])
def test_a_position_whose_document_is_absent_is_said_to_be_second_hand(
    held: tuple[str, ...], *, marked: bool
) -> None:
    (one,) = proof(_case(*held), _TOLD)
    assert ("told at second hand" in fate(_case(*held), _TOLD)) is marked
    assert ("told at second hand" in one.why) is marked
