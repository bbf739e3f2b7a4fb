"""The plain words and signs of a dossier. Every colour on the page has a sign and a word beside it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

# Not the machine's own: a dossier reads the same wherever it is made.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


class Tone(NamedTuple):
    """How a state of affairs is shown: a key for colours, a sign, a word, and what it means."""

    key: str
    sign: str
    word: str
    meaning: str


# Heaviest first. A key stands in anchors and names of colours, so it is short.
VERDICTS = {
    "altered": Tone(
        "altered", "✗", "Altered", "the cited place has other words, and the letter does not show the change"
    ),
    "not_found": Tone("not_found", "∅", "Not found", "the words stand in no document on the record"),
    "elsewhere": Tone("elsewhere", "→", "Elsewhere", "the words stand in another place than the one cited"),
    "verbatim_with_marked_changes": Tone(
        "marked", "≈", "Changes marked", "the words of the record; what the letter changed, it shows"
    ),
    "verbatim": Tone("verbatim", "✓", "Verbatim", "word for word as the record has it"),
    "cannot_check": Tone(
        "cannot_check", "?", "Could not be checked", "not wrong: the source is not at hand, or not named"
    ),
}

CITATIONS = {
    tone.key: tone
    for tone in (
        Tone("resolved", "✓", "Resolved", "leads to a place in a document on the record"),
        Tone("not_on_record", "?", "Not on record", "names a document that the record does not hold"),
        Tone("unresolved", "?", "Unresolved", "it cannot be said which place is meant"),
    )
}

OTHER_SOURCE = Tone("other", "?", "Other source", "no UN document: outside what the record can answer")

SEVERITIES = {
    tone.key: tone
    for tone in (
        Tone("error", "■", "Error", "should be mended before the letter goes out"),
        Tone("warning", "▲", "Warning", "a reader would notice; look at it again"),
        Tone("notice", "●", "Notice", "worth knowing; nothing need be wrong"),
    )
}

POSITIONS = {
    tone.key: tone
    for tone in (
        Tone("supported", "●", "supported", "the State under review accepts the recommendation"),
        Tone("partially_supported", "◐", "supported in part", "the State accepts a part of it"),
        Tone(
            "noted",
            "○",
            "noted, not supported",
            "the State takes note; it does not support the recommendation",
        ),
        Tone("pending", "◌", "to be answered later", "the report leaves the answer to a later document"),
        Tone("not_stated", "?", "position not stated", "the documents on the record do not say"),
    )
}

KINDS = {
    "recommendation": "recommendation",
    "advance_question": "question in advance",
    "statement": "statement",
    "reply": "reply",
    "pledge": "voluntary commitment",
    "not_heard": "could not take the floor",
}


def verdict_tone(verdict: str) -> Tone:
    """The tone of a quotation's verdict; an unknown verdict is shown as not checked."""
    return VERDICTS.get(verdict, VERDICTS["cannot_check"])


def citation_tone(status: str, kind: str) -> Tone:
    """The tone of a citation's status; sources that are no UN documents are told apart."""
    if kind == "other" and status != "resolved":
        return OTHER_SOURCE
    return CITATIONS.get(status, CITATIONS["unresolved"])


def severity_tone(severity: str) -> Tone:
    """The tone of a finding's severity; an unknown severity is shown as a notice."""
    return SEVERITIES.get(severity, SEVERITIES["notice"])


def position_tone(position: str | None) -> Tone:
    """The tone of a position; None and unknown values are "not stated": a position is never guessed."""
    return POSITIONS.get(position or "not_stated", POSITIONS["not_stated"])


def counted(number: int, one: str, many: str) -> str:
    """`1 page`, `3 pages`: the number with the right noun."""
    return f"{number:,} {one if number == 1 else many}"


def listed(items: list[str]) -> str:
    """`a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def day(date: str) -> str:
    """`22 October 2013` for an ISO date; anything else as it is."""
    try:
        found = dt.date.fromisoformat(date)
    except ValueError:
        return date
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def para(pinpoint: str) -> str:
    """`para. 28 (g)`, `paras. 1098-1114`; a pinpoint of two paragraphs takes the plural.

    An advance question stands in no paragraph: `Add.1, NOR, question 2`.
    """
    if "question " in pinpoint:
        return pinpoint
    plural = "-" in pinpoint or "–" in pinpoint
    return f"{'paras.' if plural else 'para.'} {pinpoint}" if pinpoint else ""


def where(symbol: str, pinpoint: str, page: int | None) -> str:
    """`A/HRC/25/5, para. 186.241, p. 24`: a place in the order in which UN documents cite."""
    parts = [symbol, para(pinpoint), f"p. {page}" if page else ""]
    return ", ".join(part for part in parts if part)
