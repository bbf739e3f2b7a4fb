"""Every address that a page of ours names leads somewhere; every page is small; hostile content is text."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from onrecord.record.add import add_paths
from onrecord.record.record import open_record
from onrecord.web.access import Keys
from onrecord.web.app import create_app

LIMIT = 200_000
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202egnp.exe =cmd|'/c' " + "ſ" * 300


def walk(client: TestClient, most: int = 400) -> dict[str, str]:
    """Every page that can be reached from the first by links, with its text."""
    seen: dict[str, str] = {}
    pending = ["/"]
    while pending and len(seen) < most:
        address = pending.pop(0)
        if address in seen:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        seen[address] = answer.text if answer.headers["content-type"].startswith("text/html") else ""
        found = re.findall(r'(?:href|src)="(/[^"]*)"', seen[address])
        pending += [html.unescape(one).split("#")[0] for one in found]
    return seen


def test_every_link_leads_somewhere_and_no_page_is_heavy(bench: Any) -> None:
    pages = walk(bench.client)
    assert len(pages) > 60
    heavy = {address: len(page.encode()) for address, page in pages.items() if len(page.encode()) > LIMIT}
    assert heavy == {}


def test_hostile_content_shows_as_text_on_every_page(tmp_path: Path, make_report: Any) -> None:
    report = make_report(tmp_path, 1, f"{HOSTILE} refugees")
    with open_record(tmp_path / "record") as record:
        assert add_paths(record, [report]).added
    keys = Keys(8000)
    app = create_app(tmp_path / "record", keys)
    with TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=True) as client:
        client.cookies.set(keys.cookie, keys.token)
        pages = walk(client, 150)
    assert any("&lt;script&gt;" in page for page in pages.values())
    for address, page in pages.items():
        assert "<script>alert" not in page, address
        assert "<img src=x" not in page, address
        assert "\u202e" not in page, address
