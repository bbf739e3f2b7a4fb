from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.making import cell, docx, level, numbered, p, table

from onrecord.documents.docx import read_docx
from onrecord.documents.model import Document, MergedCells, NoteCall
from onrecord.documents.style_names import heading_level
from onrecord.errors import UnreadableDocument

BULLET = '<w:numPr><w:numId w:val="2"/></w:numPr>'


def lists(*levels: str, more: str = "", own: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="5">{"".join(levels)}</w:abstractNum>{more}'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/>{own}</w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="5"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def read(body: str, **parts: str) -> Document:
    return read_docx(docx(body, **parts), "made.docx")


def numbers(document: Document) -> list[str | None]:
    return [paragraph.number for paragraph in document.paragraphs]


def test_typed_numbers_are_the_paragraphs_numbers():
    document = read(p("1.\tFirst.") + p("2.\tSecond:") + p("2.1. Protect (Spain);") + p("2.2 Ratify (Peru)."))
    assert numbers(document) == ["1", "2", "2.1", "2.2"]
    assert [paragraph.text for paragraph in document.paragraphs][2] == "Protect (Spain);"
    assert document.paragraphs[3].parent == "2"
    assert (document.format, document.pages) == ("docx", 1)


def test_automatic_numbers_are_those_that_word_shows():
    body = (
        p("First", numbered(1)) + p("Second:", numbered(1)) + p("a", numbered(1, 1)) + p("b", numbered(1, 1))
    )
    body += p("Third", numbered(1)) + p("c", numbered(1, 1))
    document = read(body, numbering=lists(level(0, "decimal", "%1.", 114), level(1, "decimal", "%1.%2")))
    assert numbers(document) == ["114", "115", "115.1", "115.2", "116", "116.1"]


@pytest.mark.parametrize(
    ("style", "text", "shown"),
    [("lowerLetter", "(%2)", "(a) x"), ("upperRoman", "%2.", "I. x"), ("decimalZero", "%1/%2", "1/01 x")],
)
def test_letters_and_numerals_stay_in_the_text_of_the_paragraph(style, text, shown):
    body = p("Main", numbered(1)) + p("x", numbered(1, 1))
    document = read(body, numbering=lists(level(0, "decimal", "%1."), level(1, style, text)))
    assert numbers(document) == ["1"]
    assert document.paragraphs[0].text == f"Main {shown}"


def test_a_list_with_a_start_of_its_own_begins_anew_and_others_count_on():
    body = (
        p("one", numbered(1))
        + p("two", numbered(1))
        + p("A STATE")
        + p("one", numbered(3))
        + p("2", numbered(3))
    )
    document = read(body, numbering=lists(level(0, "decimal", "%1.")))
    assert numbers(document) == ["1", "2", "1", "2"]
    assert document.paragraphs[2].parent is None
    assert document.paragraphs[2].heading == "A STATE"


def test_a_level_of_a_list_may_say_not_to_restart():
    more = '<w:lvlRestart w:val="0"/>'
    body = p("1", numbered(1)) + p("x", numbered(1, 1)) + p("2", numbered(1)) + p("x", numbered(1, 1))
    numbering = lists(level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", more=more))
    assert read(body, numbering=numbering).paragraphs[1].text == "2 (b) x"


def test_numbers_come_from_styles_too():
    styles = (
        '<w:style w:styleId="Num"><w:name w:val="Num"/><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("First", '<w:pStyle w:val="Num"/>') + p("Second", '<w:pStyle w:val="Num"/>')
    assert numbers(read(body, styles=styles, numbering=lists(level(0, "decimal", "%1.")))) == ["1", "2"]


def test_bullets_are_no_words_and_part_paragraphs():
    body = p("BELGIUM") + p("How?", numbered(1)) + p("Why?", numbered(1)) + p("•\tWhen?")
    document = read(body, numbering=lists(level(0, "bullet", "")))
    assert [paragraph.text for paragraph in document.paragraphs] == ["How?", "Why?", "When?"]
    assert {paragraph.heading for paragraph in document.paragraphs} == {"BELGIUM"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("heading 1", 1),
        ("Heading 3", 3),
        ("_ H_1_G", 1),
        ("_ H_2/3_G", 2),
        ("_ H_4_G", 4),
        ("_ H _Ch_G", 1),
        ("_ H _M_G", 1),
        ("_H_1", 1),
        ("_ Single Txt_G", 0),
        ("Normal", 0),
        ("header", 0),
        ("HTML Preformatted", 0),
    ],
)
def test_headings_are_known_by_the_names_of_styles(name, expected):
    assert heading_level(name) == expected


def test_headings_stand_in_one_another_by_their_enumerators():
    style = '<w:style w:styleId="H23G"><w:name w:val="_ H_2/3_G"/></w:style>'
    body = (
        p("II. Conclusions")
        + p("B. Answers", '<w:pStyle w:val="H23G"/>')
        + p("1. Women", '<w:pStyle w:val="H23G"/>')
    )
    document = read(body + p("7. Text."), styles=style)
    assert document.paragraphs[0].headings == ("II. Conclusions", "B. Answers", "1. Women")


def test_notes_stand_where_they_are_called():
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    own = '<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>**</w:t></w:r>'
    body = f"<w:p><w:r><w:t>1. One</w:t></w:r>{call}<w:r><w:t>, two</w:t></w:r>{own}</w:p>"
    footnotes = f'<w:footnote w:id="2">{p("See A/HRC/99/1.")}</w:footnote><w:footnote w:id="3">{p("** Late.")}</w:footnote>'
    document = read(body, footnotes=footnotes)
    paragraph = document.paragraphs[0]
    assert paragraph.text == "One, two"
    assert paragraph.note_calls == (NoteCall("1", 3), NoteCall("**", 8))
    assert [(note.mark, note.text, note.called_at) for note in document.notes] == [
        ("1", "See A/HRC/99/1.", "1"),
        ("**", "Late.", "1"),
    ]


def test_endnotes_are_numbered_as_the_settings_say():
    body = '<w:p><w:r><w:t>1. One</w:t><w:endnoteReference w:id="2"/></w:r></w:p>'
    endnotes = f'<w:endnote w:id="2">{p("End.")}</w:endnote>'
    assert read(body, endnotes=endnotes).notes[0].mark == "i"
    settings_ = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    assert read(body, endnotes=endnotes, settings=settings_).notes[0].mark == "1"


def test_tracked_changes_are_read_as_accepted_and_told_of():
    body = (
        "<w:p><w:r><w:t>Old </w:t></w:r><w:del><w:r><w:delText>gone </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Half </w:t></w:r></w:p><w:p><w:r><w:t>whole.</w:t></w:r></w:p>"
    )
    document = read(body)
    assert [paragraph.text for paragraph in document.paragraphs] == ["Old new", "Half whole."]
    assert any("deleted" in problem.message for problem in document.problems)


def test_fields_show_their_result_and_not_their_code():
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:t>code</w:t></w:r>"
    inner = (
        mark.format("begin")
        + code
        + mark.format("separate")
        + "<w:r><w:t>no</w:t></w:r>"
        + mark.format("end")
    )
    body = f"<w:p>{mark.format('begin')}{inner}{mark.format('separate')}<w:r><w:t>seen</w:t></w:r>{mark.format('end')}</w:p>"
    assert read(body).paragraphs[0].text == "seen"


def test_small_signs_become_characters():
    body = (
        "<w:p><w:r><w:t>re\u00adport</w:t><w:softHyphen/><w:t>s</w:t><w:tab/><w:t>non</w:t><w:noBreakHyphen/>"
        '<w:t>stop </w:t><w:sym w:font="Symbol" w:char="F061"/><w:br/><w:t>end</w:t></w:r></w:p>'
    )
    assert read(body).paragraphs[0].text == "reports non-stop α end"


def test_hidden_words_and_comments_are_left_out_and_told_of():
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>"
        '<w:r><w:t>yes</w:t><w:commentReference w:id="1"/></w:r></w:p>'
    )
    document = read(body)
    assert document.paragraphs[0].text == "yes"
    assert [problem.message for problem in document.problems] == [
        "1 passages of hidden text were left out.",
        "1 comments were left out.",
    ]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Anchor</w:t><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert [paragraph.text for paragraph in read(body).paragraphs] == ["Anchor", "In the box"]


def test_tables_keep_their_grid_their_merged_cells_and_their_place():
    rows = (
        cell("Recommendation") + cell("Position"),
        cell("Theme: A12", '<w:gridSpan w:val="2"/>'),
        cell(p("186.1 Ratify") + p("Source")) + cell("Supported", '<w:vMerge w:val="restart"/>'),
        cell("186.2 Adopt") + cell("", "<w:vMerge/>"),
    )
    document = read(p("II. Positions") + p("1. Text.") + table(*rows))
    found = document.tables[0]
    assert found.rows[1] == ("Theme: A12", "")
    assert found.rows[2] == ("186.1 Ratify\nSource", "Supported")
    assert found.merged == (MergedCells(1, 0, 1, 2), MergedCells(2, 1, 2, 1))
    assert (found.at, found.heading, found.page) == (1, "II. Positions", None)
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.zone == "table"][2] == (
        "186.1 Ratify Source | Supported"
    )


