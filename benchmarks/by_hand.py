"""What the check says of right letters written by hand, and what it finds of the slips of tired people in them.

    python -m benchmarks.by_hand RECORD [--show]

RECORD is the folder of a record that holds the documents the letters cite (`onrecord --record RECORD add FOLDER`).
The letters and the slips, one by one, are in benchmarks/letters_by_hand. A slip is found where one of the rules
that its row names makes a finding that the right letter does not have; "by others" counts those that another rule
alone tells. Findings on the right letters are counted by severity: an error or a warning is a false alarm, a
notice may be good advice.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.planted.measure import Kept, new_findings

from onrecord.letters.check import check
from onrecord.letters.model import Check, Finding
from onrecord.letters.read import read_letter
from onrecord.record.record import open_record

FOLDER = Path(__file__).parent / "letters_by_hand"
SEVERITIES = ("error", "warning", "notice")


@dataclass(frozen=True)
class Slip:
    """One slip: what it is, the words as they were and became, and the rules of which one must tell it."""

    what: str
    was: str
    becomes: str
    rules: tuple[str, ...]

    def in_text(self, text: str) -> str:
        """The letter with the slip. ValueError where its words do not stand there exactly once."""
        if text.count(self.was) != 1:
            raise ValueError(f"{self.what}: “{self.was}” stands {text.count(self.was)} times")
        return text.replace(self.was, self.becomes)


def slips() -> dict[str, list[Slip]]:
    """The slips of each letter, by its file name."""
    found: dict[str, list[Slip]] = {}
    with (FOLDER / "slips.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            slip = Slip(row["what"], row["was"], row["becomes"], tuple(row["rules"].split()))
            found.setdefault(row["letter"], []).append(slip)
    return found


def checked(text: str, name: str, record: Kept) -> Check:
    """The check of a letter of this text, read from a file of this name as a user's is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, "utf-8")
        return check(read_letter(path), record)


def told(right: Check, text: str, name: str, slip: Slip, record: Kept) -> tuple[list[Finding], list[Finding]]:
    """The new findings of the slip's own rules, and those of other rules."""
    new = new_findings(right, checked(slip.in_text(text), name, record))
    return [f for f in new if f.rule in slip.rules], [f for f in new if f.rule not in slip.rules]


def measured(record: Kept, *, show: bool) -> Iterator[tuple[str, Counter[str]]]:
    """Each letter's name with its counts: planted, found, grave, by others, and findings by severity."""
    for name, planted in slips().items():
        text = (FOLDER / name).read_text("utf-8")
        right = checked(text, name, record)
        counts = Counter(finding.severity for finding in right.findings)
        for finding in right.findings if show else ():
            if finding.severity != "notice":
                print(
                    f"ALARM {name} {right.letter.place_of(finding.span.start)} {finding.rule}: {finding.message}"
                )
        for slip in planted:
            own, others = told(right, text, name, slip, record)
            counts["planted"] += 1
            counts["found"] += bool(own)
            counts["grave"] += any(finding.severity != "notice" for finding in own)
            counts["by others"] += bool(others) and not own
            if show and not own:
                print(f"MISS {name} {slip.what}: {slip.becomes} | told: {sorted({f.rule for f in others})}")
        yield name, counts


def main() -> None:
    """Check each letter, right and with each slip, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("record", type=Path)
    parser.add_argument("--show", action="store_true", help="print each miss and each false alarm")
    asked = parser.parse_args()
    columns = ("planted", "found", "grave", "by others", *SEVERITIES)
    total: Counter[str] = Counter()
    with open_record(asked.record, create=False) as opened:
        rows = list(measured(Kept(opened), show=asked.show))
    print(f"{'letter':28}" + "".join(f"{column:>10}" for column in columns))
    for name, counts in rows:
        total.update(counts)
        print(f"{name:28}" + "".join(f"{counts[column]:10}" for column in columns))
    print(f"{'all':28}" + "".join(f"{total[column]:10}" for column in columns))
    share = 100 * total["found"] / (total["planted"] or 1)
    print(
        f"\n{share:.1f} % of the slips found; {total['error'] + total['warning']} false alarms on {len(rows)} right letters."
    )


if __name__ == "__main__":
    main()
