"""Arbitrary letters written in a form and read back: the same paragraphs, marks and notes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making_letters import SITES, as_docx

from onrecord.errors import InputError
from onrecord.letters.forms.letter import letter_of
from onrecord.letters.forms.model import Block, BlockKind, Blocks, FormNote, NoteCall
from onrecord.letters.forms.read import blocks_of

# Timings live in benchmarks; a busy machine is no fault of a reader.
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORD = st.text(
    st.sampled_from("abcdefghijklmnopqrstuvwxyzéñÅ가나다라한국어中文ÄΩж“”’"), min_size=1, max_size=9
)
SENTENCE = st.lists(WORD, min_size=3, max_size=14).map(lambda words: f"A {' '.join(words)}.")


@st.composite
def letters(draw: st.DrawFn) -> Blocks:
    """A letter of paragraphs that call notes in order, then a list."""
    texts = draw(st.lists(SENTENCE, min_size=2, max_size=7))
    called = [draw(st.integers(0, 2)) for _ in texts]
    blocks: list[Block] = []
    number = 0
    for text, count in zip(texts, called, strict=True):
        places = sorted(
            draw(st.lists(st.sampled_from(_ends(text)), min_size=count, max_size=count, unique=True))
        )
        calls = tuple(NoteCall(str(number + n), at, number + n - 1) for n, at in enumerate(places, 1))
        number += len(places)
        blocks.append(Block(BlockKind.PARAGRAPH, text, calls=calls))
    items = draw(st.lists(SENTENCE, max_size=4))
    blocks += [Block(BlockKind.LIST_ITEM, text, label=f"{n}.") for n, text in enumerate(items, 1)]
    notes = tuple(
        FormNote(str(n), f"Report {n}, A/HRC/25/{n}, {draw(SENTENCE)}") for n in range(1, number + 1)
    )
    return Blocks("letter", "text", tuple(blocks), notes)


def _ends(text: str) -> list[int]:
    """Where words end that no digit or mark follows."""
    return [place for place, sign in enumerate(text) if sign == " " and place > 1] + [len(text)]


def facts(blocks: Blocks) -> list[tuple[str, str, list[tuple[str, int, int | None]]]]:
    return [
        (block.label, block.text, [(call.number, call.start, call.note) for call in block.calls])
        for block in blocks.blocks
    ]


def notes(blocks: Blocks) -> list[tuple[str, str]]:
    return [(note.number, note.text) for note in blocks.notes]


@UNHURRIED
@given(letters())
def test_what_word_holds_is_read_back(letter: Blocks) -> None:
    read = blocks_of(as_docx(letter), "letter.docx")
    assert facts(read) == facts(letter)
    assert notes(read) == notes(letter)


@UNHURRIED
@given(letters(), st.sampled_from(["wordpress", "word export", "saved complete"]))
def test_what_a_page_holds_with_anchors_is_read_back(letter: Blocks, site: str) -> None:
    read = blocks_of(SITES[site](letter).encode(), "page.html")
    assert facts(read) == facts(letter)
    assert notes(read) == notes(letter)


@UNHURRIED
@given(letters())
def test_every_span_of_a_letter_made_of_blocks_holds_what_it_says(blocks: Blocks) -> None:
    letter = letter_of(blocks)
    for marker in letter.markers:
        assert letter.text[marker.span.start : marker.span.end] == marker.number
    for note, written in zip(letter.notes, blocks.notes, strict=True):
        assert letter.text[note.span.start : note.span.end] == written.text
        assert letter.place_of(note.span.start) == f"note {note.number}"
    assert len(letter.paragraphs) == len(blocks.blocks)
    for span, block in zip(letter.paragraphs, blocks.blocks, strict=True):
        assert letter.text[span.start : span.end].startswith(block.label)
        assert letter.place_of(span.start) == str(block.place)


@UNHURRIED
@given(st.binary(max_size=400), st.sampled_from([b"%PDF-1.7\n", b"{\\rtf1 ", b"<html>", b"PK\x03\x04", b""]))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes, start: bytes) -> None:
    try:
        read = blocks_of(start + data, "letter")
    except InputError as error:
        refused: InputError | None = error
    else:
        refused = None
        letter_of(read)
    assert refused is None or "letter" in refused.message
