from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetching.pace import Pace
from onrecord.fetching.parts import goes_on
from onrecord.fetching.patience import Patience, retry_after

NOW = datetime(2024, 1, 3, 12, tzinfo=UTC)


@given(st.integers(1, 100), st.floats(0, 1, exclude_max=True))
def test_pauses_grow_are_shifted_by_chance_and_have_an_end(tries, chance):
    patience = Patience(first=1, longest=30, chance=lambda: chance)
    doubled = min(30, 2 ** (tries - 1))
    assert doubled / 2 <= patience.pause(tries) <= doubled * 1.5


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Wed, 03 Jan 2024 12:00:30 GMT", 30.0),
        ("Wed, 03 Jan 2024 11:00:00 GMT", 0.0),
        ("9" * 40, float("inf")),
        ("-5", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("١٢", None),
    ],
)
def test_what_a_server_wishes_is_understood(value, seconds):
    assert retry_after(value, NOW) == seconds


@given(st.integers(0, 10**6))
def test_a_date_is_as_good_as_seconds(seconds):
    date = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    assert retry_after(date, NOW) == seconds


@given(st.text())
def test_no_header_breaks_it(value):
    seconds = retry_after(value, NOW)
    assert seconds is None or seconds >= 0


@given(st.lists(st.tuples(st.sampled_from("ab"), st.floats(0, 5)), max_size=20), st.floats(0, 3))
def test_between_two_requests_to_a_host_there_is_always_the_pause(requests, pause):
    now = 0.0
    asked: dict[str, float] = {}

    def sleep(seconds):
        nonlocal now
        now += seconds

    pace = Pace(pause, clock=lambda: now, sleep=sleep)
    for host, passing in requests:
        pace.wait(host)
        assert host not in asked or now - asked[host] >= pause - 1e-9
        pace.asked(host)
        asked[host] = now
        now += passing


@pytest.mark.parametrize(
    ("status", "value", "size", "good"),
    [
        (206, "bytes 100-199/200", 100, True),
        (206, "bytes 100-199/*", 100, True),
        (206, "bytes 0-199/200", 100, False),
        (200, "bytes 100-199/200", 100, False),
        (206, "", 0, False),
        (206, "lines 100-199/200", 100, False),
    ],
)
def test_only_what_begins_where_the_file_ends_goes_on(status, value, size, good):
    assert goes_on(status, value, size) is good
