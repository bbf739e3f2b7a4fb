"""`onrecord signatures consent`: somebody signs exactly these words."""

from __future__ import annotations

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.cli.signatures.options import letter_meant, version_option, who_option

EPILOG = """\b
Examples:
  onrecord signatures consent spring 1 --how "e-mail of 2 January"
  onrecord signatures consent spring 1 --how telephone --version 1f2e3d4c

\b
NUMBER is the number that `onrecord signatures list LETTER` prints first."""


@click.command(epilog=EPILOG)
@click.argument("letter")
@click.argument("number", type=click.IntRange(min=1))
@click.option("--how", required=True, metavar="TEXT", help="By what they made it known.")
@click.option("--words", default="", metavar="TEXT", help="What else they said.")
@version_option("To which version they consented")
@who_option
@record_option
@json_option
@pass_door
def command(  # noqa: PLR0913 - one parameter an option
    door: Door, *, letter: str, number: int, how: str, words: str, sha256: str, who: str | None, as_json: bool
) -> None:
    """Write down that a signatory signs a version of the letter, and by what they made it known."""
    from onrecord.letters.signing.as_json import signatory_as_json
    from onrecord.letters.signing.model import Standing
    from onrecord.letters.signing.signatories import consent, signatory
    from onrecord.letters.signing.versions import version
    from onrecord.record.record import open_record
    from onrecord.settings import who as who_is

    with open_record(door.folder, create=False) as record:
        to = version(record, letter_meant(letter), sha256)
        one = signatory(record, to.letter, number)
        consent(record, one, to, who=who_is(who).name, how=how, words=words)
    if as_json:
        print_json({**signatory_as_json(one, Standing.SIGNED), "version_sha256": to.sha256})
        return
    click.echo(f"{one.name('en')} signs “{to.letter}” in the words {to.sha256[:12]} of {to.kept[:10]}.")
