"""Letters on saved pages: the article among what a site puts around it, encodings, notes in odd forms."""

from __future__ import annotations

import pytest
from making_letters import SITES

from onrecord.letters.forms.letter import letter_of
from onrecord.letters.forms.model import Block, BlockKind, Blocks, FormNote, NoteCall
from onrecord.letters.forms.read import blocks_of

KOREAN = (
    "<html><head>{meta}<title>공개서한</title></head><body><ul class='menu'><li><a href='/'>홈</a></li>"
    "<li><a href='/a'>소개</a></li><li><a href='/b'>활동</a></li></ul><div class='view_content'>"
    "<p>대통령께 드리는 공개서한</p><p>2024년 1월 3일</p><p>존경하는 대통령님,</p>"
    "<p>유엔 조사위원회는 “현대 사회에서 유례를 찾아볼 수 없다”고 하였습니다.<sup>1)</sup> 위원회는 중국에 “원칙을 존중”하라고 "
    "권고하였습니다.<sup>2)</sup></p><p>다음과 같이 서면질문을 제출할 것을 촉구합니다:</p>"
    "<p>가. 중국은 강제송환금지 원칙을 지키고 있는가?</p><p>나. 2013년 이후 몇 명이 송환되었는가?</p><p>각주</p>"
    "<p>1) 유엔 북한인권조사위원회 보고서, A/HRC/25/CRP.1, 1211항</p><p>2) 위의 보고서, 1221항 (a)</p></div>"
    "<div class='comment_area'><p>댓글입니다.</p></div></body></html>"
)


def letter_blocks() -> Blocks:
    text = "The inquiry found that “crimes against humanity have been committed” against persons who try to flee."
    return Blocks(
        "letter",
        "text",
        (
            Block(BlockKind.PARAGRAPH, "Dear President,"),
            Block(BlockKind.PARAGRAPH, text, calls=(NoteCall("1", len(text), 0),)),
            Block(BlockKind.PARAGRAPH, "It asked for an answer.", calls=(NoteCall("2", 23, 1),)),
        ),
        (FormNote("1", "A/HRC/25/CRP.1, para. 1098."), FormNote("2", "Id., para. 1197.")),
    )


@pytest.mark.parametrize("site", sorted(SITES))
def test_a_short_letter_is_found_on_a_page_that_is_mostly_something_else(site: str) -> None:
    read = blocks_of(SITES[site](letter_blocks()).encode(), "page.html")
    assert [block.text for block in read.blocks] == [block.text for block in letter_blocks().blocks]
    assert [note.text for note in read.notes] == [note.text for note in letter_blocks().notes]


@pytest.mark.parametrize(
    ("meta", "coding"),
    [
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta charset='euc-kr'>", "cp949"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=ks_c_5601-1987'>", "cp949"),
        ("", "cp949"),
        ("", "utf-16"),
    ],
)
def test_a_korean_page_is_read_in_its_encoding(meta: str, coding: str) -> None:
    letter = letter_of(blocks_of(KOREAN.format(meta=meta).encode(coding), "page.html"))
    assert letter.date == "2024-01-03"
    assert [note.number for note in letter.notes] == ["1", "2"]
    assert [marker.number for marker in letter.markers] == ["1", "2"]
    assert [ask.name for ask in letter.asks] == ["Q1", "Q2"]
    assert "댓글" not in letter.text
    assert "홈" not in letter.text


def test_a_western_page_without_an_encoding_is_read_as_windows_1252() -> None:
    read = blocks_of("<html><body><p>“São Tomé” – noted</p></body></html>".encode("cp1252"), "page.html")
    assert read.blocks[0].text == "“São Tomé” – noted"


def test_comments_longer_than_the_letter_are_left_out() -> None:
    talk = "<li><p>" + "I agree with every word of this. " * 20 + "</p></li>"
    page = SITES["wordpress"](letter_blocks()).replace(
        '<ol class="comment-list">', f'<ol class="comment-list">{talk * 9}'
    )
    assert "I agree" not in letter_of(blocks_of(page.encode(), "page.html")).text


