"""A letter that exists becomes a source that builds to the same words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.letters.compose.build import compose
from onrecord.letters.compose.importing.differences import differences_as_printed
from onrecord.letters.compose.importing.escaping import escaped, yaml_words
from onrecord.letters.compose.importing.job import as_source, import_letter
from onrecord.letters.compose.no_record import NoRecord
from onrecord.letters.compose.reading import parse_source, read_source
from onrecord.letters.example.cards import letter_text as example_text
from onrecord.letters.read import parse_letter, read_letter
from onrecord.letters.render.letter_docx import letter_docx
from onrecord.letters.render.letter_html import letter_html
from onrecord.letters.render.letter_text import letter_text
from onrecord.record.record import Record

REPORT = "Report of the Working Group on the Universal Periodic Review: China, A/HRC/11/25 (5 October 2009)"
LETTER = f"""\
Coalition for Safe Passage
12 Any Street, Seoul

3 May 2026

To the Minister of Foreign Affairs
Ministry of Foreign Affairs

cc: Ms Example, Director

Re: A matter

Dear Minister,

We write * with 2_000 reasons, [sic] and <care> now.1 And again.2

Please put these questions:

  1. Does China?
  2. Will it?3

We remain, etc.

Signed by (as of 2 May 2026):

Kim Example (sister of a prisoner)
Example Network (EN)

________

1 {REPORT}, para. 30, https://undocs.org/A/HRC/11/25

2 Id., paras. 26 and 28(g).

