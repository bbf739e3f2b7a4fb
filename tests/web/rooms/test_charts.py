"""Charts show the numbers of the rows, in both languages and as files to take along."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from tests.web.figures import tree

from onrecord.analysis.cycles import reviewed
from onrecord.record.overview import recommendations_to
from onrecord.record.record import open_record
from onrecord.un.places import GROUPS, places, tiles
from onrecord.un.states import states
from onrecord.web.charts import _BLOCKS, _below, dots, measured, packed

ADDRESSES = ("/charts/world", "/charts/CHN/positions", "/charts/CHN/regions", "/charts/CHN/raised")


def rows(bench: Any, address: str) -> list[dict[str, str]]:
    answer = bench.client.get(address)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_chart_is_a_picture_of_both_kinds(bench: Any, address: str, theme: str) -> None:
    asked = {"theme": theme, "about": "refugees"}
    drawn = bench.client.get(f"{address}.svg", params=asked)
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert b"<svg" in drawn.content
    assert b"<script" not in drawn.content
    assert bench.client.get(f"{address}.png", params=asked).content.startswith(b"\x89PNG")


def test_positions_are_those_of_the_rows(bench: Any) -> None:
    told = [
        (row["cycle"], row["position"], int(row["count"])) for row in rows(bench, "/charts/CHN/positions.csv")
    ]
    with open_record(bench.folder) as record:
        counted = [reviewed(record, symbol).positions for symbol in ("A/HRC/99/1", "A/HRC/99/2")]
    assert sum(count for _, _, count in told) == sum(sum(one.values()) for one in counted) == 4


def test_regions_count_each_recommending_state(bench: Any) -> None:
    told = {row["region"]: int(row["count"]) for row in rows(bench, "/charts/CHN/regions.csv")}
    assert told == {"Eastern European States": 2, "Asia-Pacific States": 2}


def test_the_map_counts_the_recommendations_to_each_state(bench: Any) -> None:
    told = {row["code"]: int(row["count"]) for row in rows(bench, "/charts/world.csv")}
    with open_record(bench.folder) as record:
        assert {code: count for code, count in told.items() if count} == recommendations_to(record)
    assert told["CHN"] == 4


def test_a_topic_is_shown_with_who_raised_it(bench: Any) -> None:
    told = rows(bench, "/charts/CHN/raised.csv?about=refugees")
    assert {row["state"] for row in told} == {"Czechia", "Republic of Korea"}


def test_data_of_an_empty_chart_has_its_head_alone(bench: Any) -> None:
    answer = bench.client.get("/charts/CHN/raised.csv?about=zebra")
    assert answer.content.decode("utf-8-sig").splitlines() == ["state,cycle,count"]
    assert 'filename="CHN-raised.csv"' in answer.headers["content-disposition"]


def test_the_words_of_a_picture_say_what_it_shows(bench: Any) -> None:
    page = tree(bench.client.get("/reviews/CHN?about=refugees").text)
    of_positions, of_regions, of_raised = page.xpath("//figure//img/@alt")
    assert of_positions == " ".join(["Of 2 recommendations in 2013, 2 were to be answered later."] * 2)
    assert of_regions == (
        "Asia-Pacific States and Eastern European States put the most: 2 each. "
        "A recommendation by several States counts for each of them."
    )
    assert of_raised == "2 States raised it: 2 in cycle 2 and 0 in cycle 2."
    (of_the_world,) = tree(bench.client.get("/reviews").text).xpath("//figure//img/@alt")
    assert of_the_world == "The record holds recommendations to 1 State. The most were made to China: 4."


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_is_read_out_is_what_stands_under_the_picture(bench: Any, language: str) -> None:
    page = tree(bench.client.get("/reviews/CHN?about=refugees", headers={"accept-language": language}).text)
    shown = page.xpath("//figure[.//img]")
    assert len(shown) == 3
    for figure in shown:
        (said,) = figure.xpath(".//img/@alt")
        assert " ".join(figure.xpath("string(figcaption/p[1])").split()) == said


def test_a_state_without_a_review_has_no_chart(bench: Any) -> None:
    assert bench.client.get("/charts/FRA/positions.svg").status_code == 404
    assert bench.client.get("/charts/CHN/positions.gif").status_code == 422


def test_the_page_shows_each_chart_with_its_table(bench: Any) -> None:
    page = bench.client.get("/reviews/CHN?about=refugees").text
    assert page.count("<figure") == 3
    assert "Eastern European States" in page


def test_every_state_has_a_place_and_a_square_of_its_own() -> None:
    codes = {state.code for state in states()}
    assert set(places()) == set(tiles()) == codes
    assert len(set(tiles().values())) == len(codes)
    assert {place.group for place in places().values()} == {*GROUPS, ""}


def test_the_cycles_stand_in_their_order_and_none_is_left_out() -> None:
    rows = packed(
        [{"what": "A", "when": "cycle 3", "count": 1}, {"what": "B", "when": "cycle 1", "count": 2}]
    )
    drawn = dots(rows, ("cycle 1", "cycle 2", "cycle 3"), "Who", "light", "svg").decode()
    at = [drawn.index(f">cycle {number}<") for number in (1, 2, 3)]
    assert at == sorted(at)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_place_of_each_drawing_is_kept_before_it_comes(bench: Any, language: str) -> None:
    """The page says how wide and high each is; a phone is given one that it shows at its own size."""
    headers = {"accept-language": language}
    for address in ("/reviews/CHN?about=refugees", "/reviews"):
        pictures = tree(bench.client.get(address, headers=headers).text).xpath("//picture")
        assert pictures
        for picture in pictures:
            drawings = picture.xpath(".//source") + picture.xpath(".//img")
            assert len(drawings) == 4
            for drawing in drawings:
                at = drawing.get("srcset") or drawing.get("src")
                size = re.search(
                    r'<svg[^>]*? width="(\d+)"[^>]*? height="(\d+)"',
                    bench.client.get(at, headers=headers).text,
                )
                assert size, at
                assert size.groups() == (drawing.get("width"), drawing.get("height")), at
            assert all(
                int(one.get("width")) <= 356 for one in drawings[:2]
            )  # what a window of 390 pixels leaves


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_letter_of_a_drawing_is_smaller_than_11_pixels(bench: Any, address: str, size: str) -> None:
    drawn = bench.client.get(f"{address}.svg", params={"size": size, "about": "refugees"}).text
    letters = [float(one) for one in re.findall(r'font-size="([\d.]+)px"', drawn)]
    assert letters
    assert min(letters) >= 11


def test_a_narrow_map_has_each_square_once_and_none_outside() -> None:
    squares = [{"code": code, "column": column, "row": row} for code, (column, row) in tiles().items()]
    assert all(sum(one["column"] in block for block in _BLOCKS) == 1 for one in squares)
    placed = {(one["column"], one["row"]) for one in _below(squares)}
    assert len(placed) == len(squares)
    assert max(column for column, _ in placed) < 13
    assert max(row for _, row in placed) == 52


def test_a_drawing_is_as_high_as_its_rows_ask() -> None:
    assert measured("dots", "narrow", 12)[1] - measured("dots", "narrow", 2)[1] == 10 * 44
