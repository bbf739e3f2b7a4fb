"""Reviews and States: each number opens into the rows that it counts."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from tests.web.figures import Figure, figures, rows_behind, rows_on, tree


def numbers_on(bench: Any, address: str) -> list[Figure]:
    return list(figures(address, tree(bench.client.get(address).text)))


@pytest.mark.parametrize("address", ["/reviews/CHN", "/states", "/states/CZE", "/states/CHN", "/states/KOR"])
def test_every_number_opens_into_as_many_rows(bench: Any, address: str) -> None:
    counted = numbers_on(bench, address)
    assert len(counted) >= 6
    for figure in counted:
        assert rows_behind(figure, lambda at: rows_on(at, tree(bench.client.get(at).text))) == figure.many, (
            figure
        )


def test_the_numbers_of_a_cycle_are_those_of_its_recommendations(bench: Any) -> None:
    of_cycles = [one for one in numbers_on(bench, "/reviews/CHN") if one.target.startswith("/reviews/")]
    assert {one.many for one in of_cycles if one.of == "recommendations"} == {2}


def test_a_number_of_the_regions_opens_into_each_state_of_each_recommendation(bench: Any) -> None:
    page = bench.client.get("/recommendations?to=CHN&group=eastern_european").text
    assert page.count('<a href="/states/CZE">') == 2
    assert "/states/KOR" not in page


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


def test_a_topic_has_a_korean_name_which_can_be_asked_for(bench: Any) -> None:
    korean = {"accept-language": "ko"}
    english = bench.client.get("/reviews/CHN", params={"about": "non-refoulement"})
    named = bench.client.get("/reviews/CHN", params={"about": "강제송환금지 원칙"}, headers=korean)
    assert '<option value="강제송환금지 원칙">' in named.text
    assert "<caption>강제송환금지 원칙</caption>" in named.text
    assert "about=non-refoulement" in named.text  # the picture's address is the same in each language
    assert 'data-row="raised"' in named.text
    assert named.text.count('data-row="raised"') == english.text.count('data-row="raised"')
    assert '<option value="non-refoulement">' in english.text
    by_english = bench.client.get("/reviews/CHN", params={"about": "non-refoulement"}, headers=korean)
    assert 'value="강제송환금지 원칙"' in by_english.text
    typed = bench.client.get("/reviews/CHN", params={"about": "refugees"}, headers=korean)
    assert "<caption>refugees</caption>" in typed.text


def test_words_that_cannot_be_looked_for_are_told_in_korean(bench: Any) -> None:
    page = bench.client.get(
        "/reviews/CHN", params={"about": "(refugees"}, headers={"accept-language": "ko"}
    ).text
    trouble = page[page.index('class="notice trouble"') :].split("</div>")[0]
    assert 'lang="en"' not in trouble
    assert re.search("[가-힣]", trouble)
