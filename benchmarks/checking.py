"""How long the check of a ten-page letter takes against a record of 50,000 entries, and every check after an edit.

    python benchmarks/checking.py FOLDER [--data DOCUMENTS] [--sources 15] [--rounds 20]

FOLDER keeps the record between runs; the first run makes it from the documents of --data and from reports made
by rule. Printed are the median and the 95th percentile of each kind of check, and in the same run the bare cost:
reading the letter's file, and one question to the database for each citation.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.letters.check import check
from onrecord.letters.check.again import Checker
from onrecord.letters.model import Check
from onrecord.letters.read import parse_letter, read_letter
from onrecord.record.record import Record, open_record

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.checking_material import compose, make_record

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
ADDED = "The Committee wrote to the Government on 3 May 2019 and asked for the names of 14 persons.\n\n"


class Taken(NamedTuple):
    """Milliseconds that some work took: of the clock, and of the processor (others may use it too)."""

    clock: float
    processor: float


def timed(work: Callable[[], object]) -> Taken:
    """How long the work takes."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Taken((time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000)


def told(name: str, runs: Sequence[Taken]) -> str:
    """A line with the median and the 95th percentile of the runs."""
    figures = []
    for kind in zip(*runs, strict=True):
        figures += [statistics.median(kind), statistics.quantiles(kind, n=20, method="inclusive")[-1]]
    return f"{name:44s}" + "".join(f"{figure:10.1f}" for figure in figures) + f"   {len(runs)} runs"


def typed(text: str, chance: random.Random) -> str:
    """The letter with one more letter somewhere in its running text."""
    at = chance.randrange(text.index("At the review"), text.index("Therefore we ask"))
    return text[:at] + "a" + text[at:]


def inserted(text: str, chance: random.Random) -> str:
    """The letter with one more paragraph, before one of its own."""
    ends = [at for at in range(len(text)) if text.startswith("At the review", at) and text[at - 1] == "\n"]
    at = chance.choice(ends)
    return text[:at] + ADDED + text[at:]


def deleted(text: str, chance: random.Random) -> str:
    """The letter without one of its notes."""
    notes = text.index("\nNotes\n") + len("\nNotes\n")
    lines = text[notes:].strip().split("\n\n")
    lines.pop(chance.randrange(1, len(lines)))
    return text[:notes] + "\n" + "\n\n".join(lines) + "\n"


EDITS = {"a letter typed": typed, "a paragraph inserted": inserted, "a note deleted": deleted}


def after_edits(record: Record, text: str, rounds: int) -> Iterator[tuple[str, list[Taken]]]:
    """For each kind of edit, how long the letter's reading and its check take after it.

    Every fifth check is compared with a fresh one; the program ends where they differ.
    """
    checker = Checker(record)
    checker.check(parse_letter(text, "letter.txt"))
    for name, edit in EDITS.items():
        chance = random.Random(name)  # noqa: S311
        runs: list[Taken] = []
        for number in range(rounds):
            changed = edit(text, chance)
            found: list[Check] = []
            runs.append(timed(lambda: found.append(checker.check(parse_letter(changed, "letter.txt")))))  # noqa: B023
            if number % 5 == 0 and found[0] != check(found[0].letter, record):
                sys.exit(f"after {name} the check differs from a fresh one")
        yield name, runs


def bare(record: Record, checked: Check) -> Taken:
    """How long one question to the database for each citation takes: the words of the paragraph cited."""
    connection = sqlite3.connect(record.folder / "record.db")
    question = "SELECT text FROM paragraphs JOIN documents ON documents.id = document_id WHERE symbol = ? AND pinpoint = ?"
    asked = [(c.symbol, pinpoint) for c in checked.citations for pinpoint in c.pinpoints]
    taken = timed(lambda: [connection.execute(question, one).fetchall() for one in asked])
    connection.close()
    return taken


def in_new_process(folder: Path, path: Path) -> tuple[Taken, Taken]:
    """How long the start of a process takes, and its first check."""
    command = [sys.executable, __file__, str(folder), "--once", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    start, first = json.loads(done.stdout)
    return Taken(*start), Taken(*first)


def once(folder: Path, path: Path) -> None:
    """Print how long it takes to make all ready that any check needs, and how long the first check takes."""
    held: list[Record] = []

    def start() -> None:
        held.append(open_record(folder / "record", create=False))
        check(parse_letter("Dear Sir,\n\nCanada asked on 3 May 2013 for 5 persons.\n", "start.txt"), held[0])

    print(json.dumps([timed(start), timed(lambda: check(read_letter(path), held[0]))]))


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--data", type=Path, default=DATA if DATA.is_dir() else None)
    arguments.add_argument("--entries", type=int, default=50_000)
    arguments.add_argument("--sources", type=int, default=15)
    arguments.add_argument("--rounds", type=int, default=20)
    arguments.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.once:
        once(given.folder, given.once)
        return
    record = make_record(given.folder, given.entries, given.data)
    text = compose(record, given.sources)
    path = given.folder / "letter.txt"
    path.write_text(text, encoding="utf-8")
    letter = read_letter(path)
    checked = check(letter, record)
    print(
        f"{len(record.entries())} entries of {len(record.documents())} documents; a letter of {len(text.split())} "
        f"words, {len(letter.notes)} notes, {len(checked.quotations)} quotations of {len(checked.documents)} "
        f"documents; {len(checked.findings)} findings"
    )
    print(f"{'milliseconds':44s}" + "".join(f"{head:>10s}" for head in ("median", "95 %", "CPU", "95 %")))
    first = [in_new_process(given.folder, path) for _ in range(max(3, given.rounds // 4))]
    print(told("start of a process", [start for start, _ in first]))
    print(told("first check, after start", [one for _, one in first]))
    for name, runs in after_edits(record, text, given.rounds):
        print(told(f"check after {name}", runs))
    print(told("bare cost: reading the file", [timed(path.read_bytes) for _ in range(given.rounds)]))
    asked = [bare(record, checked) for _ in range(given.rounds)]
    print(told("bare cost: one question for each citation", asked))


if __name__ == "__main__":
    main()
