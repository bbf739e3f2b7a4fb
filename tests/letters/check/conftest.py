"""What the tests of the check share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from fake_record import FakeRecord, sample_record

from onrecord.letters.check import check
from onrecord.letters.model import Check, Finding
from onrecord.letters.read import parse_letter

Checks = Callable[[str], Check]
Finds = Callable[[str, str], list[Finding]]


@pytest.fixture
def record() -> FakeRecord:
    return sample_record()


@pytest.fixture
def checks(record: FakeRecord) -> Checks:
    """A letter's text, checked against the sample record."""
    return lambda text: check(parse_letter(text, "letter.txt"), record)


@pytest.fixture
def finds(checks: Checks) -> Finds:
    """The findings of one rule in a letter's text."""
    return lambda rule, text: [f for f in checks(text).findings if f.rule == rule]
