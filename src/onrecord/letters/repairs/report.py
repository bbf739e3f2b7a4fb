"""What mending a letter did, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.letters.check.as_json import check_as_json, finding_as_json
from onrecord.letters.model import Finding
from onrecord.letters.repairs.job import Mended


def mended_in_words(mended: Mended, letter: Path, new: Path) -> str:
    """The list of changes as plain text: each with its line, the words before and after, and on what it rests."""
    return "\n".join(_lines(mended, letter, new)) + "\n"


def _lines(mended: Mended, letter: Path, new: Path) -> Iterator[str]:
    yield f"{_counted(len(mended.made), 'repair was', 'repairs were')} made in {new.name}, from {letter.name}."
    if not mended.plain:
        yield f"{letter.name} is no plain text: {new.name} holds its text alone. Carry the changes over by hand."
    yield ""
    for number, made in enumerate(mended.made, 1):
        repair = made.finding.repair
        yield f"{number}. {made.finding.message} [{made.finding.rule}]"
        emptied = [str(line) for line, before, after in made.changes if not before and not after]
        if emptied:
            yield f"   spaces taken out of line{'s' if len(emptied) > 1 else ''} {', '.join(emptied)}"
        for line, before, after in made.changes:
            if before or after:
                yield f"   line {line}: {before or '(nothing)'}"
                yield f"         → {after or '(nothing)'}"
        yield f"   This rests on {repair.why}." if repair else ""
    yield ""
    if mended.left:
        yield f"Not made: {_counted(len(mended.left), 'repair', 'repairs')}."
        yield from (f"   line {finding.line} [{finding.rule}]: {why}" for finding, why in mended.left)
    yield f"Checked again: {_counted(len(mended.gone), 'finding is', 'findings are')} gone."
    yield from _named(mended.gone)
    if mended.came:
        yield f"{_counted(len(mended.came), 'finding', 'findings')} came new:"
        yield from _named(mended.came)
    else:
        yield "None came new."
    yield f"{_counted(len(mended.check.findings), 'finding is', 'findings are')} left to look at."


def _named(findings: tuple[Finding, ...]) -> Iterator[str]:
    return (f"   line {finding.line} [{finding.rule}] {finding.message}" for finding in findings)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def mended_as_json(mended: Mended, new: Path | None, listed: Path | None) -> dict[str, Any]:
    """What was done as plain values, with the check of the new text; the files are null where none was written."""
    return {
        "file": str(new) if new else None,
        "changes": str(listed) if listed else None,
        "plain": mended.plain,
        "repairs": [
            {
                "rule": made.finding.rule,
                "message": made.finding.message,
                "why": made.finding.repair.why if made.finding.repair else "",
                "edits": [
                    {"line": line, "before": before, "after": after} for line, before, after in made.changes
                ],
            }
            for made in mended.made
        ],
        "not_made": [
            {"rule": finding.rule, "line": finding.line, "message": finding.message, "reason": why}
            for finding, why in mended.left
        ],
        "gone": [{"rule": f.rule, "line": f.line, "message": f.message} for f in mended.gone],
        "came": [finding_as_json(mended.check, finding) for finding in mended.came],
        "check": check_as_json(mended.check),
    }
