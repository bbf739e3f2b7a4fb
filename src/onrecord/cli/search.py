"""`onrecord search`: words and phrases on the record."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json, print_json_lines, print_text

if TYPE_CHECKING:
    from onrecord.record.model import SearchHit

EPILOG = """\b
What can be typed:
  refugee return                 both words, in all their forms (refugees, returned)
  "asylum seekers"               these words, exactly and in this order
  repatriat*                     words that begin so
  asylum or refugee              either of them
  return -voluntary              without a word
  (asylum or refugee) china      brackets group; words side by side bind before or

\b
Examples:
  onrecord search '"asylum seekers" or repatriat*' --to China
  onrecord search torture --by "Czech Republic" --position noted
  onrecord search refugees --kind recommendation --cycle 2 --json"""


@click.command(epilog=EPILOG)
@click.argument("query", nargs=-1, required=True)
@click.option("--by", metavar="STATE", help="Only what this State said (name or code).")
@click.option("--to", metavar="STATE", help="Only what is about the review of this State.")
@click.option("--kind", metavar="KIND", help="recommendation, statement, reply, ..., paragraph or note.")
@click.option("--cycle", type=click.IntRange(min=1), metavar="N", help="Only this cycle of reviews.")
@click.option(
    "--position", metavar="POSITION", help="supported, noted, partially_supported, pending, not_stated."
)
@click.option("--in", "document", metavar="SYMBOL", help="Only in this document (or file).")
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="0 for all.")
@click.option("--jsonl", "as_lines", is_flag=True, help="Print one JSON value a line.")
@record_option
@json_option
@pass_door
def command(
    door: Door,
    /,
    *,
    query: tuple[str, ...],
    limit: int,
    as_json: bool,
    as_lines: bool,
    **asked: Any,
) -> None:
    """Search the record for words and phrases; one hit for each pinpoint, the best first."""
    from onrecord.record.record import open_record
    from onrecord.record.search import Filters, search

    filters = Filters(
        by=_code(asked["by"]),
        to=_code(asked["to"]),
        kind=asked["kind"],
        cycle=asked["cycle"],
        position=asked["position"],
        symbol=_document(asked["document"]),
    )
    with open_record(door.folder, create=False) as record:
        # One more than is shown tells whether there are more.
        hits = search(record, " ".join(query), limit=limit + 1 if limit else 0, **filters)
    shown = hits[: limit or None]
    if as_json:
        print_json([dataclasses.asdict(hit) for hit in shown])
    elif as_lines:
        print_json_lines([dataclasses.asdict(hit) for hit in shown])
    else:
        _tell(shown, more=len(hits) > len(shown))


def _code(name: str | None) -> str | None:
    """The code of a State, from its name or code. StateError for what is no State."""
    if name is None:
        return None
    from onrecord.errors import StateError
    from onrecord.un.states import find_state, state

    found = find_state(name)
    if found is None and len(name) == 3:
        found = state(name.upper())
    if found is None:
        raise StateError(f"“{name}” is no name of a State.", hint="Write “China” or its code, “CHN”.")
    return found.code


def _place(hit: SearchHit) -> str:
    """Where a hit stands: "A/HRC/25/5, para. 186.241 (page 27)"; "export.csv, row 7", which has no page."""
    if "row " in hit.pinpoint:
        return f"{hit.symbol}, {hit.pinpoint}"
    place = f", para. {hit.pinpoint}" if hit.pinpoint else ""
    return f"{hit.symbol}{place} (page {hit.page})"


def _document(named: str | None) -> str | None:
    """The document to search in: its symbol, or where it has none the name of its file."""
    from onrecord.errors import SymbolError
    from onrecord.un.symbol import parse_symbol

    try:
        return str(parse_symbol(named)) if named else None
    except SymbolError:
        if named and "." in named:
            return named
        raise


def _tell(hits: list[SearchHit], *, more: bool) -> None:
    if not hits:
        click.echo("Nothing on the record holds these words.")
        return
    for hit in hits:
        by = f" by {', '.join(hit.by)}" if hit.by else ""
        to = f" to {hit.to}" if hit.to else ""
        click.secho(_place(hit), bold=True, nl=False)
        click.echo(f"  {hit.kind.replace('_', ' ')}{by}{to}")
        print_text(hit.snippet, indent="    ")
    if more:
        click.echo(f"The best {len(hits)} are shown, there are more; --limit 0 shows all.", err=True)
