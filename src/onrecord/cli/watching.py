"""What a person sees while documents come: how much, of how much, and what is waited for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

_WORTH_TELLING = 5.0


class Watch:
    """Without a terminal, only long waits are told."""

    def wait(self, host: str, seconds: float) -> None:
        """The host is left alone for a while."""
        if seconds >= _WORTH_TELLING:
            click.echo(f"onrecord: waiting {seconds:.0f} s before {host} is asked again.", err=True)

    def receive(self, size: int, total: int) -> None:
        """So many bytes came, of so many in all (0 where that is not known)."""

    def done(self, symbol: str) -> None:
        """A document came, or did not."""


@contextmanager
def watching(documents: int) -> Iterator[Watch]:
    """A line that moves on standard error where a person watches."""
    if not sys.stderr.isatty():
        yield Watch()
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"Fetching 1/{documents}", total=None)

        class Bar(Watch):
            number = 1

            def wait(self, host: str, seconds: float) -> None:
                bar.update(task, description=f"Leaving {host} alone for {seconds:.0f} s")

            def receive(self, size: int, total: int) -> None:
                said = f"Fetching {self.number}/{documents}"
                bar.update(task, description=said, completed=size, total=total or None)

            def done(self, symbol: str) -> None:  # noqa: ARG002 - the line itself is told by the command
                self.number += 1
                bar.reset(task, total=None, description=f"Fetching {min(self.number, documents)}/{documents}")

        yield Bar()
