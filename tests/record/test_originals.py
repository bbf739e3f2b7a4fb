from __future__ import annotations

import hashlib
import os
import time

import pytest

from onrecord.errors import RecordError
from onrecord.record.originals import Originals, hash_file


@pytest.fixture
def originals(tmp_path):
    return Originals(tmp_path / "originals")


@pytest.fixture
def source(tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(b"words of a report" * 100_000)
    return file


def test_an_original_is_kept_byte_for_byte_under_its_hash(originals, source):
    sha256 = hash_file(source)
    kept = originals.keep(source, sha256, ".pdf")
    assert kept.read_bytes() == source.read_bytes()
    assert kept == originals.folder / sha256[:2] / f"{sha256[2:]}.pdf"
    assert sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert originals.is_whole(kept, sha256)


def test_an_original_is_never_written_twice(originals, source):
    first = originals.keep(source, hash_file(source), ".pdf").stat()
    second = originals.keep(source, hash_file(source), ".pdf").stat()
    assert (first.st_ino, first.st_mtime_ns) == (second.st_ino, second.st_mtime_ns)


def test_a_file_that_changed_after_it_was_read_is_not_kept(originals, source):
    sha256 = hash_file(source)
    source.write_bytes(b"other words")
    with pytest.raises(RecordError, match="was changed"):
        originals.keep(source, sha256, ".pdf")
    assert [file for file in originals.folder.rglob("*") if file.is_file()] == []


def test_an_altered_or_missing_original_is_not_whole(originals, source):
    sha256 = hash_file(source)
    kept = originals.keep(source, sha256, ".pdf")
    kept.chmod(0o644)
    kept.write_bytes(b"other words")
    assert not originals.is_whole(kept, sha256)
    kept.unlink()
    assert not originals.is_whole(kept, sha256)


def test_half_written_copies_of_a_killed_run_are_swept_but_not_those_still_coming(originals):
    (originals.folder / "ab").mkdir(parents=True)
    old, new = originals.folder / "ab" / ".coming-old", originals.folder / "ab" / ".coming-new"
    for file in (old, new):
        file.write_bytes(b"half")
    os.utime(old, (time.time() - 7200,) * 2)
    originals.sweep()
    assert not old.exists()
    assert new.exists()
