"""What a passage states that can be compared across languages, whatever the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.letters.bilingual.clock import Clock

EXACT = "exactly"
AT_LEAST = "at least"
OR_MORE = "or more"
MORE_THAN = "more than"
OVER = "somewhat over"
ABOUT = "about"
NEARLY = "nearly"
AT_MOST = "at most"
LESS_THAN = "less than"
WITHIN = "within"
LOOSELY = "loosely"
THROUGHOUT = "over"
HALF = frozenset({"0.5"})
"""What half of a measure is in digits: "half a litre" is 0.5리터."""
SOFT_BELOW = 100
"""Numbers in words below this need not have their like."""
SAME_BOUNDS = {
    frozenset(pair)
    for pair in (
        (AT_LEAST, OR_MORE),
        (MORE_THAN, OR_MORE),
        (MORE_THAN, OVER),
        (ABOUT, OVER),
        (NEARLY, LESS_THAN),
        (THROUGHOUT, EXACT),
        (THROUGHOUT, MORE_THAN),
        (THROUGHOUT, OVER),
        (THROUGHOUT, OR_MORE),
        (WITHIN, EXACT),
        (WITHIN, AT_MOST),
        (WITHIN, LESS_THAN),
    )
}
"""Qualifiers that translate one another. 여 ("500여 명") is "somewhat over", "more than" or "some", and never
"at least"; 이상 is both "at least" and, by custom, "more than". "Within 30 days" is 30일 이내, and so is "no more than
30 days". What is `LOOSELY` a number ("a dozen") goes with every qualifier."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is no date: `value` in canonical digits ("2600000", "186.241").

    `bound` is how it is qualified. `soft` marks a number word that need not have its like ("first", "두").
    `ordinal` is "first", which the other text may say otherwise ("this"). `told` are the words to tell it by
    where `value` is not what is written ("two and a half hours" is "150"), and `nearby` what else it may be in
    the other language: "a dozen" is 12명 and 10여 명. `with_named` counts those named before it as well ("Chile,
    Peru and five others" is "7"), which it is where the other text `counts_named` (칠레와 페루를 비롯한 7개국).
    """

    span: Span
    value: str
    bound: str = EXACT
    soft: bool = False
    told: str = ""
    ordinal: bool = False
    nearby: frozenset[str] = frozenset()
    with_named: str = ""
    counts_named: bool = False

    def is_like(self, other: Number) -> bool:
        """Whether both may be one number, whatever their qualifiers."""
        if other.counts_named and other.value == self.with_named:
            return True
        if self.counts_named and self.value == other.with_named:
            return True
        return self.value == other.value or other.value in self.nearby or self.value in other.nearby


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is given; `decade` where year is the first of ten ("1990s")."""

    span: Span
    year: int | None
    month: int | None = None
    day: int | None = None
    decade: bool = False

    def agrees(self, other: Day) -> bool:
        """Whether both are one date; a year left out on one side ("같은 해 10월") is no difference."""
        if (self.month, self.day, self.decade) != (other.month, other.day, other.decade):
            return False
        return self.year == other.year or (self.month is not None and None in (self.year, other.year))


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a passage in one language.

    `states` maps the code of each State named to the first place; `hinted` are States of which only an
    adjective, a people or an abbreviation speaks ("Chinese", "방중"). `terms` maps the number of a row of
    un/data/terms.csv, and `names` that of a row of the letter's own table, to the first place.
    """

    numbers: tuple[Number, ...]
    days: tuple[Day, ...]
    times: tuple[Clock, ...]
    states: dict[str, Span]
    hinted: frozenset[str]
    terms: dict[int, Span]
    names: dict[int, Span]


def agree(one: str, other: str) -> bool:
    """Whether two qualifiers may translate one another."""
    return one == other or LOOSELY in (one, other) or frozenset((one, other)) in SAME_BOUNDS


def blanked(text: str, spans: list[Span]) -> str:
    """The text with these places emptied, every other character where it was."""
    for span in spans:
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return text
