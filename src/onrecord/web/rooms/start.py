"""The first room: what is on the record, handing over files, and what to do next."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from onrecord.record.overview import overview, reviews_held, reviews_without_report
from onrecord.web.arrivals import Arrivals, keep_uploads, path_on_this_computer, put_on_record
from onrecord.web.desk import OnDesk
from onrecord.web.jobs import ADDING
from onrecord.web.language import N_
from onrecord.web.pages import render
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import inside

router = APIRouter(include_in_schema=False)
room = Room(name="start", title=N_("Start"), path="/", order=0, router=router)


@router.get("/")
def start(request: Request, desk: OnDesk) -> Response:
    """What is on the record and what can be done."""
    return render(
        request,
        "start/start.html.j2",
        counts=overview(desk.record),
        reviews=reviews_held(desk.record),
        without_report=reviews_without_report(desk.record),
        failures=desk.record.failures(),
        jobs=[job for job in desk.jobs.all() if job.kind == ADDING],
    )


@router.post("/add")
def add(
    desk: OnDesk,
    files: Annotated[list[UploadFile], File()] = [],  # noqa: B006 - FastAPI's way to say "none sent"
    folder: Annotated[list[UploadFile], File()] = [],  # noqa: B006
    path: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Read files, those of a folder, or what lies at a path onto the person's own record."""
    desk.close_example()
    record = desk.own
    arrived = keep_uploads(record, files, folder)
    if path.strip():
        arrived = Arrivals((*arrived.paths, path_on_this_computer(path)), arrived.passed_over)
    if not arrived.paths:
        return RedirectResponse("/?nothing=1", status_code=303)
    job = desk.jobs.start(ADDING, lambda job: put_on_record(record, arrived.paths, job))
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


@router.get("/jobs/{number}")
def job_page(request: Request, desk: OnDesk, number: int) -> Response:
    """One piece of work: how far it is, or what it gave."""
    return _job(request, desk, number, "start/job.html.j2")


@router.get("/jobs/{number}/panel")
def job_panel(request: Request, desk: OnDesk, number: int) -> Response:
    """The panel of a piece of work alone, for a page that is watching."""
    return _job(request, desk, number, "start/job-panel.html.j2")


def _job(request: Request, desk: OnDesk, number: int, template: str) -> Response:
    job = desk.jobs.get(number)
    if job is None or job.kind != ADDING:
        raise HTTPException(404)
    # Of editions that came together, the last may be the one from which the record answers.
    counting = {(one.symbol, one.name) for one in desk.own.documents()} if job.is_over else set()
    answer = render(request, template, job=job, counting=counting)
    if not job.is_over and template == "start/job.html.j2":
        # For browsers without script: the page asks again by itself.
        answer.headers["refresh"] = "4"
    return answer


@router.post("/example/open")
def open_example(desk: OnDesk, back: Annotated[str, Form()] = "/") -> RedirectResponse:
    """Lay the example on the desk."""
    desk.open_example()
    return RedirectResponse(inside(back), status_code=303)


@router.post("/example/close")
def close_example(desk: OnDesk) -> RedirectResponse:
    """Lay the person's own record on the desk again."""
    desk.close_example()
    return RedirectResponse("/", status_code=303)
