"""English and Korean: no string is left untranslated, and what is compiled is what is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from onrecord.web.catalogues import BASE, extracted, kept, untranslated
from onrecord.web.language import LOCALE, NAMES, language
from onrecord.web.rooms import rooms

OTHERS = [code for code in NAMES if code != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)s")


@pytest.mark.parametrize("code", OTHERS)
def test_no_string_is_untranslated(code: str) -> None:
    """Renew the catalogues with: python -m onrecord.web.catalogues"""
    assert untranslated(code) == []


@pytest.mark.parametrize("code", OTHERS)
def test_no_catalogue_keeps_a_string_that_no_page_says(code: str) -> None:
    now = {name: {str(m.id) for m in catalogue if m.id} for name, catalogue in extracted().items()}
    held = {name: {str(m.id) for m in catalogue if m.id} for name, catalogue in kept(code).items()}
    assert held == now


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_keeps_every_place_that_is_filled_in(code: str) -> None:
    for catalogue in kept(code).values():
        for message in catalogue:
            english = message.id[-1] if isinstance(message.id, tuple) else message.id
            said = message.string if isinstance(message.string, str) else message.string[0]
            assert sorted(PLACEHOLDER.findall(english)) == sorted(PLACEHOLDER.findall(said)), english


@pytest.mark.parametrize("code", OTHERS)
def test_the_compiled_catalogues_are_those_that_are_written(code: str) -> None:
    for name, catalogue in kept(code).items():
        with (LOCALE / code / "LC_MESSAGES" / f"{name}.mo").open("rb") as opened:
            made = read_mo(opened)
        assert plain(made) == plain(catalogue), name


def plain(catalogue: Catalog) -> list[tuple[str, str]]:
    return sorted((str(words(m.id)), str(words(m.string))) for m in catalogue if m.id)


def words(said: str | Sequence[str]) -> list[str]:
    return [said] if isinstance(said, str) else list(said)


def test_each_room_has_its_own_catalogue() -> None:
    names = {room.name for room in rooms() if room.title}
    assert names <= extracted().keys() - {BASE}


def test_dates_numbers_and_states_are_said_in_the_readers_language() -> None:
    english, korean = language("en"), language("ko")
    assert (english.day("2013-10-22"), korean.day("2013-10-22")) == ("22 October 2013", "2013년 10월 22일")
    assert (english.day("2026-01"), korean.day("2026-01")) == ("January 2026", "2026년 1월")
    assert english.day("not a date") == "not a date"
    assert korean.number(12345) == "12,345"
    assert (english.state("CHN"), korean.state("CHN"), korean.state("CAT")) == ("China", "중국", "CAT")
    assert korean.count("%(num)s entry", "%(num)s entries", 1234) == "항목 1,234건"


def test_every_page_can_be_switched_and_stays_switched(bench: Any) -> None:
    page = bench.client.get("/").text
    assert 'lang="en"' in page
    assert "한국어" in page
    answer = bench.client.post("/language", data={**bench.mark, "language": "ko", "back": "/?x=1"})
    assert answer.headers["location"] == "/?x=1"
    page = bench.client.get("/").text
    assert '<html lang="ko">' in page
    assert "English" in page
    bench.client.cookies.delete("onrecord-language")


def test_a_browser_that_asks_for_korean_gets_it(bench: Any) -> None:
    asked = {"accept-language": "ko-KR,ko;q=0.9,en;q=0.5"}
    assert '<html lang="ko">' in bench.client.get("/", headers=asked).text
    assert '<html lang="en">' in bench.client.get("/", headers={"accept-language": "fr"}).text


@pytest.mark.parametrize("code", OTHERS)
def test_a_room_says_each_string_as_its_own_catalogue_has_it(code: str) -> None:
    """Two rooms may say one English word in two ways."""
    said_in_two_ways = 0
    everywhere: dict[str, set[str]] = {}
    for name, catalogue in kept(code).items():
        for message in catalogue:
            if message.id and isinstance(message.id, str):
                assert language(code, name).say(message.id) == message.string, (name, message.id)
                everywhere.setdefault(message.id, set()).add(str(message.string))
    said_in_two_ways = sum(len(ways) > 1 for ways in everywhere.values())
    assert said_in_two_ways > 0


def test_a_page_speaks_as_its_room_does(bench: Any) -> None:
    page = bench.client.get("/states/CHN", headers={"accept-language": "ko"}).text
    assert language("ko", "states").say("By whom") in page
    assert language("ko", "history").say("By whom") not in page
