"""The packaged example builds in both languages, alike in keys, and our own check finds its words right."""

from __future__ import annotations

from pathlib import Path

from onrecord.letters.bilingual.compare import compare
from onrecord.letters.check import check
from onrecord.letters.compose.build import compose
from onrecord.letters.compose.reading import read_source
from onrecord.letters.example.source import write_example
from onrecord.letters.read import parse_letter
from onrecord.letters.render.letter_text import letter_text
from onrecord.record.record import Record


def test_the_example_builds_in_both_languages_without_a_word_of_warning(record: Record, tmp_path: Path):
    write_example(tmp_path)
    english, korean = (read_source(tmp_path / f"{language}.md") for language in ("en", "ko"))
    assert [block.key for block in english.blocks] == [block.key for block in korean.blocks]
    assert [list(block.cites()) for block in english.blocks if block.key != "second-review"] == [
        list(block.cites()) for block in korean.blocks if block.key != "second-review"
    ]
    for source in (english, korean):
        composed = compose(source, record)
        assert composed.problems == ()
        assert (len(composed.letter.notes), len(composed.quoted), len(composed.letter.signatories)) == (
            9,
            3,
            2,
        )


def test_the_two_languages_of_the_example_say_the_same(record: Record, tmp_path: Path):
    write_example(tmp_path)
    english, korean = (
        compose(read_source(tmp_path / f"{language}.md"), record).letter for language in ("en", "ko")
    )
    told = compare(english, korean)
    assert told.compared > 50
    assert [one.message for one in told.differences if one.severity != "notice"] == []


def test_every_quotation_and_citation_of_the_example_stands_on_the_record(record: Record, tmp_path: Path):
    write_example(tmp_path)
    letter = compose(read_source(tmp_path / "en.md"), record).letter
    found = check(parse_letter(letter_text(letter).decode("utf-8"), "en.txt"), record)
    assert [one.verdict for one in found.quotations[:2]] == ["verbatim_with_marked_changes"] * 2
    assert {one.status for one in found.citations if one.symbol} == {"resolved"}
    assert [one for one in found.findings if one.severity == "error"] == []
