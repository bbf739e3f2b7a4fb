"""What older Word and RTF keep of a letter beyond its words, in files that LibreOffice writes."""

from __future__ import annotations

from pathlib import Path
from shutil import which

import pytest
from making_letters import converted, with_content_types
from tests.documents.making import docx, p

from onrecord.letters.forms.read import blocks_of

pytestmark = pytest.mark.skipif(not which("soffice"), reason="LibreOffice is not on this machine")

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
WHEN = 'w:date="2024-01-01T00:00:00Z"'


def source() -> bytes:
    """A letter with a change by each of two people, a comment, and a note whose link hides its address."""
    inserted = f'<w:ins w:id="1" w:author="Kim" {WHEN}>{RUN.format("not ")}</w:ins>'
    deleted = f'<w:del w:id="2" w:author="Lee" {WHEN}><w:r><w:delText xml:space="preserve">never </w:delText></w:r></w:del>'
    link = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK '
        '"https://undocs.org/A/HRC/25/5" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{RUN.format("the report")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    note = (
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
        f"{RUN.format(' See ')}{link}{RUN.format(', para. 3.')}</w:p></w:footnote>"
    )
    comment = f'<w:comment w:id="0" w:author="Park" w:initials="P">{p("Right?")}</w:comment>'
    body = (
        f"{p('One')}<w:p>{RUN.format('China did ')}{inserted}{deleted}{RUN.format('agree.')}"
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>'
        f'{RUN.format(" More.")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
        f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold</w:t></w:r>{RUN.format(' words')}</w:p>"
    )
    return with_content_types(docx(body, footnotes=note, comments=comment))


@pytest.mark.parametrize("form", ["docx", "doc", "rtf"])
def test_changes_comments_links_and_emphasis_are_kept(form: str, tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(source())
    file = file if form == "docx" else converted(file, form, tmp_path)
    read = blocks_of(file.read_bytes(), "letter")
    assert [block.text for block in read.blocks] == ["One", "China did not agree. More.", "Bold words"]
    assert [(c.kind, c.by, c.words, c.paragraph) for c in read.changes] == [
        ("insertion", "Kim", "not", 2),
        ("deletion", "Lee", "never", 2),
    ]
    assert [comment.paragraph for comment in read.comments] == [2]
    assert [(call.number, call.start, call.note) for call in read.blocks[1].calls] == [("1", 20, 0)]
    note = read.notes[0]
    assert note.text == "See the report, para. 3."
    assert [(link.address, note.text[link.start : link.end]) for link in note.links] == [
        ("https://undocs.org/A/HRC/25/5", "the report")
    ]
    assert [(e.kind, read.blocks[2].text[e.start : e.end]) for e in read.blocks[2].emphasis] == [
        ("bold", "Bold")
    ]
    assert len(read.problems) == 2
