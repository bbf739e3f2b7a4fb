"""What programs send and get of the work under way, the history and the record's health."""

from __future__ import annotations

from pydantic import BaseModel, Field

from onrecord.record.history import KINDS
from onrecord.record.judgements import ABOUT, VERDICTS
from onrecord.web.shapes.values import Moment, Who


class FailedOut(BaseModel):
    """A file that could not be read."""

    file: str = Field(description="The name of the file.")
    reason: str = Field(description="Why it could not be read, and what to do, in plain English.")


class JobOut(BaseModel):
    """The reading of files, under way or over."""

    id: int = Field(description="The work's number, by which to ask for it again.", examples=[1])
    state: str = Field(description='"waiting", "running", "done" or "failed".', examples=["running"])
    done: int = Field(description="How many steps are behind it.")
    total: int = Field(description="How many steps there are; 0 while nobody knows.")
    error: str = Field(description='Why the whole work failed; "" where it did not.')
    added: list[str] = Field(description="The documents added: symbols, or names of files without one.")
    already: list[str] = Field(
        description="The names of files that were on the record already; nothing changed."
    )
    failed: list[FailedOut] = Field(description="The files that could not be read. The others were.")


class StandOut(BaseModel):
    """How a thing stood before or after a change. The words of a whole letter are left out."""

    state: str = Field(
        description='A word for programs, such as "dismissed", "wrong", "consented"; "" for none.'
    )
    words: str = Field(description='A person\'s own words; "" for none.')


class ChangeOut(BaseModel):
    """A change that a person made."""

    kind: str = Field(description=f"What was changed, one of: {', '.join(KINDS)}.")
    at: Moment
    who: Who
    name: str = Field(description="The letter's or the document's name.")
    part: str = Field(
        description='What of it: words of a finding, a pinpoint, a signatory; "" for all of it.'
    )
    before: StandOut = Field(description="How it stood before.")
    now: StandOut = Field(description="How it stands since.")
    draft: int = Field(
        description="The letter on the desk, 0 for none; its words are at /letters/{number}/versions/{of}."
    )
    version: int = Field(description="The version of that letter, 0 for none.")


class HistoryOut(BaseModel):
    """A stretch of the history."""

    total: int = Field(description="How many changes fit what was asked.")
    kinds: dict[str, int] = Field(description="How many changes there are of each kind, narrowed or not.")
    changes: list[ChangeOut] = Field(description="The changes from `start` on, the newest first.")


class Judged(BaseModel):
    """What a person says of an entry: that it is right or wrong, and in what."""

    symbol: str = Field(
        min_length=1,
        max_length=1000,
        description="The document's symbol; for a file without one, the file's name.",
        examples=["A/HRC/25/5"],
    )
    pinpoint: str = Field(
        min_length=1, max_length=1000, description="The entry's place there.", examples=["186.241"]
    )
    part: int = Field(
        1,
        ge=1,
        le=10_000,
        description="Which entry, where several stand under one printed number. Left out: the first.",
    )
    who: str = Field(min_length=1, max_length=200, description="Who says so.", examples=["Kim"])
    verdict: str = Field(
        max_length=100, description=f"One of: {', '.join(VERDICTS)}.", examples=[VERDICTS[0]]
    )
    about: str = Field(
        max_length=100,
        description=f"What of the entry is so judged, one of: {', '.join(ABOUT)}.",
        examples=[ABOUT[0]],
    )
    words: str = Field(
        "", max_length=2000, description="Why, in the person's own words. Left out: nothing is added."
    )


class JudgementOut(BaseModel):
    """The judgement as kept; it replaces none of what the reader read."""

    id: int = Field(description="The judgement's number.")
    at: Moment


class ReadByOut(BaseModel):
    """The documents that one version of the reader read."""

    reader: str = Field(description="The version of the reader.")
    documents: list[str] = Field(description="The documents: symbols, or names of files without one.")


class ProgramOut(BaseModel):
    """Another program that On Record can use."""

    name: str = Field(description="The program's name.")
    path: str = Field(description='Where it is; "" where it is not on this computer.')
    use: str = Field(description="What it is for, in plain English.")


class DiagnosisOut(BaseModel):
    """Whether the record is whole. As `onrecord doctor --json` prints it."""

    whole: bool = Field(description="Whether nothing harms the record.")
    documents: int = Field(description="How many files are on the record.")
    entries: int = Field(description="How many entries were read from them.")
    failures: int = Field(description="How many files could not be read.")
    outdated: int = Field(description="How many documents were read by another version of the reader.")
    faults: list[str] = Field(description="What harms the record, in plain sentences.")
    reader: str = Field(description="The version of today's reader.")
    readers: list[ReadByOut] = Field(description="All documents by the reader that read them, today's first.")
    schema_: str = Field(alias="schema", description="The number of the record's last migration.")
    newest: str = Field(description="The number of this program's last migration.")
    size: int = Field(description="Bytes of the record's folder.")
    free: int = Field(description="Bytes that are free on its disk.")
    programs: list[ProgramOut] = Field(description="Other programs that On Record can use.")
    advice: list[str] = Field(description="What would help, in plain sentences.")
