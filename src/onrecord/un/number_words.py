"""Numbers in words, cardinal and ordinal, from data/number_words.csv."""

from __future__ import annotations

import re
from functools import cache

from onrecord.un.state_names import rows

SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}


@cache
def cardinals() -> dict[str, int]:
    """The words for one to nineteen and for the tens."""
    return {row["cardinal"]: int(row["value"]) for row in rows("number_words")}


@cache
def ordinals() -> dict[str, int]:
    """The words for first to ninety-ninth, their parts parted by a space or by nothing."""
    words = [(int(row["value"]), row["cardinal"], row["ordinal"]) for row in rows("number_words")]
    named = {ordinal: value for value, _, ordinal in words}
    for ten, cardinal, _ in words:
        for unit, _, ordinal in words:
            if ten >= 20 and unit < 10:
                named[f"{cardinal} {ordinal}"] = named[f"{cardinal}{ordinal}"] = ten + unit
    return named


@cache
def other_ordinals() -> dict[str, int]:
    """The ordinals of data/ordinals_other.csv, in Spanish and French."""
    return {row["ordinal"].replace("-", " "): int(row["value"]) for row in rows("ordinals_other")}


def number_named(words: str) -> int | None:
    """The number that digits ("2,000") or words ("fifty-five", "two hundred and ten") name; None if none."""
    plain = re.sub(r"(?<=\d)[,\u00a0\u202f](?=\d{3})", "", words.strip().lower())
    total = current = 0
    parts = [part for part in re.split(r"[\s-]+", plain) if part != "and"]
    for part in parts:
        value = int(part) if part.isdecimal() else 1 if part == "a" else cardinals().get(part)
        if value is not None:
            current += value
        elif part == "hundred":
            current *= SCALES[part]
        elif part in SCALES:
            total, current = total + current * SCALES[part], 0
        else:
            return None
    return total + current if parts else None


def ordinal_named(words: str) -> int | None:
    """The number that "seventeenth", "17th", "17", "séptimo" or "dix-septième" names; None if no ordinal."""
    text = words.strip().lower()
    digits = re.fullmatch(r"([0-9]{1,3})(?:st|nd|rd|th|º|o|er|e|ème)?", text)
    if digits:
        return int(digits[1])
    plain = " ".join(re.split(r"[\s\-\u2010-\u2013\ufffe\u00ad]+", text))
    return ordinals().get(plain) or other_ordinals().get(plain)
