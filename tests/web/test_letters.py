"""The letter room, asked as a browser asks it."""

from __future__ import annotations

import re
from html import unescape

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
    """The hidden fields of the first form with this action, and the value of its first button elsewhere on the page."""
    form = re.search(
        rf'<form (?:id="(\w+)" )?method="post" action="{action}"[^>]*>(.*?)</form>', page, re.DOTALL
    )
    assert form
    found = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[2]))
    button = re.search(rf'<button[^>]* form="{form[1]}" name="(\w+)" value="([^"]*)"', page)
    return {**found, **({button[1]: button[2]} if form[1] and button else {})}


def deciding(bench: Bench, at: str) -> str:
    """The page of the first finding alone, on which it is decided about."""
    link = re.search(rf'<a data-part href="({at}/findings/[^"]+)"', bench.client.get(at).text)
    assert link
    return bench.client.get(unescape(link[1])).text


def withdrawing(bench: Bench, at: str) -> str:
    """The page of the first finding that was decided about."""
    link = re.search(r'"list decided".*?<a data-part href="([^"]+)"', bench.client.get(at).text, re.DOTALL)
    assert link
    return bench.client.get(unescape(link[1])).text


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
        *(f"{at}/{x}" for x in ("edit", "check", "repair", "decide", "undo", "take-back", "redo")),
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
    sent = {
        **fields(deciding(empty_bench, at), f"{at}/decide"),
        "verdict": "dismissed",
        "reason": "We know why",
        "who": "Kim",
    }
    assert client.post(f"{at}/decide", data={**sent, "reason": " "}).status_code == 400
    assert client.post(f"{at}/decide", data=sent).status_code == 303
    page = client.get(at).text
    assert page.count('<li id="f') == many - 1
    assert "We know why · Kim" in page
    back = {**fields(withdrawing(empty_bench, at), f"{at}/withdraw"), "reason": "It was a fault"}
    assert client.post(f"{at}/withdraw", data=back).status_code == 303
    assert client.get(at).text.count('<li id="f') == many
    first = re.findall(rf"{at}\?version=(\d+)", client.get(f"{at}/versions").text)[-1]
    assert client.post(f"{at}/undo", data={"version": first, **empty_bench.mark}).status_code == 303
    assert client.get(f"{at}/text").text == before
    assert versions(empty_bench, at) == 3


def dismiss(bench: Bench, at: str) -> str:
    """Dismiss the first finding; returns where the browser is sent."""
    sent = {**fields(deciding(bench, at), f"{at}/decide"), "verdict": "dismissed", "reason": "No fault"}
    return str(bench.client.post(f"{at}/decide", data={**sent, "who": "Kim"}).headers["location"])


def press(bench: Bench, at: str, button: str) -> str:
    """Press Undo or Redo; returns where the browser is sent."""
    act = re.search(rf'name="act" value="(\w+)">{button}', bench.client.get(at).text)
    assert act, button
    path = {"Undo": "take-back", "Redo": "redo"}[button]
    answer = bench.client.post(f"{at}/{path}", data={"act": act[1], **bench.mark})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def shown(bench: Bench, at: str) -> list[str]:
    return re.findall(r'<li id="f(\d+)"', bench.client.get(at).text)


def status(bench: Bench, address: str) -> str:
    """What the page says was done, in words alone."""
    found = re.search(r'role="status">(?=<strong>)(.*?)</p>', bench.client.get(address).text, re.DOTALL)
    assert found, address
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


def test_after_an_act_the_page_goes_on_at_the_next_finding_and_says_what_was_done(empty_bench: Bench) -> None:
    client, at = empty_bench.client, open_example(empty_bench)
    first, second, *_ = shown(empty_bench, at)
    where = dismiss(empty_bench, at)
    assert where.endswith(f"#f{second}")
    assert status(empty_bench, where).startswith(f"Dismissed: finding {first}.")
    page = client.get(where).text
    assert f"Undo: dismissal of finding {first}" in page
    assert first not in shown(empty_bench, at)
    assert second in shown(empty_bench, at)  # no other finding changes its number
    repaired = client.post(f"{at}/repair", data=fields(page, f"{at}/repair")).headers["location"]
    assert re.search(r"#f\d+$", repaired)
    assert re.fullmatch(r"Repaired: “[^”]+” → “[^”]+”|Repaired: “[^”]+”", status(empty_bench, repaired))
    typed = client.get(f"{at}/text").text + "\nOne line more."
    saved = client.post(f"{at}/edit", data={"text": typed, **empty_bench.mark}).headers["location"]
    assert saved.endswith(f"#l{typed.count(chr(10)) + 1}")
    assert status(empty_bench, saved) == "Saved: “One line more.”"


