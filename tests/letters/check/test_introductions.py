"""Words in marks that no State or body is said to have spoken are no false quotation of the source cited."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.letters.model import Finding

Finds = Callable[[str, str], list[Finding]]


def letter(body: str) -> str:
    return (
        f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n\n"
        "[^1]: A/HRC/90/7, para. 30\n"
    )


SPOKE = "the Netherlands “looked forward to further explanations on the protection of refugees”.[^1]"


@pytest.mark.parametrize(
    "body",
    [
        f"The campaign “Stop the Returns Now” welcomes that {SPOKE}",
        f"The “Coalition for Safe Passage” is glad that {SPOKE}",
        f"Activists chanting “let our families go home” recalled that {SPOKE}",
        f"Under the “Law on the Administration of Exit and Entry”, {SPOKE}",
        f"Norway has never said “we will return no one”; {SPOKE}",
        "We, the “Coalition for Safe Passage”, recall A/HRC/90/7, para. 30.",
    ],
)
def test_a_name_a_slogan_or_words_never_said_are_at_most_noticed(finds: Finds, body: str) -> None:
    assert [f.severity for f in finds("quotation_not_found", letter(body))] == ["notice"]


@pytest.mark.parametrize(
    "body",
    [
        "The Netherlands said: “abolish every tax on the import of bicycles”.[^1]",
        "The Netherlands recommended that Norway “abolish every tax on bicycles”.[^1]",
        "“Abolish every tax on the import of bicycles”, said the Netherlands.[^1]",
        "“Abolish every tax on the import of bicycles.”[^1]",
        f"Canada asked for “every tax on bicycles to end”, while {SPOKE}",
    ],
)
def test_words_given_to_a_state_that_stand_nowhere_are_an_error(finds: Finds, body: str) -> None:
    assert [f.severity for f in finds("quotation_not_found", letter(body))] == ["error"]
