"""Nothing but `fetch` asks anybody anything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli.main import COMMANDS

WATCH = """
import os, sys

def watch(event, arguments):
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
                 "socket.gethostbyname", "socket.gethostbyaddr", "http.client.connect"}:
        with open(os.environ["WATCHED"], "a") as log:
            log.write(f"{event} {arguments!r}\\n")

sys.addaudithook(watch)
"""

CALLS = {
    "read": ("read", "report.txt"),
    "add": ("add", "."),
    "show": ("show", "A/HRC/99/1, para. 3"),
    "search": ("search", "refugees"),
    "check": ("check", "letter.txt"),
    "decide": ("decide", "letter.txt", "impossible_date", "--accept", "--reason", "so it is"),
    "decisions": ("decisions",),
    "withdraw": ("withdraw", "1", "--reason", "it is not"),
    "letter": ("letter", "new", "new.md"),
    "signatures": ("signatures", "list", "letter"),
    "publications": ("publications", "list"),
    "trace": ("trace", "CHN", "--about", "refugees"),
    "dossier": ("dossier", "letter.txt", "--out", "dossier"),
    "demo": ("demo", "--out", "demo"),
    "documents": ("documents",),
    "doctor": ("doctor",),
    "rebuild": ("rebuild",),
    "backup": ("backup", "backup.zip"),
    "export": ("export", "tables"),
    "mcp": ("mcp",),
    "restore": ("--record", "again", "restore", "first.zip"),
}
ASKS = {"fetch"}
LISTENS = {"serve"}
"""Waits for the user's own browser; its tests watch that it asks nobody."""


def call(folder: Path, *words: str) -> tuple[int, str]:
    """The status of `onrecord …`, and what it asked the network; its own processes are watched, too."""
    log = folder / "network.log"
    log.write_text("")
    (folder / "watch").mkdir(exist_ok=True)
    (folder / "watch" / "sitecustomize.py").write_text(WATCH)
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder / "watch"),
        "WATCHED": str(log),
        "ONRECORD_RECORD": str(folder / "record"),
        "ONRECORD_CACHE": str(folder / "cache"),
    }
    program = [sys.executable, "-c", "from onrecord.cli.main import main; main()", *words]
    done = subprocess.run(
        program,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.returncode, log.read_text()


@pytest.fixture(scope="module")
def folder(tmp_path_factory, make_report) -> Path:
    """A folder with a report, a letter about it, a record, and a backup of it."""
    made = tmp_path_factory.mktemp("quiet")
    make_report(made, 1).rename(made / "report.txt")
    (made / "letter.txt").write_text(
        "Refugees were protected by law (A/HRC/99/1, para. 3) on 31 June 2021.\n"
    )
    assert call(made, "add", "report.txt") == (0, "")
    assert call(made, "backup", "first.zip") == (0, "")
    return made


def test_every_command_is_watched():
    assert set(CALLS) | ASKS | LISTENS >= set(COMMANDS), "a new command needs a call in CALLS"


@pytest.mark.parametrize("name", [name for name in COMMANDS if name in CALLS])
def test_no_command_but_fetch_asks_the_network(folder, name):
    status, asked = call(folder, *CALLS[name])
    assert asked == ""
    assert status in {0, 1}


def test_the_watch_sees_what_it_is_to_see(folder):
    addresses = folder / "addresses.csv"
    addresses.write_text("name,address,formats\nown,http://127.0.0.1:1/{symbol},pdf\n")
    os.environ["ONRECORD_FETCH_ADDRESSES"] = str(addresses)
    try:
        _, asked = call(folder, "fetch", "A/HRC/25/5", "--tries", "1")
    finally:
        del os.environ["ONRECORD_FETCH_ADDRESSES"]
    assert "socket.connect" in asked


def test_a_dry_run_of_fetch_asks_nobody(folder):
    assert call(folder, "fetch", "A/HRC/25/5", "--dry-run") == (0, "")
