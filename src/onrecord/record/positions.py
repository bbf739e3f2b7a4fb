"""What became of a recommendation, from all documents on the record.

A position can stand in several places. Order of authority (domain rule): the Working Group's report, the
addendum, the Council's session report, corrections, OHCHR's matrix or index, UPR Info. What a report leaves
"to be examined" the addendum answers. Where two places say different things the first in this order stands
and the other is told beside it; nothing is merged silently.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from onrecord.errors import SymbolError
from onrecord.mechanisms.model import Entry, Inference, PositionAt, SecondHand
from onrecord.record.model import ReadsRecord
from onrecord.record.same_act import Act, Telling, same_acts
from onrecord.un.position import NOT_STATED, NOTED, PARTIALLY_SUPPORTED, PENDING
from onrecord.un.symbol import parse_symbol

REPORT, ADDENDUM, SESSION_REPORT, CORRECTION, OHCHR, UPR_INFO = range(1, 7)
AUTHORITIES = {
    REPORT: "the report on the review",
    ADDENDUM: "the State's addendum",
    SESSION_REPORT: "the Council's report on its session",
    CORRECTION: "a correction",
    OHCHR: "OHCHR's list",
    UPR_INFO: "UPR Info",
}
_ON_RECORD = "On Record, from the words"
_UNSETTLED = {PENDING, NOT_STATED, None}
_FOLDED = {PARTIALLY_SUPPORTED: NOTED}  # UPR Info and OHCHR know two values; "in part" is noted there
_NEARLY_ALL = 0.8
_BY_RULE = (
    "the State comments on it and does not say that it supports it; such recommendations “will be noted” "
    "(Human Rights Council resolution 5/1, annex, para. 32)"
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Statement:
    """One place that states a position on a recommendation.

    `authority` is a key of AUTHORITIES. `as_written` are the words for the position, `comment` what the State
    says of the recommendation there; `at` is where the position stands, `normalised_by` who made the value of
    the words. `inferred` tells how the place was taken to mean this recommendation, where it does not say so.
    """

    authority: int
    position: str
    as_written: str
    comment: str
    at: PositionAt | None
    normalised_by: str
    inferred: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of a recommendation: the statement that stands, all of them, and where they differ.

    `contradictions` are positions that cannot both be so; `differences` are other things that two sources of
    one recommendation say differently (its States, its words, the paragraph of the position). `also` are the
    tellings of the same act in tables about the report: OHCHR's matrix, the Index, UPR Info.
    """

    position: str
    as_written: str
    comment: str
    at: PositionAt | None
    normalised_by: str
    statements: tuple[Statement, ...]
    contradictions: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    also: tuple[Telling, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The same as plain values, the authorities in words."""
        found = asdict(replace(self, also=()))
        found["also"] = [telling.as_json() for telling in self.also]
        for statement, kept in zip(found["statements"], self.statements, strict=True):
            statement["authority"] = AUTHORITIES[kept.authority]
        return found


class Answers:
    """Entries that may answer recommendations, put in order for looking up: addenda and second-hand rows."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.in_addenda: dict[str, list[Entry]] = defaultdict(list)
        self.numbered: dict[tuple[str, str], Entry] = {}
        self.by_review: dict[tuple[str, int | None], list[Entry]] = defaultdict(list)
        self._joined: dict[tuple[str, str, int | None], dict[Entry, tuple[Telling, ...]]] = {}
        for entry in entries:
            if entry.kind == "position":
                self.in_addenda[base_of(entry.symbol)].append(entry)
            elif entry.kind == "recommendation" and entry.second_hand:
                self.numbered.setdefault(
                    (base_of(entry.second_hand.symbol), entry.second_hand.pinpoint), entry
                )
                self.by_review[entry.to, entry.cycle].append(entry)

    def tellings(self, entry: Entry, of_report: Sequence[Entry]) -> tuple[Telling, ...]:
        """A recommendation of a report, whose entries are `of_report`, as second-hand rows tell it."""
        # By the review, for a draft and its report have different symbols.
        rows = self.by_review.get((entry.to, entry.cycle), ())
        if not rows:
            return ()
        review = entry.symbol, entry.to, entry.cycle
        joined = self._joined.get(review)
        if joined is None:
            asked = [e for e in of_report if e.kind == "recommendation"]
            joined = {}
            for told, also in _told(same_acts([*asked, *rows])):
                # Of two that nothing tells apart the first has what is told of them.
                joined.setdefault(told, also)
            self._joined[review] = joined
        return joined.get(entry, ())

    def __bool__(self) -> bool:
        return bool(self.in_addenda or self.by_review)


def _told(acts: Iterable[Act]) -> Iterator[tuple[Entry, tuple[Telling, ...]]]:
    """Each entry of a report with the tellings of its act; one in the dialogue has those of the list's."""
    for act in acts:
        yield act.entry, act.also
        for own in act.also:
            if own.entry.second_hand is None:
                yield own.entry, tuple(telling for telling in act.also if telling is not own)


def settled(record: ReadsRecord, entries: Sequence[Entry]) -> list[Entry]:
    """These entries, each recommendation with the position that stands by all documents on the record.

    Where another document than its own settles it, `position_at` names that document, and `inferred` tells
    what was taken for granted.
    """
    return [entry for entry, _ in settled_with_tellers(record, entries)]


def settled_with_tellers(
    record: ReadsRecord, entries: Sequence[Entry]
) -> list[tuple[Entry, SecondHand | None]]:
    """As `settled`, each with the table that tells its position where no document of the State or the Council does."""
    open_ones = [e for e in entries if is_open(e)]
    answers = answers_on(record, {e.to for e in open_ones if e.to}) if open_ones else None
    told: list[tuple[Entry, SecondHand | None]] = []
    for entry in entries:
        found = resolve(entry, entries, answers) if answers and is_open(entry) else None
        told.append((settled_entry(entry, found), _teller(found)) if found else (entry, None))
    return told


def _teller(found: Resolved) -> SecondHand | None:
    first = found.statements[0] if found.statements else None
    if first is None or first.authority < OHCHR:
        return None
    rows = (telling.entry for telling in found.also if telling.entry.position == found.position)
    return next((row.second_hand for row in rows if row.second_hand), None)


def is_open(entry: Entry) -> bool:
    """Whether this is a recommendation of a report that leaves its position open."""
    return entry.kind == "recommendation" and entry.second_hand is None and entry.position in _UNSETTLED


def answers_on(record: ReadsRecord, states: Iterable[str]) -> Answers:
    """What the record holds that may answer recommendations to these States."""
    found: list[Entry] = []
    for state in sorted(states):
        found.extend(record.entries(to=state, kind="position"))
        # A row of a table about other documents has no symbol of its own; the reports need not be read.
        rows = record.entries(symbol="", to=state, kind="recommendation")
        found.extend(e for e in rows if e.second_hand is not None)
    return Answers(found)


def positions(record: ReadsRecord, symbol: str, number: str) -> tuple[Resolved, ...]:
    """What became of the recommendation with this pinpoint in this report, one for each of its parts."""
    of_report = record.entries(symbol=symbol)
    asked = [e for e in of_report if e.kind == "recommendation" and e.pinpoint == number]
    answers = answers_on(record, {e.to for e in asked if e.to})
    return tuple(resolve(entry, of_report, answers) for entry in asked)


def resolve(entry: Entry, of_report: Sequence[Entry], answers: Answers) -> Resolved:
    """What became of a recommendation of a report, whose entries are `of_report`, by these answers."""
    stated = _stated(entry, of_report, answers)
    return Resolved(
        *_standing(stated.statements),
        normalised_by=stated.statements[0].normalised_by if stated.statements else _ON_RECORD,
        statements=tuple(stated.statements),
        contradictions=tuple(_contradictions(stated.statements)),
        differences=tuple(_differences(entry, stated.statements, stated.twins)),
        also=stated.also,
    )


class Standing(NamedTuple):
    """What stands of a recommendation, without the places that say it and where they differ; as in `Resolved`."""

    position: str
    as_written: str
    comment: str
    at: PositionAt | None


def stands(entry: Entry, of_report: Sequence[Entry], answers: Answers) -> Standing:
    """The first four values of what `resolve` gives, for those who show no more."""
    by_the_state = sorted((*_own(entry), *_in_addenda(entry, of_report, answers)), key=_order)
    if by_the_state and by_the_state[0].position not in _UNSETTLED:
        # No table about the report comes before these, and none has a comment.
        return _standing(by_the_state)
    return _standing(_stated(entry, of_report, answers).statements)


class _Stated(NamedTuple):
    statements: list[Statement]
    twins: list[Entry]
    also: tuple[Telling, ...]


def _stated(entry: Entry, of_report: Sequence[Entry], answers: Answers) -> _Stated:
    """The statements on a recommendation, the one that stands first; and the rows of tables that tell it."""
    also = answers.tellings(entry, of_report)
    twins = _twins(entry, answers, also)
    statements = sorted(
        (*_own(entry), *_in_addenda(entry, of_report, answers), *(_second_hand(twin) for twin in twins)),
        key=_order,
    )
    return _Stated(statements, twins, also)


def _order(statement: Statement) -> tuple[bool, int]:
    return statement.position in _UNSETTLED, statement.authority


def _standing(statements: Sequence[Statement]) -> Standing:
    comment = next((one.comment for one in statements if one.comment), "")
    if not statements:
        return Standing(NOT_STATED, "", comment, None)
    first = statements[0]
    return Standing(first.position, first.as_written, comment, first.at)


@lru_cache(maxsize=4096)
def base_of(symbol: str) -> str:
    """The document that a symbol belongs to, without Add., Corr. and Rev.; else the words as they are."""
    try:
        return parse_symbol(symbol).base
    except SymbolError:
        return symbol


def settled_entry(entry: Entry, found: Resolved) -> Entry:
    """The recommendation with the position that stands, where its own report leaves it open."""
    if not is_open(entry) or found.position in _UNSETTLED:
        return entry
    taken = found.statements[0].inferred
    return replace(
        entry,
        position=found.position,
        position_as_written=found.as_written,
        position_at=found.at,
        inferred=(*entry.inferred, *((Inference("position", taken),) if taken else ())),
    )


def _own(entry: Entry) -> Iterator[Statement]:
    if entry.position is not None:
        yield Statement(REPORT, entry.position, entry.position_as_written, "", entry.position_at, _ON_RECORD)


def _in_addenda(entry: Entry, of_report: Sequence[Entry], answers: Answers) -> Iterator[Statement]:
    own = answers.in_addenda.get(base_of(entry.symbol), [])
    if not own:
        return
    pinpoint = entry.pinpoint
    direct = [e for e in own if e.number == pinpoint]
    if direct:
        yield from (_answer(e, "", own) for e in direct)
        return
    if not any("." in (e.number or "") for e in own):
        plain = [e for e in own if e.number and e.number == _plain(entry)]
        only = _only_list(of_report) if plain else ""
        if only and only == entry.paragraph:
            taken = f"{plain[0].symbol} has plain numbers; para. {only} is the report's one list left open"
            yield from (_answer(e, taken, own) for e in plain)
            return
    if entry.position in _UNSETTLED and entry.section == "conclusions":
        yield from _in_general(entry, own)


def _in_general(entry: Entry, own: Sequence[Entry]) -> Iterator[Statement]:
    """Answers to the whole list that this stands in; else those to all that are not named."""
    whole = [e for e in own if e.number == entry.paragraph]
    yield from (_answer(e, f"it answers the whole list of para. {entry.paragraph}") for e in whole)
    for e in own if not whole else ():
        if e.number is None:
            yield _answer(e, f"it names no numbers: “{e.position_as_written or e.text}”")


def _plain(entry: Entry) -> str:
    """The number within its list: "12" for "111.12"."""
    return (entry.number or "").rpartition(".")[2]


def _only_list(of_report: Sequence[Entry]) -> str:
    """The paragraph of the report's one list that is left open, or of its one list; else ""."""
    listed = [e for e in of_report if e.kind == "recommendation" and e.section == "conclusions" and e.number]
    left_open = {e.paragraph for e in listed if e.position in _UNSETTLED}
    lists = left_open or {e.paragraph for e in listed}
    return lists.pop() if len(lists) == 1 else ""


def _answer(entry: Entry, taken: str, own: Sequence[Entry] = ()) -> Statement:
    position = entry.position or NOT_STATED
    if position == NOT_STATED and entry.text and _answers_clearly(own):
        position, taken = NOTED, "; ".join(filter(None, (taken, _BY_RULE)))
    return Statement(
        CORRECTION if "/Corr." in entry.symbol else ADDENDUM,
        position,
        entry.position_as_written,
        entry.text,
        entry.position_at or PositionAt(entry.symbol, entry.paragraph),
        _ON_RECORD,
        taken,
    )


def _answers_clearly(own: Sequence[Entry]) -> bool:
    """Whether an addendum says of nearly all it speaks of what became of it: then silence tells too."""
    stated = sum(e.position not in _UNSETTLED for e in own)
    return stated >= _NEARLY_ALL * len(own) > 0


def _second_hand(entry: Entry) -> Statement:
    source = entry.second_hand.source if entry.second_hand else ""
    authority = UPR_INFO if source == AUTHORITIES[UPR_INFO] else OHCHR
    return Statement(
        authority, entry.position or NOT_STATED, entry.position_as_written, "", entry.position_at, source
    )


def _twins(entry: Entry, answers: Answers, also: Sequence[Telling]) -> list[Entry]:
    """The same recommendation in tables about the report; where none tells just it, the row of its number.

    A report's number can hold several texts that a table has in one row.
    """
    twins = [telling.entry for telling in also if telling.entry.second_hand]
    if any(_place(twin) for twin in twins):
        return twins
    row = answers.numbered.get((base_of(entry.symbol), entry.pinpoint))
    return [row, *twins] if row else twins


def _place(row: Entry) -> str:
    return row.second_hand.pinpoint if row.second_hand else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _contradictions(statements: Sequence[Statement]) -> Iterator[str]:
    """Each place that states another position than the first, both named."""
    known = [one for one in statements if one.position not in _UNSETTLED]
    for one in known[1:]:
        first = known[0]
        if one.position == first.position:
            continue
        if one.authority >= OHCHR and _FOLDED.get(first.position) == one.position:
            continue
        yield f"{_named(first)} has {_in_words(first)}, {_named(one)} has {_in_words(one)}"


def _named(one: Statement) -> str:
    place = f" ({one.at.symbol}, para. {one.at.paragraph})" if one.at and one.at.paragraph else ""
    return f"{AUTHORITIES[one.authority]}{place}"


def _in_words(one: Statement) -> str:
    return f"{one.position.replace('_', ' ')} (“{one.as_written}”)" if one.as_written else one.position


def _differences(entry: Entry, statements: Sequence[Statement], twins: Sequence[Entry]) -> Iterator[str]:
    answered = {one.at for one in statements if one.authority in {ADDENDUM, CORRECTION} and one.at}
    for twin in twins:
        whose = twin.second_hand.source if twin.second_hand else ""
        if set(twin.by) != set(entry.by) and _place(twin):
            yield f"{whose} has the States {', '.join(twin.by)}; the report {', '.join(entry.by)}"
        if _place(twin) and _words(twin.text) != _words(entry.text):
            yield f"{whose} has other words: “{twin.text}”"
        at = twin.position_at
        same_document = [one for one in answered if at and at.symbol == one.symbol]
        if at and at.paragraph and same_document and at not in answered and not _is_own_number(at, twin):
            paragraphs = ", ".join(sorted({one.paragraph for one in same_document}))
            read = f"the answer was read in para. {paragraphs}"
            yield f"{whose} names {at.symbol}, para. {at.paragraph}; {read}"


def _is_own_number(at: PositionAt, twin: Entry) -> bool:
    """Whether the place is told by the recommendation's own number, not by a paragraph."""
    return at.paragraph == _place(twin)
