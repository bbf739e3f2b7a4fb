"""`onrecord serve`, as a person starts it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from onrecord.cli.main import main; main()"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    environment = {**os.environ, "ONRECORD_RECORD": str(tmp_path / "record"), "PYTHONUNBUFFERED": "1"}
    words = [*COMMAND, "serve", "--no-browser"]
    with subprocess.Popen(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        told = ""
        while not (found := re.search(r"http://\S+", told)):
            line = run.stdout.readline()
            assert line, run.stderr.read()
            told += line
        yield run, found[0]
        if run.poll() is None:
            run.kill()


def test_it_prints_an_address_that_opens_and_ends_cleanly(served: tuple[subprocess.Popen[str], str]) -> None:
    run, address = served
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}", address)
    opener = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(), urllib.request.ProxyHandler({})
    )
    with opener.open(address) as answer:
        assert "token" not in answer.url
        assert b"Hand over files" in answer.read()
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address.split("?")[0])
    run.send_signal(signal.SIGINT)
    assert run.wait(15) == 0
    assert run.stderr.read() == ""


def test_a_port_that_is_taken_is_told(served: tuple[subprocess.Popen[str], str], tmp_path: Path) -> None:
    port = re.search(r":(\d+)/", served[1])[1]
    words = [*COMMAND, "--record", str(tmp_path / "other"), "serve", "--no-browser", "--port", port]
    second = subprocess.run(words, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert f"Port {port} cannot be used" in second.stderr
