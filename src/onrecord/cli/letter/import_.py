"""`onrecord letter import`: a letter that exists becomes a source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.letter.opening import record_or_none
from onrecord.cli.printing import counted, print_json, print_text

if TYPE_CHECKING:
    from onrecord.letters.compose.importing.job import Imported

EPILOG = """\b
Examples:
  onrecord letter import "open letter.txt" --out letter.md
  onrecord letter import letter.docx --out letters/spring/en.md
  onrecord letter build letter.md --out built --draft

\b
Exit status: 0 all was taken over, 1 something is missing in the letter, 2 wrong use, 3 broken input."""


@click.command("import", epilog=EPILOG)
@click.argument("letter", type=click.Path(path_type=Path))
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The source to write (default: the letter's name, with .md, in this folder).",
)
@click.option("--replace", is_flag=True, help="Write over files that are there.")
@record_option
@json_option
@pass_door
def command(door: Door, *, letter: Path, out: Path | None, replace: bool, as_json: bool) -> None:
    """Make a source of a letter: its head, text, notes, questions, recommendations and signatories.

    Notes become citations wherever the build will print the very same words, so that they number and
    write themselves from then on; the others keep their words. What is missing in the letter, what was not
    taken over, and every word in which the built letter differs are listed.
    """
    from onrecord.letters.compose.importing.job import import_letter

    path = out or Path(f"{letter.stem}.md")
    with record_or_none(door.folder) as record:
        made = import_letter(letter, record, path, replace_files=replace)
    if as_json:
        print_json({"source": str(path), **made.as_json()})
    else:
        _tell(made, path)
    if any(one.severity == "error" for one in made.findings):
        click.get_current_context().exit(1)


def _tell(made: Imported, path: Path) -> None:
    told = made.as_json()
    click.echo(
        f"{path}: {counted(told['notes'], 'note')}, {counted(told['questions'], 'question')}, "
        f"{counted(told['recommendations'], 'recommendation')}, "
        f"{counted(told['signatories'], 'signatory', 'signatories')}"
    )
    for one in made.findings:
        print_text(f"{one.severity}: {one.told(made.letter.name)}")
    if not made.differences:
        click.echo("Built, it has the letter's words, every one of them.")
        return
    click.echo("Built, it has the letter's words but for:")
    for difference in made.differences:
        was, now = f"“{difference.was}”", f"“{difference.now}”"
        what = (
            f"{was} left out"
            if not difference.now
            else f"{now} added"
            if not difference.was
            else f"{was} is {now}"
        )
        print_text(f"line {difference.line}: {what}", indent="  ")
