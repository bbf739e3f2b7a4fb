"""What the sheets made from a letter's asks hold: advance questions, a statement, a page for one State."""

from __future__ import annotations

import math
from dataclasses import dataclass

# The pace by which a speaking slot is planned; a State's slot in a review is often about a minute.
WORDS_A_MINUTE = 130


@dataclass(frozen=True, slots=True)
class Questioner:
    """A State and its advance questions; `name` as headed ("Spain on behalf of Group A"), one bullet each."""

    name: str
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdvanceQuestions:
    """A file of advance questions. `state` is the State under review, `addendum` 0 for the first file.

    `day` is ISO 8601 or "". The name of a State is printed in capitals.
    """

    state: str
    questioners: tuple[Questioner, ...]
    addendum: int = 0
    language: str = "en"
    day: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one State says in a review: `speaker`, the State under review, where and when, the paragraphs."""

    speaker: str
    state: str
    paragraphs: tuple[str, ...]
    occasion: str = ""
    language: str = "en"
    day: str = ""

    @property
    def words(self) -> int:
        """How many words are spoken: what stands between spaces, in every language."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)

    @property
    def seconds(self) -> int:
        """How long it takes to say them at 130 words a minute, rounded up to whole seconds."""
        return math.ceil(self.words * 60 / WORDS_A_MINUTE)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a sheet; `source` says where it rests, `link` leads there.

    A `spare` point is left out where the page has no room, the last of them first.
    """

    text: str
    source: str = ""
    link: str = ""
    spare: bool = False


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A heading and its points; `numbered` where they are asks."""

    heading: str
    points: tuple[Point, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class StateSheet:
    """One page for one State. `facts` are pairs of a label and words, printed under the title.

    `left_out` is printed where spare points had to go; "{}" in it stands for their number.
    """

    title: str
    organisation: str
    sections: tuple[SheetSection, ...]
    facts: tuple[tuple[str, str], ...] = ()
    contact: str = ""
    language: str = "en"
    day: str = ""
    left_out: str = "{} more in the letter."
