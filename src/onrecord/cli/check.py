"""`onrecord check`: a letter held against the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json, print_text

if TYPE_CHECKING:
    from onrecord.letters.model import Check, Evidence, Finding

EPILOG = """\b
Examples:
  onrecord check letter.txt                          what is wrong, and where
  onrecord check letter.txt --json                   citations, quotations and findings for programs
  onrecord check letter.txt --about non-refoulement  look for omissions on this topic
  onrecord check letter.txt --without reissue_date   leave a rule out

\b
Exit status: 0 at most notices, 1 errors or warnings, 2 wrong use, 3 broken input."""

_COLOURS = {"error": "red", "warning": "yellow", "notice": "blue"}
_MOST_WORDS = 400


@click.command(epilog=EPILOG)
@click.argument("letter", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--about", default="", metavar="TOPIC", help="The topic by which omissions are looked for.")
@click.option("--without", multiple=True, metavar="RULE", help="Leave this rule out (can be repeated).")
@record_option
@json_option
@pass_door
def command(door: Door, /, *, letter: Path, about: str, without: tuple[str, ...], as_json: bool) -> None:
    """Hold every citation and quotation of a letter against the record."""
    from onrecord.letters.check import check
    from onrecord.letters.check.as_json import check_as_json
    from onrecord.letters.read import read_letter
    from onrecord.record.record import open_record

    read = read_letter(letter)
    with open_record(door.folder, create=False) as record:
        checked = check(read, record, topic=about, without=without)
        held = bool(record.documents())
    if as_json:
        print_json(check_as_json(checked))
    else:
        _tell(checked, held=held)
    grave = any(finding.severity != "notice" for finding in checked.findings)
    click.get_current_context().exit(1 if grave else 0)


def _tell(checked: Check, *, held: bool) -> None:
    for severity, colour in _COLOURS.items():
        findings = [finding for finding in checked.findings if finding.severity == severity]
        if findings:
            click.secho(counted(len(findings), severity).upper(), bold=True, fg=colour)
            for finding in findings:
                _tell_finding(checked, finding)
    if not checked.findings:
        click.echo("No findings.")
    _tell_quotations(checked)
    _tell_citations(checked)
    if not held:
        click.echo("The record is empty, so that nothing could be held against it: onrecord add FOLDER.")
    elif not checked.documents:
        click.echo("No document that the letter cites is on the record: onrecord add FOLDER.")


def _tell_finding(checked: Check, finding: Finding) -> None:
    words = " ".join(checked.letter.text[finding.span.start : finding.span.end].split())
    click.secho(f"line {finding.line}", bold=True, nl=False)
    click.echo(f"  {_short(words)}  [{finding.rule}]")
    print_text(finding.message, indent="    ")
    for evidence in finding.evidence:
        print_text(_evidence(checked, evidence), indent="      ")
    if finding.suggestion:
        print_text(f"→ {finding.suggestion}", indent="    ")
    click.echo()


def _evidence(checked: Check, evidence: Evidence) -> str:
    place = evidence.place
    if place is not None:
        lead = "para. " if place.paragraph[:1].isdigit() else ""
        where = f"{place.symbol}, {lead}{place.paragraph}" if place.paragraph else place.symbol
        page = f", page {place.page}" if place.page else ""
        return f"{evidence.why}: {where}{page}: “{_short(place.words, _MOST_WORDS)}”"
    if evidence.span is None:
        return evidence.why
    words = " ".join(checked.letter.text[evidence.span.start : evidence.span.end].split())
    return f"{evidence.why}: line {checked.letter.line_of(evidence.span.start)}: {_short(words, _MOST_WORDS)}"


def _short(words: str, most: int = 90) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _and_marked(count: int) -> str:
    """The quotations whose changes the letter marks, counted apart."""
    return f", {count} more with changes that the letter marks" if count else ""


def _tell_citations(checked: Check) -> None:
    """The citations that lead nowhere yet, counted, each named once with its reason."""
    said = {
        "unresolved": "{} could not be resolved:",
        "not_on_record": "{} not on the record, which does not mean “wrong”:",
    }
    open_ones = [c for c in checked.citations if c.status in said and c.kind != "other"]
    if open_ones:
        click.secho("CITATIONS", bold=True)
    for status, words in said.items():
        left = [c for c in open_ones if c.status == status]
        if not left:
            continue
        click.echo(words.format(counted(len(left), "citation")))
        for named, reason in dict.fromkeys((c.symbol or _short(c.as_written, 60), c.reason) for c in left):
            click.echo(f"  {named}: {reason}" if status == "unresolved" else f"  {named}")


def _tell_quotations(checked: Check) -> None:
    exact = [q for q in checked.quotations if q.verdict == "verbatim"]
    marked = [q for q in checked.quotations if q.verdict == "verbatim_with_marked_changes"]
    unchecked = [q for q in checked.quotations if q.verdict == "cannot_check"]
    click.secho("QUOTATIONS", bold=True)
    click.echo(
        f"{len(exact)} of {counted(len(checked.quotations), 'quotation')} word for word on the record{_and_marked(len(marked))}."
    )
    for quotation in sorted([*exact, *marked], key=lambda one: one.span):
        at = quotation.at
        if at is not None:
            line = checked.letter.line_of(quotation.span.start)
            click.echo(f"  line {line}  {at.symbol}, para. {at.paragraph}, "
                       f"page {at.page}: “{_short(quotation.text, 60)}”")  # fmt: skip
    if unchecked:
        click.echo(
            f"{counted(len(unchecked), 'quotation')} could not be checked, which does not mean “wrong”:"
        )
    for quotation in unchecked:
        line = checked.letter.line_of(quotation.span.start)
        click.echo(f"  line {line}  “{_short(quotation.text, 60)}”: {quotation.reason}")
