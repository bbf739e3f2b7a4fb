"""No page weighs more than 200 KB, however long the letter and however large the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from tests.web.long_letter import long_letter

from onrecord.letters.example.cards import add_cards
from onrecord.letters.signing.on_desk import keep_draft
from onrecord.letters.signing.signatories import consent_within, enter_within
from onrecord.record.draft_pairs import pair_drafts
from onrecord.record.drafts import open_draft, save_version, versions

from .conftest import Bench

LIMIT = 200_000
OF_MANY_FINDINGS = long_letter(200)
HOSTILE = "Excellency,\n\n" + " ".join("\u202e<'&\">" * 40 for _ in range(150))


def opened_letter(bench: Bench, text: str, language: str) -> str:
    add_cards(bench.client.app.state.desk.own)
    sent = {"text": text, "name": "long", **bench.mark}
    return str(
        bench.client.post("/letters", data=sent, headers={"accept-language": language}).headers["location"]
    )


def every_part(bench: Bench, address: str, language: str, by: str = "") -> Iterator[str]:
    """The pages of a list, from the one at this address on; `by` tells the list's own links from another's."""
    while address:
        page = bench.client.get(address, headers={"accept-language": language})
        assert len(page.content) < LIMIT, address
        yield page.text
        following = re.search(rf'rel="next" href="([^"]*{by}[^"]*)"', page.text)
        address = unescape(following[1]) if following else ""


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_letter_of_ten_pages_with_sixty_notes_and_two_hundred_faults(
    empty_bench: Bench, language: str
) -> None:
    at = opened_letter(empty_bench, OF_MANY_FINDINGS, language)
    pages = list(every_part(empty_bench, at, language))
    assert len(pages) > 1
    numbers = [int(number) for page in pages for number in re.findall(r'<li id="f(\d+)"', page)]
    counted = re.search(r'data-counts="(\d+)" data-of="findings"', pages[0])
    assert counted
    assert sorted(numbers) == list(range(1, int(counted[1]) + 1))
    assert len(numbers) >= 200
    lines = [int(line) for page in pages for line in re.findall(r'id="l(\d+)"', page)]
    assert sorted(set(lines)) == [n for n, words in enumerate(OF_MANY_FINDINGS.split("\n"), 1) if words]
    for page in pages:
        found = set(re.findall(r'<li id="f(\d+)"', page))
        assert (
            set(re.findall(r'class="ref" href="#f(\d+)"', page))
            == set(re.findall(r'id="m(\d+)"', page))
            == found
        )
        for line in re.findall(r'href="#l(\d+)"', page):
            assert f'id="l{line}"' in page
    written = empty_bench.client.get(f"{at}/write", headers={"accept-language": language})
    assert len(written.content) < LIMIT
    typed = {"text": OF_MANY_FINDINGS + "\n", "at": f"l{lines[-1]}", **empty_bench.mark}
    told = empty_bench.client.post(f"{at}/check", data=typed, headers={"accept-language": language}).json()
    assert f'id="l{lines[-1]}"' in told["marked"]
    assert 'id="l1"' not in told["marked"]
    checked = empty_bench.client.post(f"{at}/edit", data={**typed, "do": "check"})
    assert len(checked.content) < LIMIT


def test_each_severity_is_shown_in_parts_of_its_own(empty_bench: Bench) -> None:
    at = opened_letter(empty_bench, OF_MANY_FINDINGS, "en")
    for severity in ("error", "warning", "notice"):
        pages = list(every_part(empty_bench, f"{at}?severity={severity}", "en"))
        counted = re.search(
            rf'severity={severity}#findings"[^>]*><span[^>]*><span data-counts="(\d+)"', pages[0]
        )
        assert counted
        assert sum(page.count('<li id="f') for page in pages) == int(counted[1])


def test_a_line_or_finding_of_another_part_is_one_step_away(empty_bench: Bench) -> None:
    at = opened_letter(empty_bench, OF_MANY_FINDINGS, "en")
    first, *_, last = every_part(empty_bench, at, "en")
    number = re.findall(r'<li id="f(\d+)"', last)[-1]
    assert f'id="f{number}"' not in first
    assert f'id="f{number}"' in empty_bench.client.get(f"{at}?at=f{number}").text
    alone = re.search(rf'"({at}/findings/{number}-[^"]+)"', last)
    assert alone
    page = empty_bench.client.get(unescape(alone[1])).text
    sent = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.split("/decide")[1]))
    sent |= {"verdict": "dismissed", "reason": "No fault", "who": "Kim"}
    where = empty_bench.client.post(f"{at}/decide", data=sent).headers["location"]
    going_on = re.fullmatch(rf"{at}\?at=(f\d+)#\1", where)
    assert going_on
    assert f'<li id="{going_on[1]}"' in empty_bench.client.get(where).text


@pytest.mark.parametrize("text", [HOSTILE, "Word of it.\n\n" * 3_000])
def test_no_text_makes_a_page_of_a_letter_too_heavy(empty_bench: Bench, text: str) -> None:
    pages = list(every_part(empty_bench, opened_letter(empty_bench, text, "ko"), "ko"))
    assert len(pages) > 1


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_letter_with_two_thousand_signatories(empty_bench: Bench, language: str) -> None:
    """The list comes in pages, each name once; a name is found wherever it stands; who must be asked again is told."""
    record = empty_bench.client.app.state.desk.own
    number = open_draft(record, "spring", "Dear Minister, we ask.")
    kept = keep_draft(record, number, who="Anna")
    people = [f"Association number {place} for Safe Passage" for place in range(1, 2_001)]
    with record.database.writing() as connection:
        for name in people:
            one = enter_within(connection, kept.letter, kind="organisation", names={"en": name}, who="Anna")
            consent_within(connection, one, kept, who="Anna", how="e-mail")
    save_version(record, number, "Dear Minister, we urge you to act.", why="edited")
    newest = keep_draft(record, number, who="Anna")
    pages = list(every_part(empty_bench, f"/signatures/{newest.letter}", language))
    names = [name for page in pages for name in re.findall(r'<td lang="en">([^<]+)</td>', page)]
    assert names == people
    assert all('<textarea id="message-' in page for page in pages)
    (found,) = every_part(empty_bench, f"/signatures/{newest.letter}?find=number+1777+for", language)
    assert re.findall(r'<td lang="en">([^<]+)</td>', found) == [people[1776]]
    alone = empty_bench.client.get(f"/signatures/{newest.letter}/1777").text
    assert "we urge you to act." in alone.split('id="message-1777"')[1]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_two_versions_and_two_languages_of_a_long_letter(empty_bench: Bench, language: str) -> None:
    record = empty_bench.client.app.state.desk.own
    text = long_letter(200)
    number = open_draft(record, "long", text)
    save_version(record, number, re.sub(r"altered(\d+)", r"changed\1", text), why="edited")
    for version in range(120):
        save_version(record, number, f"{text}\nLine {version}.", why="edited")
    first, second = (one.id for one in versions(record, number)[::-1][:2])
    pages = list(
        every_part(empty_bench, f"/letters/{number}/versions?old={first}&new={second}", language, "at=p")
    )
    assert sum(page.count('<tr data-row="differing"') for page in pages) == 200
    listed = list(every_part(empty_bench, f"/letters/{number}/versions", language, "start="))
    assert sum(page.count('data-row="versions"') for page in listed) == 122
    korean = "\n\n".join(
        f"{n}번째 문단은 2013년 10월 22일에 {n + 300}여 명이 돌아갔다고 적습니다." for n in range(220)
    )
    pair_drafts(record, number, open_draft(record, "서한", korean))
    pages = list(every_part(empty_bench, f"/letters/{number}/beside", language))
    assert len(pages) > 1
    rows = [int(row) for page in pages for row in re.findall(r'<tr id="s(\d+)"', page)]
    assert rows == list(range(1, len(rows) + 1))
    for page in pages:
        assert set(re.findall(r'href="#([a-z]+\d+)"', page)) <= set(re.findall(r'id="([a-z]+\d+)"', page))
        for of in ("due", "differing"):
            told = re.search(rf'data-counts="(\d+)" data-of="{of}"', page)
            assert told
            assert int(told[1]) == sum(one.count(f'data-row="{of}"') for one in pages)
    last = empty_bench.client.get(f"/letters/{number}/beside?at=s{rows[-1]}").text
    assert f'<tr id="s{rows[-1]}"' in last
