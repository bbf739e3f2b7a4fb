"""`onrecord signatures open`: the words of a letter kept, so that they can be signed."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json
from onrecord.cli.signatures.options import who_option

EPILOG = """\b
Examples:
  onrecord signatures open letters/spring      every language in the folder; the letter is called "spring"
  onrecord signatures open letter.md           the letter is called "letter"

\b
Exit status: 0 kept, 1 the letter cannot be built, 2 wrong use, 3 broken input."""


@click.command(epilog=EPILOG)
@click.argument("source", type=click.Path(path_type=Path))
@who_option
@record_option
@json_option
@pass_door
def command(door: Door, *, source: Path, who: str | None, as_json: bool) -> None:
    """Keep the words of a letter as they are now, to be signed.

    SOURCE is the letter's file or folder. It is built, and its words are kept with their hash, in all its
    languages and without the list of signatories. Whoever signed other words must be asked again.
    """
    from onrecord.letters.signing.as_json import version_as_json
    from onrecord.letters.signing.model import Standing
    from onrecord.letters.signing.opening import open_letter
    from onrecord.letters.signing.signatories import standings
    from onrecord.record.record import open_record
    from onrecord.settings import who as who_is

    with open_record(door.folder) as record:
        kept = open_letter(record, source, who=who_is(who).name)
        standing = [how for _, how in standings(record, kept)]
    again = standing.count(Standing.ASK_AGAIN)
    if as_json:
        print_json({**version_as_json(kept), "to_be_asked_again": again})
        return
    click.echo(f"{kept.letter}: {kept.title}")
    click.echo(f"  {kept.sha256}  kept {kept.kept[:10]} by {kept.kept_by}, in {', '.join(kept.texts)}")
    click.echo(f"  {standing.count(Standing.SIGNED)} signed these words.")
    if again:
        click.echo(
            f"  {counted(again, 'signatory', 'signatories')} of other words must be asked again: "
            f"onrecord signatures ask-again {kept.letter}"
        )
