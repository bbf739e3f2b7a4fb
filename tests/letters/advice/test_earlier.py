"""Which recommendations to a State stand behind the advice."""

from __future__ import annotations

from pathlib import Path

from onrecord.letters.advice.earlier import recommendations
from onrecord.record.add import add_paths
from onrecord.record.record import open_record


def test_what_was_refused_where_the_dialogue_tells_it_is_part_of_a_state_s_record(
    shared_data: Path, tmp_path: Path
) -> None:
    """A/HRC/11/25, para. 117, refuses recommendations of the dialogue that stand in no list, as 28 (g)."""
    with open_record(tmp_path / "record") as record:
        add_paths(record, [shared_data / "upr_reports" / "pdf" / "china2009.pdf"])
        found = recommendations(record, "CHN")
    by_pinpoint = {entry.pinpoint: entry.position for entry in found}
    assert by_pinpoint["28 (g)"] == "noted"
    assert by_pinpoint["114.1"] == "supported"
    assert len(found) == len({(entry.pinpoint, entry.part) for entry in found})
