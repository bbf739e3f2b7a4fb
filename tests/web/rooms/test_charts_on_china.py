"""The charts of the real reports on China say the numbers that China and the Council speak of."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.figures import figures, tree

from onrecord.record.add import add_paths
from onrecord.record.record import open_record


@pytest.fixture(scope="module")
def china(tmp_path_factory: pytest.TempPathFactory, shared_data: Path, open_workbench: Any) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("china") / "record"
    files = [
        shared_data / "upr_reports" / "pdf" / "china2013.pdf",
        shared_data / "china" / "Matrix_recommendations_2013.docx",
        shared_data / "china" / "Matrix_recommendations_2018.docx",
    ]
    with open_record(folder) as record:
        assert not add_paths(record, files).failed
    yield from open_workbench(folder)


def test_the_words_of_the_pictures_name_the_main_numbers(china: Any) -> None:
    page = tree(china.client.get("/reviews/CHN").text)
    of_positions, of_regions = page.xpath("//figure//img/@alt")
    assert of_positions == "Of 252 recommendations in 2013, 204 were supported and 48 noted."
    assert "noted came from Western European and other States: " in of_regions


def test_the_numbers_of_the_regions_are_those_of_their_data(china: Any) -> None:
    answer = china.client.get("/charts/CHN/regions.csv").content.decode("utf-8-sig")
    in_data: Counter[int] = Counter(int(row["count"]) for row in csv.DictReader(io.StringIO(answer)))
    page = tree(china.client.get("/reviews/CHN").text)
    (table,) = page.xpath("//details[@id='regions']")
    on_page = Counter(figure.many for figure in figures("/reviews/CHN", table) if figure.many)
    assert on_page == in_data
    assert sum(number * times for number, times in in_data.items()) > 252


def test_a_review_known_from_a_table_alone_is_told_apart(china: Any) -> None:
    of_first = {one.of: one.many for one in figures("/", tree(china.client.get("/").text))}
    assert (of_first["documents"], of_first["reviews"], of_first["without-report"]) == (3, 1, 1)
    page = china.client.get("/reviews/CHN").text
    assert "The report on cycle 3 (session 31) is not on the record." in page
    assert "Other documents hold 374 entries of this review." in page