def test_a_table_in_a_cell_is_a_table_of_its_own_too():
    document = read(table(cell(table(cell("x") + cell("y"))) + cell("z")))
    assert document.tables[0].rows == (("x | y", "z"),)
    assert (document.tables[1].rows, document.tables[1].nested) == ((("x", "y"),), True)


def test_a_frame_of_one_cell_is_no_table():
    document = read(table(cell(p("1. Framed."))))
    assert (numbers(document), document.tables) == (["1"], ())


def test_the_masthead_gives_symbol_title_and_date():
    head = table(
        cell("United Nations") + cell("A/HRC/99/5"),
        cell("General Assembly") + cell(p("Distr.: General") + p("4 December 2013") + p("Original: English")),
    )
    body = (
        head + p("Human Rights Council") + p("Report of the Working Group") + p("China") + p("1. The text.")
    )
    document = read(body)
    assert (document.symbol, document.date) == ("A/HRC/99/5", "2013-12-04")
    assert document.title == "Report of the Working Group China"
    assert (numbers(document), document.tables) == (["1"], ())


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (
            "UPR of China (3rd Cycle)\t\tThematic list of recommendations\tPage 52 of 53",
            "UPR of China (3rd Cycle) Thematic list of recommendations",
        ),
        ("Thematic list of recommendationsPage 66 of 66", "Thematic list of recommendations"),
        ("Page 3/7 Thematic list", "Thematic list"),
        ("Lista temática Página 3 de 20", "Lista temática"),
        ("Page 3 of 7", ""),
        ("Review of page 3", "Review of"),
        ("Our page of thanks", "Our page of thanks"),
        ("UPR 31", "UPR 31"),
    ],
)
def test_the_page_is_no_part_of_a_title_that_stands_in_the_header(header, title):
    parted = p(header).replace("\t", "</w:t><w:tab/><w:t>")
    assert read(p("1. Text."), header=parted).title == title


