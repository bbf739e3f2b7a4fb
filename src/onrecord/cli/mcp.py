"""`onrecord mcp`: the record for programs that speak the Model Context Protocol."""

from __future__ import annotations

import click

from onrecord.cli.door import Door, pass_door, record_option

EPILOG = """\b
The tools, all of them read-only:
  documents    what is on the record
  search       words and phrases
  show         a pinpoint, verbatim
  trace        a topic through the reviews of a State
  check_text   a text held against the record

\b
Examples:
  onrecord mcp
  onrecord --record ~/china mcp

\b
For a program that keeps its servers in a file:
  {"mcpServers": {"onrecord": {"command": "onrecord", "args": ["mcp"]}}}

Nothing is sent over a network by On Record. The program that calls it may send what it is told elsewhere:
look at where it does before you let it read letters about people in danger."""


@click.command(epilog=EPILOG)
@record_option
@pass_door
def command(door: Door) -> None:
    """Answer a program over standard input and output until its input ends."""
    from onrecord.mcp_server.server import make_server
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False):
        """Tell of a record that cannot be opened now, and not at the first question."""
    make_server(door.folder).run("stdio")
