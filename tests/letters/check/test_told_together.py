"""Sentences that tell what became of several recommendations at once: after them, before a list, above a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.letters.check.told_together import counted_position
from onrecord.letters.model import Finding
from onrecord.un.position import NOTED, SUPPORTED

Finds = Callable[[str, str], list[Finding]]
CHILDREN = "Japan asked Norway to “[s]top the detention of children who seek asylum without delay” (A/HRC/90/7, para. 132.1)"
COVENANTS = (
    "Cuba wanted it to “[a]bolish the reservations that it made to both Covenants” (A/HRC/90/7, para. 132.2)"
)
SCHOOLS = "France told it to “[c]ontinue its programme of human rights education in every school” (A/HRC/90/7, para. 131.1)"
TABLE = f"| State | Words |\n|---|---|\n| Japan | {CHILDREN} |\n| Cuba | {COVENANTS} |"
APART = "That was in the dialogue. Much else was said there. It took three hours."


def letter(body: str) -> str:
    return f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n"


@pytest.mark.parametrize(
    "body",
    [
        f"{CHILDREN}. {APART} {COVENANTS}. Norway supported neither.",
        f"{CHILDREN}. {APART} {COVENANTS}. Norway noted both recommendations and promised nothing.",
        f"{CHILDREN}. {APART} {COVENANTS}.\n\nNone of these recommendations was supported by Norway.",
        f"Norway did not support these:\n\n- {CHILDREN};\n- {COVENANTS}.\n\n{APART}",
        f"**Norway supported none of them.**\n\n{TABLE}\n\n{APART}",
    ],
)
def test_what_became_of_several_is_said_once_for_all(finds: Finds, body: str) -> None:
    assert finds("position_left_out", letter(body)) == []
    assert finds("wrong_position", letter(body)) == []


@pytest.mark.parametrize(
    "body", [f"{CHILDREN}. {APART} {COVENANTS}. {APART}", f"{APART}\n\n- {CHILDREN};\n- {COVENANTS}."]
)
def test_what_became_of_them_is_missed_where_nothing_tells(finds: Finds, body: str) -> None:
    assert len(finds("position_left_out", letter(body))) == 2


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        (f"{CHILDREN}. {SCHOOLS}. Norway supported both.", ["132.1"]),
        (f"{CHILDREN}. {SCHOOLS}. Neither was supported.", ["131.1"]),
        (f"{CHILDREN}. {COVENANTS}. {SCHOOLS}. Norway noted all three.", ["131.1"]),
        (f"Norway supported these:\n\n- {SCHOOLS};\n- {CHILDREN}.", ["132.1"]),
        (f"Two concerned us, and Norway supported neither:\n\n1. {SCHOOLS};\n2. {CHILDREN}.", ["131.1"]),
        (f"Two concerned us, and Norway supported both:\n\n1. {SCHOOLS};\n2. {CHILDREN}.", ["132.1"]),
        (f"Norway supported these:\n\n- {SCHOOLS}.\n\nIt did not support these:\n\n- {COVENANTS}.", []),
        (f"{CHILDREN}. {COVENANTS}. Norway supported both but one.", []),
        (f"{CHILDREN}. {COVENANTS}. Norway supported all three of France's.", []),
        (f"Norway supported most of these:\n\n- {SCHOOLS};\n- {CHILDREN}.", []),
        (f"Norway supported these:\n\n- {SCHOOLS};\n- {CHILDREN}, which Norway did not support.", []),
    ],
)
def test_a_position_told_of_several_is_held_against_each(finds: Finds, body: str, wrong: list[str]) -> None:
    told = [f.message for f in finds("wrong_position", letter(body))]
    assert [
        number for message in told for number in ("131.1", "132.1", "132.2") if number in message
    ] == wrong


@pytest.mark.parametrize(
    ("words", "count", "position"),
    [
        ("Norway accepted none of the four.", 4, NOTED),
        ("Both were accepted.", 2, SUPPORTED),
        ("All three recommendations were rejected.", 3, NOTED),
        ("Neither Japan nor Cuba was accepted.", 0, ""),
        ("Neither was rejected.", 0, ""),
        ("It should accept both.", 0, ""),
        ("Norway supported them.", 0, ""),
    ],
)
def test_how_many_a_sentence_speaks_of(words: str, count: int, position: str) -> None:
    assert counted_position(words)[:2] == (count, position)
