"""Nobody but the person at this computer sees or changes anything."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute

from onrecord.web.access import HEADERS, SAFE_METHODS, Keys
from onrecord.web.pages import STATIC

HOME = "http://127.0.0.1:8000"


def test_without_the_token_nothing_is_shown(bench: Any) -> None:
    for path in ("/", "/documents/A/HRC/99/1", "/api/v1/documents", "/api/v1/openapi.json"):
        answer = bench.stranger.get(path)
        assert answer.status_code == 401
        assert "A/HRC/99" not in answer.text.replace(path, "")


@pytest.mark.parametrize("wrong", ["", "x", "é", "0" * 43])
def test_a_wrong_token_opens_nothing(bench: Any, wrong: str) -> None:
    assert bench.stranger.get("/", params={"token": wrong}).status_code == 401
    assert (
        bench.stranger.get("/", headers={"cookie": f"{bench.keys.cookie}={wrong}".encode()}).status_code
        == 401
    )
    bearer = {"authorization": f"Bearer {wrong}".encode()}
    assert bench.stranger.get("/", headers=bearer).status_code == 401


def test_the_token_in_the_address_becomes_a_cookie_and_leaves_the_address(bench: Any) -> None:
    answer = bench.stranger.get("/search", params={"q": "refugees", "token": bench.keys.token})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/search?q=refugees"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert bench.keys.token not in answer.text
    bench.stranger.cookies.clear()


def test_a_link_to_the_token_from_a_file_or_another_site_still_works(bench: Any) -> None:
    """A SameSite=Strict cookie does not travel along a redirect that began elsewhere."""
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    answer = bench.stranger.get("/", params={"token": bench.keys.token}, headers=headers)
    assert (answer.status_code, answer.headers["refresh"]) == (200, "0; url=/")
    bench.stranger.cookies.clear()


def test_the_token_leads_nowhere_else(bench: Any) -> None:
    answer = bench.stranger.get(f"{HOME}//evil.example/x", params={"token": bench.keys.token})
    assert answer.headers["location"] == "/evil.example/x"
    bench.stranger.cookies.clear()


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8000", "127.0.0.1.evil.example:8000", "127.0.0.1:8001", "", "[::2]:8000"],
)
def test_dns_rebinding_is_refused(bench: Any, host: str) -> None:
    """A foreign name that leads to this computer is refused, whatever the browser holds."""
    answer = bench.client.get("/", headers={"host": host})
    assert answer.status_code == 403
    assert "A/HRC" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"])
def test_this_computers_own_names_are_taken(bench: Any, host: str) -> None:
    assert (
        bench.client.get(
            "/", headers={"host": host, "cookie": f"{bench.keys.cookie}={bench.keys.token}"}
        ).status_code
        == 200
    )


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "https://evil.example", "sec-fetch-site": "same-origin"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_cross_site_requests_are_refused(bench: Any, headers: dict[str, str]) -> None:
    """A change that another page asks for is refused, even with key and mark."""
    data = {**bench.mark, "language": "ko"}
    assert bench.client.post("/language", data=data, headers=headers).status_code == 403
    assert bench.client.post("/language", data=data).status_code == 303


def test_a_form_of_ours_under_the_policy_of_no_referrer_is_taken(bench: Any) -> None:
    headers = {"origin": "null", "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate"}
    answer = bench.client.post("/language", data={**bench.mark, "language": "en"}, headers=headers)
    assert answer.status_code == 303


def test_another_site_cannot_embed_a_page_or_picture_but_may_link(bench: Any) -> None:
    embedded = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}
    assert bench.client.get("/", headers=embedded).status_code == 403
    linked = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert bench.client.get("/", headers=linked).status_code == 200


def changes(bench: Any) -> list[tuple[str, str]]:
    """Every route that changes something: (method, path with made-up values)."""
    found = []
    pending = list(bench.client.app.routes)
    while pending:
        route = pending.pop()
        pending += getattr(getattr(route, "original_router", None), "routes", [])
        if isinstance(route, APIRoute):
            path = re.sub(r"\{[^}]*\}", "1", route.path)
            found += [(method, path) for method in route.methods - SAFE_METHODS]
    return sorted(set(found))


def test_every_change_needs_the_mark_of_a_form(bench: Any) -> None:
    """No route that changes anything is without the check, also those that are added later."""
    asked = changes(bench)
    assert {("POST", "/language"), ("POST", "/add")} <= set(asked)
    for method, path in asked:
        for data in ({}, {"form_mark": "wrong"}, {"form_mark": bench.keys.token}):
            answer = bench.client.request(method, path, data=data)
            assert answer.status_code in {403, 422}, (method, path)
            if answer.status_code == 422:  # the form's own fields are looked at first
                assert "form_mark" not in answer.text


def test_a_program_with_a_bearer_token_needs_no_mark(bench: Any) -> None:
    headers = {"authorization": f"Bearer {bench.keys.token}"}
    assert bench.stranger.post("/language", data={"language": "en"}, headers=headers).status_code == 303


@pytest.mark.parametrize("path", ["/", "/nothing-here", "/static/onrecord.css", "/api/v1/openapi.json"])
def test_every_answer_has_the_strict_headers(bench: Any, path: str) -> None:
    for answer in (bench.client.get(path), bench.stranger.get(path)):
        for name, value in HEADERS.items():
            assert answer.headers[name] == value


def test_the_policy_lets_nothing_in_but_our_own_files() -> None:
    policy = HEADERS["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert set(re.findall(r"src ('[^']*')", policy)) == {"'none'", "'self'"}


def test_no_page_has_inline_script_or_style(bench: Any) -> None:
    page = bench.client.get("/").text
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]* src=)", page)


def test_no_file_of_ours_names_another_host() -> None:
    folders = (STATIC, STATIC.parent / "templates")
    for file in (file for folder in folders for file in folder.rglob("*") if file.is_file()):
        addresses = re.findall(r"(?:https?:)?//[\w.-]+\.\w{2,}", file.read_text(encoding="utf-8"))
        assert [a for a in addresses if "www.w3.org" not in a] == [], file


def test_each_start_has_its_own_token_and_the_mark_does_not_tell_it() -> None:
    one, other = Keys(1), Keys(1)
    assert one.token != other.token
    assert len(one.token) >= 43
    assert one.token not in one.mark


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "/\r\nx: y"])
def test_the_switch_of_languages_sends_nobody_elsewhere(bench: Any, back: str) -> None:
    answer = bench.client.post("/language", data={**bench.mark, "language": "ko", "back": back})
    assert answer.headers["location"] == "/"


def test_pages_are_not_kept_by_the_browser(bench: Any) -> None:
    assert bench.client.get("/").headers["cache-control"] == "no-store"


def test_files_outside_the_static_folder_cannot_be_had(bench: Any) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"):
        assert bench.client.get(path).status_code in {404, 403}
    assert Path(STATIC.parent / "app.py").exists()
