"""Compares the English and the Korean text of a letter: block by block, fact by fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.letters.bilingual.aligning import Alone, sentences_alone
from onrecord.letters.bilingual.clock import Clock, english_bare_hours, english_times, korean_times
from onrecord.letters.bilingual.english import english_days, english_numbers, english_states
from onrecord.letters.bilingual.facts import Day, Facts, Number, agree, blanked
from onrecord.letters.bilingual.korean import korean_days, korean_numbers
from onrecord.letters.bilingual.korean_states import korean_states
from onrecord.letters.bilingual.quoted import quoted_alike
from onrecord.letters.bilingual.terms import NamePair, find_names, find_terms, names_given, terms
from onrecord.letters.bilingual.unsaid import only_in_titles, stands_in_for_person, stands_in_for_state
from onrecord.letters.compose.built import Block, Break, BuiltLetter, BuiltNote, NoteCall, Run
from onrecord.un.states import state
from onrecord.un.symbol import find_symbols

KINDS = (
    "missing_block",
    "ask",
    "number",
    "qualifier",
    "date",
    "state",
    "name",
    "citation",
    "note",
    "link",
    "sentence",
    "term",
)
"""What can differ. All are warnings but "term", a notice: a translator may have had reason to put it otherwise."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one text says and the other does not, in the block `key` (or in a note of it).

    `english` and `korean` are the words concerned, "" where there are none on that side; `english_at` and
    `korean_at` where they stand in `words_of` the block, None where they stand in no one place of it.
    """

    kind: str
    key: str
    message: str
    english: str = ""
    korean: str = ""
    english_at: Span | None = None
    korean_at: Span | None = None

    @property
    def severity(self) -> str:
        """Return "notice" for terms, else "warning"."""
        return "notice" if self.kind == "term" else "warning"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs, in the letter's order; `compared` counts the facts held against each other."""

    differences: tuple[Difference, ...]
    compared: int


def compare(english: BuiltLetter, korean: BuiltLetter, names: Sequence[NamePair] = ()) -> Comparison:
    """Hold the two texts of a letter against each other.

    Blocks are paired by their keys. `names` is the letter's table of names; names that the texts give in both
    forms ("김철옥(Kim Cheol-ok)") are added to it.
    """
    whole = [" ".join(words_of(block) for block in letter.blocks) for letter in (english, korean)]
    known = [*names, *names_given(*whole)]
    theirs = {block.key: block for block in korean.blocks if block.key}
    ours = {block.key for block in english.blocks if block.key}
    ratio = _ratio(english, theirs)
    subject = _subject(english, korean)
    told = (frozenset(english_states(whole[0])[0]), frozenset(korean_states(whole[1])[0]))
    found: list[Difference] = []
    compared = 0
    if english.date != korean.date:
        found.append(
            Difference(
                "date", "date", "The letter's dates differ.", english.date_as_printed, korean.date_as_printed
            )
        )
    named = find_names(known, whole[0])
    for block in english.blocks:
        if not block.key:
            continue
        other = theirs.get(block.key)
        if other is None:
            found.append(_missing(block, "Korean", english=words_of(block)))
            continue
        pair = _Pair(block, other, known, ratio, told, named, subject)
        found += pair.differences(_notes(english, block), _notes(korean, other))
        compared += pair.compared
    found += [
        _missing(b, "English", korean=words_of(b)) for b in korean.blocks if b.key and b.key not in ours
    ]
    found += _order(english, korean)
    return Comparison(tuple(found), compared)


