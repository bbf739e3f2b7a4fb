"""What every command shares: where the record is, how JSON is asked for, how failures are told."""

from __future__ import annotations

import importlib
import keyword
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import click

from onrecord.errors import OnRecordError
from onrecord.settings import record_folder

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass
class Door:
    """The choices that hold for the whole call."""

    record: str | None = None

    @property
    def folder(self) -> Path:
        """The folder of the record that was named, or of the user's own."""
        return record_folder(self.record)

    def watch_for_faults(self, *, debug: bool) -> None:
        """Tell of an exception that nobody foresaw in one line; with `debug`, with its traceback."""

        def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
            if debug:
                sys.__excepthook__(kind, fault, trace)
            click.echo(
                f"onrecord: a fault of On Record, not yours ({kind.__name__}: {fault}). Nothing stored was "
                "harmed. To see where: onrecord --debug and the same command; please report it.",
                err=True,
            )
            # Python would end with 1, which stands for findings.
            sys.exit(3)

        sys.excepthook = tell


class LazyGroup(click.Group):
    """A group that loads a command's file when the command is called.

    `commands_by_name` maps each name to its line in the help; the command is the `command` of the
    module of that name in `package`.
    """

    def __init__(
        self, *args: Any, commands_by_name: Mapping[str, str], package: str = "onrecord.cli", **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.commands_by_name = commands_by_name
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands, in the order of their table."""
        return list(self.commands_by_name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load the command; None where there is none of that name."""
        if cmd_name not in self.commands_by_name:
            return None
        # A file cannot be called "import" or "ask-again" and be imported by its name.
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name.replace("-", "_")
        found = importlib.import_module(f"{self.package}.{name}").command
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.commands_by_name.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what On Record foresees is one line for a person and a status for a program."""
        try:
            return super().invoke(ctx)
        except OnRecordError as error:
            click.echo(f"onrecord: {error}", err=True)
            ctx.exit(error.exit_status)


def _remember_record(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value:
        ctx.ensure_object(Door).record = value


def record_option(command: Command) -> Command:
    """`--record PATH`, before or after the command's name."""
    return click.option(
        "--record",
        metavar="PATH",
        expose_value=False,
        callback=_remember_record,
        help="The folder of the record (else ONRECORD_RECORD, else your own).",
    )(command)


def json_option(command: Command) -> Command:
    """`--json`: one JSON value on standard output."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")(command)


def known_as_option(command: Command) -> Command:
    """`--as NAME`: under which name decisions know a letter whose file was renamed."""
    return click.option(
        "--as",
        "known_as",
        default="",
        metavar="NAME",
        help="The name under which the letter was decided, if its file bears another now.",
    )(command)


def jobs_option(command: Command) -> Command:
    """`--jobs N`: how many processes read."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Processes that read at the same time (default: one for each processor).",
    )(command)


def seconds_option(command: Command) -> Command:
    """`--max-seconds N`: how long one file may take."""
    return click.option(
        "--max-seconds",
        type=click.FloatRange(min=0),
        default=120.0,
        show_default=True,
        metavar="N",
        help="How long one file may take, and again for each 10 MB; 0 for no bound.",
    )(command)


pass_door = click.make_pass_decorator(Door, ensure=True)
