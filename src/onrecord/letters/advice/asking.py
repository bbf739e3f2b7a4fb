"""What a letter asks for, whether it is the source of a letter or one as read."""

from __future__ import annotations

from collections import Counter
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
from onrecord.un.review import review


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

    The review is the one that the letter names: of those to come on the letter's date the one named most.
    """
    language = language_of(letter.text)
    asks = tuple(Asked(ask.name, ask.kind, _words(letter, *ask.span), language) for ask in letter.asks)
    return AskingLetter(letter.name, asks, language, letter.date, _review(letter))


def _words(letter: Letter, start: int, end: int) -> str:
    kept = []
    for marker in letter.markers:
        at = with_its_signs(letter.text, marker.span)
        if start <= at.start < at.end <= end:
            kept.append(letter.text[start : at.start])
            start = at.end
    return " ".join("".join([*kept, letter.text[start:end]]).split())


def _review(letter: Letter) -> str:
    named = Counter((one.state.code, one.cycle) for one in reviews_in(letter.text[: letter.body.end]))
    written = day_of(letter.date)

    def weight(state: str, cycle: int) -> tuple[bool, int, int]:
        known = review(state, cycle)
        day = known and (day_of(known.date) or day_of(known.start))
        return bool(day and written and day >= written), named[state, cycle], cycle

    if not named:
        return ""
    state, cycle = max(named, key=lambda of: weight(*of))
    return f"{state}/{cycle}"
