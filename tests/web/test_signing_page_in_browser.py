"""The page for signing as a person meets it, in a real Chromium."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from onrecord.letters.signing.requests import requests
from onrecord.letters.signing.versions import keep_version
from onrecord.record.record import open_record
from onrecord.web.signing_page import app as signing_page

pytestmark = pytest.mark.browser


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(signing_page, "SECONDS_TO_READ", 0)
    folder = tmp_path / "record"
    with open_record(folder) as record:
        texts = {"en": "Dear Minister,\nPlease ask.", "ko": "장관님께,\n질의해 주십시오."}
        version = keep_version(record, "letter", "A letter", texts, who="Secretary")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(signing_page.create_signing_page(folder, version), log_level="warning")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=lambda: server.run(sockets=[listening]), daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            thread.join(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        server.should_exit = True
        thread.join(10)


@pytest.mark.parametrize(("width", "scheme", "locale"), [(1280, "light", "en"), (390, "dark", "ko")])
def test_somebody_signs(
    address: str, browser: Any, violations: Any, tmp_path: Path, width: int, scheme: str, locale: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale
    )
    page = context.new_page()
    page.goto(address)
    assert violations(page) == []
    page.fill("#name_en", "Relatives' Association\u202e")
    page.fill("#contact", "r@example.org")
    with page.expect_navigation():
        page.click("button")
    assert violations(page) == []
    page.check("input[name=agreed]")
    with page.expect_navigation():
        page.click("button")
    assert violations(page) == []
    with open_record(tmp_path / "record") as record:
        [asked] = requests(record, "letter")
    assert asked.code in page.inner_text("main")
    assert (asked.names, asked.language) == ({"en": "Relatives' Association"}, locale)
    context.close()
