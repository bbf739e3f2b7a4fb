"""A page that is kept is never older than the record."""

from __future__ import annotations

from typing import Any

from onrecord.record.judgements import save_search
from onrecord.record.record import open_record


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
