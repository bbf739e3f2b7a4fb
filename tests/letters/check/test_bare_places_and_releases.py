"""Slips that an e-mail, a union's table and a press release brought up: bare places, people's words, heads of lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from letters_of_rules import cited, letter

from onrecord.letters.model import Check, Finding

Finds = Callable[[str, str], list[Finding]]
Checks = Callable[[str], Check]

OPENING = "Norway was reviewed on 21 October 2013 (A/HRC/90/7, para. 1).\n\n"
CHILDREN = "“[s]top the detention of children who seek asylum without delay”"
SCHOOLS = "“[c]ontinue its programme of human rights education in every school”"
ROW = "| 1 | {} | “Stop the detention of children who seek asylum without delay” | {} |\n\n"
TABLE = "| No. | State | Words | Place |\n|---|---|---|---|\n" + ROW
HELD = "All of it is in A/HRC/90/7."


@pytest.mark.parametrize(
    ("body", "rule", "told"),
    [
        (f"Japan had asked Norway to {CHILDREN} (132.1).", "quotation_without_citation", 0),
        (f"Japan had asked Norway to {CHILDREN} (132.1).", "quotation_elsewhere", 0),
        (f"Japan had asked Norway to {CHILDREN} (132.2).", "quotation_elsewhere", 1),
        (f"Cuba had asked Norway to {CHILDREN} (132.1).", "wrong_recommending_state", 1),
        ("Its rules “who seek asylum without delay” should go, it heard (132.1).", "quotation_without_citation", 0),
        (f"Japan wrote of the Law of 1982 and asked Norway to {CHILDREN} (132.1).", "quotation_without_citation", 0),
        (TABLE.format("Japan", "132.1") + HELD, "quotation_without_citation", 0),
        (TABLE.format("Japan", "132.2") + HELD, "quotation_elsewhere", 1),
        (TABLE.format("Cuba", "132.1") + HELD, "wrong_recommending_state", 1),
    ],
)  # fmt: skip
def test_a_number_alone_in_brackets_or_in_a_cell_is_a_place_of_the_document_named_before(
    finds: Finds, body: str, rule: str, told: int
) -> None:
    assert len(finds(rule, letter(OPENING + body))) == told


@pytest.mark.parametrize(
    "body",
    [
        "Arrivals rose by a third (132.1) within a year.",
        "Prices stood high (32.1) and then fell (76.5).",
        "| Year | Index |\n|---|---|\n| 2012 | 132.1 |\n| 2013 | 131.9 |",
    ],
)
def test_a_figure_that_no_words_go_with_raises_no_alarm(checks: Checks, body: str) -> None:
    found = checks(letter(OPENING + body)).findings
    assert [f for f in found if f.severity == "error"] == []
    assert [f for f in checks(letter(body)).findings if f.severity != "notice"] == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("“We wait for him every day at the gate,” said the mother of a reporter.", 0),
        ("“Investigate,” said the mother of a reporter. “That is all we ask of this Government.”", 0),
        ("You may say “as we recommended to you in 2013”.", 0),
        ("“We wait for him every day at the gate,” said the delegation of Norway.", 1),
        ("“We wait for him every day at the gate,” said Norway.", 1),
        ("You may know that “as we recommended to you in 2013” is a phrase.", 1),
    ],
)
def test_what_people_tell_the_press_and_what_readers_may_say_needs_no_source(
    finds: Finds, body: str, told: int
) -> None:
    assert len(finds("quotation_without_citation", letter(body))) == told


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (f"It heard:\n\n• Cuba, to {CHILDREN} (A/HRC/90/7, para. 132.1).",
         f"It heard:\n\n• Japan, to {CHILDREN} (A/HRC/90/7, para. 132.1)."),
        ("It noted the Cuban recommendation to stop “the detention of children who seek asylum” (A/HRC/90/7, para. 132.1).",
         "It noted the Japanese recommendation to stop “the detention of children who seek asylum” (A/HRC/90/7, para. 132.1)."),
        ("Recommend that it free all children, as Cuba did in 2013.[^1]",
         "Recommend that it free all children, as Japan did in 2013.[^1]"),
    ],
)  # fmt: skip
def test_the_author_at_the_head_of_an_item_by_its_people_and_as_one_that_did_the_same(
    finds: Finds, wrong: str, right: str
) -> None:
    note = cited("para. 132.1")
    assert len(finds("wrong_recommending_state", letter(wrong, note))) == 1
    assert finds("wrong_recommending_state", letter(right, note)) == []


ITEM = f"• Japan, to {CHILDREN} (A/HRC/90/7, para. 132.1)"
OTHER = f"• France, to {SCHOOLS} (A/HRC/90/7, para. 131.1)"
OPEN = "• Czechia, to “[p]ublish each year the number of persons returned to third countries” (A/HRC/90/7, para. 133.1)"
APART = "That was in the dialogue. Much else was said there. It took three hours."


@pytest.mark.parametrize(
    ("body", "wrong", "left_out"),
    [
        (f"Norway supported:\n\n{OTHER};\n{ITEM}.\n\n{APART}", 1, 0),
        (f"Norway supported:\n\n{OTHER}.\n\nIt noted:\n\n{ITEM}.\n\n{APART}", 0, 0),
        (f"It did not commit itself, and only promised to examine:\n\n{OPEN}.\n\n{APART}", 0, 0),
        (f"Norway heard:\n\n{OTHER};\n{ITEM}.\n\n{APART}", 0, 2),
        (f"What was refused. All of it. Japan asked it to {CHILDREN} (A/HRC/90/7, para. 132.1). {APART}", 0, 0),
        (f"What was heard. All of it. Japan asked it to {CHILDREN} (A/HRC/90/7, para. 132.1). {APART}", 0, 1),
    ],
)  # fmt: skip
def test_a_verb_before_a_list_and_a_head_of_a_paragraph_tell_what_became_of_all(
    finds: Finds, body: str, wrong: int, left_out: int
) -> None:
    assert len(finds("wrong_position", letter(body))) == wrong
    assert len(finds("position_left_out", letter(body))) == left_out


@pytest.mark.parametrize(
    ("words", "told"),
    [("A/HRC/90/7 of 20 December 2013", 1), ("A/HRC/90/7 of 2 December 2013", 0), ("A/HRC/90/7 of 2013", 0)],
)
def test_the_day_that_follows_a_symbol_is_that_of_its_masthead(finds: Finds, words: str, told: int) -> None:
    assert len(finds("document_date", letter(f"The report is {words}."))) == told


def test_the_place_of_an_item_is_that_of_the_one_document_cited_at_all(checks: Checks) -> None:
    first = "The report is A/HRC/90/7.\n\nCuba asked Norway to free all children (para. 132.1)."
    found = checks(letter(first))
    assert [(c.symbol, c.inferred != "") for c in found.citations] == [
        ("A/HRC/90/7", False),
        ("A/HRC/90/7", True),
    ]
    assert "wrong_recommending_state" in {f.rule for f in found.findings}
    two = checks(letter(f"{first} See also CAT/C/GC/4, para. 9."))
    assert two.citations[1].status == "unresolved"


@pytest.mark.parametrize(
    ("body", "rule", "told"),
    [
        ("It met on 24 October 2013, when 60 delegations took the floor (A/HRC/90/7, para. 26).", "wrong_review", 1),
        ("It met on 21 October 2013, when 60 delegations took the floor (A/HRC/90/7, para. 26).", "wrong_review", 0),
        ("The report is A/HRC/90/7. The Working Group adopted it on 21 October 2013.", "wrong_review", 1),
        ("The report is A/HRC/90/7. The Working Group adopted it on 24 October 2013.", "wrong_review", 0),
        ("Subject: Norway, second review on 22 October 2013.", "wrong_review", 1),
        ("Subject: Norway, second review on 21 October 2013.", "wrong_review", 0),
        ("Norway, the second review of Peru on 22 October 2013, and more.", "wrong_review", 0),
    ],
)  # fmt: skip
def test_days_of_the_dialogue_and_of_adoption_in_the_words_of_releases_and_subject_lines(
    finds: Finds, body: str, rule: str, told: int
) -> None:
    errors = [f for f in finds(rule, letter(body)) if "Norway" in f.message or "90/7" in f.message]
    assert len(errors) == told
