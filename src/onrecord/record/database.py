"""The database of a record. All that is SQLite's own stands here: pragmas, transactions, the word index.

The word index is FTS5 over `passages.words`, with words exactly as written (case and accents aside).
A search for a word in all its forms asks for every word of the index that has the same stem, so
phrases stay exact and beginnings (repatriat*) are not at odds with stems. Korean, Chinese and
Japanese are written without spaces between all words; there every character is indexed by itself.
"""

from __future__ import annotations

import json
import re
import sqlite3
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    Engine,
    Float,
    Integer,
    Select,
    Subquery,
    column,
    create_engine,
    event,
    func,
    select,
    text,
)
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from onrecord.errors import RecordError
from onrecord.record.query import AnyOf, Node, Term

_SECONDS_TO_WAIT_FOR_ANOTHER_WRITER = 30
_WRITES = "onrecord_writes"

_BETWEEN = "\u200b"
_UNSPACED = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_BORDER = re.compile(rf"(?<=[{_UNSPACED}])(?=\w)|(?<=\w)(?=[{_UNSPACED}])")
_WORD = re.compile(r"[^\W_]+")
_LETTERS_BEFORE_A_STEM_DIFFERS = 3
_MATCHES_TO_WALK_THROUGH = 6000
_LAST_LETTER = "\U0010ffff"


class Database:
    """One record's database: transactions that read, and transactions that write."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.engine = _engine(path)
        self._watch: sqlite3.Connection | None = None
        self._watched = threading.Lock()

    def set_up(self) -> None:
        """Make an empty database one in which readers do not wait for a writer (write-ahead log)."""
        give_up = time.monotonic() + _SECONDS_TO_WAIT_FOR_ANOTHER_WRITER
        with closing(sqlite3.connect(self.path)) as connection:
            while True:
                try:
                    connection.execute("PRAGMA journal_mode = WAL")
                except sqlite3.Error as error:
                    # SQLite does not wait by itself here, as when two programs make the same record.
                    if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                        raise _in_plain_words(error, self.path) from error
                    time.sleep(0.02)
                else:
                    return

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the record. RecordError where it cannot be read."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept whole or not at all; a second writer waits. RecordError as above."""
        with self.engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
            yield connection

    def faults(self) -> list[str]:
        """What SQLite's own checks find wrong with the file; [] where it is whole."""
        with self.reading() as connection:
            found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            loose = list(connection.exec_driver_sql("PRAGMA foreign_key_check"))
        return [line for line in found if line != "ok"] + [
            f"a row of {row[0]} belongs to nothing" for row in loose
        ]

    def changes(self) -> int:
        """A number that is another after every change by anybody, this program included."""
        with self._watched:
            if self._watch is None:
                # A connection of its own that never writes: SQLite tells it of what others committed.
                self._watch = sqlite3.connect(self.path, check_same_thread=False)
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        with self._watched:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self.engine.dispose()


def _engine(path: Path) -> Engine:
    """An engine in which every failure comes out as a RecordError."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": _SECONDS_TO_WAIT_FOR_ANOTHER_WRITER},
        # Each thread that reads holds one; a connection costs less than a reader who is turned away.
        max_overflow=-1,
    )

    def set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # The driver would begin transactions late and without a lock; we begin them ourselves.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA temp_store = MEMORY")
        # A commit is on the disk when it returns, whatever happens to the power.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    def explain(failure: ExceptionContext) -> RecordError | None:
        fault = failure.original_exception
        return _in_plain_words(fault, path) if isinstance(fault, sqlite3.DatabaseError) else None

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    event.listen(engine.dialect, "handle_error", explain)
    return engine


_PLAIN_WORDS = {
    sqlite3.SQLITE_FULL: ("The disk is full.", "Make room and go on: what is on the record is unharmed."),
    sqlite3.SQLITE_IOERR: (
        "The disk could not be written or read.",
        "Is it full, or was it taken away? What was on the record before is unharmed.",
    ),
    sqlite3.SQLITE_READONLY: ("The record may not be written.", "Ask for the right to write in its folder."),
    sqlite3.SQLITE_CANTOPEN: ("The record cannot be opened.", "May you read and write in its folder?"),
    sqlite3.SQLITE_BUSY: ("Another On Record is writing.", "Try again when it has ended."),
    sqlite3.SQLITE_NOTADB: ("The file is no record of On Record.", "Name another folder with --record."),
    sqlite3.SQLITE_CORRUPT: (
        "The record's database is damaged.",
        "Its originals are kept beside it: add that folder to a new record.",
    ),
}


def _in_plain_words(error: sqlite3.Error, path: Path) -> RecordError:
    """What SQLite complains of, and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    words, hint = _PLAIN_WORDS.get(code, (f"The record's database says: {error}.", ""))
    return RecordError(f"{words} ({path})", hint=hint)


