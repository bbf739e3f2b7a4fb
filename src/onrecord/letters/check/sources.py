"""The places of the record in which quotations are looked for, each made ready once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from onrecord.citations.comparison import NOT_FOUND, Comparison, compare
from onrecord.citations.model import Place
from onrecord.citations.sources import PreparedSource
from onrecord.documents.model import Paragraph
from onrecord.errors import PinpointError
from onrecord.mechanisms.model import Entry
from onrecord.record.model import ReadsRecord
from onrecord.un.pinpoint import Pinpoint, parse_pinpoints

_WORD = re.compile(r"[^\W_]{3,}")
_LETTER = re.compile(r"(?<!\w)\([a-z]\)\s")
_BROKEN = re.compile("[\u00ad\ufffe]\\s*")
# What a quotation changes or leaves out, with the rest of a word cut by it: "[m]odify", "recommend[ed]", "…".
_MARKED = re.compile(r"\w*\[[^\]]*\]\w*|…|\.\s?\.\s?\.")
# The share of a quotation's words that a paragraph must hold before the two are compared letter by
# letter; an altered quotation keeps more than that, or it is another text.
_SHARED = 0.6
# Answers that are remembered of each kind.
_MOST = 4096


class Source:
    """A text on the record with its place; `paragraph` is None for a note at the foot of a page.

    It is made ready for comparison when it is first compared: of most documents few paragraphs ever are.
    """

    def __init__(
        self, symbol: str, pinpoint: str, page: int, printed: str, paragraph: Paragraph | None
    ) -> None:
        self.symbol = symbol
        self.pinpoint = pinpoint
        self.page = page
        self.paragraph = paragraph
        self._printed = printed

    @cached_property
    def text(self) -> PreparedSource:
        """The text, ready for comparison."""
        return PreparedSource(self._printed)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words of three letters or more, in small letters."""
        return frozenset(word.lower() for word in _WORD.findall(_BROKEN.sub("", self._printed)))


class Match(NamedTuple):
    """A quotation held against a source."""

    comparison: Comparison
    source: Source


