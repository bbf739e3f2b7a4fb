"""`onrecord serve`: the workbench in the browser."""

from __future__ import annotations

from contextlib import suppress

import click

from onrecord.cli.door import Door, pass_door, record_option

EPILOG = """\b
Examples:
  onrecord serve
  onrecord serve --port 8765 --no-browser
  onrecord --record ./china serve

The workbench answers on this computer alone, and only to a browser that opened the address printed here.
Ctrl+C ends it; nothing that was saved is lost."""


@click.command(epilog=EPILOG)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="The port on this computer (default: a free one).",
)
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
@record_option
@pass_door
def command(door: Door, *, port: int, no_browser: bool) -> None:
    """Open the workbench in your browser: everything, for people who never open a terminal."""
    from onrecord.web.serving import serve

    def tell(address: str) -> None:
        click.echo(f"The workbench is open at\n\n    {address}\n")
        click.echo(f"It shows the record at {door.folder}. Leave this window open; Ctrl+C ends it.")

    with suppress(KeyboardInterrupt):
        serve(door.folder, port, tell, browser=not no_browser)
