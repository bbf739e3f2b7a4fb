"""From a letter's file to its dossier: check, traces and pages in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.analysis.model import Trace
from onrecord.analysis.topics import Topic, topic
from onrecord.analysis.trace import trace
from onrecord.letters.check import check
from onrecord.letters.decisions import with_decisions
from onrecord.letters.model import Check
from onrecord.letters.read import read_letter
from onrecord.letters.render.dossier import DossierFiles, write_dossier
from onrecord.record.model import ReadsRecord
from onrecord.record.record import Record

OnStep = Callable[[str], None]


class MadeDossier(NamedTuple):
    """A dossier's files, and what was found on the way."""

    files: DossierFiles
    check: Check
    traces: tuple[Trace, ...]


def make_dossier(
    letter: Path, record: ReadsRecord, out: Path, *, about: Sequence[str] = (), on_step: OnStep | None = None
) -> MadeDossier:
    """Checks the letter against the record, traces its topics and writes the dossier into `out`.

    `about` are names of topics or queries; without them, the topics that the check went by are traced.
    `on_step` is told in words what comes next. Raises what `read_letter`, `topic` and `write_dossier`
    raise.
    """
    tell = on_step or (lambda _: None)
    topics = [topic(words) for words in about]
    tell("Reading the letter")
    read = read_letter(letter)
    tell("Holding it against the record")
    checked = check(read, record)
    decided = with_decisions(checked, record) if isinstance(record, Record) else None
    tell("Looking up who raised it before")
    traces = traces_for(checked, record, topics or [topic(name) for name in checked.topics])
    tell("Setting the pages")
    return MadeDossier(write_dossier(checked, traces, record, out, decided), checked, traces)


def traces_for(checked: Check, record: ReadsRecord, topics: Sequence[Topic]) -> tuple[Trace, ...]:
    """A trace of each topic through the reviews of each State whose reviews the letter cites."""
    cited = {citation.symbol for citation in checked.citations}
    states = dict.fromkeys(facts.state for facts in record.reviews() if facts.symbol in cited and facts.state)
    return tuple(trace(record, state, wanted) for state in states for wanted in topics)
