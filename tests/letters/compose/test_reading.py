"""What a source may hold, and what is refused by line."""

from __future__ import annotations

import pytest

from onrecord.letters.compose.built import BlockKind
from onrecord.letters.compose.reading import parse_source
from onrecord.letters.compose.source import Cite, Cites, NoteHere, Quote, Reference, Words


def test_blocks_have_keys_and_lines(written):
    source = written("# Title\n\nWords. {#intro}\n\n> Quoted.\n\n- a\n- b\n\nQ1. Why?\n\n3. three")
    assert [(block.kind.value, block.key, block.line) for block in source.blocks] == [
        ("heading", "p1", 4),
        ("paragraph", "intro", 6),
        ("quotation", "p3", 8),
        ("list_item", "p4", 10),
        ("list_item", "p5", 11),
        ("question", "Q1", 13),
        ("list_item", "p6", 15),
    ]
    assert source.blocks[1].words == "Words."
    assert source.blocks[-1].number == 3
    assert source.problems == ()


@pytest.mark.parametrize(
    ("typed", "cites"),
    [
        ("@A/HRC/25/5, para. 186.241", [Cite("A/HRC/25/5", True, ("186.241",), "para. 186.241")]),
        ("see @smith2023, p. 5, on China", [Cite("smith2023", False, (), "", "p. 5", "see", "on China")]),
        (
            "@A/HRC/11/25*, paras. 28(g) and 30; @{a key}",
            [Cite("A/HRC/11/25", True, ("28 (g)", "30"), "paras. 28(g) and 30"), Cite("a key", False)],
        ),
        ("@A/RES/3379 (XXX), para. 2", [Cite("A/RES/3379 (XXX)", True, ("2",), "para. 2")]),
        ("@한국2023, 단락 5", [Cite("한국2023", False, ("5",), "단락 5")]),
    ],
)
def test_citations(written, typed, cites):
    source = written(f"Words.[{typed}]")
    note = source.blocks[0].inlines[1]
    assert isinstance(note, NoteHere)
    assert note.note is not None
    assert note.note.parts == (Cites(tuple(cites), 4),)


def test_notes_hold_words_and_citations(written):
    source = written("One[^a] two^[See *this*, [@A/HRC/25/5].]\n\n[^a]: The note\n  goes on.")
    first, second = source.blocks[0].notes()
    assert (first.key, first.parts) == ("a", (Words("The note goes on."),))
    assert second.parts[:2] == (Words("See "), Words("this", emphasis=True))
    assert isinstance(second.parts[3], Cites)


def test_commands(written):
    source = written(
        '{{quote A/HRC/25/5 186.241 from "a b" to “c” lower without note}} {{note x}} {{ask Q1}}'
    )
    quote, _, note, _, ask = source.blocks[0].inlines
    assert isinstance(quote, Quote)
    assert (quote.pinpoint, quote.first_letter, quote.with_note) == ("186.241", "lower", False)
    assert quote.reference == 'A/HRC/25/5, 186.241 from "a b" to "c"'
    assert (note, ask) == (Reference("note", "x", 4), Reference("ask", "Q1", 4))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\n\n<script>x</script>", "line 6: There is HTML"),
        ("a <b>x</b>", "line 4: There is HTML"),
        ("![x](y.png)", "There is an image"),
        ("[x](javascript:alert(1))", "a link to “javascript:alert(1)”"),
        ("[x](file:///etc/passwd)", "a link to “file:///etc/passwd”"),
        ("[x](//host/share)", "a link to “//host/share”"),
        ("```\ncode\n```", "There is a block of code"),
        ("a\n\n***", "a line across the page"),
        ("{{include /etc/passwd}}", "“{{include /etc/passwd}}” is nothing that can be put here"),
        ("{{quote A/HRC/25/5}}", "does not name one paragraph"),
        ("a \u202e b", "U+202E (right-to-left override)"),
        ("a \U000e0041 b", "the hidden character U+E0041"),
        ("Q1. a\n\nQ1. b", "Two asks are called Q1"),
        ("> > a", "a quotation inside another block"),
        ("[^a]\n\n[^a]: x\n\n[^a]: y", "Two notes are called “a”"),
        ("- a\n  - b\n    - c\n      - d\n        - e", "a list too deep"),
        ("a ^[b ^[c] d]", "a note inside a note"),
        ("[" * 5000, "brackets"),
    ],
)
def test_what_a_letter_cannot_hold_is_refused_by_line(written, text, told):
    problems = [
        problem.told("letter.md") for problem in written(text).problems if problem.severity == "error"
    ]
    assert any(told in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("a: &a [x, x]\nb: [*a, *a]", "line 2: The front matter uses an anchor or alias"),
        ("date: !!python/object/apply:os.system [ls]", "uses a tag"),
        ("date: 3 January", "line 2: “3 January” cannot be the date"),
        ("adressee: x", "Did you mean “addressee”?"),
        ("date: 2026-10-01\ndate: 2026-10-02", "“date” stands twice"),
        ("date: [2026", "is no YAML"),
        ("notes: bluebook", "Choose one of letter, un, oscola, chicago."),
        ("addressee: [[[[[[x]]]]]]", "nested too deep"),
        ("x: " + "a" * 70_000, "longer than"),
        ("- a", "has no names"),
    ],
)
def test_front_matter_is_data_and_bounded(front, told):
    problems = [
        problem.told("letter.md") for problem in parse_source(f"---\n{front}\n---\nWords.\n").problems
    ]
    assert any(told in problem for problem in problems), problems


def test_signatories_stand_where_they_are_put(written):
    source = written("a\n\n{{signatories}}\n\nb", signatories="[HanVoice, {name: Kim, detail: sister}]")
    assert [block.kind for block in source.blocks][1] is BlockKind.SIGNATORIES
    assert [(one.name, one.detail) for one in source.about.signatories] == [
        ("HanVoice", ""),
        ("Kim", "sister"),
    ]


def test_an_address_in_running_words_becomes_a_link(written):
    words = written("See https://undocs.org/A/HRC/25/5, and \\[@ this\\] a@b.org.").blocks[0].inlines
    assert words[1] == Words("https://undocs.org/A/HRC/25/5", link="https://undocs.org/A/HRC/25/5")
    assert words[2] == Words(", and [@ this] a@b.org.")
