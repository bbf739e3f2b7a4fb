from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.mechanisms.exports import UHRI, annotated, as_record, as_workbook, uhri_file

from onrecord.documents.packed import LONG
from onrecord.errors import RecordError
from onrecord.record import tables
from onrecord.record.add import add_paths, files_in
from onrecord.record.diagnosis import diagnose
from onrecord.record.reading import Limits
from onrecord.record.rebuild import rebuild
from onrecord.record.record import open_record
from onrecord.record.search import search

MANY = 30
ONRECORD = [sys.executable, "-c", "from onrecord.cli.main import main; main()"]


def contents(record):
    """Everything on the record but the time of day."""
    with record.database.reading() as connection:
        return {
            table.name: [
                {name: value for name, value in row.items() if name not in {"added", "at"}}
                for row in connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            ]
            for table in tables.metadata.sorted_tables
        }


@pytest.fixture
def reports(tmp_path, make_report):
    folder = tmp_path / "reports"
    (folder / "more").mkdir(parents=True)
    return [make_report(folder, 1), make_report(folder, 2, "asylum seekers"), make_report(folder / "more", 3)]


def test_files_and_folders_are_added_in_order_with_all_below_them(record, reports):
    seen = []
    report = add_paths(record, [reports[0].parent], on_progress=lambda *told: seen.append(told))
    assert [added.symbol for added in report.added] == ["A/HRC/99/1", "A/HRC/99/2", "A/HRC/99/3"]
    assert [added.entries >= 2 for added in report.added] == [True] * 3
    assert [told[:2] for told in seen] == [(1, 3), (2, 3), (3, 3)]
    assert [stored.kind for stored in record.documents()] == ["upr_report"] * 3
    assert record.documents()[0].original.read_bytes() == reports[0].read_bytes()
    assert diagnose(record).faults == ()


def test_adding_twice_changes_nothing(record, reports):
    add_paths(record, reports)
    before = contents(record)
    again = add_paths(record, reports)
    assert (again.added, again.already, again.failed) == ([], reports, [])
    assert contents(record) == before


def test_the_same_bytes_under_two_names_are_one_document(record, reports, tmp_path):
    copy = Path(shutil.copy(reports[0], tmp_path / "copy.txt"))
    report = add_paths(record, [reports[0], copy])
    assert len(report.added) == 1
    assert report.already == [copy]


def test_another_file_with_the_same_symbol_is_another_edition_and_is_reported(
    record, reports, tmp_path, make_report
):
    (tmp_path / "later").mkdir()
    later = make_report(tmp_path / "later", 1, "migrants")
    report = add_paths(record, [reports[0], later])
    assert [(added.editions, added.counts) for added in report.added] == [
        (1, "report001.txt"),
        (2, later.name),
    ]
    assert "migrants" in record.paragraph("A/HRC/99/1", "5.1").text


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_files_are_each_told_of_and_the_rest_is_read(record, reports, make_bad_files, tmp_path, jobs):
    (tmp_path / "bad").mkdir()
    reasons = make_bad_files(tmp_path / "bad")
    report = add_paths(record, [tmp_path / "bad", *reports, tmp_path / "nowhere"], jobs=jobs)
    assert len(report.added) == 3
    failed = {failure.path.name: failure for failure in report.failed}
    assert set(failed) == {*reasons, "nowhere"}
    for name, reason in reasons.items():
        assert reason in failed[name].reason
        assert name in failed[name].reason
        assert failed[name].hint
        assert "\n" not in failed[name].reason
    assert len(record.failures()) == len(reasons) + 1
    assert diagnose(record).faults == ()


def test_a_file_that_was_mended_is_no_longer_a_failure(record, reports):
    words = reports[0].read_text()
    reports[0].write_text("")
    assert len(add_paths(record, reports[:1]).failed) == 1
    reports[0].write_text(words)
    assert len(add_paths(record, reports[:1]).added) == 1
    assert record.failures() == []


def test_bounds_hold_for_size_pages_and_time(record, reports):
    assert "MB" in add_paths(record, reports[:1], limits=Limits(file_bytes=10)).failed[0].reason
    reports[0].write_text(reports[0].read_text() + "\f7.   A second page.\n")
    assert "2 pages" in add_paths(record, reports[:1], limits=Limits(pages=1)).failed[0].reason
    assert (
        "longer than 0.01 seconds"
        in add_paths(record, reports[:1], limits=Limits(seconds=0.01)).failed[0].reason
    )
    assert record.documents() == []
    assert len(add_paths(record, reports[:1]).added) == 1


def test_what_a_folder_holds_beside_documents_is_passed_over(record, reports, tmp_path):
    folder = reports[0].parent
    (folder / "notes.odt").write_bytes(b"")
    (folder / ".hidden.pdf").write_bytes(b"")
    files, passed_over = files_in([folder, folder])
    assert len(files) == 3
    assert {file.name for file in passed_over} == {"notes.odt"}


def test_a_record_does_not_add_its_own_originals(record, reports, tmp_path):
    add_paths(record, reports)
    report = add_paths(record, [tmp_path])
    assert (len(report.added), len(report.already)) == (0, 3)


