"""What a State's own words say became of a recommendation: in a sentence, beside a number, in a heading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.mechanisms import addendum_patterns as patterns
from onrecord.mechanisms.recommendation_numbers import NumberList, numbers_at
from onrecord.mechanisms.sentences import Sentence, sentences
from onrecord.mechanisms.state_brackets import brackets_of_states
from onrecord.un.position import NOT_STATED, NOTED, PARTIALLY_SUPPORTED, SUPPORTED

_LONGEST_PHRASE = 160


class Answer(NamedTuple):
    """text[start:end] is `phrase`, the words that state the position `value`."""

    start: int
    end: int
    value: str
    phrase: str

    def shifted(self, by: int) -> Answer:
        """The same answer in a text that has `by` characters more at its beginning."""
        return self._replace(start=self.start + by, end=self.end + by)


def answers_in(text: str) -> list[Answer]:
    """Every statement of a position in `text`, in order; where two overlap, the weightier one.

    "cannot accept" is one refusal, no acceptance; "accepted in part" is one.
    """
    found: list[tuple[int, int, Answer]] = []
    for weight, (value, pattern) in enumerate(patterns.ANSWERS):
        found.extend(
            (match.start(), weight, Answer(match.start(), match.end(), value, match[0].strip()))
            for match in pattern.finditer(text)
        )
    kept: list[Answer] = []
    taken = bytearray(len(text))
    for _, _, answer in sorted(found, key=lambda one: (one[1], one[0])):
        if not any(taken[answer.start : answer.end]):
            taken[answer.start : answer.end] = b"\1" * (answer.end - answer.start)
            kept.append(answer)
    return sorted(kept)


class Listed(NamedTuple):
    """Recommendations that a sentence lists, and what it says of them (None where it says nothing)."""

    numbers: NumberList
    answer: Answer | None


def lists_in(sentence: str, heads: frozenset[str]) -> list[NumberList]:
    """Every list of recommendations' numbers in a sentence, in order.

    Dotted numbers count where their paragraph is among `heads` or a word for recommendations opens the list.
    """
    found: list[NumberList] = []
    labelled = bool(patterns.LABEL.search(sentence))
    openings = {m.end(): True for m in patterns.LABEL.finditer(sentence)}
    if not heads and (labelled or patterns.NAMES_RECOMMENDATION.search(sentence)):
        openings |= {m.end(): True for m in patterns.BARE_LABEL.finditer(sentence)}
    for dotted in patterns.DOTTED.finditer(sentence):
        if dotted[0].split(".")[0] in heads:
            openings.setdefault(dotted.start(), False)
    done = 0
    for at in sorted(openings):
        listed = numbers_at(sentence, at, plain=openings[at]) if at >= done else None
        if listed is not None:
            found.append(listed)
            done = listed.end
    return found


def answers_to_lists(sentence: str, heads: frozenset[str]) -> list[Listed]:
    """Each list of a sentence with the position that the sentence states for it.

    "accepts 115.1 and 115.2 and notes 115.3": the verb before a list is its verb; where the sentence opens
    with a list ("115.1 enjoys the support of Slovenia, 115.3 is noted"), the verb after it.
    """
    lists = lists_in(sentence, heads)
    left_out = patterns.EXCEPT.search(sentence) if patterns.ALL.search(sentence) else None
    answers = [a for a in answers_in(sentence) if left_out is None or a.start > left_out.start()]
    if not lists or not answers:
        return [Listed(numbers, None) for numbers in lists]
    list_first = lists[0].start < answers[0].start
    return [Listed(numbers, _nearest(sentence, numbers, answers, list_first)) for numbers in lists]


def _nearest(sentence: str, numbers: NumberList, answers: list[Answer], list_first: bool) -> Answer:
    before = bisect_left(answers, numbers.start, key=lambda answer: answer.start)
    after = bisect_left(answers, numbers.end, key=lambda answer: answer.start)
    if list_first:
        return answers[after] if after < len(answers) else answers[before - 1]
    if not before:
        return answers[after] if after < len(answers) else answers[-1]
    found = answers[before - 1]
    if before > 1 or numbers.start > _LONGEST_PHRASE * 2:
        return found
    words = " ".join(sentence[: numbers.start].split()).strip(" ,:;(")
    tail = words.rpartition(": ")[2]
    words = tail if answers_in(tail) else words
    return found._replace(phrase=words) if len(words) <= _LONGEST_PHRASE else found


def answer_to_item(text: str) -> Answer | None:
    """What the words that stand beside a recommendation's number answer to it, or None.

    Words of the recommendation itself, up to its bracket of States, are not the State's. Where it accepts
    one part and refuses another, or takes no position on it, the answer is PARTIALLY_SUPPORTED; where it says
    in so many words that it takes no position yet, NOT_STATED.
    """
    begins = end_of_recommendation(text)
    given: list[Answer] = []
    open_words: Answer | None = None
    for start, end in sentences_of(text[begins:]):
        sentence = text[begins + start : begins + end]
        answers = answers_in(sentence) if _is_about_recommendation(sentence) else []
        if answers:
            first = answers[0]
            given.append(_answer(sentence, first.start, first.end, first.value).shifted(begins + start))
        elif open_words is None and (left := patterns.UNDECIDED.search(sentence)):
            open_words = _answer(sentence, left.start(), left.end(), NOT_STATED).shifted(begins + start)
    if not given:
        return open_words
    values = {answer.value for answer in given}
    withheld = patterns.WITHHELD.search(text, begins)
    if withheld and values == {SUPPORTED}:
        given.append(Answer(withheld.start(), withheld.end(), NOT_STATED, withheld[0]))
        values.add(PARTIALLY_SUPPORTED)
    if PARTIALLY_SUPPORTED in values or (SUPPORTED in values and NOTED in values and _refuses(given)):
        return given[0]._replace(value=PARTIALLY_SUPPORTED, phrase=" … ".join(a.phrase for a in given[:3]))
    return given[0]


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of `text`; the point in a recommendation's number ends none: "105.1 (Spain), 105.2"."""
    numbers = [found.span() for found in patterns.DOTTED.finditer(text)]
    start: int | None = None
    for sentence in sentences(text):
        begin = sentence.start if start is None else start
        if any(low < sentence.end <= high for low, high in numbers) and sentence.end < len(text):
            start = begin
            continue
        yield Sentence(begin, sentence.end)
        start = None
    if start is not None:
        yield Sentence(start, len(text))


def end_of_recommendation(text: str) -> int:
    """Where the recommendation's own words end, if they are repeated: after their last bracket of States."""
    brackets = brackets_of_states(text)
    return brackets[-1].end if brackets else 0


def _refuses(given: list[Answer]) -> bool:
    """Whether a part is refused in so many words: "accepts it and notes that …" accepts it whole."""
    return any(a.value == NOTED and not patterns.ANSWERS[3][1].search(a.phrase) for a in given)


def _is_about_recommendation(sentence: str) -> bool:
    words = patterns.ANSWER_LABEL.sub("", sentence)
    return bool(
        patterns.SHORT_ANSWER.match(words)
        or patterns.SPEAKER.match(words)
        or (patterns.NAMES_RECOMMENDATION.search(sentence) and not patterns.LABEL.search(sentence))
    )


def _answer(sentence: str, start: int, end: int, value: str) -> Answer:
    """The answer with the State's words around it: the sentence, where that is short."""
    words = " ".join(sentence.split())
    if len(words) <= _LONGEST_PHRASE:
        return Answer(start, end, value, words.strip(" .;"))
    return Answer(start, end, value, sentence[start:end].strip())
