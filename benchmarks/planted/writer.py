"""The manners of one writer: how quotations, reviews, days and States are put into words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.planted.draft import Draft, Reference, Style
from benchmarks.planted.matter import Act, Matter, names_for, window

from onrecord.mechanisms.model import Entry, ReviewFacts
from onrecord.un.states import states

_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_TEENS = [
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_NEGATIONS = frozenset(
    ["not", "no", "never", "neither", "nor", "none", "without", "cannot", "only", "unless", "except"]
)
_NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]


def ordinal(number: int) -> str:
    """ "seventeenth", "twenty-first": a number up to sixty as an ordinal in words."""
    plain = [*_ORDINALS, *_TEENS]
    if number < len(plain):
        return plain[number]
    tens = {2: "twenty", 3: "thirty", 4: "forty", 5: "fifty"}[number // 10]
    return (
        f"{tens}-{plain[number % 10]}"
        if number % 10
        else {"twenty": "twentieth"}.get(tens, f"{tens[:-1]}ieth")
    )


def short_ordinal(number: int) -> str:
    """ "1st", "22nd"."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def in_words(number: int) -> str:
    """A number as running text has it: words up to twenty, figures beyond."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


@dataclass
class Writer:
    """One letter's writer at work."""

    rng: Random
    matter: Matter
    style: Style
    draft: Draft
    names: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    acronym: bool = False

    def __post_init__(self) -> None:
        self.names = names_for(self.rng, [one.code for one in states()])

    @property
    def state(self) -> str:
        """The State under review, as this letter names it."""
        return self.names[self.matter.code]

    @property
    def of_state(self) -> str:
        """ "China’s", "the Netherlands’"."""
        return self.state + ("’" if self.state.endswith("s") else "’s")

    def of(self, code: str) -> str:
        """The possessive of another State's name."""
        name = self.names[code]
        return name + ("’" if name.endswith("s") else "’s")

    def day(self, iso: str) -> str:
        """A day in the letter's style."""
        when = date.fromisoformat(iso)
        return f"{when.day} {when:%B %Y}" if self.style.day_first else f"{when:%B} {when.day}, {when.year}"

    def month(self, iso: str) -> str:
        """ "October 2013"."""
        return f"{date.fromisoformat(iso):%B %Y}"

    def by(self, entry: Entry) -> str:
        """The State or States that spoke."""
        named = [self.names[code] for code in entry.by]
        return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))

    def review(self, facts: ReviewFacts) -> str:
        """A phrase that names the review: by ordinal, date, session or cycle; all of it true."""
        cycle = facts.cycle or 1
        upr = self.rng.choice(["Universal Periodic Review", "UPR"])
        return self.rng.choice([
            f"{self.of_state} {ordinal(cycle)} {upr}",
            f"{self.of_state} {ordinal(cycle)} {upr} on {self.day(facts.date)}",
            f"{self.of_state} {short_ordinal(cycle)} UPR on {self.day(facts.date)}",
            f"the review of {self.state} in {self.month(facts.date)}",
            f"the review of {self.state} on {self.day(facts.date)}",
            f"{self.of_state} review at the {ordinal(facts.session or 1)} session of the UPR Working Group",
            f"its {ordinal(cycle)} review",
            f"the {ordinal(cycle)} cycle of the {upr}",
        ])  # fmt: skip

    def cite(self, entry: Entry) -> str:
        """A token for a note that cites the entry's own place."""
        return self.draft.note(self.reference(entry))

    def reference(self, entry: Entry) -> Reference:
        """A reference to the entry's own place."""
        if entry.kind == "advance_question":
            return Reference(
                other=f"Advance questions to {self.state}, {ordinal(entry.cycle or 1)} cycle, {self.names[entry.by[0]]}"
            )
        return self.report(self.matter.review_of(entry), entry.pinpoint)

    def report(self, facts: ReviewFacts, *places: str) -> Reference:
        """A reference to the report on a review."""
        document = self.matter.document(facts.symbol)
        title = self.rng.choice([
            f"Report of the Working Group on the Universal Periodic Review: {self.state.removeprefix('the ')}",
            (f"Human Rights Council, Report of the Working Group on the Universal Periodic Review: "
            f"{self.state.removeprefix('the ')}"),
            f"Report of the Working Group on the UPR: {self.state.removeprefix('the ')}",
            "",
        ])  # fmt: skip
        stated = "" if document.reissued or len(document.date) != 10 else self.day(document.date)
        return Reference(facts.symbol, title, stated, places)

    def quoted(self, words: str, *, lower: bool) -> str:
        """Words in marks, in one of the ways in which careful writers change a quotation."""
        opening, closing = self.style.marks
        words = self._manner(words)
        if lower and words[0].isupper() and not words.split()[0].isupper():
            first = words[0].lower()
            words = (f"[{first}]" if self.rng.random() < 0.25 else first) + words[1:]
        return f"{opening}{words}{closing}"

    def whole(self, words: str) -> str:
        """Words in marks without any change."""
        opening, closing = self.style.marks
        return f"{opening}{words}{closing}"

    def _manner(self, words: str) -> str:
        every = words.split()
        chance = self.rng.random()
        if chance < 0.45 or len(every) < 12:
            return words
        if chance < 0.65:
            cut = self.rng.randint(8, len(every) - 2)
            return self._clipped(every[:cut])
        if chance < 0.85:
            start = self.rng.randint(4, len(every) - 7)
            width = self.rng.randint(2, min(6, len(every) - start - 4))
            if not _NEGATIONS & {word.lower() for word in every[start : start + width]}:
                return " ".join([*every[:start], self.style.omission, *every[start + width :]])
        at = [i for i, word in enumerate(every) if word in {"its", "their", "the"} and i > 1]
        if at:
            where = self.rng.choice(at)
            every[where] = f"[{self.of_state}]" if every[where] != "the" else "[that]"
        return " ".join(every)

    def _clipped(self, every: list[str]) -> str:
        weak = {
            "the",
            "a",
            "an",
            "and",
            "or",
            "of",
            "to",
            "in",
            "on",
            "for",
            "with",
            "by",
            "its",
            "their",
            "that",
        }
        while len(every) > 7 and every[-1].strip(",").lower() in weak:
            every = every[:-1]
        return " ".join(every).strip(" ,;:")

    def fragment(self, act: Act) -> str:
        """A run of the act's words in marks."""
        return self.whole(window(act.words, self.rng))

    def take(self, acts: tuple[Act, ...], *, facts: ReviewFacts | None = None) -> Act | None:
        """An act not yet told in this letter, of one review if asked."""
        free = [
            act
            for act in acts
            if act.words not in self.used and (facts is None or act.entry.symbol == facts.symbol)
        ]
        if not free:
            return None
        act = self.rng.choice(free)
        self.used.add(act.words)
        return act

    def sentence(self, text: str) -> str:
        """The text with its first letter in capitals."""
        return re.sub(r"^(\W*)(\w)", lambda m: m[1] + m[2].upper(), text, count=1)
