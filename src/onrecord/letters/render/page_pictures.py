"""Pictures of the pages of stored originals, cut to a paragraph, with the place framed."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from onrecord.documents.model import Box
from onrecord.letters.render.sheet import Picture

SCALE = 2.5  # pixels to a point: 180 to the inch, sharp on paper and on fine screens
MARGIN = 20.0
WHOLE_PARAGRAPH = 300.0  # points; a taller paragraph is cut to what surrounds the frame
AROUND_FRAME = 70.0
FRAME = (176, 58, 12)
WASH = (255, 241, 178)
COLOURS = 24


class Region(NamedTuple):
    """A rectangle in a page's own coordinates, in points from its lower left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


class PagePictures:
    """Makes pictures from PDF originals; opens each file once and makes each picture once.

    Use as a context manager: leaving it closes the files.
    """

    def __init__(self) -> None:
        self._files: dict[Path, pdfium.PdfDocument] = {}
        self._made: dict[str, Picture] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()
        self._files.clear()

    def of(
        self, original: Path, title: str, paragraph: Sequence[Box], frames: Sequence[Box]
    ) -> tuple[Picture, ...]:
        """One picture for each page that holds a frame; none where the original is no readable PDF.

        `paragraph` are the boxes of the whole paragraph, `frames` of the words meant; where no words
        are meant the paragraph itself is framed. `title` names the place in caption and description.
        """
        wanted = frames or paragraph
        try:
            return tuple(
                self._picture(original, title, [b for b in paragraph if b.page == page], list(boxes))
                for page, boxes in groupby(sorted(wanted), key=lambda box: box.page)
            )
        except (pdfium.PdfiumError, OSError, IndexError):
            return ()

    def _picture(self, original: Path, title: str, paragraph: list[Box], frames: list[Box]) -> Picture:
        key = hashlib.sha256(f"{original}|{paragraph}|{frames}".encode()).hexdigest()[:12]
        if key not in self._made:
            page_number = frames[0].page
            image = self._draw(original, page_number, paragraph, frames)
            self._made[key] = Picture(
                name=f"p{key}",
                data=_png(image),
                width=image.width,
                height=image.height,
                caption=f"Page {page_number}, as printed; the place is framed",
                alt=f"Page {page_number} of the original with {title}, framed; its words stand above.",
            )
        return self._made[key]

    def _draw(self, original: Path, number: int, paragraph: list[Box], frames: list[Box]) -> Image.Image:
        page = self._page(original, number)
        left, bottom, right, top = page.get_cropbox()
        view = _view(Region(left, bottom, right, top), _around(paragraph or frames), _around(frames))
        crop = (view.x0 - left, view.y0 - bottom, right - view.x1, top - view.y1)
        upright = page.get_rotation() == 0
        bitmap = page.render(scale=SCALE, crop=crop if upright else (0, 0, 0, 0), optimize_mode="print")
        image = bitmap.to_pil().convert("RGB")
        page.close()
        # A turned page has other coordinates than its text: it is shown whole rather than framed wrongly.
        return _framed(image, view, frames) if upright else image

    def _page(self, original: Path, number: int) -> pdfium.PdfPage:
        if original not in self._files:
            self._files[original] = pdfium.PdfDocument(original)
        return self._files[original][number - 1]


def _around(boxes: Iterable[Box]) -> Region:
    found = list(boxes)
    return Region(
        min(b.x0 for b in found), min(b.y0 for b in found), max(b.x1 for b in found), max(b.y1 for b in found)
    )


def _view(page: Region, paragraph: Region, frame: Region) -> Region:
    tall = paragraph.y1 - paragraph.y0 > WHOLE_PARAGRAPH
    low, high = (
        (frame.y0 - AROUND_FRAME, frame.y1 + AROUND_FRAME)
        if tall
        else (paragraph.y0 - MARGIN, paragraph.y1 + MARGIN)
    )
    # The whole width of the text, whatever the paragraph's own: pictures of one document then match.
    inset = (page.x1 - page.x0) * 0.13
    return Region(
        max(page.x0, min(page.x0 + inset, min(paragraph.x0, frame.x0) - MARGIN)),
        max(page.y0, low),
        min(page.x1, max(page.x1 - inset, max(paragraph.x1, frame.x1) + MARGIN)),
        min(page.y1, high),
    )


def _framed(image: Image.Image, view: Region, frames: list[Box]) -> Image.Image:
    wash = Image.new("RGB", image.size, (255, 255, 255))
    brush = ImageDraw.Draw(wash)
    for box in frames:
        brush.rectangle(_pixels(box, view, 2.0, 0.0), fill=WASH)
    # The darker of both: the paper takes the colour, the print stays as black as it was.

    image = ImageChops.darker(image, wash)
    around = _around(frames)
    ImageDraw.Draw(image).rectangle(_pixels(Box(0, *around), view, 5.0, 1.0), outline=FRAME, width=4)
    return image


def _pixels(box: Box, view: Region, wider: float, taller: float) -> tuple[float, float, float, float]:
    return (
        (box.x0 - wider - view.x0) * SCALE,
        (view.y1 - box.y1 - taller) * SCALE,
        (box.x1 + wider - view.x0) * SCALE,
        (view.y1 - box.y0 + taller) * SCALE,
    )


def _png(image: Image.Image) -> bytes:
    held = io.BytesIO()
    palette = image.quantize(colors=COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette.save(held, format="PNG", optimize=True)
    return held.getvalue()
