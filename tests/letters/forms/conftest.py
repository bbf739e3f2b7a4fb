"""What the tests of the forms share: the founding letter as blocks, and a record to check it against."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "check"))

from fake_record import FakeRecord

from onrecord.documents.read import read_document
from onrecord.letters.check import check
from onrecord.letters.forms.model import Blocks
from onrecord.letters.forms.read import blocks_of
from onrecord.letters.model import Finding, Letter
from onrecord.mechanisms.detect import read_entries


@pytest.fixture(scope="session")
def founding(shared_letter: Path) -> Blocks:
    """The founding letter as blocks, from its plain text."""
    return blocks_of(shared_letter.read_bytes(), shared_letter.name)


@pytest.fixture(scope="session")
def china(shared_data: Path) -> FakeRecord:
    """The two reports on China that the founding letter cites."""
    record = FakeRecord()
    for name in ("china2009", "china2013"):
        document = read_document(shared_data / "upr_reports" / "pdf" / f"{name}.pdf")
        reading = read_entries(document)
        record.held.append(document)
        record.said += reading.entries
        record.facts += [reading.review] if reading.review else []
    return record


@pytest.fixture(scope="session")
def findings_in(china: FakeRecord) -> Callable[[Letter], list[tuple[str, str, str]]]:
    """A letter's findings as (rule, severity, the words found fault with), in the check's order."""

    def found(letter: Letter) -> list[tuple[str, str, str]]:
        return [_told(letter, finding) for finding in check(letter, china).findings]

    return found


def _told(letter: Letter, finding: Finding) -> tuple[str, str, str]:
    words = " ".join(letter.text[finding.span.start : finding.span.end].split())
    return finding.rule, finding.severity, words
