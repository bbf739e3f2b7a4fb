"""The HTTP API: letters on the desk, two languages held against each other, advice on asks, who signs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import Path
from pydantic import BaseModel, Field

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
from onrecord.web.api import LONGEST, Words, api_router, whole_characters
from onrecord.web.desk import OnDesk
from onrecord.web.rooms import Room

router = api_router("letters")
room = Room(name="api_letters", router=router)
Number = Annotated[int, Path(ge=1, le=2**53)]
Name = Annotated[str, Field(max_length=200)]


class VersionOut(BaseModel):
    """A saved version: `why` it was saved, when (UTC) and by whom."""

    id: int
    why: str
    at: str
    who: str


class DraftOut(BaseModel):
    """A letter on the desk with its newest version."""

    id: int
    name: str
    newest: VersionOut
    versions: int


class DraftText(BaseModel):
    """The words of a version of a letter; `problems` says what was doubtful about reading its file."""

    id: int
    name: str
    version: int
    text: str
    problems: list[str]
    versions: list[VersionOut]


class NewDraft(BaseModel):
    """A letter's text under a name."""

    name: Name = "letter"
    text: str = Field(min_length=1, max_length=LONGEST)
    who: Name = ""


class NewVersion(BaseModel):
    """The whole text as it is now."""

    text: str = Field(min_length=1, max_length=LONGEST)
    who: Name = ""


class Kept(BaseModel):
    """The numbers of a letter and of the version that was kept."""

    id: int
    version: int


class TwoTexts(BaseModel):
    """The English and the Korean text of one letter. Nothing of them is kept."""

    english: str = Field(min_length=1, max_length=LONGEST)
    korean: str = Field(min_length=1, max_length=LONGEST)


class Compared(BaseModel):
    """How many facts were compared, and where the texts differ, as `onrecord letter compare --json` prints it."""

    compared: int
    differences: list[dict[str, Any]]
    faults: dict[str, list[str]] = Field(description="By language, what a build of the letter would stop at.")


class Asking(BaseModel):
    """A letter's text; `review` is State and cycle ("CHN/4") where the letter does not name one."""

    text: str = Field(min_length=1, max_length=LONGEST)
    review: str = Field("", max_length=100)
    by: str = Field("", max_length=100, description="Only earlier wording by this State.")


class Advised(BaseModel):
    """The advice on each ask, as `onrecord letter advise --json` prints it."""

    review: str
    on: str
    deadline: str
    general: list[dict[str, Any]]
    asks: list[dict[str, Any]]


@router.get("/letters")
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


@router.post("/letters", status_code=201)
def lay_on_desk(desk: OnDesk, given: NewDraft) -> Kept:
    """Keep a text as a new letter on the desk."""
    text, who = whole_characters(given.text), whole_characters(given.who)
    number = drafts.open_draft(desk.record, whole_characters(given.name), text, who=who)
    return Kept(id=number, version=drafts.versions(desk.record, number)[0].id)


@router.get("/letters/{number}")
def one_letter(desk: OnDesk, number: Number) -> DraftText:
    """The newest version of a letter, and the list of all."""
    return _text(desk, number, 0)


@router.get("/letters/{number}/versions/{of}")
def one_version(desk: OnDesk, number: Number, of: Number) -> DraftText:
    """A version of a letter, and the list of all."""
    return _text(desk, number, of)


@router.post("/letters/{number}/versions", status_code=201)
def keep_version(desk: OnDesk, number: Number, given: NewVersion) -> Kept:
    """Keep a new version; where no word differs from the newest, that one is meant."""
    text, who = whole_characters(given.text), whole_characters(given.who)
    return Kept(id=number, version=drafts.save_version(desk.record, number, text, why="edited", who=who))


@router.post("/compare")
def compare_texts(desk: OnDesk, given: TwoTexts) -> Compared:
    """Hold the English and the Korean text of a letter against each other."""
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
        differences=[{"severity": one.severity, **asdict(one)} for one in found.differences],
        faults={code: [one.told(code) for one in several] for code, several in faults.items()},
    )


@router.post("/advice")
def advise_on(desk: OnDesk, given: Asking) -> Advised:
    """Advice on each ask of a letter: earlier wording and its fate, category, length, deadline. Nothing is kept."""
    letter = asking_in(whole_characters(given.text), "text")
    by = state_named(given.by).code if given.by else ""
    return Advised(**advise(letter, desk.record, review_meant(letter, given.review), by=by).as_json())


@router.get("/signatures")
def letters_for_signing(desk: OnDesk) -> list[str]:
    """The names of the letters of which a version is kept for signing."""
    return list(letters(desk.record))


@router.get("/signatories")
def who_signs(desk: OnDesk, letter: Words, sha256: Words = "") -> dict[str, Any]:
    """How everybody stands to a version of a letter: the newest, unless its hash is given. No contact is told."""
    shown = version(desk.record, letter, sha256)
    return list_as_json(shown, versions(desk.record, letter), standings(desk.record, shown))


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
