from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing

import pytest


def test_a_record_is_filled_searched_shown_and_listed(filled):
    listed = filled("documents")
    assert [line.split("\t")[0] for line in listed.stdout.splitlines()] == ["A/HRC/99/1", "A/HRC/99/2"]
    shown = filled("show", "A/HRC/99/2,", "para. 5.1")
    assert "A/HRC/99/2, para. 5.1 (page 1)" in shown.stdout
    assert "Protect asylum seekers in accordance with international law" in shown.stdout
    assert "(CZE)" in shown.stdout
    assert "recorded in A/HRC/99/2, para. 5" in shown.stdout
    found = filled("search", '"asylum seekers"', "--by", "Republic of Korea")
    assert "A/HRC/99/2, para. 5.2" in found.stdout
    assert "«asylum seekers»" in found.stdout


def test_show_gives_json_with_the_entries_and_their_positions(filled):
    place = json.loads(filled("show", "A/HRC/99/1, para. 5.1", "--json").stdout)["places"][0]
    assert (place["pinpoint"], place["page"]) == ("5.1", 1)
    assert [(entry["by"], entry["position"]) for entry in place["entries"]] == [(["CZE"], "pending")]


def test_show_of_a_symbol_tells_of_the_document(filled):
    assert "paragraphs" in filled("show", "A/HRC/99/1").stdout
    assert json.loads(filled("show", "A/HRC/99/1", "--json").stdout)["symbol"] == "A/HRC/99/1"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["show", "A/HRC/1/1, para. 3"], 1, "is not on the record"),
        (["show", "A/HRC/99/1, para. 77"], 1, "has no paragraph 77"),
        (["show", "paragraph three"], 2, "does not begin with the symbol"),
        (["search", "(("], 2, "no word to look for"),
        (["search", "refugees", "--by", "Atlantis"], 2, "no name of a State"),
        (["search", "refugees", "--kind", "wish"], 2, "There is no kind"),
        (["search", "refugees", "--in", "nonsense"], 2, ""),
        (["add", "nowhere.pdf"], 3, "there is no such file"),
        (["read", "nowhere.pdf"], 3, "there is no such file"),
    ],
)
def test_what_goes_wrong_is_one_line_with_what_to_do(filled, words, status, said):
    told = filled(*words)
    assert told.exit_code == status
    assert told.stderr.startswith("onrecord: ")
    assert said in told.stderr
    assert told.stderr.count("\n") == 1


def test_an_empty_record_says_what_to_do(call):
    told = call("documents")
    assert told.exit_code == 0
    assert "onrecord add FOLDER" in told.stdout
    assert json.loads(call("documents", "--json").stdout) == {"documents": [], "failures": []}
    for words in (["show", "A/HRC/1/1, para. 3"], ["search", "refugees"], ["doctor"]):
        told = call(*words)
        assert told.exit_code == 1
        assert "onrecord add FOLDER" in told.stderr


def test_search_gives_json_and_lines_of_json(filled):
    hits = json.loads(filled("search", "refugees", "--json").stdout)
    lines = filled("search", "refugees", "--jsonl").stdout.splitlines()
    assert hits == [json.loads(line) for line in lines]
    assert {"symbol", "pinpoint", "page", "kind", "snippet", "score", "by", "to"} == set(hits[0])


def test_search_says_how_many_more_there_are(filled):
    told = filled("search", "refugees", "--limit", "1")
    assert "--limit 0 shows all" in told.stderr
    assert "Nothing on the record" in filled("search", "zebra").stdout


def test_the_record_can_be_named_before_and_after_the_command(filled, tmp_path):
    for words in (
        ["--record", tmp_path / "other", "documents"],
        ["documents", "--record", tmp_path / "other"],
    ):
        assert "Nothing is on the record" in filled(*words).stdout


def test_add_tells_what_was_added_what_was_there_and_what_failed(
    filled, tmp_path, make_report, make_bad_files
):
    make_report(tmp_path, 3)
    (tmp_path / "empty.pdf").write_bytes(b"")
    told = filled("add", tmp_path)
    assert told.exit_code == 1
    assert "1 document added, 2 already there, 1 could not be read" in told.stdout
    assert told.stderr == "onrecord: empty.pdf: the file is empty. Fetch the file again.\n"
    report = json.loads(filled("add", tmp_path, "--json").stdout)
    assert (len(report["already"]), len(report["failed"])) == (3, 1)
    assert "empty.pdf" in filled("documents").stderr


def test_add_says_which_edition_counts(filled, tmp_path, make_report):
    (tmp_path / "new").mkdir()
    make_report(tmp_path / "new", 1, "migrants").rename(tmp_path / "new" / "reissue.txt")
    told = filled("add", tmp_path / "new")
    assert "2 editions on the record; reissue.txt counts" in told.stdout


def test_read_prints_one_entry_a_line_and_stores_nothing(call, tmp_path, make_report):
    told = call("read", make_report(tmp_path, 1), "--jsonl")
    entries = [json.loads(line) for line in told.stdout.splitlines()]
    assert [entry["pinpoint"] for entry in entries if entry["kind"] == "recommendation"][-2:] == [
        "5.1",
        "5.2",
    ]
    assert not (tmp_path / "record").exists()