3 Example, “A page” (2 May 2024), https://example.org/a_b
"""


def imported(text: str, name: str = "letter.txt"):
    return as_source(parse_letter(text, name), NoRecord(), Path("letter.md"))


def test_head_text_notes_asks_and_signatories_are_taken_over():
    made = imported(LETTER)
    source = parse_source(made.text)
    about = source.about
    assert (about.date, about.date_as_printed, about.subject) == ("2026-05-03", "3 May 2026", "A matter")
    assert (about.title, about.letterhead) == ("", ("Coalition for Safe Passage", "12 Any Street, Seoul"))
    assert about.addressee == ("To the Minister of Foreign Affairs", "Ministry of Foreign Affairs")
    assert about.copies == ("Ms Example, Director",)
    assert [(one.name, one.detail) for one in about.signatories] == [
        ("Kim Example", "sister of a prisoner"),
        ("Example Network (EN)", ""),
    ]
    assert (about.as_of, about.as_of_as_printed) == ("2026-05-02", "2 May 2026")
    assert [block.name for block in source.asks()] == ["Q1", "Q2"]
    assert "[^2]: [@A/HRC/11/25, paras. 26 and 28(g)]" in made.text
    assert not source.problems


def test_the_built_letter_has_the_same_words_but_for_labels():
    made = imported(LETTER)
    assert [(one.was, one.now) for one in made.differences] == [
        ("cc:", ""),
        ("Re:", ""),
        ("Signed by (as of 2 May 2026):", ""),
    ]
    assert len(made.composed.letter.notes) == 3


def test_the_packaged_letter_comes_through_with_its_missing_note_told():
    made = imported(example_text())
    assert [(one.was, one.now) for one in made.differences] == [("Re:", "")]
    missing = [one for one in made.findings if one.rule == "missing-note"]
    assert [(one.severity, one.line) for one in missing] == [("error", 17)]


def test_an_id_that_nobody_can_resolve_stays_in_words_and_is_told():
    made = imported(LETTER.replace("2 Id., paras. 26 and 28(g).", "2 A book, and another; Id., para. 5."))
    assert "note-as-words" in {one.rule for one in made.findings}
    assert [one.was for one in made.differences] == ["cc:", "Re:", "Signed by (as of 2 May 2026):"]


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("bracketed.txt", [("Date:", "")]),
        ("inline.md", []),
        ("korean.txt", []),
        ("markdown_notes.md", []),
        ("un_style.txt", []),
    ],
)
def test_letters_in_other_forms_come_through_word_for_word(record: Record, name: str, left):
    letter = read_letter(Path(__file__).parents[1] / "letters" / name)
    made = as_source(letter, record, Path("letter.md"))
    assert [(one.was, one.now) for one in made.differences] == left


def test_notes_out_of_order_are_numbered_as_they_are_called_and_what_differs_is_told(record: Record):
    letter = read_letter(Path(__file__).parents[1] / "letters" / "out_of_order.txt")
    made = as_source(letter, record, Path("letter.md"))
    assert [one.rule for one in made.findings if one.severity == "warning"] == ["note-without-marker"] * 2
    assert "A/HRC/25/2, para. 900." in [one.was for one in made.differences]
    numbers = [note.number for note in made.composed.letter.notes]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("render", [letter_docx, letter_html])
def test_a_word_file_and_a_web_page_come_back_with_emphasis_links_and_headings(tmp_path: Path, render):
    text = (
        "---\ndate: 2026-10-01\nsubject: A matter\n---\nDear Minister,\n\n## What they *said*\n\n"
        "We write *in haste* and **with care** of [a report](https://example.org/a_b).[@A/HRC/11/25, para. 30] "
        "Again.[@A/HRC/11/25, para. 26] And.^[Our own.]\n\n- one\n- two\n\nWe ask these questions:\n\nQ1. Will you?\n"
    )
    letter = compose(parse_source(text), NoRecord()).letter
    name = "letter.docx" if render is letter_docx else "letter.html"
    (tmp_path / name).write_bytes(render(letter))
    made = import_letter(tmp_path / name, NoRecord(), tmp_path / "back.md")
    assert "*in haste* and **with care** of [a report](<https://example.org/a_b>)." in made.text
    assert "# What they *said*" in made.text
    assert "- one\n- two" in made.text
    assert "Q1. Will you?" in made.text
    assert [one.was for one in made.differences] == ["Re:"]
    again = compose(read_source(tmp_path / "back.md"), NoRecord())
    assert [note.inlines for note in again.letter.notes] == [note.inlines for note in letter.notes]


def test_nothing_is_written_over_unasked(tmp_path: Path):
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    import_letter(letter, NoRecord(), tmp_path / "letter.md")
    assert read_source(tmp_path / "letter.md").about.sources == "letter.sources.json"
    with pytest.raises(Exception, match="is there already"):
        import_letter(letter, NoRecord(), tmp_path / "letter.md")
    import_letter(letter, NoRecord(), tmp_path / "letter.md", replace_files=True)


@pytest.mark.corpus
def test_the_founding_letter_builds_to_an_equal_letter(record: Record, shared_letter: Path, tmp_path: Path):
    made = import_letter(shared_letter, record, tmp_path / "letter.md")
    told = made.as_json()
    assert (told["notes"], told["questions"], told["recommendations"], told["signatories"]) == (24, 10, 5, 11)
    assert [one.message for one in made.findings if one.severity == "error"] == [
        "Marker 24 calls a note that the letter does not have."
    ]
    # Labels that On Record prints itself, and two lines of the web page that the letter was saved from.
    assert [(one.was, one.now) for one in made.differences] == [
        ("CC.", ""),
        ("Re:", ""),
        ("Signature organizations and individuals (as of January 3, 2024)", ""),
        ("Download the English PDF Download the Korean PDF", ""),
    ]


@pytest.mark.corpus
def test_the_founding_letter_as_text_is_read_back_as_the_same_letter(shared_letter: Path):
    made = as_source(read_letter(shared_letter), NoRecord(), Path("letter.md"))
    printed = parse_letter(letter_text(made.composed.letter).decode("utf-8"), "letter.txt")
    assert (len(printed.notes), len(printed.markers)) == (24, 24)
    assert [ask.name for ask in printed.asks] == [f"Q{n}" for n in range(1, 11)] + [
        f"R{n}" for n in range(1, 6)
    ]
    assert [(one.was, one.now) for one in differences_as_printed(made.letter, printed)] == [
        ("CC.", "Cc:"),
        ("Signature organizations and individuals", "Signatories"),
        ("Download the English PDF Download the Korean PDF", ""),
    ]


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" *_[]`<>{}#!&^@\\"),
        min_size=1,
    )
)
@settings(max_examples=150, deadline=None)
def test_escaped_words_print_as_they_are(words: str):
    words = " ".join(words.split())
    typed = escaped(words, first=True)
    printed = " ".join(block.words for block in parse_source(f"---\ndate: 2026-01-01\n---\n{typed}\n").blocks)
    every = escaped(words, first=True, every=True)
    always = " ".join(block.words for block in parse_source(f"---\ndate: 2026-01-01\n---\n{every}\n").blocks)
    assert words in (printed, always)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"))))
@settings(max_examples=100, deadline=None)
def test_words_of_the_front_matter_are_read_back(words: str):
    words = " ".join(words.split())
    about = parse_source(f"---\ndate: 2026-01-01\nsubject: {yaml_words(words)}\n---\n").about
    assert about.subject == words