_WORD_INDEX = (
    """
    CREATE VIRTUAL TABLE passage_index USING fts5 (
        words, content = 'passages', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
        INSERT INTO passage_index (rowid, words) VALUES (new.id, new.words);
    END
    """,
    """
    CREATE TRIGGER passages_gone AFTER DELETE ON passages BEGIN
        INSERT INTO passage_index (passage_index, rowid, words) VALUES ('delete', old.id, old.words);
    END
    """,
)


def create_word_index(connection: Connection) -> None:
    """Make the word index, kept in step with `passages` by triggers."""
    for statement in _WORD_INDEX:
        connection.exec_driver_sql(statement)


def indexed_words(words: str) -> str:
    """A text as the word index wants it: composed characters, unspaced scripts set apart."""
    return _BORDER.sub(_BETWEEN, unicodedata.normalize("NFC", words))


def matching(words: str) -> Subquery:
    """The passages that an expression matches: columns `id` and `score` (the higher the better).

    The index weighs them itself. That needs nothing in memory, for a single search; `weights.py` is for many.
    """
    found = text(
        "SELECT rowid AS id, -bm25(passage_index) AS score "
        "FROM passage_index WHERE passage_index MATCH :query"
    )
    return found.bindparams(query=words).columns(column("id", Integer), column("score", Float)).subquery()


def matches(connection: Connection, words: str) -> str:
    """The ids of all the passages that an expression matches, the lowest first, with commas between them.

    They come as one row: each row that is fetched gives the interpreter's lock away, and with many readers at
    once thousands of rows would wait thousands of times to have it back.
    """
    return str(_first(connection, _MATCHES, words) or "")


def instances(connection: Connection, wanted: Wanted) -> str:
    """The ids of the passages in which a word stands in one of its forms, once for each time it does.

    With commas between them, as from `matches`.
    """
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_places USING fts5vocab(main, passage_index, instance)"
    )
    if wanted.begins:
        return str(
            _first(connection, _PLACES_OF_A_STRETCH, wanted.begins, wanted.begins + _LAST_LETTER) or ""
        )
    found = (_first(connection, _PLACES_OF_A_WORD, form) for form in dict.fromkeys(wanted.forms))
    return ",".join(str(ids) for ids in found if ids)


_MATCHES = "SELECT group_concat(rowid) FROM passage_index WHERE passage_index MATCH ?"
_PLACES_OF_A_WORD = "SELECT group_concat(doc) FROM temp.index_places WHERE term = ?"
_PLACES_OF_A_STRETCH = "SELECT group_concat(doc) FROM temp.index_places WHERE term >= ? AND term < ?"


def _first(connection: Connection, question: str, *values: str) -> Any:
    return connection.exec_driver_sql(question, values).scalar()


def snippets(connection: Connection, words: str, ids: list[int], *, among: int) -> dict[int, str]:
    """A stretch of each of these passages, `among` all that match, with the words found between « and »."""
    wanted = ",".join(map(str, ids))
    # SQLite begins the search anew for each id that it is sent to, and for each beginning of a word collects
    # all words that begin so: to walk through the matches is quicker unless they are very many.
    walk = "+" if among < _MATCHES_TO_WALK_THROUGH or "*" in words else ""
    # One row, as from `matches`; made before it is put together, as only a plain question may ask for snippets.
    found = _first(
        connection,
        "WITH found AS MATERIALIZED (SELECT rowid AS id, snippet(passage_index, 0, '«', '»', '…', 32) AS words "  # noqa: S608
        f"FROM passage_index WHERE passage_index MATCH ? AND {walk}rowid IN ({wanted})) "
        "SELECT json_group_array(json_array(id, words)) FROM found",
        words,
    )
    return {one: snippet.replace(_BETWEEN, "") for one, snippet in json.loads(str(found))}


