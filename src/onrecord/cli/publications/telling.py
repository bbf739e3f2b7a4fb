"""A publication in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.printing import counted

if TYPE_CHECKING:
    from onrecord.letters.signing.publications import Publication


def tell(one: Publication) -> None:
    """Everything that is kept of a publication but its words."""
    from onrecord.letters.signing.checking import counts_of

    click.echo(f"no. {one.id}: “{one.letter}” to {one.recipient}, {one.sent}{_behind(one.channel)}")
    click.echo(f"  words {one.version_sha256}")
    for language, counts in counts_of(one.check_result).items():
        told = ", ".join(counted(many, severity) for severity, many in counts.items())
        click.echo(f"  check of {one.filed[:10]} ({language}): {told}")
    names = [" / ".join(signed["names"].values()) for signed in one.signatories]
    click.echo(f"  {counted(len(names), 'signatory', 'signatories')}{_behind('; '.join(names))}")
    for file in one.files:
        click.echo(f"  file {file.name}: {file.path}")
    if one.remark:
        click.echo(f"  {one.remark}")
    for reply in one.replies:
        click.echo(f"  reply of {reply.received} from {reply.sender}: {reply.words}")
        if reply.file:
            click.echo(f"    file {reply.file.name}: {reply.file.path}")
    if not one.replies:
        click.echo("  No reply is filed.")


def _behind(words: str) -> str:
    return f": {words}" if words else ""
