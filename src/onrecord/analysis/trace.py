"""A topic followed through the reviews of a State: who raised it, with which answer, who did not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz import fuzz

from onrecord.analysis.model import Hit, ReviewTrace, Trace
from onrecord.analysis.topics import Topic, matches
from onrecord.analysis.words import fold
from onrecord.citations.model import Span
from onrecord.errors import StateError
from onrecord.mechanisms.model import Entry, ReviewFacts
from onrecord.record.model import ReadsRecord
from onrecord.record.positions import settled
from onrecord.told import tell
from onrecord.un.position import NOT_STATED, PENDING
from onrecord.un.review import Review, reviews
from onrecord.un.states import State, find_state
from onrecord.un.states import state as state_of_code

_RAISING = {"recommendation", "advance_question", "statement"}
_ANSWERING = {"reply", "pledge"}
# Two wordings of one recommendation, in the dialogue and in the list, differ by their lead-in ("It
# recommended that China") and small edits; measured as the share of the shorter that the longer holds.
_SAME_WORDS = 92.0
_WORDS_TO_COMPARE = 5
# The national report and the two summaries: "A/HRC/WG.6/34/SVN/1". The questions belong with the report.
_AFTER_REVIEW = {"letter", "midterm_report", "plenary"}
"""Sections of documents that follow a review; the High Commissioner's letter has no symbol."""
_BEFORE_REVIEW = re.compile(r"A/HRC/WG\.6/\d+/[A-Z]{3}/\d")


def trace(record: ReadsRecord, state: str, topic: Topic, by: str = "") -> Trace:
    """What the documents on the record show of `topic` in each review of `state`.

    `state` and `by` are ISO alpha-3 codes or names of States; `by` keeps only what that State said or
    left unsaid. Nothing is guessed: what the documents on the record cannot answer is told in `unread`
    and `missing`. Raises `StateError` for words that name no State.
    """
    reviewed, asking = state_named(state), state_named(by) if by else None
    held = record.reviews(reviewed.code)
    entries = record.entries(to=reviewed.code)
    return Trace(
        state=reviewed.code,
        topic=topic.name,
        query=topic.query,
        by=asking.code if asking else "",
        reviews=tuple(
            _with_background(
                _review(
                    record,
                    facts,
                    [*_of_report(record, facts, entries), *_asked_before(facts, entries)],
                    topic,
                    asking,
                ),
                entries,
                before,
                topic,
                asking,
            )
            for facts, before in _by_review([facts for facts in held if facts.symbol])
        ),
        missing=tuple(_missing(reviewed, [one for one in held if one.symbol and not is_before_review(one)])),
    )


def is_before_review(facts: ReviewFacts) -> bool:
    """Whether these facts are those of a document made before the review, which bears its own day as `date`."""
    return _BEFORE_REVIEW.match(facts.symbol) is not None


def _by_review(held: Sequence[ReviewFacts]) -> Iterable[tuple[ReviewFacts, list[str]]]:
    """Each review's report with the symbols of the documents before it; without a report the first of them."""
    before: dict[int | None, list[ReviewFacts]] = {}
    for facts in held:
        if is_before_review(facts):
            before.setdefault(facts.session, []).append(facts)
    reported = {facts.session for facts in held if not is_before_review(facts)}
    for facts in held:
        own = before.get(facts.session, [])
        if not is_before_review(facts) or (facts.session not in reported and facts is own[0]):
            yield facts, [one.symbol for one in own]


def _with_background(
    traced: ReviewTrace, entries: Iterable[Entry], symbols: Sequence[str], topic: Topic, by: State | None
) -> ReviewTrace:
    """The review with what the documents before and after it hold of the topic."""
    cycle = traced.review.cycle
    of_them = [
        e
        for e in entries
        if (e.symbol in symbols or (e.section in _AFTER_REVIEW and e.cycle == cycle)) and _keeps(by, e.by)
    ]
    found = [
        Hit(entry, _words(entry.text, spans), spans)
        for entry in of_them
        if (spans := matches(topic, entry.text))
    ]
    background = tuple(sorted(found, key=lambda hit: (hit.entry.symbol, _printed_order(hit))))
    if not is_before_review(traced.review):
        return replace(traced, background=background)
    told = f"The report on this review is not on the record; there is {', '.join(symbols)} from before it."
    return replace(traced, raised=(), answers=(), silent=(), unread=(told,), background=background)