def test_scripts_are_no_text_and_nothing_is_fetched() -> None:
    page = (
        "<html><body><script>document.write('no')</script><p onclick='x()'>Words <img src='http://example.org/x.png'></p>"
        "<iframe src='http://example.org'></iframe></body></html>"
    )
    assert [block.text for block in blocks_of(page.encode(), "page.html").blocks] == ["Words"]


def test_a_page_of_lines_and_breaks_in_a_table_is_paragraphs_and_list_items() -> None:
    page = (
        "<html><body><table><tr><td><ul><li><a href='/a'>Home</a></li><li><a href='/b'>News</a></li>"
        "<li><a href='/c'>Join</a></li></ul></td><td>"
        "<b>Open letter</b><br>January 3, 2024<br><br>It was said that “it must end now”.[1] And again.[2]<br><br>"
        "We ask the following questions:<br><br>1. Does it end?<br>2. When does it end?<br><br>-----<br>"
        "[1] A/HRC/25/5, para. 3<br>[2] Id., para. 4</td></tr></table></body></html>"
    )
    read = blocks_of(page.encode(), "page.html")
    assert [(block.label, block.text) for block in read.blocks][1:] == [
        ("", "It was said that “it must end now”. And again."),
        ("", "We ask the following questions:"),
        ("1.", "Does it end?"),
        ("2.", "When does it end?"),
    ]
    letter = letter_of(read)
    assert letter.date == "2024-01-03"
    assert [ask.name for ask in letter.asks] == ["Q1", "Q2"]
    assert [note.text for note in read.notes] == ["A/HRC/25/5, para. 3", "Id., para. 4"]


NOTES = {
    "behind their mark": """<p>It “must end”.<sup data-mfn='1'><a href='javascript:void(0)'>1</a></sup><span
        class='modern-footnotes-footnote__note'>A/HRC/25/5, para. 3</span> So it was.</p>""",
    "at an empty place": """<p>It “must end”.<span class='easy-footnote'><a href='#bottom-1-77'><sup>1</sup></a></span>
        So it was.</p><ol class='easy-footnotes-wrapper'><li><span id='bottom-1-77'></span>A/HRC/25/5, para. 3<a
        class='easy-footnote-to-top' href='#easy-footnote-1-77'></a></li></ol>""",
    "as Word has them": """<p>It “must end”.<a href='#_ftn1' name='_ftnref1'>[1]</a> So it was.</p><hr><div id='ftn1'>
        <p><a href='#_ftnref1' name='_ftn1'>[1]</a> A/HRC/25/5, para. 3</p></div>""",
    "in a list without anchors": """<p>It “must end”.<sup>1</sup> So it was.</p><h3>Notes</h3><ol class='footnotes'>
        <li>A/HRC/25/5, para. 3</li></ol>""",
}


@pytest.mark.parametrize("page", NOTES.values(), ids=NOTES)
def test_notes_are_found_as_sites_write_them(page: str) -> None:
    read = blocks_of(f"<html><body><article>{page}</article></body></html>".encode(), "page.html")
    assert [block.text for block in read.blocks] == ["It “must end”. So it was."]
    assert [(call.number, call.start, call.note) for call in read.blocks[0].calls] == [("1", 14, 0)]
    assert [(note.number, note.text) for note in read.notes] == [("1", "A/HRC/25/5, para. 3")]


def test_signatories_that_are_links_to_their_own_sites_stay() -> None:
    names = ["HanVoice", "Mulmangcho", "No Chain", "THINK"]
    links = "".join(
        f"<li><a href='https://{name.replace(' ', '').lower()}.org/'>{name}</a></li>" for name in names
    )
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Home", "About", "News"))
    page = f"<html><body><div><ul>{menu}</ul><p>We ask for an answer, and sign below.</p><ul>{links}</ul></div></body></html>"
    read = blocks_of(page.encode(), "page.html")
    assert [block.text for block in read.blocks] == ["We ask for an answer, and sign below.", *names]