class Sources:
    """The texts of the documents on the record, read when first asked for and kept with what was found in them."""

    def __init__(self, record: ReadsRecord) -> None:
        self._record = record
        self._of: dict[str, tuple[Source, ...]] = {}
        self._at: dict[tuple[str, str], tuple[Source, ...]] = {}
        self._best: dict[tuple[str, tuple[Source, ...]], Match | None] = {}
        self._anywhere: dict[str, Match | None] = {}
        self._lettered: dict[str, dict[str, list[Entry]]] = {}

    def of_document(self, symbol: str) -> tuple[Source, ...]:
        """Every paragraph and note of a document on the record."""
        if symbol not in self._of:
            document = self._record.document(symbol)
            paragraphs = [] if document is None else [
                Source(symbol, p.pinpoint, p.page, p.text, p) for p in document.paragraphs
            ]  # fmt: skip
            notes = [] if document is None else [
                Source(symbol, f"{n.called_at or ''}, note {n.mark}".lstrip(", "), n.page, n.text, None)
                for n in document.notes
            ]  # fmt: skip
            self._of[symbol] = (*paragraphs, *notes)
        return self._of[symbol]

    def at(self, symbol: str, pinpoint: str) -> tuple[Source, ...]:
        """The texts that a pinpoint names: one paragraph, all of a range, or a note."""
        if (symbol, pinpoint) not in self._at:
            self._at[symbol, pinpoint] = self._named(symbol, pinpoint)
        return self._at[symbol, pinpoint]

    def _named(self, symbol: str, pinpoint: str) -> tuple[Source, ...]:
        place = parsed(pinpoint)
        if place is None:
            return ()
        every = self.of_document(symbol)
        if place.note:
            return tuple(s for s in every if s.pinpoint.endswith(f"note {place.note}"))
        here = [s for s in every if s.paragraph is not None and place.covers(s.pinpoint)]
        body = [s for s in here if s.paragraph and s.paragraph.zone != "annex"] or here
        items = [s for s in every if s.paragraph is not None and s.paragraph.parent == place.paragraph]
        return tuple(body[:1] if not place.end else body) + tuple(items)

    def best(self, quoted: str, sources: tuple[Source, ...]) -> Match | None:
        """The source that holds the words most exactly, or None where none does."""
        if (quoted, sources) not in self._best:
            _make_room(self._best)
            self._best[quoted, sources] = self._most_exact(quoted, sources)
        return self._best[quoted, sources]

    def _most_exact(self, quoted: str, sources: tuple[Source, ...]) -> Match | None:
        wanted = frozenset(word.lower() for word in _WORD.findall(quoted))
        found: Match | None = None
        for source in sources:
            if len(wanted & source.words) < _SHARED * len(wanted) - 1:
                continue
            comparison = compare(quoted, source.text)
            if comparison.verdict != NOT_FOUND and (
                found is None or _rank(comparison) > _rank(found.comparison)
            ):
                found = Match(comparison, source)
        return found

    def anywhere(self, quoted: str) -> Match | None:
        """The first place on the record with exactly these words, marked changes aside."""
        if quoted not in self._anywhere:
            _make_room(self._anywhere)
            self._anywhere[quoted] = self._first_with(quoted)
        return self._anywhere[quoted]

    def _first_with(self, quoted: str) -> Match | None:
        longest = max(_MARKED.split(quoted), key=len).strip(" ,.;:")
        if len(_WORD.findall(longest)) < 4:
            return None
        for symbol, paragraph in self._record.paragraphs_with(longest):
            source = Source(symbol, paragraph.pinpoint, paragraph.page, paragraph.text, paragraph)
            comparison = compare(quoted, source.text)
            if comparison.verdict in {"verbatim", "verbatim_with_marked_changes"}:
                return Match(comparison, source)
        return None

    def place(self, match: Match) -> Place:
        """Where a match stands, as exactly as the entries of its document tell: "28 (g)" rather than "28"."""
        source, at = match.source, match.comparison.at
        start = at.start if at else 0
        page = source.paragraph.page_at(start) if source.paragraph else source.page
        words = source.text.text[at.start : at.end] if at else ""
        entry = next(self._holding(match), None)
        return Place(source.symbol, entry.pinpoint if entry else source.pinpoint, page, words)

    def _holding(self, match: Match) -> Iterator[Entry]:
        """The lettered recommendation of a paragraph in whose words the match begins.

        Its letter is the last one printed before the match among those that the paragraph's
        recommendations bear; an entry's own text may have been put together from several clauses. None
        where another letter stands between: the record tells that one elsewhere, or not at all.
        """
        source, at = match.source, match.comparison.at
        lettered = self._lettered_of(source.symbol).get(source.pinpoint)
        if at is None or not lettered:
            return
        text = source.text.text
        marks = {entry.number or "": entry for entry in lettered}
        placed = [(text.rfind(mark, 0, at.start + len(mark)), entry) for mark, entry in marks.items()]
        start, entry = max(placed, key=lambda pair: pair[0])
        between = text[start + len(entry.number or "") : max(at.start, 0)]
        if start >= 0 and not _LETTER.search(between):
            yield entry

    def _lettered_of(self, symbol: str) -> dict[str, list[Entry]]:
        """The lettered recommendations of a document by their paragraph."""
        if symbol not in self._lettered:
            found: dict[str, list[Entry]] = {}
            for entry in self._record.entries(symbol=symbol):
                if entry.kind == "recommendation" and (entry.number or "").startswith("("):
                    found.setdefault(entry.paragraph, []).append(entry)
            self._lettered[symbol] = found
        return self._lettered[symbol]


def _make_room(remembered: dict[Any, Any]) -> None:
    """Forget all where it has become much: each letter typed inside a quotation makes another quotation."""
    if len(remembered) >= _MOST:
        remembered.clear()


@lru_cache(maxsize=4096)
def parsed(pinpoint: str) -> Pinpoint | None:
    """The pinpoint as a value, or None where its words name no place."""
    try:
        return parse_pinpoints(pinpoint)[0]
    except PinpointError:
        return None


def _rank(comparison: Comparison) -> tuple[int, float]:
    order = ("altered", "verbatim_with_marked_changes", "verbatim")
    return order.index(comparison.verdict), comparison.score
