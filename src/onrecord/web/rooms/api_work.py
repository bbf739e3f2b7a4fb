"""The HTTP API: files to read, the work under way, what people changed, and the record's health."""

from __future__ import annotations

from typing import Annotated

from fastapi import File, Path, Query, UploadFile
from starlette.exceptions import HTTPException

from onrecord.errors import UsageError
from onrecord.record.add import AddReport
from onrecord.record.diagnosis import diagnose
from onrecord.record.history import KINDS, LARGEST, history
from onrecord.record.history_rows import Stand
from onrecord.record.judgements import EntryName, judge
from onrecord.record.leafing import entries_at, held
from onrecord.web.api import api_router, whole_characters
from onrecord.web.arrivals import keep_uploads, put_on_record
from onrecord.web.desk import OnDesk
from onrecord.web.jobs import ADDING, Job
from onrecord.web.rooms import Room
from onrecord.web.shapes.work import (
    ChangeOut,
    DiagnosisOut,
    FailedOut,
    HistoryOut,
    JobOut,
    Judged,
    JudgementOut,
    StandOut,
)

router = api_router("work")
room = Room(name="api_work", router=router)


@router.post(
    "/documents",
    status_code=202,
    summary="Read files onto the record",
    response_description="The work that has begun.",
)
def add_files(
    desk: OnDesk,
    files: Annotated[
        list[UploadFile],
        File(
            max_length=1000,
            description="The files: PDF, Word, RTF, HTML, plain text or exports; each in a field `files` of its own.",
        ),
    ],
) -> JobOut:
    """Read files onto the record. The answer comes at once and the work goes on: ask for it by its number.

    A file that is on the record already changes nothing. A file that cannot be read is named with the reason, and
    the others are read.
    """
    record = desk.own
    arrived = keep_uploads(record, files, ())
    if not arrived.paths:
        raise UsageError("No file came.", hint="Send them as multipart/form-data, each in a field `files`.")
    return _job(desk.jobs.start(ADDING, lambda job: put_on_record(record, arrived.paths, job)))


@router.get(
    "/jobs/{number}",
    summary="Show the reading of files",
    response_description="How far it is, or what it gave.",
)
def show_job(
    desk: OnDesk,
    number: Annotated[
        int,
        Path(ge=1, le=2**53, description="The work's number, as the sending of files gave it.", examples=[1]),
    ],
) -> JobOut:
    """How far the reading of files is; when it is over, what was added and what could not be read."""
    job = desk.jobs.get(number)
    if job is None or job.kind != ADDING:
        raise HTTPException(404, f"There is no work {number}.")
    return _job(job)


@router.post(
    "/judgements",
    status_code=201,
    summary="Judge an entry",
    response_description="The judgement as kept.",
)
def judge_entry(desk: OnDesk, given: Judged) -> JudgementOut:
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


@router.get("/history", summary="List changes", response_description="The changes.")
def list_changes(
    desk: OnDesk,
    kind: Annotated[
        str,
        Query(
            max_length=100,
            description=f"Only changes of this kind, one of: {', '.join(KINDS)}. Left out: of any.",
            examples=["decision"],
        ),
    ] = "",
    who: Annotated[
        str,
        Query(
            max_length=200,
            description="Only changes by this person, by the name given then. Left out: by anybody.",
            examples=["Kim"],
        ),
    ] = "",
    start: Annotated[int, Query(ge=0, le=LARGEST, description="How many changes to pass over.")] = 0,
    size: Annotated[int, Query(ge=1, le=200, description="How many changes to give.")] = 30,
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


@router.get("/diagnosis", summary="Diagnose the record", response_description="The diagnosis.")
def diagnose_record(desk: OnDesk) -> DiagnosisOut:
    """Whether the record is whole, and what would help. Every file kept beside it is read, so it takes a while."""
    return DiagnosisOut.model_validate(diagnose(desk.record).as_json())


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
