"""What is worked out of the documents is kept until they change, and no longer."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import text

from onrecord.record.record import open_record
from onrecord.record.unchanged import while_unchanged


def paragraphs(record):
    with record.database.reading() as connection:
        return connection.execute(text("SELECT count(*) FROM paragraphs")).scalar_one()


def test_it_is_made_once_and_again_after_a_document_came(record, keep, china):
    made = []

    def make():
        made.append(paragraphs(record))
        return made[-1]

    assert while_unchanged(record, "many", make) == while_unchanged(record, "many", make) == made[0]
    assert len(made) == 1
    keep(replace(china, sha256="d" * 64, symbol="A/HRC/99/2"))
    assert while_unchanged(record, "many", make) == 2 * made[0]


def test_what_people_say_of_the_documents_leaves_it(record, china):
    made = []
    while_unchanged(record, "name", lambda: made.append(1))
    with record.database.writing() as connection:
        connection.execute(
            text("INSERT INTO saved_searches (at, who, name, address) VALUES ('2026', 'Kim', 'mine', 'q=a')")
        )
    while_unchanged(record, "name", lambda: made.append(1))
    assert made == [1]


def test_another_program_s_change_is_seen(record, china, tmp_path):
    assert while_unchanged(record, "many", lambda: paragraphs(record)) > 0
    with open_record(tmp_path / "record") as other, other.database.writing() as connection:
        connection.execute(text("DELETE FROM documents"))
    assert while_unchanged(record, "many", lambda: paragraphs(record)) == 0


def test_two_records_keep_things_of_their_own(record, tmp_path, china):
    with open_record(tmp_path / "other") as other:
        assert while_unchanged(other, "many", lambda: paragraphs(other)) == 0
        assert while_unchanged(record, "many", lambda: paragraphs(record)) > 0


def test_of_a_family_only_the_last_are_kept(record, china):
    made = []

    def ask(name):
        return while_unchanged(record, "squares", lambda: made.append(name) or name * 2, of=name, most=2)

    assert [ask("a"), ask("b"), ask("b"), ask("c"), ask("c"), ask("a")] == [
        "aa",
        "bb",
        "bb",
        "cc",
        "cc",
        "aa",
    ]
    assert made == ["a", "b", "c", "a"]
