"""An addendum to a Working Group report: the State's answer to each recommendation, in its own words.

"Views on conclusions and/or recommendations, voluntary commitments and replies presented by the State under
review" (Human Rights Council resolution 5/1, annex, paras. 28 and 32) has no fixed form. States answer by
number, by range, under headings, in tables and in prose; each way is read by how it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.documents.model import Document
from onrecord.mechanisms import addendum_patterns as patterns
from onrecord.mechanisms.addendum_answers import (
    Answer,
    Listed,
    answer_to_item,
    answers_in,
    answers_to_lists,
    end_of_recommendation,
    sentences_of,
)
from onrecord.mechanisms.addendum_facts import AddendumFacts, Position, Words, addendum_facts, entry
from onrecord.mechanisms.addendum_passages import Passage, Scheme, passages, scheme_of
from onrecord.mechanisms.addendum_tables import rows_of_answers
from onrecord.mechanisms.model import Entry, Inference, Reading
from onrecord.told import Told, tell, tell_together
from onrecord.un.position import NOT_STATED, NOTED, SUPPORTED

_GROUP, _LIST, _OWN = 0, 1, 2
_WORDS_OF_REPLY = 6
"""Fewer words are a subject over what follows ("Rights of the child"), or a table's head."""

_SAID: dict[str, str] = {
    value: value
    for value in (
        tell("supported"),
        tell("noted"),
        tell("partially_supported"),
        tell("pending"),
        tell("not_stated"),
    )
}


@dataclass(frozen=True, slots=True)
class _Stated:
    """A position as stated: in a heading (_GROUP), in a list of numbers (_LIST), beside the number (_OWN)."""

    value: str
    phrase: str
    weight: int
    paragraph: str
    page: int
    words: str


@dataclass(slots=True)
class _Answered:
    """What the addendum says of one recommendation."""

    stated: list[_Stated] = field(default_factory=list)
    comments: list[Passage] = field(default_factory=list)


def is_addendum(document: Document) -> bool:
    """Whether this is a State's addendum to the report on its review, by its title."""
    head = " ".join((document.title, *document.front, *(p.text for p in document.paragraphs[:2])))
    return "/Add." in document.symbol and patterns.TITLE.search(head) is not None


def read_addendum(document: Document) -> Reading:
    """Read the State's answers.

    Returns a Reading of kind "upr_addendum" with one entry of kind "position" for each recommendation that
    the addendum answers, in the order of their numbers (two where it answers one twice, differently), and an
    entry of kind "reply" for each other paragraph of the State's own words. Doubts tell where its own totals
    differ from what was read, and what it answers twice.
    """
    facts = addendum_facts(document)
    reader = _Reader(document, facts)
    return Reading("upr_addendum", tuple(reader.entries()), None, tuple(reader.doubts()))