def state_named(name_or_code: str) -> State:
    """The State of this ISO alpha-3 code or name. Raises `StateError` where there is none."""
    found = find_state(name_or_code)
    if found is not None:
        return found
    try:
        return state_of_code(name_or_code.strip().upper())
    except StateError:
        raise StateError(
            tell("'%(name_or_code)s' is no name or code of a State.", name_or_code=name_or_code),
            hint=tell("Give the name as UN documents have it, or its three letters: China, CHN."),
        ) from None


class _Parts(NamedTuple):
    raised: list[Hit]
    answers: list[Hit]


def trace_review(
    record: ReadsRecord, facts: ReviewFacts, topic: Topic, entries: Sequence[Entry]
) -> ReviewTrace:
    """What one report on the record shows of `topic`; `entries` are all of the report's, settled."""
    return _review(record, facts, entries, topic, None)


def _of_report(record: ReadsRecord, facts: ReviewFacts, entries: Iterable[Entry]) -> list[Entry]:
    """What the report holds, each recommendation with the position that stands."""
    return settled(record, [e for e in entries if e.symbol == facts.symbol])


def _asked_before(facts: ReviewFacts, entries: Iterable[Entry]) -> list[Entry]:
    """The advance questions put for this review, which stand in documents of their own."""
    if facts.session is None:
        return []
    return [e for e in entries if e.kind == "advance_question" and e.session == facts.session]


def _review(
    record: ReadsRecord, facts: ReviewFacts, entries: Sequence[Entry], topic: Topic, by: State | None
) -> ReviewTrace:
    hits = _hits(entries, topic, facts.state)
    raised = [hit for hit in hits.raised if by is None or by.code in _speakers(hit)]
    spoke = _in_order(code for e in entries if e.kind in _RAISING for code in e.by)
    raising = {code for hit in hits.raised for code in _speakers(hit)} | {facts.state}
    return ReviewTrace(
        review=facts,
        raised=tuple(sorted(raised, key=_printed_order)),
        answers=tuple(hits.answers),
        not_heard=tuple(e for e in entries if e.kind == "not_heard" and _keeps(by, e.by)),
        silent=tuple(code for code in spoke if code not in raising and _keeps(by, (code,))),
        questions_from=tuple(code for code in facts.questions_from if _keeps(by, (code,))),
        unread=tuple(_unread(record, facts, entries, raised)),
    )


def _printed_order(hit: Hit) -> tuple[list[int], str, int]:
    """The order in which a report prints its paragraphs: 28 (g), 30, 186.66."""
    numbers = re.findall(r"\d+", hit.entry.pinpoint.split(", note")[0])
    return [int(number) for number in numbers], hit.entry.pinpoint, hit.entry.part


def _keeps(by: State | None, codes: Iterable[str]) -> bool:
    return by is None or by.code in codes


def _speakers(hit: Hit) -> set[str]:
    return {code for entry in (hit.entry, *hit.also) for code in entry.by}


def _in_order(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))


def _hits(entries: Sequence[Entry], topic: Topic, reviewed: str) -> _Parts:
    raised: list[Hit] = []
    answers: list[Hit] = []
    for entry in entries:
        if entry.kind == "not_heard":
            continue
        spans = matches(topic, entry.text)
        if not spans:
            continue
        hit = Hit(entry, _words(entry.text, spans), spans)
        own = entry.kind in _ANSWERING or entry.by == (reviewed,)
        (answers if own else raised).append(hit)
    return _Parts(_joined(_without_repeats(raised)), answers)


def _words(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(text[span.start : span.end].split()) for span in spans))


