"""What a letter asks for, whether it is the source of a letter or one as read."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from onrecord.documents.sniff import TEXT
from onrecord.letters.advice.model import Asked, AskingLetter
from onrecord.letters.bilingual.as_read import language_of
from onrecord.letters.check.iso_dates import day_of
from onrecord.letters.check.reviews_named import reviews_in
from onrecord.letters.compose.built import BlockKind
from onrecord.letters.compose.source import LetterSource, is_source
from onrecord.letters.decoding import read_bytes, read_text
from onrecord.letters.forms.read import form_of
from onrecord.letters.markers import with_its_signs
from onrecord.letters.model import Letter
from onrecord.letters.read import parse_letter, read_letter
from onrecord.told import tell
from onrecord.un.review import Review, review, reviews_of


def asking_at(path: Path) -> AskingLetter:
    """The letter in the file at `path`, in any form. Raises InputError where it cannot be read."""
    if form_of(read_bytes(path)) == TEXT and is_source(text := read_text(path).text):
        return asking_in(text, path.name)
    return asking_as_read(read_letter(path))


def asking_in(text: str, name: str) -> AskingLetter:
    """The letter that `text` is: the source of a letter where it has front matter, else a letter as read."""
    if is_source(text):
        from onrecord.letters.compose.reading import parse_source  # noqa: PLC0415 - takes long to load

        return asking(parse_source(text, Path(name)))
    return asking_as_read(parse_letter(text, name))


def asking(source: LetterSource) -> AskingLetter:
    """The asks of a source, by the names that it gives them."""
    about = source.about
    asks = tuple(
        Asked(
            block.name,
            "question" if block.kind == BlockKind.QUESTION else "recommendation",
            " ".join(block.typed.split()),
            about.language,
        )
        for block in source.asks()
    )
    return AskingLetter(
        source.name, asks, about.language, about.date, about.review, about.title, about.organisation
    )


def asking_as_read(letter: Letter) -> AskingLetter:
    """The asks that the reader of letters finds; markers of notes are not among their words.

    The review is the one that the letter names: of those to come on the letter's date the one named most; else the
    next one of that State, which is then marked as inferred.
    """
    language = language_of(letter.text)
    asks = tuple(Asked(ask.name, ask.kind, _words(letter, *ask.span), language) for ask in letter.asks)
    meant, inferred = _review(letter)
    return AskingLetter(letter.name, asks, language, letter.date, meant, review_inferred=inferred)


def _words(letter: Letter, start: int, end: int) -> str:
    kept = []
    for marker in letter.markers:
        at = with_its_signs(letter.text, marker.span)
        if start <= at.start < at.end <= end:
            kept.append(letter.text[start : at.start])
            start = at.end
    return " ".join("".join([*kept, letter.text[start:end]]).split())


def _review(letter: Letter) -> tuple[str, str]:
    """The review that is meant, and by what it was concluded where the letter does not name it.

    A review whose day is before the letter's date is named as history. Where no coming one is named, it is the next one
    in the calendar of the State whose reviews the letter names most; ("", "") where there is none.
    """
    named = Counter((one.state.code, one.cycle) for one in reviews_in(letter.text[: letter.body.end]))
    written = day_of(letter.date)
    coming = {of: many for of, many in named.items() if written is None or _is_to_come(review(*of), written)}
    if coming:
        state, cycle = max(coming, key=lambda of: (coming[of], of[1]))
        return f"{state}/{cycle}", ""
    if not named or written is None:
        return "", ""
    by_state: Counter[str] = Counter()
    for (code, _), many in named.items():
        by_state[code] += many
    (state, _), *_others = by_state.most_common(1)
    following = next((one for one in reviews_of(state) if _is_to_come(one, written)), None)
    if following is None:
        return "", ""
    told = tell(
        "The letter names no review of %(state)s after its date: the next one in the calendar is taken.",
        state=following.state.name,
    )
    return f"{state}/{following.cycle}", told


def _is_to_come(known: Review | None, written: date) -> bool:
    day = known and (day_of(known.date) or day_of(known.start))
    return bool(day and day >= written)
