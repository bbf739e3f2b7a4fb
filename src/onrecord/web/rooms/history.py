"""History, backup, about: who changed what and when, the readers behind the entries, and the record's health."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from onrecord.record.backup import back_up
from onrecord.record.diagnosis import diagnose
from onrecord.record.judgements import judgements
from onrecord.record.record import Record
from onrecord.web.arrivals import folder_on_this_computer
from onrecord.web.desk import OnDesk
from onrecord.web.language import N_
from onrecord.web.pages import render
from onrecord.web.rooms import Room

router = APIRouter(include_in_schema=False)
room = Room(name="history", title=N_("History"), path="/history", order=80, router=router)
BACKUP, DIAGNOSIS = "backup", "diagnosis"
NEWEST = 100


@router.get("/history")
def history(request: Request, desk: OnDesk) -> Response:
    """What people said of entries, what was added, and the work on the record's health."""
    added = sorted(desk.record.documents(), key=lambda one: one.added, reverse=True)
    jobs = [job for job in desk.jobs.all() if job.kind in {BACKUP, DIAGNOSIS}][:5]
    answer = render(
        request,
        "history/history.html.j2",
        said=judgements(desk.record, newest=NEWEST),
        added=added[:NEWEST],
        jobs=jobs,
    )
    if not all(job.is_over for job in jobs):
        answer.headers["refresh"] = "3"
    return answer


@router.post("/history/backup")
def make_backup(desk: OnDesk, folder: Annotated[str, Form()]) -> RedirectResponse:
    """Write the whole record to a file in a folder of this computer."""
    record, target = desk.own, folder_on_this_computer(folder)
    desk.jobs.start(BACKUP, lambda _job: back_up(record, target))
    return RedirectResponse("/history", status_code=303)


@router.post("/history/diagnosis")
def make_diagnosis(desk: OnDesk) -> RedirectResponse:
    """Look whether the record is whole, as `onrecord doctor` does."""
    record: Record = desk.record
    desk.jobs.start(DIAGNOSIS, lambda _job: diagnose(record))
    return RedirectResponse("/history", status_code=303)
