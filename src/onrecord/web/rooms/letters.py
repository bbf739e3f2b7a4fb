"""The letter room: a letter beside what the check finds in it, its repairs, decisions and versions."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from markupsafe import escape
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.letters.compose.source import is_source
from onrecord.letters.decisions import Decided, decide, withdraw
from onrecord.letters.decisions.acts import Acts, acts
from onrecord.letters.example.cards import letter_text
from onrecord.letters.model import Finding
from onrecord.letters.read import parse_letter
from onrecord.letters.repairs.apply import apply_repairs
from onrecord.letters.two_versions import rows
from onrecord.record.drafts import (
    LONGEST,
    draft,
    listed_drafts,
    open_draft,
    save_version,
    text_of,
    versions,
)
from onrecord.record.leafing import entries_at, held, paragraph_at
from onrecord.settings import Who
from onrecord.told import tell
from onrecord.web.arrivals import read_upload
from onrecord.web.desk import Desk, OnDesk
from onrecord.web.language import N_, language_of
from onrecord.web.letter_steps import (
    SEVERITIES,
    Numbered,
    back_to,
    back_to_finding,
    checked,
    come_back,
    line_changed,
    newest,
    next_finding,
    numbered,
    steps,
)
from onrecord.web.marking import lined, marks, pieces
from onrecord.web.pages import environment, place, render
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import person_at, remember_person

if TYPE_CHECKING:
    from onrecord.letters.compose.build import Composed
    from onrecord.letters.signing.on_desk import Signing

router = APIRouter(include_in_schema=False)
room = Room(
    name="letters",
    title=N_("Letters"),
    path="/letters",
    invites=N_("Check a letter against the record"),
    order=50,
    router=router,
)
EXAMPLE = "example-letter.txt"
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}


class Deciding(BaseModel):
    """What is sent to decide about a finding; `severity` is the filter of the page."""

    version: int
    finding: str
    verdict: str
    reason: str = ""
    who: str = ""
    severity: str = ""


class Look(NamedTuple):
    """How the page is looked at: findings of one severity ("" for all), the act of which it tells, what text it is."""

    only: str = ""
    did: str = ""
    is_newest: bool = True
    is_saved: bool = True


@router.get("/letters")
def letters(request: Request, desk: OnDesk) -> Response:
    """The letters on the desk, and the ways to lay one there."""
    from onrecord.letters.compose.on_desk import desk_sorted  # noqa: PLC0415 - takes long to load

    lying, others = desk_sorted(desk.record)
    return render(request, "letters/letters.html.j2", letters=lying, others=others)


@router.post("/letters")
def open_letter(
    request: Request,
    desk: OnDesk,
    file: Annotated[UploadFile | None, File()] = None,
    text: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Open a letter from a file of any form, or from pasted text."""
    who = person_at(request)
    if file is not None and file.filename:
        read = read_upload(desk.record, file)
        number = open_draft(desk.record, read.name, read.text, who=who, problems=read.problems)
    else:
        number = open_draft(desk.record, name or "letter", text, who=who)
    return _to(number)


@router.post("/letters/example")
def open_example_letter(request: Request, desk: OnDesk) -> RedirectResponse:
    """Lay the example's record on the desk and open its letter."""
    desk.open_example()
    open_already = next((one for one in listed_drafts(desk.record) if one.draft.name == EXAMPLE), None)
    if open_already is not None:
        return _to(open_already.draft.id)
    return _to(open_draft(desk.record, EXAMPLE, letter_text(), who=person_at(request)))


@router.get("/letters/{number}")
def letter(
    request: Request,
    desk: OnDesk,
    number: int,
    version: Annotated[int | None, Query()] = None,
    severity: Annotated[str, Query()] = "",
    did: Annotated[str, Query()] = "",
) -> Response:
    """A letter and its findings, all or of one severity: the newest version, or an earlier one to look at.

    `did` names the act of which the page tells.
    """
    last = newest(desk, number)
    shown = version or last
    text = text_of(desk.record, number, shown)
    only = severity if severity in SEVERITIES else ""
    return _page(request, desk, number, shown, text, Look(only, did, is_newest=shown == last))


