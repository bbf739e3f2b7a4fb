"""Korean particles stand in the form that the word before them asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.told import tell
from onrecord.web.language import language
from onrecord.web.particles import filled


@pytest.mark.parametrize(
    ("template", "value", "written"),
    [
        ("각주 %(x)s이(가) 없습니다", 24, "각주 24가 없습니다"),
        ("각주 %(x)s이(가) 없습니다", "23", "각주 23이 없습니다"),
        ("%(x)s은(는) 답했습니다", "중국", "중국은 답했습니다"),
        ("%(x)s은(는) 답했습니다", "체코", "체코는 답했습니다"),
        ("“%(x)s”을(를)", "김철옥", "“김철옥”을"),
        ("%(x)s(으)로", "25", "25로"),
        ("%(x)s(으)로", "1", "1로"),
        ("%(x)s(으)로", 6, "6으로"),
        ("%(x)s은(는)", "A/HRC/25/5", "A/HRC/25/5는"),
        ("%(x)s을(를)", "Kim Cheol-ok", "Kim Cheol-ok을(를)"),
        ("%(x)s와(과)", "중국(제2주기)", "중국(제2주기)와"),
        ("%(x)s은(는)", "", "은(는)"),
        ("%(x)s (예) 뒤 50%%", "괄호", "괄호 (예) 뒤 50%"),
    ],
)
def test_the_form_follows_the_last_syllable(template: str, value: object, written: str) -> None:
    assert filled(template, {"x": value}) == written


@given(st.text())
def test_what_is_filled_in_stays_to_the_letter(value: str) -> None:
    """Words that a letter quotes may hold such a form themselves."""
    quoted = f"{value}을(를) "
    assert filled("“%(x)s”: 끝", {"x": quoted}) == f"“{quoted}”: 끝"
    assert quoted in filled("“%(x)s”이(가) 끝", {"x": quoted})


def test_messages_are_written_so_on_korean_pages() -> None:
    said = tell("Note %(number)s is empty.", number="24")
    assert language("ko").say(said) == "각주 24가 비어 있습니다."
    assert language("en").say(said) == "Note 24 is empty."
