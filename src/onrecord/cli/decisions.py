"""`onrecord decisions`: what was decided, by whom, when and why."""

from __future__ import annotations

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json, print_text

EPILOG = """\b
Examples:
  onrecord decisions                        every decision that holds
  onrecord decisions letter.txt --history   all on one letter, with those replaced or withdrawn"""


@click.command(epilog=EPILOG)
@click.argument("letter", required=False)
@click.option("--history", is_flag=True, help="Show what was replaced or withdrawn, too.")
@record_option
@json_option
@pass_door
def command(door: Door, /, *, letter: str | None, history: bool, as_json: bool) -> None:
    """List what was decided about findings. LETTER is the letter's file, or its name."""
    from onrecord.cli.check_printing import decision_line, short
    from onrecord.letters.decisions import letter_key
    from onrecord.letters.decisions.as_json import decision_as_json
    from onrecord.record.decisions import WITHDRAWN, kept_decisions, standing
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False) as record:
        every = kept_decisions(record.database, letter_key(letter) if letter else None)
    holding = standing(every)
    shown = every if history else holding
    numbers = {decision.number for decision in holding}
    if as_json:
        print_json([{**decision_as_json(one), "holds": one.number in numbers} for one in shown])
        return
    for decision in shown:
        is_over = decision.number not in numbers and decision.verdict != WITHDRAWN
        holds = " (holds no more)" if is_over else ""
        before = f", in the place of {decision.supersedes}" if decision.supersedes else ""
        click.secho(f"{decision.letter}, line {decision.line} [{decision.rule}]{before}{holds}", bold=True)
        print_text(decision.message, indent="    ")
        print_text(f"“{short(decision.quote.exact, 240)}”", indent="    ")
        print_text(decision_line(decision), indent="    ")
        click.echo()
    if not shown:
        click.echo(
            "Nothing was decided. To decide a finding: onrecord decide LETTER NUMBER --accept --reason …"
        )
