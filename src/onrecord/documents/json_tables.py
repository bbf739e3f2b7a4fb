"""JSON exports to Documents that are one table: a row a record, below a row of the records' keys."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from onrecord.documents.model import Document
from onrecord.documents.packed import packed
from onrecord.documents.sheets import check_size, tables_alone
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

MAX_KEYS = 500
"""Records with more different keys than this are no table."""

_STRETCH = 1 << 20
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()

_HINT = tell(
    "Exports of the Universal Human Rights Index are lists of records with keys such as “symbol” and “text”."
)


def read_json(data: bytes, name: str) -> Document:
    """Read a list of records, the one list in an object, or one record a line.

    A list in a cell has one value a line, with "- " before each, as OHCHR's spreadsheets have it; null is
    "". UnreadableDocument where it is no JSON, or no list of records.
    """
    try:
        records = _records(data)
        keys = list(dict.fromkeys(key for record in records for key in record))
        if not records or len(keys) > MAX_KEYS:
            what = (
                tell("records with %(keys)s different keys", keys=len(keys))
                if records
                else tell("data without a list of records")
            )
            raise UnreadableDocument(
                tell("%(name)s: JSON, but no table: %(what)s.", name=name, what=what), hint=_HINT
            )
        check_size(name, len(records), len(records) * len(keys))
        rows = packed(
            chain((tuple(keys),), (tuple(_cell(record.get(key)) for key in keys) for record in records))
        )
    except (ValueError, RecursionError) as problem:
        why = tell("nested too deeply") if isinstance(problem, RecursionError) else str(problem)
        raise UnreadableDocument(
            tell("%(name)s: JSON that is broken (%(what)s).", name=name, what=why),
            hint=tell("Fetch the file again."),
        ) from problem
    return tables_alone([("", rows)], data, name, "json", [])


def _records(data: bytes) -> Sequence[dict[str, Any]]:
    """The records: those of the list, of the only list of records in an object, or of the lines.

    () where there is no such list. ValueError and RecursionError where it is no JSON.
    """
    values = _Values(data)
    if values.is_list:
        return _all_records(values.each())
    first, *others = islice(values.each(), 2)
    if others:
        return _all_records(_Values(data).each())
    if not isinstance(first, dict):
        return ()
    lists = [found for found in first.values() if isinstance(found, list) and found]
    return _all_records(lists[0]) if len(lists) == 1 else ()


def _all_records(values: Iterable[Any]) -> Sequence[dict[str, Any]]:
    """These values, or () where one of them is no record."""
    try:
        return packed(_checked(values))
    except _NoRecordError:
        return ()


def _checked(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for value in values:
        if not isinstance(value, dict):
            raise _NoRecordError
        yield value


class _NoRecordError(Exception):
    """A list holds something other than records."""


class _Values:
    """The values of a list, or those that follow one another (one a line), decoded as they are asked for.

    So an export of some hundred megabytes never stands decoded in memory.
    """

    def __init__(self, data: bytes) -> None:
        self._text = io.TextIOWrapper(io.BytesIO(data), "utf-8-sig", newline="")
        self._buffer, self._at = "", 0
        self.is_list = self._next() == "["

    def each(self) -> Iterator[Any]:
        """The values, once. ValueError with the number of the record behind which the JSON is broken."""
        self._at += self.is_list
        count = 0
        try:
            while (begins := self._next()) and begins != "]":
                if count and self.is_list:
                    self._take(",")
                yield self._value()
                count += 1
            if self.is_list:
                self._take("]")
            if self._next():
                raise ValueError("something follows the list")
        except json.JSONDecodeError as problem:
            raise ValueError(f"{problem.msg} in record {count + 1}") from problem

    def _value(self) -> Any:
        while True:
            self._next()
            try:
                value, self._at = _DECODER.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError:
                if not self._fill():
                    raise
            else:
                return value

    def _take(self, mark: str) -> None:
        if self._next() != mark:
            raise json.JSONDecodeError(f"Expecting “{mark}”", self._buffer, self._at)
        self._at += 1

    def _next(self) -> str:
        """The next character that is no space, where reading goes on; "" at the end."""
        while True:
            self._at = _SPACE.match(self._buffer, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._fill():
                return ""

    def _fill(self) -> bool:
        """Read on, as much again as is left over, so that a long value is not tried too often."""
        left = self._buffer[self._at :]
        more = self._text.read(max(_STRETCH, len(left)))
        self._buffer, self._at = left + more, 0
        return bool(more)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(f"- {_cell(one)}" for one in value)
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
