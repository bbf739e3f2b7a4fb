"""What programs send and get of letters on the desk, their two languages, their asks and who signs."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from onrecord.letters.bilingual.difference import KINDS as DIFFERENCES
from onrecord.web.shapes.checks import LONGEST, StretchOut
from onrecord.web.shapes.values import POSITIONS, Moment, Symbol, Who

Number = Annotated[int, Field(description="The letter's number on the desk.", examples=[3])]
NameIn = Annotated[str, Field(max_length=200)]
_NUMBER_OF_VERSION = "The version's number; numbers count the versions of all letters."
_WHO = "Who does it, for the history. Left out: nobody is named."


class VersionOut(BaseModel):
    """A saved version of a letter."""

    id: int = Field(description=_NUMBER_OF_VERSION)
    why: str = Field(description='Why it was saved: "opened", "edited", "repaired", "undone" …')
    at: Moment
    who: Who


class DraftOut(BaseModel):
    """A letter on the desk."""

    id: Number
    name: str = Field(description="The letter's name.")
    newest: VersionOut = Field(description="Its newest version.")
    versions: int = Field(description="How many versions are kept.")


class DraftText(BaseModel):
    """The words of one version of a letter."""

    id: Number
    name: str = Field(description="The letter's name.")
    version: int = Field(description=_NUMBER_OF_VERSION)
    text: str = Field(description="All its words.")
    problems: list[str] = Field(description="What was doubtful about reading its file, in plain sentences.")
    versions: list[VersionOut] = Field(description="Every version, the newest first.")


class NewDraft(BaseModel):
    """A letter's text under a name."""

    name: NameIn = Field("letter", description="What the letter is called on the desk.", examples=["spring"])
    text: str = Field(min_length=1, max_length=LONGEST, description="All its words, plain or Markdown.")
    who: NameIn = Field("", description=_WHO)


class NewVersion(BaseModel):
    """The whole text as it is now."""

    text: str = Field(min_length=1, max_length=LONGEST, description="All its words, plain or Markdown.")
    who: NameIn = Field("", description=_WHO)


class Kept(BaseModel):
    """What was kept."""

    id: Number
    version: int = Field(description=_NUMBER_OF_VERSION)


class TwoTexts(BaseModel):
    """The English and the Korean text of one letter. Nothing of them is kept."""

    english: str = Field(min_length=1, max_length=LONGEST, description="The English text, plain or Markdown.")
    korean: str = Field(min_length=1, max_length=LONGEST, description="The Korean text, plain or Markdown.")


class DifferenceOut(BaseModel):
    """Something that one text says and the other does not."""

    severity: str = Field(description='"warning"; "notice" for a term, which a translator may choose.')
    kind: str = Field(description=f"What differs, one of: {', '.join(DIFFERENCES)}.")
    key: str = Field(description="The paragraph or the note, by its key.", examples=["p3"])
    message: str = Field(description="What differs, in plain English.")
    english: str = Field(description='The English words; "" for none.')
    korean: str = Field(description='The Korean words; "" for none.')
    english_at: list[int] | None = Field(
        description="Where they stand in the paragraph: first character, and the one after the last, from 0; null for "
        "no one place."
    )
    korean_at: list[int] | None = Field(description="The same in the Korean paragraph.")


class Compared(BaseModel):
    """Where the two texts differ. As `onrecord letter compare --json` prints it."""

    compared: int = Field(description="How many facts were held against each other.")
    differences: list[DifferenceOut] = Field(description="Each difference, in the letter's order.")
    faults: dict[str, list[str]] = Field(
        description='By language ("en", "ko"), what a build of the letter would stop at.'
    )


class Asking(BaseModel):
    """A letter that asks something of States. Nothing of it is kept."""

    text: str = Field(
        min_length=1, max_length=LONGEST, description="The letter, plain or Markdown, with its asks."
    )
    review: str = Field(
        "",
        max_length=100,
        description="The review in which the asks should be raised: State and cycle. Left out: as the letter names it.",
        examples=["CHN/4"],
    )
    by: str = Field(
        "",
        max_length=100,
        description="Only earlier wording by this State: its name or its ISO 3166 alpha-3 code. Left out: by any.",
        examples=["CZE"],
    )


class AdvicePlace(BaseModel):
    """A place on which advice rests."""

    symbol: Symbol
    pinpoint: str = Field(
        description='The paragraph as one cites it; "" for the whole document.', examples=["186.243"]
    )
    page: int = Field(description="The page, from 1; 0 where unknown.")
    words: str = Field(description="The very words there.")


