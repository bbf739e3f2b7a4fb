"""Numbers in Korean words, native and Sino-Korean, and the words that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.letters.bilingual.korean_words import find_worded, sino_value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("모두 쉰 명이 타고", [50]),
        ("서른아홉 분은 돌아왔지만 열한 분은", [39, 11]),
        ("어머니는 스물여덟이셨습니다", [28]),
        ("저는 쉰일곱, 아버지보다", [57]),
        ("올해 여든일곱이십니다", [87]),
        ("둘은 돌아왔고 셋은 남았다", [2, 3]),
        ("스물하나에 결혼한", [21]),
        ("두세 명과 서너 곳", [2, 3, 3, 4]),
        ("사흘 전, 열흘 안에", [3, 10]),
        ("처음 이십 년 동안", [20]),
        ("오백여 명, 백만 원, 이천오백만 원", [500, 1_000_000, 25_000_000]),
        ("백 마디, 천 명, 백일이 지나", [100, 1000, 100]),
        ("십여 명과 삼 년", [10, 3]),
        ("이 사건은 사회 구조의 일부이며 이번 일", []),
        ("이만 줄입니다. 만일 천명한다면", []),
        ("이삼 년, 일이 년", []),
        ("쉰 목소리로 다시 말했다", []),
        ("한국의 이 사람, 오일, 구호 단체, 사항", []),
        ("아홉째와 열심히 넷플릭스, 둘째 주", [9, 2]),
    ],
)
def test_numbers_in_words(text, values):
    assert [one.value for one in find_worded(text)] == values


def sino(value: int) -> str:
    """A number below 10^8 in Sino-Korean words, one written before 백 and 천 only where more than one."""
    if value >= 10_000:
        return sino(value // 10_000) + "만" + (sino(value % 10_000) if value % 10_000 else "")
    digits = "일이삼사오육칠팔구"
    words = ""
    for unit, sign in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            words += ("" if digit == 1 and sign else digits[digit - 1]) + sign
    return words


@given(st.integers(2, 99_999_999))
def test_every_sino_korean_number_is_read(value):
    assert sino_value(sino(value)) == value


@given(st.text(st.sampled_from(list("일이삼사오육칠팔구십백천만억여 명년두세넷스물쉰서너흘12")), max_size=30))
def test_any_text_has_numbers_that_stand_where_they_say(text):
    for one in find_worded(text):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.value > 1
