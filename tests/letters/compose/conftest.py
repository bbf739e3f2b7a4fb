"""A record of the packaged cards, and sources written in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.letters.compose.reading import parse_source
from onrecord.letters.compose.source import LetterSource
from onrecord.letters.example.cards import add_cards
from onrecord.record.record import Record, open_record

Written = Callable[..., LetterSource]


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The packaged cards of A/HRC/11/25 and A/HRC/25/5."""
    with open_record(tmp_path_factory.mktemp("compose") / "record") as opened:
        add_cards(opened)
        yield opened


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A source with this text and these lines of front matter."""

    def made(text: str, **about: str) -> LetterSource:
        lines = {"date": "2026-10-01", **about}
        head = "".join(f"{name}: {value}\n" for name, value in lines.items())
        return parse_source(f"---\n{head}---\n{text}\n", tmp_path / "letter.md")

    return made
