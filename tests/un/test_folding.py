"""Folding changes letters, never the way back to their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.un.folding import fold, folded_name


def test_accents_apostrophes_hyphens_and_spaces_become_one_of_a_kind():
    assert fold("CÔTE\u00a0D’IVOIRE – Guinea‑Bissau").text == "cote d'ivoire guinea bissau"
    assert folded_name(" The  Gambia. ") == "gambia"


def test_a_word_broken_at_a_line_end_is_whole_again():
    folded = fold("Slo\ufffe\nvakia, Peru")
    assert folded.text == "slovakia, peru"
    assert folded.span(0, 8) == (0, 10)
    assert folded.span(10, 14) == (12, 16)


@given(
    st.text(alphabet="aÉi\u0130\u0131\u0302\u00ad\ufffe \n’-ß\u200b한Я", max_size=60) | st.text(max_size=60)
)
def test_each_folded_character_comes_from_one_place_further_right(text):
    folded = fold(text)
    places = [folded.origin(index) for index in range(len(folded.text))]
    assert places == sorted(set(places))
    assert all(place < len(text) for place in places)
    assert all(text[place] == kept for place, kept in zip(places, folded.text, strict=True) if kept.isdigit())
