"""Counting what a number says it counts once more, in SQL of its own and straight from the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pypdfium2
from tests.web.figures import Figure

VIEWS = """
-- The edition of each symbol that counts: of two, the pages know one alone.
CREATE TEMP VIEW held AS SELECT *, iif(symbol = '', name, symbol) AS called, kind IN ('upr_report', 'cards') AS reports
FROM documents WHERE id IN (SELECT max(id) FROM documents GROUP BY iif(symbol = '', sha256, symbol));
CREATE TEMP VIEW acts AS SELECT entries.*, called, reports FROM entries JOIN held ON held.id = document_id;
CREATE TEMP VIEW reported AS SELECT reviews.* FROM reviews JOIN held ON held.id = document_id WHERE reports AND held.symbol != '';
CREATE TEMP VIEW listed AS SELECT DISTINCT document_id, called, to_state, pinpoint FROM acts
WHERE kind = 'recommendation' AND section IN ('conclusions', 'dialogue') AND reports AND symbol != '';
"""


class Counting:
    """The rows behind a number of the workbench, counted in the database of the record."""

    def __init__(self, folder: Path) -> None:
        self.originals = folder / "originals"
        self.database = sqlite3.connect(f"file:{folder / 'record.db'}?mode=ro", uri=True)
        self.database.executescript(VIEWS)

    def of(self, figure: Figure) -> int | None:
        """How many there are; None where the number is made by more than counting (positions, words found)."""
        parts = urlsplit(figure.target)
        asked = {name: value for name, value in parse_qsl(parts.query) if name != "start"}
        counts: dict[str, Callable[[str, dict[str, str]], int | None]] = {
            "documents": self._documents,
            "reviews": self._reviews,
            "without-report": self._without_report,
            "failures": lambda *_: self._one("SELECT count(*) FROM failures"),
            "entries": self._entries,
            "paragraphs": lambda path, asked: self._passages("paragraphs", path, asked),
            "notes": lambda path, asked: self._passages("notes", path, asked),
            "recommendations": self._recommendations,
            "spoke": self._spoke,
            "not-heard": self._not_heard,
            "pages": self._pages,
            "entries-here": self._entries_here,
            "silent": self._silent,
            "on-the-map": lambda *_: self._one(
                "SELECT count(DISTINCT to_state) FROM listed WHERE to_state != ''"
            ),
            "doubts": lambda path, _: self._in_document("problems", path),
        }
        count = counts.get(figure.of)
        return count(unquote(parts.path), asked) if count else None

    def _one(self, question: str, *values: object) -> int:
        return int(self.database.execute(question, values).fetchone()[0])

    def _documents(self, *_: object) -> int:
        return self._one("SELECT count(*) FROM held")

    def _reviews(self, path: str, _: dict[str, str]) -> int:
        of_state = path.removeprefix("/reviews").strip("/") or "%"
        return self._one("SELECT count(*) FROM reported WHERE state LIKE ?", of_state)

    def _without_report(self, *_: object) -> int:
        return self._one(
            "SELECT count(*) FROM (SELECT to_state, cycle FROM acts WHERE to_state != '' AND cycle > 0 "
            "EXCEPT SELECT state, cycle FROM reported)"
        )

    def _entries(self, path: str, asked: dict[str, str]) -> int | None:
        if asked.get("q") or asked.get("part", "entries") != "entries":
            return None
        if path != "/search":
            return self._in_document("entries", path)
        chosen = {name: value for name, value in asked.items() if name in NARROWED}
        return self._one(
            f"SELECT count(*) FROM acts WHERE {' AND '.join(NARROWED[name] for name in chosen) or 1}",  # noqa: S608
            *chosen.values(),
        )

    def _entries_here(self, path: str, _: dict[str, str]) -> int:
        """The entries of the pinpoint, of its letters and notes, and those of its running text."""
        called, _, pinpoint = path.removeprefix("/documents/").rpartition("/")
        return self._one(
            "SELECT count(*) FROM acts a WHERE called = ?1 AND (pinpoint = ?2 OR paragraph = ?2 AND NOT EXISTS "
            "(SELECT 1 FROM paragraphs p WHERE p.document_id = a.document_id AND p.pinpoint = a.pinpoint))",
            called,
            pinpoint,
        )

    def _silent(self, path: str, _: dict[str, str]) -> int:
        """The reports on reviews of others in which the State has no entry."""
        return self._one(
            "SELECT count(*) FROM reported r WHERE state != ?1 AND NOT EXISTS (SELECT 1 FROM acts, json_each(by_states) "
            "WHERE acts.symbol = r.symbol AND value = ?1)",
            path.removeprefix("/states/"),
        )

    def _passages(self, table: str, path: str, asked: dict[str, str]) -> int | None:
        if path.startswith("/documents/"):
            return self._in_document(table, path)
        if set(asked) - {"part", "symbol"}:
            return None
        if "symbol" in asked:
            return self._in_document(table, f"/documents/{asked['symbol']}")
        return self._one(f"SELECT count(*) FROM {table} JOIN held ON held.id = document_id")  # noqa: S608

    def _document(self, path: str) -> Any:
        question = "SELECT id, sha256 FROM held WHERE called = ?"
        return self.database.execute(question, (path.removeprefix("/documents/"),)).fetchone()

    def _in_document(self, table: str, path: str) -> int | None:
        found = self._document(path)
        question = f"SELECT count(*) FROM {table} WHERE document_id = ?"  # noqa: S608
        return self._one(question, found[0]) if found else None

    def _pages(self, path: str, _: dict[str, str]) -> int:
        _, sha256 = self._document(path)
        (original,) = self.originals.rglob(f"*{sha256[2:]}*")
        return len(pypdfium2.PdfDocument(original))

    def _recommendations(self, path: str, asked: dict[str, str]) -> int | None:
        if set(asked) == {"position"}:
            return self._in_position(report_of(path), asked["position"])
        if set(asked) - {"to", "dialogue"}:
            return None
        if "dialogue" in asked:
            return self._one(
                "SELECT count(*) FROM acts WHERE kind = 'recommendation' AND section = 'dialogue' AND symbol = ?",
                asked["dialogue"],
            )
        if "to" in asked:
            return self._one("SELECT count(*) FROM listed WHERE to_state = ?", asked["to"])
        return self._one("SELECT count(*) FROM listed WHERE called = ?", report_of(path))

    def _in_position(self, report: str, position: str) -> int | None:
        """As the report has it; None where what it leaves open may be told by another document on the record."""
        of_report = "FROM acts WHERE kind = 'recommendation' AND symbol = ?"
        left_open = (
            f"SELECT count(*) {of_report} AND coalesce(position, 'pending') IN ('pending', 'not_stated')"
        )
        if self._one(left_open, report):
            return None
        return self._one(f"SELECT count(DISTINCT pinpoint) {of_report} AND position = ?", report, position)

    def _spoke(self, path: str, _: dict[str, str]) -> int:
        return self._one(
            "SELECT count(DISTINCT value) FROM acts, json_each(by_states) WHERE symbol = ? AND value != ? "
            "AND kind IN ('recommendation', 'statement', 'advance_question')",
            report_of(path),
            path.split("/")[2],
        )

    def _not_heard(self, path: str, _: dict[str, str]) -> int:
        return self._one(
            "SELECT count(DISTINCT value) FROM acts, json_each(by_states) WHERE symbol = ? AND kind = 'not_heard'",
            report_of(path),
        )


NARROWED = {
    "symbol": "called = ?",
    "kind": "kind = ?",
    "to": "to_state = ?",
    "cycle": "cycle = ?",
    "position": "position = ?",
    "by": "? IN (SELECT value FROM json_each(by_states))",
}


def report_of(path: str) -> str:
    """The symbol in "/reviews/CHN/A/HRC/25/5"."""
    return path.removeprefix("/reviews/").partition("/")[2]
