"""How long reading takes, against the bare cost: the time PDFium alone needs for the text of the same pages.

    python benchmarks/reading.py [FOLDER] [--entries] [--rounds 3]

Prints pages, both times, their ratio, the memory at its highest, and what two processes make of it. Each is
timed in a process of its own, one after the other, in the same run; the best of the rounds counts.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "upr_reports" / "pdf"


def bare(paths: list[Path]) -> int:
    """Take the text of every page with pypdfium2 and nothing else; returns the number of pages."""
    import pypdfium2

    pages = 0
    for path in paths:
        document = pypdfium2.PdfDocument(path)
        for page in document:
            page.get_textpage().get_text_range()
            pages += 1
        document.close()
    return pages


def read(paths: list[Path]) -> int:
    """Read every document into paragraphs; returns the number of pages."""
    from onrecord.documents.read import read_document

    return sum(read_document(path).pages for path in paths)


def read_with_entries(paths: list[Path]) -> int:
    """Read every document into paragraphs and entries; returns the number of pages."""
    from onrecord.documents.read import read_document
    from onrecord.mechanisms.detect import read_entries

    pages = 0
    for path in paths:
        document = read_document(path)
        read_entries(document)
        pages += document.pages
    return pages


WORK = {"bare": bare, "read": read, "entries": read_with_entries}


def one(kind: str, folder: Path) -> None:
    """Do one kind of work in this process and print its figures as JSON."""
    paths = sorted(folder.rglob("*.pdf"))
    began, cpu = time.perf_counter(), time.process_time()
    pages = WORK[kind](paths)
    figures = {
        "pages": pages,
        "seconds": time.perf_counter() - began,
        "cpu": time.process_time() - cpu,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(figures))


def timed(kind: str, folder: Path, rounds: int) -> dict[str, float]:
    """The best of several rounds, each in a fresh process."""
    runs = []
    for _ in range(rounds):
        done = subprocess.run(
            [sys.executable, __file__, str(folder), "--one", kind], check=True, capture_output=True, text=True
        )
        runs.append(json.loads(done.stdout))
    return min(runs, key=lambda run: run["cpu"])


def shared(folder: Path, processes: int) -> float:
    """Seconds that reading with entries takes when `processes` share it."""
    paths = sorted(folder.rglob("*.pdf"))
    began = time.perf_counter()
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(read_with_entries, [[path] for path in paths], chunksize=4))
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--one", choices=WORK, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.one:
        one(given.one, given.folder)
        return
    if not given.folder.is_dir():
        sys.exit(f"{given.folder} is not here; name a folder of PDF files.")
    figures = {kind: timed(kind, given.folder, given.rounds) for kind in WORK}
    base = figures["bare"]["cpu"]
    for kind, run in figures.items():
        print(
            f"{kind:8s} {run['pages']:6.0f} pages  {run['cpu']:7.2f} s CPU  {run['seconds']:7.2f} s"
            f"  {run['pages'] / run['cpu']:6.0f} pages/s  {run['cpu'] / base:5.2f} x bare"
            f"  {run['megabytes']:5.0f} MB"
        )
    single, double = shared(given.folder, 1), shared(given.folder, 2)
    print(f"one process {single:.2f} s, two processes {double:.2f} s: {double / single:.2f} of the time")


if __name__ == "__main__":
    main()
