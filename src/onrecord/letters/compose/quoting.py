"""Takes the words of a quotation from the record: the whole passage, or parts of it with the cuts marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.errors import PinpointError
from onrecord.letters.compose.source import Part, Quote
from onrecord.mechanisms.model import Entry
from onrecord.record.model import ReadsRecord
from onrecord.un.pinpoint import Pinpoint, parse_pinpoints

CUT = "[…]"
# Marks of one meaning, each of one character, so that places in the words stay what they were.
ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "‑": "-", "–": "-"})
LETTERED = re.compile(r"\(([a-z]{1,2})\)\s*")
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*$")
# "(Viet Nam);", "(France) (Iraq) ;" at the end of a recommendation in a list.
STATES = re.compile(r"\s*\((?P<names>[^()]*)\)[\s;.,]*$")
LIST_END = re.compile(r"[\s;,]+$|\s*;\s*and\s*$")
LONGEST_SHOWN = 300


class Passage(NamedTuple):
    """What stands at a place on the record; `page` from 1, or 0 where it is not known."""

    words: str
    page: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A quotation's words, before they are set in quotation marks; `problem` says why there are none.

    `whole_start` and `whole_end` say that the words begin and end where the passage or a sentence does.
    """

    words: str = ""
    page: int = 0
    problem: str = ""
    hint: str = ""
    whole_start: bool = True
    whole_end: bool = True


@dataclass
class Quoting:
    """Takes words from one record, and asks it once for each document."""

    record: ReadsRecord
    _entries: dict[str, Sequence[Entry]] = field(default_factory=dict)

    def take(self, quote: Quote) -> Taken:
        """The words at the place of the quotation, cut to its parts. Never fails: see `Taken.problem`."""
        try:
            place = parse_pinpoints(quote.pinpoint)[0]
        except PinpointError as error:
            return Taken(problem=error.message, hint=error.hint)
        passages = self._passages(quote.symbol, place)
        if not passages:
            return self._nothing(quote)
        if not quote.parts:
            return self._whole(quote, passages)
        found = [cut(passage, quote.parts) for passage in passages]
        taken = next((one for one in found if not one.problem), None)
        return taken or found[0]

    def _whole(self, quote: Quote, passages: Sequence[Passage]) -> Taken:
        texts = list(dict.fromkeys(passage.words for passage in passages[:-1])) or [passages[-1].words]
        if len(texts) > 1:
            shown = "; ".join(f"“{text[:80]}”" for text in texts[:3])
            return Taken(
                problem=f"{quote.symbol}, para. {quote.pinpoint} holds {len(texts)} texts: {shown}.",
                hint='Choose one with from "first words" to "last words".',
            )
        return Taken(texts[0], passages[0].page)

    def _passages(self, symbol: str, place: Pinpoint) -> list[Passage]:
        """The texts at a place: those of its recommendations, then the paragraph that holds them."""
        paragraph = self.record.paragraph(symbol, place.paragraph)
        if paragraph is None:
            return []
        if place.note:
            notes = [
                note for note in self.record.notes(symbol, paragraph.pinpoint) if note.mark == place.note
            ]
            return [Passage(note.text.strip(), note.page) for note in notes]
        if symbol not in self._entries:
            self._entries[symbol] = self.record.entries(symbol=symbol)
        asked = [
            Passage(without_states(entry), entry.page)
            for entry in self._entries[symbol]
            if entry.kind == "recommendation" and entry.pinpoint == _without_end(place)
        ]
        if place.letters and not asked:
            lettered = _lettered(paragraph.text, place.letters)
            return [Passage(lettered, paragraph.page)] if lettered else []
        return [*asked, Passage(paragraph.text.strip(), paragraph.page)]

    def _nothing(self, quote: Quote) -> Taken:
        held = any(stored.symbol == quote.symbol for stored in self.record.documents())
        if not held:
            return Taken(
                problem=f"{quote.symbol} is not on the record, so that its words cannot be taken.",
                hint="Fetch the document and: onrecord add FILE. Or look what is there: onrecord documents.",
            )
        return Taken(
            problem=f"{quote.symbol} has no para. {quote.pinpoint} on the record.",
            hint=f'Look at the place: onrecord show "{quote.symbol}".',
        )