class _Pair:
    """Two blocks of one key, and how many facts of them were compared."""

    def __init__(
        self,
        english: Block,
        korean: Block,
        names: Sequence[NamePair],
        ratio: float,
        told: tuple[frozenset[str], frozenset[str]],
        named: Collection[int],
        subject: str,
    ) -> None:
        """`told` are the States that either letter names anywhere, `named` the names of the English letter.

        `subject` is the State that the letters are about, or "".
        """
        self.blocks = (english, korean)
        self.texts = (words_of(english), words_of(korean))
        self.names = names
        self.ratio = ratio
        self.told = told
        self.named = named
        self.subject = subject
        self.compared = 0

    def differences(self, english: list[BuiltNote], korean: list[BuiltNote]) -> list[Difference]:
        ours, theirs = self._facts()
        self.compared += 1 + sum(map(len, (ours.numbers, ours.days, ours.times, ours.states, ours.names)))
        return [
            *self._asks(),
            *self._numbers(ours.numbers, theirs.numbers),
            *self._days(ours.days, theirs.days),
            *self._times(ours.times, theirs.times),
            *self._states(ours, theirs),
            *self._named(ours, theirs),
            *self._symbols(),
            *self._note_calls(english, korean),
            *self._links(),
            *self._sentences(),
        ]

    def _facts(self) -> tuple[Facts, Facts]:
        made = []
        both = quoted_alike(*self.texts)
        for text, language, alike in zip(self.texts, ("en", "ko"), both, strict=True):
            own = blanked(text, alike)
            symbols = [Span(one.start, one.end) for one in find_symbols(text)]
            days = (korean_days if language == "ko" else english_days)(own)
            times = (korean_times if language == "ko" else self._english_times)(own)
            terms_found = find_terms(text, language)
            states, hinted = (korean_states if language == "ko" else english_states)(text)
            if language == "ko":
                # A Korean text quotes documents in English.
                quoted, people = english_states(text)
                states, hinted = {**quoted, **states}, hinted | people
                terms_found = {**find_terms(text, "en"), **terms_found}
                # A year alone is the end of an English date ("November 2008").
                dated = [
                    day for day in english_days(own) if _is_in_latin(own[slice(*day.span)]) and day.month
                ]
                days = [day for day in days if _is_apart(day.span, {one.span for one in dated})]
                days += dated
            find = korean_numbers if language == "ko" else english_numbers
            spans = [*symbols, *(day.span for day in days), *(time.span for time in times)]
            numbers = find(own, without=spans)
            made.append(
                Facts(
                    tuple(numbers),
                    tuple(days),
                    tuple(times),
                    states,
                    hinted,
                    terms_found,
                    find_names(self.names, text),
                )
            )
        return made[0], made[1]

    def _english_times(self, text: str) -> list[Clock]:
        """The times of day of the English text, with the bare numbers that the Korean text has as such."""
        theirs, sure = korean_times(self.texts[1]), english_times(text)
        theirs = [time for time in theirs if not any(time.agrees(one) for one in sure)]
        bare = [one for one in english_bare_hours(text) if any(one.agrees(time) for time in theirs)]
        return sure + [one for one in bare if _is_apart(one.span, {time.span for time in sure})]

    def _tell(self, kind: str, message: str, ours: Span | None, theirs: Span | None) -> Difference:
        english, korean = (
            text[span.start : span.end] if span else ""
            for text, span in zip(self.texts, (ours, theirs), strict=True)
        )
        return Difference(kind, self.blocks[0].key, message, english, korean, ours, theirs)

    def _asks(self) -> Iterable[Difference]:
        one, other = self.blocks
        if one.kind is not other.kind or one.name != other.name:
            yield Difference(
                "ask",
                one.key,
                f"In English this is a {one.kind.value} {one.name}, in Korean a {other.kind.value} {other.name}.",
            )
        elif one.optional != other.optional:
            side = "English" if one.optional else "Korean"
            yield Difference("ask", one.key, f"{one.name} is optional in {side} alone.")
        elif one.number != other.number:
            yield Difference(
                "ask", one.key, f"It is number {one.number} in English and {other.number} in Korean."
            )

    def _numbers(self, ours: Sequence[Number], theirs: Sequence[Number]) -> Iterable[Difference]:
        left, right = list(ours), list(theirs)
        for number in ours:
            same = sorted(
                (one for one in right if number.is_like(one)), key=lambda one: one.value != number.value
            )
            best = next((other for other in same if agree(number.bound, other.bound)), None)
            best = best or next(iter(same), None)
            if best is None:
                continue
            left.remove(number)
            right.remove(best)
            if not agree(number.bound, best.bound):
                message = (
                    f"In English it is {number.bound} {number.told or number.value}, in Korean {best.bound}."
                )
                yield self._tell("qualifier", message, number.span, best.span)
        # Two mentions on one side may be one on the other; words such as "first" may go unsaid.
        said = [number for number in (*ours, *theirs) if number not in left and number not in right]
        again = [[one for one in side if any(map(one.is_like, said))] for side in (left, right)]
        left = [number for number in left if number not in again[0]]
        right = [number for number in right if number not in again[1]]
        # But a second mention may stand where the other side has another number: "ten minutes", "11분".
        if not right and len(left) == 1 and not left[0].ordinal:
            right = [one for one in again[1] if self._abreast(left[0].span, one.span)][:1]
        elif not left and len(right) == 1:
            left = [one for one in again[0] if self._abreast(one.span, right[0].span)][:1]
        yield from self._unlike(left, right)

    def _abreast(self, ours: Span, theirs: Span) -> bool:
        """Whether two places are about as far into their texts."""
        return abs(ours.start / len(self.texts[0]) - theirs.start / len(self.texts[1])) <= _NEAR

    def _unlike(self, left: list[Number], right: list[Number]) -> Iterable[Difference]:
        """Numbers without their like: two that stand for each other are told together."""
        for number in list(left):
            # "Fifth" is no other number than "두 차례": which of several, and how many.
            likely = [one for one in right if one.ordinal == number.ordinal or not (one.soft and number.soft)]
            partner = next((one for one in likely if one.soft == number.soft), None) or next(
                iter(likely), None
            )
            if partner is not None:
                left.remove(number)
                right.remove(partner)
                message = f"In English it is {_told(number)}, in Korean {_told(partner)}."
                yield self._tell("number", message, number.span, partner.span)
        for side, rest in (("Korean", left), ("English", right)):
            for number in rest:
                if not number.soft:
                    spans = (number.span, None) if side == "Korean" else (None, number.span)
                    yield self._tell("number", f"{_told(number)} is not in the {side} text.", *spans)

    def _days(self, ours: Sequence[Day], theirs: Sequence[Day]) -> Iterable[Difference]:
        left = [day for day in ours if not any(day.agrees(other) for other in theirs)]
        right = [day for day in theirs if not any(day.agrees(other) for other in ours)]
        # A year alone is said as well where the other text has a day of that year.
        years = [{day.year for day in days} for days in (ours, theirs)]
        left = [day for day in left if not (_only_year(day) and day.year in years[1])]
        right = [day for day in right if not (_only_year(day) and day.year in years[0])]
        for day in list(left):
            if right:
                partner = min(right, key=lambda other: _apart(day, other))
                left.remove(day)
                right.remove(partner)
                yield self._tell("date", "The dates differ.", day.span, partner.span)
        for day in left:
            yield self._tell("date", "The date is not in the Korean text.", day.span, None)
        for day in right:
            yield self._tell("date", "The date is not in the English text.", None, day.span)

    def _times(self, ours: Sequence[Clock], theirs: Sequence[Clock]) -> Iterable[Difference]:
        left = [time for time in ours if not any(time.agrees(other) for other in theirs)]
        right = [time for time in theirs if not any(time.agrees(other) for other in ours)]
        for time, other in zip(left, right, strict=False):
            yield self._tell("date", "The times of day differ.", time.span, other.span)
        for time in left[len(right) :]:
            yield self._tell("date", "The time of day is not in the Korean text.", time.span, None)
        for time in right[len(left) :]:
            yield self._tell("date", "The time of day is not in the English text.", None, time.span)

    def _states(self, ours: Facts, theirs: Facts) -> Iterable[Difference]:
        left = ours.states.keys() - theirs.states.keys() - theirs.hinted
        right = theirs.states.keys() - ours.states.keys() - ours.hinted
        # What the other letter names elsewhere may here go by a title or a pronoun; two that differ may not.
        left -= self._unsaid(0, bool(right))
        right -= self._unsaid(1, bool(left))
        for code, span in ours.states.items():
            if code in left:
                yield self._tell("state", f"{state(code).name} is not in the Korean text.", span, None)
        for code, span in theirs.states.items():
            if code in right:
                yield self._tell("state", f"{state(code).name} is not in the English text.", None, span)

    def _unsaid(self, side: int, differ: bool) -> frozenset[str]:
        """The States that this side (0 for English) may name alone."""
        languages = ("en", "ko")
        elsewhere = self.told[1 - side]
        known = frozenset({self.subject} if not differ else ()) & elsewhere
        if not differ and stands_in_for_state(self.texts[1 - side], languages[1 - side]):
            return elsewhere
        return known | (elsewhere & only_in_titles(self.texts[side], languages[side]))

    def _named(self, ours: Facts, theirs: Facts) -> Iterable[Difference]:
        for kind, one, other in (("name", ours.names, theirs.names), ("term", ours.terms, theirs.terms)):
            for number, span in one.items():
                if number not in other and not self._longer(kind, number, other):
                    yield self._tell(
                        kind, f"{self._called(kind, number)} is not in the Korean text.", span, None
                    )
            for number, span in other.items():
                if (
                    kind == "name"
                    and number in self.named
                    and stands_in_for_person(self.texts[0], span.start / len(self.texts[1]))
                ):
                    continue  # Korean repeats a name where English says "he" or "she"
                if number not in one and not self._longer(kind, number, one):
                    yield self._tell(
                        kind, f"{self._called(kind, number)} is not in the English text.", None, span
                    )

    def _called(self, kind: str, number: int) -> str:
        pair = self.names[number] if kind == "name" else terms()[number]
        return f"“{pair.english[0]}” ({pair.korean[0]})"

    def _longer(self, kind: str, number: int, other: dict[int, Span]) -> bool:
        """Whether a longer term on the other side holds this one ("refugee" in "refugee convention")."""
        if kind == "name":
            return False
        own = terms()[number]
        return any(
            any(form.lower() in longer.lower() for form in own.english for longer in terms()[one].english)
            or any(form in longer for form in own.korean for longer in terms()[one].korean)
            for one in other
        )

    def _symbols(self) -> Iterable[Difference]:
        ours, theirs = (
            {str(one.symbol): Span(one.start, one.end) for one in find_symbols(text)} for text in self.texts
        )
        for symbol in ours.keys() - theirs.keys():
            yield self._tell("citation", f"{symbol} is not in the Korean text.", ours[symbol], None)
        for symbol in theirs.keys() - ours.keys():
            yield self._tell("citation", f"{symbol} is not in the English text.", None, theirs[symbol])

    def _note_calls(self, ours: list[BuiltNote], theirs: list[BuiltNote]) -> Iterable[Difference]:
        if len(ours) != len(theirs):
            message = f"The English text calls {_notes_told(ours)} here, the Korean {_notes_told(theirs)}."
            yield Difference("note", self.blocks[0].key, message, _numbers_of(ours), _numbers_of(theirs))
            return
        for one, other in zip(ours, theirs, strict=True):
            self.compared += 1
            if {(c.source, c.pinpoints) for c in one.cited} != {(c.source, c.pinpoints) for c in other.cited}:
                yield Difference(
                    "citation",
                    self.blocks[0].key,
                    f"Note {one.number} cites other sources or places than note {other.number} in Korean.",
                    _inlines(one.inlines),
                    _inlines(other.inlines),
                )

    def _links(self) -> Iterable[Difference]:
        ours, theirs = (
            {one.link for one in block.inlines if isinstance(one, Run) and one.link} for block in self.blocks
        )
        for link in sorted(ours ^ theirs):
            side = "Korean" if link in ours else "English"
            words = (link, "") if link in ours else ("", link)
            yield Difference("link", self.blocks[0].key, f"The {side} text has no link to {link}.", *words)

    def _sentences(self) -> Iterable[Difference]:
        for alone in sentences_alone(*self.texts, ratio=self.ratio, names=self.names):
            side = alone.language == "ko"
            start = self.texts[side].find(alone.text)
            at = Span(start, start + len(alone.text)) if start >= 0 else None
            yield _alone(self.blocks[0].key, alone, at)


