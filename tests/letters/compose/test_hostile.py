"""Hostile sources are harmless or refused with a reason: nothing is run, read or fetched, and nothing hangs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.letters.compose.build import compose
from onrecord.letters.compose.built import Run
from onrecord.letters.compose.library import read_library
from onrecord.letters.compose.no_record import NoRecord
from onrecord.letters.compose.reading import parse_source, read_source
from onrecord.letters.compose.words import built_text

SNIPPETS = (
    "[@A/HRC/25/5, para. 1]", "[^a]", "^[", "]", "{{", "}}", "{{quote A/HRC/25/5 1}}", "{{note a}}", "Q1. ", "R2. ",
    "\n", "\n\n", "- ", "1. ", "> ", "    ", "# ", "```", "<b>", "<!--", "[x](javascript:1)", "[x](https://a.b)",
    "\n\n[^a]: ", "**", "_", "`", "\\", "{#k}", "@", "https://a.b/c_d", "\u202e", "&#8238;", "![x](y)", "가", "---\n",
)  # fmt: skip
texts = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=8), max_size=40).map("".join)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_built_or_refused_by_line(text: str):
    source = parse_source(f"---\ndate: 2026-10-01\n---\n{text}")
    composed = compose(source, NoRecord())
    assert all(1 <= problem.line <= source.text.count("\n") + 1 for problem in composed.problems)
    links = [
        inline.link
        for block in (*composed.letter.blocks, *composed.letter.notes)
        for inline in block.inlines
        if isinstance(inline, Run) and inline.link
    ]
    assert all(link.startswith(("https://", "http://", "mailto:")) for link in links)
    assert [note.number for note in composed.letter.notes] == list(range(1, len(composed.letter.notes) + 1))
    assert built_text(composed.letter)
    if not composed.errors:
        assert "\u202e" not in built_text(composed.letter)


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(("a: ", "&a ", "*a", "[", "{", "!!x ", "\n", "- ", "'", '"', "|\n", "? "))
    ).map("".join)
)
@settings(max_examples=150, deadline=None)
def test_any_front_matter_is_read_or_refused(front: str):
    source = parse_source(f"---\n{front}\n---\nWords.\n")
    assert source.about.date or source.problems


def test_deep_yaml_is_refused():
    for front in ("a: " + "[" * 20_000, "a: " + "{x: " * 10_000, "? " * 10_000):
        problems = parse_source(f"---\n{front}\n---\nWords.\n").problems
        assert problems[0].rule == "front-matter"


@pytest.mark.parametrize(
    "named", ["/etc/hostname", "../outside.json", "link.json", "folder/../../outside.json"]
)
def test_a_sources_file_outside_the_letters_folder_is_not_read(tmp_path: Path, named: str):
    folder = tmp_path / "letter"
    folder.mkdir()
    (tmp_path / "outside.json").write_text('[{"id": "secret"}]', encoding="utf-8")
    (folder / "link.json").symlink_to(tmp_path / "outside.json")
    with pytest.raises(InputError, match="lies outside the letter's folder"):
        read_library(named, folder / "letter.md")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ('{"a": 1}', "is no list of sources"),
        ('[{"title": "x"}]', "source 1 has no “id”"),
        ('[{"id": "a"}, {"id": "a"}]', "two sources have the key “a”"),
        ('[{"id": "a", "title": "x\\u202ey"}]', "U+202E"),
        ('[{"id": "a", "title": [[[[[[[["x"]]]]]]]]}]', "lists too deep"),
    ],
)
def test_a_broken_sources_file_is_told(tmp_path: Path, content: str, told: str):
    (tmp_path / "sources.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_library("sources.json", tmp_path / "letter.md")
    assert told in str(caught.value)


@pytest.mark.parametrize("style", ["letter", "un", "oscola", "chicago"])
@given(
    st.dictionaries(
        st.sampled_from(("title", "author", "issued", "container-title", "URL", "publisher", "type", "page")),
        st.none() | st.text(max_size=12) | st.integers() | st.lists(st.text(max_size=4), max_size=2)
        | st.just([{"family": "Kim"}]) | st.just({"date-parts": [[2023, 1]]}) | st.just({"date-parts": [["x"]]})
        | st.just("<i>a</i> <script>b</script>"),
    )
)  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_any_item_of_a_sources_file_is_printed_or_told(style: str, item: dict[str, object]):
    text = (
        f"---\ndate: 2026-10-01\nnotes: {style}\n---\nOne.[@x, p. 5] Two.[@A/HRC/25/5, para. 1] Three.[@x]\n"
    )
    composed = compose(parse_source(text), NoRecord(), items={"x": {**item, "id": "x"}})
    json.dumps(built_text(composed.letter))
    told = {problem.rule for problem in composed.errors}
    assert len(composed.letter.notes) == 3
    printed = ["".join(getattr(run, "text", "") for run in note.inlines) for note in composed.letter.notes]
    assert all(printed) or "unprintable-source" in told


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", 'https://a.b/"><script>', 5, None]
)
@pytest.mark.parametrize("day", [[[2023, 99, 99]], [["²"]], [[99999, 1]], [2023], "2023", [[2023, 2, 30]]])
def test_a_document_described_badly_is_cited_by_its_own_address_and_without_a_date(language, address, day):
    item = {
        "id": "x",
        "number": "A/HRC/99/1",
        "title": ["no text"],
        "URL": address,
        "issued": {"date-parts": day},
    }
    text = f"---\ndate: 2026-10-01\nlanguage: {language}\n---\nOne.[@A/HRC/99/1, para. 5]\n"
    composed = compose(parse_source(text), NoRecord(), items={"x": item})
    note = composed.letter.notes[0].inlines
    place = "단락 5" if language == "ko" else "para. 5"
    assert "".join(run.text for run in note) == f"A/HRC/99/1, {place}, https://undocs.org/A/HRC/99/1"
    assert [run.link for run in note if run.link] == ["https://undocs.org/A/HRC/99/1"]
    assert [problem.rule for problem in composed.problems] == ["facts-missing"]


def test_a_file_that_is_no_text_is_refused(tmp_path: Path):
    (tmp_path / "letter.md").write_bytes(b"PK\x03\x04" + b"\0" * 100)
    with pytest.raises(InputError, match="is a Word, OpenDocument or ZIP file"):
        read_source(tmp_path / "letter.md")
