"""What `onrecord check` prints for people: findings, quotations, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.printing import counted, print_text

if TYPE_CHECKING:
    from onrecord.letters.model import Check, Evidence, Finding

_COLOURS = {"error": "red", "warning": "yellow", "notice": "blue"}
_MOST_WORDS = 400
_BESIDE = 60


def tell(checked: Check, *, held: bool) -> None:
    """Findings by severity, then what was word for word, what could not be checked, what led nowhere."""
    for severity, colour in _COLOURS.items():
        findings = [finding for finding in checked.findings if finding.severity == severity]
        if findings:
            click.secho(counted(len(findings), severity).upper(), bold=True, fg=colour)
            for finding in findings:
                tell_finding(checked, finding)
    if not checked.findings:
        click.echo("No findings.")
    _tell_quotations(checked)
    _tell_citations(checked)
    if not held:
        click.echo("The record is empty, so that nothing could be held against it: onrecord add FOLDER.")
    elif not checked.documents:
        click.echo("No document that the letter cites is on the record: onrecord add FOLDER.")


def tell_finding(checked: Check, finding: Finding) -> None:
    """One finding with its words, its evidence, the difference word by word, and its repair."""
    words = " ".join(checked.letter.text[finding.span.start : finding.span.end].split())
    click.secho(f"line {finding.line}", bold=True, nl=False)
    click.echo(f"  {_short(words)}  [{finding.rule}]")
    print_text(finding.message, indent="    ")
    for evidence in finding.evidence:
        print_text(_evidence(checked, evidence), indent="      ")
    if finding.difference:
        for label, kinds in (("source", ("source",)), ("letter", ("letter", "marked"))):
            print_text(f"{label}  {_side(finding, kinds)}", indent="      ")
    if finding.suggestion:
        print_text(f"→ {finding.suggestion}", indent="    ")
    if finding.repair:
        print_text(f"→ --fix can mend this; it rests on {finding.repair.why}.", indent="    ")
    click.echo()


def _side(finding: Finding, kinds: tuple[str, ...]) -> str:
    """The words of one side of a difference; those that the other side has not stand in « »."""
    shown = "".join(
        f"«{one.words}»" if one.kind in kinds else one.words
        for one in finding.difference
        if one.kind == "same" or one.kind in kinds
    )
    return _cut_alike(shown)


def _cut_alike(words: str) -> str:
    """A long text with only the words about each « »."""
    words = " ".join(words.split())
    if len(words) <= _MOST_WORDS or "«" not in words:
        return _short(words, _MOST_WORDS)
    start, end = max(words.index("«") - _BESIDE, 0), min(words.rindex("»") + _BESIDE, len(words))
    shown = words[start:end]
    return _short(f"{'…' if start else ''}{shown}{'…' if end < len(words) else ''}", 2 * _MOST_WORDS)


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
