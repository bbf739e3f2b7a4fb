"""What stands around a letter's text: title, date, addressee, copies, subject; and its signatories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.letters.compose.built import PrintedSignatory
from onrecord.letters.compose.importing.pieces import Piece
from onrecord.letters.patterns import DATE_LABEL, KOREAN_DATE, SALUTATION
from onrecord.un.dates import find_dates

HEAD = 20
COPIES = re.compile(r"(?:c\.?\s?c\.?|copy to|copies(?: to)?|참조)\s*[.:：]\s*|cc\s+", re.IGNORECASE)
SUBJECT = re.compile(r"(?:re|ref|subject|제목|건명)\s*[:：.]\s*", re.IGNORECASE)
TITLE = re.compile(r"\b(?:letter|statement|appeal|submission|petition)\b|서한|성명|청원", re.IGNORECASE)
# "Signature organizations and individuals (as of January 3, 2024)", "Signed by:", "연명 단체".
SIGNED = re.compile(
    r"\b(?:signator\w+|signatures?|signed|undersigned|endorsed by|co-?signed)\b|서명|연명", re.IGNORECASE
)
LONGEST_HEADING = 120
LONGEST_NAME = 200
LONGEST_PLACE = 40
# What a web page adds to a letter.
PAGE = re.compile(
    r"^(?:download|print|share|tweet|click here|read more|view (?:as|the) pdf|back to|내려받기|다운로드)\b",
    re.IGNORECASE,
)
DETAIL = re.compile(r"(?P<name>[^()]+?)\s*\((?P<detail>[^()]+)\)$")
ACRONYM = re.compile(r"[A-Z][A-Za-z&.\-]{1,14}(?: [A-Z]+)?$")


@dataclass
class Head:
    """What the head of a letter says; `body` is the index of the first piece after it."""

    title: str = ""
    letterhead: list[str] = field(default_factory=list)
    date_as_printed: str = ""
    addressee: list[str] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    subject: str = ""
    body: int = 0
    labels: list[str] = field(default_factory=list)


@dataclass
class Foot:
    """The signatories; `start` and `end` are the pieces that the list takes, or None where there is none."""

    start: int | None = None
    end: int = 0
    names: list[PrintedSignatory] = field(default_factory=list)
    as_of: str = ""
    as_of_as_printed: str = ""
    heading: str = ""


def read_head(pieces: Sequence[Piece]) -> Head:
    """The head of the letter, up to its salutation; an empty one where no head can be told.

    Without a salutation the head ends with the date or the subject, whichever comes last.
    """
    end = next((at for at, piece in enumerate(pieces[:HEAD]) if SALUTATION.match(piece.text)), None)
    if end is None:
        ends = [
            at + 1
            for at, piece in enumerate(pieces[:HEAD])
            if SUBJECT.match(piece.text) or (len(piece.lines) == 1 and _is_date(piece.text))
        ]
        end = ends[-1] if ends else 0
    head = Head(body=end)
    # Lines that call notes are text, whatever stands around them.
    if any(piece.calls or piece.ask for piece in pieces[:end]):
        return Head()
    place = "before"
    for line in (row for piece in pieces[:end] for row in piece.lines):
        place = _line(head, line.strip("#* "), place)
    _take_title(head)
    return head


def _take_title(head: Head) -> None:
    """The title among the lines above the date: the last that names a letter, else the only line."""
    titles = [line for line in head.letterhead if TITLE.search(line)]
    if titles or len(head.letterhead) == 1:
        head.title = titles[-1] if titles else head.letterhead[0]
        head.letterhead.remove(head.title)


def _line(head: Head, line: str, place: str) -> str:
    """Takes one line of the head; returns where the next one belongs."""
    copies, subject = COPIES.match(line), SUBJECT.match(line)
    if subject:
        head.labels.append(subject[0].strip())
        head.subject = line[subject.end() :]
        return "subject"
    if copies:
        head.labels.append(copies[0].strip())
        head.copies += filter(None, [line[copies.end() :]])
        return "copies"
    if not head.date_as_printed and _is_date(line):
        head.date_as_printed = DATE_LABEL.sub("", line)
        return "addressee"
    if place == "before":
        head.letterhead.append(line)
    elif place == "copies":
        head.copies.append(line)
    elif place == "subject":
        head.subject = f"{head.subject} {line}".strip()
    else:
        head.addressee.append(line)
    return place


def _is_date(line: str) -> bool:
    bare = DATE_LABEL.sub("", line.strip("#* "))
    if KOREAN_DATE.fullmatch(bare.strip()):
        return True
    dates = find_dates(bare)
    if len(dates) != 1:
        return False
    # "Geneva, 12 April 2013": a place may stand before the day.
    before, after = bare[: dates[0].start].strip(), bare[dates[0].end :].strip(" .")
    return not after and (not before or (before.endswith(",") and len(before) <= LONGEST_PLACE))


def read_foot(pieces: Sequence[Piece], first: int) -> Foot:
    """The list of signatories under its heading: names up to a gap, a longer paragraph, or a page's own line."""
    for at in range(len(pieces) - 1, first, -1):
        heading = pieces[at].text
        if len(heading) > LONGEST_HEADING or not SIGNED.search(heading) or pieces[at].calls or pieces[at].ask:
            continue
        end = at + 1
        while end < len(pieces) and _is_name(pieces[end], wide=end > at + 1 and pieces[end].gap > 4):
            end += 1
        names = [_signatory(line) for piece in pieces[at + 1 : end] for line in piece.lines]
        if not names:
            continue
        dates = [found for found in find_dates(heading) if len(found.bounds.edtf) == 10]
        dated = dates[0] if len(dates) == 1 else None
        return Foot(
            at,
            end,
            names,
            dated.bounds.edtf if dated else "",
            heading[dated.start : dated.end] if dated else "",
            heading,
        )
    return Foot()


def _is_name(piece: Piece, *, wide: bool) -> bool:
    if wide or piece.calls or piece.ask or PAGE.match(piece.text):
        return False
    return all(len(line) <= LONGEST_NAME and not line.endswith((":", "?")) for line in piece.lines)


def _signatory(line: str) -> PrintedSignatory:
    """A name, with what a person adds in brackets apart; an acronym in brackets is part of the name."""
    line = line.lstrip("-*•◦▪· \t").strip()
    match = DETAIL.fullmatch(line)
    if match is None or ACRONYM.fullmatch(match["detail"]):
        return PrintedSignatory(line)
    return PrintedSignatory(match["name"], match["detail"])
