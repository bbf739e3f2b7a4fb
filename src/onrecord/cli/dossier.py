"""`onrecord dossier`: a checked letter as one HTML page and a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json

EPILOG = """\b
Examples:
  onrecord dossier letter.txt --out dossier
  onrecord dossier letter.md --out dossier --about non-refoulement
  onrecord dossier letter.txt --out dossier --about 'repatriat* or "asylum seekers"'"""


@click.command(epilog=EPILOG)
@click.argument("letter", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, metavar="DIR", type=click.Path(path_type=Path), help="The folder for the files."
)
@click.option(
    "--about",
    multiple=True,
    metavar="TOPIC",
    help="A topic, or words, to trace through the reviews (else the topics that the letter is about).",
)
@record_option
@json_option
@pass_door
def command(door: Door, *, letter: Path, out: Path, about: tuple[str, ...], as_json: bool) -> None:
    """Write the dossier of a letter: every citation and quotation beside the very paragraph and page.

    LETTER is Word, PDF, RTF, a saved web page, Markdown or plain text. Two files are written: one HTML
    page that needs nothing else, and a PDF with the same.
    """
    from onrecord.letters.render.job import make_dossier
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False) as record, steps() as on_step:
        made = make_dossier(letter, record, out, about=about, on_step=on_step)
    if as_json:
        print_json({"html": str(made.files.html), "pdf": str(made.files.pdf)})
        return
    click.echo(made.files.html)
    click.echo(made.files.pdf)


@contextmanager
def steps() -> Iterator[Callable[[str], None] | None]:
    """Tells each step on standard error where a person watches; None where nobody does."""
    import sys

    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as shown:
        yield lambda step: shown.update(f"{step} …")
