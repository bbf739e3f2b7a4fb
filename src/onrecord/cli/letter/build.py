"""`onrecord letter build`: the source of a letter becomes PDF, DOCX, HTML and text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.letter.opening import record_or_none
from onrecord.cli.printing import counted, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.letters.compose.build import Composed
    from onrecord.letters.compose.job import BuiltFiles

ORDERS = ("entered", "alphabetical", "persons-first", "organisations-first")
FORMATS = ("pdf", "docx", "html", "text")
EPILOG = """\b
Examples:
  onrecord letter build letter.md --out built
  onrecord letter build letter.md --out built --format docx,text
  onrecord letter build letters/spring --out built            every language in a folder
  onrecord letter build letter.md --out built --replace       in the place of an earlier build

\b
Exit status: 0 built, 1 stopped (a note without words, other words on the record) or built with warnings
by --draft, 2 wrong use, 3 broken input."""


def _formats(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(word.strip().lower() for word in value.split(",") if word.strip()))
    wrong = [word for word in asked if word not in FORMATS]
    if wrong or not asked:
        raise click.BadParameter(f"choose from {', '.join(FORMATS)}, with commas between")
    return asked


@click.command(epilog=EPILOG)
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="The folder for the files.",
)
@click.option(
    "--format",
    "formats",
    default="pdf,docx,html,text",
    show_default=True,
    metavar="LIST",
    callback=_formats,
    help="Which files to write.",
)
@click.option(
    "--accept-quotations",
    "accept",
    is_flag=True,
    help="Take the record's words as they are now, where they changed since the last build.",
)
@click.option("--draft", is_flag=True, help="Build although something is missing; it is left out and told.")
@click.option(
    "--order",
    type=click.Choice(ORDERS),
    default="entered",
    show_default=True,
    help="How the signatories of the record are ordered below the letter.",
)
@click.option("--replace", is_flag=True, help="Write over files of an earlier build.")
@record_option
@json_option
@pass_door
def command(  # noqa: PLR0913 - one parameter an option
    door: Door,
    *,
    source: Path,
    out: Path,
    formats: tuple[str, ...],
    accept: bool,
    draft: bool,
    order: str,
    replace: bool,
    as_json: bool,
) -> None:
    """Build a letter from its source.

    SOURCE is a file in Markdown with front matter, or a folder with one such file a language. Notes are
    numbered anew, “Id.” and short forms are set where they are right, and quotations take their words
    from the record. Where a note has no words, or the record's words are no longer those of the last
    build, nothing is written and each reason is told with its line. Where the front matter has no
    signatories, those of the record who signed exactly these words stand below the letter.
    """
    from datetime import date

    from onrecord.letters.compose.job import build_files
    from onrecord.letters.compose.languages import letter_name
    from onrecord.letters.signing.below import with_signatories
    from onrecord.record.record import Record

    with record_or_none(door.folder) as record:

        def finish(made: Sequence[Composed]) -> Sequence[Composed]:
            if not isinstance(record, Record):
                return made
            today = date.today().isoformat()  # noqa: DTZ011 - the day where the letter is built
            return with_signatories(record, letter_name(source), made, order=order, today=today)

        made = build_files(
            source,
            record,
            out,
            formats=formats,
            accept=accept,
            draft=draft,
            replace=replace,
            finish=finish,
        )
    if as_json:
        print_json([one.as_json() for one in made])
    else:
        for one in made:
            _tell(one)
    if any(one.errors for one in made):
        click.get_current_context().exit(1)


def _tell(made: BuiltFiles) -> None:
    for problem in made.composed.problems:
        click.echo(f"{problem.severity}: {problem.told(str(made.source))}", err=True)
    counts: dict[str, Any] = made.counts
    click.echo(
        f"{made.source}: {counted(counts['notes'], 'note')}, {counted(counts['questions'], 'question')}, "
        f"{counted(counts['recommendations'], 'recommendation')}, "
        f"{counted(counts['quotations'], 'quotation')} from the record, "
        f"{counted(counts['signatories'], 'signatory', 'signatories')}"
    )
    if not made.files:
        click.echo("Nothing was written. Mend what is told above, or build a draft with --draft.")
    for path in made.files:
        click.echo(f"  {path}")
