"""Kinds of act, and documents that a letter cites for contrast alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.letters.model import Check, Finding

Finds = Callable[[str, str], list[Finding]]
Checks = Callable[[str], Check]
CHILDREN = "“[s]top the detention of children who seek asylum without delay”.[^1]"
REFUGEES = "“further explanations on the protection of refugees from the north”.[^2]"


def letter(body: str) -> str:
    return (
        f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n\n"
        "[^1]: A/HRC/90/7, para. 132.1\n[^2]: A/HRC/90/7, para. 30\n"
    )


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (f"In its advance questions Japan asked Norway to {CHILDREN}", 1),
        (f"The Netherlands recommended that Norway give {REFUGEES}", 1),
        (f"Japan recommended that Norway {CHILDREN}", 0),
        (f"Having put advance questions, Japan also asked Norway to {CHILDREN}", 0),
        (f"The Netherlands looked forward to {REFUGEES}", 0),
        (f"Japan recommended that Norway {CHILDREN} The Netherlands asked for {REFUGEES}", 0),
    ],
)
def test_an_act_of_another_kind_is_told(finds: Finds, body: str, count: int) -> None:
    assert len(finds("wrong_kind", letter(body))) == count


def test_a_block_quotation_is_held_against_its_source(checks: Checks) -> None:
    right = "Japan asked:\n\n> Stop the detention of children who seek asylum without delay[^1]"
    wrong = right.replace("children", "parents")
    assert [q.verdict for q in checks(letter(right)).quotations] == ["verbatim"]
    assert [q.verdict for q in checks(letter(wrong)).quotations] == ["altered"]
