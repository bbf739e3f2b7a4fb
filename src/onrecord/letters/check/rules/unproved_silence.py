"""“X did not raise it”: a claim that only a complete search can bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.on_topic import on_topics
from onrecord.letters.check.reviews_named import ReviewNamed, reviews_named
from onrecord.letters.check.rule import ERROR, NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import Entry, ReviewFacts
from onrecord.told import tell, tell_and, tell_together
from onrecord.un.review import review
from onrecord.un.states import FoundState, find_states

_SILENT = re.compile(
    r"\s*(?:,[^,;]{1,60},)?\s*(?:did\s*(?:not|n[’']t)|never|failed to|neglected to|has\s*(?:not|never)|"
    r"had\s*(?:not|never))\s+(?:rais|ask|mention|recommend|address|put|touch|speak|submit|question|make)\w*",
    re.IGNORECASE,
)
_RAISING = ("recommendation", "statement", "advance_question")
_SHOWN = 3


def find(case: Case) -> Iterator[Said]:
    """Each such claim about a named review: contradicted by the record, or how far it was searched."""
    for sentence in case.sentences:
        named = list(reviews_named(case, sentence))
        words = case.own_words(sentence) if named else ""
        for found in find_states(words):
            silent = _SILENT.match(words, found.end)
            after = [n for n in named if silent and n.span.start >= sentence.start + silent.end()]
            if silent and after and found.state.code != after[0].state.code:
                span = Span(sentence.start + found.start, sentence.start + silent.end())
                yield _said(case, span, found, after[0])


def _said(case: Case, span: Span, silent: FoundState, named: ReviewNamed) -> Said:
    of_state = (f for f in case.reviews.values() if f.state == named.state.code)
    facts = next((f for f in of_state if f.cycle == named.cycle), None)
    if facts is None:
        return _not_held(span, silent, named)
    said = [e for e in case.entries(facts.symbol) if silent.state.code in e.by and e.kind in _RAISING]
    held = on_topics(said, case.topics)
    if held:
        return Said(
            span,
            tell(
                "The letter says that %(name)s did not raise it; %(symbol)s, para. %(pinpoint)s, has it.",
                name=tell(silent.state.name),
                symbol=facts.symbol,
                pinpoint=held[0].pinpoint,
            ),
            tuple(Evidence(tell("on the record"), case.place_of(e)) for e in held[:_SHOWN]),
            severity=ERROR,
        )
    return Said(
        span,
        tell_together(" ", [_searched(case, facts, silent, said), _left(case, facts, silent.state.code)]),
    )


def _not_held(span: Span, silent: FoundState, named: ReviewNamed) -> Said:
    known = review(named.state.code, named.cycle)
    report = f" ({known.report})" if known and known.report else ""
    return Said(
        span,
        tell(
            "That %(name)s did not raise it cannot be checked: the report on the review of %(name2)s in "
            "cycle %(cycle)s%(report)s is not on the record.",
            name=tell(silent.state.name),
            name2=tell(named.state.name),
            cycle=named.cycle,
            report=report,
        ),
        suggestion=tell("Put the report and the advance questions on the record, or say where you looked."),
    )


def _searched(case: Case, facts: ReviewFacts, silent: FoundState, said: list[Entry]) -> str:
    form = tell("%(many)s entry by %(state)s", many=1, state=tell(silent.state.name))
    if len(said) != 1:
        form = tell("%(many)s entries by %(state)s", many=len(said), state=tell(silent.state.name))
    if not case.topics:
        return tell(
            "%(symbol)s has %(entries)s; the letter's topic is not known, so none was judged.",
            symbol=facts.symbol,
            entries=form,
        )
    return tell(
        "%(symbol)s was searched: it has %(entries)s, none on %(topics)s.",
        symbol=facts.symbol,
        entries=form,
        topics=tell_and([topic.name for topic in case.topics]),
    )


def _left(case: Case, facts: ReviewFacts, code: str) -> str:
    """What was not searched: the advance questions, whose words stand in other documents."""
    asked = case.record.entries(to=facts.state, kind="advance_question")
    if any(entry.session == facts.session for entry in asked):
        return tell("The advance questions on the record were searched; later batches may be missing.")
    if code in facts.questions_from:
        return tell(
            "The words of the advance questions are not on the record; the report names it among those who put them."
        )
    return tell(
        "The words of the advance questions are not on the record; the report does not name it among those who put "
        "them."
    )


RULE = Rule("unproved_silence", NOTICE, "A claim that a State did not raise something.", find)
