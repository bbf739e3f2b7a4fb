"""What a check of a letter's text answers to programs; as `onrecord check --json` prints it."""

from __future__ import annotations

from pydantic import BaseModel, Field

from onrecord.web.shapes.values import Span, Symbol

LONGEST = 400_000
"""Of a letter's text, in characters."""

_PLACE = "Where a person finds it."
_A_PLACE = ["line 49"]


class TextIn(BaseModel):
    """A letter's text. Nothing of it is kept."""

    text: str = Field(
        min_length=1,
        max_length=LONGEST,
        description="The letter, plain or Markdown, with its notes.",
        examples=["China accepted recommendation 186.242 (A/HRC/25/5)."],
    )
    about: str = Field(
        "",
        max_length=1000,
        description="The topic by which omissions are looked for: a topic's name or a query, as in a search. "
        "Left out: every named topic that the letter is about.",
        examples=["non-refoulement"],
    )


class SummaryOut(BaseModel):
    """How much was checked and found."""

    findings: dict[str, int] = Field(
        description='How many findings of each severity: "error", "warning", "notice".'
    )
    quotations: dict[str, int] = Field(description="How many quotations have each verdict.")
    citations: dict[str, int] = Field(description="How many citations have each status.")
    documents: list[str] = Field(description="Symbols of the documents against which the text was held.")
    topics: list[str] = Field(description="The topics by which omissions were looked for.")


class CitationOut(BaseModel):
    """A reference found in the text, and what it means."""

    span: Span
    as_written: str = Field(description="Its words in the letter.", examples=["Id., para. 186.242"])
    note: str | None = Field(description="The number of the note it stands in; null in the running text.")
    kind: str = Field(
        description='"full" (names a symbol), "short", "id", "supra", "recommendation" (a recommendation\'s number) or '
        '"other" (a source that is no UN document).'
    )
    status: str = Field(
        description='"resolved", "unresolved" (`reason` says why) or "not_on_record". Not on the record does not mean '
        "that it does not exist."
    )
    symbol: Symbol
    pinpoints: list[str] = Field(description="The paragraphs that are cited.", examples=[["186.242"]])
    reason: str = Field(description='Why it is not resolved; "" where it is.')
    antecedent: int | None = Field(
        description="For an “Id.”: the place in this list, from 0, of the citation it repeats; else null."
    )
    inferred: str = Field(description='On what the symbol rests where the text does not say it; else "".')
    stated_date: str = Field(description='The date that the letter gives the document (EDTF); "" for none.')
    stated_title: str = Field(description='The title that the letter gives it; "" for none.')
    url: str = Field(description='The address beside it in the letter; "" for none.')


class PlaceFound(BaseModel):
    """A place on the record and the words there."""

    symbol: Symbol
    paragraph: str = Field(description="The paragraph as one cites it.", examples=["186.241"])
    page: int | None = Field(description="The page of the file, from 1; null where the file has no pages.")
    words: str = Field(description="The very words there.")


class ChangeOfWords(BaseModel):
    """One difference between a quotation and its source."""

    kind: str = Field(description='"insertion", "omission" or "replacement".')
    quoted: str = Field(description="The letter's words.")
    source: str = Field(description="The source's words.")
    marked: bool = Field(description="Whether the letter shows the change, by brackets or an ellipsis.")


class QuotationOut(BaseModel):
    """Words in quotation marks, held against the record."""

    span: Span
    line: int = Field(description="The line of the text, from 1.")
    place: str = Field(description=_PLACE, examples=_A_PLACE)
    text: str = Field(description="The words as quoted.")
    verdict: str = Field(
        description='"verbatim", "verbatim_with_marked_changes", "altered", "elsewhere" (the words stand in another '
        'place), "not_found" or "cannot_check" (the document is not on the record). Cannot check is never wrong.'
    )
    cited: int | None = Field(
        description="The place in `citations`, from 0, of the citation that covers it; null for none."
    )
    at: PlaceFound | None = Field(description="Where the words were found; null where nowhere.")
    cited_at: PlaceFound | None = Field(description="Where the letter says they are; null where it does not.")
    difference: list[ChangeOfWords] = Field(description="Each difference from the source.")
    reason: str = Field(description='Why it could not be checked; else "".')


class EvidenceOut(BaseModel):
    """On what a finding rests: a place on the record, or another place in the letter."""

    why: str = Field(description="What it shows.")
    symbol: str = Field("", description="The UN document symbol, where it is a place on the record.")
    paragraph: str = Field("", description="The paragraph there.")
    page: int | None = Field(None, description="The page there, from 1.")
    words: str = Field("", description="The very words.")
    span: list[int] = Field(
        [], description="Where in the letter, where it is a place there: first character, one after the last."
    )
    line: int = Field(0, description="The line of the letter, from 1.")
    place: str = Field("", description=_PLACE, examples=_A_PLACE)


class StretchOut(BaseModel):
    """Words of a comparison between the letter and its source, in the order of both."""

    kind: str = Field(
        description='"same", "source" (only the source has them), "letter" (only the letter has them) or "marked" (the '
        "letter shows by brackets that they are its own)."
    )
    words: str = Field(description="The words.")


class EditOut(BaseModel):
    """Replace the words at `span` by `text`."""

    span: Span
    words: str = Field(description="The words that stand there; empty where something is put in.")
    text: str = Field(description="What takes their place; empty where they go.")


class RepairOut(BaseModel):
    """How a finding can be mended."""

    why: str = Field(description="On what the repair rests.")
    edits: list[EditOut] = Field(description="The edits, which do not overlap.")


class FindingOut(BaseModel):
    """Something that the check has to say."""

    rule: str = Field(
        description="The name of the rule; `onrecord check --help` says where rules are explained.",
        examples=["altered_quotation"],
    )
    severity: str = Field(description='"error", "warning" or "notice".')
    span: Span
    line: int = Field(description="The line of the text, from 1.")
    place: str = Field(description=_PLACE, examples=_A_PLACE)
    words: str = Field(description="The words of the letter that are meant.")
    message: str = Field(description="What was found, in plain English.")
    evidence: list[EvidenceOut] = Field(description="On what it rests.")
    suggestion: str = Field(description='What can be done; "" for nothing.')
    difference: list[StretchOut] | None = Field(
        description="The letter's words against the source's; null where nothing is compared."
    )
    repair: RepairOut | None = Field(
        description="Edits that mend it, where the record leaves no choice; else null."
    )


class CheckOut(BaseModel):
    """A text held against the record. "Cannot check" is never "wrong"."""

    summary: SummaryOut = Field(description="The counts of it all.")
    citations: list[CitationOut] = Field(description="Every reference, in the order of the text.")
    quotations: list[QuotationOut] = Field(description="Every quotation, in the order of the text.")
    findings: list[FindingOut] = Field(description="What the check has to say, in the order of the text.")
