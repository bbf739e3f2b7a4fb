from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from onrecord.errors import RecordError, RecordIsNewer
from onrecord.record.letter_tables import metadata
from onrecord.record.migrations import NEWEST, versions
from onrecord.record.record import open_record


def run(path: Path, statement: str):
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).fetchall()


def test_the_migrations_make_the_tables_that_the_program_uses(record):
    def ours(_thing, name, kind, reflected, _other):
        return not (kind == "table" and reflected and name.startswith("passage_index"))

    with record.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_one_the_program_names():
    numbers = sorted(file.name[1:5] for file in Path(versions.__file__).parent.glob("r*.py"))
    assert numbers[-1] == NEWEST


def test_a_record_opens_again_as_it_was(tmp_path):
    for _ in range(2):
        with open_record(tmp_path) as record:
            assert record.documents() == []
    assert run(tmp_path / "record.db", "SELECT version_num FROM alembic_version") == [(NEWEST,)]


def test_a_record_of_a_newer_program_is_not_touched(tmp_path):
    open_record(tmp_path).close()
    run(tmp_path / "record.db", "UPDATE alembic_version SET version_num = '9999'")
    before = (tmp_path / "record.db").read_bytes()
    with pytest.raises(RecordIsNewer, match="9999"):
        open_record(tmp_path)
    assert (tmp_path / "record.db").read_bytes() == before


def test_the_database_of_another_program_is_not_touched(tmp_path):
    run(tmp_path / "record.db", "CREATE TABLE photographs (id INTEGER)")
    before = (tmp_path / "record.db").read_bytes()
    with pytest.raises(RecordError, match="no record of On Record"):
        open_record(tmp_path)
    assert (tmp_path / "record.db").read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"no database at all, but a text" * 50, b"SQLite format 3\0" + b"\7" * 500]
)
def test_a_file_that_is_no_database_is_told_of(tmp_path, content):
    (tmp_path / "record.db").write_bytes(content)
    with pytest.raises(RecordError) as caught:
        open_record(tmp_path)
    assert caught.value.hint
    assert (tmp_path / "record.db").read_bytes() == content