def without_states(entry: Entry) -> str:
    """A recommendation's words without the States in brackets and the semicolon that the list prints after it.

    "Protect North Korean refugees … (Czech Republic);" is a text and who made it; only the text is quoted.
    """
    text = entry.text.strip()
    while bracket := STATES.search(text):
        if not any(name in bracket["names"] for name in entry.by_as_printed):
            break
        text = text[: bracket.start()]
    return LIST_END.sub("", text)


def _without_end(place: Pinpoint) -> str:
    return str(Pinpoint(place.paragraph, place.letters))


def _lettered(text: str, letters: Sequence[str]) -> str:
    """The words under "(g)" in a paragraph, up to the next letter of the same order; "" for none."""
    for letter in letters:
        marks = list(LETTERED.finditer(text))
        at = next((index for index, match in enumerate(marks) if match[1] == letter), None)
        if at is None:
            return ""
        following = _next_letter(letter)
        stop = next((match.start() for match in marks[at + 1 :] if match[1] == following), len(text))
        text = text[marks[at].end() : stop]
    return re.sub(r"[\s;,]*(?:\band\b)?[\s;,]*$", "", text)


def _next_letter(letter: str) -> str:
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    if len(letter) > 1 and letter in roman[:-1]:
        return roman[roman.index(letter) + 1]
    return chr(ord(letter[-1]) + 1)


def cut(passage: Passage, parts: Sequence[Part]) -> Taken:
    """The parts of a passage in their order, joined by "[…]"; what is left out at the ends is told.

    Each part goes from its first words to its last, both within; the words are looked for as typed, but
    for the form of quotation marks and dashes.
    """
    text = passage.words.translate(ALIKE)
    pieces: list[str] = []
    at = first = end = 0
    for index, part in enumerate(parts):
        start, stop = at, len(text)
        if part.start:
            begin = _only(text, part.start, at)
            if isinstance(begin, str):
                return _cannot(begin, passage)
            start = begin[0]
            at = begin[1]
        if part.end:
            found = _first(text, part.end, start)
            if found is None:
                return _cannot(
                    f"“{part.end}” does not stand after “{part.start or 'the beginning'}” there.", passage
                )
            stop = found[1]
        first = start if not index else first
        pieces.append(passage.words[start:stop].strip())
        at = end = stop
    words = f" {CUT} ".join(pieces)
    before, after = passage.words[:first].rstrip(), passage.words[end:].strip(" .;")
    return Taken(
        words,
        passage.page,
        whole_start=not before or bool(SENTENCE_END.search(before)),
        whole_end=not after or bool(SENTENCE_END.search(words)),
    )


def _cannot(message: str, passage: Passage) -> Taken:
    shown = passage.words[:LONGEST_SHOWN] + ("…" if len(passage.words) > LONGEST_SHOWN else "")
    return Taken(problem=message, hint=f"The passage reads: “{shown}”")


def _pattern(words: str) -> re.Pattern[str]:
    rows = [re.escape(word) for word in words.translate(ALIKE).split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(rows) + r"(?!\w)" if rows else r"(?!)")


def _only(text: str, words: str, start: int) -> tuple[int, int] | str:
    """The one place of the words after `start`; else what is wrong."""
    found = [match.span() for match in _pattern(words).finditer(text, start)]
    if not found:
        return f"The passage does not hold the words “{words}”."
    if len(found) > 1:
        return f"The passage holds the words “{words}” {len(found)} times; name more of them."
    return found[0]


def _first(text: str, words: str, start: int) -> tuple[int, int] | None:
    match = _pattern(words).search(text, start)
    return match.span() if match else None


def set_in_marks(words: str, first_letter: str, *, block: bool, taken: Taken) -> str:
    """The words as the letter prints them.

    In running text they stand between “ and ”, with quotation marks inside as ‘ and ’; a cut at either end
    is not marked there, as a phrase in a sentence shows that it is one. In a block quotation there are no
    marks around, and every cut is shown. A changed first letter stands in square brackets: "[p]rotect".
    """
    changed = _first_letter(words, first_letter)
    if block:
        before = "" if taken.whole_start else f"{CUT} "
        return f"{before}{changed}{'' if taken.whole_end else f' {CUT}'}"
    inner = changed.replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def _first_letter(words: str, wanted: str) -> str:
    first = words[:1]
    other = {"lower": first.lower(), "upper": first.upper()}.get(wanted, first)
    return words if other == first else f"[{other}]{words[1:]}"
