"""Steps in a letter on the desk: what was just done, what Undo and Redo would do, and where the page goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from onrecord.letters.decisions import Decided, with_decisions
from onrecord.letters.decisions.acts import Act, Acts
from onrecord.letters.decisions.identity import identified
from onrecord.letters.model import Finding
from onrecord.letters.read import parse_letter
from onrecord.letters.two_versions import rows
from onrecord.record.drafts import draft, text_of, versions
from onrecord.web.desk import Desk
from onrecord.web.pages import with_query

SEVERITIES = ("error", "warning", "notice")
_LONGEST = 60
_NAME = 12
_DID, _A_MINUTE = "onrecord-did", 60


class Numbered(NamedTuple):
    """A finding as its page shows it: its number in the whole check, its name in forms, whether nobody decided."""

    number: int
    name: str
    identity: str
    finding: Finding
    is_free: bool


class Told(NamedTuple):
    """An act in words: what it was, the finding of a decision (0 where the check has it no more), what changed."""

    act: Act
    number: int = 0
    message: str = ""
    old: str = ""
    new: str = ""


def checked(desk: Desk, number: int, text: str) -> Decided:
    """The check of a text as the draft of this number, with the decisions."""
    read = parse_letter(text, draft(desk.record, number).name)
    return with_decisions(desk.checkers.of(desk.record, number).check(read), desk.record)


def newest(desk: Desk, number: int) -> int:
    """The draft's newest version. Raises NotOnRecord where there is no such draft."""
    draft(desk.record, number)
    return versions(desk.record, number)[0].id


def numbered(decided: Decided) -> list[Numbered]:
    """Every finding of the whole check; what is decided keeps its number, so that no other changes its own."""
    free = {id(one) for one in decided.check.findings}
    return [
        Numbered(at, f"{at}-{one.identity[:_NAME]}", one.identity, one.finding, id(one.finding) in free)
        for at, one in enumerate(identified(decided.whole), 1)
    ]


def next_finding(
    before: Sequence[Numbered], after: Sequence[Numbered], acted: int, severity: str = ""
) -> str:
    """The anchor of the finding after the one of this number, of those that the page shows; else of one before it."""
    shown = [one for one in after if one.is_free and severity in ("", one.finding.severity)]
    left = {one.identity: one.number for one in reversed(shown)}
    free = [one for one in before if one.is_free and one.number != acted]
    in_turn = [one for one in free if one.number > acted] + [one for one in free[::-1] if one.number < acted]
    number = next((left[one.identity] for one in in_turn if one.identity in left), 0)
    return f"f{number}" if number else "findings"


def come_back(before: Sequence[Numbered], after: Sequence[Numbered]) -> Numbered | None:
    """The first finding that was not shown before, or None."""
    known = {one.identity for one in before if one.is_free}
    return next((one for one in after if one.is_free and one.identity not in known), None)


def line_changed(old: str, new: str) -> str:
    """The anchor of the first line of the new text that differs."""
    changed = next((row for row in rows(old, new) if row.kind != "same"), None)
    return f"l{changed.new_line}" if changed and changed.new_line else "marked"


def back_to_finding(
    number: int, found: Numbered | None, severity: str, did: str, anchor: str
) -> RedirectResponse:
    """The page at a finding, without the filter where that would hide it; at `anchor` where there is none."""
    if found is None:
        return back_to(number, did=did, severity=severity, anchor=anchor)
    kept = severity if severity == found.finding.severity else ""
    return back_to(number, did=did, severity=kept, anchor=f"f{found.number}")


def back_to(number: int, *, did: str = "", severity: str = "", anchor: str = "") -> RedirectResponse:
    """The letter's page at the place where the person was; `did` is the name of the act that it then tells, once.

    A browser does not send what stands behind "#", so the part of a long letter is asked for by `at`.
    """
    kept = severity if severity in SEVERITIES else ""
    at = anchor if anchor[:1] in ("f", "l") and anchor[1:].isdigit() else ""
    address = with_query(f"/letters/{number}", severity=kept, at=at)
    answer = RedirectResponse(f"{address}#{anchor}" if anchor else address, status_code=303)
    if did:
        answer.set_cookie(
            _DID, did, max_age=_A_MINUTE, path=f"/letters/{number}", httponly=True, samesite="strict"
        )
    return answer


def told_at(request: Request) -> str:
    """The name of the act just done, of which the next page tells; "" for none."""
    return request.cookies.get(_DID, "")


def take_told(request: Request, answer: Response, number: int) -> None:
    """Let the page that told of an act be the only one: when it is loaded again it tells nothing."""
    if told_at(request):
        answer.delete_cookie(_DID, path=f"/letters/{number}", httponly=True, samesite="strict")


def told(desk: Desk, number: int, act: Act | None, shown: Sequence[Numbered]) -> Told | None:
    """An act in words, or None without one."""
    if act is None:
        return None
    if act.decision is None:
        old, new = _changed(desk, number, act)
        return Told(act, old=old, new=new)
    meant = [one for one in shown if one.identity == act.decision.identity]
    found = next((one for one in meant if not one.is_free), meant[0] if meant else None)
    return Told(act, found.number if found else 0, found.finding.message if found else act.decision.message)


def steps(desk: Desk, number: int, done: Acts, did: str, shown: Sequence[Numbered]) -> dict[str, Any]:
    """What the page tells of acts: `did` the one just done, and those that Undo and Redo would take."""
    act = done.every.get(did)
    return {
        "did": told(desk, number, done.meant(did), shown),
        "did_mark": act.mark if act else "",
        "undo": told(desk, number, done.last, shown),
        "redo": told(desk, number, done.next, shown),
    }


def _changed(desk: Desk, number: int, act: Act) -> tuple[str, str]:
    """The first words that a version took out, and those that it put in; "" where there are none."""
    old, new = (text_of(desk.record, number, version) for version in (act.before, act.version))
    row = next((one for one in rows(old, new) if one.kind != "same"), None)
    if row is None:
        return "", ""
    out, put = ([part.words.strip() for part in side if part.changed] for side in (row.old, row.new))
    first, second = (next((words for words in side if words), "") for side in (out, put))
    return _short(first), _short(second)


def _short(words: str) -> str:
    gapless = " ".join(words.split())
    return gapless if len(gapless) <= _LONGEST else f"{gapless[: _LONGEST - 1].rstrip()}…"
