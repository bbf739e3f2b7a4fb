"""RTF, web pages, spreadsheets, what bytes are, and hostile containers."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.making import HTML, RTF, doc, docx, ole, p, xlsx, zipped

from onrecord.documents.html import decoded_html, read_html
from onrecord.documents.list_numbers import formatted, roman
from onrecord.documents.model import MergedCells
from onrecord.documents.package import Package, parse_xml
from onrecord.documents.read import read_document
from onrecord.documents.rtf import read_rtf
from onrecord.documents.sheets import read_csv
from onrecord.documents.sniff import kind_of
from onrecord.documents.xlsx import read_xlsx
from onrecord.errors import UnreadableDocument


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (docx(p("x")), "docx"),
        (xlsx({"A": ""}), "xlsx"),
        (doc("x\r"), "doc"),
        (RTF, "rtf"),
        (HTML.encode(), "html"),
        (b"\xef\xbb\xbf<!doctype HTML><p>x", "html"),
        (b"<!-- x --><HTML>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "html"),
        (b"%PDF-1.7", "pdf"),
        (b'{"a": 1}', "json"),
        (b'[{"a": 1}]', "json"),
        (b"a,b,c\r1,2,3\r4,5,6\r", "csv"),
        (b"a;b;c\n1;2;3\n", "csv"),
        (b"a\tb\n1\t2\n", "csv"),
        (b"Bread, milk, and apples.\nEggs, tea, and salt.\n", "text"),
        (b"{1} Not JSON", "text"),
        (b"[1] See A/HRC/1.", "text"),
        (b"1.\tFirst.\nAnd on.\n2.\tSecond.\n", "text"),
        (ole({"Workbook": b"x"}), "an Excel file of the older kind (XLS)"),
        (ole({"EncryptedPackage": b"x"}), "a file locked with a password"),
        (zipped({"content.xml": "<x/>"}), "an OpenDocument file (ODT or ODS)"),
        (b"PK\x03\x04" + bytes(50), "a broken ZIP container"),
        (b"\x89PNG\r\n", "a picture (PNG)"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "a web archive (MHTML)"),
    ],
)
def test_bytes_say_what_a_file_is(data, kind):
    assert kind_of(data) == kind


@given(st.binary(max_size=300))
def test_any_bytes_are_of_some_kind(data):
    assert kind_of(data)


def test_the_name_of_a_file_says_nothing(tmp_path):
    file = tmp_path / "questions.doc"
    for content, kind in (
        (docx(p("1. x")), "docx"),
        (HTML.encode(), "html"),
        (RTF, "rtf"),
        (doc("x\r"), "doc"),
    ):
        file.write_bytes(content)
        assert read_document(file).format == kind


# -- RTF ------------------------------------------------------------------------------------------


def test_rtf_is_read_with_numbers_notes_letters_and_tables():
    document = read_rtf(RTF, "made.rtf")
    assert [(paragraph.number, paragraph.text) for paragraph in document.paragraphs[:2]] == [
        ("1", "The State’s report was élégant."),
        ("2", "Привет • link After end In the box"),
    ]
    assert document.paragraphs[0].heading == "I. Introduction"
    assert [(note.mark, note.text, note.called_at) for note in document.notes] == [
        ("1", "See A/HRC/99/1.", "1")
    ]
    assert document.tables[0].rows == (("A", "B", ""), ("", "c", "d"))
    assert document.symbol == "A/HRC/99/2"
    assert len(document.problems) == 2


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r"\u8217 x", "’"),
        (r"\uc2\u8217 xyz", "’z"),
        (r"\uc0\u-10179\u-8704 !", "😀!"),
        (r"a\~b\_c\-d", "a b-cd"),
        (r"\'93quoted\'94", "“quoted”"),
        (r"a\bin3 }}}b", "ab"),
        (r"{\*\nobody knows}a{\pict 00ff}", "a"),
    ],
)
def test_controls_of_rtf_become_characters(inside, text):
    assert read_rtf(rb"{\rtf1\ansi " + inside.encode() + rb"\par}", "x").paragraphs[0].text == text


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(
    [r"{", r"}", r"\par", r"\pard", r"\intbl", r"\cell", r"\row", r"\trowd", r"\cellx9", r"\footnote", r"\chftn", r"\b", r"\f1", r"\u9", r"\'e9", r"\'8", r"text", r"{\fonttbl", r"\s1", r"\uc9", r"\bin2", r"\nestcell", r"\nestrow", r"\itap3", r"{\*\x", r"{\shptxt", r"{\listtext", r"1.", r"\deleted", r"\v0", r"\ftnalt", r"{\stylesheet", r";", r"{\header", r"\*", r"\\"]  # noqa: E501
), max_size=40))  # fmt: skip
def test_any_order_of_controls_is_read_or_refused(controls):
    with suppress(UnreadableDocument):
        read_rtf(rb"{\rtf1 " + " ".join(controls).encode(), "made.rtf")


def test_groups_without_end_are_refused():
    with pytest.raises(UnreadableDocument, match="deep"):
        read_rtf(rb"{\rtf1" + b"{" * 100_000, "made.rtf")


# -- web pages ------------------------------------------------------------------------------------


def test_a_page_is_read_without_its_menus_scripts_and_hidden_parts():
    document = read_html(HTML.encode(), "made.html")
    assert document.title == "Concluding observations"
    assert [
        (paragraph.number, paragraph.text) for paragraph in document.paragraphs if paragraph.zone == "body"
    ] == [
        (None, "Intro text goes on."),
        ("1", "The Committee considered the report."),
        ("2", "Second para"),
        ("3", "Third more of third para one para two"),
    ]
    assert document.paragraphs[1].headings == ("Concluding observations", "A. Introduction")
    assert [(note.mark, note.text) for note in document.notes] == [("1", "See A/HRC/99/2.")]
    assert document.paragraphs[0].note_calls[0].start == len("Intro text")


def test_cells_that_span_rows_and_columns_keep_the_grid():
    found = read_html(HTML.encode(), "made.html").tables
    assert found[0].rows == (("A", "B", ""), ("", "1", "2\nx | y"))
    assert found[0].merged == (MergedCells(0, 0, 2, 1), MergedCells(0, 1, 1, 2))
    assert found[1].nested


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b'<meta charset="windows-1251"><p>' + "Привет".encode("cp1251"), "Привет"),
        ("<p>Привет".encode("utf-16"), "Привет"),
        (b"<p>caf\xe9", "café"),
        ("<p>café".encode(), "café"),
        (b'<meta charset="no-such"><p>x', "x"),
    ],
)
def test_a_page_is_decoded_as_it_says_or_as_it_can(data, text):
    assert text in decoded_html(data)


@pytest.mark.parametrize(
    ("page", "word"),
    [
        ("<html><title>404</title>", "web page"),
        ("<div>" * 5000 + "x", "deep"),
        ("<table>" + "<tr><td colspan=1000>x" * 2200 + "</table>", "cells"),
    ],
)
def test_pages_that_are_no_documents_are_refused(page, word):
    with pytest.raises(UnreadableDocument, match=word):
        read_html(page.encode(), "made.html")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<b>", "<table>", "<tr>", "<td>", "<td", "rowspan=3>", "</table>", "<ol", "start=-5>", "<li>", "<li", "value=x>", "<h2>", "<br>", "text", "<a", "href=#n>", "[1]", "</a>", "<div", "id=n>", "<p", "id=n>", "</div>", "<del>", "<sup>", "&shy;", "&#0;", "<ul>", "<svg>", "<th", "colspan=0>"]  # noqa: E501
), max_size=40))  # fmt: skip
def test_any_order_of_elements_is_read_or_refused(elements):
    try:
        document = read_html(("<html>" + " ".join(elements)).encode(), "made.html")
    except UnreadableDocument:
        return
    assert all(paragraph.text for paragraph in document.paragraphs)


# -- spreadsheets -----------------------------------------------------------------------------------


def test_a_sheet_is_a_table_with_its_dates_and_gaps():
    rows = (
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>in</t></is></c></row>'
        '<row r="3"><c r="B3" s="1"><v>41609</v></c><c r="C3"><v>2.5</v></c><c r="D3" t="b"><v>1</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    )
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    document = read_xlsx(xlsx({"One": rows, "Two": rows}, ("first",), styles, hidden="Two"), "made.xlsx")
    assert len(document.tables) == 1
    assert document.tables[0].heading == "One"
    assert document.tables[0].rows == (
        ("first", "", "in", ""),
        ("", "", "", ""),
        ("", "2013-12-01", "2.5", "TRUE"),
    )
    assert document.tables[0].merged == (MergedCells(0, 0, 2, 2),)
    assert "hidden sheet" in document.problems[0].message
    assert (document.format, document.paragraphs) == ("xlsx", ())


@pytest.mark.parametrize(
    "rows",
    [
        '<sheetData><row r="2000000000"><c><v>1</v></c></row></sheetData>',
        "<sheetData>" + '<row><c r="XFD1"><v>1</v></c></row>' * 400 + "</sheetData>",
    ],
)
def test_a_sheet_that_claims_millions_of_cells_is_refused(rows):
    with pytest.raises(UnreadableDocument, match="cells"):
        read_xlsx(xlsx({"A": rows}), "made.xlsx")


def test_tables_of_old_macs_are_read_with_their_letters_and_entities():
    data = 'To,From,Text\rC\x99te d\'Ivoire,Spain,"a &#40;b&#41;,\rc"\rX,Y,Z\r'.encode("latin-1")
    document = read_csv(data, "made.csv")
    assert document.tables[0].rows[1] == ("Côte d'Ivoire", "Spain", "a (b),\nc")
    assert [problem.message for problem in document.problems] == [
        "Not UTF-8; read as Mac Roman.",
        "1 cells held HTML's entities; they are read as characters.",
    ]


@settings(max_examples=60)
@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_read_as_a_table_or_refused(data):
    try:
        document = read_csv(data, "made.csv")
    except UnreadableDocument:
        return
    assert len({len(row) for row in document.tables[0].rows}) == 1


@pytest.mark.corpus
def test_exports_of_upr_info_have_eleven_columns_in_every_row(shared_data):
    rows = 0
    for file in sorted((shared_data / "upr_info").glob("*.csv")):
        table = read_csv(file.read_bytes(), file.name).tables[0]
        assert table.rows[0][0] == "To"
        assert len(table.rows[0]) == 11
        assert not any("&#4" in cell for row in table.rows for cell in row)
        rows += len(table.rows) - 1
    assert rows > 24_000


# -- containers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        ({"word/document.xml": b" " * (60 << 20)}, "bomb"),
        ({"word/document.xml": b"<x>" + b"ab" * (2 << 20)}, "bomb"),
        ({f"word/{n}": b"" for n in range(2100)}, "2,100 files"),
        ({"word/other.xml": b"<x/>"}, "missing"),
        ({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "document type"),
        ({"word/document.xml": b'<!DOCTYPE a SYSTEM "file:///etc/hosts"><a/>'}, "document type"),
        ({"word/document.xml": b"<a/>"}, "without a text"),
    ],
)
def test_containers_that_are_no_documents_are_refused(parts, word):
    with pytest.raises(UnreadableDocument, match=word):
        read_document(_path(), zipped(parts))


def _path():
    return Path("made.docx")


def test_entities_within_entities_are_not_unfolded():
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    with pytest.raises(UnreadableDocument):
        parse_xml(f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l9;</a>'.encode(), "made.xml")


def test_a_part_locked_with_a_password_is_told_of():
    data = bytearray(zipped({"word/document.xml": "<a/>"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(mark) + offset, 1)
    with pytest.raises(UnreadableDocument, match=r"encrypted|password"):
        Package(bytes(data), "made.docx").part("word/document.xml")
    assert zipfile.is_zipfile(_file(data))


def _file(data: bytes):
    return io.BytesIO(data)


# -- numbers of lists -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (3, "decimal", "3"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (0, "lowerRoman", "0"),
        (7, "decimalZero", "07"),
        (11, "ordinal", "11th"),
        (22, "ordinal", "22nd"),
        (5, "none", ""),
        (5, "chineseCounting", "5"),
    ],
)
def test_numbers_are_printed_as_word_prints_them(number, style, printed):
    assert formatted(number, style) == printed


@given(st.integers(1, 3999))
def test_roman_numerals_count_back(number):
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    digits = [values[letter] for letter in roman(number)]
    total = sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
    assert total == number
