"""Two drafts as one letter in two languages."""

from __future__ import annotations

import pytest

from onrecord.errors import NotOnRecord, UsageError
from onrecord.record.draft_pairs import in_step, pair_drafts, paired_with, part_drafts, say_in_step
from onrecord.record.drafts import open_draft, save_version, versions
from onrecord.record.record import Record, open_record


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record") as opened:
        for name in ("en", "ko", "other"):
            open_draft(opened, name, f"The words of {name}.")
        yield opened


def newest(record: Record, number: int) -> int:
    return versions(record, number)[0].id


def test_each_of_a_pair_stands_beside_the_other(record):
    assert paired_with(record, 1) == 0
    pair_drafts(record, 1, 2, who="Kim")
    assert (paired_with(record, 1), paired_with(record, 2)) == (2, 1)


def test_a_draft_that_is_paired_anew_leaves_its_old_one(record):
    pair_drafts(record, 1, 2)
    pair_drafts(record, 3, 2)
    assert [paired_with(record, number) for number in (1, 2, 3)] == [0, 3, 2]


def test_parted_drafts_stand_beside_nothing(record):
    pair_drafts(record, 1, 2)
    part_drafts(record, 2)
    assert (paired_with(record, 1), paired_with(record, 2)) == (0, 0)
    part_drafts(record, 2)


def test_what_was_in_step_is_kept_by_version_whichever_side_is_asked(record):
    pair_drafts(record, 1, 2)
    assert in_step(record, 1, 2) is None
    before = newest(record, 1), newest(record, 2)
    say_in_step(record, (1, 2), before, who="Kim")
    save_version(record, 1, "Other words.", why="edited")
    assert in_step(record, 1, 2)[:2] == before
    assert in_step(record, 2, 1)[:2] == before[::-1]
    say_in_step(record, (2, 1), (newest(record, 2), newest(record, 1)), who="Lee")
    assert in_step(record, 1, 2)[:2] == (newest(record, 1), newest(record, 2))
    assert in_step(record, 1, 2).who == "Lee"


def test_what_is_not_there_cannot_be_paired(record):
    with pytest.raises(NotOnRecord, match="no letter 9"):
        pair_drafts(record, 1, 9)
    with pytest.raises(UsageError, match="beside itself"):
        pair_drafts(record, 1, 1)
    with pytest.raises(NotOnRecord, match="no version"):
        say_in_step(record, (1, 2), (newest(record, 2), newest(record, 2)))
