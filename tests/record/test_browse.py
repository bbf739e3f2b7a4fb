"""Leafing through the record: totals and facets are the rows behind them, however they are counted."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace

import pytest
from sqlalchemy import text

from onrecord.record.browse import FACETS, PARTS, Asked, browse, counted, documents_with

SEARCHES = [
    Asked(),
    Asked(query="refugees"),
    Asked(query="recommend*"),
    Asked(query='"refugee issues"'),
    Asked(query="강제송환"),
    Asked(by="CAN"),
    Asked(to="CHN"),
    Asked(to="CHN", by="CAN", kind="recommendation"),
    Asked(cycle=2, query="refugees"),
    Asked(position="pending"),
    Asked(symbol="A/HRC/99/1"),
    Asked(to="USA"),
]


def rows_of(record, asked):
    return browse(record, asked, size=10_000).rows


@pytest.mark.parametrize("asked", SEARCHES, ids=repr)
def test_each_total_is_the_number_of_rows_one_can_leaf_through(record, china, asked):
    totals = browse(record, asked).totals
    assert totals == {part: len(rows_of(record, replace(asked, part=part))) for part in PARTS}


@pytest.mark.parametrize("asked", SEARCHES, ids=repr)
def test_each_facet_is_the_number_of_rows_left_when_it_is_chosen(record, china, asked):
    facets = browse(record, asked).facets
    assert set(facets) == set(FACETS)
    for name, values in facets.items():
        for value, many in values:
            chosen = replace(asked, **{name: int(value) if name == "cycle" else value})
            assert len(rows_of(record, chosen)) == many


@pytest.mark.parametrize("asked", SEARCHES, ids=repr)
def test_the_facets_are_those_of_the_rows(record, china, asked):
    rows, facets = rows_of(record, asked), browse(record, asked).facets
    assert dict(facets["kind"]) == Counter(row.kind for row in rows)
    assert dict(facets["by"]) == Counter(state for row in rows for state in set(row.by))
    assert dict(facets["to"]) == Counter(row.to for row in rows if row.to)


@pytest.mark.parametrize("asked", SEARCHES, ids=repr)
def test_pages_laid_end_to_end_are_the_whole_list(record, china, asked):
    whole = rows_of(record, asked)
    assert [
        row for start in range(len(whole)) for row in browse(record, asked, start=start, size=1).rows
    ] == list(whole)


@pytest.mark.parametrize("asked", [one for one in SEARCHES if not one.query], ids=repr)
def test_what_is_counted_without_rows_is_the_same(record, china, asked):
    found = browse(record, asked)
    assert (counted(record, asked).totals, counted(record, asked).facets) == (found.totals, found.facets)
    assert documents_with(record, asked) == {row.symbol for row in rows_of(record, asked)}


def test_what_is_added_or_taken_away_while_the_record_is_open_counts_at_once(record, keep, china):
    before = browse(record, Asked()).totals
    keep(replace(china, sha256="d" * 64, symbol="A/HRC/99/2", name="again.pdf"))
    after = browse(record, Asked()).totals
    assert after["paragraphs"] == 2 * before["paragraphs"]
    with record.database.writing() as connection:
        connection.execute(text("DELETE FROM documents WHERE symbol = 'A/HRC/99/2'"))
    assert browse(record, Asked()).totals == before


def test_the_best_come_first(record, china):
    rows = browse(record, Asked(query="refugees", part="paragraphs"), size=10).rows
    with record.database.reading() as connection:
        scores = connection.execute(
            text(
                "SELECT p.pinpoint, p.ordinal FROM passage_index i JOIN passages p ON p.id = i.rowid "
                "WHERE passage_index MATCH 'refugees OR refugee' AND p.source = 'paragraph' "
                "ORDER BY bm25(passage_index), p.id"
            )
        ).all()
    assert [(row.pinpoint, row.ordinal) for row in rows] == [tuple(score) for score in scores]


def test_searches_while_documents_come_and_go_are_of_one_state(record, keep, china):
    """Rows of one state are never taken for rows of another: every hit holds the word."""
    over = threading.Event()
    wrong: list[object] = []

    def search_on():
        while not over.is_set():
            found = browse(record, Asked(query="refugees", part="paragraphs"), size=1000)
            wrong.extend(
                row for row in found.rows if "refugee" not in row.snippet.replace("«", "").casefold()
            )

    searching = [threading.Thread(target=search_on) for _ in range(3)]
    for thread in searching:
        thread.start()
    for number in range(10):
        keep(replace(china, sha256=f"{number:064d}", symbol=f"A/HRC/{number}/1", name=f"{number}.pdf"))
        with record.database.writing() as connection:
            connection.execute(
                text("DELETE FROM documents WHERE symbol = :one"), {"one": f"A/HRC/{number - 3}/1"}
            )
    over.set()
    for thread in searching:
        thread.join()
    assert wrong == []
