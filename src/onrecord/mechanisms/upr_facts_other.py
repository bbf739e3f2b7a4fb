"""What a Working Group report in Spanish or French says of the review itself (as upr_facts.py in English)."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.documents.model import Document
from onrecord.mechanisms.facts_patterns_other import FORMULAS, Pattern
from onrecord.mechanisms.model import ReviewFacts
from onrecord.un.dates import find_dates
from onrecord.un.review import cycle_of_session, session_named
from onrecord.un.states import find_state, find_states, parse_state_list

OPENING = 12
"""How many paragraphs of the body are searched for these formulas."""


def review_facts_in(document: Document) -> ReviewFacts:
    """State, session, cycle, dates, troika and askers; KeyError where the document's language has no formulas."""
    formulas = FORMULAS[document.language]
    opening = [p.text for p in document.paragraphs if p.zone == "body"][:OPENING]
    session = session_named(_words(opening, formulas.session, "ordinal"))
    state = _state(document, opening, formulas.title, formulas.review_of)
    return ReviewFacts(
        symbol=document.symbol,
        state=state,
        session=session,
        cycle=cycle_of_session(session) if session else None,
        date=_date(_words(opening, formulas.review_held, "when")),
        adopted=_date(_words(opening, formulas.adopted, "when")),
        distributed=document.date,
        troika=tuple(
            code for code in _codes(_words(opening, formulas.troika, "names"), document) if code != state
        ),
        questions_from=_codes(_words(opening, formulas.questions, "names"), document),
    )


def _words(opening: Sequence[str], formula: Pattern, group: str) -> str:
    return next((found[group] for text in opening if (found := formula.search(text))), "")


def _date(words: str) -> str:
    dates = [found for found in find_dates(words) if found.bounds.low]
    return str(dates[0].bounds.low) if dates else ""


def _state(document: Document, opening: Sequence[str], title: Pattern, review_of: Pattern) -> str:
    for name in (title.sub("", document.title), _words(opening, review_of, "state"), *document.front):
        found = find_state(name.strip(" *∗"))
        if found:
            return found.code
    within = find_states(_words(opening, review_of, "state"), document.language)
    return within[0].state.code if within else ""


def _codes(names: str, document: Document) -> tuple[str, ...]:
    """The States of a list; where it holds other words too, those that it names."""
    listed = parse_state_list(names)
    codes = listed.codes if listed else (found.state.code for found in find_states(names, document.language))
    return tuple(dict.fromkeys(codes))
