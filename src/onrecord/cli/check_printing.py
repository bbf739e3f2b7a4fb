"""What `onrecord check` prints for people: findings, quotations, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.printing import counted, print_text

if TYPE_CHECKING:
    from onrecord.letters.decisions import Decided
    from onrecord.letters.model import Check, Evidence, Finding
    from onrecord.record.decisions import Decision

_COLOURS = {"error": "red", "warning": "yellow", "notice": "blue"}
_MOST_WORDS = 400
_BESIDE = 60


def tell(decided: Decided, *, held: bool, show_decided: bool = False) -> None:
    """Findings by severity, then what was word for word, what could not be checked, what led nowhere.

    Findings that people decided are counted, and shown where `show_decided` is set.
    """
    checked = decided.check
    _tell_reading(checked)
    for severity, colour in _COLOURS.items():
        findings = [finding for finding in checked.findings if finding.severity == severity]
        if findings:
            click.secho(counted(len(findings), severity).upper(), bold=True, fg=colour)
            for finding in findings:
                tell_finding(decided, finding)
    if not checked.findings:
        click.echo("No findings." if not decided.decided else "No findings are left to decide.")
    _tell_decided(decided, show_decided=show_decided)
    _tell_quotations(checked)
    _tell_citations(checked)
    if not held:
        click.echo("The record is empty, so that nothing could be held against it: onrecord add FOLDER.")
    elif not checked.documents:
        click.echo("No document that the letter cites is on the record: onrecord add FOLDER.")


def _tell_reading(checked: Check) -> None:
    """What was doubtful about reading the letter's file."""
    if checked.letter.problems:
        click.secho("READING", bold=True)
        for problem in checked.letter.problems:
            print_text(problem, indent="  ")
        click.echo()


def _tell_decided(decided: Decided, *, show_decided: bool) -> None:
    """The decided findings: counted, or with who decided what, when and why."""
    if decided.decided:
        count = len(decided.decided)
        show = "" if show_decided else "; show them with --decided"
        click.echo(f"{counted(count, 'finding was', 'findings were')} decided{show}.")
    if show_decided:
        for finding, decision in decided.decided:
            tell_finding(decided, finding)
            print_text(decision_line(decision), indent="    ")
            click.echo()
    if decided.lapsed:
        count = len(decided.lapsed)
        click.echo(
            f"{counted(count, 'decision fits', 'decisions fit')} no finding any more: the sentence changed, or the "
            "fault is mended (onrecord decisions)."
        )


def decision_line(decision: Decision) -> str:
    """A decision in one line: what, who and how that is known, when, and why."""
    return (
        f"Decision {decision.number}: {decision.verdict} by {decision.who} ({decision.who_from}), "
        f"{decision.at}: {decision.reason}"
    )


def tell_finding(decided: Decided, finding: Finding) -> None:
    """One finding with its words, its evidence, the difference word by word, and its repair."""
    checked = decided.whole
    words = " ".join(checked.letter.text[finding.span.start : finding.span.end].split())
    click.secho(
        f"{decided.number(finding)}. {checked.letter.place_of(finding.span.start)}", bold=True, nl=False
    )
    click.echo(f"  {short(words)}  [{finding.rule}]")
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
        return short(words, _MOST_WORDS)
    start, end = max(words.index("«") - _BESIDE, 0), min(words.rindex("»") + _BESIDE, len(words))
    shown = words[start:end]
    return short(f"{'…' if start else ''}{shown}{'…' if end < len(words) else ''}", 2 * _MOST_WORDS)


def _evidence(checked: Check, evidence: Evidence) -> str:
    place = evidence.place
    if place is not None:
        lead = "para. " if place.paragraph[:1].isdigit() else ""
        where = f"{place.symbol}, {lead}{place.paragraph}" if place.paragraph else place.symbol
        page = f", page {place.page}" if place.page else ""
        words = f": “{short(place.words, _MOST_WORDS)}”" if place.words else ""
        return f"{evidence.why}: {where}{page}{words}"
    if evidence.span is None:
        return evidence.why
    words = " ".join(checked.letter.text[evidence.span.start : evidence.span.end].split())
    return f"{evidence.why}: {checked.letter.place_of(evidence.span.start)}: {short(words, _MOST_WORDS)}"


def short(words: str, most: int = 90) -> str:
    """The words in one line, cut with an ellipsis where there are more characters than `most`."""
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
        for named, reason in dict.fromkeys((c.symbol or short(c.as_written, 60), c.reason) for c in left):
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
            there = checked.letter.place_of(quotation.span.start)
            click.echo(f"  {there}  {at.symbol}, para. {at.paragraph}, "
                       f"page {at.page}: “{short(quotation.text, 60)}”")  # fmt: skip
    if unchecked:
        click.echo(
            f"{counted(len(unchecked), 'quotation')} could not be checked, which does not mean “wrong”:"
        )
    for quotation in unchecked:
        there = checked.letter.place_of(quotation.span.start)
        click.echo(f"  {there}  “{short(quotation.text, 60)}”: {quotation.reason}")
