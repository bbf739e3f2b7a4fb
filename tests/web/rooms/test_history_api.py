"""The page on the HTTP API says what the description says, and its examples can be typed as they stand."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from onrecord.web.describing import models, operations
from onrecord.web.rooms.history_api import EXAMPLES, GROUPS


def described(bench: Any) -> Any:
    return bench.client.app.openapi()


def test_every_operation_parameter_and_model_is_on_the_page(bench: Any) -> None:
    page = unescape(bench.client.get("/history/api").text)
    words = re.sub(r"</?span[^>]*>", "", re.sub(r"</?code>", "`", page))
    for path, item in described(bench)["paths"].items():
        for method, told in item.items():
            assert f"<code>{path}</code>" in page
            assert " ".join(told["description"].split()) in words, (method, path)
            assert told["summary"] in words
            for one in told.get("parameters", ()):
                assert f"<code>{one['name']}</code>" in page
    for model in models(described(bench)):
        assert f'id="model-{model.name}"' in page


def test_every_link_within_the_page_leads_somewhere(bench: Any) -> None:
    page = bench.client.get("/history/api").text
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_every_group_has_a_name_in_the_readers_language(bench: Any) -> None:
    assert set(operations(described(bench))) <= set(GROUPS)


def test_the_page_is_reached_from_about_and_marks_the_room(bench: Any) -> None:
    assert 'href="/history/api"' in bench.client.get("/history").text
    assert re.search(r'<a href="/history" aria-current="true">', bench.client.get("/history/api").text)
    assert len(bench.client.get("/history/api").content) < 200_000


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.address)
def test_an_example_is_answered_as_it_stands(bench: Any, example: Any) -> None:
    """curl's own options are read as a shell would, and asked of the workbench."""
    options = shlex.split(example.more)
    sent: dict[str, Any] = {}
    if "-d" in options:
        sent["json"] = json.loads(options[options.index("-d") + 1])
    if "-F" in options:
        sent["files"] = {"files": ("report.pdf", b"%PDF-1.4")}
    answer = bench.stranger.request(
        example.method,
        f"/api/v1{example.address}",
        headers={"authorization": f"Bearer {bench.keys.token}"},
        **sent,
    )
    # What this record lacks is told as such; nothing is refused as wrongly asked.
    assert answer.status_code in {200, 202, 404}, answer.text
    if answer.status_code == 404:
        assert answer.json()["title"] == "Not on the record"


def test_the_first_script_runs_with_python_alone(bench: Any, serve_record: Any, tmp_path: Path) -> None:
    """As a reader copies it from the page, with the token put in."""
    copy = tmp_path / "record"
    copytree(bench.folder, copy)
    serving = serve_record(copy)
    served = next(serving)
    asked = HTTPConnection(served.address.removeprefix("http://"))
    asked.request("GET", "/history/api", headers={"cookie": f"{served.keys.cookie}={served.keys.token}"})
    page = asked.getresponse().read().decode()
    asked.close()
    script = unescape(re.search(r'<pre class="script"[^>]*><code>(.*?)</code>', page, re.DOTALL)[1])
    asks = tmp_path / "ask.py"
    asks.write_text(script.replace("PUT-THE-TOKEN-HERE", served.keys.token), "utf-8")
    done = subprocess.run(
        [sys.executable, "-I", asks], capture_output=True, text=True, timeout=60, check=False
    )
    asks.write_text(script, "utf-8")
    refused = subprocess.run(
        [sys.executable, "-I", asks], capture_output=True, text=True, timeout=60, check=False
    )
    next(serving, None)
    assert done.returncode == 0, done.stderr
    first, *rows = done.stdout.splitlines()
    assert first == f"{len(rows)} recommendations to China with this word"
    assert any(row.startswith("CZE | A/HRC/99/1 | 5.1 | ") for row in rows)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "token" in refused.stderr or "key" in refused.stderr
