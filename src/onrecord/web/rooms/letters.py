"""The letter room: a letter beside what the check finds in it, its repairs, decisions and versions."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from markupsafe import escape
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.letters.compose.source import is_source
from onrecord.letters.decisions import Decided, decide, with_decisions, withdraw
from onrecord.letters.decisions.identity import identified
from onrecord.letters.example.cards import letter_text
from onrecord.letters.model import Finding
from onrecord.letters.read import parse_letter, read_letter
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
from onrecord.web.arrivals import keep_uploads
from onrecord.web.desk import Desk, OnDesk
from onrecord.web.language import N_, language_of
from onrecord.web.marking import marks, pieces
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
        kept = keep_uploads(desk.record, [file], ()).paths[0]
        try:
            read = read_letter(kept)
        finally:
            kept.unlink(missing_ok=True)
            kept.parent.rmdir()
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
    request: Request, desk: OnDesk, number: int, version: Annotated[int | None, Query()] = None
) -> Response:
    """A letter and its findings: the newest version, or an earlier one to look at."""
    newest = _newest(desk, number)
    shown = version or newest
    return _page(request, desk, number, shown, text_of(desk.record, number, shown), is_newest=shown == newest)


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
        checked = parse_letter(text, "letter").text[:LONGEST]
        return _page(request, desk, number, _newest(desk, number), checked, is_newest=True, is_saved=False)
    save_version(desk.record, number, text, why="edited", who=person_at(request))
    return _to(number)


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
    shown = _shown(desk, number, text)
    templates = environment(language_of(request).code, "letters")
    panel = templates.get_template("letters/findings.html.j2")
    mark = request.app.state.keys.mark
    html = panel.render(
        **shown, draft=draft(desk.record, number), can_act=False, version=0, who="", form_mark=mark
    )
    marked = templates.get_template("letters/marked.html.j2").render(pieces=shown["pieces"])
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
) -> RedirectResponse:
    """Make the repair of a finding, as a new version."""
    decided = _as_shown(desk, number, version)
    found = _meant(decided, finding)
    if found.repair is None:
        raise UsageError(tell("This finding has no repair."), hint=tell("Change the words yourself."))
    mended = apply_repairs(decided.whole.letter.text, [found.repair])
    save_version(desk.record, number, mended.text, why="repaired", who=person_at(request))
    return _to(number)


@router.post("/letters/{number}/decide")
def decide_finding(
    desk: OnDesk,
    number: int,
    version: Annotated[int, Form()],
    finding: Annotated[str, Form()],
    verdict: Annotated[str, Form()],
    reason: Annotated[str, Form()] = "",
    who: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep that a finding is accepted or dismissed, and why."""
    decided = _as_shown(desk, number, version)
    found = _meant(decided, finding)
    named = Who(who.strip(), "workbench") if who.strip() else None
    decide(desk.record, decided.whole, found, verdict=verdict, reason=reason, who=named)
    answer = _to(number)
    remember_person(answer, who)
    return answer


@router.post("/letters/{number}/withdraw")
def withdraw_decision(
    request: Request,
    desk: OnDesk,
    number: int,
    decision: Annotated[int, Form(gt=0, lt=2**62)],
    reason: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Take a decision back; both stay in the history."""
    who = person_at(request)
    withdraw(desk.record, decision, reason=reason, who=Who(who, "workbench") if who else None)
    return _to(number)


@router.post("/letters/{number}/undo")
def undo(request: Request, desk: OnDesk, number: int, version: Annotated[int, Form()]) -> RedirectResponse:
    """Go back to an earlier version, as a new version: what came between stays."""
    text = text_of(desk.record, number, version)
    save_version(desk.record, number, text, why="undone", who=person_at(request))
    return _to(number)


@router.get("/letters/{number}/versions")
def compare(request: Request, desk: OnDesk, number: int, old: int = 0, new: int = 0) -> Response:
    """Two versions of a letter side by side, word by word."""
    kept = versions(desk.record, number)
    newer = new or _newest(desk, number)
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
    text = text_of(desk.record, number, version or _newest(desk, number))
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


def _page(
    request: Request,
    desk: Desk,
    number: int,
    version: int,
    text: str,
    *,
    is_newest: bool,
    is_saved: bool = True,
) -> Response:
    kept = versions(desk.record, number)
    built = _built(desk, number, text) if is_source(text) else None
    return render(
        request,
        "letters/letter.html.j2",
        draft=draft(desk.record, number),
        version=version,
        versions=kept,
        before=next((one.id for one in kept if one.id < version), 0),
        is_newest=is_newest,
        is_saved=is_saved,
        can_act=is_newest and is_saved,
        forms=tuple(MEDIA_TYPES) if is_newest and is_saved and is_source(text) else (),
        is_source=is_source(text),
        faults=built.errors if built else (),
        signing=_signing(desk, number) if is_newest and is_saved else None,
        names_signatories=bool(built and built.letter.signatories),
        typed=escape(text),  # as it is: what the page shows elsewhere by code points must not be saved so
        who=person_at(request),
        **_shown(desk, number, text),
    )


def _built(desk: Desk, number: int, text: str) -> Composed:
    from onrecord.letters.compose.on_desk import compose_draft  # noqa: PLC0415 - takes long to load

    return compose_draft(text, draft(desk.record, number).name, desk.record)


def _signing(desk: Desk, number: int) -> Signing | None:
    """How people stand to the words as they are saved."""
    from onrecord.letters.signing.on_desk import signing_of  # noqa: PLC0415 - takes long to load

    return signing_of(desk.record, number)


def _shown(desk: Desk, number: int, text: str) -> dict[str, Any]:
    """The findings of a text as its page shows them: (number, name, finding), and those decided about."""
    decided = _checked(desk, number, text)
    names = {id(one.finding): f"{at}-{one.identity}" for at, one in enumerate(identified(decided.whole), 1)}
    free = [(at, finding) for at, finding in enumerate(decided.check.findings, 1)]
    cut = pieces(decided.whole.letter.text, free)
    return {
        "letter": decided.whole.letter,
        "findings": [(at, names[id(finding)], finding) for at, finding in free],
        "decided": decided.decided,
        "pieces": cut,
        "marks": marks(cut),
        "addresses": _addresses(desk, decided.check.findings),
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


def _checked(desk: Desk, number: int, text: str) -> Decided:
    read = parse_letter(text, draft(desk.record, number).name)
    return with_decisions(desk.checkers.of(desk.record, number).check(read), desk.record)


def _as_shown(desk: Desk, number: int, version: int) -> Decided:
    """The check of the version on which somebody acts. UsageError where a newer one was saved meanwhile."""
    if version != _newest(desk, number):
        raise UsageError(
            tell("A newer version of the letter was saved meanwhile."),
            hint=tell("Go back, open the letter again and repeat."),
        )
    return _checked(desk, number, text_of(desk.record, number, version))


def _meant(decided: Decided, name: str) -> Finding:
    """The finding of this name. UsageError where the check has it no more: the record changed meanwhile."""
    for at, one in enumerate(identified(decided.whole), 1):
        if f"{at}-{one.identity}" == name:
            return one.finding
    raise UsageError(tell("The check no longer finds this."), hint=tell("Go back and open the letter again."))


def _newest(desk: Desk, number: int) -> int:
    draft(desk.record, number)
    return versions(desk.record, number)[0].id


def _to(number: int) -> RedirectResponse:
    return RedirectResponse(f"/letters/{number}", status_code=303)