def test_headers_are_the_front_of_a_document_without_a_title_page():
    document = read(p("1. Text."), header=p("UPR of China") + p("Thematic list") + p("Page 1 of 3"))
    assert document.front == ("UPR of China", "Thematic list")
    assert document.title == "UPR of China Thematic list"


def test_contents_are_a_zone_of_their_own():
    style = '<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    document = read(
        p("Contents") + p("I. Introduction 3", '<w:pStyle w:val="TOC1"/>') + p("1. Text."), styles=style
    )
    assert [paragraph.zone for paragraph in document.paragraphs] == ["contents", "contents", "body"]


def test_an_annex_numbers_anew():
    document = read(p("1. Text.") + p("2. Text.") + p("Annex I") + p("1. Annexed."))
    assert [(paragraph.zone, paragraph.number) for paragraph in document.paragraphs][2] == ("annex", "1")


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("", "no words"),
        ("<w:p>", "broken XML"),
        ("<w:p>" * 300 + "</w:p>" * 300, "broken XML"),
        (
            "".join("<w:tbl><w:tr><w:tc>" for _ in range(30))
            + "".join("</w:tc></w:tr></w:tbl>" for _ in range(30)),
            "deep",
        ),
        (table(*[cell("x", '<w:gridSpan w:val="999"/>')] * 2100), "cells"),
    ],
)
def test_what_cannot_be_a_document_is_refused_with_its_reason(body, word):
    with pytest.raises(UnreadableDocument, match=word):
        read(body)


