"""Passages to numbered paragraphs under their headings, for the formats that have real paragraphs.

The rules are those of numbering.py, where they are told; here a paragraph's beginning is certain and its
list is known, so that no margin needs to be looked at. An unnumbered paragraph after a numbered one
under the same heading belongs to it, as it does in the reading of a page.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field

from onrecord.documents import patterns
from onrecord.documents.numbering import LOOK_AHEAD, NUMBERS_MISSING
from onrecord.documents.passages import Passage, without_calls

HEADING_LENGTH = 200
"""A longer paragraph is no heading, whatever its style says."""

_LABEL = re.compile(r"\W*(?:(?P<outer>\d{1,4})[.\-](?P<item>\d{1,4})|(?P<plain>\d{1,5}))\W*")
"""An automatic label that is a paragraph's number: "12.", "186.241", "(3)". Not: "1.2.3", "(a)"."""

_TYPED_BULLET = re.compile(r"^[•·▪◦‣●■➢\uf0b7\uf0a7] ?")
_NEVER_ENDS_HEADING = (".", ";", ",", ":", "?", "!")
_BULLETS = frozenset("•·▪◦‣○●■–—-o§Ø*∙→➢✓")


@dataclass(slots=True)
class Ordered:
    """A paragraph in the making: its passages' texts in order, its number and its place."""

    number: str | None
    parent: str | None
    headings: tuple[str, ...]
    zone: str
    as_numbered: str = ""
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    main: int = 0
    item: int = 0
    listing: bool = False
    dotted: bool = False
    headed: bool = False
    main_key: Hashable = None
    item_key: Hashable = None
    zone: str = "body"


class Orderer:
    """Takes passages one after the other and gathers them into numbered paragraphs."""

    def __init__(self) -> None:
        self.found: list[Ordered] = []
        self._headings: list[tuple[int, str]] = []
        self._state = _State()
        self._numbered: Ordered | None = None

    @property
    def heading(self) -> str:
        """The heading under which what comes next stands."""
        return self._headings[-1][1] if self._headings else ""

    def take(self, passage: Passage) -> None:
        """Take the next passage."""
        text = _TYPED_BULLET.sub("", passage.text)
        if not without_calls(text):
            self._call_alone(text)
            return
        passage.text = text
        if passage.contents or patterns.CONTENTS.fullmatch(text) or _has_leaders(text):
            self.found.append(Ordered(None, None, (), "contents", texts=[text]))
            self._numbered = None
        elif is_heading(passage):
            self._head(f"{shown(passage.label)}{text}", passage.level)
        elif not (self._labelled(passage) or self._typed(passage)):
            self._continue(f"{shown(passage.label)}{text}")

    def _call_alone(self, text: str) -> None:
        """Keep the calls of notes that stand in a paragraph without words, if another can hold them."""
        if text and self._numbered is not None:
            self._numbered.texts[-1] += text

    def row(self, text: str) -> None:
        """Take a row of a table as a paragraph of its own."""
        self.found.append(Ordered(None, None, self._path(), "table", texts=[text]))

    def _path(self) -> tuple[str, ...]:
        return tuple(words for _, words in self._headings)

    # -- numbers ------------------------------------------------------------------------------

    def _labelled(self, passage: Passage) -> bool:
        found = _LABEL.fullmatch(passage.label) if passage.label else None
        if found is None:
            return False
        if found["outer"]:
            self._open_dotted(int(found["outer"]), int(found["item"]), passage.text, sure=True)
        else:
            self._open_labelled(int(found["plain"]), passage)
        return True

    def _open_labelled(self, number: int, passage: Passage) -> None:
        """An automatic number is what the program shows; only whose number it is, is to be found."""
        state, key = self._state, passage.list_key
        of_item = state.listing and not state.dotted and key == state.item_key
        goes_on = key == state.main_key and not of_item
        restarts = number <= state.main and state.headed and not self._introduces_list()
        if not state.main or goes_on or restarts or (number == state.main + 1 and not state.listing):
            self._open_main(number, key, passage.text)
        else:
            self._open_item(number, key, passage.text)

    def _typed(self, passage: Passage) -> bool:
        if passage.label and passage.label not in _BULLETS:
            return False
        text = passage.text
        if not text[0].isdigit():
            return False
        dotted = patterns.DOTTED.match(text)
        if dotted and self._is_dotted(int(dotted[1]), int(dotted[2])):
            self._open_dotted(int(dotted[1]), int(dotted[2]), text[dotted.end() :], sure=False)
            return True
        plain = patterns.PLAIN.match(text)
        return plain is not None and self._open_typed(int(plain[1]), text[plain.end() :])

    def _is_dotted(self, number: int, item: int) -> bool:
        state = self._state
        if number == state.main:
            return state.dotted or item <= NUMBERS_MISSING
        if not state.main or (state.dotted and item == state.item + 1):
            return True
        return number == state.main + 1 and item == 1

    def _open_dotted(self, number: int, item: int, text: str, *, sure: bool) -> None:
        state = self._state
        printed = f"{number}.{item}"
        if not sure and state.dotted and number != state.main and item == state.item + 1:
            number = state.main
        if not sure and state.dotted and number == state.main and item > state.item + NUMBERS_MISSING:
            item = state.item + 1
        state.main, state.item, state.dotted, state.listing = number, item, True, True
        state.headed, state.item_key = False, None
        self._open(f"{number}.{item}", str(number), text, printed)

    def _open_typed(self, number: int, text: str) -> bool:
        state = self._state
        key = "typed"
        item_due = state.listing and not state.dotted and number == state.item + 1
        main_due = state.main < number <= state.main + LOOK_AHEAD
        if item_due and not (number == state.main + 1 and state.main_key == key != state.item_key):
            self._open_item(number, key, text)
        elif number == state.main + 1 or (main_due and state.main) or self._restarts(number):
            self._open_main(number, key, text)
        elif number == 1 and state.main:
            self._open_item(number, key, text)
        else:
            return False
        return True

    def _restarts(self, number: int) -> bool:
        """Whether numbering begins anew here: at a 1 under a new heading that is no list's beginning."""
        return number == 1 and self._state.headed and not self._introduces_list()

    def _introduces_list(self) -> bool:
        """Whether the last numbered paragraph says that a list follows, headings in between or not."""
        last = next((entry for entry in reversed(self.found) if entry.number), None)
        return last is not None and last.texts[-1].endswith(":")

    def _open_main(self, number: int, key: Hashable, text: str) -> None:
        zone = self._state.zone
        self._state = _State(main=number, main_key=key, zone=zone)
        self._open(str(number), None, text, str(number))

    def _open_item(self, number: int, key: Hashable, text: str) -> None:
        state = self._state
        state.item, state.item_key, state.listing, state.dotted = number, key, True, False
        state.headed = False
        self._open(str(number), str(state.main), text, str(number))

    def _open(self, number: str, parent: str | None, text: str, printed: str) -> None:
        as_numbered = printed if printed != number else ""
        self._numbered = Ordered(number, parent, self._path(), self._state.zone, as_numbered, [text])
        self.found.append(self._numbered)

    # -- headings and the rest ----------------------------------------------------------------

    def _head(self, words: str, level: int) -> None:
        plain = without_calls(words)
        self._numbered = None
        if patterns.ANNEX.fullmatch(plain):
            self._state = _State(zone="annex")
            self._headings = [(0, plain)]
            return
        level = _level(plain, level)
        self._headings = [item for item in self._headings if item[0] < level]
        self._headings.append((level, plain))
        self._state.headed = True

    def _continue(self, text: str) -> None:
        if self._numbered is not None:
            self._numbered.texts.append(text)
        else:
            self.found.append(Ordered(None, None, self._path(), self._state.zone, texts=[text]))


