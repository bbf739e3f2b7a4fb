"""Faults in the letter's own sentences: numbers that do not agree, names, asks, deadlines, slips."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from random import Random

from benchmarks.planted.kinds import kind
from benchmarks.planted.right import Edit, Right, any_of

from onrecord.citations.model import Span

_TOTAL = re.compile(r"\b(\d+) detainees in [\w ]+ \((\d+) men and (\d+) women\)")
_PERCENT = re.compile(r"\b(\d+(?:\.\d)?) per cent\b")


@kind("sums")
def total_does_not_add_up(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Parts that do not make their total."""
    for found in any_of(rng, _TOTAL.finditer(right.text)):
        yield (Edit(*found.span(2), str(int(found[2]) + rng.choice([1, 2, 10]))),)


@kind("sums")
def percentage_does_not_match(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A share that is not the quotient of the numbers beside it."""
    for found in any_of(rng, _PERCENT.finditer(right.text, 0, right.letter.body.end)):
        value = float(found[1])
        other = value + 12 if value < 60 else value - 12
        yield (Edit(*found.span(1), f"{other:g}"),)


@kind("contradictory_counts", "several_qualifiers")
def contradictory_counts(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """One happening told again, with another number."""
    ends = [p.end for p in right.letter.paragraphs if p.end - p.start > 200]
    day = re.compile(r"\b[Oo]n (?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})")
    people = re.compile(
        r"\b(\d+) (?:persons|detainees|prisoners|protesters|people|refugees|escapees|families)\b"
    )
    for found in any_of(rng, people.finditer(right.text, 0, right.letter.body.end)):
        sentence = right.sentence(Span(*found.span()))
        elsewhere = [end for end in ends if not sentence.start <= end <= sentence.end + 2]
        if elsewhere and day.search(right.text, *sentence) and right.text[found.end()] != ".":
            told = right.text[sentence.start : sentence.end]
            if re.search(r"\b(?:at least|over|more than|nearly|about)\b", told, re.IGNORECASE):
                continue  # a lower bound excludes no other
            again = told.replace(found[1], str(int(found[1]) - 3), 1)
            again = re.sub(r"[\d⁰¹²³⁴-⁹\[\]^]+$|\s*\([^()]*\)(?=\.?$)", "", again)
            at = rng.choice(elsewhere)
            yield (Edit(at, at, f" {again}"),)


@kind("spelling_variants", "misspelt_state")
def state_misspelt(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Two letters of a State's name exchanged."""
    for found in any_of(rng, right.states_in(right.letter.body)):
        word = right.text[found.start : found.end]
        inside = any(q.start <= found.start < q.end for q in (x.span for x in right.check.quotations))
        if len(word) > 6 and " " not in word and not inside:
            at = found.start + rng.randint(2, 3)
            pair = right.text[at : at + 2]
            if pair[0] != pair[1]:
                yield (Edit(at, at + 2, pair[::-1]),)


@kind("spelling_variants")
def name_in_two_spellings(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """An organisation's or a person's name spelt otherwise at one of its places."""
    names: dict[str, list[re.Match[str]]] = {}
    taken = {s.start for s in right.states_in(right.letter.body)}
    for found in re.finditer(r"\b[A-Z][a-z]{6,}\b", right.text):
        names.setdefault(found[0], []).append(found)
    for name, places in any_of(rng, names.items()):
        inner = [
            p
            for p in places
            if re.search(r"[a-z,] $", right.text[: p.start()][-2:]) or p.start() > right.letter.body.end
        ]
        if name in _COMMON or len(places) < 2 or not inner or any(p.start() in taken for p in places):
            continue
        at = inner[-1].start() + 3
        pair = right.text[at : at + 2]
        if pair[0] != pair[1]:
            yield (Edit(at, at + 2, pair[::-1]),)


_COMMON = frozenset(
    [
        "Article",
        "Covenant",
        "January",
        "February",
        "September",
        "October",
        "November",
        "December",
        "Government",
        "Minister",
        "Universal",
        "Periodic",
        "Working",
        "Council",
        "Report",
        "Against",
        "Protocol",
        "Convention",
        "Optional",
        "Special",
        "Sincerely",
        "Sentence",
        "Respectfully",
        "Without",
        "Foreign",
        "Affairs",
        "Excellency",
        "Republic",
        "Ministry",
        "International",
    ]
)


@kind("missing_deadline")
def dropped_deadline(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The last day for advance questions left out."""
    for found in any_of(
        rng, re.finditer(r", by (?:\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2},) \d{4}(?=[:.])", right.text)
    ):
        yield (Edit(*found.span(), ""),)


@kind("two_actions")
def two_asks_in_one(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A second action put into a recommendation."""
    for ask in any_of(rng, right.check.letter.asks):
        if ask.kind == "recommendation" and " and " not in right.text[slice(*ask.span)]:
            yield (Edit(ask.span.end, ask.span.end, rng.choice([
                ", and abolish the death penalty for all crimes", ", and release all prisoners of conscience",
                ", and allow independent monitors to visit every prison",
            ])),)  # fmt: skip


@kind("overlapping_asks")
def duplicate_ask(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A question or recommendation asked twice."""
    asks = right.check.letter.asks
    for one, two in any_of(rng, itertools.pairwise(asks)):
        if one.kind == two.kind:
            yield (Edit(*two.span, right.text[slice(*one.span)]),)


@kind("recommendation_among_questions")
def advice_among_questions(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A recommendation put among the questions, or a question among the recommendations."""
    for ask in any_of(rng, right.check.letter.asks):
        new = (
            "Release all prisoners of conscience at once"
            if ask.kind == "question"
            else "When will the Government abolish the death penalty?"
        )
        yield (Edit(*ask.span, new),)


@kind("grammar", "double_negative")
def doubled_word(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A small word written twice."""
    shut = [q.span for q in right.check.quotations]
    for found in any_of(
        rng, re.finditer(r"\b(the|of|to|in|and) (?=[a-z])", right.text[: right.letter.body.end])
    ):
        if not any(s.start <= found.start() < s.end for s in shut):
            yield (Edit(found.end(), found.end(), found[0]),)


@kind("relative_date")
def relative_date(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A past event of another year dated "this year"."""
    form = re.compile(
        r"\bOn (\d{1,2} [A-Z]\w+) (\d{4}) the police|\bOn ([A-Z]\w+ \d{1,2}), (\d{4}) the police"
    )
    for found in any_of(rng, form.finditer(right.text)):
        year = found[2] or found[4]
        if right.letter.date and year < right.letter.date[:4]:
            yield (Edit(*found.span(), f"On {found[1] or found[3]} this year the police"),)


@kind("field_term")
def field_term(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A term of the field misspelled."""
    wrong = {"Universal Periodic Review": "Universal Periodical Review", "Special Rapporteur": "Special Raporteur",
             "Optional Protocol": "Optional Protocal", "asylum seekers": "asylum seakers"}  # fmt: skip
    shut = [q.span for q in right.check.quotations]
    for term, other in any_of(rng, wrong.items()):
        for found in re.finditer(term, right.text[: right.letter.body.end]):
            if not any(s.start <= found.start() < s.end for s in shut):
                yield (Edit(*found.span(), other),)
