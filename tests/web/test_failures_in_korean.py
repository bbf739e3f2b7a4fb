"""What goes wrong is told in Korean on Korean pages, with what to do; programs get the same in English."""

from __future__ import annotations

import re
import time
from html import unescape
from typing import Any

import pytest

KOREAN = {"accept-language": "ko"}
SENTENCE = re.compile(r"(?:\b[A-Za-z’']{2,}\b[ ,;:]*){4,}")


def main_of(page: str) -> str:
    inside = page[page.index("<main") : page.index("</main>")]
    words = unescape(re.sub(r"<[^>]+>", " ", inside))
    return re.sub(r"onrecord [a-z -]+(?:letter\.md|[A-Z]+)?", "", words)  # a command is typed as it is


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/letters/99", 404), ("/letters/1?version=99", 404), ("/search?q=%28%29", 200), ("/search?q=-refugees", 200),
        ("/names?name=x", 200), ("/signatures/nothing", 404), ("/states/nowhere", 404), ("/nothing", 404),
        ("/letters/1/built/pdf", 400), ("/documents/A/HRC/77/7", 404), ("/documents/A/HRC/99/1/999", 404),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_shown_says_so_in_korean(bench: Any, address: str, status: int) -> None:
    bench.client.post("/letters", data={**bench.mark, "text": "글", "name": "하나"})
    answer = bench.client.get(address, headers=KOREAN)
    assert answer.status_code == status
    said = main_of(answer.text)
    assert not SENTENCE.search(said), said
    assert re.search("[가-힣]", said)


@pytest.mark.parametrize(
    ("address", "given"),
    [
        ("/letters", {"text": " "}),
        (
            "/letters/1/decide",
            {"version": "1", "finding": "none", "verdict": "accepted", "reason": "", "who": "나"},
        ),
        ("/letters/1/edit", {"text": ""}),
        ("/add", {"path": "/no/such/place"}),
        ("/signatures", {"source": "/no/such/place", "who": "나"}),
        ("/signatures/draft", {"draft": "99", "who": "나"}),
        ("/history/backup", {"folder": "/no/such/place"}),
        ("/searches", {"name": "", "address": "q=x", "who": "나"}),
    ],
)
def test_what_cannot_be_done_says_so_in_korean(bench: Any, address: str, given: dict[str, str]) -> None:
    bench.client.post("/letters", data={**bench.mark, "text": "글", "name": "하나"})
    answer = bench.client.post(address, data={**bench.mark, **given}, headers=KOREAN)
    assert answer.status_code in {400, 404, 422}
    said = main_of(answer.text)
    assert not SENTENCE.search(said), said
    english = bench.client.post(address, data={**bench.mark, **given})
    assert SENTENCE.search(main_of(english.text))


def test_a_file_that_cannot_be_read_is_told_in_korean(empty_bench: Any) -> None:
    answer = empty_bench.client.post(
        "/add", data=empty_bench.mark, files={"files": ("nothing.pdf", b"", "application/pdf")}
    )
    for _ in range(200):
        page = empty_bench.client.get(answer.headers["location"], headers=KOREAN)
        if "refresh" not in page.headers:
            break
        time.sleep(0.1)
    assert "nothing.pdf: 빈 파일입니다." in unescape(page.text)


def test_a_program_is_told_in_english(bench: Any) -> None:
    held = {"authorization": f"Bearer {bench.keys.token}", **KOREAN}
    told = bench.stranger.get("/api/v1/letters/99", headers=held).json()
    assert told["detail"] == "There is no letter 99. Choose one in the list of letters."
