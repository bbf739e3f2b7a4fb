"""An entry, a position and a topic's hit, as the HTTP API gives them."""

from __future__ import annotations

from pydantic import BaseModel, Field

from onrecord.mechanisms.model import SECTIONS
from onrecord.web.shapes.values import (
    POSITIONS,
    By,
    Cycle,
    EntryKind,
    IsoDate,
    Page,
    Pinpoint,
    Session,
    StateCode,
    Symbol,
    To,
    Troika,
)


class PositionAtOut(BaseModel):
    """Where a position stands."""

    symbol: Symbol
    paragraph: str = Field(description="The paragraph that states the position.", examples=["186"])


class InferenceOut(BaseModel):
    """Something that the document does not say in so many words."""

    field: str = Field(description="The name of the field that was concluded.", examples=["by"])
    evidence: str = Field(description="The words from which it was concluded.")


class SecondHandOut(BaseModel):
    """Who says that an act stands in another document."""

    source: str = Field(description='Whose table it is: "UPR Info" or "UHRI".')
    file: str = Field(description="The name of the file that holds the table.")
    symbol: str = Field(description='The document in which the act itself stands; "" where unknown.')
    pinpoint: str = Field(description='Its place there; "" where unknown.')
    id: str = Field(description='The mark that the source gives the act; "" for none.')


class EntryOut(BaseModel):
    """One act on the record: who said what to whom, where. As `onrecord read --jsonl` prints it."""

    kind: EntryKind
    symbol: Symbol
    section: str = Field(description=f"The part of the document, one of: {', '.join(SECTIONS)}.")
    number: str | None = Field(
        description="The number as printed; null where the act has none.", examples=["186.241"]
    )
    part: int = Field(
        description="1, 2 … where several texts stand under one printed number, each by other States; else 1."
    )
    paragraph: str = Field(
        description='The main paragraph, or the row of a table ("row 1234").', examples=["186"]
    )
    pinpoint: Pinpoint
    page: Page
    text: str = Field(description="The act's words, without its number and without who said it.")
    as_printed: str = Field(description="The passage as the page prints it.")
    by: By
    by_as_printed: list[str] = Field(
        description="The same in the document's own words.", examples=[["Czech Republic"]]
    )
    on_behalf_of: str = Field(description='The group for which a State speaks, in its words; "" for none.')
    to: To
    cycle: Cycle
    session: Session
    date: IsoDate
    position: str | None = Field(
        description=f"What this document says of a recommendation: {POSITIONS}; null for other kinds."
    )
    position_as_written: str = Field(
        description='The words of the document that give the position; "" for none.'
    )
    position_at: PositionAtOut | None = Field(description="Where those words stand; null where nowhere.")
    note: str = Field(description='The note or the part of the document in which it stands; "" for none.')
    inferred: list[InferenceOut] = Field(
        description="Every field that was concluded and not read, with its evidence."
    )
    place: list[list[int | float]] = Field(
        description="The boxes that frame the words: page from 1, then left, lower, right and upper edge in points "
        "from the page's lower left corner. Empty where the file has no pages.",
        examples=[[[25, 113.4, 402.1, 521.9, 431.5]]],
    )
    themes: list[str] = Field(description="Themes, as OHCHR's list or an export names them.")
    action: str = Field(description='UPR Info\'s category of what is asked, "1" to "5"; "" where not given.')
    second_hand: SecondHandOut | None = Field(
        description="Set where the act was read from a table about another document; else null."
    )
    to_as_printed: str = Field(
        description="Who is addressed in the document's own words, where it is not one State alone."
    )


class AlsoOut(BaseModel):
    """Another place with the same act."""

    symbol: Symbol
    pinpoint: Pinpoint
    page: Page


class HitOut(EntryOut):
    """An entry that belongs to a topic, and by which of its words it does."""

    words: list[str] = Field(description="The words of `text` that made it belong to the topic.")
    spans: list[list[int]] = Field(
        description="Where each of them stands in `text`: first character, and the one after the last, from 0."
    )
    also: list[AlsoOut] = Field(
        description="Where the same act stands once more, such as in the dialogue beside the list."
    )
    by_judgement: bool = Field(description="Whether a person decided that it belongs, and not its words.")


class ReviewTraceOut(BaseModel):
    """One review: who raised the topic, what was answered, who did not raise it, what could not be read."""

    symbol: Symbol
    cycle: Cycle
    session: Session
    date: IsoDate
    raised: list[HitOut] = Field(
        description="Recommendations, advance questions and statements of other States."
    )
    answers: list[HitOut] = Field(description="Replies and pledges of the State under review.")
    not_heard: list[EntryOut] = Field(description="States that wanted the floor and did not get it.")
    silent: list[str] = Field(
        description="States that spoke in this review and did not raise the topic, by ISO 3166 alpha-3 code."
    )
    questions_from: list[str] = Field(
        description="States that put advance questions, by ISO 3166 alpha-3 code. The words stand in another document."
    )
    unread: list[str] = Field(
        description="What the documents on the record cannot answer, in plain sentences."
    )
    background: list[HitOut] = Field(
        description="Hits in the documents beside the report: national report, compilation, summary, mid-term report."
    )


