"""The signatories of the record below a letter that is being built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.letters.compose.build import Composed, printed_date, with_block_of_signatories
from onrecord.letters.compose.source import WARNING, LetterProblem
from onrecord.letters.compose.words import built_text
from onrecord.letters.signing.model import Standing, Version, version_sha256
from onrecord.letters.signing.printing import printed_signatories
from onrecord.letters.signing.signatories import standings
from onrecord.letters.signing.versions import versions
from onrecord.record.record import Record


def with_signatories(
    record: Record, name: str, made: Sequence[Composed], *, order: str = "entered", today: str
) -> list[Composed]:
    """The languages of a letter with those below it who signed exactly these words.

    `name` is the letter's, under which versions are kept; `today` (ISO 8601) dates the list where the
    letter does not. A letter whose front matter has a list of its own stays as it is; so does one with
    errors, as nobody can have signed it. Who signed other words is not printed; that is told as a warning.
    """
    kept = versions(record, name)
    if not kept or any(one.errors for one in made):
        return list(made)
    sha256 = version_sha256({one.letter.language: built_text(one.letter) for one in made})
    version = next((one for one in kept if one.sha256 == sha256), None)
    if version is None:
        stood = [how for _, how in standings(record, kept[0])]
        again = stood.count(Standing.SIGNED) + stood.count(Standing.ASK_AGAIN)
        message = f"No version of “{name}” is kept in these words, so that nobody is printed below it."
    else:
        again = [how for _, how in standings(record, version)].count(Standing.ASK_AGAIN)
        message = f"Some signatories of “{name}” signed other words, and are not printed."
    warned = (
        [LetterProblem("other-words", WARNING, 0, message, f"{again} must be asked again. {_hint(name)}")]
        if again
        else []
    )
    done = []
    for one in made:
        if one.letter.signatories:
            done.append(one)
            continue
        with_those = below(record, version, one, order=order, today=today) if version else one
        added = with_those.problems[len(one.problems) :]
        done.append(replace(with_those, problems=(*one.problems, *warned, *added)))
    return done


def below(
    record: Record, version: Version, made: Composed, *, order: str = "entered", today: str
) -> Composed:
    """One language of a letter with those below it who signed this version, whose words are the letter's own.

    `order` and `today` as for `with_signatories`; a letter with a list of its own stays as it is.
    """
    letter = made.letter
    if letter.signatories:
        return made
    lines, doubts = printed_signatories(record, version, letter.language, order)
    told = (LetterProblem("name-in-language", WARNING, 0, doubt) for doubt in doubts)
    if lines:
        as_of = letter.as_of or today
        letter = replace(
            letter,
            signatories=lines,
            as_of=as_of,
            as_of_as_printed=letter.as_of_as_printed or printed_date(as_of, letter.language),
            blocks=with_block_of_signatories(letter.blocks),
        )
    return replace(made, letter=letter, problems=(*made.problems, *told))


def _hint(name: str) -> str:
    return f"Keep these words (onrecord signatures open), then: onrecord signatures ask-again {name}"
