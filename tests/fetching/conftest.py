"""Servers on this machine, and fetching from them without waiting."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fetching.server import Server

from onrecord.fetching.addresses import Address
from onrecord.fetching.fetch import Manner, fetch
from onrecord.fetching.model import Wanted
from onrecord.fetching.pace import Pace
from onrecord.fetching.patience import Patience
from onrecord.un.symbol import parse_symbol

_OF_THE_USER = [
    f"{scheme}_proxy".upper() if capital else f"{scheme}_proxy"
    for scheme in ("http", "https", "all", "no")
    for capital in (True, False)
]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*_OF_THE_USER, "SSL_CERT_FILE", "ONRECORD_FETCH_ADDRESSES", "ONRECORD_CACHE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on this machine."""
    made = Server()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def proxy() -> Iterator[Server]:
    """Another one, as a proxy."""
    made = Server()
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that nobody else signed, with its key, in one file."""
    folder = tmp_path_factory.mktemp("tls")
    words = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=127.0.0.1",
    ]
    words += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "certificate.pem"]
    try:
        subprocess.run(words, cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no certificate can be made without the program openssl ({error})")
    both = folder / "both.pem"
    both.write_bytes((folder / "key.pem").read_bytes() + (folder / "certificate.pem").read_bytes())
    return both


@pytest.fixture
def secure_server(certificate: Path) -> Iterator[Server]:
    """A server on this machine that speaks TLS."""
    made = Server()
    made.start(certificate)
    yield made
    made.stop()


class Fetch:
    """Fetches from servers on this machine; `slept` holds the waits that would have been."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds

    def pace(self, seconds: float = 1.0) -> Pace:
        return Pace(seconds, clock=lambda: self.now, sleep=self.sleep)

    def __call__(
        self, *templates, symbol="A/HRC/25/5", language="en", kind="pdf", pause=1.0, tries=3, **manner
    ):
        wanted = [Wanted(parse_symbol(one), language, kind) for one in symbol.split()]
        addresses = [Address(str(number), one, ("pdf", "docx")) for number, one in enumerate(templates)]
        manner = Manner(self.pace(pause), Patience(tries, chance=lambda: 0.5), **manner)
        outcomes = list(fetch(wanted, addresses, self.folder, manner))
        return outcomes[0] if len(outcomes) == 1 else outcomes


@pytest.fixture
def fetching(tmp_path: Path) -> Fetch:
    """`fetch`, from the addresses given, into a cache of its own; no wait is a real one."""
    assert os.environ.get("HTTPS_PROXY") is None
    return Fetch(tmp_path / "cache")
