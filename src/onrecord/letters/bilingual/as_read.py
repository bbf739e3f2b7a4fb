"""Two letters as read, in English and Korean, with their paragraphs paired: what `compare` takes.

A built letter's blocks have keys that are alike in both languages; a letter as read has none. So its paragraphs
are aligned by length and by what they state, as sentences are (`aligning`), and a pair gets one key.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.errors import UsageError
from onrecord.letters.bilingual.aligning import path, stated
from onrecord.letters.bilingual.terms import NamePair, names_given
from onrecord.letters.compose.built import Block, BlockKind, Break, BuiltLetter, Inline, NoteCall, Run
from onrecord.letters.markers import with_its_signs
from onrecord.letters.model import Letter
from onrecord.letters.patterns import HEADING
from onrecord.told import tell

MOST = 1_500
"""Paragraphs of one letter beyond which nothing is aligned: it would take minutes, and no letter has so many."""

_HANGUL = re.compile(r"[가-힣]")
_LETTERS = re.compile(r"[^\W\d_]")
_KOREAN_FROM = 0.25
# Names, addresses and titles of sources stay in Latin letters in a Korean text, never the other way about.
_KINDS = {"question": BlockKind.QUESTION, "recommendation": BlockKind.RECOMMENDATION}
_DIGITS = re.compile(r"\d+")
_USUAL_RATIO = 0.47
_FAR = 30
_MERGING = 2.0


@dataclass(frozen=True, slots=True)
class _Segment:
    """A paragraph or note before it is paired; `marks` are facts that its place in the letter states."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    name: str = ""
    note: str = ""
    marks: frozenset[str] = frozenset()


def language_of(text: str) -> str:
    """Return "ko" where a quarter of a text's letters are Hangul, else "en"."""
    letters = len(_LETTERS.findall(text))
    return "ko" if letters and len(_HANGUL.findall(text)) >= _KOREAN_FROM * letters else "en"


def paired(english: Letter, korean: Letter) -> tuple[BuiltLetter, BuiltLetter]:
    """Both letters as `compare` takes them: blocks that translate each other have one key.

    Notes are blocks of their own behind the text ("n4"). Where two paragraphs of one language stand for one
    of the other they are one block. Raises UsageError where a letter has more than `MOST` paragraphs.
    """
    letters = (english, korean)
    names = names_given(*(letter.text for letter in letters))
    made: tuple[list[Block], list[Block]] = ([], [])
    taken: set[str] = set()
    for of_notes, cut in ((False, _paragraphs), (True, _notes)):
        sides = [cut(letter) for letter in letters]
        for number, spans in enumerate(_pairs(letters, sides, names), 1):
            placed = f"{'n' if of_notes else 'p'}{number}"
            named = next((one.name for side in spans for one in side if one.name), placed)
            key = named if named not in taken else placed
            taken.add(key)
            for letter, side, blocks in zip(letters, spans, made, strict=True):
                if side:
                    blocks.append(_block(letter, side, key))
    return _built(english, made[0], "en"), _built(korean, made[1], "ko")


def _paragraphs(letter: Letter) -> list[_Segment]:
    """The letter's paragraphs, those of asks by their words alone."""
    found = []
    for span in letter.paragraphs:
        over = [ask for ask in letter.asks if ask.span.start < span.end and span.start < ask.span.end]
        own = next((ask for ask in over if span.start <= ask.span.start), None)
        if (over and own is None) or not letter.text[span.start : span.end].strip():
            continue  # an ask goes on in it
        whole = own.span if own else span
        calls = [one.number for one in letter.markers if whole.start <= one.span.start < whole.end]
        marks = {f"note {number}" for number in calls} | ({f"ask {own.name}"} if own else set())
        kind = BlockKind.HEADING if HEADING.match(letter.text, *whole) else BlockKind.PARAGRAPH
        found.append(
            _Segment(whole, _KINDS[own.kind] if own else kind, own.name if own else "", "", frozenset(marks))
        )
    return found


def _notes(letter: Letter) -> list[_Segment]:
    return [
        _Segment(note.span, note=note.number, marks=frozenset({f"note {note.number}"}))
        for note in letter.notes
        if letter.text[note.span.start : note.span.end].strip()
    ]


def _pairs(
    letters: tuple[Letter, Letter], sides: Sequence[Sequence[_Segment]], names: Sequence[NamePair]
) -> list[tuple[Sequence[_Segment], Sequence[_Segment]]]:
    """What translates what, in order; an empty side where nothing does."""
    if max(map(len, sides)) > MOST:
        raise UsageError(
            tell(
                "A letter of more than %(most)s paragraphs is too long to be set side by side.",
                most=f"{MOST:,}",
            ),
            hint=tell("Split it."),
        )
    texts = [[_words(letter, [one]) for one in side] for letter, side in zip(letters, sides, strict=True)]
    facts = [
        [stated(text, language, names) | one.marks for text, one in zip(of, side, strict=True)]
        for of, side, language in zip(texts, sides, ("en", "ko"), strict=True)
    ]
    way = path(texts[0], texts[1], (facts[0], facts[1]), _USUAL_RATIO, far=_FAR, merging=_MERGING)
    return [(sides[0][i:i_end], sides[1][j:j_end]) for i, i_end, j, j_end in way]


def _words(letter: Letter, segments: Sequence[_Segment]) -> str:
    return "".join(one.text for one in _inlines(letter, segments) if isinstance(one, Run))


def _inlines(letter: Letter, segments: Sequence[_Segment]) -> list[Inline]:
    """The words of the segments, cut at the markers of notes; segments follow one another on new lines."""
    found: list[Inline] = []
    for place, segment in enumerate(segments):
        start, end = segment.span
        while start < end and letter.text[start].isspace():
            start += 1
        while end > start and letter.text[end - 1].isspace():
            end -= 1
        found += [Break()] if place else []
        for marker in letter.markers:
            at = with_its_signs(letter.text, marker.span)
            if not start <= at.start < at.end <= end:
                continue
            found.append(Run(letter.text[start : at.start]))
            number = _DIGITS.search(marker.number)
            found.append(NoteCall(int(number[0]) if number else 0))
            start = at.end
        found.append(Run(letter.text[start:end]))
    return [one for one in found if not isinstance(one, Run) or one.text]


def _block(letter: Letter, segments: Sequence[_Segment], key: str) -> Block:
    first = next((one for one in segments if one.name), segments[0])
    number = _DIGITS.search(first.name or first.note)
    return Block(
        first.kind,
        tuple(_inlines(letter, segments)),
        key,
        number=int(number[0]) if number else 0,
        name=first.name,
    )


def _built(letter: Letter, blocks: Sequence[Block], language: str) -> BuiltLetter:
    # Without dates: where a letter prints one, its paragraph is compared.
    return BuiltLetter(letter.name, language, "", "", blocks=tuple(blocks))
