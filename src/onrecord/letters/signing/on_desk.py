"""Letters on the desk that people sign: their words kept as a version, and who signed the words as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from onrecord.errors import UsageError
from onrecord.letters.bilingual.opening import LANGUAGES, sorted_by_language, text_language
from onrecord.letters.compose.build import Composed
from onrecord.letters.compose.on_desk import compose_draft, desk_sorted
from onrecord.letters.compose.source import is_source
from onrecord.letters.compose.words import built_text
from onrecord.letters.signing.below import below
from onrecord.letters.signing.model import Standing, Version, version_sha256
from onrecord.letters.signing.opening import plain_words
from onrecord.letters.signing.signatories import standings
from onrecord.letters.signing.versions import keep_version, versions
from onrecord.record.draft_pairs import paired_with
from onrecord.record.drafts import draft, text_of
from onrecord.record.drafts import versions as versions_of_draft
from onrecord.record.record import Record
from onrecord.record.signed_drafts import name_for_signing, signing_name
from onrecord.told import tell, tell_together


class Signable(NamedTuple):
    """A letter on the desk that can be signed; `names` are those of its drafts, two where it is in two languages."""

    number: int
    names: tuple[str, ...]


class Signing(NamedTuple):
    """How a letter on the desk stands to those who sign it.

    `letter` is the name under which its signatures are kept, `version` what is kept in exactly the words as
    they are now, or None. `signed` counts who signed those; `again` who signed others and must be asked again.
    """

    letter: str
    version: Version | None
    signed: int
    again: int


class _Words(NamedTuple):
    title: str
    text: str


def signable(record: Record) -> list[Signable]:
    """The letters on the desk; two drafts that are one letter in two languages are one of them."""
    found: dict[int, Signable] = {}
    for one in desk_sorted(record)[0]:
        numbers = _languages(record, one.listed.draft.id).values()
        first = next(iter(numbers))
        found.setdefault(first, Signable(first, tuple(draft(record, number).name for number in numbers)))
    return list(found.values())


def keep_draft(record: Record, number: int, *, who: str) -> Version:
    """Keep the words of a letter on the desk as they are now, in all its languages; the version.

    A source is built first. Raises NotOnRecord where there is no such draft, UsageError where one cannot be
    built or has no words, or where both drafts of a pair are in one language; then nothing is kept.
    """
    other = paired_with(record, draft(record, number).id)
    if other:
        sorted_by_language({one: _text(record, one) for one in (number, other)})
    numbers = _languages(record, number)
    words = {language: _words(record, one, language) for language, one in numbers.items()}
    signed = next(
        (one for one in numbers.values() if signing_name(record, one)), next(iter(numbers.values()))
    )
    name = name_for_signing(record, signed)
    title = next((one.title for one in words.values() if one.title), name)
    return keep_version(record, name, title, {tag: one.text for tag, one in words.items()}, who=who)


def signing_of(record: Record, number: int) -> Signing | None:
    """How a letter on the desk stands to those who sign it; None where it was never opened for signatures."""
    numbers = _languages(record, number)
    name = _name(record, numbers)
    kept = versions(record, name) if name else []
    if not kept:
        return None
    version = _version_of(record, kept, numbers, number)
    stood = [how for _, how in standings(record, version or kept[0])]
    signed, again = stood.count(Standing.SIGNED), stood.count(Standing.ASK_AGAIN)
    return Signing(name, version, signed, again) if version else Signing(name, None, 0, signed + again)


def built_draft(record: Record, number: int) -> Composed:
    """The newest version of a draft that is a source, built, with those below it who signed exactly its words.

    Raises NotOnRecord where there is no such draft, UsageError where it is no source or cannot be built.
    """
    text = _text(record, number)
    if not is_source(text):
        raise UsageError(
            tell("The letter has no front matter, so it cannot be built."),
            hint=tell("Make a source of it on its page, or begin one with: onrecord letter new letter.md"),
        )
    made = _built(record, number, text)
    signing = signing_of(record, number)
    if signing is None or signing.version is None:
        return made
    return below(record, signing.version, made, today=date.today().isoformat())  # noqa: DTZ011 - where it is built


def _version_of(
    record: Record, kept: list[Version], numbers: Mapping[str, int], number: int
) -> Version | None:
    """What is kept in exactly the words of the letter: of all its languages, or of this draft's alone."""
    words: dict[str, str] = {}
    for language, one in numbers.items():
        try:
            words[language] = _words(record, one, language).text
        except UsageError:  # It cannot be built as it is now, so nobody can have signed it.
            continue
    own = {
        language: words[language] for language, one in numbers.items() if one == number and language in words
    }
    for texts in (words if len(words) == len(numbers) else {}, own):
        sha256 = version_sha256(texts) if texts else ""
        found = next((one for one in kept if one.sha256 == sha256), None)
        if found is not None:
            return found
    return None


def _name(record: Record, numbers: Mapping[str, int]) -> str:
    return next(filter(None, (signing_name(record, one) for one in numbers.values())), "")


def _languages(record: Record, number: int) -> dict[str, int]:
    """The drafts that are this letter, by language, English first; alone where both are in one language."""
    own = text_language(_text(record, number))
    other = paired_with(record, number)
    found = {text_language(_text(record, other)): other} if other else {}
    found[own] = number
    return {language: found[language] for language in LANGUAGES if language in found}


def _words(record: Record, number: int, language: str) -> _Words:
    text = _text(record, number)
    if not is_source(text):
        return _Words(*plain_words(text, language))
    letter = _built(record, number, text).letter
    return _Words(letter.title or letter.subject, built_text(letter))


def _built(record: Record, number: int, text: str) -> Composed:
    name = draft(record, number).name
    made = compose_draft(text, name, record)
    if made.errors:
        said = tell_together(
            "; ",
            (
                tell("line %(line)s: %(message)s", line=one.line, message=one.message)
                if one.line
                else one.message
                for one in made.errors
            ),
        )
        raise UsageError(
            tell("“%(letter)s” cannot be built: %(said)s", letter=name, said=said),
            hint=tell("Change these lines and save."),
        )
    return made


def _text(record: Record, number: int) -> str:
    draft(record, number)
    return text_of(record, number, versions_of_draft(record, number)[0].id)