def _alone(key: str, alone: Alone, at: Span | None) -> Difference:
    if alone.language == "en":
        message = "The sentence is not in the Korean text."
        return Difference("sentence", key, message, english=alone.text, english_at=at)
    message = "The sentence is not in the English text."
    return Difference("sentence", key, message, korean=alone.text, korean_at=at)


def _missing(block: Block, side: str, english: str = "", korean: str = "") -> Difference:
    what = f"{block.kind.value} {block.name}".replace("_", " ").strip()
    return Difference("missing_block", block.key, f"The {what} is not in the {side} text.", english, korean)


def _order(english: BuiltLetter, korean: BuiltLetter) -> Iterable[Difference]:
    """Blocks that both have, in another order: the first that is out of its place."""
    ours, theirs = ([block.key for block in letter.blocks if block.key] for letter in (english, korean))
    ours, theirs = [key for key in ours if key in theirs], [key for key in theirs if key in ours]
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            yield Difference("ask", one, f"In Korean “{other}” stands where in English “{one}” stands.")
            return


def _ratio(english: BuiltLetter, theirs: dict[str, Block]) -> float:
    """How many Korean characters stand for an English one in this letter, by its middle block."""
    ratios = sorted(
        len(words_of(theirs[block.key])) / len(words_of(block))
        for block in english.blocks
        if block.key in theirs and len(words_of(block)) > _LONG_ENOUGH
    )
    return ratios[len(ratios) // 2] if len(ratios) >= _ENOUGH_BLOCKS else _USUAL_RATIO


def _subject(english: BuiltLetter, korean: BuiltLetter) -> str:
    """The code of the State that more blocks of either letter name than name any other, or "".

    A letter about Sudan may say "엘파셰르" or "수단 엘파셰르": what it is about may go unsaid in a block.
    """
    named = Counter[str]()
    for block in english.blocks:
        named.update(english_states(words_of(block))[0].keys())
    for block in korean.blocks:
        named.update(korean_states(words_of(block))[0].keys())
    ranked = [*named.most_common(2), ("", 0)]
    code, times = ranked[0]
    return code if times >= _ABOUT and times > ranked[1][1] else ""


_ABOUT = 4
_LONG_ENOUGH = 60
_NEAR = 0.15
_ENOUGH_BLOCKS = 5
# Korean text is shorter; over the pairs of paragraphs that the tests hold it has 0.42 to 0.52 of the characters.
_USUAL_RATIO = 0.47


def _notes(letter: BuiltLetter, block: Block) -> list[BuiltNote]:
    called = [one.number for one in block.inlines if isinstance(one, NoteCall)]
    by_number = {note.number: note for note in letter.notes}
    return [by_number[number] for number in called if number in by_number]


def _numbers_of(notes: Sequence[BuiltNote]) -> str:
    return ", ".join(str(note.number) for note in notes)


def _notes_told(notes: list[BuiltNote]) -> str:
    numbers = _numbers_of(notes)
    return f"note {numbers}" if len(notes) == 1 else f"notes {numbers}" if notes else "no note"


def words_of(block: Block) -> str:
    """The words of a block, which the places of differences count; the calls of its notes are not among them."""
    return _inlines(block.inlines)


def _inlines(inlines: Iterable[object]) -> str:
    parts = [one.text if isinstance(one, Run) else "\n" if isinstance(one, Break) else "" for one in inlines]
    return "".join(parts).strip()


def _told(number: Number) -> str:
    value = number.told or (f"some {number.value[1:]}s" if number.value.startswith("~") else number.value)
    return value if number.bound == "exactly" else f"{number.bound} {value}"


def _is_in_latin(words: str) -> bool:
    return any(sign.isascii() and sign.isalpha() for sign in words)


def _is_apart(span: Span, taken: Iterable[Span]) -> bool:
    return all(span.end <= one.start or one.end <= span.start for one in taken)


def _only_year(day: Day) -> bool:
    return day.month is None and not day.decade


def _apart(one: Day, other: Day) -> int:
    return sum(
        a != b
        for a, b in zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
    )
