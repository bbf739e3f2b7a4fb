"""A page that is kept is never older than the record."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from onrecord.record.judgements import save_search
from onrecord.record.record import open_record
from onrecord.web import kept


def test_a_change_by_anybody_shows_at_once(bench: Any) -> None:
    first = bench.client.get("/search").text
    assert bench.client.get("/search").text == first
    save_search(bench.client.app.state.desk.own, who="a", name="by this program", address="q=x")
    assert "by this program" in bench.client.get("/search").text
    with open_record(bench.folder) as other:
        save_search(other, who="b", name="by another program", address="q=y")
    assert "by another program" in bench.client.get("/search").text


def test_a_kept_page_is_still_closed_to_strangers_and_has_its_headers(bench: Any) -> None:
    for _ in range(2):
        assert bench.client.get("/documents").headers["x-content-type-options"] == "nosniff"
    assert bench.stranger.get("/documents").status_code == 401


def test_another_language_is_another_page(bench: Any) -> None:
    pages = {
        bench.client.get("/states", headers={"accept-language": code}).text for code in ("en", "ko", "en")
    }
    assert len(pages) == 2


def test_when_there_is_no_more_room_the_page_asked_for_longest_ago_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kept, "_MOST_BYTES", 50_000)
    made: list[str] = []

    async def app(scope: Any, _receive: Any, send: Any) -> None:
        made.append(scope["path"])
        headers = [(b"content-type", b"text/html")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"x" * 10_000})

    desk: Any = SimpleNamespace(is_busy=False, state=lambda: ("unchanged",))
    layer = kept.Kept(app, desk)

    def ask(path: str) -> int:
        given: list[Any] = []

        async def send(message: Any) -> None:
            given.append(message)

        scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
        asyncio.run(layer(scope, None, send))  # type: ignore[arg-type]
        return len(given[-1]["body"])

    for path in ("/1", "/2", "/3", "/4", "/1", "/5", "/1"):
        assert ask(path) == 10_000
    assert made == ["/1", "/2", "/3", "/4", "/5"]
    assert [ask("/1"), ask("/2")] == [10_000, 10_000]
    assert made == ["/1", "/2", "/3", "/4", "/5", "/2"]


def layer_over(app: Any) -> kept.Kept:
    desk: Any = SimpleNamespace(is_busy=False, state=lambda: ("unchanged",))
    return kept.Kept(app, desk)


async def asked(layer: kept.Kept, path: str) -> bytes:
    given: list[Any] = []

    async def send(message: Any) -> None:
        given.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    await layer(scope, None, send)  # type: ignore[arg-type]
    return b"".join(message.get("body", b"") for message in given)


def test_a_page_that_many_ask_for_at_once_is_made_once() -> None:
    made: list[str] = []

    async def app(scope: Any, _receive: Any, send: Any) -> None:
        made.append(scope["path"])
        await asyncio.sleep(0)
        headers = [(b"content-type", b"text/html")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await asyncio.sleep(0)
        await send({"type": "http.response.body", "body": b"a page"})

    async def together() -> list[bytes]:
        layer = layer_over(app)
        return await asyncio.gather(*(asked(layer, path) for path in ("/a", "/a", "/b", "/a")))

    assert asyncio.run(together()) == [b"a page"] * 4
    assert sorted(made) == ["/a", "/b"]


def test_nobody_waits_for_a_download_or_a_failure_of_somebody_else() -> None:
    """What cannot be kept is made for each who asks, also while the first of them is still reading."""

    async def run() -> tuple[bytes, int]:
        first_reads, failures = asyncio.Event(), 0

        async def app(scope: Any, _receive: Any, send: Any) -> None:
            nonlocal failures
            if scope["path"] == "/fails":
                failures += 1
                raise ZeroDivisionError
            headers = [(b"content-type", b"application/zip")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            if not first_reads.is_set():
                first_reads.set()
                await asyncio.Event().wait()
            await send({"type": "http.response.body", "body": b"a file"})

        layer = layer_over(app)
        stuck = asyncio.create_task(asked(layer, "/file"))
        await first_reads.wait()
        second = await asked(layer, "/file")
        stuck.cancel()
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                await asked(layer, "/fails")
        return second, failures

    assert asyncio.run(run()) == (b"a file", 2)
