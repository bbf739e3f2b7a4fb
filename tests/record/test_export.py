"""An export holds every row, explains every column, and runs nothing when a spreadsheet opens it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import func, select

from onrecord.errors import UsageError
from onrecord.record.add import add_paths
from onrecord.record.decisions import Decision, TextQuote, keep_decision
from onrecord.record.export import cell, columns_of, export, tables_exported
from onrecord.record.export_columns import ANYWHERE, COLUMNS, FILES, LEFT_OUT, LEFT_OUT_COLUMNS
from onrecord.record.letter_tables import metadata
from onrecord.record.record import Record, open_record

HOSTILE = '=HYPERLINK("http://example.org";"refugees")'


@pytest.fixture
def record(tmp_path: Path, make_report: Callable[..., Path]) -> Record:
    """A record with two documents, a file that could not be read, and a decision."""
    (tmp_path / "no.txt").write_text("Bread and milk.")
    record = open_record(tmp_path / "record")
    add_paths(record, [make_report(tmp_path, 1, "난민"), make_report(tmp_path, 2), tmp_path / "no.txt"])
    quote = TextQuote(HOSTILE, "", "")
    keep_decision(
        record.database,
        Decision("letter", "grammar", "warning", "x", "dismissed", HOSTILE, "Kim", "asked", "2024-01-03T00:00:00+00:00",
                 quote, "words", "message", ("A/HRC/99/1, para. 3", "A/HRC/99/1, para. 4")),
    )  # fmt: skip
    return record


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_row_stands_in_both_forms(record: Record, tmp_path: Path) -> None:
    made = export(record, tmp_path / "out")
    assert made.rows["documents"] == 2
    assert made.rows["entries"] == len(record.entries())
    assert made.rows["decisions"] == made.rows["failures"] == 1
    with record.database.reading() as connection:
        for table in tables_exported():
            held = connection.execute(select(func.count()).select_from(table)).scalar_one()
            lines, cells = (
                read_lines(made.folder / f"{table.name}.jsonl"),
                read_csv(made.folder / f"{table.name}.csv"),
            )
            assert held == made.rows[table.name] == len(lines) == len(cells)
            names = [column.name for column in columns_of(table)]
            assert all(list(line) == names for line in lines)
            assert all(list(row) == names for row in cells)


def test_entries_are_as_the_record_has_them(record: Record, tmp_path: Path) -> None:
    folder = export(record, tmp_path / "out").folder
    for entry, line, row in zip(
        record.entries(), read_lines(folder / "entries.jsonl"), read_csv(folder / "entries.csv"), strict=True
    ):
        assert (entry.text, list(entry.by), entry.pinpoint) == (
            line["text"],
            line["by_states"],
            line["pinpoint"],
        )
        assert (entry.text, "; ".join(entry.by), entry.to) == (row["text"], row["by_states"], row["to_state"])
    assert "난민" in (folder / "entries.csv").read_text(encoding="utf-8-sig")


def test_no_cell_is_a_formula_and_json_keeps_the_words(record: Record, tmp_path: Path) -> None:
    folder = export(record, tmp_path / "out").folder
    [row] = read_csv(folder / "decisions.csv")
    [line] = read_lines(folder / "decisions.jsonl")
    assert (row["reason"], line["reason"]) == (f"'{HOSTILE}", HOSTILE)
    assert row["places"] == "A/HRC/99/1, para. 3; A/HRC/99/1, para. 4"


@given(st.text() | st.lists(st.text()) | st.none() | st.integers() | st.booleans())
@example("=1+1")
@example("\t@SUM(A1)")
@example(["-1", "+2"])
@example("＝1")
def test_no_words_begin_a_formula(value: object) -> None:
    written = cell(value)
    if not isinstance(value, int):
        assert not written.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


def test_the_readme_explains_every_column_and_what_is_left_out(record: Record, tmp_path: Path) -> None:
    page = (export(record, tmp_path / "out").folder / "README.md").read_text(encoding="utf-8")
    for table in tables_exported():
        part = page.partition(f"\n## {table.name}\n")[2].partition("\n## ")[0]
        assert all(f"| `{column.name}` |" in part for column in columns_of(table)), table.name
    for name in (*LEFT_OUT, *(table for table, _ in LEFT_OUT_COLUMNS)):
        assert name in page.partition("## What is not here")[2]
    assert "contact" not in page.partition("## What is not here")[0]


def test_what_is_explained_exists() -> None:
    columns = {(table.name, column.name) for table in metadata.tables.values() for column in table.columns}
    assert set(FILES) <= set(metadata.tables)
    assert set(COLUMNS) | set(LEFT_OUT_COLUMNS) <= columns
    assert set(ANYWHERE) <= {name for _, name in columns}


def test_nothing_is_overwritten(record: Record, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert export(record, tmp_path / "out").rows["documents"] == 2
    with pytest.raises(UsageError, match="not empty"):
        export(record, tmp_path / "out")
    assert not list(tmp_path.glob(".*"))
