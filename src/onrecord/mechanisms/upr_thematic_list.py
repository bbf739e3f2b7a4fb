"""OHCHR's matrix or thematic list of recommendations: a second source of the same acts as the report.

After a review OHCHR publishes the recommendations as a table, by theme, each with the State's position and
the paragraph where it stands ("Source of position: A/HRC/25/5/Add.1 - Para. 186.28"). Layouts of 2014, 2019
and 2025 differ in their columns, which are told apart by their heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.documents.model import Document, Table
from onrecord.errors import SymbolError
from onrecord.mechanisms import thematic_list_patterns as patterns
from onrecord.mechanisms.addendum_answers import answers_in
from onrecord.mechanisms.model import Entry, Inference, PositionAt, Reading, SecondHand
from onrecord.mechanisms.state_brackets import brackets_of_states, parts_of
from onrecord.told import Told, tell
from onrecord.un.number_words import ordinal_named
from onrecord.un.position import NOT_STATED, PARTIALLY_SUPPORTED
from onrecord.un.review import cycle_of_session, review, review_of_report
from onrecord.un.states import find_state, find_states
from onrecord.un.symbol import parse_symbol


@dataclass(frozen=True, slots=True)
class _Item:
    """A row of the table: one numbered recommendation."""

    number: str
    text: str
    position: str
    source: PositionAt | None
    themes: tuple[str, ...]
    page: int


@dataclass(frozen=True, slots=True)
class _Review:
    state: str
    cycle: int | None
    session: int | None
    date: str
    report: str


def is_thematic_list(document: Document) -> bool:
    """Whether this is OHCHR's table of recommendations: by the heads of its columns."""
    return any(_columns(row) for table in document.tables for row in table.rows[:5])


def read_list(document: Document) -> Reading:
    """Read a matrix or thematic list.

    Returns a Reading of kind "upr_thematic_list" with entries of kind "recommendation" in the order of their
    numbers, each text of a number an entry, with `themes`, `position` and `position_at`. Affected persons and
    goals stand among the themes with "Affected persons: " or "SDG: " before them. They are the same acts as
    the report's, told by OHCHR: `second_hand` names the report and the place there, and `symbol` is "".
    """
    items = _merged(item for table in document.tables for item in _items(table))
    facts = _review(document, items)
    entries = tuple(entry for item in items for entry in _entries(item, facts, document))
    return Reading("upr_thematic_list", entries, None, tuple(_doubts(items, facts)))


