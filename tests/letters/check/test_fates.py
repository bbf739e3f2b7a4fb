"""What became of a recommendation, where a list tells it and the document it names is not on the record."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from onrecord.letters.check.case import Case
from onrecord.letters.check.fates import fate, fate_to_add, proof
from onrecord.letters.model import Place
from onrecord.mechanisms.model import Entry, PositionAt, SecondHand


def _case(*symbols: str) -> Case:
    held: Any = SimpleNamespace(
        record=SimpleNamespace(teller=lambda _: _TABLE),
        document=lambda symbol: symbol in symbols or None,
        place=lambda symbol, at: Place(symbol, at, None, ""),
    )
    return cast("Case", held)


_TABLE = SecondHand("OHCHR", "matrix.docx", "A/HRC/90/7", "132.1")
_TOLD = Entry(
    "recommendation", "A/HRC/90/7", "", "132", 20, "Protect children", number="1", to="NOR",
    position="noted", position_at=PositionAt("A/HRC/90/7/Add.1", "132.1"),
)  # fmt: skip


@pytest.mark.parametrize(("held", "marked"), [((), True), (("A/HRC/90/7/Add.1",), False)])
def test_a_position_whose_document_is_absent_is_said_to_be_second_hand(
    held: tuple[str, ...], *, marked: bool
) -> None:
    (one,) = proof(_case(*held), _TOLD)
    assert ("told at second hand by OHCHR" in fate(_case(*held), _TOLD)) is marked
    assert ("told at second hand by OHCHR (matrix.docx, 132.1)" in one.why) is marked
    assert ("Read that document first" in fate_to_add(_case(*held), _TOLD)) is marked


def test_a_position_that_only_a_table_tells_names_the_table() -> None:
    entry = replace(_TOLD, position_at=None)
    assert fate(_case(), entry) == "Norway did not support it (told at second hand by OHCHR)"
    assert [one.why for one in proof(_case(), entry)] == [
        "the position, told at second hand by OHCHR (matrix.docx, 132.1)"
    ]
    assert fate_to_add(_case(), entry) == (
        "Add: Norway did not support it. Cite the document that says so; the record has it from OHCHR alone."
    )
