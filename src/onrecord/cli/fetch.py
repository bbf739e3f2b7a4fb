"""`onrecord fetch`: documents from the United Nations; the one command that asks anybody anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.fetched import Results
from onrecord.cli.printing import print_json
from onrecord.cli.watching import watching
from onrecord.errors import InputError
from onrecord.fetching.model import FORMATS, LANGUAGES, Wanted

if TYPE_CHECKING:
    from onrecord.documents.model import Document
    from onrecord.fetching.addresses import Address
    from onrecord.fetching.fetch import Manner
    from onrecord.record.reading import Limits, Source

EPILOG = """\b
Examples:
  onrecord fetch A/HRC/25/5 A/HRC/25/5/Add.1            into this folder
  onrecord fetch A/HRC/25/5 --add                       onto the record
  onrecord fetch A/HRC/14/7 --language es --out spain   in Spanish, into a folder
  onrecord fetch A/HRC/25/5 --dry-run                   who would be asked for what; nobody is

Nothing else in On Record asks anybody anything. Exit status: 0 all came, 1 some did not, 3 none came."""


@click.command(epilog=EPILOG)
@click.argument("symbols", metavar="SYMBOL...", nargs=-1, required=True)
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--format", "format_", type=click.Choice(FORMATS), default="pdf", show_default=True)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the files here (default: this folder, or none with --add).",
)
@click.option("--add", "to_record", is_flag=True, help="Put what comes on the record.")
@click.option("--refresh", is_flag=True, help="Ask again for what was fetched before.")
@click.option("--dry-run", is_flag=True, help="Print who would be asked for what, and ask nobody.")
@click.option(
    "--pause",
    type=click.FloatRange(min=0),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="At least so long between two requests to one host.",
)
@click.option(
    "--tries",
    type=click.IntRange(min=1, max=20),
    default=4,
    show_default=True,
    help="How often an address is asked that fails for the moment.",
)
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0),
    default=300.0,
    show_default=True,
    help="How long one try may take; 0 for no bound.",
)
@click.option(
    "--max-mb",
    type=click.FloatRange(min=0, min_open=True),
    default=200.0,
    show_default=True,
    help="How large one document may be.",
)
@record_option
@json_option
@pass_door
def command(
    door: Door,
    /,
    *,
    symbols: tuple[str, ...],
    out: Path | None,
    to_record: bool,
    dry_run: bool,
    as_json: bool,
    **given: Any,
) -> None:
    """Fetch documents by their symbols from the United Nations.

    Each is checked: that it is a document and no error page, that it can be read, and that it bears
    the symbol that was asked for. A file beside each says where it came from and when.
    """
    from onrecord.fetching.addresses import addresses
    from onrecord.fetching.fetch import fetch
    from onrecord.settings import cache_folder, fetch_addresses
    from onrecord.un.symbol import parse_symbol

    wanted = [
        Wanted(parse_symbol(symbol), given["language"], given["format_"]) for symbol in dict.fromkeys(symbols)
    ]
    asked = addresses(fetch_addresses())
    cache = cache_folder() / "fetched"
    if dry_run:
        _tell_plan(wanted, asked, cache, refresh=given["refresh"], pause=given["pause"], as_json=as_json)
        return
    results = Results(door.folder, out if out or to_record else Path(), to_record=to_record, as_json=as_json)
    with watching(len(wanted)) as watch:
        for outcome in fetch(wanted, asked, cache, _manner(watch.wait, watch.receive, given)):
            watch.done(outcome.wanted.symbol.text)
            results.take(outcome)
    click.get_current_context().exit(results.close())


def _manner(on_wait: Any, on_bytes: Any, given: dict[str, Any]) -> Manner:
    from onrecord.fetching.fetch import Manner
    from onrecord.fetching.pace import Pace
    from onrecord.fetching.patience import Patience
    from onrecord.fetching.transfer import Bounds

    return Manner(
        pace=Pace(given["pause"], on_wait=on_wait),
        patience=Patience(given["tries"]),
        bounds=Bounds(int(given["max_mb"] * (1 << 20)), given["max_seconds"]),
        refresh=given["refresh"],
        read=read_apart,
        on_bytes=on_bytes,
    )


def read_apart(path: Path, name: str) -> Document:
    """Read a file in a process of its own: it comes from outside, and may be made to do harm."""
    from onrecord.record.pool import work_on
    from onrecord.record.reading import Limits, Source

    ((_, outcome),) = work_on(read_whole, [Source(path, name)], 1, Limits())
    if isinstance(outcome, InputError):
        raise outcome
    return outcome


def read_whole(source: Source, limits: Limits) -> Document:
    """The work of that process. Errors as `read_document`."""
    from onrecord.documents.read import read_document
    from onrecord.record.reading import check_file

    check_file(source, limits)
    return read_document(Path(source.name), source.path.read_bytes())


def _tell_plan(
    wanted: list[Wanted],
    asked: tuple[Address, ...],
    cache: Path,
    *,
    refresh: bool,
    pause: float,
    as_json: bool,
) -> None:
    from onrecord.fetching.plan import plan

    plans = plan(wanted, asked, cache, refresh=refresh)
    if as_json:
        print_json({"would_ask": [one.as_json() for one in plans], "pause": pause})
        return
    for one in plans:
        named = f"{one.wanted.symbol} ({one.wanted.language}, {one.wanted.format})"
        if one.cached_since:
            click.echo(f"{named}: in the cache since {one.cached_since[:10]}; nobody would be asked")
            continue
        click.echo(f"{named}: would ask, until one gives it:")
        for request in one.requests:
            click.echo(f"  GET {request.url}{f'  through {request.proxy}' if request.proxy else ''}")
    click.echo(
        f"Each request says: User-Agent {plans[0].user_agent}. At least {pause:g} s between two to one host."
    )
