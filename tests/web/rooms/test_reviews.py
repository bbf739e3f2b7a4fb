"""Reviews and States: each number opens into the rows that it counts."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest


def number_at(page: str, pattern: str) -> int:
    return int(re.search(pattern, page)[1].replace(",", ""))


def test_the_figures_of_a_cycle_are_the_rows_of_its_page(bench: Any) -> None:
    page = bench.client.get("/reviews/CHN").text
    links = re.findall(r'href="(/reviews/CHN/[^"#]+)">(?:<span[^>]*>[^<]*</span>)?\s*(\d+)</a>', page)
    assert len(links) == 4
    for address, count in links:
        opened = bench.client.get(html.unescape(address)).text
        shown = opened.split('<h2 id="spoke">')[0]
        assert shown.count('<p class="where">') == int(count) == 2
        assert number_at(opened, r'id="recommendations">Recommendations <span class="soft">([\d,]+)') == int(
            count
        )


def test_every_figure_of_the_states_opens_into_as_many_rows(bench: Any) -> None:
    page = bench.client.get("/states").text
    figures = re.findall(r'class="num"><a href="(/search[^"]+)">([\d,]+)</a>', page)
    assert len(figures) >= 6
    for address, count in figures:
        opened = bench.client.get(html.unescape(address)).text
        assert number_at(opened, r'Entries <span class="soft">([\d,]+)</span>') == int(count), address


def test_every_figure_of_a_state_opens_into_as_many_rows(bench: Any) -> None:
    for code in ("CZE", "CHN", "KOR"):
        page = bench.client.get(f"/states/{code}").text
        facets = re.findall(
            r'<li><a href="(/search\?[^"]+)">.*?</a> <span class="num soft">(\d+)</span>', page
        )
        assert facets
        for address, count in facets:
            opened = bench.client.get(html.unescape(address)).text
            assert number_at(opened, r'Entries <span class="soft">([\d,]+)</span>') == int(count), address


def test_a_topic_is_a_table_of_states_by_cycles(bench: Any) -> None:
    page = bench.client.get("/reviews/CHN", params={"about": '"asylum seekers" or refugees'}).text
    for state in ("CZE", "KOR"):
        assert f'<th scope="row"><a href="/states/{state}">' in page
    for address in re.findall(r'<p class="cell"><a href="([^"]+)"', page):
        assert bench.client.get(html.unescape(address)).status_code == 200


@pytest.mark.parametrize("about", ["(", "*", '"', "<script>", "not", "\u202e", "\x00"])
def test_a_topic_that_cannot_be_read_is_told(bench: Any, about: str) -> None:
    answer = bench.client.get("/reviews/CHN", params={"about": about})
    assert answer.status_code == 200
    assert "<script>" not in answer.text
    assert "\u202e" not in answer.text


@pytest.mark.parametrize("path", ["/reviews/XXX", "/reviews/CHN/A/HRC/1/1", "/states/nobody", "/reviews/%00"])
def test_what_is_not_on_the_record_is_told(bench: Any, path: str) -> None:
    assert bench.client.get(path).status_code == 404


def test_an_empty_record_has_rooms_that_say_what_to_do(empty_bench: Any) -> None:
    for path in ("/documents", "/reviews", "/states"):
        assert "Hand over files" in empty_bench.client.get(path).text
