"""Positions stated by reference to paragraphs, letters and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.mechanisms.factories import CHAPTER, document, paragraph

from onrecord.mechanisms.model import Entry
from onrecord.mechanisms.upr_list_references import with_list_references
from onrecord.mechanisms.upr_references import positions_by_reference

DIALOGUE = ("B. Interactive dialogue and responses by the State under review",)
SPOKEN = [paragraph(str(number), "Chad spoke.", heading=DIALOGUE) for number in range(20, 100)]
ITEM = paragraph("1", "Ratify the Convention (Chad);", parent="110")
ABOVE = paragraph("110", "The recommendations below enjoy the support of the Netherlands:")


def references(text: str):
    return positions_by_reference(document(*SPOKEN, ABOVE, ITEM, paragraph("111", text, heading=CHAPTER)))


def places(text: str) -> str:
    (found,) = references(text)
    return " ".join(
        place.number
        + (f"({place.letter})" if place.letter else "")
        + (f"<{place.part}>" if place.part else "")
        for place in found.places
    )


REFUSED = "The recommendations noted in the report in {} above did not enjoy the support of the Netherlands."


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("paragraphs 27 (b), (c), 30 (b), 31, 38", "27(b) 27(c) 30(b) 31 38"),
        ("paragraphs 43 (g), (h) 56, 79 (a)", "43(g) 43(h) 56 79(a)"),
        ("paragraphs 38 (a, d), 48 (b, c, d)", "38(a) 38(d) 48(b) 48(c) 48(d)"),
        ("paragraphs 53 (b) and (c), 64 (a)", "53(b) 53(c) 64(a)"),
        ("paragraphs 43 (a)-(c) and 45 (b) to (d)", "43(a) 43(b) 43(c) 45(b) 45(c) 45(d)"),
        ("paragraphs 45, 55, 56, last sentence, and 63", "45 55 56<last sentence> 63"),
        ("paragraphs 23 (last sentence), 29 (d)", "23<last sentence> 29(d)"),
        ("paragraph 72 and paragraph 65", "72 65"),
        ("paragraph 19 (a) and (b) and paragraph 22 (b)", "19(a) 19(b) 22(b)"),
        ("paragraphs 62 (d); 64 (e), 64 (e)", "62(d) 64(e)"),
        ("paragraphs 31-33", "31 32 33"),
    ],
)
def test_paragraphs_and_letters_are_read_whatever_stands_between_them(named: str, expected: str) -> None:
    text = REFUSED.format(named).replace("19 (a)", "29 (a)").replace("19(", "29(")
    assert places(text) == expected.replace("19(", "29(")


def test_the_words_noted_in_the_report_are_no_position() -> None:
    (found,) = references(REFUSED.format("paragraphs 27 (b)"))
    assert (found.kind, found.position, found.phrase, found.paragraph) == (
        "dialogue",
        "noted",
        "did not enjoy the support",
        "111",
    )


def test_a_description_in_brackets_goes_with_all_paragraphs_before_it() -> None:
    named = "paragraphs 25 and 39 (the ratification of the Convention) and another in paragraph 41"
    assert (
        places(REFUSED.format(named))
        == "25<the ratification of the Convention> 39<the ratification of the Convention> 41"
    )


@pytest.mark.parametrize(
    ("text", "numbers", "under"),
    [
        ("recommendations Nos. 4, 7 and 8 above are already implemented.", "4 7 8", ""),
        ("recommendations Nos. 4, 61 63 in paragraph 110 above are already implemented.", "4 61 63", "110"),
        ("recommendations Nos. 85-88 have already been implemented.", "85 86 87 88", ""),
        ("recommendations 127.1 to 127.3 are already implemented.", "127.1 127.2 127.3", ""),
        ("recommendation 115.10 above has already been implemented.", "115.10", ""),
    ],
)
def test_numbers_of_a_list_are_read(text: str, numbers: str, under: str) -> None:
    (found,) = references(f"The Netherlands considers that {text}")
    assert (found.kind, found.position, found.under) == ("list", "supported", under)
    assert " ".join(place.number for place in found.places) == numbers


def test_a_sentence_without_a_position_states_none() -> None:
    (found,) = references(
        "The Netherlands submitted its views on recommendations in paragraphs 29 (a) and 30."
    )
    assert (found.position, found.phrase) == ("not_stated", "")


def test_commitments_referred_to_by_paragraph_are_no_recommendations() -> None:
    assert references("Reference is made to the commitments made in paragraphs 28 and 51 above.") == ()


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    references(f"recommendations in paragraphs 27 (b) {text}")


@pytest.mark.parametrize(
    ("words", "added"),
    [("Nos. 85-119", {"95.85", "95.97"}), ("in paragraphs 95 and 97", {"95.1", "95.85", "95.97", "97.1"})],
)
def test_a_number_that_the_list_above_has_is_its_item_and_no_later_list(words: str, added: set[str]) -> None:
    """A/HRC/14/17, para. 96, told of items 85 to 119 of para. 95; the list of para. 97 is another."""
    told = paragraph("96", f"Egypt considers that the recommendations {words} have already been implemented.")
    references = positions_by_reference(document(told))
    listed = [
        Entry("recommendation", "A/HRC/99/1", "conclusions", parent, 1, "Ratify it", number=number, position=position)
        for parent, number, position in (
            ("95", "1", "supported"), ("95", "85", "supported"), ("95", "97", "supported"), ("97", "1", "noted"),
        )
    ]  # fmt: skip
    found = with_list_references(listed, references, "A/HRC/99/1")
    assert {e.pinpoint for e in found if "implemented" in e.position_as_written} == added
