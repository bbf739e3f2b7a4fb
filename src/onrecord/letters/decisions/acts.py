"""What people did in a letter on the desk, in order: what can be taken back, and what can be done again.

A saved version and a decision about a finding are acts alike. Nothing is kept for this but the rows themselves:
taking back adds a version or a decision, marked as such, so that the history stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from onrecord.errors import UsageError
from onrecord.letters.decisions.decided import letter_key
from onrecord.record.decisions import (
    WITHDRAWN,
    Decision,
    decision_numbered,
    keep_decision,
    kept_decisions,
)
from onrecord.record.drafts import DraftVersion, draft, save_version, text_of, versions
from onrecord.record.record import Record
from onrecord.settings import Who
from onrecord.told import tell

TAKEN_BACK, REDONE = "taken back", "redone"
"""Why a version was saved that takes back the act before it, and that does it again."""
_DECIDED = {TAKEN_BACK: "workbench, undo", REDONE: "workbench, redo"}
"""The same of decisions, beside where the name came from."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act in a letter: `name` tells it from others ("v12", "d3").

    `what` is why the version was saved ("edited", "repaired", "undone") or the verdict of the decision.
    `before` is the version that stood before, 0 for a decision. `mark` is TAKEN_BACK or REDONE where the act does
    so with the one named `of`, else both are "".
    """

    name: str
    what: str
    version: int = 0
    before: int = 0
    decision: Decision | None = None
    mark: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Acts:
    """Every act by its name; the acts that hold and those taken back, the last of each first to go."""

    every: dict[str, Act]
    done: tuple[Act, ...] = ()
    undone: tuple[Act, ...] = ()

    @property
    def last(self) -> Act | None:
        """The act that Undo takes back."""
        return self.done[-1] if self.done else None

    @property
    def next(self) -> Act | None:
        """The act that Redo does again."""
        return self.undone[-1] if self.undone else None

    def meant(self, name: str) -> Act | None:
        """The act of this name, or the one that it took back or did again."""
        found = self.every.get(name)
        return self.every.get(found.of, found) if found else None


def acts(record: Record, number: int) -> Acts:
    """What was done in the draft of this number since it was opened. Raises NotOnRecord where there is none."""
    saved = versions(record, number)[::-1]
    opened = _time(saved[0].at)
    decided = [
        one
        for one in kept_decisions(record.database, letter_key(draft(record, number).name))
        if _time(one.at) >= opened
    ]
    return _replayed(_in_order(saved, decided))


def take_back(record: Record, number: int, name: str, who: Who) -> str:
    """Take back the last act, which must be the one named; returns the name of what was added.

    Raises UsageError where another act is the last one by now.
    """
    act = _still(acts(record, number).last, name)
    if act.decision is None:
        return _saved(record, number, act.before, TAKEN_BACK, who)
    former = act.decision.supersedes
    before = decision_numbered(record.database, former) if former else None
    stood = before or replace(act.decision, verdict=WITHDRAWN, reason="Undone.")
    return _decided(record, act.decision, stood, TAKEN_BACK, who)


def redo(record: Record, number: int, name: str, who: Who) -> str:
    """Do the act again that was taken back last, which must be the one named; returns the name of what was added.

    Raises UsageError where another act is the last one by now.
    """
    act = _still(acts(record, number).next, name)
    if act.decision is None:
        return _saved(record, number, act.version, REDONE, who)
    return _decided(record, act.decision, act.decision, REDONE, who)


def _still(act: Act | None, name: str) -> Act:
    if act is None or act.name != name:
        raise UsageError(
            tell("Something else was done in the letter meanwhile."),
            hint=tell("Go back, open the letter again and repeat."),
        )
    return act


def _saved(record: Record, number: int, version: int, why: str, who: Who) -> str:
    return f"v{save_version(record, number, text_of(record, number, version), why=why, who=who.name)}"


def _decided(record: Record, of: Decision, stood: Decision, mark: str, who: Who) -> str:
    """A decision like `stood` in the place of what holds now about the finding of `of`."""
    latest = of.number
    for one in kept_decisions(record.database, of.letter):
        if one.supersedes == latest:
            latest = one.number
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    added = replace(stood, number=0, supersedes=latest, who=who.name, who_from=_DECIDED[mark], at=at)
    return f"d{keep_decision(record.database, added).number}"


def _in_order(saved: Sequence[DraftVersion], decided: Sequence[Decision]) -> list[Act]:
    timed = []
    for before, one in pairwise(saved):
        mark = one.why if one.why in _DECIDED else ""
        timed.append((_time(one.at), Act(f"v{one.id}", one.why, one.id, before.id, mark=mark)))
    for decision in decided:
        mark = next((mark for mark, of in _DECIDED.items() if decision.who_from == of), "")
        act = Act(f"d{decision.number}", decision.verdict, decision=decision, mark=mark)
        timed.append((_time(decision.at), act))
    # Rows of one table were sorted before, and stay so where their times are one.
    return [act for _, act in sorted(timed, key=lambda one: one[0])]


def _replayed(in_order: Sequence[Act]) -> Acts:
    every: dict[str, Act] = {}
    done: list[Act] = []
    undone: list[Act] = []
    for act in in_order:
        source, target = {TAKEN_BACK: (done, undone), REDONE: (undone, done)}.get(act.mark, ([], done))
        if act.mark:
            of = source.pop() if source else None
            every[act.name] = replace(act, of=of.name if of else "")
            target += [of] if of else []
        else:
            every[act.name] = act
            done.append(act)
            undone.clear()
    return Acts(every, tuple(done), tuple(undone))


def _time(iso: str) -> datetime:
    at = datetime.fromisoformat(iso)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
