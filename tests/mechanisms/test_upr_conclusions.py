"""Chapter II of a Working Group report."""

from __future__ import annotations

import pytest
from tests.mechanisms.factories import FACTS, document, paragraph

from onrecord.mechanisms.upr_conclusions import comments, pledges, recommendations

CLOSING = "All conclusions and/or recommendations contained in the present report reflect the position of the State."


@pytest.mark.parametrize(
    ("above", "position"),
    [
        ("The recommendations listed below enjoy the support of the Netherlands:", "supported"),
        ("The following recommendations did not enjoy the support of the Netherlands:", "noted"),
        ("The following recommendations will be examined by the Netherlands in due time:", "pending"),
        (
            "In the course of the discussion, the following recommendations were made to the Netherlands:",
            "not_stated",
        ),
    ],
)
def test_the_paragraph_above_a_list_states_its_position(above: str, position: str) -> None:
    made = document(paragraph("60", above), paragraph("1", "Ratify the Convention (Chad);", parent="60"))
    (entry,) = recommendations(made, FACTS)
    assert (entry.pinpoint, entry.by, entry.to, entry.position) == ("60.1", ("TCD",), "NLD", position)
    assert (entry.position_at is not None) == (position != "not_stated")


def test_a_paragraph_below_the_list_states_the_position_where_the_one_above_says_nothing() -> None:
    made = document(
        paragraph("60", "In the course of the discussion, the following recommendations were made:"),
        paragraph("1", "Ratify the Convention (Chad);", parent="60"),
        paragraph("61", "The response to these recommendations will be included in the outcome report."),
        paragraph("62", CLOSING),
    )
    (entry,) = recommendations(made, FACTS)
    assert entry.position == "pending"
    assert entry.position_at is not None
    assert entry.position_at.paragraph == "61"


def test_two_texts_under_one_number_are_two_entries_with_the_same_words_as_printed() -> None:
    made = document(
        paragraph("60", "The recommendations listed below enjoy the support of the Netherlands:"),
        paragraph("60.1", "Train judges (Jordan); Train the police (Oman).", parent="60"),
    )
    first, second = recommendations(made, FACTS)
    assert (first.pinpoint, first.part, first.by) == ("60.1", 1, ("JOR",))
    assert (second.pinpoint, second.part, second.by) == ("60.1", 2, ("OMN",))
    assert first.as_printed == second.as_printed == "Train judges (Jordan); Train the police (Oman)."


def test_a_recommendation_in_running_text_begins_after_its_introduction() -> None:
    made = document(
        paragraph("72", "The following recommendation did not enjoy support: Abolish the tax (Norway)."),
        paragraph("73", CLOSING),
    )
    (entry,) = recommendations(made, FACTS)
    assert (entry.pinpoint, entry.text, entry.position) == ("72", "Abolish the tax (Norway).", "noted")


def test_comments_of_the_state_under_review_are_its_replies_and_no_recommendations() -> None:
    made = document(
        paragraph("83", "The Netherlands takes note of them and offers the following comments:"),
        paragraph("1", "As to paragraph 26 (a) (Chad), a law is in preparation", parent="83"),
    )
    assert recommendations(made, FACTS) == ()
    (reply,) = comments(made, FACTS)
    assert (reply.kind, reply.by, reply.pinpoint) == ("reply", ("NLD",), "83.1")


def test_pledges_are_the_states_own() -> None:
    made = document(
        paragraph("90", "It will set up a fund.", heading=("III. Voluntary pledges and commitments",))
    )
    (pledge,) = pledges(made, FACTS)
    assert (pledge.kind, pledge.by, pledge.section) == ("pledge", ("NLD",), "pledges")
