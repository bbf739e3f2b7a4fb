"""Words on standard output: tables for people at a terminal, plain lines for pipes, JSON for programs."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

OnProgress = Callable[[int, int, Path], None]
_WIDEST = 100


def print_json(value: Any) -> None:
    """One JSON value, indented, with letters of every script as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_json_lines(values: Sequence[Any]) -> None:
    """One JSON value a line."""
    for value in values:
        click.echo(json.dumps(value, ensure_ascii=False))


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table at a terminal; in a pipe, one line a row with tabs between, and no headings."""
    if not sys.stdout.isatty():
        for row in rows:
            click.echo("\t".join(row))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, header_style="bold")
    for number, heading in enumerate(headings):
        table.add_column(heading, no_wrap=number == 0, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def print_entries(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows whose last cell is running text: at a terminal it stands below the others, folded at words."""
    if not sys.stdout.isatty():
        print_table(headings, rows)
        return
    for row in rows:
        *cells, words = row
        named = (
            cell if heading in {"State", "what", "position"} else f"{heading} {cell}"
            for heading, cell in zip(headings, cells, strict=True)
            if cell
        )
        click.secho(" · ".join(named), bold=True)
        print_text(words, indent="    ")


def print_text(text: str, *, indent: str = "") -> None:
    """Running text, wrapped at a terminal's width and left whole in a pipe."""
    if not sys.stdout.isatty():
        click.echo(f"{indent}{text}")
        return
    width = min(shutil.get_terminal_size()[0], _WIDEST)
    click.echo(click.wrap_text(text, width, indent, indent))


def counted(number: int, thing: str, things: str = "") -> str:
    """A number with its thing: "1 file", "2 files"."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


@contextmanager
def progress(doing: str) -> Iterator[OnProgress | None]:
    """A bar on standard error where a person watches; None where nobody does."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None, name="")

        def tell(done: int, total: int, path: Path) -> None:
            bar.update(task, completed=done, total=total, name=path.name)

        yield tell
