"""No search for garbage while a check runs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Put off Python's search for circular garbage until the end.

    A check reads some hundred thousand values of the record, which refer to no one in circles; going over all of
    them again and again took a quarter of its time, and a pause of a fifth of a second in the midst of typing.
    Where another thread turns the search on again meanwhile, only that gain is lost.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
