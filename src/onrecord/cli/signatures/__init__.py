"""`onrecord signatures …`: who signs a letter, in exactly which words."""

from __future__ import annotations

import click

from onrecord.cli.door import LazyGroup

COMMANDS = {
    "open": "Keep a letter's words as they are now, to be signed.",
    "list": "List a letter's versions and signatories.",
    "add": "Enter somebody who is asked to sign.",
    "correct": "Correct a name, a detail or a contact.",
    "consent": "Write down that somebody signs these words.",
    "narrow": "Write down what somebody still allows with their name.",
    "withdraw": "Write down that somebody no longer signs.",
    "import": "Take a list of signatories from a CSV file.",
    "page": "Show a page on which others ask to sign.",
    "requests": "See who asked to sign there; accept or refuse.",
    "ask-again": "Write the messages to who signed other words.",
}
"""Name of the command (and of its file in this folder), and what help says of it."""

EPILOG = """\b
Examples:
  onrecord signatures open letters/spring
  onrecord signatures add spring --name-en "Relatives' Association" --contact r@example.org
  onrecord signatures consent spring 1 --how "e-mail of 2 January"
  onrecord signatures list spring"""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS, package="onrecord.cli.signatures", epilog=EPILOG)
def command() -> None:
    """Keep who signs a letter, and in exactly which words. Nothing is sent to anybody."""
