"""The check of a letter that is being written: after an edit only what the edit changed is worked out anew."""

from __future__ import annotations

from collections.abc import Collection
from threading import Lock

from onrecord.letters.check.kept import Kept
from onrecord.letters.check.run import check
from onrecord.letters.model import Check, Letter
from onrecord.record.model import ReadsRecord, Versioned


class Checker:
    """Checks one letter again and again, or several; each answer is equal to that of a fresh `check`.

    Kept between checks is what does not depend on the letter: the documents that it cites, made ready for
    comparison, their entries with the positions that stand, what was found anywhere on the record. What is
    found in a sentence or a paragraph is remembered by its words. A record that has changed (`Versioned`) is
    read anew. Any number of threads may call `check`; one works at a time and the others wait.

        checker = Checker(record)
        checker.check(parse_letter(text, "letter.md"))    # reads the documents that the letter cites
        checker.check(parse_letter(changed, "letter.md"))  # a fraction of that
    """

    def __init__(self, record: ReadsRecord, *, topic: str = "", without: Collection[str] = ()) -> None:
        """`topic` and `without` as in `check`, whose errors come with the first check."""
        self._record = record
        self._topic = topic
        self._without = tuple(without)
        self._lock = Lock()
        self._version = ""
        self._kept: Kept | None = None

    def check(self, letter: Letter) -> Check:
        """The letter held against the record as it is now. Raises what `check` raises."""
        with self._lock:
            version = self._record.version() if isinstance(self._record, Versioned) else ""
            if self._kept is None or version != self._version:
                self._kept, self._version = Kept(self._record), version
            return check(letter, self._kept, topic=self._topic, without=self._without)
