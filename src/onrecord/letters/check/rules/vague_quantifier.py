"""A claim about a set ("repeatedly", "various countries") without the set; the record tells what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.analysis.topics import Topic, is_about
from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.on_topic import on_topics
from onrecord.letters.check.own_words import found_in
from onrecord.letters.check.reviewed import reviewed_states
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import Entry
from onrecord.told import tell, tell_and, tell_together
from onrecord.un.states import state

# "have repeatedly called upon China", "various countries have made recommendations".
_VAGUE = re.compile(
    r"\b(?:repeatedly|time and again|on many occasions|"
    r"(?:various|numerous|many|several|countless|multiple|a number of|most)\s+(?:other\s+)?(?:UN\s+)?"
    r"(?:countries|States|governments|delegations|treaty bodies|special procedures|mechanisms|experts|bodies|"
    r"committees))\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:call(?:ed|s)?|recommend\w*|urg(?:ed|es|ing)|asked|raised|express\w*|condemn\w*|critici[sz]\w*|request\w*|"
    r"question\w*)\b",
    re.IGNORECASE,
)
_SHOWN = 6


def find(case: Case) -> Iterator[Said]:
    """Each such claim in a sentence without a source."""
    for span, found in found_in(_VAGUE, case, case.sentences):
        sentence = case.sentence_at(span.start)
        if case.markers_in(sentence) or case.cited_in(sentence) or not _SPEAKS.search(case.words(sentence)):
            continue
        held, evidence = _held(case, sentence)
        yield Said(
            span,
            tell(
                "“%(words)s” speaks of a set and names no member or source. %(held)s",
                words=found.group(),
                held=held,
            ),
            evidence,
            tell("Say who, how often and where."),
        )


def _held(case: Case, sentence: Span) -> tuple[str, tuple[Evidence, ...]]:
    """What the record holds on the sentence's topic, else the letter's, put to the reviewed State."""
    reviewed = reviewed_states(case)
    topics = [t for t in case.topics if is_about(t, case.words(sentence))] or list(case.topics)
    if not reviewed or not topics:
        return tell(
            "What the record holds on it was not counted: the letter's State or topic is not known."
        ), ()
    found = _recommendations(case, reviewed[0], topics)
    names = tell_and([topic.name for topic in topics])
    searched = sorted({f.cycle for f in case.reviews.values() if f.state == reviewed[0] and f.cycle})
    many = (
        tell("%(many)s recommendation", many=1)
        if len(found) == 1
        else tell("%(many)s recommendations", many=len(found))
    )
    counted = tell(
        "On %(topics)s the record holds %(many)s to %(state)s%(by)s; reports on cycles %(cycles)s were searched.",
        topics=names,
        many=many,
        state=tell(state(reviewed[0]).name),
        by=_by_whom(found),
        cycles=", ".join(map(str, searched)) or tell("none"),
    )
    return counted, tuple(Evidence(tell("on the record"), case.place_of(e)) for e in found[:_SHOWN])


def _by_whom(found: Sequence[Entry]) -> str:
    if not found:
        return ""
    by = [tell(state(code).name) for code in dict.fromkeys(code for e in found for code in e.by)]
    named = tell_together(", ", [*by[:_SHOWN], *(["…"] if len(by) > _SHOWN else [])])
    cycles = ", ".join(map(str, sorted({e.cycle for e in found if e.cycle})))
    if len(by) == 1:
        return tell(" by %(many)s State (%(named)s) in cycles %(cycles)s", many=1, named=named, cycles=cycles)
    return tell(
        " by %(many)s States (%(named)s) in cycles %(cycles)s", many=len(by), named=named, cycles=cycles
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _recommendations(case: Case, code: str, topics: Sequence[Topic]) -> list[Entry]:
    """Each recommendation once: those of the lists, and of the dialogue where a report lists none."""
    found: dict[tuple[str, tuple[str, ...]], Entry] = {}
    for facts in case.record.reviews(code):
        asked = [e for e in case.entries(facts.symbol) if e.kind == "recommendation"]
        for entry in on_topics(asked, topics):
            found.setdefault((" ".join(entry.text.casefold().split())[:60], entry.by), entry)
    return list(found.values())


RULE = Rule("vague_quantifier", NOTICE, "A claim about a set that names no member and no source.", find)
