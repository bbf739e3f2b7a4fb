from __future__ import annotations

import io
from pathlib import Path

import pytest
from dossier_sample import sample_record
from PIL import Image

from onrecord.documents.model import Box
from onrecord.letters.render.page_pictures import FRAME, SCALE, PagePictures
from onrecord.letters.render.sheet import Picture

PARAGRAPH = [Box(1, 90, 740, 505, 754), Box(1, 90, 727, 505, 740)]


@pytest.fixture
def original(tmp_path: Path) -> Path:
    return sample_record(tmp_path).stored[0].original


def opened(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.data)).convert("RGB")


def reddish(image: Image.Image) -> list[tuple[int, int]]:
    """The points that have the frame's colour, give or take the palette."""
    width, height = image.size
    return [
        (x, y)
        for x in range(width)
        for y in range(height)
        if sum(abs(a - b) for a, b in zip(image.getpixel((x, y)), FRAME, strict=True)) < 60
    ]


def test_the_frame_stands_around_the_words_meant_and_inside_the_picture(original: Path) -> None:
    with PagePictures() as pictures:
        (picture,) = pictures.of(original, "para. 28", PARAGRAPH, PARAGRAPH[1:])
    points = reddish(opened(picture))
    height = max(y for _, y in points) - min(y for _, y in points)
    assert 13 * SCALE - 2 <= height <= 20 * SCALE
    assert min(x for x, _ in points) > 0
    assert max(x for x, _ in points) < picture.width - 1


def test_without_words_the_paragraph_itself_is_framed(original: Path) -> None:
    with PagePictures() as pictures:
        (picture,) = pictures.of(original, "para. 28", PARAGRAPH, [])
    points = reddish(opened(picture))
    assert max(y for _, y in points) - min(y for _, y in points) >= 27 * SCALE


def test_the_same_place_is_drawn_once(original: Path) -> None:
    with PagePictures() as pictures:
        first = pictures.of(original, "para. 28", PARAGRAPH, [])
        assert pictures.of(original, "para. 28", PARAGRAPH, [])[0] is first[0]


def test_a_paragraph_on_two_pages_gives_two_pictures_and_a_missing_page_none(original: Path) -> None:
    with PagePictures() as pictures:
        assert len(pictures.of(original, "para. 28", PARAGRAPH, [])) == 1
        assert pictures.of(original, "para. 28", [*PARAGRAPH, Box(9, 90, 700, 505, 712)], []) == ()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 broken", b"plain text"])
def test_what_is_no_pdf_gives_no_picture(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "original.pdf"
    path.write_bytes(data)
    with PagePictures() as pictures:
        assert pictures.of(path, "para. 28", PARAGRAPH, []) == ()
