"""`onrecord demo`: the main job on the packaged example."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.door import jobs_option
from onrecord.cli.dossier import steps
from onrecord.cli.printing import counted, progress

if TYPE_CHECKING:
    from onrecord.letters.example.run import Demo

EPILOG = """\b
Examples:
  onrecord demo --out demo
  onrecord demo --out demo --documents ~/reports"""


@click.command(epilog=EPILOG)
@click.option(
    "--out", required=True, metavar="DIR", type=click.Path(path_type=Path), help="The folder for all of it."
)
@click.option(
    "--documents",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Hold the letter against the reports in this folder, instead of the packaged excerpts.",
)
@jobs_option
def command(*, out: Path, documents: Path | None, jobs: int | None) -> None:
    """Check a small example letter and write its dossier into a folder, with a record of its own."""
    from onrecord.letters.example.run import run_example
    from onrecord.record.pool import processors

    if documents is None:
        with steps() as on_step:
            demo = run_example(out, on_step=on_step)
    else:
        with progress("Reading") as on_progress:
            demo = run_example(out, documents, on_progress=on_progress, jobs=jobs or processors())
    _tell(demo, documents)


def _tell(demo: Demo, documents: Path | None) -> None:
    for failed in demo.added.failed if demo.added else ():
        click.echo(f"onrecord: {failed.reason} {failed.hint}".rstrip(), err=True)
    check = demo.made.check
    held = "its own excerpts (cards)" if documents is None else f"the documents in {documents}"
    click.echo(
        f"The example letter was held against {held}: {counted(len(check.citations), 'citation')}, "
        f"{counted(len(check.quotations), 'quotation')}, {counted(len(check.findings), 'finding')}."
    )
    click.echo(f"  letter   {demo.letter}")
    click.echo(f"  dossier  {demo.made.files.html}")
    click.echo(f"           {demo.made.files.pdf}")
    click.echo(f"  record   {demo.record}")
    called = _called()
    click.echo(f"Go on with your own: {called} add FOLDER-OF-REPORTS, then {called} dossier LETTER --out DIR")
    click.echo(
        f"Or open the workbench in your browser: {called} --record {shlex.quote(str(demo.record))} serve"
    )


def _called() -> str:
    """How this command was called, so that what is said next can be typed as it stands."""
    path = Path(sys.argv[0])
    return str(path) if path.name == "onrecord" and not shutil.which("onrecord") else "onrecord"
