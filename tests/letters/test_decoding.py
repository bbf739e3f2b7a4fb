from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.letters.decoding import decode

ENGLISH = "The “world” is wide – and ‘open’. " * 3
KOREAN = "대통령께 드리는 공개서한 “세계”에. " * 3


@pytest.mark.parametrize(
    ("data", "text", "guessed"),
    [
        (ENGLISH.encode(), ENGLISH, ""),
        (codecs.BOM_UTF8 + KOREAN.encode(), KOREAN, ""),
        (ENGLISH.encode("utf-16"), ENGLISH, ""),
        (ENGLISH.encode("utf-16-le"), ENGLISH, ""),
        (ENGLISH.encode("utf-16-be"), ENGLISH, ""),
        (ENGLISH.encode("cp1252"), ENGLISH, "cp1252"),
        (KOREAN.encode("cp949"), KOREAN, "cp949"),
        (b"caf\xe9 \x81", "caf\xe9 \ufffd", "cp1252"),
    ],
)
def test_text_is_read_in_its_encoding_and_a_guess_says_so(data: bytes, text: str, guessed: str) -> None:
    decoded = decode(data, "letter.txt")
    assert decoded.text == text
    assert bool(decoded.problems) == bool(guessed)
    assert all(guessed in problem for problem in decoded.problems)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\xc2\xa0\n", "is empty"),
        (b"%PDF-1.7 x", "is a PDF"),
        (b"PK\x03\x04 x", "is a Word"),
        (b"\xd0\xcf\x11\xe0x", "old Word"),
        (b"{\\rtf1 x}", "Rich Text"),
        (bytes(range(256)), "is no text"),
        (b"\x01\x02\x03\xff\xfe\x05" * 9, "is no text"),
        (codecs.BOM_UTF8 + b"a\xff", "breaks at byte"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason_and_a_way_out(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as raised:
        decode(data, "letter.txt")
    assert "letter.txt" in str(raised.value)
    assert raised.value.hint


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_an_input_error(data: bytes) -> None:
    with suppress(InputError):
        assert "\r" not in decode(data, "x").text
