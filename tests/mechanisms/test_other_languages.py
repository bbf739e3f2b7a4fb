"""Working Group reports in other languages than English."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries


@pytest.mark.corpus
def test_a_report_in_spanish_gives_its_facts_lists_and_positions(shared_data: Path) -> None:
    document = read_document(shared_data / "bolivia_es" / "A_HRC_14_7_Bolivia_2010_es.pdf")
    reading = read_entries(document)
    assert (document.symbol, document.language, document.date) == ("A/HRC/14/7", "es", "2010-03-15")
    assert reading.review is not None
    assert (reading.review.state, reading.review.session, reading.review.date) == ("BOL", 7, "2010-02-10")
    listed = [entry for entry in reading.entries if entry.kind == "recommendation"]
    assert Counter((entry.position, bool(entry.by)) for entry in listed) == {("supported", True): 78}
    assert listed[0].by == ("NGA", "CHE", "ARG")
