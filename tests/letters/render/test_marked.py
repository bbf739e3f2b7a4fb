from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.citations.model import Span
from onrecord.letters.render.marked import Mark, cut, difference, find_words, sentence_around
from onrecord.letters.render.sheet import Tag
from onrecord.letters.render.visible import breakable, visible

texts = st.text(max_size=60)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(min_size=1, max_size=40))
    place = st.integers(0, len(text) - 1)
    marks = []
    for i in range(draw(st.integers(0, 5))):
        start = draw(place)
        end = draw(st.integers(start + 1, len(text)))
        marks.append(Mark(Span(start, end), f"t{i % 3}", f"a{i}", (Tag("t", "✓", str(i), "x", "y"),)))
    return text, marks


@given(marked_texts())
def test_runs_hold_every_character_once_and_no_anchor_or_tag_is_lost(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    runs = cut(text, Span(0, len(text)), marks)
    assert "".join(run.text for run in runs) == text
    assert sorted(a for run in runs for a in run.anchors) == sorted(m.anchor for m in marks)
    assert sorted(t.text for run in runs for t in run.tags) == sorted(
        tag.text for m in marks for tag in m.tags
    )


@given(texts, texts)
def test_the_difference_keeps_the_words_of_both(quoted: str, source: str) -> None:
    runs = difference(quoted, source)
    of_letter = "".join(r.text for r in runs if "del" not in r.marks)
    assert "".join(of_letter.split()) == "".join(quoted.split())


@given(texts)
def test_visible_text_is_a_fixed_point_and_can_be_encoded(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    visible(text).encode("utf-8")


@given(st.text())
def test_places_to_break_add_nothing_but_zero_width_spaces(text: str) -> None:
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


def test_no_word_stays_too_long_for_a_line() -> None:
    assert max(map(len, breakable("https://" + "a" * 900).split("\u200b"))) <= 40


def test_words_are_found_whatever_marks_stand_between() -> None:
    text = "review its compliance with the principle of “non-refoulement”; (b) revise"
    found = find_words(text, "principle of 'non-refoulement'")
    assert found is not None
    assert text[slice(*found)] == "principle of “non-refoulement"


def test_the_sentence_around_a_span_ends_at_its_stop() -> None:
    text = "One came. Two went to paras. 3 and 4. Three stayed."
    span = Span(text.index("Two"), text.index("Two") + 3)
    assert text[slice(*sentence_around(text, span, Span(0, len(text))))].startswith("Two went")
