"""`onrecord backup` and `onrecord restore`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path


def test_a_record_goes_into_a_file_and_comes_back(filled, tmp_path: Path) -> None:
    told = filled("backup", tmp_path / "b.zip", "--json")
    made = json.loads(told.stdout)
    assert (told.exit_code, made["documents"], made["missing"], made["altered"]) == (0, 2, [], [])
    shown = filled("show", "A/HRC/99/1, para. 5.1", "--json").stdout
    told = filled("--record", tmp_path / "again", "restore", tmp_path / "b.zip")
    assert told.exit_code == 0
    assert "2 documents, 8 entries" in told.stdout
    assert filled("--record", tmp_path / "again", "show", "A/HRC/99/1, para. 5.1", "--json").stdout == shown
    assert filled("--record", tmp_path / "again", "doctor").exit_code == 0


def test_words_for_people(filled, tmp_path: Path) -> None:
    told = filled("backup", tmp_path)
    assert (told.exit_code, "read back and compared" in told.stdout) == (0, True)
    [backup] = tmp_path.glob("onrecord-backup-*.zip")
    told = filled("restore", backup)
    assert told.exit_code == 2
    assert "--force" in told.stderr
    told = filled("restore", backup, "--force", "--json")
    assert Path(json.loads(told.stdout)["moved_aside"]).is_dir()


def test_statuses(call, filled, tmp_path: Path) -> None:
    original = next((tmp_path / "record").glob("originals/*/*.txt"))
    original.unlink()
    told = filled("backup", tmp_path / "b.zip")
    assert (told.exit_code, "is missing" in told.stderr) == (1, True)
    assert filled("backup", tmp_path / "b.zip").exit_code == 2
    assert filled("restore", tmp_path / "none.zip").exit_code == 2
    (tmp_path / "no.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    assert filled("--record", tmp_path / "x", "restore", tmp_path / "no.zip").exit_code == 3
    assert call("--record", tmp_path / "none", "backup", tmp_path / "c.zip").exit_code == 1
