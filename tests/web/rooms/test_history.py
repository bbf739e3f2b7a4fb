"""History, backup and diagnosis in the browser."""

from __future__ import annotations

import io
import json
import shutil
import time
import zipfile
from pathlib import Path
from typing import Any

from onrecord.record.add import add_paths
from onrecord.record.diagnosis import diagnose
from onrecord.record.record import open_record
from onrecord.web.departures import backup_leaving, tables_leaving
from onrecord.web.desk import Desk
from onrecord.web.jobs import Job


def settled_page(bench: Any) -> str:
    for _ in range(300):
        answer = bench.client.get("/history")
        if "refresh" not in answer.headers:
            return str(answer.text)
        time.sleep(0.1)
    raise AssertionError("the work did not end")


def test_a_backup_is_written_into_the_folder_that_is_named(bench: Any, tmp_path: Path) -> None:
    answer = bench.client.post("/history/backup", data={**bench.mark, "folder": str(tmp_path)})
    assert answer.headers["location"] == "/history"
    page = settled_page(bench)
    (made,) = tmp_path.glob("*.zip")
    assert str(made) in page
    assert zipfile.ZipFile(made).testzip() is None


def test_a_folder_that_is_none_is_told(bench: Any, tmp_path: Path) -> None:
    for folder in (tmp_path / "no", Path(__file__)):
        answer = bench.client.post("/history/backup", data={**bench.mark, "folder": str(folder)})
        assert answer.status_code == 400


def test_the_diagnosis_tells_whether_the_record_is_whole_and_who_read_it(bench: Any) -> None:
    bench.client.post("/history/diagnosis", data=bench.mark)
    page = settled_page(bench)
    assert "whole" in page
    assert "2 documents</a> (today" in page.replace("&#39;s reader", "")
    job = bench.client.app.state.desk.jobs.all()[0]
    assert bench.client.get(f"/jobs/{job.id}").status_code == 404


def test_one_click_gives_a_backup_that_is_whole(bench: Any) -> None:
    bench.client.post("/history/backup/file", data=bench.mark)
    for _ in range(300):
        answer = bench.client.get("/history")
        if "url=" in answer.headers.get("refresh", ""):
            break
        time.sleep(0.1)
    address = answer.headers["refresh"].partition("url=")[2]
    file = bench.client.get(address)
    assert 'filename="onrecord-backup-' in file.headers["content-disposition"]
    packed = zipfile.ZipFile(io.BytesIO(file.content))
    assert packed.testzip() is None
    assert json.loads(packed.read("manifest.json"))["documents"] == 2
    # The browser has come for it: the page does not send it again by itself.
    assert "refresh" not in bench.client.get("/history").headers
    assert bench.client.get(address).content == file.content


def test_one_click_gives_the_whole_record_as_files(bench: Any) -> None:
    bench.client.post("/history/tables/file", data=bench.mark)
    for _ in range(300):
        answer = bench.client.get("/history")
        if "url=" in answer.headers.get("refresh", ""):
            break
        time.sleep(0.1)
    packed = zipfile.ZipFile(
        io.BytesIO(bench.client.get(answer.headers["refresh"].partition("url=")[2]).content)
    )
    held = {name.rpartition("/")[2]: name for name in packed.namelist()}
    assert {"README.md", "entries.csv", "entries.jsonl"} <= held.keys()
    assert "signatory_contacts.csv" not in held
    assert packed.read(held["documents.jsonl"]).count(b"\n") == 2


def test_what_nobody_made_cannot_be_taken(bench: Any) -> None:
    assert bench.client.get("/history/files/999").status_code == 404
    assert bench.client.post("/history/backup/file").status_code == 403


def test_files_that_left_are_gone_when_the_workbench_closes(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "record")
    former = backup_leaving(desk.own, Job(1, "backup-file"))
    tables = tables_leaving(desk.own, Job(2, "tables-file"))
    made = backup_leaving(desk.own, Job(3, "backup-file"))
    # One of each kind is kept, so that no click fills the disk.
    assert (former.size, tables.size > 0, made.size > 0) == (0, True, True)
    desk.close()
    assert made.size == tables.size == 0


def test_an_altered_original_is_told_with_what_to_do_and_adding_it_again_puts_it_back(
    tmp_path: Path, two_reports: Path
) -> None:
    shutil.copytree(two_reports, tmp_path / "record")
    with open_record(tmp_path / "record") as record:
        stored = record.documents()[0]
        words = stored.original.read_bytes()
        stored.original.chmod(0o644)
        stored.original.write_bytes(words.replace(b"China", b"Chile", 1))
        found = diagnose(record)
        assert "was altered" in found.faults[0]
        assert "Add the same files again" in found.advice[0]
        again = tmp_path / stored.name
        again.write_bytes(words)
        assert add_paths(record, [again]).already == [again]
        assert diagnose(record).faults == ()
        stored.original.unlink()
        add_paths(record, [again])
        assert stored.original.read_bytes() == words


def test_a_letter_shows_both_sides_of_what_was_changed(bench: Any) -> None:
    opened = bench.client.post("/letters", data={**bench.mark, "text": "We met on Monday.", "name": "ours"})
    address = opened.headers["location"]
    bench.client.post(f"{address}/edit", data={**bench.mark, "text": "We met on Tuesday.", "do": "save"})
    page = bench.client.get("/history?kind=draft").text
    assert "<del>We met on Monday.</del>" in page
    assert "<ins>We met on Tuesday.</ins>" in page
    assert bench.client.get("/history?kind=nonsense&who=%3Cb%3E&start=5").status_code == 200
