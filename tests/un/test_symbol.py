"""Symbols are read with tolerance and printed strictly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SymbolError
from onrecord.un.symbol import find_symbols, find_symbols_in_urls, parse_symbol

CLEAN = """A/HRC/25/5 A/HRC/25/5/Add.1 A/HRC/25/63 A/HRC/25/CRP.1 A/HRC/WG.6/17/CHN/1 A/HRC/WG.6/17/CHN/3/Corr.1
A/HRC/WG.6/9/USA/3/Rev.1 A/HRC/WG.6/6/L.12 A/HRC/DEC/59/112 A/HRC/RES/13/27 A/HRC/43/64/Add.1/Corr.1
A/HRC/43/L.36/Rev.1 A/HRC/43/NGO/149/Rev.1 A/HRC/28/NI/8/Corr.1 A/HRC/13/G/4 A/HRC/S-17/2/Add.1
A/HRC/WGAD/2023/12 A/HRC/PRST/8/1 CAT/C/CHN/CO/5 CAT/C/CHN/Q/5/Add.1 CEDAW/C/CHN/CO/7-8/Add.1 CEDAW/C/CHN-HKG/9
CCPR/CO/84/SVN CCPR/C/21/Rev.1/Add.13 CCPR/C/123/D/2414/2014 CRC/C/OPAC/CHN/CO/1 CRC/C/58/Rev.3 CAT/C/GC/4
E/C.12/SVN/CO/2 E/C.12/GC/20 HRI/CORE/DJI/2010 HRI/GEN/1/Rev.9 E/CN.4/Sub.2/1997/20/Rev.1 A/C.3/64/L.50
A/RES/60/251 A/RES/S-13/2 A/RES/ES-8/2 A/CONF.157/23 A/63/635 S/PV.5353 S/2023/171 S/PRST/2014/2
ST/CS/SER.A/42""".split()  # noqa: SIM905

REPAIRED = [
    ("A/HRC24/7", "A/HRC/24/7", "missing slash"),
    ("A/HRC/WG.6/7L.14", "A/HRC/WG.6/7/L.14", "missing slash"),
    ("A/HRC/WG.6/14PER/2", "A/HRC/WG.6/14/PER/2", "missing slash"),
    ("A/HRC//WG.6/8/L.11", "A/HRC/WG.6/8/L.11", "doubled slash"),
    ("A/HRC/WG.6/8./L.8", "A/HRC/WG.6/8/L.8", "stray stop"),
    ("CAT/C/SVN/CO/3para.", "CAT/C/SVN/CO/3", "glued word"),
    ("A/HRC/25/5/Corr.1and", "A/HRC/25/5/Corr.1", "glued word"),
    ("A/HRC/ 8/29", "A/HRC/8/29", "space inside"),
    ("A/HRC/25/5/Add. 1", "A/HRC/25/5/Add.1", "space inside"),
    ("A/HRC/25/\n5", "A/HRC/25/5", "line break inside"),
    ("A/HRC/S–17/2", "A/HRC/S-17/2", "dash for hyphen"),
    ("S/RES/1325(2000)", "S/RES/1325 (2000)", "missing space"),
    ("A/HRC/WG6/17/CHN/1", "A/HRC/WG.6/17/CHN/1", "missing stop"),
]

NO_SYMBOL = """OP/IV and/or 1/2024 HIV/AIDS S/he A/H1N1 A/4 E/CN.4 A/HRC/25 A/HRC/WG.6/17 A/RES/60 CRC/CEDAW N/A
CCPR/CEDAW w/o 24/7 CHN/1 OP-CAT/OP-CRC""".split()  # noqa: SIM905


@pytest.mark.parametrize("text", [*CLEAN, "A/RES/3379 (XXX)", "S/RES/1325 (2000)", "A/RES/217 A (III)"])
def test_a_clean_symbol_is_printed_as_it_was_read_without_repairs(text):
    symbol = parse_symbol(text)
    assert (str(symbol), symbol.repairs, symbol.reissued) == (text, (), False)


@pytest.mark.parametrize("text", [*CLEAN, "A/RES/3379 (XXX)"])
def test_a_symbol_is_found_in_running_text_with_its_place(text):
    sentence = f"As noted (see {text}, para. 3) and elsewhere."
    (found,) = find_symbols(sentence)
    assert str(found.symbol) == sentence[found.start : found.end] == text


@pytest.mark.parametrize(("written", "canonical", "repair"), REPAIRED)
def test_what_official_texts_misprint_is_mended_and_named(written, canonical, repair):
    symbol = parse_symbol(written)
    assert (str(symbol), symbol.repairs) == (canonical, (repair,))
    (found,) = find_symbols(f"in {written}, it")
    assert str(found.symbol) == canonical


@pytest.mark.parametrize("text", NO_SYMBOL)
def test_what_only_looks_like_a_symbol_is_none(text):
    assert find_symbols(f"see {text} there") == []
    with pytest.raises(SymbolError, match="is no document symbol"):
        parse_symbol(text)


def test_small_letters_are_mended_when_a_symbol_is_asked_for():
    assert str(parse_symbol("a/hrc/25/5/add.1")) == "A/HRC/25/5/Add.1"
    assert find_symbols("a/hrc/25/5") == []


def test_an_asterisk_marks_a_reissue_and_is_no_part_of_the_symbol():
    symbol = parse_symbol("A/HRC/11/25*")
    assert (str(symbol), symbol.reissued, symbol.as_written) == ("A/HRC/11/25", True, "A/HRC/11/25*")
    assert symbol == parse_symbol("A/HRC/11/25")


def test_addenda_corrigenda_and_revisions_part_from_the_base():
    symbol = parse_symbol("A/HRC/43/64/Add.1/Corr.1")
    assert (symbol.base, symbol.suffixes) == ("A/HRC/43/64", ("Add.1", "Corr.1"))
    assert parse_symbol("A/HRC/25/5").suffixes == ()


def test_the_address_holds_the_canonical_symbol():
    assert parse_symbol("A/HRC/11/25*").url == "https://undocs.org/A/HRC/11/25"
    assert parse_symbol("S/RES/1325 (2000)").url == "https://undocs.org/S/RES/1325(2000)"


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("https://undocs.org/A/HRC/25/CRP.1", "A/HRC/25/CRP.1"),
        ("https://undocs.org/en/A/HRC/11/25.", "A/HRC/11/25"),
        ("https://docs.un.org/en/A/HRC/43/15/Add.1", "A/HRC/43/15/Add.1"),
        ("https://documents.un.org/api/symbol/access?s=A/HRC/25/5&l=en&t=pdf", "A/HRC/25/5"),
        ("https://documents.un.org/api/symbol/access?s=A%2FHRC%2F25%2F5&l=en", "A/HRC/25/5"),
        ("https://digitallibrary.un.org/record/766917/files/A_HRC_25_5-EN.pdf", "A/HRC/25/5"),
    ],
)
def test_symbols_in_addresses_of_the_united_nations_are_found_apart(address, canonical):
    text = f"See {address} (accessed today)"
    assert find_symbols(text) == []
    (found,) = find_symbols_in_urls(text)
    assert str(found.symbol) == canonical
    assert text[found.start : found.end] == found.symbol.as_written


def test_other_addresses_hold_no_symbols():
    assert (
        find_symbols_in_urls("https://example.org/A/HRC/25/5 https://view.asiae.co.kr/article/2023102703")
        == []
    )


def test_two_symbols_of_one_document_are_both_found():
    found = find_symbols("in CEDAW/C/GC/31-CRC/C/GC/18, para. 3")
    assert [str(one.symbol) for one in found] == ["CEDAW/C/GC/31", "CRC/C/GC/18"]


def test_a_word_after_a_symbol_is_left_alone():
    assert [
        str(found.symbol) for found in find_symbols("A/HRC/25/5 A report; A/HRC/11/25 and CAT/C/CHN/CO/5.")
    ] == [
        "A/HRC/25/5",
        "A/HRC/11/25",
        "CAT/C/CHN/CO/5",
    ]


@given(st.text(alphabet="AHRCWG/.0123456789LdCoradm* \n(X)-–,\ufffe", max_size=60) | st.text(max_size=60))
def test_every_found_symbol_is_the_very_words_and_stays_the_same_when_read_again(text):
    for found in find_symbols(text) + find_symbols_in_urls(text):
        assert text[found.start : found.end] == found.symbol.as_written
        assert parse_symbol(str(found.symbol)) == found.symbol
        assert parse_symbol(str(found.symbol)).repairs == ()


@given(st.text(max_size=40) | st.text(alphabet="AHRC/S.0123456789addcorr* \n-", max_size=40))
def test_any_text_is_a_symbol_or_a_symbol_error(text):
    try:
        symbol = parse_symbol(text)
    except SymbolError:
        return
    assert parse_symbol(str(symbol)) == symbol
    assert parse_symbol(symbol.base).suffixes == ()


def test_a_year_in_brackets_belongs_to_a_symbol_of_the_security_council_alone() -> None:
    found = find_symbols("A/HRC/25/5 (2013), CAT/C/CHN/CO/5 (2016), S/RES/1325 (2000), A/RES/3379 (XXX)")
    symbols = ["A/HRC/25/5", "CAT/C/CHN/CO/5", "S/RES/1325 (2000)", "A/RES/3379 (XXX)"]
    assert [one.symbol.text for one in found] == symbols
