"""Who is the author of a document, and where the fate of a block quotation may stand."""

from __future__ import annotations

from collections.abc import Callable

from letters_of_rules import CHILDREN, cited, letter

from onrecord.letters.model import Finding

Finds = Callable[[str, str], list[Finding]]


def test_a_report_given_to_a_committee_in_its_title_is_told(finds: Finds) -> None:
    note = "Report of the Committee against Torture: Norway, A/HRC/90/7, para. 28 (b)"
    (found,) = finds("wrong_body", letter("Canada spoke of torture abroad.[^1]", note))
    assert found.severity == "error"
    assert "A/HRC/90/7 is a document of the Working Group on the Universal Periodic Review" in found.message


def test_a_committee_that_a_state_speaks_of_is_not_said_to_be_the_author(finds: Finds) -> None:
    body = "Canada asked Norway to heed what the Human Rights Committee recommended.[^1]"
    assert not finds("wrong_body", letter(body, cited("para. 28 (b)")))
    assert finds(
        "wrong_body", letter("The Human Rights Committee heard Norway in 2013.[^1]", cited("para. 43"))
    )


def test_the_fate_of_a_block_quotation_may_stand_in_the_paragraph_after_it(finds: Finds) -> None:
    body = f"Japan recommended:\n\n    {CHILDREN}.[^1]\n\n"
    note = cited("para. 132.1")
    assert finds("position_left_out", letter(f"{body}We ask you to act.", note))[0].severity == "warning"
    assert not finds("position_left_out", letter(f"{body}Norway did not support it.", note))


def test_who_spoke_is_read_after_that_and_in_brackets_before_the_words(finds: Finds) -> None:
    for body in (
        f"We recall that Peru asked Norway to “{CHILDREN.lower()}”.[^1] Norway did not support it.",
        f"- 132.1 (Peru): “{CHILDREN}”[^1], not supported.",
        f"In a statement Peru, which spoke at the review of Norway on 21 October 2013, referred to “{CHILDREN}”.[^1]",
    ):
        found = finds("wrong_recommending_state", letter(body, cited("para. 132.1")))
        assert ["to Peru" in one.message for one in found] == [True], body


def test_words_that_the_note_before_does_not_cover_have_no_source(finds: Finds) -> None:
    body = (
        "Norway told of its hearings.[^1] The Netherlands “looked forward to further explanations on the "
        "protection of refugees from the north”. "
    )
    (found,) = finds("quotation_without_citation", letter(body, cited("para. 43")))
    assert "note 1 covers another place" in found.message


def test_a_remark_that_is_called_recommended_is_told(finds: Finds) -> None:
    body = (
        "The Netherlands recommended “further explanations on the protection of refugees from the north”.[^1]"
    )
    told = [*finds("wrong_kind", letter(body, cited("para. 30"))),
            *finds("question_as_recommendation", letter(body, cited("para. 30")))]  # fmt: skip
    assert told