def _without_repeats(hits: Sequence[Hit]) -> list[Hit]:
    """The hits without those statements whose words are all words of a recommendation in them."""
    asked = [hit for hit in hits if hit.entry.kind == "recommendation"]
    return [hit for hit in hits if hit.entry.kind != "statement" or _own_words(hit, asked)]


def _own_words(statement: Hit, asked: Iterable[Hit]) -> bool:
    text = statement.entry.text
    left = list(statement.spans)
    for hit in asked:
        if hit.entry.symbol != statement.entry.symbol or not set(hit.entry.by) & set(statement.entry.by):
            continue
        if hit.entry.paragraph == statement.entry.paragraph:
            start = text.find(hit.entry.text)
            inside = Span(start, start + len(hit.entry.text)) if start >= 0 else None
            left = [s for s in left if inside is None or not _within(s, inside)]
        elif _same(hit.entry.text, text):
            return False
    return bool(left)


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _joined(hits: Sequence[Hit]) -> list[Hit]:
    """The hits with each recommendation once: the one in the list, beside it its place in the dialogue."""
    listed = [hit for hit in hits if hit.entry.section == "conclusions"]
    doubles: dict[int, list[Entry]] = {}
    kept: list[Hit] = []
    for hit in hits:
        twin = next((at for at, other in enumerate(listed) if _are_one(hit.entry, other.entry)), None)
        if hit.entry.section == "dialogue" and hit.entry.kind == "recommendation" and twin is not None:
            doubles.setdefault(twin, []).append(hit.entry)
        else:
            kept.append(hit)
    places = {id(listed[at]): tuple(entries) for at, entries in doubles.items()}
    return [Hit(h.entry, h.words, h.spans, h.by_judgement, places.get(id(h), ())) for h in kept]


def _are_one(spoken: Entry, listed: Entry) -> bool:
    return bool(set(spoken.by) & set(listed.by)) and _same(spoken.text, listed.text)


def _same(one: str, other: str) -> bool:
    short, long = sorted((fold(one).text, fold(other).text), key=len)
    return len(short.split()) >= _WORDS_TO_COMPARE and fuzz.partial_ratio(short, long) >= _SAME_WORDS


def _unread(
    record: ReadsRecord, facts: ReviewFacts, entries: Sequence[Entry], raised: Sequence[Hit]
) -> Iterable[str]:
    if facts.questions_from and not any(e.kind == "advance_question" for e in entries):
        yield tell(
            "The words of the advance questions are in another document, which is not on the record; "
            "%(symbol)s names only the States that put them.",
            symbol=facts.symbol,
        )
    pending = _in_order(h.entry.paragraph for h in raised if h.entry.position == PENDING)
    if pending:
        yield _pending(record, facts.symbol, pending)
    unstated = _in_order(h.entry.pinpoint for h in raised if h.entry.position == NOT_STATED)
    if unstated:
        yield tell(
            "%(symbol)s does not state the position on %(places)s.",
            symbol=facts.symbol,
            places=", ".join(unstated),
        )


def _pending(record: ReadsRecord, symbol: str, paragraphs: Sequence[str]) -> str:
    named = {"symbol": symbol, "places": ", ".join(paragraphs), "addendum": f"{symbol}/Add.1"}
    if record.document(named["addendum"]) is None:
        return tell(
            "%(symbol)s, para. %(places)s, leaves the answer to these recommendations for later: it stands in an "
            "addendum (as a rule %(addendum)s), which is not on the record.",
            **named,
        )
    return tell(
        "%(symbol)s, para. %(places)s, leaves the answer to these recommendations for later: %(addendum)s is on the "
        "record, and no answer to them was found in it.",
        **named,
    )


def _missing(reviewed: State, held: Sequence[ReviewFacts]) -> Iterable[str]:
    cycles = {facts.cycle for facts in held}
    return (_named(due) for due in reviews() if due.state.code == reviewed.code and due.cycle not in cycles)


def _named(due: Review) -> str:
    when = due.date or due.start
    report = f"; its report is {due.report}" if due.report else ""
    return f"Cycle {due.cycle} (session {due.session}, {when}) is not on the record{report}."
