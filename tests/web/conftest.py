"""The workbench over records of our own, asked in this process and by a real browser."""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi.testclient import TestClient

from onrecord.record.add import add_paths
from onrecord.record.record import open_record
from onrecord.web.access import Keys
from onrecord.web.app import create_app
from onrecord.web.serving import _listening

PORT = 8000
HOME = f"http://127.0.0.1:{PORT}"


@dataclass
class Bench:
    """A workbench in this process: `client` holds the key, `stranger` does not."""

    client: TestClient
    stranger: TestClient
    keys: Keys
    folder: Path

    @property
    def mark(self) -> dict[str, str]:
        return {"form_mark": self.keys.mark}


def open_bench(folder: Path) -> Iterator[Bench]:
    keys = Keys(PORT)
    app = create_app(folder, keys)
    options = {"base_url": HOME, "follow_redirects": False, "raise_server_exceptions": False}
    with TestClient(app, **options) as client:
        client.cookies.set(keys.cookie, keys.token)
        yield Bench(client, TestClient(app, **options), keys, folder)


@pytest.fixture(scope="session")
def two_reports(tmp_path_factory: pytest.TempPathFactory, make_report: Callable[..., Path]) -> Path:
    """The folder of a record with two small reports."""
    folder = tmp_path_factory.mktemp("two")
    files = [make_report(folder, 1), make_report(folder, 2, "asylum seekers")]
    with open_record(folder / "record") as record:
        assert len(add_paths(record, files).added) == 2
    return folder / "record"


@pytest.fixture(scope="module")
def bench(two_reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """A workbench over a copy of the two reports."""
    folder = tmp_path_factory.mktemp("bench") / "record"
    shutil.copytree(two_reports, folder)
    yield from open_bench(folder)


@pytest.fixture
def empty_bench(tmp_path: Path) -> Iterator[Bench]:
    """A workbench over an empty record."""
    yield from open_bench(tmp_path / "record")


@pytest.fixture(scope="session")
def open_workbench() -> Callable[[Path], Iterator[Bench]]:
    """`open_bench`, for tests over records of their own."""
    return open_bench


@dataclass
class Served:
    """A workbench that answers at a real address."""

    address: str
    keys: Keys


def serving(folder: Path) -> Iterator[Served]:
    """Serve a record on a free port in a thread."""
    with _listening(0) as listening:
        keys = Keys(listening.getsockname()[1])
        server = uvicorn.Server(uvicorn.Config(create_app(folder, keys), log_level="warning"))
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])), daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            thread.join(0.05)
        yield Served(f"http://127.0.0.1:{keys.port}", keys)
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def serve_record() -> Callable[[Path], Iterator[Served]]:
    """`serving`, for tests in a browser."""
    return serving


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Served]:
    """A workbench over an empty record, at a real address."""
    yield from serving(tmp_path / "record")


def opened(
    browser: Any, served: Served, width: int = 1280, scheme: str = "light", locale: str = "en-GB"
) -> Any:
    """The start page in a window of its own; `said` gathers what its console says, `asked` every address."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale
    )
    page = context.new_page()
    page.said = []
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(f"{served.address}/?token={served.keys.token}")
    return page
