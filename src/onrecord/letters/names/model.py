"""What On Record can say of a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.letters.model import Finding
from onrecord.letters.signing.model import Act, Signatory, Version
from onrecord.letters.signing.publications import Publication
from onrecord.record.browse import Row
from onrecord.un.review import Review


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of a letter in which the name stands: `words` marks it with « and », `line` counts from 1."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class InDraft:
    """A letter on the desk in which the name stands now, or stood in an earlier version (`passages` is empty then).

    `dangers` are the findings by which a reader could join the name to somebody left unnamed, with the words of the
    place left unnamed; `unconsented` are findings that the name is given with what was done to the person.
    """

    number: int
    name: str
    passages: tuple[Passage, ...]
    earlier_only: bool = False
    dangers: tuple[tuple[str, Finding], ...] = ()
    unconsented: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Consent:
    """Somebody on a letter's list who bears the name, or beside whose name it is printed.

    `acts` is all that became of them, in order; `versions` the words to which they consented, by number; `limit` is
    how far they have narrowed what may be done with the name, where they have.
    """

    signatory: Signatory
    acts: tuple[Act, ...]
    versions: Mapping[int, Version]
    limit: Act | None = None
    signs: bool = False


@dataclass(frozen=True, slots=True)
class InVersion:
    """Words kept for signing in which the name stands, by language."""

    version: Version
    passages: Mapping[str, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class Due:
    """A review that the letters speak of: `last` is the last day for advance questions, `left` the working days to it.

    `left` is negative once the day is past. `exact` is false where the day of the review is the session's first.
    """

    review: Review | None
    state: str
    cycle: int
    day: date
    last: date
    left: int
    exact: bool


@dataclass(frozen=True, slots=True)
class InDocuments:
    """The name in the documents: `rows` are the first of each list, `totals` count each list, `query` finds all."""

    rows: Mapping[str, tuple[Row, ...]]
    totals: Mapping[str, int]
    query: str


@dataclass(frozen=True, slots=True)
class NameCase:
    """All of it. `sent` are the publications of words in which the name stands."""

    names: tuple[str, ...]
    drafts: tuple[InDraft, ...]
    versions: tuple[InVersion, ...]
    consents: tuple[Consent, ...]
    sent: tuple[Publication, ...]
    documents: InDocuments
    due: tuple[Due, ...]

    @property
    def is_anywhere(self) -> bool:
        """Whether the name stands anywhere."""
        found = self.drafts or self.versions or self.consents or self.sent
        return bool(found) or any(self.documents.totals.values())
