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
    names = {"documents", "search", "place", "reviews", "trace", "check", "states", "state", "review"}
    names |= {
        "letters",
        "compare",
        "advice",
        "signatures",
        "signatories",
        "judgements",
        "history",
        "diagnosis",
    }
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


def test_a_state_is_counted_as_its_page_counts_it(bench: Any) -> None:
    told = bench.client.get("/api/v1/state", params={"code": "Czech Republic"}).json()
    assert (told["code"], told["name"]) == ("CZE", "Czechia")
    found = bench.client.get("/api/v1/search", params={"by": "CZE", "size": 200}).json()
    assert sum(told["by"]["kind"].values()) == found["totals"]["entries"] > 0
    listed = {one["code"]: one for one in bench.client.get("/api/v1/states").json()}
    assert listed["CZE"]["entries_by"] == found["totals"]["entries"]
    assert "A/HRC/99/1" not in told["silent"]


def test_a_review_has_each_recommendation_once_with_its_position(bench: Any) -> None:
    told = bench.client.get("/api/v1/review", params={"symbol": "A/HRC/99/1"}).json()
    assert (told["state"], told["cycle"]) == ("CHN", 2)
    assert sum(told["positions"].values()) == len(told["recommendations"]) > 0
    assert all(one["entry"]["symbol"] == "A/HRC/99/1" for one in told["recommendations"])


@pytest.fixture
def program(empty_bench: Any) -> Any:
    """A program that holds the token, at a workbench over an empty record."""
    empty_bench.client.cookies.clear()
    empty_bench.client.headers["Authorization"] = f"Bearer {empty_bench.keys.token}"
    return empty_bench.client


def test_a_program_reads_a_file_onto_the_record(program: Any, tmp_path: Path, make_report: Any) -> None:
    report = make_report(tmp_path, 1)
    sent = [("files", (report.name, report.read_bytes())), ("files", ("note.txt", b"\x00\x01 no text"))]
    answer = program.post("/api/v1/documents", files=sent)
    assert answer.status_code == 202
    job = answer.json()
    while job["state"] not in {"done", "failed"}:
        job = program.get(f"/api/v1/jobs/{job['id']}").json()
    assert job["added"] == ["A/HRC/99/1"]
    assert [one["file"] for one in job["failed"]] == ["note.txt"]
    assert job["failed"][0]["reason"]
    assert [one["symbol"] for one in program.get("/api/v1/documents").json()] == ["A/HRC/99/1"]


def test_a_letter_is_kept_version_by_version(program: Any) -> None:
    kept = program.post(
        "/api/v1/letters", json={"name": "spring", "text": "Dear Minister,\n\nOne.\n", "who": "Kim"}
    )
    assert kept.status_code == 201
    first = kept.json()
    second = program.post(
        f"/api/v1/letters/{first['id']}/versions", json={"text": "Dear Minister,\n\nTwo.\n"}
    ).json()
    again = program.post(
        f"/api/v1/letters/{first['id']}/versions", json={"text": "Dear Minister,\n\nTwo.\n"}
    ).json()
    assert second == again != first
    newest = program.get(f"/api/v1/letters/{first['id']}").json()
    assert (newest["text"], newest["version"]) == ("Dear Minister,\n\nTwo.\n", second["version"])
    former = program.get(f"/api/v1/letters/{first['id']}/versions/{first['version']}").json()
    assert former["text"].endswith("One.\n")
    changes = program.get("/api/v1/history", params={"kind": "draft"}).json()
    assert [(one["who"], one["version"]) for one in changes["changes"]] == [
        ("", second["version"]),
        ("Kim", first["version"]),
    ]
    assert [one["name"] for one in program.get("/api/v1/letters").json()] == ["spring"]


def test_two_texts_are_held_against_each_other(program: Any) -> None:
    english = "Dear Minister,\n\nAt least 500 people were returned on 9 October 2023.\n"
    korean = "장관님께,\n\n2023년 10월 9일 최소 600명이 송환되었습니다.\n"
    told = program.post("/api/v1/compare", json={"english": english, "korean": korean}).json()
    assert told["compared"] >= 2
    assert [one["kind"] for one in told["differences"] if one["severity"] == "warning"] == ["number"]
    swapped = program.post("/api/v1/compare", json={"english": korean, "korean": english})
    assert swapped.status_code == 400


def test_a_judgement_is_kept_beside_the_entry(bench: Any) -> None:
    headers = {"Authorization": f"Bearer {bench.keys.token}"}
    said = {
        "symbol": "A/HRC/99/1",
        "pinpoint": "5.1",
        "who": "Park",
        "verdict": "wrong",
        "about": "by",
        "words": "It was Chile.",
    }
    kept = bench.client.post("/api/v1/judgements", json=said, headers=headers)
    assert kept.status_code == 201
    (change,) = bench.client.get("/api/v1/history", params={"kind": "judgement"}).json()["changes"]
    assert (change["who"], change["now"]) == ("Park", {"state": "wrong", "words": "It was Chile."})
    refused = bench.client.post("/api/v1/judgements", json={**said, "verdict": "silly"}, headers=headers)
    assert refused.status_code == 400


def test_the_record_says_how_it_is(bench: Any) -> None:
    told = bench.client.get("/api/v1/diagnosis").json()
    assert told["whole"] is True
    assert told["documents"] == 2
