"""History, backup, about: who changed what and when, side by side; the readers behind the entries; its health."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse, Response

from onrecord.letters.signing.asking import Passage, changed_passages
from onrecord.record.backup import back_up
from onrecord.record.diagnosis import diagnose, readers_behind
from onrecord.record.history import KINDS, LARGEST, Change, history
from onrecord.record.reading import reader_version
from onrecord.record.record import Record
from onrecord.web.arrivals import folder_on_this_computer
from onrecord.web.departures import Leaving, backup_leaving, tables_leaving
from onrecord.web.desk import OnDesk
from onrecord.web.jobs import Job
from onrecord.web.language import N_
from onrecord.web.pages import render
from onrecord.web.rooms import Room

router = APIRouter(include_in_schema=False)
room = Room(name="history", title=N_("History"), path="/history", order=80, router=router)
BACKUP, DIAGNOSIS, LEAVING_BACKUP, LEAVING_TABLES = "backup", "diagnosis", "backup-file", "tables-file"
JOBS = {BACKUP, DIAGNOSIS, LEAVING_BACKUP, LEAVING_TABLES}
A_PAGE = 30
READ_A_PAGE = 200
MOST_PASSAGES = 6
_LONGEST_COMPARED = 200_000


@router.get("/history")
def history_page(
    request: Request,
    desk: OnDesk,
    kind: str = "",
    who: Annotated[str, Query(max_length=200)] = "",
    start: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
) -> Response:
    """What people changed, a page at a time, and the work on the record's health."""
    jobs = [job for job in desk.jobs.all() if job.kind in JOBS][:5]
    chosen = kind if kind in KINDS else ""
    found = history(desk.record, kind=chosen, who=who, start=start, size=A_PAGE)
    answer = render(
        request,
        "history/history.html.j2",
        found=found,
        passages={change.number: _passages(change) for change in found.changes if change.kind == "draft"},
        most=MOST_PASSAGES,
        kind=chosen,
        who=who,
        start=start,
        size=A_PAGE,
        readers=readers_behind(desk.record),
        reader=reader_version(),
        folder=desk.record.folder,
        jobs=jobs,
    )
    if not all(job.is_over for job in jobs):
        answer.headers["refresh"] = "2"
    elif (ready := _ready(jobs)) is not None:
        # The browser takes the file and stays on the page: one click is enough.
        answer.headers["refresh"] = f"0; url=/history/files/{ready.id}"
    return answer


@router.post("/history/backup/file")
def make_backup_file(desk: OnDesk) -> RedirectResponse:
    """Make a backup of the person's own record that the browser takes when it is proved."""
    record = desk.own
    desk.jobs.start(LEAVING_BACKUP, lambda job: backup_leaving(record, job))
    return RedirectResponse("/history", status_code=303)


@router.post("/history/tables/file")
def make_tables_file(desk: OnDesk) -> RedirectResponse:
    """Write the person's own record as tables into one archive that the browser takes."""
    record = desk.own
    desk.jobs.start(LEAVING_TABLES, lambda job: tables_leaving(record, job))
    return RedirectResponse("/history", status_code=303)


@router.get("/history/files/{number}")
def take_file(desk: OnDesk, number: int) -> FileResponse:
    """The file that a piece of work made, under its own name."""
    job = desk.jobs.get(number)
    if job is None or not isinstance(job.outcome, Leaving) or not job.outcome.size:
        raise HTTPException(404)
    job.outcome.taken = True
    return FileResponse(job.outcome.path, filename=job.outcome.name, media_type="application/zip")


@router.post("/history/backup")
def make_backup(desk: OnDesk, folder: Annotated[str, Form()]) -> RedirectResponse:
    """Write the whole record to a file in a folder of this computer."""
    record, target = desk.own, folder_on_this_computer(folder)
    desk.jobs.start(BACKUP, lambda job: back_up(record, target, on_progress=job.tell))
    return RedirectResponse("/history", status_code=303)


@router.post("/history/diagnosis")
def make_diagnosis(desk: OnDesk) -> RedirectResponse:
    """Look whether the record is whole, as `onrecord doctor` does."""
    record: Record = desk.record
    desk.jobs.start(DIAGNOSIS, lambda _job: diagnose(record))
    return RedirectResponse("/history", status_code=303)


@router.get("/history/readers")
def read_by(
    request: Request,
    desk: OnDesk,
    reader: Annotated[str, Query(max_length=200)],
    start: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
) -> Response:
    """The documents that one version of the reader read, every edition of each."""
    found = next((one for one in readers_behind(desk.record) if one.reader == reader), None)
    if found is None:
        raise HTTPException(404, "No document on the record was read by that version.")
    names = sorted(found.documents)
    return render(
        request,
        "history/readers.html.j2",
        reader=reader,
        names=names[start : start + READ_A_PAGE],
        total=len(names),
        start=start,
        size=READ_A_PAGE,
    )


def _ready(jobs: Sequence[Job]) -> Job | None:
    """The newest file that is ready and that the browser has not come for."""
    if (
        not jobs
        or not isinstance(jobs[0].outcome, Leaving)
        or jobs[0].outcome.taken
        or not jobs[0].outcome.size
    ):
        return None
    return jobs[0]


def _passages(change: Change) -> list[Passage] | None:
    """The paragraphs that differ between a version of a letter and the one before; None where it is too long."""
    shown = change.shown
    if not shown.before_version or len(shown.before.words) + len(shown.now.words) > _LONGEST_COMPARED:
        return None
    return changed_passages(shown.before.words, shown.now.words)
