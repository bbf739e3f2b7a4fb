"""Documents without a symbol are looked up by the names of their files, which may be alike."""

from __future__ import annotations

from pathlib import Path

from onrecord.record.add import add_paths
from onrecord.record.leafing import held
from onrecord.record.rebuild import rebuild
from onrecord.record.record import open_record

QUESTIONS = """\
ADVANCE QUESTIONS TO CHINA

NORWAY

What has {matter} changed?
"""


def write(folder: Path, matter: str) -> Path:
    folder.mkdir()
    file = folder / "Advance questions.txt"
    file.write_text(QUESTIONS.format(matter=matter), encoding="utf-8")
    return file


def test_two_files_of_one_name_are_two_documents_with_an_address_each(tmp_path: Path) -> None:
    files = [
        write(tmp_path / "session 17", "the first law"),
        write(tmp_path / "session 31", "the second law"),
    ]
    with open_record(tmp_path / "record") as record:
        added = add_paths(record, files).added
        assert [one.name for one in added] == ["Advance questions.txt", "Advance questions (2).txt"]
        for one in added:
            found = held(record, one.name)
            assert found is not None
            assert found.name == one.name
        assert add_paths(record, files).added == []
        rebuild(record)
        names = sorted(document.name for document in record.documents())
        assert names == ["Advance questions (2).txt", "Advance questions.txt"]
