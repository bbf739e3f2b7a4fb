"""`onrecord signatures narrow`: somebody allows less than before to be done with their name."""

from __future__ import annotations

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.cli.signatures.options import letter_meant, who_option

EPILOG = """\b
Examples:
  onrecord signatures narrow spring 1 --words "to the ministry only, not on the web" --how "call of 5 January"

\b
NUMBER is the number that `onrecord signatures list LETTER` prints first. Who narrows still signs; whoever files
that the letter went out sees the words. A later one stands in the place of an earlier."""


@click.command(epilog=EPILOG)
@click.argument("letter")
@click.argument("number", type=click.IntRange(min=1))
@click.option("--words", required=True, metavar="TEXT", help="What may still be done with the name.")
@click.option("--how", required=True, metavar="TEXT", help="By what they made it known.")
@who_option
@record_option
@json_option
@pass_door
def command(
    door: Door, *, letter: str, number: int, words: str, how: str, who: str | None, as_json: bool
) -> None:
    """Write down what a signatory still allows to be done with their name."""
    from onrecord.letters.signing.limits import limits, narrow
    from onrecord.letters.signing.signatories import signatory
    from onrecord.record.record import open_record
    from onrecord.settings import who as who_is

    with open_record(door.folder, create=False) as record:
        one = signatory(record, letter_meant(letter), number)
        narrow(record, one, words=words, who=who_is(who).name, how=how)
        kept = limits(record, one.letter)[one.id]
    if as_json:
        print_json(
            {
                "number": one.id,
                "letter": one.letter,
                "names": dict(one.names),
                "allowed": kept.words,
                "how": kept.how,
            }
        )
        return
    click.echo(f"{one.name('en')} allows only: {kept.words}")
