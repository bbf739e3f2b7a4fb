"""`onrecord letter new`: a source to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.door import json_option
from onrecord.cli.printing import print_json

EPILOG = """\b
Examples:
  onrecord letter new letter.md
  onrecord letter new letters/en.md --notes un
  onrecord letter new letters/ko.md --language ko
  onrecord letter new example --example"""


@click.command(epilog=EPILOG)
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--language", type=click.Choice(["en", "ko"]), default="en", show_default=True, help="Its language."
)
@click.option(
    "--notes",
    type=click.Choice(["letter", "un", "oscola", "chicago"]),
    default="letter",
    show_default=True,
    help="How its notes are written.",
)
@click.option(
    "--example",
    is_flag=True,
    help="Write an example in English and Korean into the folder PATH: it builds with the record of onrecord demo.",
)
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@json_option
def command(*, path: Path, language: str, notes: str, example: bool, replace: bool, as_json: bool) -> None:
    """Begin a letter: write a source with its front matter, a note, a quotation, a question and a recommendation.

    PATH is the file to write. What each line means is told in the file itself.
    """
    from onrecord.letters.compose.beginning import begin
    from onrecord.letters.example.source import write_example

    if example:
        _tell_example(path, write_example(path, replace=replace), as_json=as_json)
        return
    begin(path, language=language, notes=notes, replace=replace)
    if as_json:
        print_json({"source": str(path), "language": language, "notes": notes})
        return
    click.echo(path)
    click.echo(f"Fill it in, then: onrecord letter build {path} --out built")


def _tell_example(folder: Path, written: tuple[Path, ...], *, as_json: bool) -> None:
    if as_json:
        print_json({"folder": str(folder), "files": [str(path) for path in written]})
        return
    for path in written:
        click.echo(path)
    click.echo("Its quotations are on the record of the demo. Build it with:")
    click.echo("  onrecord demo --out demo")
    click.echo(f"  onrecord letter build {folder} --out built --record demo/record")
