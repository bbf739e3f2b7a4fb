"""What pages show of a review in brief is what is told of it in full, on real reports with their answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.analysis.cycles import in_dialogue, reviewed, reviewed_in_brief
from onrecord.record.add import add_paths
from onrecord.record.positions import answers_on, resolve
from onrecord.record.record import open_record

REVIEWS = {
    "A/HRC/14/15": ["slovenia/cycle1/g1012049.pdf", "slovenia/cycle1/g1012465.pdf"],
    "A/HRC/25/5": ["upr_reports/pdf/china2013.pdf", "china/Matrix_recommendations_2013.docx"],
    "A/HRC/11/25": ["upr_reports/pdf/china2009.pdf"],
}


@pytest.mark.parametrize("symbol", REVIEWS)
def test_a_review_in_brief_tells_what_it_tells_in_full(
    shared_data: Path, tmp_path: Path, symbol: str
) -> None:
    files = [shared_data / name for name in REVIEWS[symbol]]
    if not all(file.exists() for file in files):
        pytest.skip("not all of these documents are among the shared ones")
    with open_record(tmp_path / "record") as record:
        assert not add_paths(record, files).failed
        brief, whole = reviewed_in_brief(record, symbol), reviewed(record, symbol)
        assert len(brief.recommended) > 20
        assert (brief.positions, brief.in_dialogue) == (whole.positions, whole.in_dialogue)
        assert (brief.spoke, brief.not_heard) == (whole.spoke, whole.not_heard)
        for left, one in zip(brief.recommended, whole.recommended, strict=True):
            entry, found = one.entry, one.resolved
            assert left[:4] == (entry.symbol, entry.pinpoint, entry.by, entry.text)
            assert left.stands == (found.position, found.as_written, found.comment, found.at)
        entries = record.entries(symbol=symbol)
        answers = answers_on(record, {"CHN"})
        told = [e for e in entries if e.kind == "recommendation" and e.section == "dialogue"]
        assert [(one.text, one.stands.position) for one in in_dialogue(record, symbol)] == [
            (entry.text, resolve(entry, entries, answers).position) for entry in told
        ]
        assert reviewed_in_brief(record, symbol) is brief