def _columns(row: Sequence[str]) -> dict[str, int]:
    """The columns by what their heads name; empty where the row is no head."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        name = next((name for name, head in patterns.COLUMNS.items() if head.match(cell)), "")
        if name and len(cell) < 100:
            found.setdefault(name, at)
    return found if {"recommendation", "position"} <= found.keys() and len(found) > 2 else {}


def _items(table: Table) -> Iterator[_Item]:
    columns: dict[str, int] = {}
    theme = ""
    for row in table.rows:
        heads = _columns(row)
        over = patterns.THEME.match(row[0]) if row else None
        if heads:
            columns = heads
        elif over and not any(cell.strip() for cell in row[1:]):
            theme = over["theme"].strip()
        elif columns and len(row) > max(columns.values()):
            yield from _item(row, columns, theme, table.page or 1)


def _item(row: Sequence[str], columns: dict[str, int], theme: str, page: int) -> Iterator[_Item]:
    words = row[columns["recommendation"]].strip()
    number = patterns.NUMBER.match(words)
    if number is None:
        return
    source = next((found for cell in row if (found := patterns.SOURCE.search(cell))), None)
    text = patterns.SOURCE.sub(" ", words[number.end() :])
    if "states" in columns and "(" not in text:
        text = f"{text.strip()} ({row[columns['states']].strip()})"
    themes = tuple(_themes(row[columns["themes"]] if "themes" in columns else "", ""))
    goals = tuple(_themes(row[columns["sdgs"]] if "sdgs" in columns else "", "SDG: "))
    yield _Item(
        number=f"{int(number['head'])}.{int(number['item'])}",
        text=" ".join(text.split()),
        position=" ".join(patterns.SOURCE.sub(" ", row[columns["position"]]).split()),
        source=_source(source["symbol"], source["paragraph"]) if source else None,
        themes=tuple(dict.fromkeys((*((theme,) if theme else ()), *themes, *goals))),
        page=page,
    )


def _source(symbol: str, paragraph: str | None) -> PositionAt | None:
    try:
        return PositionAt(str(parse_symbol(symbol.rstrip(".-–"))), (paragraph or "").strip("."))
    except SymbolError:
        return None


def _themes(cell: str, group: str) -> Iterator[str]:
    """The lines of a cell, each with the group that it stands under: "Affected persons: women"."""
    for printed in cell.split("\n"):
        line = printed
        over = patterns.GROUP.match(line)
        if over:
            name = over["group"].lower()
            group = (
                "SDG: "
                if name.startswith("sdg")
                else ""
                if name.startswith("theme")
                else "Affected persons: "
            )
            line = over["rest"]
        words = " ".join(patterns.BULLET.sub("", line).split())
        if words:
            yield f"{group}{words}"


def _merged(items: Iterator[_Item]) -> list[_Item]:
    """Each number once: a recommendation that stands under several themes has all of them."""
    found: dict[str, _Item] = {}
    for item in items:
        before = found.get(item.number)
        if before is None or before.text != item.text:
            key = item.number if before is None else f"{item.number} {len(found)}"
            found[key] = item
        else:
            found[item.number] = replace(before, themes=tuple(dict.fromkeys((*before.themes, *item.themes))))
    return sorted(found.values(), key=lambda item: tuple(int(part) for part in item.number.split(".")))


def _review(document: Document, items: Sequence[_Item]) -> _Review:
    """Whose review it is: by the running head, else by the report that the positions' sources belong to."""
    head = " ".join((document.title, *document.front, *(p.text for p in document.paragraphs[:3])))
    found = patterns.REVIEW_OF.search(head)
    session = _ordinal(found["session"]) if found else None
    named = find_state(found["state"].strip()) if found else None
    sources = (parse_symbol(item.source.symbol).base for item in items if item.source)
    report = next(sources, "")
    known = review_of_report(report)
    if known and (named is None or session is None):
        return _Review(known.state.code, known.cycle, known.session, known.date, report)
    states = find_states(head)
    code = named.code if named else states[0].state.code if len(states) == 1 else ""
    cycle = cycle_of_session(session) if session else _ordinal(found["cycle"]) if found else None
    due = review(code, cycle) if code and cycle else None
    return _Review(code, cycle, session or (due.session if due else None), due.date if due else "", report)


def _ordinal(words: str) -> int | None:
    return int(words) if words.isdigit() else ordinal_named(words)


def _entries(item: _Item, facts: _Review, document: Document) -> Iterator[Entry]:
    value = _value(item.position)
    text, mended = _with_whole_names(item.text)
    for part, one in enumerate(parts_of(text), start=1):
        yield Entry(
            kind="recommendation",
            symbol="",
            section="conclusions",
            paragraph=item.number.split(".")[0],
            page=item.page,
            text=text[one.start : one.end].strip(),
            as_printed=item.text,
            number=item.number,
            part=part,
            by=one.codes,
            by_as_printed=one.as_printed,
            on_behalf_of=one.on_behalf_of,
            to=facts.state,
            cycle=facts.cycle,
            session=facts.session,
            date=facts.date,
            position=value,
            position_as_written=item.position,
            position_at=item.source,
            themes=item.themes,
            inferred=tuple(
                Inference("by", name) for name in (*one.inferred, *((item.text[-60:],) if mended else ()))
            ),
            second_hand=SecondHand("OHCHR", document.name, facts.report, item.number),
        )


def _with_whole_names(text: str) -> tuple[str, bool]:
    """The text with spaces inside words taken out ("S tate of"), where only so its bracket names States."""
    if brackets_of_states(text):
        return text, False
    whole = patterns.SPACE_IN_WORD.sub(r"\1\2", text)
    return (whole, True) if brackets_of_states(whole) else (text, False)


def _value(cell: str) -> str:
    """The position in a cell; both values in one cell mean that a part is supported."""
    values = {answer.value for answer in answers_in(cell)}
    if len(values) > 1:
        return PARTIALLY_SUPPORTED
    return values.pop() if values else NOT_STATED


def _doubts(items: Sequence[_Item], facts: _Review) -> Iterator[Told]:
    seen: set[str] = set()
    for item in items:
        if item.number in seen:
            yield tell("the list has %(number)s twice with different words", number=item.number)
        seen.add(item.number)
        if _value(item.position) == NOT_STATED:
            yield tell(
                "%(number)s: the position “%(position)s” is none that is known",
                number=item.number,
                position=item.position,
            )
    if not facts.state:
        yield tell("the list does not say whose review it is")
