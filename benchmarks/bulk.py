"""What a whole export of the Universal Human Rights Index takes to add: seconds, and memory of both processes.

    python benchmarks/bulk.py [--rows 267000] [--formats csv json xlsx]

The export is made here, in the Index's columns and about the length of its texts; nothing is kept.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the tests' own forms of exports are used

from tests.documents.making import xlsx  # noqa: E402
from tests.mechanisms.exports import UHRI, annotated  # noqa: E402

SAID = """
the State party ensure that all children women and migrants enjoy without discrimination full access to
education health justice adopt amend review legislation in accordance with international standards take
effective measures to prevent investigate and punish violence allocate adequate resources’
"""
WORDS = SAID.split()
STATES = ("China", "France", "Norway", "Kenya", "Brazil", "Viet Nam", "Republic of Korea", "Canada")


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """Rows of the Index: observations of a committee and recommendations of reviews, in turn."""
    chance = random.Random(1)  # noqa: S311
    for number in range(count):
        words = " ".join(chance.choices(WORDS, k=chance.choice((15, 25, 40, 60, 120))))
        of_review = number % 5 < 2
        cells = {
            "OHCHR Annotation Id": f"{number:08x}-85fa-4408-a9db-bc816c2e1261",
            "Countries Concerned": f"- {chance.choice(STATES)}",
            "Text": f"{number % 250 + 1}. The Committee recommends that {words}.",
        }
        if of_review:
            cells |= {
                "Document Symbol": "A/HRC/25/5",
                "Reccomending Body": "- UPR",
                "UPR Session": "17 - October 2013",
                "UPR Reccomending States": f"- {chance.choice(STATES)}",
                "UPR Position": chance.choice(("Supported", "Noted")),
            }
        yield annotated(**cells)


def write(path: Path, count: int) -> None:
    """Write an export in the format that the path's ending names."""
    if path.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([UHRI, *rows(count)])
    elif path.suffix == ".json":
        with path.open("w", encoding="utf-8") as file:
            for number, row in enumerate(rows(count)):
                record = {key: _values(cell) for key, cell in zip(UHRI, row, strict=True)}
                file.write(f"{',' if number else '['}\n{json.dumps(record, ensure_ascii=False)}")
            file.write("]")
    else:
        path.write_bytes(_workbook(count))


def _workbook(count: int) -> bytes:
    """The export as Excel saves it: texts stand apart, cells name them by number."""
    strings: dict[str, int] = {}
    sheet = "".join(
        "<row>"
        + "".join(
            f'<c t="s"><v>{strings.setdefault(cell, len(strings))}</v></c>' if cell else "<c/>"
            for cell in row
        )
        + "</row>"
        for row in (UHRI, *rows(count))
    )
    return xlsx({"Export": f"<sheetData>{sheet}</sheetData>"}, tuple(map(escape, strings)))


def _values(cell: str) -> str | Sequence[str]:
    return [line.removeprefix("- ") for line in cell.split("\n")] if cell.startswith("- ") else cell


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", type=int, default=267_000)
    parser.add_argument("--formats", nargs="+", default=["csv", "json", "xlsx"])
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.make:
        write(told.make, told.rows)
        return 0
    code = 0
    for form in told.formats:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"export.{form}"
            # In a process of its own: what one forks begins with the memory of the one that made it.
            subprocess.run(
                [sys.executable, __file__, "--make", str(path), "--rows", str(told.rows)], check=True
            )
            began = time.monotonic()
            record = str(Path(folder) / "record")
            done = subprocess.run(
                [sys.executable, "-c", MEASURED, record, str(path)],
                check=False,
                capture_output=True,
                text=True,
            )
            print(
                f"{form:5} {told.rows:,} rows, {path.stat().st_size / 1e6:.0f} MB: "
                f"{time.monotonic() - began:.0f} s; {(done.stdout + done.stderr).strip()}",
                flush=True,
            )
            code = code or done.returncode
    return code


MEASURED = """
import resource, sys
from pathlib import Path
from onrecord.record.add import add_paths
from onrecord.record.record import open_record
if __name__ == "__main__":
    with open_record(Path(sys.argv[1])) as record:
        report = add_paths(record, [Path(sys.argv[2])])
    most = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    for failed in report.failed:
        print("failed:", failed.reason)
    print(f"{sum(added.entries for added in report.added):,} entries; at their highest "
          f"{most[0]:.0f} MB writing, {most[1]:.0f} MB reading, {sum(most):.0f} MB together")
    sys.exit(bool(report.failed) or sum(most) > 1024)
"""


if __name__ == "__main__":
    raise SystemExit(main())
