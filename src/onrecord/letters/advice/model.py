"""What advice on an ask holds. Every piece names its rule and where it rests."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from onrecord.letters.model import Stretch


@dataclass(frozen=True, slots=True)
class Place:
    """Where advice rests: a document's symbol, pinpoint and page (0 where unknown), and its words."""

    symbol: str
    pinpoint: str = ""
    page: int = 0
    words: str = ""

    @property
    def told(self) -> str:
        """The place in words: "A/HRC/25/5, para. 186.243, p. 25"."""
        paragraph = f", para. {self.pinpoint}" if self.pinpoint else ""
        return f"{self.symbol}{paragraph}{f', p. {self.page}' if self.page else ''}"


@dataclass(frozen=True, slots=True)
class Asked:
    """An ask to be advised on: its name ("R1"), "question" or "recommendation", its words, its language."""

    name: str
    kind: str
    words: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class AskingLetter:
    """A letter by what it asks for. `date` is ISO 8601 or "", `review` State and cycle ("CHN/4") or "".

    `review_inferred` says by what the review was concluded, "" where the letter names it.
    """

    name: str
    asks: tuple[Asked, ...]
    language: str = "en"
    date: str = ""
    review: str = ""
    title: str = ""
    organisation: str = ""
    review_inferred: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice. `inferred` says by what a conclusion was drawn, "" where nothing was."""

    rule: str
    words: str
    places: tuple[Place, ...] = ()
    inferred: str = ""


@dataclass(frozen=True, slots=True)
class EarlierWording:
    """A recommendation to the same State on the same matter; `by` are ISO alpha-3 codes.

    `score` from 0 to 1 is how far the weighted words are shared. `position` is what stands by all documents
    on the record, `position_at` where it stands. `differences` compares near copies word by word, the
    ask's words as "letter"; it is empty for others.
    """

    by: tuple[str, ...]
    cycle: int | None
    place: Place
    position: str
    position_as_written: str
    position_at: Place | None
    score: float
    differences: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Category:
    """UPR Info's action category, 1 to 5, with the verb that decides and why; None where no verb does."""

    number: int | None
    name: str
    verb: str
    reason: str


@dataclass(frozen=True, slots=True)
class AskAdvice:
    """All advice on one ask. `seconds` is speaking time at 130 words a minute.

    `accepted` is the nearest recommendation on the matter that enjoys the State's support.
    """

    ask: Asked
    words: int
    seconds: int
    category: Category | None
    earlier: tuple[EarlierWording, ...]
    answer: Place | None
    advice: tuple[Advice, ...]
    accepted: EarlierWording | None = None


@dataclass(frozen=True, slots=True)
class LetterAdvice:
    """The advice on a letter's asks; `review` is State and cycle, `on` and `deadline` are ISO dates or ""."""

    review: str
    on: str
    deadline: str
    general: tuple[Advice, ...]
    asks: tuple[AskAdvice, ...]

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self)
