"""What a Korean letter quotes in English is found in the English text, in the same words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.letters.bilingual.quoted import quoted_alike


def test_a_quotation_in_english_is_found_in_both_texts():
    english = "Canada asked to “take immediate measures to implement them” in 2009."
    korean = "캐나다는 2009년에 “take immediate measures to implement them” 하라고 했다."
    [ours], [theirs] = quoted_alike(english, korean)
    assert english[slice(*ours)] == korean[slice(*theirs)] == "take immediate measures to implement them"


def test_names_and_what_reads_otherwise_are_no_such_quotation():
    assert quoted_alike("Kim Cheol-ok fled.", "김철옥(Kim Cheol-ok)은 탈출했다.") == ([], [])
    assert quoted_alike("to take two measures at once", "“to take ten measures at once” 하라고") == ([], [])


@given(
    st.text(st.sampled_from(list("ab c.가 “”\n")), max_size=60),
    st.text(st.sampled_from(list("ab c.가")), max_size=60),
)
def test_the_places_hold_the_same_words(korean, english):
    for ours, theirs in zip(*quoted_alike(english, korean), strict=True):
        assert english[slice(*ours)].split() == korean[slice(*theirs)].split()
