"""`onrecord letter advise`: advice beside each ask, from the record and by stated rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.letter.opening import record_or_none
from onrecord.cli.printing import print_json, print_text

if TYPE_CHECKING:
    from onrecord.letters.advice.model import AskAdvice, EarlierWording

EPILOG = """\b
Examples:
  onrecord letter advise letter.md
  onrecord letter advise letter.md --ask R1 --by KOR     only what the Republic of Korea raised before
  onrecord letter advise letter.md --review CHN/4 --json

\b
Exit status: 0 advice was given, 2 wrong use, 3 broken input."""


@click.command(epilog=EPILOG)
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--ask", default="", metavar="NAME", help="Only this ask: R1, Q3.")
@click.option("--by", default="", metavar="STATE", help="Only earlier wording by this State.")
@click.option(
    "--review",
    default="",
    metavar="STATE/CYCLE",
    help="The review (default: the one that the letter names): CHN/4.",
)
@record_option
@json_option
@pass_door
def command(door: Door, *, source: Path, ask: str, by: str, review: str, as_json: bool) -> None:
    """Advise on each ask of a letter: earlier wording and its fate, category, length, deadline.

    SOURCE is a letter: its source, or a letter as sent (text, Word, PDF).
    Nothing in it is changed. What is concluded and not stated by a document is
    marked as inferred.
    """
    from onrecord.analysis.trace import state_named
    from onrecord.letters.advice.advise import advise, review_meant
    from onrecord.letters.advice.asking import asking_at

    letter = asking_at(source)
    meant = review_meant(letter, review)
    code = state_named(by).code if by else ""
    with record_or_none(door.folder) as record:
        made = advise(letter, record, meant, only=ask, by=code)
    if as_json:
        print_json(made.as_json())
        return
    for one in made.general:
        print_text(one.words + (f" [inferred: {one.inferred}]" if one.inferred else ""))
        for place in one.places:
            print_text(f"source: {place.told}", indent="  ")
    for advised in made.asks:
        _tell(advised)


def _tell(advised: AskAdvice) -> None:
    click.echo("")
    print_text(f"{advised.ask.name}. {advised.ask.words}")
    for one in advised.advice:
        inferred = f" [inferred: {one.inferred}]" if one.inferred else ""
        print_text(f"{one.rule}: {one.words}{inferred}", indent="  ")
    for earlier in advised.earlier:
        _tell_earlier(earlier)
    if advised.answer:
        print_text(f"answer, {advised.answer.told}: {advised.answer.words}", indent="    ")


def _tell_earlier(earlier: EarlierWording) -> None:
    at = f" ({earlier.position_at.told})" if earlier.position_at else ""
    position = f"{earlier.position.replace('_', ' ')}{at}"
    print_text(
        f"{', '.join(earlier.by)}, {earlier.place.told}, {position}: {earlier.place.words}", indent="    "
    )
    if earlier.differences:
        marks = {"letter": "[+{}+]", "source": "[-{}-]"}
        told = "".join(marks.get(one.kind, "{}").format(one.words) for one in earlier.differences)
        print_text(f"word by word: {told}", indent="      ")
