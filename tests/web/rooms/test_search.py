"""Search: every number is that of the rows behind it, and each hit says why it was found."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest


def hits(page: str) -> int:
    return page.count('<p class="where">')


def total(page: str, part: str = "Entries") -> int:
    return int(re.search(rf'{part} <span class="soft" data-counts="(\d+)"', page)[1])


@pytest.mark.parametrize("query", ["", "refugees", "refugees OR asylum", "protect OR accept"])
def test_each_count_of_a_facet_is_the_number_of_rows_it_opens_into(bench: Any, query: str) -> None:
    page = bench.client.get("/search", params={"q": query}).text
    facets = re.findall(
        r'<li data-row="values-of-\w+"><a href="(/search\?[^"]+)">.*?data-counts="(\d+)"', page
    )
    assert facets
    for address, count in facets:
        opened = bench.client.get(html.unescape(address)).text
        assert total(opened) == int(count), address
        assert hits(opened) == min(int(count), 20)


def test_each_hit_says_by_which_words_it_was_found(bench: Any) -> None:
    page = bench.client.get("/search", params={"q": "protect"}).text
    assert "<mark>Protect</mark>" in page
    assert "<mark>protected</mark>" in page
    assert "Found by: protect" in page
    assert hits(page) == total(page)


def test_where_no_entry_matches_the_paragraphs_are_shown(bench: Any) -> None:
    page = bench.client.get("/search", params={"q": "rapporteurs"}).text
    assert (total(page), total(page, "Paragraphs")) == (0, 2)
    assert hits(page) == 2


def test_nothing_found_is_not_said_to_be_nothing_said(bench: Any) -> None:
    page = bench.client.get("/search", params={"q": "zebra"}).text
    assert "does not mean that nobody said it" in page


def test_a_search_is_kept_by_name_and_let_go(bench: Any) -> None:
    data = {**bench.mark, "name": "Refugees <i>", "address": "q=refugees&kind=recommendation", "who": "Kim"}
    answer = bench.client.post("/searches", data=data)
    assert answer.headers["location"] == "/search?q=refugees&kind=recommendation"
    page = bench.client.get("/search").text
    assert 'href="/search?q=refugees&amp;kind=recommendation">Refugees &lt;i&gt;</a>' in page
    number = re.search(r'action="/searches/(\d+)/remove"', page)[1]
    bench.client.post(f"/searches/{number}/remove", data=bench.mark)
    assert "Refugees &lt;i&gt;" not in bench.client.get("/search").text


HOSTILE = ["<script>alert(1)</script>", '"', "(", "*", "NOT", '" OR 1=1 --', "\u202eevil", "\x00", "=1+1"]


@pytest.mark.parametrize("query", [*HOSTILE, "x" * 5000, "« »", "NEAR(a b)"])
def test_a_hostile_search_shows_as_text_and_harms_nothing(bench: Any, query: str) -> None:
    answer = bench.client.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "\u202e" not in answer.text
    assert hits(bench.client.get("/search", params={"q": "refugees"}).text) > 0


@pytest.mark.parametrize(
    "values",
    [{"cycle": "x"}, {"cycle": "²"}, {"by": "Nowhere"}, {"part": "x"}, {"kind": "x"}, {"start": 999}],
)
def test_values_that_mean_nothing_find_nothing_and_break_nothing(bench: Any, values: dict[str, Any]) -> None:
    assert bench.client.get("/search", params={"q": "refugees", **values}).status_code == 200


def test_a_state_may_be_named_as_documents_name_it(bench: Any) -> None:
    counts = {
        total(bench.client.get("/search", params={"by": name}).text)
        for name in ("CZE", "Czech Republic", "체코")
    }
    assert len(counts) == 1
    assert counts.pop() > 0


def test_an_empty_record_says_what_to_do(empty_bench: Any) -> None:
    page = empty_bench.client.get("/search").text
    assert "Nothing is on the record yet." in page
    assert '<a class="button first" href="/">Hand over files</a>' in page
