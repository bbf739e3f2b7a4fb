"""`onrecord signatures correct`: a name, a detail or a contact put right."""

from __future__ import annotations

from typing import TypedDict, Unpack

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.cli.signatures.options import by_language, letter_meant, names_options, who_option

EPILOG = """\b
Examples:
  onrecord signatures correct spring 1 --name-en "Relatives' Association"
  onrecord signatures correct spring 1 --detail-en "" --how "their e-mail of 3 January"

\b
What is not given stays; an empty one is taken away. What stood there before is kept in the history."""


class _Chosen(TypedDict):
    """The options of the call."""

    name_en: str | None
    name_ko: str | None
    detail_en: str | None
    detail_ko: str | None
    contact: str | None
    how: str
    who: str | None
    as_json: bool


@click.command(epilog=EPILOG)
@click.argument("letter")
@click.argument("number", type=click.IntRange(min=1))
@names_options
@click.option("--how", default="", metavar="TEXT", help="From whom or what the correction came.")
@who_option
@record_option
@json_option
@pass_door
def command(door: Door, /, letter: str, number: int, **chosen: Unpack[_Chosen]) -> None:
    """Correct a signatory's name, detail or contact; what they consented to stays as it is."""
    from onrecord.errors import UsageError
    from onrecord.letters.signing.as_json import signatory_as_json
    from onrecord.letters.signing.signatories import correct, signatory
    from onrecord.record.record import open_record
    from onrecord.settings import who

    names = by_language(chosen["name_en"], chosen["name_ko"])
    details = by_language(chosen["detail_en"], chosen["detail_ko"])
    if not names and not details and chosen["contact"] is None:
        raise UsageError("Nothing was given to correct.", hint="For example: --name-en NAME.")
    with open_record(door.folder, create=False) as record:
        one = signatory(record, letter_meant(letter), number)
        corrected = correct(
            record,
            one,
            names={**one.names, **names},
            details={**one.details, **details},
            contact=chosen["contact"],
            how=chosen["how"],
            who=who(chosen["who"]).name,
        )
    if chosen["as_json"]:
        print_json(signatory_as_json(corrected))
        return
    click.echo(f"no. {corrected.id} is now: {' / '.join(corrected.names.values())}.")