def test_read_writes_a_file_for_each_document_and_overwrites_none(call, tmp_path, make_report):
    (tmp_path / "in" / "more").mkdir(parents=True)
    make_report(tmp_path / "in", 1)
    shutil.copy(make_report(tmp_path / "in", 2), tmp_path / "in" / "more" / "report001.txt")
    (tmp_path / "in" / "empty.pdf").write_bytes(b"")
    told = call("read", tmp_path / "in", "--out", tmp_path / "out", "--jobs", "2")
    assert told.exit_code == 1
    assert "empty.pdf: the file is empty" in told.stderr
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert names == {"report001.jsonl", "report002.jsonl", "report001-2.jsonl"}
    assert told.stdout == ""


def test_read_of_broken_files_alone_ends_with_3_and_names_each(call, tmp_path, make_bad_files):
    reasons = make_bad_files(tmp_path)
    told = call("read", tmp_path)
    assert told.exit_code == 3
    assert told.stdout == ""
    lines = told.stderr.splitlines()
    assert len(lines) == len(reasons)
    assert all(any(name in line and reason in line for line in lines) for name, reason in reasons.items())


def test_read_of_an_empty_folder_says_so(call, tmp_path):
    assert call("read", tmp_path).exit_code == 3


def test_read_gives_the_review_and_the_doubts_as_json(call, tmp_path, make_report):
    [document] = json.loads(call("read", make_report(tmp_path, 1), "--json").stdout)
    assert (document["symbol"], document["review"]["state"]) == ("A/HRC/99/1", "CHN")
    assert isinstance(document["doubts"], list)


def test_doctor_finds_a_whole_record_and_an_altered_original(filled, tmp_path):
    told = filled("doctor")
    assert (told.exit_code, "The record is whole." in told.stdout) == (0, True)
    assert json.loads(filled("doctor", "--json").stdout)["whole"] is True
    original = next((tmp_path / "record").glob("originals/*/*.txt"))
    original.chmod(0o644)
    original.write_text("other words")
    told = filled("doctor")
    assert told.exit_code == 1
    assert "was altered" in told.stderr


def test_doctor_tells_readers_room_and_programs(filled, tmp_path):
    told = json.loads(filled("doctor", "--json").stdout)
    assert told["schema"] == told["newest"]
    assert [(one["reader"], len(one["documents"])) for one in told["readers"]] == [(told["reader"], 2)]
    assert told["size"] > 0
    assert {one["name"] for one in told["programs"]} == {"Tesseract", "LibreOffice"}
    with closing(sqlite3.connect(tmp_path / "record" / "record.db")) as connection, connection:
        connection.execute("UPDATE documents SET reader = '0.0.1+older' WHERE id = 1")
    told = filled("doctor")
    assert told.exit_code == 0
    assert "Reader 0.0.1+older: 1 document." in told.stdout
    assert "onrecord rebuild" in told.stdout


def test_doctor_finds_what_was_kept_with_a_letter(filled, tmp_path):
    name, content = "sent.pdf", b"a letter as it was sent"
    sha256 = hashlib.sha256(content).hexdigest()
    with closing(sqlite3.connect(tmp_path / "record" / "record.db")) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("INSERT INTO letter_versions VALUES (1, 'x', 'y', 'title', '2024', 'Kim')")
        connection.execute(
            "INSERT INTO publications VALUES (1, 'x', 1, 'to', 'post', '2024', '[]', '{}', '', '2024', 'Kim')"
        )
        connection.execute(
            "INSERT INTO publication_files VALUES (1, 0, ?, ?, ?)", (name, sha256, len(content))
        )
    assert "sent.pdf, kept with a letter, is missing" in filled("doctor").stderr
    kept = tmp_path / "record" / "letters" / sha256[:2] / f"{sha256[2:]}.pdf"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(content)
    assert filled("doctor").exit_code == 0
    kept.write_bytes(b"other words")
    assert "sent.pdf, kept with a letter, was altered" in filled("doctor").stderr


def test_doctor_says_that_a_database_is_damaged(filled, tmp_path):
    database = tmp_path / "record" / "record.db"
    database.write_bytes(database.read_bytes()[:100] + bytes(20_000))
    told = filled("doctor")
    assert told.exit_code == 3
    assert "damaged" in told.stderr


def test_rebuild_reads_the_originals_again(filled):
    before = filled("show", "A/HRC/99/1, para. 5.1", "--json").stdout
    told = filled("rebuild", "--jobs", "1")
    assert (told.exit_code, told.stdout.split(" (")[0]) == (0, "2 documents read again")
    assert filled("show", "A/HRC/99/1, para. 5.1", "--json").stdout == before


def test_read_to_a_folder_that_cannot_be_written_says_so(call, tmp_path, make_report):
    (tmp_path / "file").write_text("")
    told = call("read", make_report(tmp_path, 1), "--out", tmp_path / "file" / "out")
    assert told.exit_code == 3
    assert "Nothing can be written to" in told.stderr
