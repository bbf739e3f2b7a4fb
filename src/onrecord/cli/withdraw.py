"""`onrecord withdraw`: a decision taken back."""

from __future__ import annotations

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json

EPILOG = """\b
Examples:
  onrecord withdraw 3 --reason "the ministry has answered since"

\b
The number is that of `onrecord decisions`. The finding is told again at the next check."""


@click.command(epilog=EPILOG)
@click.argument("number", type=click.IntRange(min=1))
@click.option("--reason", required=True, metavar="TEXT", help="Why, for whoever reads it next.")
@click.option("--who", "named", metavar="NAME", help="Who decides (else ONRECORD_WHO, else your login name).")
@record_option
@json_option
@pass_door
def command(door: Door, /, *, number: int, reason: str, named: str | None, as_json: bool) -> None:
    """Take a decision back. It stays in the history, with who took it back, when and why."""
    from onrecord.cli.check_printing import decision_line
    from onrecord.letters.decisions import withdraw
    from onrecord.letters.decisions.as_json import decision_as_json
    from onrecord.record.record import open_record
    from onrecord.settings import who

    with open_record(door.folder, create=False) as record:
        made = withdraw(record, number, reason=reason, who=who(named))
    if as_json:
        print_json(decision_as_json(made))
        return
    click.echo(f"Decision {number} holds no more. {decision_line(made)}")
