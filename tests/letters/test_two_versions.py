"""Two versions of a letter side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.letters.two_versions import rows


def told(old, new):
    def side(stretches):
        return "".join(f"[{one.words}]" if one.changed else one.words for one in stretches)

    return [(one.kind, side(one.old), side(one.new)) for one in rows(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "want"),
    [
        ("Same.", "Same.", [("same", "Same.", "Same.")]),
        (
            "We ask for the return of all.",
            "We ask for the release of all.",
            [("changed", "We ask for the [return] of all.", "We ask for the [release] of all.")],
        ),
        (
            "One stays.\n\nThis goes away.\n\nThree stays.",
            "One stays.\n\nThree stays.",
            [
                ("same", "One stays.", "One stays."),
                ("removed", "[This goes away.]", ""),
                ("same", "Three stays.", "Three stays."),
            ],
        ),
        (
            "One stays.",
            "One stays.\n\nSomething quite new.",
            [("same", "One stays.", "One stays."), ("added", "", "[Something quite new.]")],
        ),
        (
            "Nothing like it.\nWe thank the Minister for the answer.",
            "We thank the Minister for every answer.",
            [
                ("removed", "[Nothing like it.]", ""),
                (
                    "changed",
                    "We thank the Minister for [the] answer.",
                    "We thank the Minister for [every] answer.",
                ),
            ],
        ),
        ("500여 명", "600여 명", [("changed", "[500여] 명", "[600여] 명")]),
        ("A [word] here", "A word here", [("changed", "A [[]word[]] here", "A word here")]),
    ],
)
def test_what_went_stands_left_and_what_came_right(old, new, want):
    assert told(old, new) == want


def test_equal_paragraphs_are_one_row_that_tells_how_many():
    [same, _] = rows("a\n\nb\n\nc\n\nlast words of it", "a\n\nb\n\nc\n\nlast words of that")
    assert (same.kind, same.paragraphs) == ("same", 3)


def test_a_row_names_the_lines_on_both_sides():
    *_, changed = rows("a\n\nThe same words here.", "new\n\na\n\nThe same words there.")
    assert (changed.kind, changed.old_line, changed.new_line) == ("changed", 3, 5)


def test_very_long_texts_are_compared_too():
    old = "\n".join(f"Paragraph {n} of words" for n in range(500))
    new = "\n".join(f"Paragraph {n} of other words" for n in range(400))
    assert {one.kind for one in rows(old, new)} == {"changed", "removed"}


WORDS = st.lists(
    st.sampled_from(["We ask.", "Return all of them.", "", "Return none of them.", "각주 5", "[a] b"]),
    max_size=8,
)


@given(WORDS, WORDS)
def test_joined_each_side_is_its_text(old, new):
    made = rows("\n".join(old), "\n".join(new))
    for side, lines in (("old", old), ("new", new)):
        joined = "\n\n".join(
            "".join(s.words for s in getattr(one, side)) for one in made if getattr(one, side)
        )
        assert joined == "\n\n".join(line for line in lines if line.strip())
    assert all(one.changed is False for row in made if row.kind == "same" for one in row.old)
