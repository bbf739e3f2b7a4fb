"""The letter room, asked as a browser asks it."""

from __future__ import annotations

import re

import pytest

from .conftest import Bench


def open_text(bench: Bench, text: str, name: str = "mine") -> str:
    answer = bench.client.post("/letters", data={"text": text, "name": name, **bench.mark})
    assert answer.status_code == 303
    return str(answer.headers["location"])


def open_example(bench: Bench) -> str:
    answer = bench.client.post("/letters/example", data=bench.mark)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def fields(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the first form with this action."""
    form = re.search(rf'<form method="post" action="{action}">(.*?)</form>', page, re.DOTALL)
    assert form
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[1]))


def versions(bench: Bench, at: str) -> int:
    return len(re.findall(r'href="/letters/\d+\?version=', bench.client.get(f"{at}/versions").text))


def test_an_empty_desk_says_what_to_do(empty_bench: Bench) -> None:
    assert "No letter yet. Open one above." in empty_bench.client.get("/letters").text


def test_pasted_text_is_listed_and_downloaded_as_it_is(empty_bench: Bench) -> None:
    at = open_text(empty_bench, "One.\r\n\r\nTwo “three” 편지\n")
    assert at in empty_bench.client.get("/letters").text
    got = empty_bench.client.get(f"{at}/text")
    assert got.text == "One.\n\nTwo “three” 편지\n"
    assert "attachment" in got.headers["content-disposition"]


def test_a_file_is_read_and_leaves_nothing_behind(empty_bench: Bench) -> None:
    page = (
        b"<html><body><article><p>Dear friends, this is a letter of some words.</p></article></body></html>"
    )
    sent = {"file": ("../../letter.html", page, "text/html")}
    answer = empty_bench.client.post("/letters", files=sent, data=empty_bench.mark)
    assert "this is a letter" in empty_bench.client.get(answer.headers["location"]).text
    assert not list((empty_bench.folder / "arrivals").iterdir())


def test_a_broken_file_is_told_with_its_name(empty_bench: Bench) -> None:
    answer = empty_bench.client.post(
        "/letters", files={"file": ("bad.pdf", b"%PDF-1.7 broken", "x/y")}, data=empty_bench.mark
    )
    assert answer.status_code == 422
    assert "bad.pdf" in answer.text
    assert "No letter yet" in empty_bench.client.get("/letters").text


def test_a_hostile_letter_is_shown_as_text(empty_bench: Bench) -> None:
    hostile = "</textarea><script>alert(1)</script><img src=x onerror=alert(2)> \u202ereversed"
    at = open_text(empty_bench, hostile, "<b>name</b>")
    page = empty_bench.client.get(at).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>name" not in page
    assert "[U+202E]reversed" in page
    assert empty_bench.client.get(f"{at}/text").text == hostile
    typed = empty_bench.client.post(f"{at}/check", data={"text": hostile, **empty_bench.mark}).json()
    assert "<script>alert" not in typed["panel"]


def test_every_change_needs_the_mark_of_our_forms(empty_bench: Bench) -> None:
    at = open_text(empty_bench, "Words.")
    for path in (
        "/letters",
        "/letters/example",
        *(f"{at}/{x}" for x in ("edit", "check", "repair", "decide", "undo")),
    ):
        assert empty_bench.client.post(path, data={"text": "x", "version": 1}).status_code == 403, path


def test_the_example_is_repaired_decided_and_undone(empty_bench: Bench) -> None:
    client, at = empty_bench.client, open_example(empty_bench)
    page = client.get(at).text
    before = client.get(f"{at}/text").text
    many = page.count('<li id="f')
    assert many > 1
    assert client.post(f"{at}/repair", data=fields(page, f"{at}/repair")).status_code == 303
    page = client.get(at).text
    assert page.count('<li id="f') < many
    assert client.get(f"{at}/text").text != before
    many = page.count('<li id="f')
    sent = {**fields(page, f"{at}/decide"), "verdict": "dismissed", "reason": "We know why", "who": "Kim"}
    assert client.post(f"{at}/decide", data={**sent, "reason": " "}).status_code == 400
    assert client.post(f"{at}/decide", data=sent).status_code == 303
    page = client.get(at).text
    assert page.count('<li id="f') == many - 1
    assert "We know why · Kim" in page
    back = {**fields(page, f"{at}/withdraw"), "reason": "It was a fault"}
    assert client.post(f"{at}/withdraw", data=back).status_code == 303
    assert client.get(at).text.count('<li id="f') == many
    first = re.search(r'<button name="version" value="(\d+)">', client.get(at).text)
    assert first
    assert client.post(f"{at}/undo", data={"version": first[1], **empty_bench.mark}).status_code == 303
    assert client.get(f"{at}/text").text == before
    assert versions(empty_bench, at) == 3


def test_every_piece_of_evidence_leads_to_a_page(empty_bench: Bench) -> None:
    page = empty_bench.client.get(open_example(empty_bench)).text
    links = set(re.findall(r'href="(/documents/[^"]+)"', page))
    assert links
    assert {link: empty_bench.client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_every_mark_has_its_finding_and_every_finding_its_mark(empty_bench: Bench) -> None:
    page = empty_bench.client.get(open_example(empty_bench)).text
    found = set(re.findall(r'<li id="f(\d+)"', page))
    assert set(re.findall(r'class="ref" href="#f(\d+)"', page)) == found
    assert set(re.findall(r'id="m(\d+)"', page)) == found


def test_evidence_in_the_letter_shows_its_words_and_line(empty_bench: Bench) -> None:
    page = empty_bench.client.get(open_example(empty_bench)).text
    assert re.search(r"<span>another telling</span> “[^”]+.*?” \(line \d+\)", page)


def test_typed_text_is_checked_and_not_saved(empty_bench: Bench) -> None:
    at = open_example(empty_bench)
    text = empty_bench.client.get(f"{at}/text").text
    typed = empty_bench.client.post(f"{at}/check", data={"text": "No words of theirs.", **empty_bench.mark})
    told = typed.json()
    assert told["findings"] < empty_bench.client.get(at).text.count('<li id="f')
    page = empty_bench.client.post(
        f"{at}/edit", data={"text": "Mine.", "do": "check", **empty_bench.mark}
    ).text
    assert "It is not saved yet." in page
    assert empty_bench.client.get(f"{at}/text").text == text


def test_acting_on_an_older_version_changes_nothing(empty_bench: Bench) -> None:
    at = open_example(empty_bench)
    stale = fields(empty_bench.client.get(at).text, f"{at}/repair")
    empty_bench.client.post(f"{at}/edit", data={"text": "New words.", **empty_bench.mark})
    assert empty_bench.client.post(f"{at}/repair", data=stale).status_code == 400
    assert empty_bench.client.get(f"{at}/text").text == "New words."


def test_two_versions_are_compared_word_by_word(empty_bench: Bench) -> None:
    at = open_text(empty_bench, "We ask for the return of all.\nSame line.")
    empty_bench.client.post(
        f"{at}/edit", data={"text": "We ask for the release of all.\nSame line.", **empty_bench.mark}
    )
    page = empty_bench.client.get(f"{at}/versions").text
    assert re.search(
        r'<td class="was" data-label="Earlier">.*?<del><span class="sr">taken out: </span>return</del> of all',
        page,
    )
    assert re.search(
        r'<td class="is" data-label="Later">.*?<ins><span class="sr">put in: </span>release</ins> of all',
        page,
    )
    assert "1 paragraph is the same" in page


def test_a_letter_that_is_not_there_is_said_so(empty_bench: Bench) -> None:
    for path in ("/letters/9", "/letters/9/versions", "/letters/9/text", f"/letters/{10**30}"):
        assert empty_bench.client.get(path).status_code == 404, path


SOURCE = """---
kind: open letter
date: 2026-05-04
language: en
organisation: Friends
addressee:
  - To the Minister
subject: A letter
---

We write of what was said.
"""


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!DOCTYPE")])
def test_a_source_is_built_in_every_form(empty_bench: Bench, form: str, begins: bytes) -> None:
    at = open_text(empty_bench, SOURCE, "a letter.md")
    assert f"{at}/built/{form}" in empty_bench.client.get(at).text
    got = empty_bench.client.get(f"{at}/built/{form}")
    assert got.status_code == 200, got.text
    assert got.content[:20].lower().startswith(begins.lower())
    assert f"a%20letter.{form}" in got.headers["content-disposition"]


def test_a_text_that_is_no_source_is_not_built(empty_bench: Bench) -> None:
    at = open_text(empty_bench, "Only words.")
    assert "/built/" not in empty_bench.client.get(at).text
    assert empty_bench.client.get(f"{at}/built/pdf").status_code == 400