def is_heading(passage: Passage) -> bool:
    """Whether a passage is a heading: by its style, or by weight, capitals or enumerator."""
    text = without_calls(passage.text)
    if len(text) > HEADING_LENGTH or not text:
        return False
    if passage.level or patterns.ANNEX.fullmatch(text) or patterns.BARE_HEADING.fullmatch(text):
        return True
    if passage.label or text.endswith(_NEVER_ENDS_HEADING) or len(text) > 130:
        return False
    enumerated = patterns.ENUMERATED_HEADING.match(text)
    if enumerated and not enumerated["digit"]:
        return True
    return passage.bold or _in_capitals(text)


def _in_capitals(text: str) -> bool:
    """Whether this is a State's name over its questions: "UNITED KINGDOM". Not: "A/HRC/25/5", "EU"."""
    letters = sum(character.isalpha() for character in text)
    return text.isupper() and letters >= 3 and len(text) <= 80 and not any(map(str.isdigit, text))


def _level(text: str, style_level: int) -> int:
    """The level of a heading: its enumerator tells it best, for UN styles join two levels in one."""
    found = patterns.ENUMERATED_HEADING.match(text)
    if found is None:
        return style_level or 9
    if found["first"] or found["ordinal"] or (found["roman"] and found["roman"] not in {"C", "D"}):
        return 1
    return 2 if found["letter"] or found["name"] else 3


def shown(label: str) -> str:
    """A label as part of the text: letters and the like; bullets are no words and go."""
    return "" if not label or label in _BULLETS else f"{label} "


def _has_leaders(text: str) -> bool:
    return ("..." in text or "…" in text) and patterns.DOT_LEADERS.search(text) is not None
