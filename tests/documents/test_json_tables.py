"""JSON exports as tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.json_tables import read_json
from onrecord.documents.read import read_document
from onrecord.errors import UnreadableDocument


def rows_of(value: object) -> tuple[tuple[str, ...], ...]:
    return read_json(json.dumps(value).encode(), "export.json").tables[0].rows


def test_records_are_rows_below_their_keys():
    assert rows_of([{"symbol": "A/1", "text": "x"}, {"text": "y", "sdgs": ["1", "2"]}]) == (
        ("symbol", "text", "sdgs"),
        ("A/1", "x", ""),
        ("", "y", "- 1\n- 2"),
    )


def test_null_is_nothing_and_numbers_are_as_written():
    assert rows_of([{"a": None, "b": 3, "c": True, "d": {"e": "é"}}])[1] == ("", "3", "true", '{"e": "é"}')


def test_the_one_list_of_an_object_is_taken():
    assert rows_of({"count": 1, "results": [{"a": "b"}]}) == (("a",), ("b",))


def test_one_record_a_line_is_read():
    document = read_document(Path("export.jsonl"), b'\xef\xbb\xbf{"a": "1"}\n{"a": "2"}\n')
    assert document.format == "json"
    assert document.tables[0].rows == (("a",), ("1",), ("2",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'[{"a": 1}', "broken"),
        (b'{"a": 1}\n{"a": ', "broken"),
        (b"[1, 2]", "without a list of records"),
        (b'{"a": "b"}', "without a list of records"),
        (b'{"a": [{"b": 1}], "c": [{"d": 1}]}', "without a list of records"),
        (b'[{"a": "\xff"}]', "broken"),
        (b"[" * 100_000, "nested too deeply"),
        (b'[{"a": ' + b"[" * 900 + b"]" * 900 + b"}]", "nested too deeply"),
        (json.dumps([{f"k{n}": 1 for n in range(501)}]).encode(), "501 different keys"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(data, reason):
    with pytest.raises(UnreadableDocument, match=reason):
        read_json(data, "export.json")


@given(
    st.lists(st.dictionaries(st.text(min_size=1), st.text(), min_size=1), min_size=1).filter(
        lambda records: any(value.strip() for record in records for value in record.values())
    )
)
def test_every_text_comes_out_as_it_went_in(records):
    keys, *rows = rows_of(records)
    assert [dict(zip(keys, row, strict=True)) for row in rows] == [
        {key: record.get(key, "") for key in keys} for record in records
    ]
