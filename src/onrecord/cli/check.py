"""`onrecord check`: a letter held against the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from onrecord.cli.door import Door, json_option, known_as_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.letters.decisions import Decided
    from onrecord.letters.model import Letter
    from onrecord.letters.repairs.job import Mended

EPILOG = """\b
Examples:
  onrecord check letter.txt                          what is wrong, and where
  onrecord check letter.docx                         footnotes, tracked changes and comments are told apart
  onrecord check saved-page.html                     the letter is found among menus and comments
  onrecord check letter.txt --json                   citations, quotations and findings for programs
  onrecord check letter.txt --about non-refoulement  look for omissions on this topic
  onrecord check letter.txt --without reissue_date   leave a rule out
  onrecord check letter.txt --fix                    mend what the record decides, in a new file
  onrecord check letter.txt --decided                show what was accepted or dismissed, too
  onrecord check letter.txt --sarif letter.sarif     for editors that show findings in the text

\b
Exit status: 0 at most notices, 1 errors or warnings that nobody decided, 2 wrong use, 3 broken input."""


class _Chosen(TypedDict):
    """The options of the call."""

    about: str
    without: tuple[str, ...]
    fix: bool
    out: Path | None
    force: bool
    decided: bool
    known_as: str
    sarif: Path | None
    annotations: Path | None
    as_json: bool


@click.command(epilog=EPILOG)
@click.argument("letter", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--about", default="", metavar="TOPIC", help="The topic by which omissions are looked for.")
@click.option("--without", multiple=True, metavar="RULE", help="Leave this rule out (can be repeated).")
@click.option("--fix", is_flag=True, help="Write a mended letter and a list of the changes, never in place.")
@click.option(
    "--out",
    metavar="NEW",
    type=click.Path(path_type=Path),
    help="With --fix: the new file (else NAME.repaired).",
)
@click.option("--force", is_flag=True, help="With --fix: write over files that are there.")
@click.option("--decided", is_flag=True, help="Show the findings that were accepted or dismissed, too.")
@click.option(
    "--sarif",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write the check as SARIF 2.1.0, which editors show.",
)
@click.option(
    "--annotations",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write the check as W3C Web Annotations (JSON-LD).",
)
@known_as_option
@record_option
@json_option
@pass_door
def command(door: Door, /, letter: Path, **chosen: Unpack[_Chosen]) -> None:
    """Hold every citation and quotation of a letter against the record.

    LETTER is plain text, Markdown, Word (DOCX, DOC), RTF, a saved web page or a PDF with a text layer; which
    of them is told by its bytes, whatever its name.
    """
    from onrecord.cli.check_printing import tell
    from onrecord.letters.check import check
    from onrecord.letters.check.kept import Kept
    from onrecord.letters.decisions import with_decisions
    from onrecord.letters.decisions.as_json import decided_as_json
    from onrecord.letters.read import read_letter
    from onrecord.letters.repairs.job import mend
    from onrecord.record.record import open_record

    about, without = chosen["about"], chosen["without"]
    mended = None
    with open_record(door.folder, create=False) as record:
        kept = Kept(record)

        def look(read: Letter) -> Decided:
            checked = check(read, kept, topic=about, without=without)
            return with_decisions(checked, record, known_as=chosen["known_as"])

        decided = look(read_letter(letter))
        if chosen["fix"]:
            mended = mend(letter, decided.check, lambda new: look(new).check)
        held = bool(kept.documents())
    _export(letter, decided, chosen["sarif"], chosen["annotations"])
    checked = mended.check if mended else decided.check
    if mended is not None:
        _write_mended(letter, mended, chosen["out"], force=chosen["force"], as_json=chosen["as_json"])
    elif chosen["as_json"]:
        print_json(decided_as_json(decided))
    else:
        tell(decided, held=held, show_decided=chosen["decided"])
    grave = any(finding.severity != "notice" for finding in checked.findings)
    click.get_current_context().exit(1 if grave else 0)


def _write_mended(letter: Path, mended: Mended, out: Path | None, *, force: bool, as_json: bool) -> None:
    """The new letter and the list of its changes on the disk; what was done is told."""
    from onrecord.letters.repairs.job import place_for
    from onrecord.letters.repairs.report import mended_as_json, mended_in_words
    from onrecord.letters.writing import write_whole

    if not mended.made:
        if as_json:
            print_json(mended_as_json(mended, None, None))
        else:
            click.echo("No repair could be made, so that no file was written.")
            _tell_left(mended)
        return
    new, listed = place_for(letter, out, mended, force=force)
    write_whole(new, mended.data)
    write_whole(listed, mended_in_words(mended, letter, new).encode())
    if as_json:
        print_json(mended_as_json(mended, new, listed))
        return
    click.echo(mended_in_words(mended, letter, new), nl=False)
    click.echo(f"The letter itself was not touched. This list: {listed}")


def _tell_left(mended: Mended) -> None:
    for finding, why in mended.left:
        click.echo(f"  line {finding.line} [{finding.rule}]: {why}")


def _export(letter: Path, decided: Decided, sarif: Path | None, annotations: Path | None) -> None:
    """The check of the letter as it is, for other programs; files of an earlier check are replaced."""
    import json

    from onrecord.letters.writing import write_whole

    for file in (sarif, annotations):
        if file is not None and file.exists() and file.samefile(letter):
            raise UsageError(f"{file} is the letter itself.", hint="Name another file.")
    if sarif is not None:
        from onrecord.letters.exchange.sarif import as_sarif, uri_of
        from onrecord.letters.repairs.original import original_of

        log = as_sarif(decided, uri_of(letter), original_of(letter, decided.whole.letter))
        write_whole(sarif, json.dumps(log, ensure_ascii=False, indent=1).encode())
    if annotations is not None:
        from onrecord.letters.exchange.annotations import as_annotations
        from onrecord.letters.exchange.sarif import uri_of

        collection = as_annotations(decided, uri_of(letter))
        write_whole(annotations, json.dumps(collection, ensure_ascii=False, indent=1).encode())
