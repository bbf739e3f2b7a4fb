"""Every kind of fault that can be planted: its name, how it is planted, and which rules may find it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.planted.right import Edit, Planted, Right

Plants = Callable[[Right, Random], Iterator[tuple[Edit, ...]]]


@dataclass(frozen=True)
class Kind:
    """A kind of fault: `plants` offers edits, the first of which is taken; `rules` may report it."""

    name: str
    plants: Plants
    rules: frozenset[str]

    def plant(self, right: Right, rng: Random) -> Planted | None:
        """The letter with a fault of this kind, or None where the letter has no place for one."""
        for edits in self.plants(right, rng):
            planted = Planted(self.name, right.text, edits)
            if planted.text != right.text:
                return planted
        return None


KINDS: dict[str, Kind] = {}


def kind(*rules: str) -> Callable[[Plants], Plants]:
    """Enters a function under its own name among the kinds; `rules` are those that may report the fault."""

    def enter(plants: Plants) -> Plants:
        name = plants.__name__
        KINDS[name] = Kind(name, plants, frozenset(rules))
        return plants

    return enter
