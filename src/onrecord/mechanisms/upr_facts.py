"""What a Working Group report says of the review itself.

Source of the layout: paragraphs 1 to 4 of every report: session, review and adoption (1), the rapporteurs or
"troika" (2), the documents (3), who put questions in advance (4). Where a report gives two dates for the
review (A/HRC/11/25, paras. 1 and 5 name different meetings), that of paragraph 1 stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.documents.language import language_of
from onrecord.documents.model import Document
from onrecord.errors import SymbolError
from onrecord.mechanisms import facts_patterns as patterns
from onrecord.mechanisms.facts_patterns_other import FORMULAS
from onrecord.mechanisms.model import ReviewFacts
from onrecord.mechanisms.upr_facts_other import review_facts_in
from onrecord.told import Told, tell
from onrecord.un.dates import find_dates
from onrecord.un.review import Review, cycle_of_session, review_of_report, session_named
from onrecord.un.states import find_state, find_states, parse_state_list
from onrecord.un.symbol import parse_symbol

OPENING = 12
"""How many paragraphs of the body are searched for these formulas."""


def review_facts(document: Document) -> ReviewFacts:
    """State, session, cycle, dates, troika and askers; "" and () where the report does not say them."""
    opening = list(_opening(document))
    # A report whose statements are in several languages (A/HRC/12/16) opens in one.
    if document.language in FORMULAS and language_of(" ".join(opening[:3])) != "en":
        return review_facts_in(document)
    session = _session(opening)
    state = _state(document, opening)
    held = None if session else _by_calendar(document.symbol, state)
    if held:
        return ReviewFacts(
            document.symbol, state, held.session, held.cycle, held.date, "", document.date, (), ()
        )
    return ReviewFacts(
        symbol=document.symbol,
        state=state,
        session=session,
        cycle=cycle_of_session(session) if session else None,
        date=_date(opening, patterns.REVIEW_HELD) or _day_of_session(opening),
        adopted=_date(opening, patterns.ADOPTED),
        distributed=document.date,
        troika=_troika(opening, state),
        questions_from=_questions_from(opening),
    )


def _by_calendar(symbol: str, state: str) -> Review | None:
    """The review whose report has this symbol, for a report in a language whose formulas are not known."""
    try:
        held = review_of_report(parse_symbol(symbol).base)
    except SymbolError:
        return None
    return held if held and held.state.code == state else None


def _opening(document: Document) -> Iterator[str]:
    paragraphs = [p for p in document.paragraphs if p.zone == "body"]
    return (paragraph.text for paragraph in paragraphs[:OPENING])


def _session(opening: list[str]) -> int | None:
    for text in opening:
        found = patterns.SESSION.search(text)
        if found:
            return session_named(found["ordinal"])
    return None


def _state(document: Document, opening: list[str]) -> str:
    """From the title page, else from "The review of … was held"."""
    for name in _names(document, opening):
        found = find_state(patterns.BESIDE_NAME.sub("", name).strip())
        if found:
            return found.code
    return ""


def _names(document: Document, opening: list[str]) -> Iterator[str]:
    yield patterns.TITLE.sub("", document.title)
    for text in opening:
        found = patterns.REVIEW_OF.search(text)
        if found:
            yield found["state"]
    yield from document.front


def _date(opening: list[str], formula: patterns.Pattern) -> str:
    """The first date in the words that the formula takes, as ISO 8601; "" if there is none."""
    for text in opening:
        found = formula.search(text)
        dates = find_dates(found["when"]) if found else []
        if dates:
            return str(dates[0].bounds.low)
    return ""


def _day_of_session(opening: list[str]) -> str:
    """The day of the review with the session's year, where the report leaves the year out."""
    for text in opening:
        held, session = patterns.REVIEW_DAY.search(text), patterns.SESSION_YEAR.search(text)
        dates = find_dates(f"{held['when']} {session['year']}") if held and session else []
        if dates:
            return str(dates[-1].bounds.low)
    return ""


def _troika(opening: list[str], state: str) -> tuple[str, ...]:
    names = _names_in(opening, patterns.TROIKA)
    return tuple(code for code in _codes(names) if code != state)


def _questions_from(opening: list[str]) -> tuple[str, ...]:
    return _codes(_names_in(opening, patterns.QUESTIONS))


def _names_in(opening: list[str], formula: patterns.Pattern) -> str:
    return next((found["names"] for text in opening if (found := formula.search(text))), "")


def _codes(names: str) -> tuple[str, ...]:
    """The States in a list; where it holds other words too ("on behalf of the Group …"), those it names."""
    listed = None if patterns.BEHALF.search(names) else parse_state_list(names)
    codes = listed.codes if listed else tuple(found.state.code for found in find_states(names))
    return tuple(dict.fromkeys(codes))


def review_doubts(document: Document) -> tuple[Told, ...]:
    """Names among troika and askers that are no State's, as words for a person ("Hungry", A/HRC/22/13)."""
    opening = list(_opening(document))
    doubts = []
    for what, formula in (
        (tell("the troika"), patterns.TROIKA),
        (tell("those who asked in advance"), patterns.QUESTIONS),
    ):
        names = _names_in(opening, formula)
        unread = _unread(names)
        if unread:
            doubts.append(
                tell(
                    "among %(what)s, “%(unread)s” is no State's name: “%(names)s”",
                    what=what,
                    unread=unread,
                    names=names,
                )
            )
    return tuple(doubts)


def _unread(names: str) -> str:
    """What is left of a list when its States and what joins them are taken out."""
    if not names or patterns.BEHALF.search(names) or parse_state_list(names):
        return ""  # a group's name can hold any words
    rest = names
    for found in reversed(find_states(rest)):
        rest = rest[: found.start] + " " + rest[found.end :]
    return " ".join(patterns.JOINTS.sub(" ", rest).split())
