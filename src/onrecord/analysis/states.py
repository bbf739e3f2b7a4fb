"""What a State asks of others, what it is asked, and where it was silent or not heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from onrecord.record.browse import FACETS, Asked, Facet, Found, browse, counted
from onrecord.record.ledger import Bools, Ledger, Rows, ledger_of
from onrecord.record.overview import ReviewHeld, reviews_held
from onrecord.record.record import Record
from onrecord.record.unchanged import while_unchanged
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
    ledger = ledger_of(record)
    counts = while_unchanged(record, "rows of each pair", lambda: ledger.counted(None))
    is_entry, is_asked = ledger.of(source="entry"), ledger.of(source="entry", kind="recommendation")
    by, to = ledger.by(code), ledger.of(to=code)
    says, asked = _counted(ledger, counts, by & is_entry), _counted(ledger, counts, to & is_entry)
    if known is None and not says.totals["entries"] + asked.totals["entries"]:
        return None
    spoke_in = {called for called, _ in _summed(ledger, counts, by & is_entry, ["called"])["called"]}
    unheard = Asked(by=code, kind="not_heard")
    held = tuple(reviews_held(record))
    return StateSeen(
        code,
        known.name if known else code,
        says,
        asked,
        _counted(ledger, counts, by & is_asked, ["to", "position"]),
        _counted(ledger, counts, to & is_asked, ["by", "position"]),
        browse(record, unheard, size=most)
        if any(kind == unheard.kind for kind, _ in says.facets["kind"])
        else counted(record, unheard),
        tuple(one for one in held if one.symbol not in spoke_in and one.state != code),
        tuple(one for one in held if one.state == code),
        held,
    )


def _counted(ledger: Ledger, counts: Rows, fits: Bools, names: Sequence[str] = FACETS) -> Found:
    """How many entries these pairs have, and by what those can be narrowed; as from `browse.counted`."""
    facets = {
        name: tuple(
            sorted(
                (Facet(str(value), many) for value, many in values if value not in (None, "")),
                key=lambda facet: (-facet.rows, facet.value),
            )
        )
        for name, values in _summed(ledger, counts, fits, names).items()
    }
    return Found((), {"entries": int(counts[fits].sum())}, facets)


def _summed(
    ledger: Ledger, counts: Rows, fits: Bools, names: Sequence[str]
) -> dict[str, list[tuple[Any, int]]]:
    return ledger.summed(names, np.where(fits, counts, 0))
