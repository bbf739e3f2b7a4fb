"""Letters from Word: tracked changes, comments, links, boxes, tables, lists, typed marks."""

from __future__ import annotations

from tests.documents.making import cell, docx, level, numbered, p, table

from onrecord.letters.forms.letter import letter_of
from onrecord.letters.forms.model import BlockKind, Link
from onrecord.letters.forms.read import blocks_of

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{}</w:r>'


def field(address: str, words: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{address}" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN.format(words)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_tracked_changes_are_read_as_accepted_and_said_by_whom_and_where() -> None:
    inserted = f'<w:ins w:author="Kim">{RUN.format("not ")}</w:ins>'
    deleted = '<w:del w:author="Lee"><w:r><w:delText>never </w:delText></w:r></w:del>'
    body = p("One") + f"<w:p>{RUN.format('China did ')}{inserted}{deleted}{RUN.format('agree.')}</w:p>"
    read = blocks_of(docx(body), "letter.docx")
    assert [block.text for block in read.blocks] == ["One", "China did not agree."]
    assert [(c.kind, c.by, c.words, c.paragraph) for c in read.changes] == [
        ("insertion", "Kim", "not", 2),
        ("deletion", "Lee", "never", 2),
    ]
    assert len(read.problems) == 1
    assert read.problems[0].startswith(
        "Tracked changes are pending: 1 insertion by Kim; 1 deletion by Lee (paragraph 2). "
    )


def test_comments_are_counted_and_no_part_of_the_letter() -> None:
    body = f'<w:p>{RUN.format("A letter.")}<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    comment = f'<w:comment w:id="0" w:author="Park">{p("Is this right?")}</w:comment>'
    read = blocks_of(docx(body, comments=comment), "letter.docx")
    assert [block.text for block in read.blocks] == ["A letter."]
    assert [(c.by, c.words, c.paragraph) for c in read.comments] == [("Park", "Is this right?", 1)]
    assert read.problems == (
        "1 comment by Park stands in the margin (paragraph 1); it was not read as part of the letter.",
    )


def test_a_link_whose_address_its_words_hide_stands_in_the_note() -> None:
    note = f'<w:footnote w:id="2"><w:p>{RUN.format("See ")}{field("https://undocs.org/A/HRC/25/5", "the report")}'
    note += f"{RUN.format(', para. 3.')}</w:p></w:footnote>"
    call = RAISED.format('<w:footnoteReference w:id="2"/>')
    read = blocks_of(docx(f"<w:p>{RUN.format('It said so.')}{call}</w:p>", footnotes=note), "letter.docx")
    assert read.notes[0].text == "See the report, para. 3."
    assert read.notes[0].links == (Link("https://undocs.org/A/HRC/25/5", 4, 14),)
    letter = letter_of(read)
    span = letter.notes[0].span
    assert letter.text[span.start : span.end] == "See the report (https://undocs.org/A/HRC/25/5), para. 3."


def test_a_link_that_shows_its_address_is_not_written_twice() -> None:
    address = "https://undocs.org/A/HRC/25/5"
    body = f"<w:p>{RUN.format('See ')}{field(address, address)}</w:p>"
    read = blocks_of(docx(f"{p('x')}{body}"), "letter.docx")
    assert read.blocks[1].text == f"See {address}"


def test_lists_have_the_numbers_that_word_shows_and_become_asks() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        f'<w:abstractNum w:abstractNumId="2">{level(0, "ganada", "%1.")}</w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    body = p("We urge you to submit the following written questions:")
    body += p("Does China agree?", numbered(1)) + p("How many?", numbered(1))
    body += (
        p("다음과 같은 권고를 할 것을 촉구합니다:")
        + p("보호를 제공할 것", numbered(2))
        + p("통계를 공개할 것", numbered(2))
    )
    letter = letter_of(blocks_of(docx(body, numbering=numbering), "letter.docx"))
    assert [(ask.name, letter.text[ask.span.start : ask.span.end]) for ask in letter.asks] == [
        ("Q1", "Does China agree?"),
        ("Q2", "How many?"),
        ("R1", "보호를 제공할 것"),
        ("R2", "통계를 공개할 것"),
    ]
    assert "  나. 통계를 공개할 것" in letter.text


def test_tables_are_read_row_by_row_and_boxes_where_they_are_anchored() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('In a box')}</w:txbxContent></w:pict></w:r>"
    body = (
        table(cell("Name") + cell("Sign"), cell("Kim") + cell("Lee"))
        + f"<w:p>{RUN.format('After')}{box}</w:p>"
    )
    read = blocks_of(docx(body), "letter.docx")
    assert [(block.kind, block.text) for block in read.blocks] == [
        *((BlockKind.CELL, words) for words in ("Name", "Sign", "Kim", "Lee")),
        (BlockKind.PARAGRAPH, "After"),
        (BlockKind.PARAGRAPH, "In a box"),
    ]


def test_notes_typed_by_hand_are_found_below_their_line() -> None:
    body = f"<w:p>{RUN.format('It “shall be so”.')}{RAISED.format('<w:t>1</w:t>')}{RUN.format(' And so.')}"
    body += f"{RAISED.format('<w:t>2</w:t>')}</w:p>"
    body += p("__________") + p("1 Report, A/HRC/25/5, para. 3.") + p("2 Id., para. 4.")
    read = blocks_of(docx(body), "letter.docx")
    assert [block.text for block in read.blocks] == ["It “shall be so”. And so."]
    assert [(call.number, call.start, call.note) for call in read.blocks[0].calls] == [
        ("1", 17, 0),
        ("2", 25, 1),
    ]
    assert [(note.number, note.text) for note in read.notes] == [
        ("1", "Report, A/HRC/25/5, para. 3."),
        ("2", "Id., para. 4."),
    ]


def test_each_place_is_a_paragraph_or_a_note() -> None:
    call = RAISED.format('<w:footnoteReference w:id="2"/>')
    note = f'<w:footnote w:id="2">{p("See A/HRC/25/5.")}</w:footnote>'
    letter = letter_of(
        blocks_of(docx(p("One") + f"<w:p>{RUN.format('Two')}{call}</w:p>", footnotes=note), "l.docx")
    )
    assert letter.place_of(0) == "paragraph 1"
    assert letter.place_of(letter.text.index("Two")) == "paragraph 2"
    assert letter.place_of(letter.text.index("A/HRC")) == "note 1"
    assert letter.places_of([0, 6]) == "paragraphs 1, 2"


def test_emphasis_and_line_breaks_are_kept() -> None:
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Seoul </w:t></w:r>'
    read = blocks_of(
        docx(f"<w:p>{bold}{RUN.format('now')}<w:r><w:br/></w:r>{RUN.format('today')}</w:p>"), "l.docx"
    )
    block = read.blocks[0]
    assert block.text == "Seoul now\ntoday"
    assert [(e.kind, block.text[e.start : e.end]) for e in block.emphasis] == [("bold", "Seoul")]