words = st.text("ab 1.(;\u00ad\t", max_size=20)
runs = st.one_of(
    words.map(lambda text: f"<w:r><w:t>{text}</w:t></w:r>"),
    words.map(lambda text: f"<w:ins><w:r><w:t>{text}</w:t></w:r></w:ins>"),
    words.map(lambda text: f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"),
    st.sampled_from(["begin", "separate", "end"]).map(
        lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    ),
    st.integers(1, 4).map(lambda note: f'<w:r><w:footnoteReference w:id="{note}"/></w:r>'),
)
paragraphs = st.tuples(st.lists(runs, max_size=4), st.integers(0, 3), st.integers(-1, 9)).map(
    lambda made: f"<w:p><w:pPr>{numbered(made[1], made[2])}</w:pPr>{''.join(made[0])}</w:p>"
)
blocks = st.recursive(
    paragraphs,
    lambda inner: st.lists(st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=3).map(
        lambda rows: table(*["".join(cell(content) for content in row) for row in rows])
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks, max_size=5))
def test_any_arrangement_of_elements_is_read_or_refused(made):
    notes = "".join(f'<w:footnote w:id="{note}">{p("note")}</w:footnote>' for note in (1, 2))
    try:
        document = read(
            "".join(made),
            footnotes=notes,
            numbering=lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")),
        )
    except UnreadableDocument as refused:
        assert "no words" in refused.message  # noqa: PT017
        return
    for paragraph in document.paragraphs:
        assert paragraph.text == " ".join(paragraph.text.split())
        assert all(0 <= call.start <= len(paragraph.text) for call in paragraph.note_calls)
        assert "\ue000" not in paragraph.text
    for found in document.tables:
        assert len({len(row) for row in found.rows}) == 1
        assert 0 <= found.at <= len(document.paragraphs)


@pytest.mark.corpus
def test_matrices_hold_every_recommendation_with_its_position(shared_data):
    for year, supported, noted in (("2013", 204, 48), ("2018", 284, 62)):
        file = shared_data / "china" / f"Matrix_recommendations_{year}.docx"
        table_ = read_docx(file.read_bytes(), file.name).tables[0]
        positions = [row[1] for row in table_.rows]
        assert (positions.count("Supported"), positions.count("Noted")) == (supported, noted)


@pytest.mark.corpus
def test_docx_named_doc_holds_its_questions_under_their_states(shared_data):
    file = shared_data / "slovenia" / "cycle2" / "AdvancedQuestionsSloveniaAdd2.doc"
    document = read_docx(file.read_bytes(), file.name)
    assert document.title == "ADVANCE QUESTIONS TO SLOVENIA – ADD.2"
    assert [paragraph.heading for paragraph in document.paragraphs] == ["SPAIN"] * 2 + ["UNITED KINGDOM"] * 3
