"""`onrecord export`, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path


def test_the_record_goes_into_files(filled, tmp_path: Path) -> None:
    told = filled("export", tmp_path / "out", "--json")
    assert told.exit_code == 0
    rows = json.loads(told.stdout)["rows"]
    assert (rows["documents"], rows["entries"]) == (2, 8)
    assert len((tmp_path / "out" / "entries.jsonl").read_text(encoding="utf-8").splitlines()) == 8
    told = filled("export", tmp_path / "other")
    assert "README.md there explains every column" in told.stdout
    assert "  entries: 8 rows" in told.stdout


def test_statuses(call, filled, tmp_path: Path) -> None:
    told = filled("export", tmp_path)
    assert (told.exit_code, "not empty" in told.stderr) == (2, True)
    assert call("--record", tmp_path / "none", "export", tmp_path / "out").exit_code == 1
