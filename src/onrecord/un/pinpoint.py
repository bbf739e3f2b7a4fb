"""Pinpoints: the place inside a document, as "paras. 28(g) and 30" names it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, total_ordering

from onrecord.errors import PinpointError
from onrecord.un import pinpoint_patterns as patterns

__all__ = ["Pinpoint", "find_pinpoints", "parse_pinpoints"]


@total_ordering
@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A place in a document; str() gives the canonical form.

    `paragraph` is the printed number ("28", "186.241"), `letters` the lettered parts inside it, outermost
    first (("a", "iv")). `end` closes a range: a number ("1114"), or letters ("(c)") of the same paragraph.
    `note` is the mark of a note that the paragraph calls ("***", "12"); `annex` the annex it stands in.
    """

    paragraph: str = ""
    letters: tuple[str, ...] = ()
    end: str = ""
    note: str = ""
    annex: str = ""

    def __str__(self) -> str:
        place = " ".join([self.paragraph, *(f"({letter})" for letter in self.letters)])
        place += f"-{self.end}" if self.end else ""
        annex = f"annex {self.annex}" if self.annex else ""
        note = f"note {self.note}" if self.note else ""
        return ", ".join(part for part in (annex, place, note) if part)

    def __lt__(self, other: Pinpoint) -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[object, ...]:
        numbers = tuple(int(part) for part in self.paragraph.split(".") if part)
        return (self.annex, numbers, self.letters, self.end, self.note)

    def covers(self, number: str) -> bool:
        """Whether the paragraph with this printed number lies in the place, or in its range."""
        if number == self.paragraph or not self.end or self.end.startswith("("):
            return number == self.paragraph
        low, high, asked = (_numbers(text) for text in (self.paragraph, self.end, number))
        return len(low) == len(asked) and low <= asked <= high


def parse_pinpoints(text: str) -> tuple[Pinpoint, ...]:
    """The places that `text` names and nothing else; PinpointError when it is anything else.

    Takes "para. 26", "paras. 28(g) and 30", "1098-1114", "186.241", "para. 26, note ***", "annex II".
    """
    stripped = text.strip().rstrip(".,;")
    found, end = find_pinpoints(stripped, 0, bare=True)
    if not found or end != len(stripped):
        raise PinpointError(
            f"“{text.strip()[:80]}” names no place in a document.",
            hint="Write “para. 26” or “paras. 28 (g) and 30”.",
        )
    return found


def find_pinpoints(text: str, pos: int = 0, *, bare: bool = False) -> tuple[tuple[Pinpoint, ...], int]:
    """The places named at `pos` (after spaces and a comma), and where their words end; ((), pos) if none.

    They must begin with "para.", "paras.", "recommendation", "annex" and the like, or be a recommendation's
    number ("186.66"), unless `bare` is set. One singular lead takes one place ("para. 26, 2013" is one).
    """
    lead = _compiled("LEAD").match(text, pos)
    if lead is None:
        return (), pos
    annex, note = lead["annex"] or "", lead["note"] or ""
    lead_words = lead["plural"] or lead["singular"]
    if note or (annex and not lead_words and not text[lead.end() : lead.end() + 1].isdigit()):
        return (Pinpoint(note=note, annex=annex),), lead.end()
    if not lead_words and not bare and not _compiled("RECOMMENDATION_NUMBER").match(text, lead.end()):
        return (), pos
    several = not lead["singular"]
    found, end = _items(text, lead.end(), annex, several=several)
    return (found, end) if found else ((), pos)


def _items(text: str, at: int, annex: str, *, several: bool) -> tuple[tuple[Pinpoint, ...], int]:
    found: list[Pinpoint] = []
    end = at
    item = _compiled("ITEM").match(text, at)
    while item:
        place = _place(item, found[-1] if found else None, annex)
        if place is None:
            break
        found.append(place)
        end = item.end()
        joint = _compiled("JOINT").match(text, end)
        item = _compiled("ITEM").match(text, joint.end()) if joint else None
        if item and ((item["number"] and not several) or _is_date_or_year(text, item)):
            break
    return tuple(found), end


def _place(item: re.Match[str], before: Pinpoint | None, annex: str) -> Pinpoint | None:
    number, end = item["number"], item["end"] or ""
    if number is None and before is None:
        return None
    paragraph = number or (before.paragraph if before else "")
    letters = tuple(re.findall(r"[a-z]+", (item["letters"] or item["letter"] or "").lower()))
    if end and "." in paragraph and "." not in end:
        end = f"{paragraph.split('.')[0]}.{end}"
    if end and _numbers(end) <= _numbers(paragraph):
        return None
    if item["end_letter"]:
        end = f"({item['end_letter'].lower()})"
    return Pinpoint(paragraph, letters, end, item["mark"] or "", annex)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text))


def _is_date_or_year(text: str, item: re.Match[str]) -> bool:
    number = item["number"]
    return bool(number) and bool(_compiled("DATE_FOLLOWS").match(text, item.start()))


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(getattr(patterns, name), re.VERBOSE | re.IGNORECASE)
