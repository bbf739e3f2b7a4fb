"""The rooms of the workbench: each file here is one, found by its `room`. A room is added with its file."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache

from fastapi import APIRouter


@dataclass(frozen=True, slots=True)
class Room:
    """A room: its addresses, and how the navigation names it.

    `title` is marked for translation with `N_`; "" keeps the room out of the navigation. `path` is where
    the navigation leads, `order` its place there; `invites` is what the first page says of it. Pages of the
    room stand below `path`, so that the navigation can tell which room is open.
    """

    name: str
    router: APIRouter
    title: str = ""
    path: str = ""
    invites: str = ""
    order: int = 100

    def is_at(self, here: str) -> bool:
        """Whether an address belongs to this room."""
        return here == self.path or (self.path != "/" and here.startswith(f"{self.path.rstrip('/')}/"))


@cache
def rooms() -> tuple[Room, ...]:
    """Every room, in the order of the navigation."""
    modules = (
        importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)
    )
    found = [module.room for module in modules if isinstance(getattr(module, "room", None), Room)]
    return tuple(sorted(found, key=lambda room: (room.order, room.name)))
