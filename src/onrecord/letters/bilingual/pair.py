"""Compares two blocks of a letter that say one thing in two languages, fact by fact."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from onrecord.citations.model import Span
from onrecord.letters.bilingual.aligning import Alone, sentences_alone
from onrecord.letters.bilingual.block_words import words_in, words_of
from onrecord.letters.bilingual.clock import Clock, english_bare_hours, english_times, korean_times
from onrecord.letters.bilingual.difference import Difference
from onrecord.letters.bilingual.english import english_days, english_numbers, english_states
from onrecord.letters.bilingual.facts import Day, Facts, Number, agree, blanked
from onrecord.letters.bilingual.korean import korean_days, korean_numbers
from onrecord.letters.bilingual.korean_states import korean_states
from onrecord.letters.bilingual.quoted import quoted_alike
from onrecord.letters.bilingual.terms import NamePair, find_names, find_terms, terms
from onrecord.letters.bilingual.unsaid import only_in_titles, stands_in_for_person, stands_in_for_state
from onrecord.letters.compose.built import Block, BuiltNote, Run
from onrecord.un.states import state
from onrecord.un.symbol import find_symbols


class Pair:
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
        """What differs, fact by fact, and in the notes that the blocks call."""
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
                    words_in(one.inlines),
                    words_in(other.inlines),
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


_NEAR = 0.15


def _numbers_of(notes: Sequence[BuiltNote]) -> str:
    return ", ".join(str(note.number) for note in notes)


def _notes_told(notes: list[BuiltNote]) -> str:
    numbers = _numbers_of(notes)
    return f"note {numbers}" if len(notes) == 1 else f"notes {numbers}" if notes else "no note"


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
