"""Roll-call votes: who voted in favour, against, who abstained, or that nobody asked for a vote.

Source: rules of procedure of the General Assembly, rules 87 and 127, which the Council applies; printed below
a resolution in square brackets, and in the Council's reports on its sessions (A/HRC/43/2, para. 104).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.documents.model import Box, Document
from onrecord.mechanisms import council_patterns as patterns
from onrecord.mechanisms.model import Entry
from onrecord.told import Told, tell
from onrecord.un.states import StateList, find_states, parse_state_list

NEAR = 4
"""How many paragraphs after a list of votes the sentence that counts them may stand."""

_VOTES: dict[str, str] = {name: name for name in (tell("in favour"), tell("against"), tell("abstaining"))}


class Stretch(NamedTuple):
    """A stretch of a document's text: a paragraph, or the whole title page of a document of one page."""

    pinpoint: str
    page: int
    text: str
    boxes: tuple[Box, ...] = ()


class Ballot(NamedTuple):
    """One list of votes: its heading, its words, the stretch it stands in, and its States."""

    heading: str
    words: str
    at: Stretch
    states: StateList | None


def stretches(document: Document) -> list[Stretch]:
    """The document's text in order; paragraphs without a number go by the number before them."""
    found: list[Stretch] = []
    pinpoint = ""
    for paragraph in document.paragraphs:
        if paragraph.zone not in {"body", "annex"}:
            continue
        pinpoint = paragraph.pinpoint or pinpoint
        found.append(
            Stretch(pinpoint, paragraph.page, paragraph.text, paragraph.place(0, len(paragraph.text)))
        )
    if document.front:
        found.insert(0, Stretch("", 1, " ".join(document.front)))
    return found


def votes(document: Document) -> tuple[tuple[Entry, ...], tuple[Told, ...]]:
    """Every list of votes as an entry by its States, and every adoption without a vote; and doubts.

    A list that names other than States, or other numbers than the sentence that counts them, is a doubt.
    """
    texts = stretches(document)
    ballots = [ballot for place in range(len(texts)) for ballot in _ballots(texts, place)]
    entries = [_entry(document, ballot) for ballot in ballots]
    entries += list(_without_vote(document, texts))
    return tuple(entries), tuple(_doubts(texts, ballots))


def _ballots(texts: Sequence[Stretch], place: int) -> Iterator[Ballot]:
    at = texts[place]
    for heading in patterns.LIST.finditer(at.text):
        over = patterns.LIST_ENDS.search(at.text, heading.end())
        words = patterns.PAGE_MARKS.sub("", at.text[heading.end() : over.start() if over else len(at.text)])
        where = at
        if not words and place + 1 < len(texts) and over is None:
            where = texts[place + 1]
            over = patterns.LIST_ENDS.search(where.text)
            words = patterns.PAGE_MARKS.sub("", where.text[: over.start() if over else len(where.text)])
        states = parse_state_list(words) if words else None
        if words and (states or len(find_states(words)) > 1):
            yield Ballot(" ".join(heading["heading"].split()), words, where, states)


def _entry(document: Document, ballot: Ballot) -> Entry:
    listed = ballot.states
    named = find_states(ballot.words) if listed is None else []
    return Entry(
        kind="vote",
        symbol=document.symbol,
        section="vote",
        paragraph=ballot.at.pinpoint,
        page=ballot.at.page,
        text=ballot.words,
        as_printed=ballot.at.text,
        by=listed.codes if listed else tuple(dict.fromkeys(found.state.code for found in named)),
        by_as_printed=listed.as_printed if listed else tuple(found.as_written for found in named),
        date=document.date,
        position_as_written=ballot.heading,
        place=ballot.at.boxes,
    )


def _without_vote(document: Document, texts: Sequence[Stretch]) -> Iterator[Entry]:
    for at in texts:
        for found in patterns.WITHOUT_VOTE.finditer(at.text):
            yield Entry(
                kind="vote",
                symbol=document.symbol,
                section="vote",
                paragraph=at.pinpoint,
                page=at.page,
                text=found[0],
                as_printed=at.text,
                date=document.date,
                position_as_written="without a vote",
                place=at.boxes,
            )


def _doubts(texts: Sequence[Stretch], ballots: Sequence[Ballot]) -> Iterator[Told]:
    for ballot in ballots:
        if ballot.states is None:
            yield tell(
                "para. %(paragraph)s: “%(heading)s” lists more than States",
                paragraph=ballot.at.pinpoint or "?",
                heading=ballot.heading,
            )
    for first, group in _rounds(ballots):
        counted = _result(texts, first)
        for name, ballot in group.items():
            said = counted.get(name)
            listed = len(ballot.states.states) if ballot.states else None
            if said is not None and listed is not None and said != listed:
                yield tell(
                    "para. %(paragraph)s: %(listed)s States %(vote)s, the result says %(said)s",
                    paragraph=ballot.at.pinpoint or "?",
                    listed=listed,
                    vote=_VOTES[name],
                    said=said,
                )


def _rounds(ballots: Sequence[Ballot]) -> list[tuple[Ballot, dict[str, Ballot]]]:
    """The lists of one vote together: each begins with those in favour."""
    rounds: list[tuple[Ballot, dict[str, Ballot]]] = []
    for ballot in ballots:
        name = ballot.heading.lower()
        if name == "in favour" or not rounds:
            rounds.append((ballot, {}))
        rounds[-1][1][name if not name.startswith("abst") else "abstaining"] = ballot
    return rounds


def _result(texts: Sequence[Stretch], ballot: Ballot) -> dict[str, int]:
    """What the nearest sentence that counts the votes says, at or after the list, else before it."""
    place = texts.index(ballot.at)
    after = texts[place].text[texts[place].text.find(ballot.words) :]
    words = " ".join((after, *(text.text for text in texts[place + 1 : place + NEAR])))
    found = patterns.RESULT.search(words) or patterns.RESULT.search(texts[place].text)
    if found is None:
        return {}
    named = {"in favour": found["for"], "against": found["against"], "abstaining": found["abstaining"]}
    return {name: int(n) if n.isdecimal() else 0 for name, n in named.items() if n}
