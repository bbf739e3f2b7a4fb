from __future__ import annotations

from onrecord.un.dates import find_dates
from onrecord.un.remembering import LONGEST, remembered


def test_a_text_is_looked_at_once() -> None:
    looked: list[str] = []

    @remembered
    def capitals(text: str, least: str = "A") -> list[str]:
        looked.append(text)
        return [letter for letter in text if least <= letter <= "Z"]

    assert capitals("Ab C") == ["A", "C"]
    assert capitals("Ab C") == ["A", "C"]
    assert looked == ["Ab C"]
    assert capitals("Ab C", "B") == ["C"]
    assert capitals("Ab C", least="C") == ["C"]


def test_nobody_changes_the_answer_of_another() -> None:
    first = find_dates("on 22 October 2013")
    first.clear()
    assert [found.bounds.edtf for found in find_dates("on 22 October 2013")] == ["2013-10-22"]


def test_no_long_text_stays_in_memory() -> None:
    looked: list[int] = []

    @remembered
    def size(text: str) -> list[int]:
        looked.append(len(text))
        return [len(text)]

    assert size("x" * (LONGEST + 1)) == size("x" * (LONGEST + 1)) == [LONGEST + 1]
    assert looked == [LONGEST + 1, LONGEST + 1]
