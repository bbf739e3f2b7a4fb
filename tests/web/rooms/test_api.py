"""The HTTP API answers as its description says, and failures have one shape."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
checks = pytest.importorskip("schemathesis.specs.openapi.checks", reason="schemathesis is not installed")


@pytest.fixture(scope="module")
def served(two_reports: Path, tmp_path_factory: pytest.TempPathFactory, serve_record: Any) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("api") / "record"
    copytree(two_reports, folder)
    yield from serve_record(folder)


@pytest.fixture(scope="module")
def described(served: Any) -> Any:
    headers = {"Authorization": f"Bearer {served.keys.token}"}
    return schemathesis.openapi.from_url(f"{served.address}/api/v1/openapi.json", headers=headers)


@pytest.mark.filterwarnings("default")
def test_no_fault_and_no_answer_that_is_not_described(described: Any, served: Any) -> None:
    headers = {"Authorization": f"Bearer {served.keys.token}"}
    asked = []
    for found in described.get_all_operations():
        operation = found.ok()
        asked.append(operation.path)

        @given(case=operation.as_strategy())
        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        def check(case: Any) -> None:
            # A query without a word to look for is refused (400), which no schema of a string can say.
            case.call_and_validate(headers=headers, excluded_checks=[checks.positive_data_acceptance])

        check()
    names = {"documents", "search", "place", "reviews", "trace", "check"}
    assert {f"/api/v1/{name}" for name in names} <= set(asked)


def test_a_place_comes_verbatim_with_symbol_page_and_hash(bench: Any) -> None:
    told = bench.client.get("/api/v1/place", params={"symbol": "A/HRC/99/1", "pinpoint": "5.1"}).json()
    assert told["text"].startswith("Protect refugees")
    assert (told["symbol"], told["page"], len(told["sha256"])) == ("A/HRC/99/1", 1, 64)
    assert told["entries"][0]["by"] == ["CZE"]


def test_a_search_counts_the_rows_that_it_gives(bench: Any) -> None:
    told = bench.client.get("/api/v1/search", params={"q": "refugees", "size": 200}).json()
    assert told["totals"]["entries"] == len(told["rows"]) > 0
    assert sum(told["facets"]["kind"].values()) == len(told["rows"])


def test_a_topic_is_traced_through_the_reviews(bench: Any) -> None:
    told = bench.client.get("/api/v1/trace", params={"state": "China", "about": "refugees"}).json()
    assert told["state"] == "CHN"
    assert any("CZE" in hit["by"] for review in told["reviews"] for hit in review["raised"])


def test_a_text_is_held_against_the_record_and_not_kept(bench: Any) -> None:
    text = "Dear Minister,\n\nCanada spoke on 31 June 2021 (A/HRC/99/1, para. 77).\n"
    headers = {"Authorization": f"Bearer {bench.keys.token}"}
    told = bench.client.post("/api/v1/check", json={"text": text}, headers=headers).json()
    rules = {finding["rule"] for finding in told["findings"]}
    assert {"impossible_date", "paragraph_not_in_document"} <= rules


def test_a_check_without_token_or_mark_is_refused(bench: Any) -> None:
    assert bench.client.post("/api/v1/check", json={"text": "A."}).status_code == 403
    assert bench.stranger.post("/api/v1/check", json={"text": "A."}).status_code == 401


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/place?symbol=A/HRC/1/1&pinpoint=1", 404),
        ("/api/v1/search?q=(", 400),
        ("/api/v1/search?size=0", 422),
        ("/api/v1/trace?state=Atlantis&about=refugees", 400),
        ("/api/v1/nothing", 404),
    ],
)
def test_every_failure_is_problem_details(bench: Any, path: str, status: int) -> None:
    answer = bench.client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) == {"type", "title", "status", "detail", "instance"}
    assert bench.stranger.get(path).json()["status"] == 401