def as_one_row(question: Select[Any]) -> Select[Any]:
    """The question whose answer is one row with all rows of `question`, for `rows_in`: see `matches` for why."""
    inner = question.subquery()
    return select(func.json_group_array(func.json_array(*inner.c)))


def rows_in(answer: str) -> list[list[Any]]:
    """The rows that a question made by `as_one_row` answers with, each a list of its columns."""
    rows: list[list[Any]] = json.loads(answer)
    return rows


class Wanted(NamedTuple):
    """A word that is looked for, as the index spells it: in these forms, or whatever `begins` so."""

    forms: tuple[str, ...] = ()
    begins: str = ""


class Expression(NamedTuple):
    """A query in FTS5's own language, and the words by which what it finds is weighed."""

    words: str
    wanted: tuple[Wanted, ...]


def expression(node: Node, forms: Callable[[str], Sequence[str]]) -> Expression:
    """A query in FTS5's own language, with every word of the index that `forms` gives for a word asked for."""
    if isinstance(node, Term):
        return _term(node, forms)
    parts = [expression(part, forms) for part in node.parts]
    wanted = tuple(dict.fromkeys(one for part in parts for one in part.wanted))
    if isinstance(node, AnyOf):
        return Expression(" OR ".join(f"({part.words})" for part in parts), wanted)
    together = " AND ".join(f"({part.words})" for part in parts)
    without = [f" NOT ({expression(part, forms).words})" for part in node.without]
    return Expression(f"({together}){''.join(without)}", wanted)


def _term(term: Term, forms: Callable[[str], Sequence[str]]) -> Expression:
    """A term in FTS5's language; "asylum-seeker" is a phrase of which the last word takes other forms."""
    words = indexed_words(term.text)
    *before, last = _WORD.findall(words) or [words]
    exactly = tuple(Wanted(forms=(_folded(word),)) for word in before)
    if term.prefix:
        return Expression(f"{_quoted(words)} *", (*exactly, Wanted(begins=_folded(last))))
    if term.exact:
        return Expression(_quoted(words), (*exactly, Wanted(forms=(_folded(last),))))
    others = forms(last)
    phrases = [" ".join([*before, form]) for form in others]
    return Expression(
        " OR ".join(_quoted(phrase) for phrase in [words, *phrases]),
        (*exactly, Wanted(forms=(_folded(last), *others))),
    )


def exactly(words: str) -> str:
    """The expression for a phrase: these words, in this order, case and accents aside."""
    return _quoted(indexed_words(words))


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def forms_of(connection: Connection, word: str) -> list[str]:
    """The other words of the index that have the same English stem: "returned" for "return"."""
    folded = _folded(word)
    if len(folded) < _LETTERS_BEFORE_A_STEM_DIFFERS or not (folded.isascii() and folded.isalpha()):
        return []
    for statement in (
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_terms USING fts5vocab(main, passage_index, row)",
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.stems USING fts5(term, tokenize = 'porter unicode61')",
        "DELETE FROM temp.stems",
    ):
        connection.exec_driver_sql(statement)
    start = folded[:_LETTERS_BEFORE_A_STEM_DIFFERS]
    connection.execute(
        text(
            "INSERT INTO temp.stems (term) "
            "SELECT term FROM temp.index_terms WHERE term >= :low AND term < :high"
        ),
        {"low": start, "high": start[:-1] + chr(ord(start[-1]) + 1)},
    )
    found = connection.execute(
        text("SELECT term FROM temp.stems WHERE stems MATCH :word ORDER BY term"), {"word": _quoted(folded)}
    )
    return [row[0] for row in found if row[0] != folded]


def _folded(word: str) -> str:
    """A word as the index spells it: case and accents aside."""
    spelt = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(letter for letter in spelt if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", plain)
