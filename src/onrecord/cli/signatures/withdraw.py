"""`onrecord signatures withdraw`: somebody no longer signs."""

from __future__ import annotations

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.cli.signatures.options import letter_meant, who_option

EPILOG = """\b
Examples:
  onrecord signatures withdraw spring 1 --how "e-mail of 5 January"

\b
NUMBER is the number that `onrecord signatures list LETTER` prints first. Nobody is deleted: who withdrew
stays on the list and is printed no more."""


@click.command(epilog=EPILOG)
@click.argument("letter")
@click.argument("number", type=click.IntRange(min=1))
@click.option("--how", required=True, metavar="TEXT", help="By what they made it known.")
@click.option("--words", default="", metavar="TEXT", help="What else they said.")
@who_option
@record_option
@json_option
@pass_door
def command(
    door: Door, *, letter: str, number: int, how: str, words: str, who: str | None, as_json: bool
) -> None:
    """Write down that a signatory no longer signs, and by what they made it known."""
    from onrecord.letters.signing.as_json import signatory_as_json
    from onrecord.letters.signing.model import Standing
    from onrecord.letters.signing.signatories import signatory, withdraw
    from onrecord.record.record import open_record
    from onrecord.settings import who as who_is

    with open_record(door.folder, create=False) as record:
        one = signatory(record, letter_meant(letter), number)
        withdraw(record, one, who=who_is(who).name, how=how, words=words)
    if as_json:
        print_json(signatory_as_json(one, Standing.WITHDRAWN))
        return
    click.echo(f"{one.name('en')} no longer signs “{one.letter}”.")
