"""What the documents that the letter cites say on its topic, and the letter leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.analysis.model import Hit
from onrecord.letters.check.case import Case
from onrecord.letters.check.fates import fate, proof
from onrecord.letters.check.omissions import cited_span, omitted
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import capital, tell, tell_together
from onrecord.un.states import state

# So many omissions of one document are told one by one, recommendations first; the others together.
_ONE_BY_ONE = 10


def find(case: Case) -> Iterator[Said]:
    """Each recommendation, question or statement on a topic of the letter that it does not use."""
    for symbol in case.cited_documents:
        left = sorted(
            omitted(case, symbol, answers=False), key=lambda pair: pair[0].entry.kind != "recommendation"
        )
        for hit, topic in left[:_ONE_BY_ONE]:
            yield _said(case, hit, topic)
        if left[_ONE_BY_ONE:]:
            yield _together(case, symbol, left[_ONE_BY_ONE:])


def _said(case: Case, hit: Hit, topic: str) -> Said:
    entry = hit.entry
    by = [tell(state(code).name) for code in entry.by]
    who = tell_together(", ", by) if by else tell("a delegation")
    asked = entry.kind == "recommendation"
    became = tell(" %(became)s.", became=capital(fate(case, entry))) if asked else ""
    told = {
        "symbol": entry.symbol,
        "pinpoint": entry.pinpoint,
        "who": who,
        "topic": topic,
        "listed": ", ".join(hit.words),
        "became": became,
    }
    return Said(
        cited_span(case, entry.symbol),
        (
            tell(
                "The letter does not mention %(symbol)s, para. %(pinpoint)s, where %(who)s made a recommendation "
                "on it (topic %(topic)s: %(listed)s).%(became)s",
                **told,
            )
            if asked
            else tell(
                "The letter does not mention %(symbol)s, para. %(pinpoint)s, where %(who)s spoke of it (topic "
                "%(topic)s: %(listed)s).%(became)s",
                **told,
            )
        ),
        (Evidence(tell("left out"), case.place_of(entry)), *(proof(case, entry) if asked else ())),
        tell("Consider %(symbol)s, para. %(pinpoint)s.", symbol=entry.symbol, pinpoint=entry.pinpoint),
    )


def _together(case: Case, symbol: str, left: Sequence[tuple[Hit, str]]) -> Said:
    places = ", ".join(hit.entry.pinpoint for hit, _ in left)
    return Said(
        cited_span(case, symbol),
        tell(
            "%(symbol)s has %(many)s more entries on the topic that the letter does not mention: %(places)s.",
            symbol=symbol,
            many=len(left),
            places=places,
        ),
        tuple(Evidence(tell("left out"), case.place_of(hit.entry)) for hit, _ in left),
        tell(
            "onrecord trace %(to)s --about %(left)s lists them all.",
            to=left[0][0].entry.to,
            left=str(left[0][1]),
        ),
    )


RULE = Rule(
    "omitted_entry", NOTICE, "An entry on the letter's topic, in a document that it cites, is left out.", find
)
