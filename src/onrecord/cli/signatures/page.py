"""`onrecord signatures page`: a page on which others ask to sign."""

from __future__ import annotations

from contextlib import suppress

import click

from onrecord.cli.door import Door, pass_door, record_option
from onrecord.cli.signatures.options import letter_meant, version_option

EPILOG = """\b
Examples:
  onrecord signatures page spring                              look at it, on this computer alone
  onrecord signatures page spring --address 203.0.113.7 --port 8080
  onrecord signatures page spring --port 8080 --behind-proxy   behind a web server that speaks HTTPS

\b
Nobody is printed before you accept them: onrecord signatures requests LETTER. Ctrl+C ends the page."""


@click.command(epilog=EPILOG)
@click.argument("letter")
@click.option(
    "--address",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Where the page answers; anything but the default shows it to others.",
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The port (default: a free one)."
)
@click.option("--behind-proxy", is_flag=True, help="Take the sender's address from the web server before it.")
@version_option("Which version is shown")
@record_option
@pass_door
def command(door: Door, *, letter: str, address: str, port: int, behind_proxy: bool, sha256: str) -> None:
    """Show one version of a letter on a page of its own, and take requests to sign it.

    The page holds nothing else of the record. Whoever asks sees their name as it would be printed, confirms
    it, and gets a code; how they can be reached is kept apart and never printed.
    """
    from onrecord.letters.signing.versions import version
    from onrecord.record.record import open_record
    from onrecord.web.signing_page.serving import LOOPBACK, serve_signing_page

    with open_record(door.folder, create=False) as record:
        shown = version(record, letter_meant(letter), sha256)

    def tell(opened: str) -> None:
        click.echo(f"The page for signing “{shown.title}” ({shown.sha256[:12]}) is at\n\n    {opened}\n")
        click.echo(
            "It answers this computer alone. To show it to others, name an address: --address ADDRESS"
            if address == LOOPBACK
            else "Everybody who reaches this address sees it. Use a web server that speaks HTTPS before it."
        )

    with suppress(KeyboardInterrupt):
        serve_signing_page(door.folder, shown, tell, address=address, port=port, behind_proxy=behind_proxy)
