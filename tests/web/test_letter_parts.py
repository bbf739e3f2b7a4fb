"""A long letter in parts: nothing of it is lost, each finding stands once, and no part is too heavy."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.letter_parts import Part, Weighed, part_at, parts, weight_of

ROOM = 2_000
TEXTS = st.text(st.sampled_from("aé가 <&\n\u202e"), max_size=4_000)


@st.composite
def letters(draw: st.DrawFn) -> tuple[str, list[Weighed]]:
    text = draw(TEXTS)
    places = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(1, 700)), max_size=40))
    return text, [Weighed(number, start, weight) for number, (start, weight) in enumerate(places, 1)]


@given(letters())
def test_the_parts_cover_the_letter_and_hold_each_finding_once_where_it_begins(
    letter: tuple[str, list[Weighed]],
) -> None:
    text, findings = letter
    made = parts(text, findings, ROOM)
    assert (made[0].start, made[-1].end) == (0, len(text))
    assert all(one.start <= other.start <= one.end for one, other in pairwise(made))
    numbers = [number for part in made for number in part.numbers]
    assert sorted(numbers) == [one.number for one in findings]
    for one in findings:
        index = part_at(made, text, f"f{one.number}")
        assert one.number in made[index].numbers
        assert made[index].start <= one.start <= made[index].end


@given(letters())
def test_a_part_is_heavier_than_the_room_only_by_what_cannot_be_cut(
    letter: tuple[str, list[Weighed]],
) -> None:
    text, findings = letter
    weights = {one.number: one.weight for one in findings}
    for part in parts(text, findings, ROOM):
        lines = text[part.start : part.end].splitlines(keepends=True)
        longest = max((weight_of(one) for one in lines), default=0)
        whole = weight_of(text[part.start : part.end]) + sum(weights[number] for number in part.numbers)
        assert whole <= max(ROOM, longest + max((weights[number] for number in part.numbers), default=0))


def test_a_letter_of_some_pages_is_one_part() -> None:
    text = "We write of what was said.\n\n" * 300
    assert parts(text, [Weighed(1, 30, 900)]) == [Part(0, len(text), frozenset({1}))]


def test_a_line_without_end_is_cut_behind_a_word() -> None:
    text = "word " * 3_000
    made = parts(text, [], 6_000)
    assert len(made) > 2
    assert "".join(text[one.start : one.end] for one in made) == text
    assert all(text[one.start : one.end].endswith("word ") for one in made)


def test_a_word_without_end_is_cut_too() -> None:
    text = "x" * 30_000
    made = parts(text, [], 6_000)
    assert "".join(text[one.start : one.end] for one in made) == text
    assert max(one.end - one.start for one in made) <= 6_000


def test_many_findings_about_the_same_words_come_in_parts_with_those_words() -> None:
    made = parts("Dear Minister,\n\nWe write.", [Weighed(number, 16, 900) for number in range(1, 6)], ROOM)
    assert [sorted(one.numbers) for one in made] == [[1, 2], [3, 4], [5]]
    assert [(one.start, one.end) for one in made] == [(0, 25), (16, 25), (16, 25)]


def test_a_part_is_found_by_its_number_by_a_line_and_by_a_finding() -> None:
    text = "".join(f"line {number} {'x' * 400}\n" for number in range(1, 21))
    made = parts(text, [Weighed(1, 0, 100), Weighed(2, len(text) - 5, 100)], ROOM)
    assert len(made) > 2
    last = len(made) - 1
    assert [part_at(made, text, at) for at in ("", "p1", "l1", "f1")] == [0, 0, 0, 0]
    assert [part_at(made, text, at) for at in (f"p{len(made)}", "p999", "l20", "l999", "f2")] == [last] * 5
    assert [part_at(made, text, at) for at in ("f77", "p0", "l0", "x", "l-1", "p²", "l" + "9" * 40)] == [
        0
    ] * 7
    for number in range(1, 21):
        part = made[part_at(made, text, f"l{number}")]
        assert f"line {number} " in text[part.start : part.end]
