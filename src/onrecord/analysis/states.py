"""What a State asks of others, what it is asked, and where it was silent or not heard."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.browse import Asked, Found, browse, counted, documents_with
from onrecord.record.overview import ReviewHeld, reviews_held
from onrecord.record.record import Record
from onrecord.un.states import find_state


@dataclass(frozen=True, slots=True)
class StateSeen:
    """A State, by ISO alpha-3 code, or a body, by its acronym, as the record shows it.

    `says` and `asked` count the entries by it and to it, `recommends` and `recommended` the recommendations among
    them, without their rows; `unheard` has the rows where it wanted the floor and did not get it. `silent` are
    reviews of others whose report holds nothing by it, `own` those of itself, `held` all.
    """

    code: str
    name: str
    says: Found
    asked: Found
    recommends: Found
    recommended: Found
    unheard: Found
    silent: tuple[ReviewHeld, ...]
    own: tuple[ReviewHeld, ...]
    held: tuple[ReviewHeld, ...]


def states_seen(record: Record) -> list[tuple[str, int, int]]:
    """Every State and body on the record, with how many entries are by it and to it."""
    facets = counted(record, Asked()).facets
    by, to = dict(facets["by"]), dict(facets["to"])
    return [(code, by.get(code, 0), to.get(code, 0)) for code in dict.fromkeys([*by, *to])]


def state_seen(record: Record, named: str, *, most: int) -> StateSeen | None:
    """The State or body so named, with at most `most` rows of `unheard`.

    None where it is no State, and nobody of this name speaks or is spoken to.
    """
    known = find_state(named)
    code = known.code if known else named
    says, asked = counted(record, Asked(by=code)), counted(record, Asked(to=code))
    if known is None and not says.totals["entries"] + asked.totals["entries"]:
        return None
    spoke_in = documents_with(record, Asked(by=code))
    unheard = Asked(by=code, kind="not_heard")
    held = tuple(reviews_held(record))
    return StateSeen(
        code,
        known.name if known else code,
        says,
        asked,
        counted(record, Asked(by=code, kind="recommendation"), ("to", "position")),
        counted(record, Asked(to=code, kind="recommendation"), ("by", "position")),
        browse(record, unheard, size=most)
        if any(kind == unheard.kind for kind, _ in says.facets["kind"])
        else counted(record, unheard),
        tuple(one for one in held if one.symbol not in spoke_in and one.state != code),
        tuple(one for one in held if one.state == code),
        held,
    )
