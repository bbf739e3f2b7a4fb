"""`onrecord signatures add`: somebody who is asked to sign."""

from __future__ import annotations

from typing import TypedDict, Unpack

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.cli.signatures.options import by_language, letter_meant, names_options, who_option

EPILOG = """\b
Examples:
  onrecord signatures add spring --name-en "Relatives' Association" --name-ko 가족회 --contact r@example.org
  onrecord signatures add spring --person --name-en "B. Example" --detail-en "whose sister was returned\""""


class _Chosen(TypedDict):
    """The options of the call."""

    kind: str
    name_en: str | None
    name_ko: str | None
    detail_en: str | None
    detail_ko: str | None
    contact: str | None
    language: str
    alike_too: bool
    who: str | None
    as_json: bool


@click.command(epilog=EPILOG)
@click.argument("letter")
@click.option("--person", "kind", flag_value="person", help="A person.")
@click.option(
    "--organisation", "kind", flag_value="organisation", default=True, help="An organisation (usual)."
)
@names_options
@click.option("--language", default="", metavar="en|ko", help="In which language they are written to.")
@click.option("--alike-too", is_flag=True, help="Enter them although somebody much alike is on the list.")
@who_option
@record_option
@json_option
@pass_door
def command(door: Door, /, letter: str, **chosen: Unpack[_Chosen]) -> None:
    """Enter somebody who is asked to sign. That is no consent yet: see onrecord signatures consent."""
    from onrecord.errors import UsageError
    from onrecord.letters.signing.alike import same_or_alike
    from onrecord.letters.signing.as_json import signatory_as_json
    from onrecord.letters.signing.signatories import enter, signatories
    from onrecord.letters.signing.versions import version
    from onrecord.record.record import open_record
    from onrecord.settings import who

    names = by_language(chosen["name_en"], chosen["name_ko"])
    with open_record(door.folder, create=False) as record:
        name = version(record, letter_meant(letter)).letter
        for held in signatories(record, name):
            if not chosen["alike_too"] and same_or_alike(names, held.names):
                raise UsageError(
                    f"{held.name('en')} (no. {held.id}) is on the list already, and much alike.",
                    hint="If they are two, add --alike-too.",
                )
        entered = enter(
            record,
            name,
            kind=chosen["kind"],
            names=names,
            details=by_language(chosen["detail_en"], chosen["detail_ko"]),
            contact=chosen["contact"] or "",
            language=chosen["language"],
            who=who(chosen["who"]).name,
        )
    if chosen["as_json"]:
        print_json(signatory_as_json(entered))
        return
    click.echo(f"no. {entered.id}: {entered.name('en')} is invited to sign “{name}”.")
