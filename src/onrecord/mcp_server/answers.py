"""What the tools answer with: words from the record, each with its place and hashes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from onrecord.mechanisms.model import Entry
from onrecord.record.model import StoredDocument
from onrecord.record.record import Record


@dataclass(frozen=True)
class Source:
    """Where words stand. `symbol` is "" for an export, which has none; `file` is the file's name.

    `pinpoint` is the paragraph as it is cited ("186.241", "28 (g)"), `page` counts from 1 and is 0 where
    the file has no pages. `words` are verbatim; `words_sha256` is the SHA-256 of their UTF-8 bytes, and
    `document_sha256` that of the file that was read, both in hexadecimal.
    """

    symbol: str
    pinpoint: str
    page: int
    words: str
    words_sha256: str
    file: str
    document_sha256: str


@dataclass(frozen=True)
class Said:
    """One act on the record: who said it to whom, when, with which answer, and where it stands.

    `by` and `to` are ISO 3166 alpha-3 codes. `position_at` is the place of the answer, "" where none is
    stated. `inferred` names the fields that the document does not state, each with its evidence.
    """

    kind: str
    by: list[str]
    to: str
    cycle: int | None
    date: str
    position: str | None
    position_as_written: str
    position_at: str
    inferred: list[str]
    source: Source


@dataclass(frozen=True)
class Held:
    """A document on the record. `date` is ISO 8601 or "", `language` a BCP 47 tag or ""."""

    symbol: str
    file: str
    kind: str
    title: str
    date: str
    language: str
    pages: int
    document_sha256: str


@dataclass(frozen=True)
class Documents:
    """What is on the record."""

    documents: list[Held]


@dataclass(frozen=True)
class Found:
    """A hit of a search: who said it to whom ("" and [] for a paragraph that is no act), and its source.

    `snippet` shows the words that were looked for between « and ». Where `excerpt` is true, `source.words`
    are only those of the snippet: the passage has no number by which it could be shown whole.
    """

    kind: str
    by: list[str]
    to: str
    snippet: str
    excerpt: bool
    source: Source


@dataclass(frozen=True)
class Hits:
    """The hits of a search, the best first; `more` where others were left off."""

    hits: list[Found]
    more: bool


@dataclass(frozen=True)
class Shown:
    """A place as asked for: its words, the notes it calls, and the acts that were read from it."""

    source: Source
    headings: list[str]
    notes: list[Source]
    acts: list[Said]


@dataclass(frozen=True)
class Places:
    """The places asked for, in that order."""

    places: list[Shown]


@dataclass(frozen=True)
class Reviewed:
    """One review: who raised the topic, what was answered, who spoke of other things, who was not heard.

    `silent`, `not_heard` and `questions_from` are ISO 3166 alpha-3 codes. `unread` says what the documents
    on the record could not answer.
    """

    symbol: str
    cycle: int | None
    date: str
    raised: list[Said]
    answers: list[Said]
    silent: list[str]
    not_heard: list[str]
    questions_from: list[str]
    unread: list[str]


@dataclass(frozen=True)
class Traced:
    """A topic through the reviews of a State; `missing` names the reviews of which no report is held."""

    state: str
    topic: str
    query: str
    reviews: list[Reviewed]
    missing: list[str]


@dataclass(frozen=True)
class Ground:
    """What a finding rests on: a reason, with the place on the record or the words of the text itself."""

    why: str
    source: Source | None = None
    words: str = ""


@dataclass(frozen=True)
class Finding:
    """A finding of the check. `severity` is "error", "warning" or "notice"; `words` are the text's own."""

    rule: str
    severity: str
    line: int
    words: str
    message: str
    suggestion: str
    evidence: list[Ground]


@dataclass(frozen=True)
class Quoted:
    """A quotation in the text and its verdict; `source` is where the words were found, if they were."""

    words: str
    line: int
    verdict: str
    reason: str
    source: Source | None


@dataclass(frozen=True)
class Checked:
    """A text held against the record. "cannot_check" is never "wrong": the document is not held."""

    findings: list[Finding]
    quotations: list[Quoted]
    documents: list[str]
    topics: list[str]


@dataclass
class Sources:
    """Makes sources, reading each document's hash once."""

    record: Record
    _known: dict[str, StoredDocument] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for stored in self.record.documents():
            self._known.setdefault(stored.name, stored)
        for stored in self.record.documents():
            if stored.symbol:
                self._known[stored.symbol] = stored

    def at(self, named: str, pinpoint: str, page: int | None, words: str) -> Source:
        """The source for `words` at a place of the document with this symbol (or, without one, file name)."""
        stored = self._known.get(named)
        return Source(
            symbol=(stored.symbol if stored else named),
            pinpoint=pinpoint,
            page=page or 0,
            words=words,
            words_sha256=hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest(),
            file=stored.name if stored else "",
            document_sha256=stored.sha256 if stored else "",
        )

    def said(self, entry: Entry) -> Said:
        """The act that an entry is, with its source."""
        at = entry.position_at
        named = entry.symbol or (entry.second_hand.file if entry.second_hand else "")
        return Said(
            kind=entry.kind,
            by=list(entry.by),
            to=entry.to,
            cycle=entry.cycle,
            date=entry.date,
            position=entry.position,
            position_as_written=entry.position_as_written,
            position_at=", para. ".join(filter(None, (at.symbol, at.paragraph))) if at else "",
            inferred=[f"{one.field}: {one.evidence}" for one in entry.inferred],
            source=self.at(named, entry.pinpoint, entry.page, entry.text),
        )


def as_held(stored: StoredDocument) -> Held:
    """A stored document as it is told of."""
    return Held(
        symbol=stored.symbol,
        file=stored.name,
        kind=stored.kind,
        title=stored.title,
        date=stored.date,
        language=stored.language,
        pages=stored.pages,
        document_sha256=stored.sha256,
    )
