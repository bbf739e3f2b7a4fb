"""Which body of the United Nations a paragraph of OHCHR's compilation reports.

How compilations are made: the body is the subject of the sentence ("CRC recommended"); or it was, in the
paragraph before ("The Committee also noted"); or nobody is named ("It was recommended that"), and the notes
lead to the bodies' documents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.documents.model import Note
from onrecord.mechanisms import background_patterns as patterns
from onrecord.un.bodies import FoundBody, body_of_symbol, find_bodies
from onrecord.un.symbol import find_symbols

NOUNS = {
    "Committee": ("CAT", "CCPR", "CEDAW", "CERD", "CESCR", "CRC", "CRPD", "CMW", "CED", "ILO"),
    "Subcommittee": ("SPT",),
    "country team": ("UNCT",),
    "Office": ("OHCHR", "UNHCR"),
}
"""Which bodies a noun alone can mean."""


class Speakers(NamedTuple):
    """Who speaks in a paragraph: acronyms, names as printed, and what they were inferred from, or ""."""

    codes: tuple[str, ...] = ()
    as_printed: tuple[str, ...] = ()
    evidence: str = ""


def speakers(text: str, before: Sequence[str], notes: Sequence[Note]) -> Speakers:
    """Tell who speaks in `text`; `before` are the bodies of the paragraphs before it, the latest last."""
    named = find_bodies(text)
    speaking = [body for place, body in enumerate(named) if _speaks(text, named, place)]
    if speaking:
        return _of([body.code for body in speaking], [body.as_written for body in speaking])
    again = _named_before(text, before)
    if again:
        return again
    return _behind_notes(notes)


def _of(codes: Sequence[str], names: Sequence[str], evidence: str = "") -> Speakers:
    first = dict(zip(reversed(codes), reversed(names), strict=True))
    order = tuple(dict.fromkeys(codes))
    return Speakers(order, tuple(first[code] for code in order), evidence)


def _speaks(text: str, named: Sequence[FoundBody], place: int) -> bool:
    body = named[place]
    if patterns.ACCORDING.search(text, max(0, body.start - 30), body.start):
        return True
    if text[: body.start].endswith(
        (" by ", " by the ", " of ", " of the ", " to ", " to the ", " with the ")
    ):
        return False
    end = body.end
    for other in named[place + 1 :]:
        joint = patterns.AND_ANOTHER.match(text, end)
        if joint is None or joint.end() != other.start:
            break
        end = other.end
    gap = patterns.BEFORE_VERB.match(text, end)
    return gap is not None and patterns.REPORTS.match(text, gap.end()) is not None


def _named_before(text: str, before: Sequence[str]) -> Speakers | None:
    for found in patterns.SAME_BODY.finditer(text):
        if not patterns.REPORTS.match(text, found.end()):
            continue
        code = _meant(found["noun"], before)
        if code:
            return Speakers((code,), (), f"“{found['noun']}” after {code}")
    return None


def _meant(noun: str, before: Sequence[str]) -> str:
    """The latest body that the noun can mean; "" where none was named."""
    if noun == "It":
        return before[-1] if before else ""
    for word, codes in NOUNS.items():
        if re.search(rf"\b{word}$", noun):
            return next((code for code in reversed(before) if code in codes), "")
    starts = "IE " if "Expert" in noun else "WG" if "Working" in noun else "SR "
    return next((code for code in reversed(before) if code.startswith(starts)), "")


def _behind_notes(notes: Sequence[Note]) -> Speakers:
    codes: list[str] = []
    for note in notes:
        codes += bodies_of_note(note.text)
    if not codes:
        return Speakers()
    marks = ", ".join(note.mark for note in notes)
    return Speakers(
        tuple(dict.fromkeys(codes)), (), f"whose documents note{'s' * (len(notes) > 1)} {marks} cite"
    )


def bodies_of_note(text: str) -> list[str]:
    """The bodies whose documents a note cites: "CERD/C/SVN/CO/8-11, para. 18; UNHCR submission, p. 3"."""
    found = [(one.start, body_of_symbol(one.symbol.text)) for one in find_symbols(text)]
    found += [(body.start, body.code) for body in find_bodies(text) if body.code not in {"HRC", "GA", "SG"}]
    if re.search(r"\b[Cc]ountry team submission", text):
        found.append((0, "UNCT"))
    return list(dict.fromkeys(code for _, code in sorted(found) if code))
