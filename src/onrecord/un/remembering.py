"""Remembers what was found in a text: a letter that is being written is looked at again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

MOST = 4096
"""How many texts are remembered; a letter of ten pages has some four hundred sentences and paragraphs."""

LONGEST = 8_000
"""Characters of the longest text that is remembered: no whole document stays in memory."""


def remembered(find: Callable[Concatenate[str, P], list[T]]) -> Callable[Concatenate[str, P], list[T]]:
    """The same function, which answers a text that it has seen from memory.

    For functions of their arguments alone. Each answer is a list of its own, so that nobody can change
    another's. Any number of threads may call it.
    """

    def found(text: str, /, *args: P.args, **kwargs: P.kwargs) -> tuple[T, ...]:
        return tuple(find(text, *args, **kwargs))

    kept: Callable[..., tuple[T, ...]] = lru_cache(maxsize=MOST)(found)

    @wraps(find)
    def answer(text: str, /, *args: P.args, **kwargs: P.kwargs) -> list[T]:
        if len(text) > LONGEST:
            return find(text, *args, **kwargs)
        return list(kept(text, *args, **kwargs))

    return answer
