"""Who speaks in a paragraph of the dialogue, from its opening words.

How the reports are made: a State that takes the floor is named at the head of its paragraph ("Canada
welcomed"), or after an opening clause ("While noting the efforts made, Brazil recommended"). The State under
review answers under its own name, as "the delegation", through its members, or under a heading of its own
("Regarding the death penalty, courts had"); such answers run on over paragraphs that name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.mechanisms import speech_patterns as patterns
from onrecord.mechanisms.sentences import SENTENCE_END
from onrecord.un.states import FoundState, find_nationalities, find_states, parse_state_list

NAME_WITHIN = 130
"""How far into a paragraph the first speaker's name can reach, offices and all."""

CLAUSE_WITHIN = 700
"""How long an opening sentence is searched for its subject."""

STATEMENT = "statement"
REPLY = "reply"
SAME = "same"
OPEN = "open"


@dataclass(frozen=True, slots=True)
class Speech:
    """What the opening words of a paragraph tell.

    `kind` is STATEMENT, REPLY, SAME (goes on with the speaker before) or OPEN (not told). `by` are codes,
    `as_printed` the names. `evidence` is "" where the speaker is named, else what led to the answer or why
    there is none.
    """

    kind: str
    by: tuple[str, ...] = ()
    as_printed: tuple[str, ...] = ()
    on_behalf_of: str = ""
    evidence: str = ""


def speech(text: str, under_review: str) -> Speech:
    """Tell who speaks from the opening of `text`; `under_review` is the code of the State under review."""
    return (
        _named_first(text, under_review)
        or _by_office(text, under_review)
        or _after_a_clause(text, under_review)
        or _by_manner(text, under_review)
    )


def _named_first(text: str, under_review: str) -> Speech | None:
    found = find_states(text[:NAME_WITHIN])
    if not found or not patterns.OF_A_STATE.fullmatch(text, 0, found[0].start):
        return None
    speakers = _enumerated(text, found)
    end = speakers[-1].end
    abbreviation = patterns.ABBREVIATION.match(text, end)
    end = abbreviation.end() if abbreviation else end
    behalf = patterns.ON_BEHALF.match(text, end)
    if behalf:
        return _spoken(speakers, under_review, behalf["group"].strip())
    if patterns.OWNED.match(text, end) and not patterns.OWN_DELEGATION.match(text, end):
        return None
    if len(speakers) == 1 and speakers[0].state.code == under_review and _is_spoken_of(text, end):
        return Speech(OPEN, evidence=f"others speak of the State under review: “{_words(text)}”")
    return _spoken(speakers, under_review)


def _enumerated(text: str, found: Sequence[FoundState]) -> list[FoundState]:
    speakers = [found[0]]
    for state in found[1:]:
        if not patterns.NEXT_SPEAKER.fullmatch(text, speakers[-1].end, state.start):
            break
        speakers.append(state)
    if len(speakers) > 1 and not patterns.VERB.match(text, speakers[-1].end):
        return speakers[:1]
    return speakers


def _is_spoken_of(text: str, end: int) -> bool:
    verb = patterns.VERB.match(text, end)
    return verb is not None and verb["passive"] is not None


def _spoken(speakers: Sequence[FoundState], under_review: str, group: str = "") -> Speech:
    codes = tuple(dict.fromkeys(found.state.code for found in speakers))
    kind = REPLY if codes == (under_review,) else STATEMENT
    return Speech(kind, codes, tuple(found.as_written for found in speakers), group)


def _by_office(text: str, under_review: str) -> Speech | None:
    """The delegation, or somebody of it, at the head of the paragraph."""
    if patterns.CHAIR.match(text):
        return Speech(OPEN, evidence=f"whoever leads the meeting: “{_words(text)}”")
    if patterns.SEVERAL.match(text):
        return Speech(OPEN, evidence=f"speakers not named: “{_words(text)}”")
    office = patterns.DELEGATION.match(text)
    if office:
        return _held_by(office[0], under_review)
    if patterns.BEARER.match(text):
        return Speech(REPLY, (under_review,), evidence=f"a person named without a State: “{_words(text)}”")
    return None


def _held_by(office: str, under_review: str) -> Speech | None:
    foreign = [found for found in find_nationalities(office) if found.state.code != under_review]
    if foreign:
        return _spoken(foreign[:1], under_review)
    if patterns.WEAK_OFFICE.search(office):
        return None
    return Speech(REPLY, (under_review,), (office,))


def _after_a_clause(text: str, under_review: str) -> Speech | None:
    """The subject of an opening sentence that begins with something else."""
    end = SENTENCE_END.search(text, NAME_WITHIN // 4, CLAUSE_WITHIN)
    sentence = text[: end.start() if end else CLAUSE_WITHIN]
    office = _office_inside(sentence)
    for found in find_states(sentence[: office.start() if office else None]):
        verb = patterns.VERB.match(sentence, found.end)
        if verb and not verb["passive"] and _opens_main_clause(sentence, found):
            group = patterns.FOR_A_GROUP.match(sentence)
            return _spoken([found], under_review, group["group"] if group else "")
    return Speech(REPLY, (under_review,), (office[0],)) if office else None


def _office_inside(sentence: str) -> re.Match[str] | None:
    """The delegation as the subject: "In response to a question from Norway, the delegation stated"."""
    office = patterns.INSIDE.search(sentence)
    if office is None or patterns.SAME_SPEAKER.match(sentence):
        return None
    return office if patterns.VERB.match(sentence, office.end()) else None


def _opens_main_clause(sentence: str, found: FoundState) -> bool:
    if patterns.CLAUSE.search(sentence, 0, found.start):
        return True
    calls = patterns.CALLS_FOR.match(sentence, found.end)
    return calls is not None and not patterns.NO_CLAUSE.search(sentence, 0, found.start)


def _by_manner(text: str, under_review: str) -> Speech:
    if patterns.REPLIES.match(text):
        return Speech(REPLY, (under_review,), evidence=f"opens as an answer: “{_words(text)}”")
    if patterns.SAME_SPEAKER.match(text):
        return Speech(SAME, evidence=_words(text))
    return _misspelt(text) or Speech(OPEN)


def _misspelt(text: str) -> Speech | None:
    named = patterns.MISSPELT.match(text)
    if named is None:
        return None
    listed = parse_state_list(named["name"])
    peoples = find_nationalities(named["name"])
    if listed:
        found = listed.states[0]
    elif peoples and peoples[0].as_written == named["name"]:
        found = peoples[0].state
    else:
        return None
    evidence = f"“{named['name']}” is taken for {found.name}"
    return Speech(STATEMENT, (found.code,), (named["name"],), evidence=evidence)


def _words(text: str) -> str:
    """The first words of a paragraph, to be quoted as evidence."""
    words = text.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")
