"""Faults in what a letter says of its sources: who, when, where, with what answer, how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.planted.kinds import kind
from benchmarks.planted.right import Edit, Right, any_of
from benchmarks.planted.writer import in_words, ordinal, short_ordinal

from onrecord.citations.model import Quotation, Span
from onrecord.un.states import FoundState, find_state

_STATES = (
    "Canada", "Norway", "Brazil", "Hungary", "Chile", "Ghana", "Iceland", "Mexico", "Portugal", "Uruguay",
    "Jordan", "Estonia",
)  # fmt: skip
_ORDINALS = {ordinal(n): n for n in range(1, 40)} | {short_ordinal(n): n for n in range(1, 40)}
_ARTICLE = re.compile(r"\b[Tt]he $")


def _quoted_advice(right: Right, rng: Random) -> Iterator[tuple[Quotation, Span]]:
    for q in any_of(rng, right.held):
        entry = right.entries.get(q.span)
        if entry is not None and entry.kind == "recommendation":
            yield q, right.sentence(q.span)


def _other(right: Right, found: FoundState, by: tuple[str, ...], rng: Random) -> Edit:
    start = found.start
    if _ARTICLE.search(right.text, max(0, start - 4), start):
        start -= 4
    named = {s.state.code for s in right.states_in(right.letter.body)}
    fresh = [n for n in _STATES if find_state(n).code not in by and find_state(n).code not in named]
    return Edit(start, found.end, rng.choice(fresh or ["Lesotho"]))


@kind("wrong_recommending_state")
def wrong_state(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A recommendation that is quoted, given to another State."""
    for q, sentence in _quoted_advice(right, rng):
        entry = right.entries[q.span]
        named = [
            s
            for s in right.states_in(sentence)
            if s.state.code in entry.by and not q.span.start <= s.start < q.span.end
        ]
        if len(entry.by) == 1 and len(named) == 1:
            yield (_other(right, named[0], entry.by, rng),)


