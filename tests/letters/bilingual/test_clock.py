"""Times of day are one in both languages, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.letters.bilingual.clock import english_times, korean_times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at about 5.30 a.m. on 3 March", [(5, 30, True)]),
        ("from 9 a.m. to 6 p.m.", [(9, 0, True), (18, 0, True)]),
        ("between 2 and 4 pm", [(2, 0, False), (16, 0, True)]),
        ("from ten in the morning", [(10, 0, True)]),
        ("at 11 o'clock at night", [(23, 0, True)]),
        ("at 14:05 he left", [(14, 5, True)]),
        ("from noon until midnight", [(12, 0, True), (0, 0, True)]),
        ("at 12 a.m. and 12.15 p.m.", [(0, 0, True), (12, 15, True)]),
        ("they held 5.30 per cent of ten camps", []),
        ("on three mornings in 2023", []),
    ],
)
def test_english_times(text, times):
    assert [(one.hour, one.minute, one.sure) for one in english_times(text)] == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("오전 5시 30분경", [(5, 30, True)]),
        ("오전 9시부터 오후 6시까지", [(9, 0, True), (18, 0, True)]),
        ("2시부터 오후 4시 반까지", [(2, 0, False), (16, 30, True)]),
        ("밤 열한 시에", [(23, 0, True)]),
        ("밤 12시와 새벽 두 시", [(0, 0, True), (2, 0, True)]),
        ("낮 12시와 낮 11시", [(12, 0, True), (11, 0, True)]),
        ("14시 5분에", [(14, 5, True)]),
        ("정오부터 자정까지", [(12, 0, True), (0, 0, True)]),
        ("4시간 반 동안 세 시민단체가", []),
        ("다시 말하면 2시점에서", []),
    ],
)
def test_korean_times(text, times):
    assert [(one.hour, one.minute, one.sure) for one in korean_times(text)] == times


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_is_the_same_in_both_languages(hour, minute):
    half, twelve = ("오전" if hour < 12 else "오후"), hour % 12 or 12
    [english] = english_times(f"It began at {twelve}.{minute:02} {'a.m.' if hour < 12 else 'p.m.'} sharp")
    [digits] = english_times(f"It began at {hour}:{minute:02} sharp")
    [korean] = korean_times(f"그것은 {half} {twelve}시 {minute}분에 시작되었다.")
    assert english.agrees(korean)
    assert korean.agrees(english)
    assert digits.agrees(korean)
    assert not english.agrees(korean_times(f"{half} {twelve}시 {(minute + 1) % 60}분")[0])


@given(
    st.text(st.sampled_from(list("0123456789.: 시분반한두열오전후밤낮정자간apmnoon o'clock")), max_size=40)
)
def test_any_text_has_times_that_stand_where_they_say(text):
    for find in (english_times, korean_times):
        for one in find(text):
            assert 0 <= one.span.start < one.span.end <= len(text)
            assert 0 <= one.hour <= 23
            assert 0 <= one.minute <= 59
