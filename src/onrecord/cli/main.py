"""The command line's door: which commands there are, and how failures are told.

A command is one line in `COMMANDS` and one file, whose `command` is a click command. The file is
loaded when the command is called, and loads what it needs when it runs, so that help is there at once.
"""

from __future__ import annotations

import click

from onrecord import __version__
from onrecord.cli.door import Door, LazyGroup, record_option

COMMANDS = {
    "read": "Read documents without storing them; one entry a line, as JSON.",
    "add": "Put files and folders on the record.",
    "fetch": "Fetch documents from the United Nations, only when asked.",
    "show": "Show a paragraph or entry, verbatim, with its page.",
    "search": "Search the record for words and phrases.",
    "check": "Hold every citation and quotation of a letter against the record.",
    "decide": "Accept or dismiss a finding of a letter, with the reason.",
    "decisions": "List what was decided about findings, by whom and why.",
    "withdraw": "Take a decision back; both stay in the history.",
    "trace": "Follow a topic through the reviews of a State.",
    "dossier": "Write a letter's check as a page for the browser and a PDF.",
    "letter": "Write a letter from the record, and build it.",
    "signatures": "Keep who signs a letter, in exactly which words.",
    "publications": "Keep what went to whom, and what came back.",
    "demo": "Do all of it on a packaged example.",
    "serve": "Open the workbench in your browser.",
    "documents": "List what is on the record.",
    "doctor": "Look whether the record is whole.",
    "rebuild": "Read every original on the record again.",
    "backup": "Write the whole record to one file, while it is in use.",
    "restore": "Make the record again from a backup.",
    "export": "Write the whole record as tables, for other programs.",
    "mcp": "Answer programs that speak the Model Context Protocol.",
}
"""Name of the command (and of its file in this folder), and what help says of it."""

EPILOG = """\b
Examples:
  onrecord add ~/reports                              put a folder of reports on the record
  onrecord show "A/HRC/25/5, para. 186.241"           see a paragraph, its States and its position
  onrecord search '"asylum seekers" or repatriat*'    find words and phrases
  onrecord check letter.txt                           hold a letter against the record
  onrecord trace CHN --about non-refoulement          who raised it, with which answer

\b
Exit status: 0 fine, 1 findings or partial failure, 2 wrong use, 3 broken input."""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS, epilog=EPILOG)
@click.version_option(__version__, "--version", prog_name="onrecord", message="%(prog)s %(version)s")
@record_option
@click.option("--debug", is_flag=True, help="On a fault of On Record itself, show where it happened.")
@click.pass_context
def main(context: click.Context, *, debug: bool) -> None:
    """Who raised what with whom at the United Nations, where, and with what answer."""
    context.ensure_object(Door).watch_for_faults(debug=debug)
