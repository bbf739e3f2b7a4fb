"""Every reader over every document that we have: what is read, what was gained and lost, what it costs.

    python -m benchmarks.corpus [FOLDER] [--save] [--allow-losses] [--show N] [--jobs N]

Compares with the last stored run (benchmarks/corpus-baseline.jsonl.gz: keys and hashes, no texts); `--save`
stores this one. Ends with 1 where an entry, or a file that could be read, was lost. Seconds are those of the
processor, each file against its own bare text in the same process: PDFium's for PDF, the XML's for DOCX, the
text stream's for DOC. Other formats are text already; they are held against what PDFium takes, on the mean
of this run, for as many characters.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.corpus_keys import Difference, Key, Outcome, compare, load, save
from benchmarks.corpus_work import Measured, measure, peak

from onrecord.record.pool import work_on
from onrecord.record.reading import Limits, Source

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
BASELINE = Path(__file__).with_name("corpus-baseline.jsonl.gz")
LEFT_CLOSED = {".bin"}
"""Endings of no document; such files are listed and not opened."""
MOST_TIMES, MOST_MEGABYTES = 10.0, 1024.0
FEWEST_CHARACTERS = 200
"""A PDF with less text is a scan; what recognises it is not held against the text that it does not have."""
LEAST_SECONDS = 0.01
"""A file that takes less is told apart: there, finding out what it is outweighs taking its text."""


def run(folder: Path, jobs: int = 1) -> tuple[list[Measured], list[Outcome]]:
    """Read every file below a folder: what was measured, and every outcome, in the order of their names."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    opened = [path for path in files if path.suffix.lower() not in LEFT_CLOSED]
    sources = [Source(path, path.relative_to(folder).as_posix()) for path in opened]
    measured: list[Measured] = []
    outcomes = [
        Outcome(path.relative_to(folder).as_posix(), refused=f"{path.suffix} is the ending of no document")
        for path in files
        if path not in opened
    ]
    for done, (source, outcome) in enumerate(work_on(measure, sources, jobs, Limits()), 1):
        if sys.stderr.isatty():
            print(f"\r{done}/{len(sources)} {source.name[-60:]:60}", end="", file=sys.stderr)
        if isinstance(outcome, Measured):
            measured.append(outcome)
            outcomes.append(outcome.outcome)
        else:
            outcomes.append(Outcome(source.name, refused=outcome.message))
    return measured, sorted(outcomes, key=lambda one: one.document)


def tell_counts(outcomes: Sequence[Outcome]) -> None:
    """Files, paragraphs and entries a document kind and entry kind; then what was refused, and why."""
    read = [one for one in outcomes if not one.refused]
    print(f"{len(outcomes)} files, {len(read)} read, {len(outcomes) - len(read)} refused\n")
    for kind, files in Counter(one.kind for one in read).most_common():
        of_kind = [one for one in read if one.kind == kind]
        entries = Counter(key.kind for one in of_kind for key in one.keys)
        counts = ", ".join(f"{name} {number:,}" for name, number in entries.most_common()) or "no entries"
        print(f"{kind:22} {files:4} files {sum(one.paragraphs for one in of_kind):8,} paragraphs  {counts}")
    reasons = Counter(one.refused for one in outcomes if one.refused)
    print()
    for reason, number in reasons.most_common():
        first = next(one.document for one in outcomes if one.refused == reason)
        more = f" and {number - 1} more" if number > 1 else ""
        print(f"refused: {first}{more}: {reason}")


def tell_cost(measured: Sequence[Measured]) -> None:
    """Time against bare text extraction, a format; what takes too long; memory."""
    print()
    rate = _pdf_rate(measured)
    for form in sorted({one.format for one in measured if not one.outcome.refused}):
        of_form = [
            one for one in measured if one.format == form and not one.outcome.refused and not _is_scan(one)
        ]
        if not of_form:
            continue
        seconds, bare = sum(one.seconds for one in of_form), sum(_bare(one, rate) for one in of_form)
        worst = max(of_form, key=lambda one: times(one, rate))
        yardstick = "its text alone" if worst.bare is not None else "PDFium on as many characters"
        print(
            f"{form:6} {len(of_form):4} files {seconds:8.2f} s  {seconds / (bare or 1):5.1f} x {yardstick}; "
            f"most: {times(worst, rate):.1f} x ({worst.outcome.document})"
        )
    for one in measured:
        if _is_scan(one) and not one.outcome.refused:
            print(
                f"scan   recognised by machine: {one.outcome.document}, {one.seconds:.2f} s here, and Tesseract's own"
            )
    for one in too_slow(measured, rate):
        print(
            f"MORE THAN {MOST_TIMES:g} TIMES: {one.outcome.document}: {times(one, rate):.1f} x, "
            f"{one.seconds:.3f} s"
        )
    brief = [one for one in measured if _is_over(one, rate) and one.seconds < LEAST_SECONDS]
    if brief:
        print(
            f"more than {MOST_TIMES:g} times, each in under {LEAST_SECONDS * 1000:g} ms: "
            + ", ".join(f"{one.outcome.document} {times(one, rate):.1f} x" for one in brief)
        )
    highest = max((one.megabytes for one in measured), default=0.0)
    here = peak()
    said = "OVER THE BOUND of" if highest + here > MOST_MEGABYTES else "bound:"
    print(
        f"memory at its highest: {highest:.0f} MB reading, {here:.0f} MB here ({said} {MOST_MEGABYTES:.0f} MB)"
    )


