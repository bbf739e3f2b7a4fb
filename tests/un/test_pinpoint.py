"""Pinpoints name the place inside a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import PinpointError
from onrecord.un.pinpoint import Pinpoint, find_pinpoints, parse_pinpoints

WORDINGS = [
    ("para. 26", ["26"]),
    ("paras. 380–434", ["380-434"]),
    ("paras. 380 to 434", ["380-434"]),
    ("para. 1221 (a)", ["1221 (a)"]),
    ("paras. 28(g) and 30", ["28 (g)", "30"]),
    ("paras. 28 (g), 30 and 82 (a)", ["28 (g)", "30", "82 (a)"]),
    ("paras. 82 (a), (b) and (d)–(f)", ["82 (a)", "82 (b)", "82 (d)-(f)"]),
    ("186.66", ["186.66"]),
    ("186.66 and 186.241", ["186.66", "186.241"]),
    ("recommendations 186.242 and 186.243", ["186.242", "186.243"]),
    ("paras. 186.241–243", ["186.241-186.243"]),
    ("annex II", ["annex II"]),
    ("annex II, para. 4", ["annex II, 4"]),
    ("para. 26, note ***", ["26, note ***"]),
    ("para. 26, footnote 12", ["26, note 12"]),
    ("note 12", ["note 12"]),
    ("para. 28 (a) (iv)", ["28 (a) (iv)"]),
    ("Paragraphs 5, 6 and 7.", ["5", "6", "7"]),
    ("§ 5", ["5"]),
    ("1098-1114", ["1098-1114"]),
]


@pytest.mark.parametrize(("text", "canonical"), WORDINGS)
def test_every_wording_has_one_canonical_form(text, canonical):
    assert [str(place) for place in parse_pinpoints(text)] == canonical


@pytest.mark.parametrize(
    "text", ["", "x", "para.", "para. x", "paras. 5 and", "434-380", "5 June", "26 and more"]
)
def test_what_names_no_place_is_an_error(text):
    with pytest.raises(PinpointError, match="names no place"):
        parse_pinpoints(text)


@pytest.mark.parametrize(
    ("text", "start", "canonical", "rest"),
    [
        (
            ", A/HRC/11/25 (5 October 2009), paras. 28(g) and 30, https://x",
            30,
            ["28 (g)", "30"],
            ", https://x",
        ),
        ("Id., paras. 380-434.", 3, ["380-434"], "."),
        ("para. 26, 12 States", 0, ["26"], ", 12 States"),
        ("paras. 5 and 6, 2013", 0, ["5", "6"], ", 2013"),
        ("paras. 5 and 6, 12 March 2013", 0, ["5", "6"], ", 12 March 2013"),
        ("made 186.66 (“Invite", 4, ["186.66"], " (“Invite"),
        (", 3 days later", 0, [], ", 3 days later"),
        ("rose by 12.5%", 8, [], "12.5%"),
    ],
)
def test_places_are_read_where_they_stand_and_no_further(text, start, canonical, rest):
    found, end = find_pinpoints(text, start)
    assert [str(place) for place in found] == canonical
    assert text[end:] == rest


def test_places_stand_in_the_order_of_the_document():
    places = parse_pinpoints("paras. 186.66, 30, 28 (h), 28 (g), 186.241 and 1098-1114")
    assert [str(place) for place in sorted(places)] == [
        "28 (g)",
        "28 (h)",
        "30",
        "186.66",
        "186.241",
        "1098-1114",
    ]


def test_a_range_covers_its_paragraphs():
    (place,) = parse_pinpoints("paras. 1098-1114")
    assert (place.paragraph, place.end) == ("1098", "1114")
    assert place.covers("1098")
    assert place.covers("1100")
    assert not place.covers("1115")
    assert not place.covers("1100.2")


NUMBERS = st.integers(1, 1999).map(str) | st.builds("{}.{}".format, st.integers(10, 300), st.integers(1, 300))


@given(
    st.builds(
        Pinpoint,
        NUMBERS,
        st.lists(st.sampled_from("abcdg"), max_size=1).map(tuple),
        st.just(""),
        st.sampled_from(["", "*", "***", "12"]),
        st.sampled_from(["", "II", "IV"]),
    )
)
def test_the_canonical_form_reads_back_to_the_same_place(place):
    assert parse_pinpoints(str(place)) == (place,)


@given(st.text(alphabet="paras. 0123456789()abiv-–,and note*§", max_size=50) | st.text(max_size=50))
def test_any_text_is_places_or_a_pinpoint_error(text):
    found, end = find_pinpoints(text)
    assert 0 <= end <= len(text)
    assert bool(found) == (end > 0)
    try:
        places = parse_pinpoints(text)
    except PinpointError:
        return
    for place in places:
        assert parse_pinpoints(str(place)) == (place,)
