"""Where States lie and to which regional group they belong (data/places.csv).

Groups are those of the General Assembly ("Regional groups of Member States", Department for General Assembly
and Conference Management). The United States of America, which is in no group, is counted with the group with
which it votes in elections. Places are the middle of a State to a degree, for maps alone.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from onrecord.un.state_names import rows

GROUPS = (
    "african",
    "asia_pacific",
    "eastern_european",
    "latin_american_caribbean",
    "western_european_others",
)


class PlaceOfState(NamedTuple):
    """A State's regional group ("" for none), and its middle in degrees, north and east positive."""

    group: str
    latitude: int
    longitude: int


@cache
def places() -> dict[str, PlaceOfState]:
    """Every State's place by its ISO 3166 alpha-3 code."""
    return {
        row["code"]: PlaceOfState(row["group"], int(row["latitude"]), int(row["longitude"]))
        for row in rows("places")
    }


@cache
def tiles() -> dict[str, tuple[int, int]]:
    """A square of its own for each State, as (column, row) from 0: a map on which small States are seen as well.

    Squares are taken from the middle of Europe outwards, each State the free one nearest to its place; so
    neighbours stay near one another, and nobody is drawn larger than another.
    """
    taken: dict[tuple[int, int], str] = {}
    for code, place in sorted(places().items(), key=lambda pair: (_crowd(pair[1]), pair[0])):
        column, row = (place.longitude + 180) / _DEGREES_ACROSS, (90 - place.latitude) / _DEGREES_DOWN
        free = ((c, r) for c in range(_COLUMNS) for r in range(_ROWS) if (c, r) not in taken)
        taken[min(free, key=lambda at: ((at[0] - column) ** 2 + (at[1] - row) ** 2, at))] = code
    west, north = min(c for c, _ in taken), min(r for _, r in taken)
    return {code: (column - west, row - north) for (column, row), code in taken.items()}


_DEGREES_ACROSS, _DEGREES_DOWN = 9.0, 6.0
_COLUMNS, _ROWS = 42, 26


def _crowd(place: PlaceOfState) -> tuple[int, int]:
    """The crowded places first, so that they keep together: by the distance from the middle of Europe."""
    return ((place.longitude - 12) ** 2 + (place.latitude - 47) ** 2) // 400, place.longitude
