"""`onrecord letter …`: write a letter from the record, and build it."""

from __future__ import annotations

import click

from onrecord.cli.door import LazyGroup

COMMANDS = {
    "new": "Begin a letter: a source to fill in.",
    "import": "Make a source of a letter that exists.",
    "build": "Build a letter: notes numbered, words taken from the record.",
    "compare": "Hold the English and the Korean text against each other.",
    "advise": "Advise on each ask: earlier wording, its fate, length, deadline.",
    "sheet": "Make advance questions, a statement or a page for one State.",
}
"""Name of the command (and of its file in this folder), and what help says of it."""

EPILOG = """\b
Examples:
  onrecord letter new letter.md
  onrecord letter import "open letter.txt" --out letter.md
  onrecord letter build letter.md --out built --format pdf,docx,html,text
  onrecord letter compare letters/spring
  onrecord letter advise letter.md
  onrecord letter sheet letter.md --kind state --to KOR --out korea.pdf"""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS, package="onrecord.cli.letter", epilog=EPILOG)
def command() -> None:
    """Write a letter from the record: notes that number themselves, quotations that cannot drift."""