@kind("wrong_recommending_state")
def wrong_state_unquoted(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A recommendation that is told without its words, given to another State."""
    quoted = [q.span for q in right.check.quotations]
    for citation in any_of(rng, right.check.citations):
        if citation.status != "resolved" or len(citation.pinpoints) != 1:
            continue
        entries = [
            e for e in right.record.entries(symbol=citation.symbol, kind="recommendation")
            if e.pinpoint == citation.pinpoints[0]
        ]  # fmt: skip
        place = next((m.span for m in right.letter.markers if m.number == citation.note), citation.span)
        if not entries or not right.in_body(place.start):
            continue
        sentence = right.sentence(Span(place.start - 3, place.start - 3))
        if any(sentence.start <= q.start < sentence.end for q in quoted):
            continue
        by = tuple(code for e in entries for code in e.by)
        named = [s for s in right.states_in(sentence) if s.state.code in by]
        if len(named) == 1 and len(by) == 1:
            yield (_other(right, named[0], by, rng),)


@kind("wrong_speaker", "wrong_recommending_state", "wrong_kind")
def wrong_speaker(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Words of a statement in the dialogue, given to another State."""
    for q in any_of(rng, right.held):
        entry = right.entries.get(q.span)
        if entry is None or entry.kind != "statement" or len(entry.by) != 1:
            continue
        sentence = right.sentence(q.span)
        named = [s for s in right.states_in(sentence) if s.state.code in entry.by]
        if len(named) == 1:
            yield (_other(right, named[0], entry.by, rng),)


@kind("wrong_body")
def wrong_body(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A report of the Working Group given to a committee."""
    wrong = ("Committee against Torture", "Human Rights Committee", "Committee on the Rights of the Child")
    for found in any_of(
        rng, re.finditer(r"\bWorking Group(?: on the (?:Universal Periodic Review|UPR))?\b", right.text)
    ):
        if right.in_body(found.start()) and not right.cites(right.sentence(Span(*found.span()))):
            continue
        yield (Edit(*found.span(), rng.choice(wrong)),)


@kind("wrong_review")
def wrong_session(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Another session of the Working Group."""
    for found in any_of(rng, re.finditer(r"\b([a-z-]+|\d+\w\w) session\b", right.text)):
        number = _ORDINALS.get(found[1])
        if number:
            yield (Edit(*found.span(1), ordinal(number + rng.choice([2, 3]))),)


@kind("wrong_review")
def wrong_cycle(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Another cycle for what the letter tells with its source in the sentence."""
    form = re.compile(
        r"\b(first|second|third|1st|2nd|3rd)(?= (?:UPR|Universal Periodic Review|review|cycle|time)\b)"
    )
    for found in any_of(rng, form.finditer(right.text)):
        sentence = right.sentence(Span(*found.span()))
        if not any(sentence.start <= q.span.start < sentence.end for q in right.held) and not re.search(
            r"\b(?:19|20)\d\d\b", right.text[slice(*sentence)]
        ):
            continue
        if re.search(
            r"approaches|ahead of|will review|coming|in advance of|by \d", right.text[slice(*sentence)]
        ):
            continue
        other = {
            "first": "second",
            "second": "first",
            "third": "second",
            "1st": "2nd",
            "2nd": "1st",
            "3rd": "2nd",
        }
        yield (Edit(*found.span(), other[found[1]]),)


@kind("wrong_review")
def wrong_review_date(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Another day, or another year, for a review."""
    days = {f.date for f in right.record.reviews() if len(f.date) == 10}
    form = re.compile(
        r"(?:(?<=\bon )|(?<=^On ))(?:(\d{1,2}) ([A-Z]\w+) ((?:19|20)\d\d)|([A-Z]\w+) (\d{1,2}), ((?:19|20)\d\d))",
        re.MULTILINE,
    )
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    for found in any_of(rng, form.finditer(right.text, 0, right.letter.body.end)):
        day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        if month not in months or f"{year}-{months.index(month) + 1:02}-{int(day):02}" not in days:
            continue
        group = 1 if found[1] else 5
        moved = int(day) + (3 if int(day) < 20 else -3)
        yield (Edit(*found.span(group), str(moved)),)


@kind("wrong_kind", "question_as_recommendation")
def advice_as_question(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A recommendation told as an advance question."""
    for q, sentence in _quoted_advice(right, rng):
        found = re.compile(
            r"\b(?:recommended that|urged|called (?:up)?on|asked|advised|encouraged)\b"
        ).search(right.text, sentence.start, q.span.start)
        if found and not re.search(r"\brecommendation", right.text[sentence.start : q.span.start]):
            yield (Edit(*found.span(), "in an advance question asked"),)


@kind("question_as_recommendation", "wrong_kind")
def statement_as_advice(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A remark in the dialogue, or an advance question, told as a recommendation."""
    for q in any_of(rng, right.held):
        entry = right.entries.get(q.span)
        if entry is None or entry.kind not in {"statement", "advance_question"}:
            continue
        sentence = right.sentence(q.span)
        found = re.compile(r"\bsaid, by the report,|\bspoke of|\bhad words for this:|\breferred to|\basked [\w ]+:").search(
            right.text, sentence.start, q.span.start
        )  # fmt: skip
        if found:
            yield (Edit(*found.span(), "recommended"),)


_YES = re.compile(
    r"\b(accepted this recommendation|supported it|enjoyed the support of|accepted it|was accepted by)\b"
)
_NO = re.compile(
    r"\b(did not support it|did not accept (?:this recommendation|it)|did not enjoy the support of|rejected it)\b"
)
_TURNED = {
    "accepted this recommendation": "did not accept this recommendation",
    "supported it": "did not support it",
    "enjoyed the support of": "did not enjoy the support of",
    "accepted it": "rejected it",
    "was accepted by": "was rejected by",
    "did not support it": "supported it",
    "did not accept this recommendation": "accepted this recommendation",
    "did not accept it": "accepted it",
    "did not enjoy the support of": "enjoyed the support of",
    "rejected it": "accepted it",
}


@kind("wrong_position")
def wrong_position(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """An acceptance told as a refusal, or a refusal as an acceptance."""
    body = right.text[: right.letter.body.end]
    for found in any_of(rng, [*_NO.finditer(body), *_YES.finditer(body)]):
        if "not" in body[max(0, found.start() - 8) : found.start()]:
            continue
        yield (Edit(*found.span(), _TURNED[found[1]]),)


@kind("position_left_out")
def position_left_out(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """What became of a recommendation that the State refused, left out."""
    body = right.text[: right.letter.body.end]
    for found in any_of(rng, _NO.finditer(body)):
        around = right.paragraph(found.start())
        start = max(
            (
                m.end()
                for m in re.finditer(
                    r"[.?!][”\"»’)]?[\d⁰-⁹¹²³\[\]^]*\s+(?=[A-Z“\"«‘])", body[around.start : found.start()]
                )
            ),
            default=-1,
        )
        end = body.find(".", found.end(), around.end)
        rest = body[end + 1 : around.end]
        if start > 0 and end > 0 and not _NO.search(rest) and not _YES.search(rest):
            yield (Edit(around.start + start - 1, end + 1, ""),)


@kind("wrong_count")
def wrong_count(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Another number of States that put questions in advance."""
    words = {in_words(n): n for n in range(3, 60)}
    for found in any_of(
        rng, re.finditer(r"\b([A-Za-z]+|\d+) States (?=put questions|submitted advance)", right.text)
    ):
        number = words.get(found[1].lower())
        if number:
            wrong = in_words(number + rng.choice([2, 3, 5]))
            yield (Edit(*found.span(1), wrong.capitalize() if found[1][0].isupper() else wrong),)
