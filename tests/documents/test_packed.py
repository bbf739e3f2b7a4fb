"""Long sequences kept packed."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.packed import LONG, Packed, packed


@given(st.lists(st.text(max_size=3), max_size=1200), st.integers(-1300, 1300), st.integers(-1300, 1300))
def test_a_packed_sequence_answers_as_a_list_does(items, start, stop):
    held = Packed(items)
    assert list(held) == items
    assert len(held) == len(items)
    assert list(held[start:stop]) == items[start:stop]
    assert list(held[start:stop:-2]) == items[start:stop:-2]
    if -len(items) <= start < len(items):
        assert held[start] == items[start]
    else:
        with pytest.raises(IndexError):
            held[start]


def test_short_sequences_stay_tuples_and_long_ones_are_packed():
    assert packed(iter("abc")) == ("a", "b", "c")
    long = packed(str(number) for number in range(LONG + 700))
    assert isinstance(long, Packed)
    assert (len(long), long[0], long[-1]) == (LONG + 700, "0", str(LONG + 699))


def test_it_goes_through_a_pipe_as_it_is_and_takes_little_room():
    rows = [(f"row {number}", "The Committee recommends that the State party") for number in range(20_000)]
    sent = pickle.dumps(Packed(rows))
    assert len(sent) < len(pickle.dumps(rows)) / 3
    assert list(pickle.loads(sent)) == rows  # noqa: S301 - our own bytes
