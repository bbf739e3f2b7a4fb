"""What was done with a name, in the browser."""

from __future__ import annotations

import re
from typing import Any

LETTER = (
    "3 January 2024\n\nAmong those deported on 9 October 2023 is a woman who has lived here for years.\n\n"
    "Kim Kyu Li (sister of Kim Cheol-ok who was deported on 9 October 2023)\n"
)


def post(bench: Any, path: str, **data: Any) -> Any:
    return bench.client.post(path, data={**bench.mark, **data})


def test_an_empty_record_says_that_the_name_stands_nowhere(empty_bench: Any) -> None:
    assert "Where a person" in empty_bench.client.get("/names").text
    page = empty_bench.client.get("/names?name=Kim%20Cheol-ok").text
    assert "The name stands nowhere" in page
    assert "No consent is on record" in page
    assert "two letters or more" in empty_bench.client.get("/names?name=x").text


def test_a_letter_is_kept_for_signing_signed_narrowed_and_taken_back(empty_bench: Any) -> None:
    bench = empty_bench
    post(bench, "/letters", text=LETTER, name="ours.txt")
    kept = post(bench, "/signatures/draft", draft=1, who="Anna")
    assert kept.headers["location"] == "/signatures/ours"
    post(
        bench, "/signatures/ours/add", kind="person", name_en="Kim Kyu Li", name_ko="김규리",
        detail_en="sister of Kim Cheol-ok", who="Anna",
    )  # fmt: skip
    sha256 = re.findall(r'name="sha256" value="([0-9a-f]{64})"', bench.client.get("/signatures/ours").text)[0]
    post(bench, "/signatures/ours/consent", number=1, sha256=sha256, how="e-mail of 2 January", who="Anna")

    page = bench.client.get("/names?name=Kim%20Cheol-ok").text
    assert "a reader can join this name" in page
    assert "e-mail of 2 January" in page
    assert "No reply is filed" not in page
    answer = post(
        bench,
        "/names/narrow",
        name="Kim Cheol-ok",
        letter="ours",
        number=1,
        words="Not on the web.",
        how="a call",
        who="Anna",
    )
    assert answer.headers["location"] == "/names?name=Kim+Cheol-ok"
    assert "Not on the web." in bench.client.get(answer.headers["location"]).text
    # Whoever publishes sees it, and so does the history.
    assert bench.client.get("/signatures/ours").text.count("Not on the web.") == 2
    assert "Not on the web." in bench.client.get("/history?kind=signature").text
    post(
        bench,
        "/signatures/ours/publications",
        sha256=sha256,
        recipient="A ministry",
        sent="2024-01-03",
        who="Anna",
    )
    assert "No reply is filed as of" in bench.client.get("/names?name=Kim%20Cheol-ok").text
    post(bench, "/names/withdraw", name="Kim Cheol-ok", letter="ours", number=1, how="a call", who="Anna")
    assert "does not sign" in bench.client.get("/names?name=Kim%20Cheol-ok").text


def test_a_name_of_markup_is_shown_as_text(empty_bench: Any) -> None:
    post(empty_bench, "/letters", text="<b>Kim</b> \u202e <script>alert(1)</script> Kim.", name="<i>x</i>")
    page = empty_bench.client.get("/names", params={"name": "<b>Kim</b>, Kim, script"}).text
    assert "<script>alert" not in page
    assert "<b>" not in page
    assert "[U+202E]" in page
