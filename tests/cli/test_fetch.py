from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fetching.conftest import server  # noqa: F401 - a fixture
from tests.fetching.pages import docx, pdf
from tests.fetching.server import gives

from onrecord.cli.main import main
from onrecord.fetching.provenance import read_beside
from onrecord.record.record import open_record


@pytest.fixture
def fetch(tmp_path: Path, server):  # noqa: F811 - the fixture
    """`onrecord fetch …` from a server on this machine, in a folder of its own."""
    addresses = tmp_path / "addresses.csv"
    addresses.write_text(f"name,address,formats\nown,{server.url}/{{symbol}}.{{format}},pdf docx\n")
    environment = {
        "ONRECORD_FETCH_ADDRESSES": str(addresses),
        "ONRECORD_CACHE": str(tmp_path / "cache"),
        "ONRECORD_RECORD": str(tmp_path / "record"),
        "NO_PROXY": "127.0.0.1",
    }

    def called(*words: object):
        given = ["fetch", "--pause", "0", "--tries", "1", *map(str, words)]
        return CliRunner(env=environment).invoke(main, given, prog_name="onrecord")

    return called


def test_a_document_comes_with_the_record_of_where_it_came_from(fetch, server, tmp_path):  # noqa: F811
    server.on("/A/HRC/25/5.pdf", gives(pdf("A/HRC/25/5")))
    told = fetch("A/HRC/25/5", "--out", tmp_path / "out")
    assert told.exit_code == 0, told.output
    file = tmp_path / "out" / "A_HRC_25_5.en.pdf"
    assert file.read_bytes() == pdf("A/HRC/25/5")
    assert f"A/HRC/25/5: {file}, 1 kB, 1 page, {server.url}/A/HRC/25/5.pdf" in told.output
    provenance = read_beside(file)
    assert provenance is not None
    assert provenance.address == f"{server.url}/A/HRC/25/5.pdf"
    assert provenance.fetched.endswith("+00:00")
    assert provenance.printed.date == "2013-12-04"


def test_a_folder_of_fetched_documents_can_be_added_as_it_is(fetch, server, tmp_path, call):  # noqa: F811
    server.on("/A/HRC/25/5.pdf", gives(pdf("A/HRC/25/5")))
    fetch("A/HRC/25/5", "--out", tmp_path / "out")
    told = call("add", tmp_path / "out", "--json")
    assert told.exit_code == 0
    value = json.loads(told.stdout)
    assert [one["symbol"] for one in value["added"]] == ["A/HRC/25/5"]
    assert value["failed"] == []


def test_what_came_goes_onto_the_record_with_where_it_came_from(fetch, server, tmp_path):  # noqa: F811
    server.on("/A/HRC/25/5.docx", gives(docx("A/HRC/25/5")))
    told = fetch("A/HRC/25/5", "--format", "docx", "--add")
    assert told.exit_code == 0, told.output
    assert "put on the record" in told.output
    with open_record(tmp_path / "record", create=False) as record:
        (stored,) = record.documents()
    assert (stored.symbol, stored.name) == ("A/HRC/25/5", "A_HRC_25_5.en.docx")
    assert read_beside(stored.original).sha256 == stored.sha256
    again = fetch("A/HRC/25/5", "--format", "docx", "--add")
    assert "from the cache" in again.output
    assert "on the record already" in again.output


def test_what_did_not_come_is_told_and_the_rest_comes(fetch, server, tmp_path):  # noqa: F811
    server.on("/A/HRC/25/5.pdf", gives(pdf("A/HRC/25/5")))
    server.on("/A/HRC/25/6.pdf", gives(pdf("A/HRC/25/7")))
    told = fetch("A/HRC/25/6", "A/HRC/25/5", "--out", tmp_path, "--json")
    assert told.exit_code == 1
    value = json.loads(told.stdout)
    assert [one["symbol"] for one in value["fetched"]] == ["A/HRC/25/5"]
    (failed,) = value["failed"]
    assert failed["attempts"][0]["kind"] == "other_symbol"
    assert "sent A/HRC/25/7, not A/HRC/25/6" in told.stderr
    assert not (tmp_path / "A_HRC_25_6.en.pdf").exists()


def test_where_nothing_came_the_status_is_3(fetch, tmp_path):
    told = fetch("A/HRC/25/5", "--out", tmp_path)
    assert told.exit_code == 3
    assert "(HTTP 404)" in told.stderr


def test_a_file_that_is_something_else_is_never_written_over(fetch, server, tmp_path):  # noqa: F811
    server.on("/A/HRC/25/5.pdf", gives(pdf("A/HRC/25/5")))
    (tmp_path / "A_HRC_25_5.en.pdf").write_text("mine")
    told = fetch("A/HRC/25/5", "--out", tmp_path)
    assert told.exit_code == 3
    assert "is there already and holds something else" in told.stderr
    assert (tmp_path / "A_HRC_25_5.en.pdf").read_text() == "mine"


def test_a_dry_run_asks_nobody(fetch, server, tmp_path):  # noqa: F811
    told = fetch("A/HRC/25/5", "--dry-run")
    assert told.exit_code == 0
    assert f"GET {server.url}/A/HRC/25/5.pdf" in told.output
    value = json.loads(fetch("A/HRC/25/5", "--dry-run", "--json").stdout)
    assert value["would_ask"][0]["requests"] == [{"url": f"{server.url}/A/HRC/25/5.pdf", "proxy": ""}]
    assert server.asked == []
    assert not (tmp_path / "cache").exists()


def test_what_is_no_symbol_is_wrong_use_before_anybody_is_asked(fetch, server):  # noqa: F811
    told = fetch("A/HRC/25/5", "nonsense")
    assert told.exit_code == 2
    assert "is no document symbol" in told.stderr
    assert server.asked == []