def test_a_changed_reader_reads_again_and_keeps_ids(record, reports, monkeypatch):
    monkeypatch.setattr("onrecord.record.add.reader_version", lambda: "older")
    add_paths(record, reports)
    before = contents(record)
    monkeypatch.undo()
    assert len(add_paths(record, reports).added) == 3
    after = contents(record)
    assert {row["reader"] for row in before.pop("documents")} == {"older"}
    assert "older" not in {row["reader"] for row in after.pop("documents")}
    assert after == before


def test_rebuilding_from_the_originals_gives_the_same_record(record, reports):
    add_paths(record, reports)
    before, found = contents(record), record.documents()
    for file in reports:
        file.unlink()
    assert rebuild(record).documents == 3
    assert contents(record) == before
    assert record.documents() == found


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
def test_every_row_of_a_long_export_is_on_the_record_and_can_be_found(record, tmp_path, ending):
    count = LONG + 300
    rows = [annotated(Text=f"{n % 99 + 1}. Train the judges of province{n}.") for n in range(count)]
    contents = {
        "csv": lambda: uhri_file(rows),
        "json": lambda: json.dumps([as_record(row, {name: name for name in UHRI}) for row in rows]).encode(),
        "xlsx": lambda: as_workbook([UHRI, *rows]),
    }
    path = tmp_path / f"export.{ending}"
    path.write_bytes(contents[ending]())
    report = add_paths(record, [path])
    assert [added.entries for added in report.added] == [count]
    entries = record.entries(to="CHN", kind="recommendation")
    assert [entry.text for entry in entries] == [f"Train the judges of province{n}." for n in range(count)]
    for n in (0, LONG - 1, LONG, count - 1):
        (hit,) = search(record, f"province{n}")
        assert hit.pinpoint == f"row {n + (ending != 'json') + 1}"


def test_a_damaged_original_is_found_and_its_document_kept(record, reports):
    add_paths(record, reports)
    original = record.documents()[0].original
    original.chmod(0o644)
    original.write_text(reports[1].read_text())
    assert "altered" in diagnose(record).faults[0]
    rebuilt = rebuild(record)
    assert (rebuilt.documents, rebuilt.failed[0][0]) == (2, "report001.txt")
    original.unlink()
    assert "missing" in diagnose(record).faults[0]
    assert record.document("A/HRC/99/1") is not None


def test_two_who_add_at_once_make_one_whole_record(tmp_path, reports):
    command = [*ONRECORD, "--record", str(tmp_path / "record"), "add", str(reports[0].parent)]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    with open_record(tmp_path / "record") as record:
        assert len(record.documents()) == 3
        assert diagnose(record).faults == ()


def many_reports(folder: Path, make_report) -> Path:
    folder.mkdir()
    for number in range(1, MANY + 1):
        make_report(folder, number, "refugees, migrants and asylum seekers " * 40)
    return folder


def run_add(record: Path, folder: Path, **options) -> subprocess.CompletedProcess:
    command = [*ONRECORD, "--record", str(record), "add", str(folder), "--jobs", "2"]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **options)


def stored(record: Path) -> int:
    """How many originals there are: a sign of how far `add` has come."""
    return len(list(record.glob("originals/*/*.txt")))


def test_an_add_that_is_killed_leaves_a_whole_record_and_goes_on_to_the_same(tmp_path, make_report):
    folder = many_reports(tmp_path / "reports", make_report)
    killed = tmp_path / "killed"
    for until in (4, 14):
        command = [*ONRECORD, "--record", str(killed), "add", str(folder), "--jobs", "2"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while stored(killed) < until and process.poll() is None:
            time.sleep(0.005)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with open_record(killed) as record:
            assert 0 < len(record.documents()) < MANY
            assert diagnose(record).faults == ()
    assert run_add(killed, folder).returncode == 0
    assert run_add(tmp_path / "whole", folder).returncode == 0
    with open_record(killed) as one, open_record(tmp_path / "whole") as other:
        assert len(one.documents()) == MANY
        assert diagnose(one).faults == ()
        assert contents(one) == contents(other)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 1 MB; only root may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=False, capture_output=True, text=True
    )
    if made.returncode:
        pytest.skip(f"no small disk can be made here: {made.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_full_disk_is_told_of_and_loses_nothing(small_disk, tmp_path, make_report):
    folder = many_reports(tmp_path / "reports", make_report)
    full = run_add(small_disk / "record", folder)
    assert full.returncode == 3
    assert "disk is full" in full.stderr
    assert "Traceback" not in full.stderr
    assert full.stderr.count("\n") == 1
    with open_record(small_disk / "record") as record:
        there = len(record.documents())
        assert 0 < there < MANY
        assert diagnose(record).faults == ()
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    assert run_add(small_disk / "record", folder).returncode == 0
    with open_record(small_disk / "record") as record:
        assert len(record.documents()) == MANY
        assert diagnose(record).faults == ()


def test_a_disk_that_stops_taking_bytes_is_told_of_and_loses_nothing(tmp_path, make_report):
    folder = many_reports(tmp_path / "reports", make_report)

    def bound_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    stopped = run_add(tmp_path / "record", folder, preexec_fn=bound_files)
    assert stopped.returncode == 3
    assert "disk" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    with open_record(tmp_path / "record") as record:
        assert 0 < len(record.documents()) < MANY
        assert diagnose(record).faults == ()


def test_a_record_whose_folder_may_not_be_written_is_told_of(record, reports, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(record.originals, "keep", refuse)
    with pytest.raises(RecordError, match="Permission denied"):
        add_paths(record, reports)
