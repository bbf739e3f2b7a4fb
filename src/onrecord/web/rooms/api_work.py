"""The HTTP API: files to read, the work under way, what people changed, and the record's health."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import File, Path, Query, UploadFile
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from onrecord.errors import UsageError
from onrecord.record.add import AddReport
from onrecord.record.diagnosis import diagnose
from onrecord.record.history import KINDS, LARGEST, history
from onrecord.record.history_rows import Stand
from onrecord.record.judgements import ABOUT, VERDICTS, EntryName, judge
from onrecord.record.leafing import entries_at, held
from onrecord.web.api import api_router, whole_characters
from onrecord.web.arrivals import keep_uploads, put_on_record
from onrecord.web.desk import OnDesk
from onrecord.web.jobs import ADDING, Job
from onrecord.web.rooms import Room

router = api_router("work")
room = Room(name="api_work", router=router)


class FailedOut(BaseModel):
    """A file that could not be read, and why."""

    file: str
    reason: str


class JobOut(BaseModel):
    """Work under way or over: "waiting", "running", "done" or "failed"; `done` of `total` steps, 0 while unknown."""

    id: int
    state: str
    done: int
    total: int
    error: str
    added: list[str] = Field(description="The documents added: symbols, or names of files.")
    already: list[str]
    failed: list[FailedOut]


class StandOut(BaseModel):
    """How a thing stood: a word for programs, and a person's own words; those of a whole letter are left out."""

    state: str
    words: str


class ChangeOut(BaseModel):
    """A change that a person made: `at` in UTC, `who` "" where the record does not keep it."""

    kind: str
    at: str
    who: str
    name: str = Field(description="The letter's or the document's.")
    part: str = Field(description="What of it: words of a finding, a pinpoint, a signatory.")
    before: StandOut
    now: StandOut
    draft: int = Field(description="The letter on the desk, 0 for none; its words are at /letters.")
    version: int


class HistoryOut(BaseModel):
    """A stretch of the history, the newest change first; `kinds` counts all changes by kind."""

    total: int
    kinds: dict[str, int]
    changes: list[ChangeOut]


class Judged(BaseModel):
    """What a person says of an entry: the document by symbol (or file name), the pinpoint, the entry's part there."""

    symbol: str = Field(min_length=1, max_length=1000)
    pinpoint: str = Field(min_length=1, max_length=1000)
    part: int = Field(1, ge=1, le=10_000)
    who: str = Field(min_length=1, max_length=200)
    verdict: str = Field(max_length=100, description=f"One of: {', '.join(VERDICTS)}.")
    about: str = Field(max_length=100, description=f"What is so judged, one of: {', '.join(ABOUT)}.")
    words: str = Field("", max_length=2000)


class JudgementOut(BaseModel):
    """The judgement as kept; it replaces none of what the reader read."""

    id: int
    at: str


@router.post("/documents", status_code=202)
def add_files(desk: OnDesk, files: Annotated[list[UploadFile], File(max_length=1000)]) -> JobOut:
    """Read files onto the record. The work goes on; ask for it by its number."""
    record = desk.own
    arrived = keep_uploads(record, files, ())
    if not arrived.paths:
        raise UsageError("No file came.", hint="Send them as multipart/form-data, each in a field `files`.")
    return _job(desk.jobs.start(ADDING, lambda job: put_on_record(record, arrived.paths, job)))


@router.get("/jobs/{number}")
def one_job(desk: OnDesk, number: Annotated[int, Path(ge=1, le=2**53)]) -> JobOut:
    """How far the reading of files is, or what it gave."""
    job = desk.jobs.get(number)
    if job is None or job.kind != ADDING:
        raise HTTPException(404, f"There is no work {number}.")
    return _job(job)


@router.post("/judgements", status_code=201)
def tell(desk: OnDesk, given: Judged) -> JudgementOut:
    """Say that an entry is right or wrong, and in what; it is kept beside the entry, under the name given."""
    document = held(desk.record, given.symbol)
    acts = entries_at(desk.record, document, given.pinpoint) if document else []
    entry = next((one.entry for one in acts if one.entry.part == given.part), None)
    if document is None or entry is None:
        raise HTTPException(404, f"{given.symbol}, {given.pinpoint} has no such entry on the record.")
    named = EntryName(document.sha256, document.symbol, entry.kind, entry.pinpoint, entry.part)
    who, words = whole_characters(given.who), whole_characters(given.words)
    kept = judge(desk.record, named, who=who, verdict=given.verdict, about=given.about, words=words)
    return JudgementOut(id=kept.id, at=kept.at)


@router.get("/history")
def changes(
    desk: OnDesk,
    kind: Annotated[str, Query(max_length=100, description=f"One of: {', '.join(KINDS)}.")] = "",
    who: Annotated[str, Query(max_length=200)] = "",
    start: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
    size: Annotated[int, Query(ge=1, le=200)] = 30,
) -> HistoryOut:
    """Who changed what and when, the newest first."""
    if kind and kind not in KINDS:
        raise UsageError(f"There is no kind of change “{kind}”.", hint=f"Choose one of: {', '.join(KINDS)}.")
    found = history(desk.record, kind=kind, who=who, start=start, size=size)
    return HistoryOut(
        total=found.total,
        kinds=found.kinds,
        changes=[
            ChangeOut(
                kind=one.kind,
                at=one.at,
                who=one.who,
                name=one.shown.name,
                part=one.shown.part,
                before=_stand(one.shown.before, one.kind),
                now=_stand(one.shown.now, one.kind),
                draft=one.shown.draft,
                version=one.shown.version,
            )
            for one in found.changes
        ],
    )


@router.get("/diagnosis")
def health(desk: OnDesk) -> dict[str, Any]:
    """Whether the record is whole, as `onrecord doctor --json` prints it."""
    return diagnose(desk.record).as_json()


def _stand(stood: Stand, kind: str) -> StandOut:
    return StandOut(state=stood.state, words="" if kind == "draft" else stood.words)


def _job(job: Job) -> JobOut:
    report = job.outcome if isinstance(job.outcome, AddReport) else AddReport()
    return JobOut(
        id=job.id,
        state=job.state,
        done=job.done,
        total=job.total,
        error=str(job.error),
        added=[one.symbol or one.path.name for one in report.added],
        already=[path.name for path in report.already],
        failed=[FailedOut(file=one.path.name, reason=str(one.reason)) for one in report.failed],
    )