def too_slow(measured: Iterable[Measured], rate: float) -> list[Measured]:
    """What takes more than ten times its bare text, and long enough for that to be measured."""
    return [one for one in measured if _is_over(one, rate) and one.seconds >= LEAST_SECONDS]


def _is_over(one: Measured, rate: float) -> bool:
    return not one.outcome.refused and not _is_scan(one) and times(one, rate) > MOST_TIMES


def _is_scan(one: Measured) -> bool:
    """Whether its pages are pictures: there is no text to take, and recognising one takes its time."""
    return one.format == "pdf" and one.size < FEWEST_CHARACTERS


def times(one: Measured, rate: float) -> float:
    """How many times its bare text a file takes."""
    return one.seconds / max(_bare(one, rate), 1e-4)


def _bare(one: Measured, rate: float) -> float:
    return one.bare if one.bare is not None else one.size * rate


def _pdf_rate(measured: Sequence[Measured]) -> float:
    """PDFium's seconds a character."""
    pdf = [one for one in measured if one.format == "pdf" and one.bare is not None]
    return sum(one.bare or 0.0 for one in pdf) / max(1, sum(one.size for one in pdf))


def tell_difference(found: Difference, show: int) -> None:
    """What was gained, lost and changed against the stored run."""
    print(
        f"\nagainst the stored run: {len(found.gained)} entries gained, {len(found.lost)} lost, "
        f"{len(found.changed)} read otherwise"
    )
    _list("lost", (f"{document}: {_named(key)}" for document, key in found.lost), show)
    _list("gained", (f"{document}: {_named(key)}" for document, key in found.gained), show)
    fields = Counter(name for change in found.changed for name in change.fields())
    if fields:
        print("read otherwise: " + ", ".join(f"{name} {number}" for name, number in fields.most_common()))
    _list(
        "otherwise",
        (
            f"{change.document}: {_named(change.before)}: "
            + ", ".join(
                f"{name} {getattr(change.before, name)!r} -> {getattr(change.after, name)!r}"
                for name in change.fields()
            )
            for change in found.changed
        ),
        show,
    )
    _list("refused now", found.refused_now, show)
    _list("read now", found.read_now, show)
    _list("other kind", (f"{document}: {old} -> {new}" for document, old, new in found.other_kind), show)
    _list("not in this folder", found.gone, show)
    _list("new in this folder", found.new, show)


def _named(key: Key) -> str:
    part = f" part {key.part}" if key.part > 1 else ""
    return f"{key.kind} {key.pinpoint}{part} by {key.by or 'nobody'}"


def _list(heading: str, items: Iterable[str], show: int) -> None:
    found = list(items)
    for item in found[:show]:
        print(f"  {heading}: {item}")
    if len(found) > show:
        print(f"  {heading}: {len(found) - show} more (--show {len(found)})")


def main(words: Sequence[str] | None = None) -> int:
    """Run, compare, print; 1 where something was lost."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path, default=DATA)
    arguments.add_argument("--baseline", type=Path, default=BASELINE, help="the stored run")
    arguments.add_argument("--save", action="store_true", help="store this run")
    arguments.add_argument("--allow-losses", action="store_true", help="end with 0 whatever was lost")
    arguments.add_argument("--show", type=int, default=20, metavar="N", help="how many of each to print")
    arguments.add_argument("--jobs", type=int, default=1, metavar="N")
    given = arguments.parse_args(words)
    if not given.folder.is_dir():
        sys.exit(f"{given.folder} is not here; name a folder of documents.")
    measured, outcomes = run(given.folder, given.jobs)
    tell_counts(outcomes)
    tell_cost(measured)
    loses = False
    if given.baseline.exists():
        found = compare(load(given.baseline), outcomes)
        tell_difference(found, given.show)
        loses = found.loses and not given.allow_losses
    else:
        print("\nno stored run to compare with (--save stores this one)")
    if given.save and loses:
        print("not saved: something was lost. Where that is right: --allow-losses --save")
    elif given.save:
        print(f"saved: {given.baseline.name}, {save(given.baseline, outcomes) / 1000:,.0f} kB")
    return 1 if loses else 0


if __name__ == "__main__":
    sys.exit(main())