class _Reader:
    """One addendum on its way through: what each passage says, kept by the recommendation's number."""

    def __init__(self, document: Document, facts: AddendumFacts) -> None:
        self.document = document
        self.facts = facts
        self.scheme: Scheme = scheme_of(document)
        self.answered: dict[str, _Answered] = {}
        self.blanket: list[_Stated] = []
        self.replies: list[Passage] = []
        self.totals: list[tuple[int, str, str]] = []
        self.group: _Stated | None = None
        self.subjects: tuple[str, ...] = ()
        self.under_heading = False
        for passage in passages(document, self.scheme):
            self._read(passage)
        for row in rows_of_answers(document, self.scheme):
            self._read_row(row)

    def entries(self) -> Iterator[Entry]:
        """Positions by number, then answers to all that are left, then replies."""
        for number in sorted(self.answered, key=_order):
            yield from self._positions(number, self.answered[number])
        for stated in self.blanket:
            words = Words(stated.paragraph, stated.page, stated.words)
            yield entry(self.facts, "position", words, position=_position(stated, stated.paragraph))
        for passage in self.replies:
            words = Words(passage.paragraph, passage.page, passage.text, passage.place)
            yield entry(self.facts, "reply", words)

    def doubts(self) -> Iterator[Told]:
        """What the addendum says twice in different ways, and where its totals do not come out."""
        for number in sorted(self.answered, key=_order):
            values = {stated.value for stated in _strongest(self.answered[number].stated)}
            if len(values) > 1:
                yield tell(
                    "%(symbol)s answers %(number)s twice: %(positions)s",
                    symbol=self.facts.symbol,
                    number=self._number(number),
                    positions=tell_together(", ", [_SAID.get(value, value) for value in sorted(values)]),
                )
        found = {value: self._count(value) for value in (SUPPORTED, NOTED)}
        for total, value, words in self.totals:
            if found[value] and total != found[value] and not self.blanket:
                yield tell(
                    "%(symbol)s says “%(words)s”; %(found)s were found %(position)s in it",
                    symbol=self.facts.symbol,
                    words=words,
                    found=found[value],
                    position=_SAID.get(value, value),
                )

    def _count(self, value: str) -> int:
        return sum(any(s.value == value for s in _strongest(a.stated)) for a in self.answered.values())

    def _read(self, passage: Passage) -> None:
        if passage.heading:
            self._heading(passage)
        elif passage.numbers:
            self.under_heading = False
            self._item(passage)
        else:
            self._prose(passage)

    def _heading(self, passage: Passage) -> None:
        if passage.numbers:
            self.subjects, self.under_heading = passage.numbers, True
            self._item(passage)
            return
        answers = answers_in(passage.text)
        if len({answer.value for answer in answers}) == 1:
            self.group = _stated(answers[0]._replace(phrase=passage.text), _GROUP, passage)
        elif patterns.NOT_OF_ANSWERS.search(passage.text):
            self.group = None
        self.subjects, self.under_heading = (), False

    def _item(self, passage: Passage) -> None:
        """Words under a recommendation's number: its answer, else the heading's, and the comment."""
        self.subjects = passage.numbers
        answer = answer_to_item(passage.text)
        own = _stated(answer, _OWN, passage) if answer else None
        above = (
            replace(self.group, paragraph=passage.paragraph or self.group.paragraph) if self.group else None
        )
        for number in passage.numbers:
            self._state(number, own or above)
        self._comment(passage.numbers, passage)

    def _prose(self, passage: Passage) -> None:
        """Sentences: lists with their answers, totals, what introduces a list, comments on what was named."""
        if self.under_heading and not self._answers_others(passage):
            self._item(replace(passage, numbers=self.subjects))
            return
        used = False
        for start, end in sentences_of(passage.text):
            used |= self._sentence(passage.text[start:end], passage)
        if used:
            return
        if self.subjects and not passage.paragraph:
            answer = answer_to_item(passage.text)
            own = _stated(answer, _OWN, passage) if answer else None
            for number in self.subjects if own else ():
                self._state(number, own)
            self._comment(self.subjects, passage)
        else:
            self.subjects = ()
            if len(passage.text.split()) >= _WORDS_OF_REPLY:
                self.replies.append(passage)

    def _answers_others(self, passage: Passage) -> bool:
        """Whether a paragraph under a heading of numbers answers others in so many words."""
        sentences = (passage.text[start:end] for start, end in sentences_of(passage.text))
        listed = [one for sentence in sentences for one in answers_to_lists(sentence, self.scheme.heads)]
        return any(one.answer and not set(one.numbers.numbers) & set(self.subjects) for one in listed)

    def _sentence(self, sentence: str, passage: Passage) -> bool:
        """Read a sentence; whether it answered or introduced anything."""
        listed = answers_to_lists(sentence, self.scheme.heads)
        if listed:
            self._lists(listed, sentence, passage)
            return True
        answers = answers_in(sentence)
        if not answers:
            return False
        self._total(sentence)
        if len({answer.value for answer in answers}) > 1:
            return False
        return self._of_those_named(answers[0], sentence, passage)

    def _lists(self, listed: Sequence[Listed], sentence: str, passage: Passage) -> None:
        """A sentence with lists of numbers; an answer to all but those is one to all that are not named."""
        for numbers, answer in listed:
            stated = _stated(answer, _LIST, passage, words=sentence) if answer else None
            for number in numbers.numbers:
                self._state(number, stated or self.group)
        self.subjects = tuple(number for one in listed for number in one.numbers.numbers)
        if patterns.ALL.search(sentence) and patterns.EXCEPT.search(sentence):
            self.blanket += [
                _stated(answer._replace(phrase=sentence.strip(" .")), _LIST, passage)
                for answer in answers_in(sentence)[:1]
            ]
        elif all(one.answer is None for one in listed):
            self._comment(self.subjects, passage)

    def _of_those_named(self, answer: Answer, sentence: str, passage: Passage) -> bool:
        """A sentence without numbers that answers those just named, all that are left, or those below."""
        if self.subjects and patterns.OF_THEM.search(sentence) and answer_to_item(sentence):
            for number in self.subjects:
                self._state(number, _stated(answer, _LIST, passage, words=sentence))
        elif patterns.ALL.search(sentence):
            whole = answer._replace(phrase=sentence.strip(" ."))
            self.blanket.append(_stated(whole, _LIST, passage))
        elif sentence.rstrip().endswith(":") and patterns.NAMES_RECOMMENDATION.search(sentence):
            self.group = _stated(answer._replace(phrase=sentence.strip(" :")), _GROUP, passage)
            self.subjects = ()
        else:
            return False
        return True

    def _read_row(self, row: Passage) -> None:
        if not row.numbers:
            self._heading(row)
            return
        self._item(row)

    def _state(self, number: str, stated: _Stated | None) -> None:
        answered = self.answered.setdefault(number, _Answered())
        if stated is not None:
            answered.stated.append(stated)

    def _comment(self, numbers: Iterable[str], passage: Passage) -> None:
        if passage.text[end_of_recommendation(passage.text) :].strip(" .;:"):
            for number in numbers:
                self.answered.setdefault(number, _Answered()).comments.append(passage)

    def _total(self, sentence: str) -> None:
        for found in patterns.TOTAL.finditer(sentence):
            verb = f"{found['before'] or found['after']} recommendations"
            values = {answer.value for answer in answers_in(verb)}
            if len(values) == 1 and values <= {SUPPORTED, NOTED}:
                self.totals.append((int(found["count"] or found["number"]), values.pop(), found[0].strip()))

    def _number(self, number: str) -> str:
        return f"{self.facts.series}.{number}" if self.facts.series and "." not in number else number

    def _positions(self, number: str, answered: _Answered) -> Iterator[Entry]:
        stated: list[_Stated | None] = list(_strongest(answered.stated))
        comment = "\n".join(
            dict.fromkeys(p.text[end_of_recommendation(p.text) :].strip(" ;") for p in answered.comments)
        )
        full = self._number(number)
        inferred = (Inference("number", self.facts.series_words),) if full != number else ()
        first = answered.comments[0] if answered.comments else None
        for one in stated or [None]:
            page = one.page if one else first.page if first else 1
            paragraph = one.paragraph if one else first.paragraph if first else ""
            text = comment or (one.words if one else "")
            yield entry(
                self.facts,
                "position",
                Words(paragraph or full, page, text, first.place if first else ()),
                number=full,
                position=_position(one, full),
                inferred=inferred,
            )


def _position(stated: _Stated | None, number: str) -> Position:
    """The position; one without a numbered paragraph stands at the recommendation's number."""
    if stated is None:
        return Position(NOT_STATED)
    return Position(stated.value, stated.phrase, stated.paragraph or number)


def _stated(answer: Answer, weight: int, passage: Passage, paragraph: str = "", words: str = "") -> _Stated:
    return _Stated(
        answer.value,
        answer.phrase,
        weight,
        paragraph or passage.paragraph,
        passage.page,
        words or passage.text,
    )


def _strongest(stated: list[_Stated]) -> list[_Stated]:
    """The statements that count: the nearest to the number, once for each value that they state."""
    settled = [one for one in stated if one.value != NOT_STATED] or stated
    if not settled:
        return []
    best = max(one.weight for one in settled)
    if best == _OWN and any(one.weight == _LIST for one in settled):
        settled = [one for one in settled if one.weight != _GROUP]
    else:
        settled = [one for one in settled if one.weight == best]
    by_value: dict[str, _Stated] = {}
    for one in settled:
        by_value.setdefault(one.value, one)
    return sorted(by_value.values(), key=lambda one: -one.weight)


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
