"""What lies on the desk is ready before it is asked for, and is put away whole."""

from __future__ import annotations

from pathlib import Path

from onrecord.record.backup import DATABASE
from onrecord.record.browse import Asked, browse
from onrecord.web.desk import Desk


def test_a_workbench_that_is_closed_at_once_is_closed_whole(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "record")
    desk.get_ready()
    desk.close()
    assert not (tmp_path / "record" / f"{DATABASE}-wal").exists()


def test_a_record_that_was_damaged_meanwhile_is_told_by_the_page_that_needs_it(
    tmp_path: Path, caplog
) -> None:
    desk = Desk(tmp_path / "record")
    with desk.own.database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE passages")
    desk.get_ready()
    desk.close()
    assert caplog.records == []


def test_what_was_made_ready_serves_the_first_search(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "record")
    desk.get_ready()
    assert browse(desk.own, Asked("refugees")).totals == {"entries": 0, "paragraphs": 0, "notes": 0}
    desk.close()
