"""However a note is called, the quotation that it covers has its source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.letters.model import Check

Checks = Callable[[str], Check]
CHILDREN = "[s]top the detention of children who seek asylum without delay"


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        (f"Japan recommended that Norway “{CHILDREN}”.1)", "1) A/HRC/90/7, para. 132.1."),
        (f"Japan recommended that Norway “{CHILDREN}”. [1]", "[1] A/HRC/90/7, para. 132.1."),
        (f"Japan recommended that Norway “{CHILDREN}”.*", "* A/HRC/90/7, para. 132.1."),
        (f"Japan recommended that Norway “{CHILDREN}”.[i]", "[i] A/HRC/90/7, para. 132.1."),
        (f"Japan recommended: « {CHILDREN} ».1", "1. A/HRC/90/7, para. 132.1."),
        (f"Japan recommended that Norway '{CHILDREN}'.1", "1. A/HRC/90/7, para. 132.1."),
        (f"Japan recommended that Norway “{CHILDREN}”. It was refused.1", "1. A/HRC/90/7, para. 132.1."),
        (f"일본은 노르웨이에 “{CHILDREN}” 권고했습니다.1)", "1) A/HRC/90/7, para. 132.1."),
    ],
)
def test_a_note_called_in_any_usual_way_gives_no_alarm(checks: Checks, sentence: str, note: str) -> None:
    text = (
        f"Open letter\n\n3 March 2025\n\nDear Minister,\n\n{sentence}\n\nSincerely,\n\nA Coalition\n\n"
        f"{'_' * 30}\n\n{note}\n"
    )
    grave = {f.rule for f in checks(text).findings if f.severity != "notice"}
    assert grave <= {"position_left_out"}
