"""What the check finds of planted faults, and what it says of right letters, on letters composed from a record.

    python -m benchmarks.faults RECORD [--letters 60] [--seed 0] [--states tuned|held] [--show]

RECORD is the folder of a record (`onrecord --record RECORD add FOLDER`). For each letter every kind of fault
for which it has a place is planted once and the letter checked again. A fault is found where a rule that it
concerns makes a finding that the right letter does not have. A false alarm is an error or a warning on a right
letter. "statements" are its citations, quotations and markers. Every second State is held out of tuning.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.planted.composer import compose
from benchmarks.planted.matter import matter_of
from benchmarks.planted.measure import KINDS, Kept, Trial, grave, statements, trials
from benchmarks.planted.right import Right

from onrecord.record.record import open_record


def letters(record: Kept, states: str, seed: int, wanted: int) -> Iterator[tuple[str, Right]]:
    """Right letters on the States of one half, each with its name."""
    codes = sorted({facts.state for facts in record.reviews()})[states == "held" :: 2]
    made = turn = 0
    while made < wanted and turn < 4 * wanted:
        code = codes[(turn * 7 + seed) % len(codes)]
        matter = matter_of(record, code)
        turn += 1
        if matter is not None:
            made += 1
            yield f"{code} {seed + turn}", Right(compose(matter, seed + turn), record)


def table(done: list[Trial], asked: list[str]) -> str:
    """Found, and found as an error or a warning, by kind and in all."""
    lines = [f"{'kind':28}{'planted':>8}{'found':>7}{'share':>8}{'grave':>7}"]
    planted = Counter(trial.planted.kind for trial in done)
    found = Counter(trial.planted.kind for trial in done if trial.found)
    heavy = Counter(trial.planted.kind for trial in done if trial.grave)
    for kind in KINDS:
        if planted[kind]:
            share = f"{100 * found[kind] / planted[kind]:.1f}%"
            lines.append(f"{kind:28}{planted[kind]:8}{found[kind]:7}{share:>8}{heavy[kind]:7}")
        elif not asked:
            lines.append(f"{kind:28}{0:8}      –")
    total = len(done) or 1
    lines.append(
        f"{'all':28}{len(done):8}{found.total():7}{100 * found.total() / total:7.1f}%{heavy.total():7}"
    )
    return "\n".join(lines)


def main() -> None:
    """Compose, plant, check, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("record", type=Path)
    parser.add_argument("--letters", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--states", choices=("tuned", "held"), default="tuned")
    parser.add_argument("--kind", action="append", default=[], help="only this kind of fault")
    parser.add_argument("--show", action="store_true", help="print each miss and each false alarm")
    asked = parser.parse_args()
    began = time.perf_counter()
    done: list[Trial] = []
    told = alarms = wrong = count = 0
    with open_record(asked.record, create=False) as opened:
        for name, right in letters(Kept(opened), asked.states, asked.seed, asked.letters):
            count += 1
            told += statements(right)
            alarms += len(grave(right))
            wrong += bool(grave(right))
            here = list(trials(right, Random(f"{name} faults"), asked.kind))  # noqa: S311
            done += here
            if asked.show:
                show(name, right, here)
    print(table(done, asked.kind))
    print(f"\n{count} right letters with {told} statements: {alarms} false alarms ({100 * alarms / (told or 1):.2f}% of "
          f"statements) in {wrong} letters ({100 * wrong / (count or 1):.1f}%). "
          f"{time.perf_counter() - began:.0f} seconds.")  # fmt: skip


def show(name: str, right: Right, done: list[Trial]) -> None:
    """Each miss and each false alarm of one letter, with the words around it."""
    for finding in grave(right):
        around = right.text[max(0, finding.span.start - 150) : finding.span.end + 80]
        print(f"ALARM {name} {finding.rule}: {finding.message[:200]} | {' '.join(around.split())[:420]}")
    for trial in done:
        if not trial.found:
            text = trial.planted.text
            places = [" ".join(text[max(0, s.start - 130) : s.end + 90].split()) for s in trial.planted.spans]
            new = [f.rule for f in trial.new if f.severity != "notice"]
            print(
                f"MISS {name} {trial.planted.kind} {[e.words[:40] for e in trial.planted.edits]}: {places} new={new}"
            )


if __name__ == "__main__":
    main()
