"""`onrecord signatures requests`: who asked to sign by the page for signing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json, print_table
from onrecord.cli.signatures.options import letter_meant, who_option

if TYPE_CHECKING:
    from onrecord.letters.signing.requests import SigningRequest

EPILOG = """\b
Examples:
  onrecord signatures requests spring                 who waits, and how they can be reached
  onrecord signatures requests spring --accept 4      enter request 4, with the consent that was given
  onrecord signatures requests spring --refuse 5
  onrecord signatures requests spring --all --json    what was decided, too; without contacts

\b
Before you accept: write to the contact, and ask for the code that the page has shown."""


@click.command(epilog=EPILOG)
@click.argument("letter")
@click.option("--accept", type=click.IntRange(min=1), metavar="NUMBER", help="Enter who made this request.")
@click.option("--refuse", type=click.IntRange(min=1), metavar="NUMBER", help="Leave this request out.")
@click.option("--all", "everything", is_flag=True, help="Also those that were decided.")
@who_option
@record_option
@json_option
@pass_door
def command(
    door: Door,
    *,
    letter: str,
    accept: int | None,
    refuse: int | None,
    everything: bool,
    who: str | None,
    as_json: bool,
) -> None:
    """List the requests to sign that wait for you, and accept or refuse them one by one."""
    from onrecord.errors import UsageError
    from onrecord.letters.signing import requests as asked
    from onrecord.record.record import open_record
    from onrecord.settings import who as who_is

    if accept and refuse:
        raise UsageError("A request is accepted or refused, not both.")
    name = letter_meant(letter)
    with open_record(door.folder, create=False) as record:
        if accept:
            asked.accept(record, asked.request(record, name, accept), who=who_is(who).name)
        if refuse:
            asked.refuse(record, asked.request(record, name, refuse), who=who_is(who).name)
        found = asked.requests(record, name, waiting=not everything)
        contacts = [asked.contact_of_request(record, one) for one in found]
    if as_json:
        print_json([_as_json(one) for one in found])
        return
    if accept or refuse:
        click.echo(f"Request {accept or refuse} is {'accepted' if accept else 'refused'}.")
    if not found:
        click.echo("No request waits.")
        return
    rows = [
        (str(one.id), one.at[:10], _state(one), " / ".join(one.names.values()), one.code, contact)
        for one, contact in zip(found, contacts, strict=True)
    ]
    print_table(("no.", "asked", "state", "name", "code", "contact"), rows)


def _state(one: SigningRequest) -> str:
    if not one.decided:
        return "waits"
    return "accepted" if one.signatory_id else "refused"


def _as_json(one: SigningRequest) -> dict[str, Any]:
    return {
        "number": one.id,
        "letter": one.letter,
        "state": _state(one),
        "kind": one.kind,
        "names": dict(one.names),
        "details": dict(one.details),
        "language": one.language,
        "asked": one.at,
        "decided": one.decided or None,
        "decided_by": one.decided_by or None,
        "signatory": one.signatory_id,
    }