class AdviceOut(BaseModel):
    """One piece of advice."""

    rule: str = Field(description="The name of the rule behind it.")
    words: str = Field(description="The advice, in plain English.")
    places: list[AdvicePlace] = Field(description="Where it rests.")
    inferred: str = Field(description='By what it was concluded; "" where nothing was.')


class AskedOut(BaseModel):
    """A question or recommendation that the letter asks for."""

    name: str = Field(description="Its name in the letter.", examples=["R1", "Q2"])
    kind: str = Field(description='"question" or "recommendation".')
    words: str = Field(description="Its words.")
    language: str = Field(description='"en" or "ko".')


class CategoryOut(BaseModel):
    """UPR Info's category of the action that is asked for."""

    number: int | None = Field(
        description="1 (minimal action) to 5 (specific action); null where no verb decides."
    )
    name: str = Field(description="The category's name.")
    verb: str = Field(description="The verb that decides.")
    reason: str = Field(description="Why it is this one.")


class EarlierOut(BaseModel):
    """A recommendation to the same State on the same matter."""

    by: list[str] = Field(
        description="The recommending States, by ISO 3166 alpha-3 code.", examples=[["CZE"]]
    )
    cycle: int | None = Field(description="The cycle of the review; null where the source does not say it.")
    place: AdvicePlace = Field(description="Where it stands.")
    position: str = Field(description=f"What became of it by all documents on the record: {POSITIONS}.")
    position_as_written: str = Field(description="The document's own words for that.")
    position_at: AdvicePlace | None = Field(description="Where they stand; null where nowhere.")
    score: float = Field(description="How far the two share their words, from 0 to 1.")
    differences: list[StretchOut] = Field(
        description="Near copies word by word, the ask's words as `letter`; empty for others."
    )


class AskAdviceOut(BaseModel):
    """All advice on one ask."""

    ask: AskedOut = Field(description="The ask.")
    words: int = Field(description="How many words it has.")
    seconds: int = Field(description="How long it takes to say, at 130 words a minute.")
    category: CategoryOut | None = Field(description="What kind of action it asks for; null for a question.")
    earlier: list[EarlierOut] = Field(description="Earlier wording on the same matter, the nearest first.")
    answer: AdvicePlace | None = Field(description="Where the State answered it before; null where nowhere.")
    advice: list[AdviceOut] = Field(description="The advice.")
    accepted: EarlierOut | None = Field(
        description="The nearest recommendation on the matter that the State supported; null for none."
    )


class Advised(BaseModel):
    """The advice on each ask. As `onrecord letter advise --json` prints it."""

    review: str = Field(
        description='The review, as State and cycle; "" where none is known.', examples=["CHN/4"]
    )
    on: str = Field(description='The day of the review, an ISO date; "" where unknown.')
    deadline: str = Field(
        description='The day by which advance questions are due, an ISO date; "" where unknown.'
    )
    general: list[AdviceOut] = Field(description="Advice on the letter as a whole.")
    asks: list[AskAdviceOut] = Field(description="Advice on each ask, in the letter's order.")


class SignedVersion(BaseModel):
    """A letter in exactly these words; the hash stands for them."""

    letter: str = Field(description="The letter's name.")
    sha256: str = Field(description="The SHA-256 of its words in all its languages.")
    title: str = Field(description="Its title.")
    languages: list[str] = Field(
        description='The languages in which it is kept: "en", "ko".', examples=[["en", "ko"]]
    )
    kept: Moment
    kept_by: Who


class SignatoryOut(BaseModel):
    """An organisation or person that was asked to sign. How to reach them is never told."""

    number: int = Field(description="The signatory's number.")
    letter: str = Field(description="The letter's name.")
    kind: str = Field(description='"organisation" or "person".')
    names: dict[str, str] = Field(
        description="The name by language.", examples=[{"en": "Kim Cheol-ok", "ko": "김철옥"}]
    )
    details: dict[str, str] = Field(
        description="What is printed after the name by language, such as an office."
    )
    language: str = Field(description='The language in which they are written to: "en" or "ko".')
    standing: str = Field(
        description='To the version shown: "signed", "ask_again" (signed other words), "invited" or "withdrawn".'
    )


class SignatoriesOut(BaseModel):
    """How everybody stands to one version of a letter."""

    version: SignedVersion = Field(description="The version shown.")
    versions: list[SignedVersion] = Field(description="Every version that is kept for signing.")
    signatories: list[SignatoryOut] = Field(description="Everybody who was asked.")
