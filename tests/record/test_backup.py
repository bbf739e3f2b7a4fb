"""A backup is one state of the record, proved before it has its name, and comes back as it was."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import RecordError, RecordIsNewer, UsageError
from onrecord.record.add import add_paths
from onrecord.record.backup import back_up, verify
from onrecord.record.diagnosis import diagnose
from onrecord.record.record import open_record
from onrecord.record.restore import restore

MakeReport = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path, make_report: MakeReport) -> Path:
    """The folder of a record with two reports and a file kept with a letter."""
    with open_record(tmp_path / "record") as record:
        add_paths(record, [make_report(tmp_path, 1), make_report(tmp_path, 2, "asylum seekers")])
    kept = tmp_path / "record" / "letters" / "ab"
    kept.mkdir(parents=True)
    (kept / "cd.pdf").write_bytes(b"a letter as it was sent")
    return tmp_path / "record"


def made(folder: Path, target: Path) -> Path:
    with open_record(folder) as record:
        return back_up(record, target).file


def repacked(backup: Path, change: Callable[[str, bytes], tuple[str, bytes]]) -> Path:
    """A backup of which every file went through `change`."""
    other = backup.with_name("changed.zip")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return other


def test_a_restored_record_is_the_record(folder: Path, tmp_path: Path) -> None:
    with open_record(folder) as record:
        backup = back_up(record, tmp_path / "b.zip")
        entries, documents = record.entries(), [one.symbol for one in record.documents()]
    assert (backup.documents, backup.entries, backup.files) == (2, len(entries), 3)
    again = restore(backup.file, tmp_path / "again")
    assert (again.documents, again.entries, again.moved_aside) == (2, len(entries), None)
    with open_record(again.folder) as record:
        assert record.entries() == entries
        assert [one.symbol for one in record.documents()] == documents
        assert diagnose(record).faults == ()
    assert (again.folder / "letters" / "ab" / "cd.pdf").read_bytes() == b"a letter as it was sent"
    assert not list(tmp_path.glob(".*"))


def test_in_a_folder_it_is_named_for_the_moment(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    file = made(folder, tmp_path / "stick")
    assert file.parent == tmp_path / "stick"
    assert file.name.startswith("onrecord-backup-20")


def test_it_never_overwrites(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("mine")
    with pytest.raises(UsageError, match="never overwrites"):
        made(folder, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_text() == "mine"


def test_it_is_one_state_of_a_record_that_is_being_written(
    folder: Path, tmp_path: Path, make_report: MakeReport
) -> None:
    done = threading.Event()

    def write() -> None:
        with open_record(folder) as record:
            for number in range(3, 9):
                add_paths(record, [make_report(tmp_path, number)])
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    backups = []
    while not done.is_set() or not backups:
        backups.append(made(folder, tmp_path / f"b{len(backups)}.zip"))
    writer.join()
    for number, backup in enumerate(backups):
        with open_record(restore(backup, tmp_path / f"again{number}").folder) as record:
            found = diagnose(record)
            assert found.faults == ()
            assert found.entries == 4 * found.documents, "each report has four entries"


def test_its_own_missing_and_altered_files_are_told(folder: Path, tmp_path: Path) -> None:
    first, second = sorted((folder / "originals").glob("*/*"))
    first.unlink()
    second.chmod(0o644)
    second.write_text("other words")
    with open_record(folder) as record:
        backup = back_up(record, tmp_path / "b.zip")
    assert len(backup.missing) == len(backup.altered) == 1
    assert backup.documents == 2


LIMITED = """
import resource, signal, sys
from pathlib import Path
from onrecord.errors import RecordError
from onrecord.record.backup import back_up
from onrecord.record.record import open_record
with open_record(Path(sys.argv[1])) as record:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
    try:
        back_up(record, Path(sys.argv[2]))
    except RecordError as error:
        print(error.message)
"""


@pytest.mark.parametrize("most", [20_000, 300_000])
def test_a_full_disk_leaves_nothing_under_its_name(folder: Path, tmp_path: Path, most: int) -> None:
    """A bound on the size of any file stands for the disk: at the database's copy, and at the archive."""
    big = folder / "originals" / "zz"
    big.mkdir()
    (big / "noise.pdf").write_bytes(os.urandom(400_000))
    target = tmp_path / "out" / "b.zip"
    target.parent.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, folder, target, str(most)], capture_output=True, text=True, check=True
    )
    assert "disk" in done.stdout
    assert list(target.parent.iterdir()) == []
    with open_record(folder) as record:
        assert len(record.documents()) == 2


