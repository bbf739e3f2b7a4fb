"""How long an ask is when spoken: 130 words a minute, against a slot of one minute."""

from __future__ import annotations

from onrecord.letters.advice.model import Advice, Asked
from onrecord.letters.render.sheet_contents import WORDS_A_MINUTE, Statement

SLOT = 60


def length(words: str) -> tuple[int, int]:
    """The words and the seconds that they take."""
    spoken = Statement("", "", (words,))
    return spoken.words, spoken.seconds


def advise(ask: Asked) -> Advice:
    """The length, and how much of a minute it leaves."""
    words, seconds = length(ask.words)
    told = f"{words} words, {seconds} seconds at {WORDS_A_MINUTE} words a minute"
    left = SLOT - seconds
    rest = f"{left} seconds of a minute are left" if left >= 0 else f"{-left} seconds more than one minute"
    return Advice("length", f"{told}; {rest}.")
