"""Whole reviews against what is known of them: number, text, States and position of each recommendation.

    python -m benchmarks.reviews [DATA]

Slovenia's three reviews from the report and its addendum alone, against OHCHR's thematic lists (cycle 1 has
none: UPR Info's rows); the advance questions with their States; China's review of 2013 from the report and
OHCHR's matrix. DATA is the folder of real documents.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.model import Entry
from onrecord.record.positions import Answers, resolve

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
SAME_TEXT = 95.0
"""Likeness (0 to 100) from which a text is the list's: lists carry slips of their own ("toarticle8")."""

SLOVENIA = (
    ("cycle1", "g1012049", "g1012465"),
    ("cycle2", "g1423930", "g1504261"),
    ("cycle3", "g1934994", "g2004192"),
)
QUESTIONS = {
    "cycle1": ("Slovenia.pdf", "Slovenia_Add.pdf"),
    "cycle2": tuple(f"AdvancedQuestionsSlovenia{batch}.doc" for batch in ("", "Add1", "Add2", "Add3")),
    "cycle3": (
        "Advance_questions_Slovenia_first_batch.doc",
        "Advance_questions_to_Slovenia_Add1.doc",
        "Advance_questions_to_Slovenia_Add2.doc",
    ),
}
_ANSWERS = {"Accepted": {"supported", "partially_supported"}, "Noted": {"noted", "partially_supported"}}
"""What UPR Info's answer can stand for: it counts "in part" as noted unless a State parted it clearly."""


class Figures(NamedTuple):
    """How many recommendations there are, and of how many each field is as the official list has it."""

    total: int
    numbers: int
    texts: int
    states: int
    positions: int
    found: Counter[str]
    wrong: tuple[str, ...]


def of_slovenia(data: Path, cycle: str, report: str, addendum: str) -> Figures:
    """A review of Slovenia's from its report and addendum, against the official list."""
    folder = data / "slovenia"
    truth = json.loads((folder / "truth" / f"{report}.json").read_text(encoding="utf-8"))
    entries = read_entries(read_document(folder / cycle / f"{report}.pdf")).entries
    answers = Answers(read_entries(read_document(folder / cycle / f"{addendum}.pdf")).entries)
    official: dict[str, list[dict[str, Any]]] = {item["number"]: [] for item in truth["official_items"]}
    for row in truth["recommendations"]:
        official.setdefault(row["official_number"] or "", []).append(row)
    official.pop("", None)
    return _held_against(official, _numbered(entries), entries, answers)


def _numbered(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "recommendation" and entry.section == "conclusions":
            found[entry.pinpoint].append(entry)
    return found


def _held_against(
    official: dict[str, list[dict[str, Any]]],
    found: dict[str, list[Entry]],
    entries: Sequence[Entry],
    answers: Answers,
) -> Figures:
    right, counts, wrong = Counter[str](), Counter[str](), []
    for number, rows in official.items():
        parts = found.get(number, [])
        positions = {resolve(entry, entries, answers).position for entry in parts}
        counts.update(positions)
        same = {
            "numbers": bool(parts),
            "texts": all(_has_text(parts, row["text"]) for row in rows),
            "states": {state for entry in parts for state in entry.by}
            == {state for row in rows for state in row["iso3"]},
            "positions": bool(positions) and all(positions <= _ANSWERS[row["response"][0]] for row in rows),
        }
        right.update(name for name, holds in same.items() if holds)
        wrong += [f"{number}: {name}" for name, holds in same.items() if not holds]
    wrong += [f"{number}: not on the list" for number in found if number not in official]
    fields = (right[name] for name in ("numbers", "texts", "states", "positions"))
    return Figures(len(official), *fields, counts, tuple(wrong))


def _has_text(parts: Sequence[Entry], text: str) -> bool:
    whole = parts[0].as_printed if parts else ""
    alike = max(fuzz.ratio(_plain(text), _plain(whole)), fuzz.partial_ratio(_plain(text), _plain(whole)))
    return alike >= SAME_TEXT


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def questions_of(data: Path, cycle: str) -> tuple[int, int]:
    """(advance questions to Slovenia in a cycle, those of them that name the State that asks)."""
    folder = data / "slovenia" / cycle
    asked = [e for name in QUESTIONS[cycle] for e in read_entries(read_document(folder / name)).entries]
    return len(asked), sum(bool(entry.by) for entry in asked)


def of_china(data: Path) -> tuple[Counter[str], dict[str, tuple[str, str]], int]:
    """China's review of 2013 from report and matrix.

    Returns how many of the report's items have which position; each item's position with where it stands;
    and how many positions equal the matrix's own, row by row.
    """
    report = read_entries(read_document(data / "upr_reports" / "pdf" / "china2013.pdf")).entries
    matrix = read_entries(read_document(data / "china" / "Matrix_recommendations_2013.docx")).entries
    answers = Answers(matrix)
    stated = {e.second_hand.pinpoint: e.position for e in matrix if e.second_hand}
    shown = {}
    for number, parts in _numbered(report).items():
        held = resolve(parts[0], report, answers)
        shown[number] = (held.position, f"{held.at.symbol}, para. {held.at.paragraph}" if held.at else "")
    same = sum(stated.get(number) == position for number, (position, _) in shown.items())
    return Counter(position for position, _ in shown.values()), shown, same


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print."""
    given = sys.argv[1:] if words is None else words
    data = Path(given[0]) if given else DATA
    if not data.is_dir():
        sys.exit(f"{data} is not here; name the folder of real documents.")
    for cycle, report, addendum in SLOVENIA:
        got = of_slovenia(data, cycle, report, addendum)
        shares = ", ".join(
            f"{name} {value}/{got.total} ({100 * value / got.total:.1f} %)"
            for name, value in zip(("numbers", "texts", "States", "positions"), got[1:5], strict=True)
        )
        print(f"Slovenia, {cycle}: {shares}; {dict(got.found)}")
        for line in got.wrong:
            print(f"    otherwise: {line}")
        asked, with_state = questions_of(data, cycle)
        print(f"    advance questions: {asked}, with their State: {with_state}")
    counts, shown, same = of_china(data)
    print(f"China 2013: {sum(counts.values())} items, {dict(counts)}; {same} as the matrix has them")
    for number in ("186.241", "186.242", "186.243"):
        print(f"    {number}: {shown[number][0]} ({shown[number][1]})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
