"""Which syllables name a State in Korean, and which are an ordinary word; States inside titles of bodies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.letters.bilingual.korean_states import korean_states
from onrecord.letters.bilingual.unsaid import only_in_titles


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("인도와 이란", {"IND", "IRN"}),
        ("이러한 납치는 반인도범죄에 해당한다", set()),
        ("범죄인 인도 청구와 인도적 지원, 비인도적 처우", set()),
        ("인도에 반한 죄", set()),
        ("인도양과 인도네시아", {"IDN"}),
        ("난민이란 무엇인가", set()),
        ("대이란 제재", {"IRN"}),
        ("가용한 모든 수단과 방법을", set()),
        ("평화적 수단을 통해", set()),
        ("저희는 수단 정부에, 그리고 수단과 차드에", {"SDN", "TCD"}),
        ("사건에 휘말리지 않도록 말리던 사람", set()),
        ("그리스도교 단체와 호주제 폐지", set()),
        ("그리스와 호주", {"GRC", "AUS"}),
        ("오만한 태도", set()),
    ],
)
def test_states_named_in_korean(text, codes):
    assert korean_states(text)[0].keys() == codes


def test_a_language_is_a_hint_and_no_state():
    assert korean_states("중국어로 옮긴") == ({}, frozenset({"CHN"}))


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("유엔 북한인권조사위원회(COI)는", "ko", {"PRK"}),
        ("미얀마 인권 상황에 관한 특별보고관", "ko", {"MMR"}),
        ("북한인권조사위원회는 북한에", "ko", set()),
        ("the DPRK COI found", "en", {"PRK"}),
        ("the Special Rapporteur on the situation of human rights in Myanmar", "en", {"MMR"}),
        ("the commission of inquiry asked Eritrea", "en", set()),
    ],
)
def test_states_only_in_titles(text, language, codes):
    assert only_in_titles(text, language) == codes


@given(st.text(st.sampled_from(list("인도이란수단가나말리대반 에을과적한하북중국")), max_size=30))
def test_states_stand_where_they_say(text):
    named, _ = korean_states(text)
    assert all(text[span.start : span.end] for span in named.values())
    assert only_in_titles(text, "ko") is not None
