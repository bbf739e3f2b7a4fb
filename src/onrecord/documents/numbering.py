"""Printed lines to paragraphs by their printed numbers, under their headings.

How UN documents number (A/HRC/25/5, A/HRC/11/25, A/HRC/8/34): main paragraphs run 1, 2, 3 through the
whole document; a list under paragraph 114 restarts at 1, or carries its paragraph: 186.1, 186.2.
Numbers are sometimes misprinted ("120.111" between 129.110 and 129.112): a number is taken where it is
due, and then kept as printed in `as_numbered`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.documents import patterns
from onrecord.documents.lines import Line

LOOK_AHEAD = 5
"""How many main paragraph numbers may be missing before a number is no longer believed."""


_ENDS_ITEM = re.compile(r"[;.)]\s*$")

NUMBERS_MISSING = 3
"""How many numbers of a dotted list may be missing; a larger step is a misprint of the due number."""

WHOLE_PARAGRAPH = 160
"""A longer line was not printed as one: plain text that has each paragraph on a line of its own."""

LONGEST_HEADING = 130
"""A line of so many letters is no heading, unless it is numbered as one and heads the due paragraph."""

FULL_LINE = 60
"""A shorter line of a heading in plain text was not broken at the right margin."""


@dataclass(slots=True)
class Block:
    """The lines of one paragraph, gathered while reading: number None where none is printed.

    `feet` are the notes printed at the foot of a page inside it, each after how many of its lines.
    """

    number: str | None
    parent: str | None
    headings: tuple[str, ...]
    zone: str
    as_numbered: str = ""
    lines: list[Line] = field(default_factory=list)
    feet: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """Where in the numbering we are."""

    main: int = 0
    item: int = 0
    dotted: bool = False
    listing: bool = False
    main_x: float = 0.0
    zone: str = "body"


class Numberer:
    """Reads lines one after the other and gathers them into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._headings: list[tuple[int, str]] = []
        self._pending: list[Line] = []
        self._state = _State()
        self._last: Line | None = None
        self._at_contents = False
        self._right = 0.0
        self._following: list[Line] = []

    def read(self, lines: Iterable[Line]) -> None:
        """Gather the lines of a page (running heads and notes already gone) into `blocks`."""
        page = list(lines)
        for place, line in enumerate(page):
            self._following = page[place + 1 : place + 4]
            for part in self._split(line):
                self._take(part)
                self._last = part
            self._right = max(self._right, line.x1)

    def finish(self) -> list[Block]:
        """Close the last paragraph; returns all blocks in order."""
        self._settle_pending(as_headings=False)
        return self.blocks

    def _split(self, line: Line) -> tuple[Line, ...]:
        """Part a line in whose middle the due item of a dotted list begins: "(Spain); 110.44. Take"."""
        state = self._state
        if not state.dotted:
            return (line,)
        due = f"{state.main}.{state.item + 1}"
        place = line.text.find(due, 2)
        if (
            place < 0
            or not _ENDS_ITEM.search(line.text, 0, place)
            or not patterns.DOTTED.match(line.text, place)
        ):
            return (line,)
        return line._replace(text=line.text[:place].rstrip()), line._replace(text=line.text[place:])

    def foot(self, words: str) -> None:
        """Say that notes with these words stand at the foot of the page whose lines were just read."""
        if self.blocks:
            self.blocks[-1].feet.append((len(self.blocks[-1].lines), words))

    def _take(self, line: Line) -> None:
        text = line.text
        first = text[0]
        if first.isdigit():
            if self._is_digit_heading(line):
                self._pending.append(line)
                return
            if self._numbered(line):
                return
        if self._contents(text):
            return
        if self._pending and self._goes_on_in_heading(line):
            self._pending.append(line)
            return
        capital = first in "IVXABCDEFGHJKLMNOPQRSTUWYZ" or (not first.isascii() and first.isalpha())
        short = len(text) < LONGEST_HEADING or (capital and self._heads_next(line))
        if (line.bold or capital) and short and self._may_head(line):
            self._pending.append(line)
            return
        self._continue(line)

    # -- numbered paragraphs ------------------------------------------------------------------

    def _numbered(self, line: Line) -> bool:
        if _has_leaders(line.text):
            return False
        dotted = patterns.DOTTED.match(line.text)
        if dotted and self._is_dotted_item(dotted):
            self._open_dotted(line, dotted)
            return True
        plain = patterns.PLAIN.match(line.text) or patterns.UNDOTTED.match(line.text)
        if plain is None:
            return False
        return self._open_plain(line, plain)

    def _is_dotted_item(self, found: re.Match[str]) -> bool:
        state, number, item = self._state, int(found[1]), int(found[2])
        if not state.main:
            return number == item == 1 and not state.listing
        if not state.dotted:
            if number == state.main + 1 and item == 1 and not state.listing:
                return found.string[found.end() : found.end() + 1].isupper() and self._ended()
            return number == state.main and item == 1
        if number == state.main:
            return item == state.item + 1 or (self._ended() and item != state.item)
        due = item == state.item + 1 or (number == state.main + 1 and item == 1)
        return due and self._ended()

    def _open_dotted(self, line: Line, found: re.Match[str]) -> None:
        state, number, item = self._state, int(found[1]), int(found[2])
        printed = f"{number}.{item}"
        if state.dotted and number != state.main and item == state.item + 1:
            number = state.main
        if state.dotted and number == state.main and not state.item < item <= state.item + NUMBERS_MISSING:
            item = state.item + 1
        state.main, state.item, state.dotted, state.listing = number, item, True, True
        self._open(f"{number}.{item}", str(number), line, found.end(), printed)

    def _open_plain(self, line: Line, found: re.Match[str]) -> bool:
        state, number = self._state, int(found[1])
        with_stop = found.re is patterns.PLAIN
        item_due = state.listing and not state.dotted and number == state.item + 1
        if item_due and not (number == state.main + 1 and self._at_main_margin(line)):
            if not with_stop and not self._ended():
                return False
            state.item = number
            self._open(str(number), str(state.main), line, found.end(), found[1])
            return True
        if self._is_main(number, line, with_stop=with_stop):
            state.main, state.item, state.listing, state.dotted = number, 0, False, False
            state.main_x = line.x0
            self._open(str(number), None, line, found.end(), found[1])
            return True
        if with_stop and number == 1 and state.main and self._ended():
            state.listing, state.dotted, state.item = True, False, 1
            self._open("1", str(state.main), line, found.end(), found[1])
            return True
        return False

    def _is_main(self, number: int, line: Line, *, with_stop: bool) -> bool:
        state = self._state
        if not with_stop:
            due = number == state.main + 1 and number > 1
            return due and line.x0 > 0 and self._at_main_margin(line) and self._ended()
        if number == state.main + 1:
            return state.main == 0 or self._ended() or (line.x0 > 0 and self._at_main_margin(line))
        ahead = state.main + 1 < number <= state.main + LOOK_AHEAD
        return ahead and state.main > 0 and self._ended() and (line.x0 == 0 or self._at_main_margin(line))

    def _at_main_margin(self, line: Line) -> bool:
        return line.x0 == 0 or abs(line.x0 - self._state.main_x) < 4

    def _ended(self) -> bool:
        """Whether the line before closes a sentence or an item, or is a heading."""
        last = self._last
        if last is None or self._pending or self._at_contents or len(last.text) > WHOLE_PARAGRAPH:
            return True
        return last.text.endswith(patterns.SENTENCE_END) or last.x1 < self._right - 60

    def _open(self, number: str, parent: str | None, line: Line, skip: int, printed: str) -> None:
        self._settle_pending(as_headings=True)
        self._at_contents = False
        block = Block(number, parent, self._path(), self._state.zone, printed)
        rest = line.text[skip:]
        block.lines.append(line._replace(text=rest))
        self.blocks.append(block)

    # -- headings, contents, annexes ----------------------------------------------------------

    def _contents(self, text: str) -> bool:
        if patterns.CONTENTS.fullmatch(text):
            self._settle_pending(as_headings=False)
            self._at_contents = True
            self.blocks.append(Block(None, None, (), "contents"))
            return True
        if _has_leaders(text):
            self._pending.clear()
            self._contents_block().lines.append(Line(text, self._last.page if self._last else 1))
            return True
        return False

    def _contents_block(self) -> Block:
        if not self.blocks or self.blocks[-1].zone != "contents":
            self.blocks.append(Block(None, None, (), "contents"))
        return self.blocks[-1]

    def _may_head(self, line: Line) -> bool:
        text = line.text
        if patterns.ANNEX.fullmatch(text):
            return True
        if not self._ended() or text.endswith((".", ";", ",", ":", "。", "；", "，", "：", "؛", "،")):
            return bool(self._pending) and self._continues_heading(line)
        if patterns.ENUMERATED_HEADING.match(text) or patterns.BARE_HEADING.fullmatch(text):
            return True
        if not line.height and self._state.main and _is_short(text) and self._opens_next_paragraph():
            return True
        if self._pending:
            return self._continues_heading(line)
        return line.bold and not self._state.listing

    def _is_digit_heading(self, line: Line) -> bool:
        """Whether "1. Equality and non-discrimination" is a heading: bold, or the due paragraph follows."""
        state, text = self._state, line.text
        found = patterns.PLAIN.match(text)
        if found is None or state.listing or not _is_short(text) or not self._ended():
            return False
        due = int(found[1]) == state.main + 1
        if line.bold and (not state.main or (not due and line.x0 < state.main_x - 4)):
            return True
        return state.main > 0 and self._opens_next_paragraph(dotted=not due)

    def _opens_next_paragraph(self, *, dotted: bool = True) -> bool:
        """Whether the next lines open the due paragraph ("5." or, with `dotted`, "5.1") before other text."""
        state = self._state
        for line in self._following:
            item = patterns.DOTTED.match(line.text)
            if item:
                due = {(state.main + 1, 1), (state.main, state.item + 1)}
                return dotted and (int(item[1]), int(item[2])) in due
            found = patterns.PLAIN.match(line.text)
            if found and int(found[1]) == state.main + 1:
                return True
            if not _is_short(line.text):
                return False
        return False

    def _heads_next(self, line: Line) -> bool:
        """Whether a long line of plain text, where a heading is one line however long, heads the due paragraph.

        "X. Specific requirements for …", of 140 letters, before "A. Admissibility" and paragraph 31 (CAT/C/GC/4).
        """
        enumerated = not line.height and len(line.text) < 2 * LONGEST_HEADING
        return (
            enumerated
            and patterns.ENUMERATED_HEADING.match(line.text) is not None
            and self._opens_next_paragraph()
        )

    def _goes_on_in_heading(self, line: Line) -> bool:
        """Whether a line without capital goes on in an enumerated heading of plain text, the one above it."""
        if line.height or len(self._pending) > 2 or not _is_short(line.text):
            return False
        return patterns.ENUMERATED_HEADING.match(self._pending[0].text) is not None

    def _continues_heading(self, line: Line) -> bool:
        return len(self._pending) < 6 and (line.bold or not self._pending[-1].bold) and len(line.text) < 110

    def _settle_pending(self, *, as_headings: bool) -> None:
        pending, self._pending = self._pending, []
        if not as_headings and not any(patterns.ANNEX.fullmatch(line.text) for line in pending):
            for line in pending:
                self._append(line)
            return
        for words in _whole_headings(pending):
            self._head(words)

    def _head(self, words: str) -> None:
        if patterns.ANNEX.fullmatch(words):
            self._state = _State(zone="annex")
            self._headings = [(0, words)]
            return
        level = _level(words)
        self._headings = [item for item in self._headings if item[0] < level]
        self._headings.append((level, words))

    def _path(self) -> tuple[str, ...]:
        return tuple(words for _, words in self._headings)

    def _continue(self, line: Line) -> None:
        if self._pending:
            self._settle_pending(as_headings=not line.text[:1].islower() and len(self._pending) < 4)
            if self.blocks and self.blocks[-1].headings != self._path():
                self.blocks.append(Block(None, None, self._path(), self._state.zone))
        self._append(line)

    def _append(self, line: Line) -> None:
        if not self.blocks or (self._at_contents and self.blocks[-1].zone != "contents"):
            self.blocks.append(Block(None, None, self._path(), self._state.zone))
        self.blocks[-1].lines.append(line)


