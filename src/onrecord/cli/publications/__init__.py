"""`onrecord publications …`: what went to whom, and what came back."""

from __future__ import annotations

import click

from onrecord.cli.door import LazyGroup

COMMANDS = {
    "file": "File that a letter went out, with that day's check.",
    "list": "List what went to whom, and what came back.",
    "show": "Show one of them: words, signatories, files, check, replies.",
    "reply": "File a reply.",
}
"""Name of the command (and of its file in this folder), and what help says of it."""

EPILOG = """\b
Examples:
  onrecord publications file spring --to "Ministry of Foreign Affairs" --sent 2026-10-02 --file built/en.pdf
  onrecord publications reply 1 --from "Ministry" --received 2026-10-20 --words "It took note."
  onrecord publications list"""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS, package="onrecord.cli.publications", epilog=EPILOG)
def command() -> None:
    """Keep what went to whom, in which words, with which check, and what came back."""
