"""A mended file keeps its encoding, its line ends and every byte that no repair names."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.citations.model import Span
from onrecord.letters.model import Edit
from onrecord.letters.read import read_letter
from onrecord.letters.repairs.original import original_of

WORDS = "Dear Minister,\r\n\r\nThe principle of non-refoulment holds.\nIt binds “all”.\r\rYours"
KOREAN = "장관님께\r\n\r\n강제 송환 금지의 원칙을 존중하여야 합니다. 그 원칙은 모든 국가를 구속합니다.\r\n"


@pytest.mark.parametrize(
    ("words", "codec", "mark"),
    [
        (WORDS, "utf-8", b""),
        (WORDS, "utf-8", codecs.BOM_UTF8),
        (WORDS, "utf-16-le", codecs.BOM_UTF16_LE),
        (WORDS, "utf-16-be", codecs.BOM_UTF16_BE),
        (WORDS, "utf-16-le", b""),
        (WORDS, "cp1252", b""),
        (KOREAN, "cp949", b""),
        (KOREAN, "utf-8", b""),
    ],
)
def test_a_file_comes_back_byte_for_byte_but_for_the_edit(
    tmp_path: Path, words: str, codec: str, mark: bytes
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(mark + words.encode(codec))
    letter = read_letter(path)
    original = original_of(path, letter)
    assert original is not None
    assert original.with_edits([]) == path.read_bytes()
    at = letter.text.index("\n\n") + 2
    edited = original.with_edits([Edit(Span(at, at + 2), "XY")])
    raw = words.index("\r\n\r\n") + 4
    assert edited == mark + f"{words[:raw]}XY{words[raw + 2 :]}".encode(codec)


@settings(deadline=None)
@given(st.text(st.sampled_from("ab\r\n é"), min_size=1, max_size=40), st.data())
def test_every_span_of_the_letter_is_the_same_words_in_the_file(
    tmp_path_factory: pytest.TempPathFactory, words: str, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "lines.txt"
    path.write_bytes(f"x{words}".encode())
    letter = read_letter(path)
    original = original_of(path, letter)
    assert original is not None
    start = data.draw(st.integers(0, len(letter.text)))
    end = data.draw(st.integers(start, len(letter.text)))
    own = original.span(Span(start, end))
    there = original.text[own.start : own.end].replace("\r\n", "\n").replace("\r", "\n")
    assert there == letter.text[start:end]


def test_words_that_the_encoding_lacks_are_known(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes("Dear Minister, the “principle” of caf\xe9.".encode("cp1252"))
    original = original_of(path, read_letter(path))
    assert original is not None
    assert original.can_hold("é”")
    assert not original.can_hold("원칙")
