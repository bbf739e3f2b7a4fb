"""The letter room: the English and the Korean text of a letter side by side, with what is due."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.letters.bilingual.name_table import names_in
from onrecord.letters.bilingual.opening import opened, sorted_by_language, text_language
from onrecord.letters.bilingual.side_by_side import Pair, Row, SideBySide, side_by_side
from onrecord.letters.bilingual.terms import NamePair
from onrecord.record.draft_pairs import in_step, pair_drafts, paired_with, part_drafts, say_in_step
from onrecord.record.drafts import draft, listed_drafts, open_draft, text_of
from onrecord.told import tell
from onrecord.web.arrivals import read_upload
from onrecord.web.desk import Desk, OnDesk
from onrecord.web.leaves import Leaf, leaves, of_two
from onrecord.web.letter_steps import newest
from onrecord.web.marking import in_words, sides
from onrecord.web.pages import render
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import person_at

_DIGITS = 10
NAME_TABLE = "names.csv"
NO_LETTERS = (".json", ".csv")
router = APIRouter(include_in_schema=False)
room = Room(name="letters_beside", router=router)


@router.get("/letters/{number}/beside")
def beside(
    request: Request,
    desk: OnDesk,
    number: int,
    choose: Annotated[bool, Query()] = False,
    at: Annotated[str, Query()] = "",
) -> Response:
    """Both languages side by side; where no other text is chosen yet, the ways to choose one.

    Long texts come in pages: `at` is "p2" for the second, "s12" for the one with row 12, "d3" with difference 3.
    """
    shown = draft(desk.record, number)
    other = paired_with(desk.record, number)
    if not other or choose:
        language = text_language(_text(desk, number))
        return render(
            request,
            "letters/choose_other.html.j2",
            draft=shown,
            language=language,
            paired=draft(desk.record, other) if other else None,
            others=_in_the_other_language(desk, number, language),
        )
    texts = {one: _text(desk, one) for one in (number, other)}
    by_language = sorted_by_language(texts)
    english, korean = by_language["en"], by_language["ko"]
    pair, faults = opened({"en": texts[english], "ko": texts[korean]}, desk.record)
    names = _names(desk)
    kept = in_step(desk.record, english, korean)
    then = _as_of(desk, (english, kept.version), (korean, kept.other_version)) if kept else None
    found = side_by_side(pair, then=then, names=names)
    pages = leaves(found.rows, of_two)
    index = _page_at(pages, at)
    return render(
        request,
        "letters/beside.html.j2",
        draft=shown,
        drafts={"en": draft(desk.record, english), "ko": draft(desk.record, korean)},
        versions={"en": newest(desk, english), "ko": newest(desk, korean)},
        faults=faults,
        every=found,
        found=SideBySide(tuple(pages[index]), found.compared, found.of_the_whole if index == 0 else ()),
        leaf=Leaf(index + 1, len(pages)),
        names=len(names),
        table=NAME_TABLE,
        in_step=kept,
        sides=sides,
        in_words=in_words,
    )


@router.post("/letters/{number}/beside")
def choose_other(
    request: Request,
    desk: OnDesk,
    number: int,
    other: Annotated[int, Form()] = 0,
    file: Annotated[UploadFile | None, File()] = None,
    text: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Set a draft beside another one, a file, or pasted text in the other language."""
    who = person_at(request)
    mine = _text(desk, number)
    if file is not None and file.filename:
        read = read_upload(desk.record, file)
        sorted_by_language({0: mine, 1: read.text})
        other = open_draft(desk.record, read.name, read.text, who=who, problems=read.problems)
    elif text.strip():
        languages = sorted_by_language({0: mine, 1: text})
        name = draft(desk.record, number).name
        code = next(code for code, which in languages.items() if which == 1)
        other = open_draft(desk.record, f"{name} ({code})", text, who=who)
    elif other:
        sorted_by_language({0: mine, 1: _text(desk, other)})
    else:
        raise UsageError(
            tell("No text was chosen."), hint=tell("Choose a letter on the desk, a file, or paste the text.")
        )
    pair_drafts(desk.record, number, other, who=who)
    return _to(number)