@router.post("/letters/{number}/edit")
def edit(
    request: Request,
    desk: OnDesk,
    number: int,
    text: Annotated[str, Form()] = "",
    do: Annotated[str, Form()] = "save",
) -> Response:
    """Save what was typed as a new version; or with `do` "check" only check it, for browsers without script."""
    if do == "check":
        typed = parse_letter(text, "letter").text[:LONGEST]
        return _page(request, desk, number, newest(desk, number), typed, Look(is_saved=False))
    old = text_of(desk.record, number, newest(desk, number))
    saved = save_version(desk.record, number, text, why="edited", who=person_at(request))
    return back_to(number, did=f"v{saved}", anchor=line_changed(old, text_of(desk.record, number, saved)))


@router.post("/letters/{number}/check")
def check_typed(
    request: Request, desk: OnDesk, number: int, text: Annotated[str, Form()] = ""
) -> JSONResponse:
    """The findings of a text that is being typed, as the panel of the page; nothing is saved."""
    if len(text) > LONGEST:
        raise UsageError(
            tell("The letter is longer than %(most)s characters.", most=f"{LONGEST:,}"),
            hint=tell("Split it."),
        )
    shown = _shown(desk, checked(desk, number, text))
    templates = environment(language_of(request).code, "letters")
    panel = templates.get_template("letters/findings.html.j2")
    mark = request.app.state.keys.mark
    html = panel.render(
        **shown,
        draft=draft(desk.record, number),
        can_act=False,
        is_newest=True,
        is_saved=False,
        version=0,
        who="",
        form_mark=mark,
    )
    marked = templates.get_template("letters/marked.html.j2").render(lines=shown["lines"])
    return JSONResponse(
        {
            "findings": len(shown["findings"]),
            "said": language_of(request).count("%(num)s finding", "%(num)s findings", len(shown["findings"])),
            "panel": html,
            "marked": marked,
            "marks": shown["marks"],
        }
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


@router.post("/letters/{number}/undo")
def undo(request: Request, desk: OnDesk, number: int, version: Annotated[int, Form()]) -> RedirectResponse:
    """Go back to an earlier version, as a new version: what came between stays."""
    text = text_of(desk.record, number, version)
    old = text_of(desk.record, number, newest(desk, number))
    saved = save_version(desk.record, number, text, why="undone", who=person_at(request))
    return back_to(number, did=f"v{saved}", anchor=line_changed(old, text))


@router.get("/letters/{number}/versions")
def compare(request: Request, desk: OnDesk, number: int, old: int = 0, new: int = 0) -> Response:
    """Two versions of a letter side by side, word by word."""
    kept = versions(desk.record, number)
    newer = new or newest(desk, number)
    older = old or next((one.id for one in kept if one.id < newer), newer)
    return render(
        request,
        "letters/versions.html.j2",
        draft=draft(desk.record, number),
        versions=kept,
        old=older,
        new=newer,
        rows=rows(text_of(desk.record, number, older), text_of(desk.record, number, newer)),
    )


@router.get("/letters/{number}/text")
def text_file(desk: OnDesk, number: int, version: Annotated[int | None, Query()] = None) -> Response:
    """The text of a version as a file."""
    name = draft(desk.record, number).name
    text = text_of(desk.record, number, version or newest(desk, number))
    stem = name.rpartition(".")[0] or name
    ending = ".md" if name.endswith(".md") else ".txt"
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(stem + ending, safe='')}"}
    return Response(text.encode("utf-8", "replace"), media_type="text/plain; charset=utf-8", headers=headers)


