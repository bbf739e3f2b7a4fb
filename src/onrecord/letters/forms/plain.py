"""A letter in plain text or Markdown as blocks."""

from __future__ import annotations

import re

from onrecord.letters.decoding import decode
from onrecord.letters.forms.model import Block, BlockKind, Blocks, FormNote, Link, NoteCall, Place
from onrecord.letters.model import Letter, Marker
from onrecord.letters.patterns import HEADING, LIST_ITEM
from onrecord.letters.read import parse_letter

_LABEL = re.compile(r"[ \t\u00a0]*(?P<label>\S+)[ \t]+")
_HASHES = re.compile(r"[ \t]*(#{1,6})[ \t]+")
_STARS = re.compile(r"[ \t]*\*\*([^*\n]+)\*\*(:?)[ \t]*")
_MARKDOWN_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\((\S+?)\)")
_AROUND = re.compile(r"(?P<before> ?\\?\[|<sup>\[?|\^\[?)$")
_AFTER = re.compile(r"\\?\]|\]?</sup>|\]?\^")


def read_plain(data: bytes, name: str) -> Blocks:
    """The blocks of a plain text or Markdown letter; each knows the line on which it begins.

    Raises InputError where the bytes are no text or hold no words.
    """
    decoded = decode(data, name)
    letter = parse_letter(decoded.text, name)
    places = {note.number: place for place, note in reversed(list(enumerate(letter.notes)))}
    blocks = tuple(
        _block(letter, index, places) for index, span in enumerate(letter.paragraphs) if span.start < span.end
    )
    notes = tuple(
        FormNote(note.number, *_links_apart(letter.text[note.span.start : note.span.end]))
        for note in letter.notes
    )
    return Blocks(name, "text", blocks, notes, problems=decoded.problems)


def _links_apart(words: str) -> tuple[str, tuple[()], tuple[Link, ...]]:
    """(words with Markdown's links as the words they show, nothing, the links)."""
    pieces: list[str] = []
    links: list[Link] = []
    done = length = 0
    for match in _MARKDOWN_LINK.finditer(words):
        pieces += [words[done : match.start()], match[1]]
        length += match.start() - done
        links.append(Link(match[2], length, length + len(match[1])))
        length += len(match[1])
        done = match.end()
    pieces.append(words[done:])
    return "".join(pieces), (), tuple(links)


def _block(letter: Letter, index: int, places: dict[str, int]) -> Block:
    start, end = letter.paragraphs[index]
    text = letter.text
    place = Place(index + 1, line=letter.line_of(start))
    hashes = _HASHES.match(text, start, end)
    stars = _STARS.fullmatch(text, start, end)
    item = LIST_ITEM.match(text, start, end) if not hashes and not stars else None
    label = _LABEL.match(text, start, end) if item else None
    begins = hashes.end() if hashes else label.end() if label else start
    markers = [marker for marker in letter.markers if begins <= marker.span.start < end]
    words, calls = _marks_apart(text, begins, end, markers, places)
    kind = BlockKind.HEADING if HEADING.match(text, start, end) else (
        BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH)  # fmt: skip
    level = len(hashes[1]) if hashes else 2 if kind is BlockKind.HEADING else 0
    return Block(kind, words, label["label"] if label else "", level, calls, place=place)


def _marks_apart(
    text: str, start: int, end: int, markers: list[Marker], places: dict[str, int]
) -> tuple[str, tuple[NoteCall, ...]]:
    pieces: list[str] = []
    calls: list[NoteCall] = []
    done, length = start, 0
    for marker in markers:
        low, high = marker.span
        before = _AROUND.search(text, max(done, low - 7), low)
        after = _AFTER.match(text, high, end)
        if before and after:
            low, high = before.start(), after.end()
        elif text[high:end].startswith(")") and text.count("(", start, low) <= text.count(")", start, low):
            high += 1
        pieces.append(text[done:low])
        length += low - done
        calls.append(NoteCall(marker.number, length, places.get(marker.number)))
        done = high
    pieces.append(text[done:end])
    return "".join(pieces), tuple(calls)
