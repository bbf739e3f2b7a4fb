"""From a checked letter to a mended file: what was changed, what is gone, and whether anything came new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.citations.model import Span
from onrecord.errors import UsageError
from onrecord.letters.model import Check, Edit, Finding, Letter
from onrecord.letters.read import parse_letter
from onrecord.letters.repairs.apply import Applied, apply_repairs
from onrecord.letters.repairs.original import Original, original_of

Recheck = Callable[[Letter], Check]


@dataclass(frozen=True, slots=True)
class MadeRepair:
    """A repair that was made: its finding, and each edit as (line, words before, words after)."""

    finding: Finding
    changes: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """A letter's text after its repairs, checked anew.

    `left` are findings whose repair was not made, each with the reason. `gone` are the findings that the
    new check has no more, `came` those that it has and the old one had not. `data` are the bytes of the
    new file; `plain` says that the letter's own file was plain text, which they keep in encoding and line
    ends.
    """

    check: Check
    data: bytes
    plain: bool
    made: tuple[MadeRepair, ...]
    left: tuple[tuple[Finding, str], ...]
    gone: tuple[Finding, ...]
    came: tuple[Finding, ...]


def mend(path: Path, checked: Check, recheck: Recheck) -> Mended:
    """The letter at `path` with every repair that its findings offer, as far as they do not meet.

    `recheck` checks the new text as the old one was checked. A repair after which something new is found is
    taken back. Nothing is written.
    """
    letter = checked.letter
    original = original_of(path, letter)
    offered = [finding for finding in checked.findings if finding.repair is not None]
    left: list[tuple[Finding, str]] = []
    for finding in list(offered):
        if original is not None and not original.can_hold("".join(e.text for e in _edits(finding))):
            offered.remove(finding)
            left.append((finding, f"its words cannot be written in the file's encoding, {original.codec}"))
    while True:
        applied = apply_repairs(letter.text, [f.repair for f in offered if f.repair is not None])
        after = recheck(parse_letter(applied.text, letter.name))
        gone, came = _compared(checked, after, applied)
        to_blame = _to_blame(offered, applied, came, after)
        if not came or not to_blame:
            break
        left += [(finding, "with it, something new would be found") for finding in to_blame]
        offered = [finding for finding in offered if finding not in to_blame]
    left += [(offered[i], "it meets another repair; check again and mend once more") for i in applied.left]
    return Mended(
        check=after,
        data=_bytes(original, applied),
        plain=original is not None,
        made=tuple(MadeRepair(offered[i], _changes(letter, offered[i])) for i in applied.done),
        left=tuple(left),
        gone=gone,
        came=came,
    )


def place_for(path: Path, out: Path | None, mended: Mended, *, force: bool) -> tuple[Path, Path]:
    """Where the new letter and the list of changes go: `out`, else beside the letter as NAME.repaired.

    Raises UsageError where that is the letter itself, or where a file stands there and `force` is not given.
    """
    ending = path.suffix if mended.plain else ".txt"
    new = out or path.with_name(f"{path.stem}.repaired{ending}")
    listed = new.with_name(f"{new.stem}.changes.txt")
    if path.exists() and new.exists() and new.samefile(path):
        raise UsageError("A letter is never mended in place.", hint="Name another file with --out.")
    for file in (new, listed):
        if file.exists() and not force:
            raise UsageError(f"{file} exists.", hint="Name another file with --out, or add --force.")
    return new, listed


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.repair.edits if finding.repair else ()


def _bytes(original: Original | None, applied: Applied) -> bytes:
    return original.with_edits(applied.edits) if original else applied.text.encode("utf-8", "surrogatepass")


def _changes(letter: Letter, finding: Finding) -> tuple[tuple[int, str, str], ...]:
    return tuple((letter.line_of(edit.span.start), *_around(letter.text, edit)) for edit in _edits(finding))


def _around(text: str, edit: Edit) -> tuple[str, str]:
    """The words before and after an edit, widened to whole words, so that a hyphen or comma shows."""
    start, end = edit.span
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    after = text[start : edit.span.start] + edit.text + text[edit.span.end : end]
    return " ".join(text[start:end].split()), " ".join(after.split())


def _compared(
    before: Check, after: Check, applied: Applied
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that are gone, and those that came: alike are those of one rule at one place.

    What is told once for the whole letter stands at its first place, which may be another now.
    """
    done = {id(f) for f in _repaired(before.findings, applied)}
    old = list(before.findings)
    came: list[Finding] = []
    for new in after.findings:
        same = [one for one in old if one.rule == new.rule]
        here = [one for one in same if _touch(applied.moved(one.span), new.span)]
        elsewhere = [one for one in same if id(one) not in done or len(_edits(one)) > 1]
        known = (here or elsewhere)[:1]
        if known:
            old.remove(known[0])
        else:
            came.append(new)
    return tuple(old), tuple(came)


def _repaired(findings: Sequence[Finding], applied: Applied) -> list[Finding]:
    return [f for f in findings if f.repair and all(edit in applied.edits for edit in f.repair.edits)]


def _to_blame(
    offered: Sequence[Finding], applied: Applied, came: Sequence[Finding], after: Check
) -> list[Finding]:
    """The findings whose repairs stand on a line where something new was found, or else every one made."""
    made = [offered[i] for i in applied.done]
    lines = {after.letter.line_of(finding.span.start) for finding in came}
    lines |= {after.letter.line_of(e.span.start) for f in came for e in f.evidence if e.span}
    near = [
        finding
        for finding in made
        if any(after.letter.line_of(applied.moved(edit.span).start) in lines for edit in _edits(finding))
    ]
    return near or (made if came else [])


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
