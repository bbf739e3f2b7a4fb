"""`onrecord decide`: a finding accepted or dismissed, with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from onrecord.cli.door import Door, json_option, known_as_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.letters.decisions import Decided
    from onrecord.letters.model import Finding

EPILOG = """\b
WHICH is the number that `onrecord check LETTER` prints before a finding, or the name of its rule where
the letter has one such finding (with --all: every one of that rule).

\b
Examples:
  onrecord decide letter.txt 12 --dismiss --reason "the source in Korean has it so"
  onrecord decide letter.txt omitted_entry --all --accept --reason "the letter is on refugees alone"

\b
A decided finding is hidden, and comes back when its sentence or its source changes. Nothing is ever
deleted: onrecord decisions lists, onrecord withdraw takes back."""


class _Chosen(TypedDict):
    """The options of the call."""

    verdict: str | None
    reason: str
    every: bool
    about: str
    who: str | None
    known_as: str
    as_json: bool


@click.command(epilog=EPILOG)
@click.argument("letter", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("which", nargs=-1, required=True)
@click.option("--accept", "verdict", flag_value="accepted", help="The finding is right; the sentence stays.")
@click.option("--dismiss", "verdict", flag_value="dismissed", help="The finding is wrong here.")
@click.option("--reason", required=True, metavar="TEXT", help="Why, for whoever reads it next.")
@click.option("--all", "every", is_flag=True, help="Every finding of the rule.")
@click.option("--about", default="", metavar="TOPIC", help="The topic, where the check was given one.")
@click.option("--who", metavar="NAME", help="Who decides (else ONRECORD_WHO, else your login name).")
@known_as_option
@record_option
@json_option
@pass_door
def command(door: Door, /, letter: Path, which: tuple[str, ...], **chosen: Unpack[_Chosen]) -> None:
    """Accept or dismiss findings of a letter, with the reason; who and when are kept."""
    from onrecord.cli.check_printing import decision_line
    from onrecord.letters.check import check
    from onrecord.letters.decisions import decide, with_decisions
    from onrecord.letters.decisions.as_json import decision_as_json
    from onrecord.letters.read import read_letter
    from onrecord.record.record import open_record
    from onrecord.settings import who

    verdict = chosen["verdict"]
    if verdict is None:
        raise UsageError("Say what you decide.", hint="Add --accept (it stays) or --dismiss (no fault).")
    with open_record(door.folder, create=False) as record:
        checked = check(read_letter(letter), record, topic=chosen["about"])
        decided = with_decisions(checked, record, known_as=chosen["known_as"])
        findings = list(
            dict.fromkeys(f for one in which for f in _named(decided, one, every=chosen["every"]))
        )
        made = [
            decide(
                record,
                checked,
                finding,
                verdict=verdict,
                reason=chosen["reason"],
                who=who(chosen["who"]),
                known_as=chosen["known_as"],
            )
            for finding in findings
        ]
    if chosen["as_json"]:
        print_json([decision_as_json(decision) for decision in made])
        return
    for decision in made:
        click.echo(f"line {decision.line} [{decision.rule}] {decision.message}")
        click.echo(f"    {decision_line(decision)}")


def _named(decided: Decided, which: str, *, every: bool) -> list[Finding]:
    """The findings that a number or a rule's name means. UsageError where that is none, or not one."""
    findings = decided.whole.findings
    if which.isdecimal():
        if not 1 <= int(which) <= len(findings):
            raise UsageError(
                f"The letter has no finding {which}; it has {len(findings)}.",
                hint="The numbers are those of: onrecord check LETTER",
            )
        return [findings[int(which) - 1]]
    named = [finding for finding in decided.check.findings if finding.rule == which]
    if not named:
        raise UsageError(
            f"The letter has no finding of a rule “{which}” that nobody decided.",
            hint="The names stand in [ ] in: onrecord check LETTER",
        )
    if len(named) > 1 and not every:
        numbers = ", ".join(str(decided.number(finding)) for finding in named)
        raise UsageError(
            f"The letter has {len(named)} findings of {which}: numbers {numbers}.",
            hint="Name the number, or add --all.",
        )
    return named
