"""An ask that goes back to a text on the record, or to one that the letter quotes, with what it changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz import fuzz, process

from onrecord.letters.check.case import Case
from onrecord.letters.check.fates import fate, proof
from onrecord.letters.check.reviewed import reviewed_states
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Ask, Evidence
from onrecord.mechanisms.model import Entry
from onrecord.told import capital, tell, tell_and, tell_together
from onrecord.un.states import state

# So alike (of 100) must two texts be, word for word in order, before one is taken to go back to the other.
_ALIKE = 62.0
_ENOUGH_WORDS = 8
_KINDS = ("recommendation", "advance_question")
# "[under article 46 of]", "(Republic of Korea);": no words of the text itself.
_ASIDE = re.compile(r"\[[^\]]*\]|\([^()]*\)\s*[;.]?\s*$")


class _Model(NamedTuple):
    words: str
    entry: Entry | None
    evidence: Evidence


def find(case: Case) -> Iterator[Said]:
    """For each ask the most similar text put to the same State, with the words dropped and added."""
    asks = [ask for ask in case.letter.asks if len(case.words(ask.span).split()) >= _ENOUGH_WORDS]
    models = [*_on_record(case), *_quoted(case)] if asks else []
    texts = [_bare(model.words) for model in models]
    for ask in asks:
        words = _bare(case.words(ask.span))
        found = process.extractOne(words, texts, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if found is not None and _word_by_word(words, texts[found[2]]) >= _ALIKE:
            yield _said(case, ask, models[found[2]])


def _on_record(case: Case) -> Iterator[_Model]:
    for code in reviewed_states(case)[:1]:
        for facts in case.record.reviews(code):
            for entry in case.entries(facts.symbol):
                if entry.kind in _KINDS and len(entry.text.split()) >= _ENOUGH_WORDS:
                    place = Evidence(tell("the text that it goes back to"), case.place_of(entry))
                    yield _Model(entry.text, entry, place)


def _quoted(case: Case) -> Iterator[_Model]:
    """The quotations outside the asks that the record does not hold; what it holds is in its entries."""
    for quotation in case.quotations:
        within = any(ask.span.start <= quotation.span.start < ask.span.end for ask in case.letter.asks)
        if quotation.at is None and not within and len(quotation.text.split()) >= _ENOUGH_WORDS:
            yield _Model(
                quotation.text, None, Evidence(tell("the text that it goes back to"), span=quotation.span)
            )


def _bare(words: str) -> str:
    """The words in small letters, without what stands in square brackets (optional in an ask) and the States."""
    return " ".join(_ASIDE.sub("", words).casefold().strip(" ;.").split())


def _word_by_word(mine: str, theirs: str) -> float:
    return 100 * SequenceMatcher(None, mine.split(), theirs.split(), autojunk=False).ratio()


def _said(case: Case, ask: Ask, model: _Model) -> Said:
    mine, theirs = (_ASIDE.sub("", words).split() for words in (case.words(ask.span), model.words))
    dropped, added = _changes(theirs, mine)
    evidence = (model.evidence, *(proof(case, model.entry) if model.entry else ()))
    return Said(
        ask.span,
        tell(
            "%(name)s goes back to %(named)s Dropped: %(listed)s. Added: %(listed2)s.",
            name=ask.name,
            named=_named(case, model),
            listed=_listed(dropped),
            listed2=_listed(added),
        ),
        evidence,
        tell("Say that it repeats, or why it departs from, the earlier text."),
    )


def _named(case: Case, model: _Model) -> str:
    entry = model.entry
    if entry is None:
        span = model.evidence.span
        there = case.letter.place_of(span.start) if span else tell("the letter")
        return tell("the text quoted in %(place)s.", place=there)
    by = tell_and([tell(state(code).name) for code in entry.by]) or tell("a delegation")
    where = tell("%(symbol)s, %(pinpoint)s (%(by)s).", symbol=entry.symbol, pinpoint=entry.pinpoint, by=by)
    if entry.kind != "recommendation":
        return where
    return tell_together("", [where, tell(" %(became)s.", became=capital(fate(case, entry)))])


def _changes(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    dropped: list[str] = []
    added: list[str] = []
    theirs, mine = ([word.casefold().strip(".,;:()") for word in words] for words in (old, new))
    for tag, one, two, three, four in SequenceMatcher(None, theirs, mine, autojunk=False).get_opcodes():
        if tag != "equal":
            dropped += [" ".join(old[one:two])] if two > one else []
            added += [" ".join(new[three:four])] if four > three else []
    return dropped, added


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{one}”" for one in words) or tell("nothing")


RULE = Rule("model_text", NOTICE, "An ask goes back to an earlier text, which it changes.", find)
