"""Bodies of the United Nations: from any name or symbol in a document to the body's acronym.

Names stand in data/bodies.csv. Holders of mandates of the Human Rights Council are named by their mandate:
"Special Rapporteur on minority issues" is "SR on minority issues", as their number changes every year.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.un.folding import fold, folded_name
from onrecord.un.state_names import rows

SYMBOL_SERIES = {
    "CAT/OP": "SPT",
    "CAT": "CAT",
    "CCPR": "CCPR",
    "CEDAW": "CEDAW",
    "CERD": "CERD",
    "CRC": "CRC",
    "CRPD": "CRPD",
    "CMW": "CMW",
    "CED": "CED",
    "E/C.12": "CESCR",
}
"""Whose documents a series of symbols holds."""

MANDATE = re.compile(
    r"\b(?P<office>(?i:Special Rapporteurs?|Independent Experts?)|Working Group(?: of Experts)?|"
    r"Special Representatives? of the Secretary-General)"
    r" (?P<subject>on|for|in the field of)"
    r"(?P<rest> (?:[^,;.:()\[\]“”]|, (?=summary|inhuman|its causes|justice)){3,200})"
)
"""A mandate and its subject: "Special Rapporteur on minority issues"."""

SUBJECT_ENDS = re.compile(
    r"\s(?:noted|stated|said|recommended|urged|encouraged|expressed|called|welcomed|was|were|had|has|have|"
    r"found|reported|indicated|observed|considered|concluded|stressed|visited|and (?:the )?(?:Special|Independent|Working|Chair)|"
    r"also|further|then|who|which|reiterated|suggested|underlined|emphasi[sz]ed|highlighted|strongly|affirmed|"
    r"argued|explained|pointed|regretted|deplored|commended|appealed|asked|requested|invited|remained|took|"
    r"in his|in her|in its|in (?:19|20)\d\d|following|acknowledged|recognized|added|referred|warned|raised|drew|"
    r"made|received|sent|issued|concurred|presented|believed|hoped|proposed|did|would|could|should|is|conducted|"
    r"transmitted|undertook|wrote|held|to (?:the Government|Slovenia|[A-Z]\w+))\b|\d{1,3}\b"
)
"""The words at which a mandate's subject is over, where no comma says so, and a note's mark."""

OFFICES = {
    "special rapporteur": "SR",
    "independent expert": "IE",
    "working group": "WG",
    "special represent": "SRSG",
}


class FoundBody(NamedTuple):
    """A body named in a text: text[start:end] is `as_written`."""

    start: int
    end: int
    code: str
    as_written: str


def find_bodies(text: str) -> list[FoundBody]:
    """Every body that `text` names, in order, the longest name at each place.

    Abbreviations must be written as they are ("CAT", not "cat"); "Committee" alone names nobody.
    """
    folded = fold(text)
    found = []
    for match in _pattern().finditer(folded.text):
        start, end = folded.span(match.start(), match.end())
        code, abbreviation = _by_name()[match[0]]
        if abbreviation and text[start:end] != abbreviation:
            continue
        if text[start:end].islower() or text[max(0, start - 1) : start] in {"-", "/"}:
            continue
        found.append(FoundBody(start, end, code, text[start:end]))
    return sorted(_with_mandates(found, find_mandates(text)))


def find_mandates(text: str) -> list[FoundBody]:
    """Every holder of a mandate of the Human Rights Council that is named by its subject."""
    found: list[FoundBody] = []
    match = MANDATE.search(text)
    while match:
        rest = match["rest"]
        over = SUBJECT_ENDS.search(rest)
        words = (rest[: over.start()] if over else rest).rstrip()
        office = next(short for name, short in OFFICES.items() if match["office"].lower().startswith(name))
        code = " ".join(f"{office} {match['subject']} {words}".split())
        end = match.start("rest") + len(words)
        found.append(FoundBody(match.start(), end, code, text[match.start() : end]))
        match = MANDATE.search(text, max(end, match.start() + 1))
    return found


def body_of_symbol(symbol: str) -> str:
    """Whose document a symbol names: "CERD/C/SVN/CO/8-11" is CERD's; "" where its series does not tell."""
    return next((code for series, code in SYMBOL_SERIES.items() if symbol.startswith(f"{series}/")), "")


def _with_mandates(found: list[FoundBody], mandates: list[FoundBody]) -> list[FoundBody]:
    """Both lists in one; where a mandate's full subject goes on from a known name, the name's code stays."""
    for mandate in mandates:
        same = next((body for body in found if body.start <= mandate.start < body.end), None)
        if same is None:
            found.append(mandate)
        elif mandate.end > same.end:
            found[found.index(same)] = mandate._replace(code=same.code)
    return found


@cache
def _by_name() -> dict[str, tuple[str, str]]:
    """Code, and the name as it must be written where it is an abbreviation, by folded name."""
    return {
        folded_name(row["name"]): (row["code"], row["name"] if row["kind"] == "abbreviation" else "")
        for row in rows("bodies")
        if row["kind"] != "treaty"
    }


@cache
def treaties() -> dict[str, str]:
    """The committee that watches over a treaty, by the treaty's full name."""
    return {row["name"]: row["code"] for row in rows("bodies") if row["kind"] == "treaty"}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_by_name(), key=len, reverse=True)
    return re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, names))})(?![\w/])")
