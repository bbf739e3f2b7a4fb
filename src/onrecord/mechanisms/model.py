"""An entry: one act on the record, who said what to whom, where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from onrecord.documents.model import Box
from onrecord.told import Told

KINDS = (
    "recommendation",
    "advance_question",
    "statement",
    "reply",
    "pledge",
    "not_heard",
    "position",
    "observation",
    "finding",
    "communication",
    "vote",
)
"""The acts that the record knows.

"position" is a State's answer to one recommendation in an addendum to the report on its review: `number` is
the recommendation's number, `paragraph` the addendum's own paragraph, `text` the State's comment, `by` and
`to` the State itself. Without a number it answers all recommendations that are not named.
"observation" is what a body of the United Nations says of a State on its own account: a paragraph of
concluding observations, with section "concerns", "recommendations" or "positive_aspects", or of OHCHR's
compilation. In the Index's export, where each has a type, what asks for something is a "recommendation".
"finding" is what a commission of inquiry or a committee that decided a case established.
"communication" is a letter of mandate holders to a State, or a part of it; the State's answer is a "reply".
"vote" is how States voted, or that nobody asked for a vote: `by` are the States, `position` stays None,
`position_as_written` is the list's heading ("In favour"), `text` the words that say so.
"""
SECTIONS = (
    "introduction",
    "presentation",
    "dialogue",
    "conclusions",
    "pledges",
    "answers",
    "questions",
    "export",
    "national_report",
    "compilation",
    "summary",
    "midterm_report",
    "letter",
    "positive_aspects",
    "concerns",
    "recommendations",
    "comment",
    "facts",
    "complaint",
    "observations_of_state",
    "comments_of_author",
    "consideration",
    "findings",
    "allegations",
    "preamble",
    "operative",
    "vote",
    "plenary",
)


@dataclass(frozen=True, slots=True)
class PositionAt:
    """Where a position is recorded."""

    symbol: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Inference:
    """A field that the document does not state in so many words, and the words that led to it."""

    field: str
    evidence: str


@dataclass(frozen=True, slots=True)
class SecondHand:
    """Who says that an act stands elsewhere: a table of UPR Info or of the Universal Human Rights Index.

    `source` is whose table it is ("UPR Info", "UHRI"), `file` the file's name, as it has no symbol. `symbol`
    is the document in which the act itself stands, and `pinpoint` its place there, as far as they are known,
    else "". `id` is the source's own mark of the act, or "".
    """

    source: str
    file: str
    symbol: str = ""
    pinpoint: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act on the record.

    `number` is the printed number ("186.241"; "1" where the list restarts under `paragraph`; "(g)"
    for a lettered recommendation inside a paragraph of the dialogue). `paragraph` is the pinpoint of
    the main paragraph ("186", "28"). One printed number can hold several texts by several States:
    then each is an entry with its own `part`, and all carry the same `as_printed`. `by` and `to` are
    ISO 3166 alpha-3 codes. `position` is "supported", "noted", "partially_supported", "pending" or
    "not_stated" for recommendations, None for other kinds. `place` frames the words on the page. `themes` are
    labels as OHCHR's lists or an export give them. `action` is UPR Info's category of what is asked ("1" to
    "5"). `second_hand` is set where the act was read from a table about another document: then `symbol` is
    "", `paragraph` the table's row ("row 1234"), `as_printed` the row with its headings. `to_as_printed`
    holds the addressee in the document's own words where more than one State, or a body, is addressed.
    """

    kind: str
    symbol: str
    section: str
    paragraph: str
    page: int
    text: str
    as_printed: str = ""
    number: str | None = None
    part: int = 1
    by: tuple[str, ...] = ()
    by_as_printed: tuple[str, ...] = ()
    on_behalf_of: str = ""
    to: str = ""
    cycle: int | None = None
    session: int | None = None
    date: str = ""
    position: str | None = None
    position_as_written: str = ""
    position_at: PositionAt | None = None
    note: str = ""
    inferred: tuple[Inference, ...] = ()
    place: tuple[Box, ...] = ()
    themes: tuple[str, ...] = ()
    action: str = ""
    second_hand: SecondHand | None = None
    to_as_printed: str = ""

    @property
    def pinpoint(self) -> str:
        """How the entry is cited: "186.241", "114.1", "28 (g)", "30", or "26, note ***".

        A position is cited by the addendum's paragraph, an advance question as "Add.1, NOR, question 2".
        """
        if self.kind == "position":
            return self.paragraph
        if self.kind == "advance_question":
            return ", ".join(filter(None, (self.note, self.paragraph, f"question {self.number}")))
        base = self.paragraph
        if self.number is None:
            pass
        elif self.number.startswith("("):
            base = f"{self.paragraph} {self.number}"
        elif self.number.startswith(f"{self.paragraph}."):
            base = self.number
        else:
            base = f"{self.paragraph}.{self.number}"
        return f"{base}, note {self.note}" if self.note else base

    def as_json(self) -> dict[str, Any]:
        """The entry as the JSON object that `onrecord read --jsonl` prints."""
        at = self.position_at
        return {
            "kind": self.kind,
            "symbol": self.symbol,
            "section": self.section,
            "number": self.number,
            "part": self.part,
            "paragraph": self.paragraph,
            "pinpoint": self.pinpoint,
            "page": self.page,
            "text": self.text,
            "as_printed": self.as_printed,
            "by": list(self.by),
            "by_as_printed": list(self.by_as_printed),
            "on_behalf_of": self.on_behalf_of,
            "to": self.to,
            "cycle": self.cycle,
            "session": self.session,
            "date": self.date,
            "position": self.position,
            "position_as_written": self.position_as_written,
            "position_at": {"symbol": at.symbol, "paragraph": at.paragraph} if at else None,
            "note": self.note,
            "inferred": [{"field": item.field, "evidence": item.evidence} for item in self.inferred],
            "place": [list(box) for box in self.place],
            "themes": list(self.themes),
            "action": self.action,
            "second_hand": asdict(self.second_hand) if self.second_hand else None,
            "to_as_printed": self.to_as_printed,
        }


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What a Working Group report says of the review itself.

    Dates are ISO 8601; `troika` and `questions_from` are ISO alpha-3 codes.
    """

    symbol: str
    state: str
    session: int | None
    cycle: int | None
    date: str
    adopted: str
    distributed: str
    troika: tuple[str, ...] = ()
    questions_from: tuple[str, ...] = ()


class Fact(NamedTuple):
    """One thing that a document says of itself: "communication" is "2836/2016", "author" "A. B."."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader of one kind of document found.

    `review` is what a report says of a review; `facts` what any other document says of itself, in the
    document's own words, in its order; a name may recur. `entries` is a tuple; the hundred thousands of a
    bulk export are packed (see documents/packed.py).
    """

    kind: str
    entries: Sequence[Entry]
    review: ReviewFacts | None = None
    doubts: tuple[Told, ...] = ()
    facts: tuple[Fact, ...] = ()

    def fact(self, name: str) -> str:
        """The first fact of this name, or ""."""
        return next((fact.value for fact in self.facts if fact.name == name), "")