@router.post("/letters/{number}/beside/part")
def part(request: Request, desk: OnDesk, number: int) -> RedirectResponse:
    """Set the draft beside no other any more; both drafts stay."""
    part_drafts(desk.record, number, who=person_at(request))
    return RedirectResponse(f"/letters/{number}", status_code=303)


@router.post("/letters/{number}/beside/in-step")
def keep_in_step(
    request: Request,
    desk: OnDesk,
    number: int,
    version: Annotated[int, Form()],
    other: Annotated[int, Form()],
    other_version: Annotated[int, Form()],
    sure: Annotated[bool, Form()] = False,
) -> Response:
    """Keep that both texts, in the versions shown, say the same; while anything is open, first ask whether they do."""
    numbers, shown = (number, other), (version, other_version)
    if paired_with(desk.record, number) != other:
        raise UsageError(
            tell("The letter was set beside another text meanwhile."), hint=tell("Open the page again.")
        )
    found = _found(desk, dict(zip(numbers, shown, strict=True)))
    if not sure and (found.due or found.of_the_whole or found.grave):
        return render(
            request,
            "letters/in_step.html.j2",
            draft=draft(desk.record, number),
            found=found,
            in_words=in_words,
            versions=shown,
            other=other,
        )
    say_in_step(desk.record, numbers, shown, who=person_at(request))
    return _to(number)


def _page_at(pages: Sequence[Sequence[Row]], at: str) -> int:
    """The index of the page meant by "p2", "s12" or "d3"; else of the first."""
    kind, number = at[:1], at[1:]
    if not (number.isascii() and number.isdigit() and len(number) < _DIGITS):
        return 0
    if kind == "p":
        return max(0, min(int(number), len(pages)) - 1)
    for index, page in enumerate(pages):
        for row in page:
            named = {"s": (row.number,), "d": [place for place, _ in row.differences]}.get(kind, ())
            if int(number) in named:
                return index
    return 0


def _found(desk: Desk, shown: dict[int, int]) -> SideBySide:
    """What is due and differs between two drafts in these versions, the English one in either place."""
    texts = {one: text_of(desk.record, one, version) for one, version in shown.items()}
    by_language = sorted_by_language(texts)
    english, korean = by_language["en"], by_language["ko"]
    pair, _faults = opened({"en": texts[english], "ko": texts[korean]}, desk.record)
    kept = in_step(desk.record, english, korean)
    then = _as_of(desk, (english, kept.version), (korean, kept.other_version)) if kept else None
    return side_by_side(pair, then=then, names=_names(desk))


def _as_of(desk: Desk, english: tuple[int, int], korean: tuple[int, int]) -> Pair:
    """Both texts in the versions given, as (draft, version)."""
    texts = {"en": text_of(desk.record, *english), "ko": text_of(desk.record, *korean)}
    return opened(texts, desk.record)[0]


def _names(desk: Desk) -> list[NamePair]:
    """The table of names that lies on the desk, where one does. InputError where it is no such table."""
    found = next((one for one in listed_drafts(desk.record) if one.draft.name == NAME_TABLE), None)
    if found is None:
        return []
    return names_in(text_of(desk.record, found.draft.id, found.newest.id), NAME_TABLE)


def _in_the_other_language(desk: Desk, number: int, language: str) -> list[tuple[int, str]]:
    return [
        (one.draft.id, one.draft.name)
        for one in listed_drafts(desk.record)
        if one.draft.id != number
        and not one.draft.name.endswith(NO_LETTERS)
        and text_language(text_of(desk.record, one.draft.id, one.newest.id)) != language
    ]


def _text(desk: Desk, number: int) -> str:
    return text_of(desk.record, number, newest(desk, number))


def _to(number: int) -> RedirectResponse:
    return RedirectResponse(f"/letters/{number}/beside", status_code=303)