def _is_short(text: str) -> bool:
    """Whether a line is as short as a heading's and has no closing stop."""
    return len(text) < 110 and not text.endswith((".", ";", ",", ":", ")", "。", "；", "：", "）", "؛"))


def _has_leaders(text: str) -> bool:
    return ("..." in text or ". . ." in text or "…" in text) and patterns.DOT_LEADERS.search(text) is not None


def _whole_headings(lines: list[Line]) -> list[str]:
    """Headings of several lines joined: a line without an enumerator goes on from the line above."""
    found: list[str] = []
    before: Line | None = None
    for line in lines:
        alone = patterns.ANNEX.fullmatch(line.text) or patterns.BARE_HEADING.fullmatch(line.text)
        opens = before is None or _is_other_heading(before, line)
        if opens or alone or patterns.ENUMERATED_HEADING.match(line.text):
            found.append(line.text)
        else:
            found[-1] = f"{found[-1]} {line.text}"
        before = None if alone else line
    return found


def _is_other_heading(before: Line, line: Line) -> bool:
    """Whether a line does not go on from the line of a heading above it.

    It is printed in another size; or, in plain text, the line above was not full.
    """
    if before.height or line.height:
        return abs(before.height - line.height) > 1.0
    return len(before.text) < FULL_LINE and not line.text[:1].islower()


def _level(text: str) -> int:
    found = patterns.ENUMERATED_HEADING.match(text)
    if found is None:
        return 9
    if found["first"] or found["ordinal"] or (found["roman"] and found["roman"] not in {"C", "D"}):
        return 1
    return 2 if found["letter"] or found["name"] else 3