BACKING_UP = """
import sys
from pathlib import Path
from onrecord.record.backup import back_up
from onrecord.record.record import open_record
with open_record(Path(sys.argv[1])) as record:
    back_up(record, Path(sys.argv[2]), on_progress=lambda *_: print("writing", flush=True))
"""


def test_a_kill_in_the_midst_harms_nothing(folder: Path, tmp_path: Path) -> None:
    big = folder / "originals" / "zz"
    big.mkdir()
    (big / "noise.bin").write_bytes(os.urandom(1 << 20) * 40)
    target = tmp_path / "out" / "b.zip"
    target.parent.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", BACKING_UP, folder, target], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert not target.exists()
    with open_record(folder) as record:
        assert len(record.documents()) == 2
        assert record.database.faults() == []
        left = list(target.parent.iterdir())
        assert all(path.name.startswith(".onrecord-backup-") for path in left)
        old = time.time() - 90_000
        for path in left:
            os.utime(path, (old, old))
        assert back_up(record, target).file == target
    assert list(target.parent.iterdir()) == [target], "what a killed backup left is swept a day later"


@pytest.mark.parametrize("kept", ["record.db", "letters/ab/cd.pdf"])
def test_a_changed_file_is_found_and_nothing_put_in_place(folder: Path, tmp_path: Path, kept: str) -> None:
    backup = made(folder, tmp_path / "b.zip")

    def turned(name: str, content: bytes) -> tuple[str, bytes]:
        return name, content[:-1] + b"?" if name == kept else content

    broken = repacked(backup, turned)
    for work in (lambda: verify(broken), lambda: restore(broken, tmp_path / "again")):
        with pytest.raises(RecordError, match="is damaged"):
            work()
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_cut_off_file_is_no_backup(folder: Path, tmp_path: Path, share: float) -> None:
    backup = made(folder, tmp_path / "b.zip")
    content = backup.read_bytes()
    (tmp_path / "cut.zip").write_bytes(content[: int(share * len(content))])
    with pytest.raises(RecordError):
        restore(tmp_path / "cut.zip", tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("name", ["../outside.pdf", "/outside.pdf", "a\\..\\b.pdf", "C:evil.pdf"])
def test_no_name_leads_out_of_the_folder(folder: Path, tmp_path: Path, name: str) -> None:
    def renamed(old: str, content: bytes) -> tuple[str, bytes]:
        if old == "manifest.json":
            return old, content.replace(b"letters/ab/cd.pdf", json.dumps(name)[1:-1].encode())
        return (name if old == "letters/ab/cd.pdf" else old), content

    hostile = repacked(made(folder, tmp_path / "b.zip"), renamed)
    with pytest.raises(RecordError, match="is damaged"):
        restore(hostile, tmp_path / "x" / "again")
    assert not (tmp_path / "x" / "again").exists()
    assert not (tmp_path / "x" / "outside.pdf").exists()


def test_a_record_made_by_a_newer_program_is_left_alone(folder: Path, tmp_path: Path) -> None:
    def newer(name: str, content: bytes) -> tuple[str, bytes]:
        if name != "manifest.json":
            return name, content
        return name, json.dumps({**json.loads(content), "schema": "9999"}).encode()

    with pytest.raises(RecordIsNewer):
        restore(repacked(made(folder, tmp_path / "b.zip"), newer), tmp_path / "again")


def test_what_is_there_is_moved_aside_and_only_by_force(folder: Path, tmp_path: Path) -> None:
    backup = made(folder, tmp_path / "b.zip")
    with sqlite3.connect(folder / "record.db") as connection:
        connection.execute("DELETE FROM documents")
    connection.close()
    with pytest.raises(UsageError, match="not empty"):
        restore(backup, folder)
    again = restore(backup, folder, force=True)
    assert again.moved_aside is not None
    with open_record(again.folder) as new, open_record(again.moved_aside) as old:
        assert (len(new.documents()), len(old.documents())) == (2, 0)


def test_an_empty_folder_is_filled(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    assert restore(made(folder, tmp_path / "b.zip"), tmp_path / "again").documents == 2
