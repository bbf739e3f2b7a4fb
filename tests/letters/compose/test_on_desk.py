"""Sources that lie on the desk as drafts."""

from __future__ import annotations

import pytest

from onrecord.letters.compose.built import NoteCall
from onrecord.letters.compose.on_desk import compose_draft, source_of_draft
from onrecord.record.drafts import draft, listed_drafts, open_draft, text_of, versions
from onrecord.record.record import open_record

LETTER = """\
January 3, 2024

Dear Minister,

It was said before.1 It was said again.2

Sincerely,

____

1 Report of the Working Group on the Universal Periodic Review: China, A/HRC/11/25 (5 October 2009), para. 5, \
https://undocs.org/A/HRC/11/25

2 Id., para. 7.
"""
SOURCE = "---\ndate: 2024-01-03\nsources: sources.json\n---\n\nWords.[@book]\n"
ITEMS = '[{"id": "book", "type": "book", "title": "A Book", "issued": {"date-parts": [[2020]]}}]'


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record") as opened:
        yield opened


def notes(composed):
    return ["".join(getattr(one, "text", "") for one in note.inlines) for note in composed.letter.notes]


def test_a_list_of_sources_is_found_beside_the_letter_by_its_name(record):
    missing = compose_draft(SOURCE, "letter.md", record)
    assert "no list of sources “sources.json” on the desk" in missing.errors[0].message
    open_draft(record, "sources.json", ITEMS)
    made = compose_draft(SOURCE, "letter.md", record)
    assert made.errors == ()
    assert "A Book" in notes(made)[0]


def test_a_list_that_is_none_is_told(record):
    open_draft(record, "sources.json", "These are words.")
    assert "sources.json is no JSON" in compose_draft(SOURCE, "letter.md", record).errors[0].message


def test_a_letter_becomes_a_source_whose_notes_move_by_themselves(record):
    number = open_draft(record, "letter.txt", LETTER)
    made = source_of_draft(record, number)
    assert [one.draft.name for one in listed_drafts(record)][:2] == ["letter.md", "letter.sources.json"]
    text = text_of(record, made, versions(record, made)[0].id)
    assert text_of(record, number, versions(record, number)[0].id) == LETTER
    assert notes(compose_draft(text, "letter.md", record))[1] == "Id., para. 7."
    between = compose_draft(
        text.replace("It was said again", "^[Another source.] It was said again"), "letter.md", record
    )
    assert between.errors == ()
    assert notes(between)[1] == "Another source."
    assert "A/HRC/11/25" in notes(between)[2]
    calls = [
        one.number for block in between.letter.blocks for one in block.inlines if isinstance(one, NoteCall)
    ]
    assert calls == [1, 2, 3]


def test_what_is_missing_in_the_letter_is_told_with_the_source(record):
    number = open_draft(record, "letter.txt", LETTER.replace("again.2", "again.3"))
    made = source_of_draft(record, number)
    [told] = [one for one in draft(record, made).problems if "Marker" in one]
    assert "Marker 3 calls a note that the letter does not have" in told
    text = text_of(record, made, versions(record, made)[0].id)
    assert "empty-note" in [one.rule for one in compose_draft(text, "letter.md", record).errors]
