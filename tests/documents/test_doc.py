from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.making import doc, ole

from onrecord.documents.doc import read_doc
from onrecord.documents.doc_structures import sprms
from onrecord.documents.model import MergedCells, NoteCall
from onrecord.errors import UnreadableDocument

IN_TABLE = struct.pack("<HB", 0x2416, 1)
DELETED, HIDDEN = struct.pack("<HB", 0x0800, 1), struct.pack("<HB", 0x083C, 1)


def row_end(edges: tuple[int, ...], merges: tuple[int, ...]) -> bytes:
    cells = b"".join(struct.pack("<H18x", flags) for flags in merges)
    held = struct.pack(f"<B{len(edges)}h", len(merges), *edges) + cells
    return IN_TABLE + struct.pack("<HB", 0x2417, 1) + struct.pack("<HH", 0xD608, len(held) + 1) + held


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_doc(data, "made.doc").paragraphs]


@pytest.mark.parametrize("wide", [True, False])
def test_paragraphs_are_read_from_pieces_of_one_and_of_two_bytes(wide):
    document = read_doc(doc("1.\tThe State’s report.\r2.\tÉtat\r", wide=wide), "made.doc")
    assert [(paragraph.number, paragraph.text) for paragraph in document.paragraphs] == [
        ("1", "The State’s report."),
        ("2", "État"),
    ]
    assert (document.format, document.pages) == ("doc", 1)


def test_letters_beyond_the_first_plane_and_of_other_scripts_are_whole():
    pair = "𠀀".encode("utf-16-le").decode("utf-16-le", "surrogatepass")
    halves = "".join(map(chr, struct.unpack("<2H", pair.encode("utf-16-le"))))
    assert texts(_surrogates(f"한국어 {halves} Привет\r"))[0] == "한국어 𠀀 Привет"


def _surrogates(text: str) -> bytes:
    """`doc` for a text with halves of characters in it, which Python does not write by itself."""
    placeholder = "\u3400\u3401"
    high, low = (character for character in text if 0xD800 <= ord(character) < 0xE000)
    made = doc(text.replace(high + low, placeholder))
    return made.replace(placeholder.encode("utf-16-le"), struct.pack("<2H", ord(high), ord(low)))


def test_fields_notes_and_small_signs():
    document = read_doc(
        doc(
            "1.\tText\x02 and \x13 HYPERLINK \x14link\x15 re\x1fport non\x1estop\x0bend.\r",
            notes="\x02 Note.\r",
            calls=(7,),
        ),
        "made.doc",
    )
    paragraph = document.paragraphs[0]
    assert paragraph.text == "Text and link report non-stop end."
    assert paragraph.note_calls == (NoteCall("1", 4),)
    assert [(note.mark, note.text, note.called_at) for note in document.notes] == [("1", "Note.", "1")]


def test_deleted_and_hidden_words_are_left_out_and_told_of():
    document = read_doc(
        doc("Some gone and hid words\r", characters={(5, 10): DELETED, (14, 18): HIDDEN}), "made.doc"
    )
    assert document.paragraphs[0].text == "Some and words"
    assert len(document.problems) == 2


def test_tables_have_their_grid_by_the_edges_of_their_cells():
    text = "1. Before.\rWide\x07\x07a\x07b\x07\x07After\r"
    document = read_doc(
        doc(
            text,
            paragraphs={
                text.index("Wide"): IN_TABLE,
                text.index("\x07\x07") + 1: row_end((0, 4000), (0,)),
                text.index("a\x07"): IN_TABLE,
                text.index("b\x07"): IN_TABLE,
                text.index("b\x07") + 2: row_end((0, 2000, 4000), (0, 0)),
            },
        ),
        "made.doc",
    )
    assert document.tables[0].rows == (("Wide", ""), ("a", "b"))
    assert document.tables[0].merged == (MergedCells(0, 0, 1, 2),)
    assert document.tables[0].at == 1


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (doc("Text\r", flags=0x0100), "password"),
        (doc("Text\r", version=0x65), "Word 95"),
        (doc("\r"), "no words"),
        (ole({"WordDocument": b"\0" * 600}), "broken"),
        (doc("Text\r")[:3000], "broken"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data, word):
    with pytest.raises(UnreadableDocument, match=word):
        read_doc(data, "made.doc")


@given(st.binary(max_size=60))
def test_properties_of_any_bytes_are_taken_apart_without_a_fault(data):
    assert all(len(operand) <= len(data) for _, operand in sprms(data))


@settings(max_examples=40, deadline=None)
@given(
    st.text("ab1. \r\x07\x0b\x0c\x13\x14\x15\x02\x05\x1e\x1f한", min_size=1, max_size=40), st.integers(0, 39)
)
def test_any_signs_in_any_order_are_read_or_refused(text, place):
    try:
        document = read_doc(doc(text + "\r", notes="\x02 n\r", calls=(min(place, len(text)),)), "made.doc")
    except UnreadableDocument:
        return
    assert all(paragraph.text == " ".join(paragraph.text.split()) for paragraph in document.paragraphs)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 9727), st.binary(min_size=1, max_size=8))
def test_a_file_with_any_bytes_changed_is_read_or_refused(place, patch):
    data = bytearray(doc("1.\tText\x02 of.\rCell\x07\x07\r", notes="\x02 n\r", calls=(7,)))
    data[place : place + len(patch)] = patch
    try:
        read_doc(bytes(data), "made.doc")
    except UnreadableDocument as refused:
        assert refused.message.startswith("made.doc: ")  # noqa: PT017


@pytest.mark.corpus
def test_advance_questions_in_true_word_files(shared_data):
    folder = shared_data / "slovenia" / "cycle3"
    first = read_doc((folder / "Advance_questions_Slovenia_first_batch.doc").read_bytes(), "first.doc")
    assert first.title == "ADVANCE QUESTIONS TO SLOVENIA (FIRST BATCH)"
    assert [paragraph.heading for paragraph in first.paragraphs] == [
        *["PORTUGAL on behalf of the Group of Friends on NMIRF’s"] * 2,
        *["UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND"] * 4,
        "GERMANY",
    ]
    assert first.paragraphs[-1].text.startswith("Which concrete measures have already been taken")
    third = read_doc((folder / "Advance_questions_to_Slovenia_Add2.doc").read_bytes(), "third.doc")
    assert third.paragraphs[0].text == (
        'Could you elaborate on the current situation of the "erased" 30 years after independence?'
    )