@router.get("/letters/{number}/built/{form}")
def built_file(desk: OnDesk, number: int, form: str) -> Response:
    """The newest version as a letter in PDF, DOCX or HTML, where it is a source, with who signed its words.

    UsageError naming its faults.
    """
    if form not in MEDIA_TYPES:
        raise HTTPException(404)
    # Late: what sets letters takes long to load.
    from onrecord.letters.compose.on_desk import stem_of  # noqa: PLC0415
    from onrecord.letters.signing.on_desk import built_draft  # noqa: PLC0415

    composed = built_draft(desk.record, number)
    stem = stem_of(draft(desk.record, number).name)
    rendering = importlib.import_module(f"onrecord.letters.render.letter_{form}")
    data: bytes = getattr(rendering, f"letter_{form}")(composed.letter)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(f'{stem}.{form}', safe='')}"}
    return Response(data, media_type=MEDIA_TYPES[form], headers=headers)


def _page(request: Request, desk: Desk, number: int, version: int, text: str, look: Look) -> Response:
    kept = versions(desk.record, number)
    built = _built(desk, number, text) if is_source(text) else None
    decided = checked(desk, number, text)
    can_act = look.is_newest and look.is_saved
    done = acts(desk.record, number) if can_act else Acts({})
    return render(
        request,
        "letters/letter.html.j2",
        draft=draft(desk.record, number),
        version=version,
        versions=kept,
        is_newest=look.is_newest,
        is_saved=look.is_saved,
        can_act=can_act,
        forms=tuple(MEDIA_TYPES) if can_act and is_source(text) else (),
        is_source=is_source(text),
        faults=built.errors if built else (),
        signing=_signing(desk, number) if can_act else None,
        names_signatories=bool(built and built.letter.signatories),
        typed=escape(text),  # as it is: what the page shows elsewhere by code points must not be saved so
        who=person_at(request),
        **_shown(desk, decided, look.only),
        **steps(desk, number, done, look.did, numbered(decided)),
    )


def _built(desk: Desk, number: int, text: str) -> Composed:
    from onrecord.letters.compose.on_desk import compose_draft  # noqa: PLC0415 - takes long to load

    return compose_draft(text, draft(desk.record, number).name, desk.record)


def _signing(desk: Desk, number: int) -> Signing | None:
    """How people stand to the words as they are saved."""
    from onrecord.letters.signing.on_desk import signing_of  # noqa: PLC0415 - takes long to load

    return signing_of(desk.record, number)


def _shown(desk: Desk, decided: Decided, only: str = "") -> dict[str, Any]:
    """The findings as their page shows them, of one severity where `only` says so, and those decided about."""
    every = numbered(decided)
    free = [one for one in every if one.is_free]
    found = [one for one in free if only in ("", one.finding.severity)]
    text = decided.whole.letter.text
    cut = pieces(text, [(one.number, one.finding) for one in found])
    numbers = {id(one.finding): one.number for one in every}
    return {
        "letter": decided.whole.letter,
        "findings": found,
        "only": only,
        "every": len(free),
        "severe": {one: sum(of.finding.severity == one for of in free) for one in SEVERITIES},
        "decided": [(numbers[id(finding)], finding, decision) for finding, decision in decided.decided],
        "pieces": cut,
        "lines": lined(cut),
        "marks": marks(cut),
        "addresses": _addresses(desk, [one.finding for one in found]),
        "documents": bool(desk.record.documents()),
    }


def _addresses(desk: Desk, findings: Sequence[Finding]) -> dict[tuple[str, str], str]:
    """Where each place that findings rest on is shown: the place, or its document ("" where neither is held).

    Some evidence stands in no numbered paragraph, such as a date on the title page.
    """
    found: dict[tuple[str, str], str] = {}
    for one in (evidence.place for finding in findings for evidence in finding.evidence):
        if one is None or (one.symbol, one.paragraph) in found:
            continue
        document = held(desk.record, one.symbol)
        pinpoint = one.paragraph
        if document is not None and pinpoint and paragraph_at(desk.record, document, pinpoint) is None:
            pinpoint = pinpoint if entries_at(desk.record, document, pinpoint) else ""
        found[one.symbol, one.paragraph] = place(one.symbol, pinpoint) if document else ""
    return found


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


def _to(number: int) -> RedirectResponse:
    return RedirectResponse(f"/letters/{number}", status_code=303)
