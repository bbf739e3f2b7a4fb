"""Pictures of the page as published, with the place framed; drawn once and kept for a while."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from onrecord.documents.model import Box
from onrecord.letters.render.page_pictures import PagePictures

# PDFium may be used by one thread at a time.
_ONE_AT_A_TIME = threading.Lock()
_KEPT = 128


class Drawn(NamedTuple):
    """A picture as PNG, with its size in pixels."""

    data: bytes
    width: int
    height: int


def pages_of(boxes: Sequence[Box]) -> list[int]:
    """The pages on which these boxes lie, in order; those without a place on a page give none."""
    return sorted({box.page for box in boxes if box.x1 > box.x0 and box.y1 > box.y0})


@lru_cache(maxsize=_KEPT)
def pictures(original: Path, paragraph: tuple[Box, ...], frames: tuple[Box, ...]) -> tuple[Drawn, ...]:
    """A picture for each page of the frames (of the paragraph, where nothing in it is framed).

    None where the original is no PDF that can be drawn.
    """
    with _ONE_AT_A_TIME, PagePictures() as drawing:
        made = drawing.of(original, "", paragraph, frames)
    return tuple(Drawn(picture.data, picture.width, picture.height) for picture in made)
