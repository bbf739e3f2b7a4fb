"""How the tables of rules write their letters."""

from __future__ import annotations

TITLE = "Report of the Working Group on the Universal Periodic Review: Norway"
EDUCATION = "Continue its programme of human rights education in every school"
CHILDREN = "Stop the detention of children who seek asylum without delay"


def letter(body: str, *notes: str) -> str:
    """A letter of 3 January 2024 with this body and these notes."""
    printed = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))
    return f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n\n{printed}\n"


def cited(place: str, symbol: str = "A/HRC/90/7") -> str:
    """A note that cites the sample report on Norway."""
    return f"{TITLE}, {symbol}, {place}"


def questions(*asks: str) -> str:
    """A list of questions that the letter proposes."""
    listed = "\n".join(f"  {number}. {ask}" for number, ask in enumerate(asks, 1))
    return f"We urge you to submit the following written questions:\n\n{listed}"


def recommendations(*asks: str) -> str:
    """A list of recommendations that the letter proposes."""
    listed = "\n".join(f"  {number}. {ask}" for number, ask in enumerate(asks, 1))
    return f"We urge you to make the following UPR recommendations:\n\n{listed}"
