"""Recommendations of one body to a named addressee, in a report of its own.

How they are worded: "The commission of inquiry recommends that China and other States: (a) Respect …; (b) …"
(A/HRC/25/63, para. 90), "The Special Rapporteur calls upon the Government to …"; or, under a heading
"Recommendations", a paragraph that names nobody and goes to the State that was visited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.documents.model import Paragraph
from onrecord.mechanisms.lettered import lettered_items
from onrecord.mechanisms.model import Entry, Inference
from onrecord.un.position import NOT_STATED
from onrecord.un.states import find_states

SPEAKER = (
    r"(?:[Tt]he\s+)?(?:(?:[Ii]nternational\s+|[Ii]ndependent\s+)*[Cc]ommission(?:\s+of\s+[Ii]nquiry)?|"
    r"[Ff]act-[Ff]inding\s+[Mm]ission|[Mm]ission|[Pp]anel|"
    r"Special\s+Rapporteurs?|Independent\s+Experts?|Working\s+Group|Special\s+Representative|OHCHR|High\s+Commissioner|"
    r"Office(?:\s+of\s+the\s+High\s+Commissioner)?|Secretary-General|[Ee]xperts?)|\b(?:It|it|He|he|She|she|They|they)"
)

RECOMMENDS = re.compile(
    rf"(?:{SPEAKER})(?:\s+on\s+[^,.;:]{{3,120}}?)?\s+(?:(?:also|further|therefore|strongly|urgently|again|particularly|"
    rf"specifically|accordingly|thus|in\s+addition|in\s+particular)[,\s]+)*"
    rf"(?P<verb>recommends?(?:\s+that|\s+to)?|urges?|calls?\s+(?:up)?on|encourages?|invites?|requests?|appeals?\s+to|"
    rf"advises|would\s+(?:like\s+to\s+)?recommend(?:\s+that|\s+to)?|makes?\s+the\s+following\s+recommendations?\s+to|"
    rf"addresses\s+the\s+following\s+recommendations?\s+to)\b\s*"
)
"""Who recommends, and the verb: "The commission of inquiry further recommends that"."""

SHOULD = re.compile(
    r"^(?P<addressee>(?:The\s+)?(?:Government|authorities|State|States|Member\s+States|Parliament|Human\s+Rights\s+Council|"
    r"General\s+Assembly|Security\s+Council|United\s+Nations|international\s+community|[A-Z]\w+(?:\s+\w+){0,6}?))\s+"
    r"(?:should|must|needs?\s+to)\b\s*:?"
)
"""The same without a speaker: "The Government should:"."""

ADDRESSEE_ENDS = re.compile(
    r"\s*:|\s+(?:to|should|must|and\s+to)\b|,?\s+(?:in\s+order\s+to|in\s+accordance|in\s+line)\b|,\s+(?=(?:as|in|with|by)\b)|[;.]"
)
THAT_CLAUSE_ENDS = re.compile(
    r"\s*:|\s+(?:should|must)\b|\s+(?=(?:take|adopt|ensure|establish|refer|undertake|provide|create|continue|"
    r"support|strengthen|respect|refrain|abstain|implement|consider|accept|amend|repeal|ratify|release|"
    r"allow|grant|cooperate|conduct|develop|abolish|end|make|review|investigate|extend|use|set|engage|protect|"
    r"promote|increase|facilitate|prohibit|guarantee|allocate|invest|remove|revise|pursue|cease|halt|address|include|"
    r"initiate|convene|hold|be|give|work|enact|intensify|introduce|issue|put|reform|stop|sign|accede|publish)\b)|[;.]"
)
"""Where the addressee ends after "recommends that": at the verb of the clause."""

HEADING = re.compile(r"\brecommendations?\b|recommandations|recomendaciones", re.IGNORECASE)


class Addressed(NamedTuple):
    """A recommending sentence: where its list or clause begins, and the addressee's words."""

    start: int
    addressee: str


def addressed(text: str) -> Addressed | None:
    """The addressee of the recommendation that a paragraph opens with or holds; None where it has none."""
    found = RECOMMENDS.search(text)
    if found is None:
        should = SHOULD.match(text)
        return Addressed(should.end(), should["addressee"]) if should else None
    that = found["verb"].endswith("that")
    ends = (THAT_CLAUSE_ENDS if that else ADDRESSEE_ENDS).search(text, found.end())
    if ends is None or ends.start() - found.end() > 250:
        return Addressed(found.end(), "")
    return Addressed(found.end(), text[found.end() : ends.start()].strip(" ,"))


def recommendations_of(paragraph: Paragraph, template: Entry, visited: str = "") -> Iterator[Entry]:
    """The recommendations of a paragraph, a lettered item an entry; none where it recommends nothing.

    `template` holds what all have in common. `visited` is the State to which a paragraph under a heading
    "Recommendations" goes that names no State; that is marked as inferred.
    """
    found = addressed(paragraph.text)
    if found is None and not _is_item_under_heading(paragraph):
        return
    to, printed, evidence = _to(found.addressee if found else "", visited)
    chapeau, items = lettered_items(paragraph.text)
    if found and found.start > chapeau:
        items = ()
    parts: list[tuple[str | None, int, int]] = [(item.letter, item.start, item.end) for item in items]
    parts = parts or [(paragraph.number if paragraph.parent else None, 0, len(paragraph.text))]
    for number, start, end in parts:
        yield Entry(
            kind="recommendation",
            symbol=template.symbol,
            section="recommendations",
            paragraph=paragraph.parent or paragraph.number or "",
            page=paragraph.page_at(start),
            text=paragraph.text[start:end],
            as_printed=paragraph.printed or paragraph.text,
            number=number,
            by=template.by,
            by_as_printed=template.by_as_printed,
            to=to,
            to_as_printed=printed,
            date=template.date,
            position=NOT_STATED,
            inferred=(Inference("to", evidence),) if evidence else (),
            place=paragraph.place(start, end),
        )


def _is_item_under_heading(paragraph: Paragraph) -> bool:
    return paragraph.parent is not None and any(HEADING.search(heading) for heading in paragraph.headings)


def _to(addressee: str, visited: str) -> tuple[str, str, str]:
    """The State's code where one State alone is named, the addressee's words, and what was inferred from what."""
    codes = list(dict.fromkeys(found.state.code for found in find_states(addressee)))
    if len(codes) == 1:
        return codes[0], addressee, ""
    if codes or not visited or not _means_the_state(addressee):
        return "", addressee, ""
    return visited, addressee, "the State with which the report deals"


def _means_the_state(addressee: str) -> bool:
    return (
        not addressee
        or re.match(
            r"(?:the\s+)?(?:Government|authorities|State(?!s)\b|it\b|Parliament)", addressee, re.IGNORECASE
        )
        is not None
    )
