"""The HTTP API: letters on the desk, two languages held against each other, advice on asks, who signs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import Path, Query

from onrecord.analysis.trace import state_named
from onrecord.errors import UsageError
from onrecord.letters.advice.advise import advise, review_meant
from onrecord.letters.advice.asking import asking_in
from onrecord.letters.bilingual.compare import compare
from onrecord.letters.bilingual.opening import opened, sorted_by_language
from onrecord.letters.signing.as_json import list_as_json
from onrecord.letters.signing.signatories import standings
from onrecord.letters.signing.versions import letters, version, versions
from onrecord.record import drafts
from onrecord.web.api import api_router, whole_characters
from onrecord.web.desk import OnDesk
from onrecord.web.rooms import Room
from onrecord.web.shapes.letters import (
    Advised,
    Asking,
    Compared,
    DifferenceOut,
    DraftOut,
    DraftText,
    Kept,
    NewDraft,
    NewVersion,
    SignatoriesOut,
    TwoTexts,
    VersionOut,
)

router = api_router("letters")
room = Room(name="api_letters", router=router)
Number = Annotated[
    int,
    Path(ge=1, le=2**53, description="The letter's number, as the list of letters gives it.", examples=[3]),
]


@router.get("/letters", summary="List letters", response_description="The letters.")
def list_letters(desk: OnDesk) -> list[DraftOut]:
    """Every letter on the desk, the one last worked on first."""
    return [
        DraftOut(
            id=one.draft.id,
            name=one.draft.name,
            newest=VersionOut(**one.newest._asdict()),
            versions=one.versions,
        )
        for one in drafts.listed_drafts(desk.record)
    ]


@router.post(
    "/letters",
    status_code=201,
    summary="Keep a new letter",
    response_description="The numbers under which it is kept.",
)
def keep_letter(desk: OnDesk, given: NewDraft) -> Kept:
    """Keep a text as a new letter on the desk, with its first version."""
    text, who = whole_characters(given.text), whole_characters(given.who)
    number = drafts.open_draft(desk.record, whole_characters(given.name), text, who=who)
    return Kept(id=number, version=drafts.versions(desk.record, number)[0].id)


@router.get("/letters/{number}", summary="Show a letter", response_description="The words.")
def show_letter(desk: OnDesk, number: Number) -> DraftText:
    """The newest version of a letter in full, and the list of all its versions."""
    return _text(desk, number, 0)


@router.get(
    "/letters/{number}/versions/{of}",
    summary="Show a version of a letter",
    response_description="The words.",
)
def show_version(
    desk: OnDesk,
    number: Number,
    of: Annotated[
        int,
        Path(
            ge=1,
            le=2**53,
            description="The version's number, as the letter's `versions` give it.",
            examples=[7],
        ),
    ],
) -> DraftText:
    """One version of a letter in full, and the list of all its versions."""
    return _text(desk, number, of)


@router.post(
    "/letters/{number}/versions",
    status_code=201,
    summary="Keep a new version of a letter",
    response_description="The numbers under which it is kept.",
)
def keep_version(desk: OnDesk, number: Number, given: NewVersion) -> Kept:
    """Keep the whole text as a new version. Where no word differs from the newest, that one is given back."""
    text, who = whole_characters(given.text), whole_characters(given.who)
    return Kept(id=number, version=drafts.save_version(desk.record, number, text, why="edited", who=who))


@router.post("/compare", summary="Compare two languages", response_description="The differences.")
def compare_texts(desk: OnDesk, given: TwoTexts) -> Compared:
    """Hold the English and the Korean text of a letter against each other: numbers, dates, States, names, citations."""
    texts = {"en": whole_characters(given.english), "ko": whole_characters(given.korean)}
    by_language = sorted_by_language(dict(enumerate(texts.values())))
    if by_language != {"en": 0, "ko": 1}:
        raise UsageError(
            "The two texts seem to be the other way round.", hint="Send the English one as `english`."
        )
    pair, faults = opened(texts, desk.record)
    found = compare(*pair)
    return Compared(
        compared=found.compared,
        differences=[DifferenceOut(severity=one.severity, **asdict(one)) for one in found.differences],
        faults={code: [one.told(code) for one in several] for code, several in faults.items()},
    )


@router.post("/advice", summary="Advise on asks", response_description="The advice.")
def advise_on_asks(desk: OnDesk, given: Asking) -> Advised:
    """Advice on each ask of a letter: earlier wording and its fate, category, length, deadline. Nothing is kept."""
    letter = asking_in(whole_characters(given.text), "text")
    by = state_named(given.by).code if given.by else ""
    return Advised(**advise(letter, desk.record, review_meant(letter, given.review), by=by).as_json())


@router.get("/signatures", summary="List letters for signing", response_description="Their names.")
def list_letters_for_signing(desk: OnDesk) -> list[str]:
    """The names of the letters of which a version is kept for signing."""
    return list(letters(desk.record))


@router.get("/signatories", summary="List signatories", response_description="The signatories.")
def list_signatories(
    desk: OnDesk,
    letter: Annotated[
        str,
        Query(
            max_length=1000,
            description="The letter's name, as the list of letters for signing gives it.",
            examples=["spring"],
        ),
    ],
    sha256: Annotated[
        str,
        Query(max_length=1000, description="The hash of the version that is meant. Left out: the newest."),
    ] = "",
) -> SignatoriesOut:
    """How everybody who was asked stands to one version of a letter. How to reach them is not told."""
    shown = version(desk.record, letter, sha256)
    told = list_as_json(shown, versions(desk.record, letter), standings(desk.record, shown))
    return SignatoriesOut.model_validate(told)


def _text(desk: OnDesk, number: int, of: int) -> DraftText:
    meant = drafts.draft(desk.record, number)
    kept = drafts.versions(desk.record, number)
    shown = of or kept[0].id
    return DraftText(
        id=number,
        name=meant.name,
        version=shown,
        text=drafts.text_of(desk.record, number, shown),
        problems=list(meant.problems),
        versions=[VersionOut(**one._asdict()) for one in kept],
    )
