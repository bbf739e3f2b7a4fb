"""Signatures: who signs a letter in exactly which words, what went to whom, and what came back."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.letters.compose.words import printed_lines
from onrecord.letters.signing import requests
from onrecord.letters.signing.alike import same_or_alike
from onrecord.letters.signing.asking import Message, ask_again
from onrecord.letters.signing.checking import check_of, counts_of
from onrecord.letters.signing.limits import limits
from onrecord.letters.signing.lists import enter_list, preview_list
from onrecord.letters.signing.model import Signatory
from onrecord.letters.signing.on_desk import keep_draft, signable
from onrecord.letters.signing.opening import open_letter
from onrecord.letters.signing.publications import file_reply, publication, publications, publish
from onrecord.letters.signing.signatories import (
    acts,
    consent,
    contact_of,
    correct,
    enter,
    signatories,
    signatory,
    standings,
    withdraw,
)
from onrecord.letters.signing.versions import letters, version, versions
from onrecord.record.signed_drafts import draft_signed_as
from onrecord.told import tell
from onrecord.web.arrivals import path_on_this_computer
from onrecord.web.desk import OnDesk
from onrecord.web.language import N_
from onrecord.web.letter_parts import weight_of
from onrecord.web.pages import render
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import person_at, remember_person

router = APIRouter(include_in_schema=False)
room = Room(name="signatures", title=N_("Signatures"), path="/signatures", order=70, router=router)
A_PAGE, MOST_ASKED, MESSAGES = 100, 30, 50_000
"""Of those on the list, of those who ask to sign, and of the messages in bytes, so much stands on one page."""
LARGEST_LIST = 500_000
"""Of a list in bytes: it goes to the browser and comes back once it was seen."""
_LONGEST_NAME = 200
"""Of a file in bytes, as most file systems have it, with some room."""

Words = Annotated[str, Form()]


@router.get("/signatures")
def letters_kept(request: Request, desk: OnDesk) -> Response:
    """The letters of which a version is kept, and what went out."""
    record = desk.record
    newest = [versions(record, name)[0] for name in letters(record)]
    return render(
        request,
        "signatures/signatures.html.j2",
        newest=newest,
        sent=publications(record),
        drafts=signable(record),
        who=person_at(request),
    )


@router.post("/signatures/draft")
def open_draft_for_signing(desk: OnDesk, draft: Annotated[int, Form()], who: Words = "") -> RedirectResponse:
    """Keep the words of a letter on the desk as they are now, in its newest version and all its languages."""
    kept = keep_draft(desk.record, draft, who=who)
    return _back(kept.letter, who)


@router.post("/signatures")
def open_source(desk: OnDesk, source: Words, who: Words = "") -> RedirectResponse:
    """Keep the words of a letter on this computer as they are now."""
    kept = open_letter(desk.record, path_on_this_computer(source), who=who)
    return _back(kept.letter, who)


@router.get("/signatures/{letter}")
def of_letter(
    request: Request,
    desk: OnDesk,
    letter: str,
    find: Annotated[str, Query(max_length=200)] = "",
    start: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """A letter: its versions, how everybody stands to one, whom to ask again, what went out.

    A long list comes in pages; `find` keeps those in whose name, or beside it, these words stand.
    """
    record = desk.record
    shown = version(record, letter, request.query_params.get("version", ""))
    sent = publications(record, letter)
    everybody = standings(record, shown)
    found = [(one, how.value) for one, how in everybody if _is_called(one, find)]
    listed = found[start : start + A_PAGE]
    messages, others = _fitting(ask_again(record, shown, among={one.id for one, _ in listed}))
    allowed = limits(record, letter)
    waiting = requests.requests(record, letter)
    return render(
        request,
        "signatures/letter.html.j2",
        shown=shown,
        words={language: printed_lines(text) for language, text in shown.texts.items()},
        draft=draft_signed_as(record, shown.letter),
        kept=versions(record, letter),
        everybody=len(everybody),
        signed=listed,
        find=find,
        start=start,
        size=A_PAGE,
        total=len(found),
        asked=[(one, requests.contact_of_request(record, one)) for one in waiting[:MOST_ASKED]],
        is_asked_more=len(waiting) > MOST_ASKED,
        messages=messages,
        others=others,
        limits=allowed,
        limited=[one for one, _ in everybody if one.id in allowed],
        sent=[(one, counts_of(one.check_result)) for one in sent],
        who=person_at(request),
    )


@router.post("/signatures/{letter}/add")
def add(  # noqa: PLR0913 - one parameter a field
    *,
    desk: OnDesk,
    letter: str,
    kind: Words,
    name_en: Words = "",
    name_ko: Words = "",
    detail_en: Words = "",
    detail_ko: Words = "",
    contact: Words = "",
    who: Words = "",
    alike_too: Words = "",
) -> RedirectResponse:
    """Enter somebody who is asked to sign."""
    record = desk.record
    name = version(record, letter).letter
    names = {"en": name_en, "ko": name_ko}
    for held in signatories(record, name):
        if not alike_too and same_or_alike(names, held.names):
            raise UsageError(
                tell(
                    "%(name)s (no. %(id)s) is on the list already, and much alike.",
                    name=held.name("en"),
                    id=held.id,
                ),
                hint=tell("If they are two, go back and tick the box."),
            )
    details = {"en": detail_en, "ko": detail_ko}
    enter(record, name, kind=kind, names=names, details=details, contact=contact, who=who)
    return _back(name, who)


@router.get("/signatures/{letter}/{number:int}")
def of_signatory(
    request: Request,
    desk: OnDesk,
    letter: str,
    number: int,
    version_of: Annotated[str, Query(alias="version")] = "",
) -> Response:
    """Somebody on the list: what became of them, a message where they must be asked again, a form that corrects."""
    record = desk.record
    one = signatory(record, letter, number)
    messages = ask_again(record, version(record, letter, version_of), among=(number,))
    return render(
        request,
        "signatures/signatory.html.j2",
        one=one,
        message=next(iter(messages), None),
        acts=[act for act in acts(record, letter) if act.signatory_id == one.id],
        limit=limits(record, letter).get(one.id),
        contact=contact_of(record, one),
        who=person_at(request),
    )


@router.post("/signatures/{letter}/correct")
def corrects(  # noqa: PLR0913 - one parameter a field
    *,
    desk: OnDesk,
    letter: str,
    number: Annotated[int, Form()],
    name_en: Words = "",
    name_ko: Words = "",
    detail_en: Words = "",
    detail_ko: Words = "",
    contact: Words = "",
    how: Words = "",
    who: Words = "",
) -> RedirectResponse:
    """Correct a name, what is printed after it, or how somebody is reached."""
    correct(
        desk.record,
        signatory(desk.record, letter, number),
        names={"en": name_en, "ko": name_ko},
        details={"en": detail_en, "ko": detail_ko},
        contact=contact,
        how=how,
        who=who,
    )
    answer = RedirectResponse(f"/signatures/{quote(letter, safe='')}/{number}", status_code=303)
    remember_person(answer, who)
    return answer


@router.get("/signatures/{letter}/files/{sha256}")
def kept_file(desk: OnDesk, letter: str, sha256: str) -> FileResponse:
    """A file that went out with the letter or came back, under its own name."""
    for sent in publications(desk.record, letter):
        for file in (*sent.files, *(reply.file for reply in sent.replies if reply.file)):
            if file.sha256 == sha256 and file.path.is_file():
                # Never as a page: it is somebody else's file.
                return FileResponse(file.path, filename=file.name, media_type="application/octet-stream")
    raise HTTPException(404)


@router.post("/signatures/{letter}/consent")
def consents(
    desk: OnDesk, letter: str, number: Annotated[int, Form()], sha256: Words, how: Words, who: Words = ""
) -> RedirectResponse:
    """Write down that somebody signs the version that the page showed."""
    to = version(desk.record, letter, sha256)
    consent(desk.record, signatory(desk.record, letter, number), to, who=who, how=how)
    return _back(letter, who)


@router.post("/signatures/{letter}/withdraw")
def withdraws(
    desk: OnDesk, letter: str, number: Annotated[int, Form()], how: Words, who: Words = ""
) -> RedirectResponse:
    """Write down that somebody no longer signs."""
    withdraw(desk.record, signatory(desk.record, letter, number), who=who, how=how)
    return _back(letter, who)


@router.post("/signatures/{letter}/accept")
def accepts(desk: OnDesk, letter: str, number: Annotated[int, Form()], who: Words = "") -> RedirectResponse:
    """Enter who asked to sign by the page for signing, with the consent that was given there."""
    requests.accept(desk.record, requests.request(desk.record, letter, number), who=who)
    return _back(letter, who)


@router.post("/signatures/{letter}/refuse")
def refuses(desk: OnDesk, letter: str, number: Annotated[int, Form()], who: Words = "") -> RedirectResponse:
    """Leave a request without a signatory; it stays in the history."""
    requests.refuse(desk.record, requests.request(desk.record, letter, number), who=who)
    return _back(letter, who)


@router.post("/signatures/{letter}/preview")
def preview(request: Request, desk: OnDesk, letter: str, file: Annotated[UploadFile, File()]) -> Response:
    """What the rows of a list would become; nothing is entered yet."""
    shown = version(desk.record, letter)
    data = file.file.read(LARGEST_LIST + 1)
    if len(data) > LARGEST_LIST:
        raise UsageError(
            tell("The list has more than %(value)s KB.", value=LARGEST_LIST // 1000),
            hint=tell("Enter it in parts, or with: onrecord signatures import."),
        )
    with tempfile.TemporaryDirectory() as folder:
        path = _written(Path(folder), file.filename or "", data)
        seen = preview_list(desk.record, letter, path)
        # The bytes go to the page in a form that holds any of them, and come back with “Enter”.
        return render(
            request,
            "signatures/preview.html.j2",
            shown=shown,
            seen=seen,
            data=data.hex(),
            who=person_at(request),
        )


@router.get("/signatures/{letter}/preview")
def preview_again(letter: str) -> RedirectResponse:
    """Lead back to the letter: a list that was seen once is not kept, such as for another language's page."""
    return RedirectResponse(f"/signatures/{quote(letter, safe='')}", status_code=303)


