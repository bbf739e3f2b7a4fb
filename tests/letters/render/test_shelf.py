from __future__ import annotations

from pathlib import Path

import pytest
from dossier_sample import SYMBOL, TEXTS, sample_record

from onrecord.letters.render.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(sample_record(tmp_path))


def test_a_place_has_one_card_however_often_it_is_asked_for(shelf: Shelf) -> None:
    assert shelf.ask(SYMBOL, "28") == shelf.ask(SYMBOL, "28 (g)") == "s1"
    assert shelf.ask(SYMBOL, "30") == "s2"


@pytest.mark.parametrize(
    "place", [("A/HRC/1/1", "28"), (SYMBOL, "999"), (SYMBOL, ""), (SYMBOL, "28, note 7")]
)
def test_what_is_not_on_the_record_has_no_card(place: tuple[str, str], shelf: Shelf) -> None:
    assert shelf.ask(*place) == ""


@pytest.mark.parametrize(
    ("pinpoint", "where", "labels"),
    [
        ("28 (g)", f"{SYMBOL}, para. 28 (g)", ["28 · p. 1"]),
        ("28-112", f"{SYMBOL}, paras. 28-112", ["28 · p. 1", "30 · p. 1", "112 · p. 1"]),
        ("28, note ***", f"{SYMBOL}, para. 28, note ***", ["Note *** to para. 28"]),
        ("28 (g), 30", f"{SYMBOL}, para. 28 (g)", ["28 · p. 1"]),
    ],
)
def test_a_card_names_its_place_and_holds_its_words(
    pinpoint: str, where: str, labels: list[str], shelf: Shelf
) -> None:
    shelf.ask(SYMBOL, pinpoint)
    card = shelf.cards()[0]
    assert card.where == where
    assert [passage.label for passage in card.passages] == labels


def test_the_words_asked_for_are_marked_and_the_rest_is_there(shelf: Shelf) -> None:
    shelf.ask(SYMBOL, "30", "looked forward to further explanations")
    runs = shelf.cards()[0].passages[0].runs
    assert "".join(run.text for run in runs) == TEXTS["30"]
    assert [run.text for run in runs if run.marks] == ["looked forward to further explanations"]


def test_a_lettered_part_is_marked_where_no_words_are_asked_for(shelf: Shelf) -> None:
    shelf.ask(SYMBOL, "28 (f)")
    marked = [run.text for run in shelf.cards()[0].passages[0].runs if run.marks]
    assert marked == ["ratify the Optional Protocol"]


def test_the_place_of_a_position_has_its_own_card(shelf: Shelf) -> None:
    shelf.ask(SYMBOL, "28 (g)")
    cards = {card.where: card for card in shelf.cards()}
    (fact,) = cards[f"{SYMBOL}, para. 28 (g)"].facts
    assert fact.at is not None
    assert fact.at.to == cards[f"{SYMBOL}, para. 117"].anchor