class TraceOut(BaseModel):
    """A topic through the reviews of a State, oldest first. As `onrecord trace --json` prints it."""

    state: StateCode
    topic: str = Field(
        description="The topic's name, or the query in its place.", examples=["non-refoulement"]
    )
    query: str = Field(description="The words that were looked for.")
    by: str | None = Field(
        description="The one State to which the answer is narrowed, by ISO 3166 alpha-3 code; null for all."
    )
    reviews: list[ReviewTraceOut] = Field(description="One for each review that is on the record.")
    missing: list[str] = Field(
        description="The reviews of which no report is on the record. Nothing is concluded about them."
    )


class StatementOut(BaseModel):
    """One place that states a position on a recommendation."""

    authority: str = Field(description="Whose statement it is.", examples=["the State's addendum"])
    position: str = Field(description=f"The position: {POSITIONS}.")
    as_written: str = Field(description="The document's own words for it.")
    comment: str = Field(description='What the State says of the recommendation there; "" for nothing.')
    at: PositionAtOut | None = Field(description="Where it stands; null where unknown.")
    normalised_by: str = Field(description="Who made the value `position` of the words.")
    inferred: str = Field(
        description='By what the place was taken to mean this recommendation; "" where it says so itself.'
    )


class SaidOtherwise(BaseModel):
    """Something that two sources of one act tell differently."""

    field: str = Field(description='What differs: "text", "by", "position" or "number".')
    first: str = Field(description="As the document itself has it.")
    other: str = Field(description="As the other source has it.")
    contradicts: bool = Field(description="Whether both cannot be right.")


class TellingOut(BaseModel):
    """The same act as another source has it: OHCHR's matrix, the Universal Human Rights Index, UPR Info."""

    source: str = Field(description="Whose telling it is.")
    file: str = Field(description='The name of the file where it has no symbol; else "".')
    symbol: Symbol
    pinpoint: Pinpoint
    text: str = Field(description="Its words there.")
    by: By
    position: str | None = Field(description=f"The position it gives: {POSITIONS}; null for none.")
    position_as_written: str = Field(description="Its own words for the position.")
    action: str = Field(description='UPR Info\'s category of what is asked, "1" to "5"; "" where not given.')
    themes: list[str] = Field(description="Themes, as the source names them.")
    likeness: float = Field(description="How alike the two texts are, from 0 to 100.")
    differences: list[SaidOtherwise] = Field(description="What the two tell differently.")


class ResolvedOut(BaseModel):
    """What became of a recommendation by all documents on the record. As `onrecord show --json` prints it."""

    position: str = Field(description=f"The position that stands: {POSITIONS}.")
    as_written: str = Field(description='The document\'s own words for it; "" for none.')
    comment: str = Field(description='What the State says of the recommendation; "" for nothing.')
    at: PositionAtOut | None = Field(description="Where the position stands; null where nowhere.")
    normalised_by: str = Field(description="Who made the value `position` of the words.")
    statements: list[StatementOut] = Field(
        description="Every place that states a position, the highest authority first."
    )
    contradictions: list[str] = Field(description="Positions that cannot both be so, in plain sentences.")
    differences: list[str] = Field(description="What else two sources tell differently, in plain sentences.")
    also: list[TellingOut] = Field(description="The same act as tables about the report have it.")


class RecommendedOut(BaseModel):
    """A recommendation of the report and what became of it."""

    entry: EntryOut = Field(description="The recommendation as the report has it.")
    resolved: ResolvedOut = Field(description="What became of it by all documents on the record.")


class ReviewedOut(BaseModel):
    """One report on a review: its recommendations, who spoke, who was not heard."""

    symbol: Symbol
    state: StateCode
    cycle: Cycle
    date: IsoDate
    positions: dict[str, int] = Field(
        description="How many recommendations have each position, by all documents on the record."
    )
    recommendations: list[RecommendedOut] = Field(description="Each of them once, in the report's order.")
    recommended_in_dialogue: int = Field(
        description="How many recommendations were read from the summary of the interactive dialogue."
    )
    spoke: dict[str, int] = Field(
        description="How many entries there are by each State that spoke, by ISO 3166 alpha-3 code."
    )
    not_heard: list[str] = Field(
        description="States that wanted the floor and did not get it, by ISO 3166 alpha-3 code."
    )


class ReviewOut(BaseModel):
    """A review of which the report is on the record."""

    symbol: Symbol
    state: StateCode
    cycle: Cycle
    session: Session
    date: IsoDate
    troika: Troika
    entries: int = Field(description="How many entries were read from the report.")