@router.post("/signatures/{letter}/enter")
def enter_rows(
    *,
    desk: OnDesk,
    letter: str,
    name: Words,
    data: Words,
    sha256: Words,
    who: Words = "",
    alike_too: Words = "",
) -> RedirectResponse:
    """Enter the rows that were seen; consents among them are to the version that the page showed."""
    record = desk.record
    to = version(record, letter, sha256)
    try:
        sent = bytes.fromhex(data)
    except ValueError:
        raise UsageError(
            tell("The list did not come back whole."), hint=tell("Choose the file again.")
        ) from None
    with tempfile.TemporaryDirectory() as folder:
        seen = preview_list(record, letter, _written(Path(folder), name, sent))
    enter_list(record, letter, seen, who=who, to=to, alike_too=bool(alike_too))
    return _back(letter, who)


@router.post("/signatures/{letter}/publications")
def publishes(  # noqa: PLR0913 - one parameter a field
    *,
    desk: OnDesk,
    letter: str,
    sha256: Words,
    recipient: Words,
    sent: Words,
    channel: Words = "",
    remark: Words = "",
    file: Words = "",
    who: Words = "",
) -> RedirectResponse:
    """File that the version went out, with the check of now."""
    record = desk.record
    went = version(record, letter, sha256)
    publish(
        record,
        went,
        recipient=recipient,
        sent=sent,
        channel=channel,
        remark=remark,
        files=[path_on_this_computer(file)] if file.strip() else [],
        check_result=check_of(record, went),
        who=who,
    )
    return _back(letter, who)


