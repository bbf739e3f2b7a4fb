"""`onrecord add`: files and folders onto the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.door import Door, jobs_option, json_option, pass_door, record_option, seconds_option
from onrecord.cli.printing import counted, print_json, progress

if TYPE_CHECKING:
    from onrecord.record.add import AddReport

EPILOG = """\b
Examples:
  onrecord add report.pdf
  onrecord add ~/reports --jobs 4
  onrecord --record ./china add A_HRC_11_25.pdf A_HRC_25_5.pdf

A stopped `add` goes on where it was when it is run again; what is there already is passed by."""


@click.command(epilog=EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@jobs_option
@seconds_option
@record_option
@json_option
@pass_door
def command(
    door: Door, *, paths: tuple[Path, ...], jobs: int | None, max_seconds: float, as_json: bool
) -> None:
    """Put files and folders on the record.

    A file that cannot be read is named with the reason, and the rest goes on.
    """
    from onrecord.record.add import add_paths
    from onrecord.record.pool import processors
    from onrecord.record.reading import Limits
    from onrecord.record.record import open_record

    limits = Limits(seconds=max_seconds)
    with open_record(door.folder) as record, progress("Adding") as on_progress:
        try:
            report = add_paths(
                record, paths, jobs=jobs or processors(), on_progress=on_progress, limits=limits
            )
        except KeyboardInterrupt:
            click.echo("Stopped. What was added stays; the same command goes on from here.", err=True)
            raise
    for failed in report.failed:
        click.echo(f"onrecord: {failed.reason} {failed.hint}".rstrip(), err=True)
    if as_json:
        print_json(_report_as_json(report))
    else:
        _tell(report, door.folder)
    click.get_current_context().exit(_status(report))


def _status(report: AddReport) -> int:
    if not report.failed:
        return 0
    return 1 if report.added or report.already else 3


def _tell(report: AddReport, folder: Path) -> None:
    parts = [f"{counted(len(report.added), 'document')} added"]
    if report.already:
        parts.append(f"{len(report.already)} already there")
    if report.failed:
        parts.append(f"{len(report.failed)} could not be read")
    if report.passed_over:
        parts.append(f"{counted(len(report.passed_over), 'file')} of other kinds passed over")
    click.echo(f"{', '.join(parts)} (record: {folder}).")
    for added in report.added:
        if added.editions > 1:
            click.echo(
                f"{added.symbol}: {added.path.name} is one of {added.editions} editions on the record; "
                f"{added.counts} counts."
            )


def _report_as_json(report: AddReport) -> dict[str, Any]:
    return {
        "added": [
            {
                "path": str(added.path),
                "symbol": added.symbol,
                "title": added.title,
                "kind": added.kind,
                "entries": added.entries,
                "editions": added.editions,
                "counts": added.counts,
            }
            for added in report.added
        ],
        "already": [str(path) for path in report.already],
        "failed": [
            {"path": str(failed.path), "reason": failed.reason, "hint": failed.hint}
            for failed in report.failed
        ],
        "passed_over": [str(path) for path in report.passed_over],
    }
