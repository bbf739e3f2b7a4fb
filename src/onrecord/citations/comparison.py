"""Holds a quotation against a source: what a careful writer may change passes, all else is told.

A writer may leave out words and say so (`[…]`, `...`), add or replace words in square brackets, change
the first letter's case, and set a comma or full stop inside the marks. All else is an alteration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.citations.alignment import Aligned, align, at_word_bounds, swapped
from onrecord.citations.model import Change, Span
from onrecord.citations.sources import PreparedSource

VERBATIM = "verbatim"
MARKED = "verbatim_with_marked_changes"
ALTERED = "altered"
NOT_FOUND = "not_found"

# Words left out: "[…]", "[...]", "(…)", "…", "..." or ". . ."
GAP = r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?"
# "[including]", "[China]"; "[t]he" is the case of a letter.
PIECE = re.compile(rf"(?P<gap>{GAP})|\[(?P<letter>[^\W\d_])\](?=\w)|(?P<insert>\[[^\[\]]*\])")
# "*international law*", "**all**", "_now_", "(emphasis added)": how Markdown and writers stress what they quote.
# Not "3 * 4", "snake_case", "A/HRC/11/25*".
EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*_])")
EMPHASIS_SAID = re.compile(r"\s*[\[(](?:my |our )?emphasis (?:added|supplied|mine|ours)[\])]", re.IGNORECASE)
CLOSING = " .,;:"
EDGES = " .,;:'()"
# How much an ellipsis may leave out, and a bracket replace, in characters of the source.
GAP_REACH = 6000
INSERT_REACH = 600
MOST_PLACES = 300
# Runs of at least so many words on both sides of what is left out without a mark, and how much that may be.
LEAST_RUN = 3
MOST_LEFT_OUT = 300


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a quotation in one source.

    `at` is where in the source it stands (None for "not_found"), `changes` what differs, marked and
    unmarked, and `score` (0 to 100) how alike the words are.
    """

    verdict: str
    at: Span | None
    changes: tuple[Change, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words to be found, and what stands in the quotation before them ("" or a mark of omission)."""

    words: str
    before: str
    case_marked: bool = False


def compare(quoted: str, source: str | PreparedSource) -> Comparison:
    """Looks for the words of a quotation (without its marks) in a source.

    The verdict is "verbatim", "verbatim_with_marked_changes", "altered" (alike, but for changes that
    the quotation does not show), or "not_found". Spans count characters of the source's own text.
    """
    prepared = PreparedSource(source) if isinstance(source, str) else source
    plain = PreparedSource(quoted).plain.strip()
    if not re.search(r"\w", plain) or not prepared.plain:
        return Comparison(NOT_FOUND, None, (), 0.0)
    for words in dict.fromkeys((plain, plain.rstrip(CLOSING))):
        at = _exactly(words, prepared)
        if at is not None:
            return at
    stressed = [match[0].strip() for match in (*EMPHASIS.finditer(plain), *EMPHASIS_SAID.finditer(plain))]
    if stressed:
        return _without_emphasis(plain, stressed, prepared)
    pieces, tail = _pieces(plain)
    if not pieces:
        return Comparison(NOT_FOUND, None, (), 0.0)
    found = _in_pieces(pieces, tail, prepared) or _altered(pieces, tail, prepared)
    if found.verdict == NOT_FOUND and len(pieces) == 1:
        return _with_words_left_out(pieces[0].words, prepared) or found
    return found


def _without_emphasis(plain: str, stressed: Sequence[str], source: PreparedSource) -> Comparison:
    """The comparison of the bare words; the stress that the quotation shows is a marked change."""
    bare = EMPHASIS.sub(r"\2", EMPHASIS_SAID.sub("", plain))
    found = compare(bare, source)
    if found.verdict == NOT_FOUND:
        return found
    shown = tuple(Change("insertion", mark, "", marked=True) for mark in stressed)
    verdict = MARKED if found.verdict == VERBATIM else found.verdict
    return Comparison(verdict, found.at, (*found.changes, *shown), found.score)


def _exactly(words: str, source: PreparedSource) -> Comparison | None:
    start = _find(source.plain, words, 0, len(source.plain))
    if start >= 0:
        return Comparison(VERBATIM, source.span(start, start + len(words)), (), 100.0)
    other = swapped(words)
    start = _find(source.plain, other, 0, len(source.plain)) if other else -1
    if start < 0 or other is None:
        return None
    first = next(index for index, char in enumerate(words) if char.isalpha())
    change = Change("replacement", words[first], other[first], marked=True)
    return Comparison(MARKED, source.span(start, start + len(words)), (change,), 100.0)


def _find(text: str, words: str, start: int, end: int) -> int:
    """The first place of these words that cuts no word in two, or -1."""
    return next(_places(text, words, start, end), -1)


def _places(text: str, words: str, start: int, end: int) -> Iterator[int]:
    at = text.find(words, start, end)
    while at >= 0:
        if at_word_bounds(text, at, at + len(words)):
            yield at
        at = text.find(words, at + 1, end)


def _pieces(plain: str) -> tuple[list[_Piece], str]:
    """The words between marks of omission and inserts, and the mark after the last of them."""
    pieces: list[_Piece] = []
    before, at, words, case_marked = "", 0, "", False
    for match in PIECE.finditer(plain):
        words += plain[at : match.start()]
        at = match.end()
        if match["letter"]:
            if not words.strip(EDGES):
                words, case_marked = "", True
            words += match["letter"]
            continue
        if words.strip(EDGES):
            pieces.append(_Piece(words.strip(EDGES), before, case_marked))
            before = ""
        before = f"{before} {match[0]}".strip()
        words, case_marked = "", False
    words += plain[at:]
    if words.strip(EDGES):
        pieces.append(_Piece(words.strip(EDGES), before, case_marked))
        before = ""
    return pieces, before


def _in_pieces(pieces: Sequence[_Piece], tail: str, source: PreparedSource) -> Comparison | None:
    """All pieces word for word, in order, with no more between them than their marks may stand for."""
    best: list[int] | None = None
    for first in _starts(pieces[0], source):
        places = _follow(pieces, first, source)
        if places and (best is None or places[-1] - places[0] < best[-1] - best[0]):
            best = places
    if best is None:
        return None
    aligned = [
        Aligned(place, place + len(piece.words), _case_change(piece, source.plain[place:]), 100.0)
        for piece, place in zip(pieces, best, strict=True)
    ]
    return _comparison(pieces, tail, aligned, source)


def _starts(piece: _Piece, source: PreparedSource) -> list[int]:
    found: list[int] = []
    for words in (piece.words, swapped(piece.words)):
        if words:
            for place in _places(source.plain, words, 0, len(source.plain)):
                found.append(place)
                if len(found) >= MOST_PLACES:
                    break
    return found


def _follow(pieces: Sequence[_Piece], first: int, source: PreparedSource) -> list[int] | None:
    places = [first]
    at = first + len(pieces[0].words)
    for piece in pieces[1:]:
        reach = min(at + _reach(piece.before) + len(piece.words), len(source.plain))
        options = [
            _find(source.plain, words, at, reach) for words in (piece.words, swapped(piece.words)) if words
        ]
        found = [option for option in options if option >= 0]
        if not found:
            return None
        places.append(min(found))
        at = places[-1] + len(piece.words)
    return places


def _reach(mark: str) -> int:
    return GAP_REACH if re.search(GAP, mark) else INSERT_REACH


def _case_change(piece: _Piece, there: str) -> tuple[Change, ...]:
    first = next((index for index, char in enumerate(piece.words) if char.isalpha()), 0)
    if piece.words[first] == there[first]:
        return ()
    return (Change("replacement", piece.words[first], there[first], marked=True),)


def _altered(pieces: Sequence[_Piece], tail: str, source: PreparedSource) -> Comparison:
    """The pieces as nearly as they can be found, from the longest outwards."""
    longest = max(range(len(pieces)), key=lambda index: len(pieces[index].words))
    anchor = align(pieces[longest].words, source, 0, len(source.plain))
    if anchor is None:
        return Comparison(NOT_FOUND, None, (), 0.0)
    aligned = [anchor]
    for index in range(longest - 1, -1, -1):
        low = max(0, aligned[0].start - _reach(pieces[index + 1].before) - 2 * len(pieces[index].words))
        found = align(pieces[index].words, source, low, aligned[0].start)
        if found is None:
            return Comparison(NOT_FOUND, None, (), 0.0)
        aligned.insert(0, found)
    for piece in pieces[longest + 1 :]:
        high = aligned[-1].end + _reach(piece.before) + 2 * len(piece.words)
        found = align(piece.words, source, aligned[-1].end, min(high, len(source.plain)))
        if found is None:
            return Comparison(NOT_FOUND, None, (), 0.0)
        aligned.append(found)
    return _comparison(pieces, tail, aligned, source)


def _with_words_left_out(words: str, source: PreparedSource) -> Comparison | None:
    """Two runs of words, each word for word in the source, with what stands between them left out unmarked.

    Too much left out makes the whole unlike its source; the runs tell that it is the source all the same.
    """
    starts = [match.start() for match in re.finditer(r"\S+", words)]
    for cut in range(LEAST_RUN, len(starts) - LEAST_RUN + 1):
        first, second = words[: starts[cut]].rstrip(EDGES), words[starts[cut] :]
        pieces = [_Piece(first, ""), _Piece(second, "…")]
        found = _in_pieces(pieces, "", source)
        if found is None or found.at is None:
            continue
        left_out = [change for change in found.changes if change.kind == "omission"]
        if not left_out or len(left_out[0].source) > MOST_LEFT_OUT:
            continue
        unmarked = tuple(
            Change("omission", "", change.source, marked=False) if change in left_out else change
            for change in found.changes
        )
        return Comparison(
            ALTERED, found.at, unmarked, 100.0 * len(words) / (len(words) + len(left_out[0].source))
        )
    return None


def _comparison(
    pieces: Sequence[_Piece], tail: str, aligned: Sequence[Aligned], source: PreparedSource
) -> Comparison:
    changes: list[Change] = []
    for index, (piece, found) in enumerate(zip(pieces, aligned, strict=True)):
        left_out = ""
        if index:
            left_out = source.words(aligned[index - 1].end, found.start).strip()
        changes += _between(piece.before, left_out)
        changes += found.changes
    changes += _between(tail, "")
    at = source.span(aligned[0].start, aligned[-1].end)
    total = sum(len(piece.words) for piece in pieces)
    score = sum(found.score * len(piece.words) for piece, found in zip(pieces, aligned, strict=True)) / total
    if any(not change.marked for change in changes):
        return Comparison(ALTERED, at, tuple(changes), score)
    return Comparison(MARKED if changes else VERBATIM, at, tuple(changes), score)


def _between(mark: str, left_out: str) -> list[Change]:
    """What the mark between two pieces stands for."""
    if not mark:
        return []
    if not left_out:
        return [] if re.fullmatch(GAP, mark) else [Change("insertion", mark, "", marked=True)]
    kind = "omission" if re.fullmatch(GAP, mark) else "replacement"
    return [Change(kind, mark, left_out, marked=True)]