@router.post("/signatures/{letter}/reply")
def replies(  # noqa: PLR0913 - one parameter a field
    *,
    desk: OnDesk,
    letter: str,
    number: Annotated[int, Form()],
    sender: Words,
    received: Words,
    words: Words = "",
    file: Annotated[UploadFile | None, File()] = None,
    who: Words = "",
) -> RedirectResponse:
    """File what came back, in brief, as a file, or both."""
    to = publication(desk.record, number)
    with tempfile.TemporaryDirectory() as folder:
        path = None
        if file is not None and file.filename:
            path = Path(folder) / _own_name(file.filename, "reply")
            with path.open("wb") as copy:
                shutil.copyfileobj(file.file, copy)
        file_reply(desk.record, to, sender=sender, received=received, words=words, file=path, who=who)
    return _back(letter, who)


def _written(folder: Path, name: str, data: bytes) -> Path:
    """A file in the folder; of the name that the browser gave only the last part counts."""
    path = folder / _own_name(name, "list.csv")
    path.write_bytes(data)
    return path


def _own_name(name: str, otherwise: str) -> str:
    """The last part of the name that the browser gave, at its end cut to what every disk takes."""
    own = Path(name.replace("\\", "/").replace("\0", "")).name
    while len(os.fsencode(own)) > _LONGEST_NAME:
        own = own[1:]
    return own if own not in {"", ".", ".."} else otherwise


def _is_called(one: Signatory, find: str) -> bool:
    said = " ".join([*one.names.values(), *one.details.values()])
    return " ".join(find.split()).casefold() in " ".join(said.split()).casefold()


def _fitting(messages: Sequence[Message]) -> tuple[list[Message], list[Signatory]]:
    """The messages that find room on a page, and to whom the others go."""
    shown, others, room = list[Message](), list[Signatory](), MESSAGES
    for one in messages:
        room -= weight_of(one.body)
        if room > 0:
            shown.append(one)
        else:
            others.append(one.signatory)
    return shown, others


def _back(letter: str, who: str) -> RedirectResponse:
    answer = RedirectResponse(f"/signatures/{quote(letter, safe='')}", status_code=303)
    remember_person(answer, who)
    return answer