def test_undo_takes_back_the_last_act_whichever_it_was_and_redo_does_it_again(empty_bench: Bench) -> None:
    client, at = empty_bench.client, open_example(empty_bench)
    before, every = client.get(f"{at}/text").text, shown(empty_bench, at)
    client.post(f"{at}/repair", data=fields(client.get(at).text, f"{at}/repair"))
    repaired, left = client.get(f"{at}/text").text, shown(empty_bench, at)
    dismiss(empty_bench, at)
    assert shown(empty_bench, at) == left[1:]
    back = press(empty_bench, at, "Undo")
    assert back.endswith(f"#f{left[0]}")
    assert status(empty_bench, back) == f"Undone: dismissal of finding {left[0]}"
    assert shown(empty_bench, at) == left
    assert client.get(f"{at}/text").text == repaired
    press(empty_bench, at, "Undo")
    assert client.get(f"{at}/text").text == before
    assert shown(empty_bench, at) == every
    assert ">Undo" not in client.get(at).text
    press(empty_bench, at, "Redo")
    assert client.get(f"{at}/text").text == repaired
    again = press(empty_bench, at, "Redo")
    assert status(empty_bench, again) == f"Done again: dismissal of finding {left[0]}"
    assert shown(empty_bench, at) == left[1:]
    assert ">Redo" not in client.get(at).text
    stale = {"act": "v1", **empty_bench.mark}
    assert client.post(f"{at}/take-back", data=stale).status_code == 400


def test_a_decision_taken_back_is_an_act_that_undo_knows(empty_bench: Bench) -> None:
    client, at = empty_bench.client, open_example(empty_bench)
    every = shown(empty_bench, at)
    dismiss(empty_bench, at)
    back = {**fields(withdrawing(empty_bench, at), f"{at}/withdraw"), "reason": "It was a fault"}
    client.post(f"{at}/withdraw", data=back)
    assert shown(empty_bench, at) == every
    press(empty_bench, at, "Undo")
    assert shown(empty_bench, at) == every[1:]
    client.post(f"{at}/edit", data={"text": "Another text.", **empty_bench.mark})
    assert ">Redo" not in client.get(at).text


def test_findings_are_counted_by_severity_and_shown_one_severity_at_a_time(empty_bench: Bench) -> None:
    client, at = empty_bench.client, open_example(empty_bench)
    every = shown(empty_bench, at)
    counts = {}
    for severity in ("error", "warning", "notice"):
        page = client.get(f"{at}?severity={severity}").text
        only = re.findall(r'<li id="f(\d+)"', page)
        told = re.search(rf'severity={severity}#findings"[^>]*><span[^>]*><span data-counts="(\d+)"', page)
        assert told
        assert int(told[1]) == len(only)
        assert set(re.findall(r'class="ref" href="#f(\d+)"', page)) == set(only)
        counts[severity] = only
    assert sorted((one for found in counts.values() for one in found), key=int) == every
    assert sum(map(bool, counts.values())) > 1


def test_every_line_that_a_finding_names_has_its_number_at_the_edge(empty_bench: Bench) -> None:
    at = open_example(empty_bench)
    page = empty_bench.client.get(at).text
    text = empty_bench.client.get(f"{at}/text").text.split("\n")
    numbers = re.findall(r'id="l(\d+)" data-line="(\d+)"', page)
    assert numbers == [(str(n), str(n)) for n, words in enumerate(text, 1) if words]
    named = set(re.findall(r'href="#l(\d+)">line', page))
    assert named
    assert named <= {one for one, _ in numbers}


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
    assert re.search(r"<span>another telling</span> “[^”]+.*?” \(<a href=\"#l\d+\">line \d+</a>\)", page)


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
