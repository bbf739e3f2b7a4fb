"""The letter room: one finding of a letter, with all that it rests on; its repair, and what a person decides about it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from pydantic import BaseModel
from starlette.responses import RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.letters.decisions import Decided, decide, withdraw
from onrecord.letters.repairs.apply import apply_repairs
from onrecord.record.drafts import draft, save_version, text_of
from onrecord.settings import Who
from onrecord.told import tell
from onrecord.web.desk import Desk, OnDesk
from onrecord.web.letter_page import addresses
from onrecord.web.letter_parts import LONGEST_EXCERPT
from onrecord.web.letter_steps import (
    SEVERITIES,
    Numbered,
    back_to,
    back_to_finding,
    checked,
    come_back,
    newest,
    next_finding,
    numbered,
)
from onrecord.web.pages import render
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import person_at, remember_person

router = APIRouter(include_in_schema=False)
room = Room(name="letters_findings", router=router)


class Deciding(BaseModel):
    """What is sent to decide about a finding; `severity` is the filter of the page."""

    version: int
    finding: str
    verdict: str
    reason: str = ""
    who: str = ""
    severity: str = ""


@router.get("/letters/{number}/findings/{name}")
def finding(
    request: Request,
    desk: OnDesk,
    number: int,
    name: str,
    version: Annotated[int, Query()],
    severity: Annotated[str, Query()] = "",
) -> Response:
    """A finding on a page of its own, to decide about it; the letter's page takes the form from here."""
    decided = _as_shown(desk, number, version)
    meant = _meant(decided, name)
    about = next((kept for found, kept in decided.decided if found is meant.finding), None)
    return render(
        request,
        "letters/finding_page.html.j2",
        draft=draft(desk.record, number),
        letter=decided.whole.letter,
        version=version,
        only=severity if severity in SEVERITIES else "",
        one=meant,
        decision=about,
        addresses=addresses(desk, [meant.finding]),
        who=person_at(request),
        most_evidence=None,
        longest_words=None,
        longest_excerpt=LONGEST_EXCERPT,
    )


@router.post("/letters/{number}/repair")
def repair(
    request: Request,
    desk: OnDesk,
    number: int,
    version: Annotated[int, Form()],
    finding: Annotated[str, Form()],
    severity: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Make the repair of a finding, as a new version."""
    decided = _as_shown(desk, number, version)
    meant = _meant(decided, finding)
    found = meant.finding
    if found.repair is None:
        raise UsageError(tell("This finding has no repair."), hint=tell("Change the words yourself."))
    mended = apply_repairs(decided.whole.letter.text, [found.repair])
    saved = save_version(desk.record, number, mended.text, why="repaired", who=person_at(request))
    after = numbered(checked(desk, number, text_of(desk.record, number, saved)))
    anchor = next_finding(numbered(decided), after, meant.number, severity)
    return back_to(number, did=f"v{saved}", severity=severity, anchor=anchor)


@router.post("/letters/{number}/decide")
def decide_finding(desk: OnDesk, number: int, sent: Annotated[Deciding, Form()]) -> RedirectResponse:
    """Keep that a finding is accepted or dismissed, and why."""
    decided = _as_shown(desk, number, sent.version)
    meant = _meant(decided, sent.finding)
    named = Who(sent.who.strip(), "workbench") if sent.who.strip() else None
    kept = decide(
        desk.record, decided.whole, meant.finding, verdict=sent.verdict, reason=sent.reason, who=named
    )
    shown = numbered(decided)
    anchor = next_finding(shown, shown, meant.number, sent.severity)
    answer = back_to(number, did=f"d{kept.number}", severity=sent.severity, anchor=anchor)
    remember_person(answer, sent.who)
    return answer


@router.post("/letters/{number}/withdraw")
def withdraw_decision(
    request: Request,
    desk: OnDesk,
    number: int,
    decision: Annotated[int, Form(gt=0, lt=2**62)],
    reason: Annotated[str, Form()] = "",
    severity: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Take a decision back; both stay in the history."""
    who = person_at(request)
    text = text_of(desk.record, number, newest(desk, number))
    before = numbered(checked(desk, number, text))
    kept = withdraw(desk.record, decision, reason=reason, who=Who(who, "workbench") if who else None)
    found = come_back(before, numbered(checked(desk, number, text)))
    return back_to_finding(number, found, severity, f"d{kept.number}", "findings")


def _as_shown(desk: Desk, number: int, version: int) -> Decided:
    """The check of the version on which somebody acts. UsageError where a newer one was saved meanwhile."""
    if version != newest(desk, number):
        raise UsageError(
            tell("A newer version of the letter was saved meanwhile."),
            hint=tell("Go back, open the letter again and repeat."),
        )
    return checked(desk, number, text_of(desk.record, number, version))


def _meant(decided: Decided, name: str) -> Numbered:
    """The finding of this name. UsageError where the check has it no more: the record changed meanwhile."""
    for one in numbered(decided):
        if one.name == name:
            return one
    raise UsageError(tell("The check no longer finds this."), hint=tell("Go back and open the letter again."))
