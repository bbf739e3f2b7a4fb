"""JSON exports to Documents that are one table: a row a record, below a row of the records' keys."""

from __future__ import annotations

import json
from typing import Any

from onrecord.documents.model import Document
from onrecord.documents.sheets import tables_alone
from onrecord.errors import UnreadableDocument

MAX_KEYS = 500
"""Records with more different keys than this are no table."""

_HINT = (
    "Exports of the Universal Human Rights Index are lists of records with keys such as “symbol” and “text”."
)


def read_json(data: bytes, name: str) -> Document:
    """Read a list of records, the one list in an object, or one record a line.

    A list in a cell has one value a line, with "- " before each, as OHCHR's spreadsheets have it; null is
    "". UnreadableDocument where it is no JSON, or no list of records.
    """
    try:
        records = _records(_loaded(data.decode("utf-8-sig")))
        keys = list(dict.fromkeys(key for record in records for key in record))
        if not records or len(keys) > MAX_KEYS:
            what = f"records with {len(keys)} different keys" if records else "data without a list of records"
            raise UnreadableDocument(f"{name}: JSON, but no table: {what}.", hint=_HINT)
        rows = [tuple(keys), *(tuple(_cell(record.get(key)) for key in keys) for record in records)]
    except (ValueError, RecursionError) as problem:
        what = "nested too deeply" if isinstance(problem, RecursionError) else str(problem)
        raise UnreadableDocument(
            f"{name}: JSON that is broken ({what}).", hint="Fetch the file again."
        ) from problem
    return tables_alone([("", rows)], data, name, "json", [])


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as whole:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        try:
            return [json.loads(line) for line in lines]
        except json.JSONDecodeError:
            raise whole from None


def _records(value: Any) -> list[dict[str, Any]]:
    """The records: the list itself, or the only list of records in an object."""
    if isinstance(value, dict):
        lists = [found for found in value.values() if isinstance(found, list) and found]
        value = lists[0] if len(lists) == 1 else []
    if not isinstance(value, list) or not all(isinstance(record, dict) for record in value):
        return []
    return value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(f"- {_cell(one)}" for one in value)
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
