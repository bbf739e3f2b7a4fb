"""Reads the words back out of each format, the way a reader's program would: body and notes apart."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from typing import NamedTuple

import pypdfium2
from lxml import etree, html

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MILLIMETRE = 72 / 25.4
# What programs may add or drop without changing a word.
IGNORABLE = dict.fromkeys(map(ord, "\u200b\u2060\u00ad\ufeff\u200e\u200f"))
MIRRORED = str.maketrans(")]}>»’”", "([{<«‘“")


class Words(NamedTuple):
    """The words of a letter with its markers "[1]" and the labels of its lists "2."; a note is a list of words."""

    body: list[str]
    notes: list[list[str]]


def text_words(data: bytes, notes_heading: str) -> Words:
    """The words of the plain text."""
    text = data.decode("utf-8")
    body, found, after = text.rpartition(f"\n\n{notes_heading}\n\n[1] ")
    if not found:
        return Words(text.split(), [])
    return Words(body.split(), [row.split()[1:] for row in f"[1] {after}".strip().split("\n\n")])


def html_words(data: bytes) -> Words:
    """The words of the page, as copying it gives them."""
    root = html.document_fromstring(data.decode("utf-8"))
    for one in root.xpath("//br"):
        one.tail = "\n" + (one.tail or "")
    for one in root.xpath("//p | //li | //h1 | //h2 | //h3 | //h4 | //h5 | //h6 | //ul"):
        one.tail = "\n" + (one.tail or "")
        one.text = "\n" + (one.text or "")
    notes = []
    for section in root.xpath("//section[@role='doc-endnotes']"):
        notes = [one.text_content().split()[1:] for one in section.xpath(".//li")]
        section.getparent().remove(section)
    for unseen in root.xpath("//*[@class='unseen']"):
        unseen.getparent().remove(unseen)
    return Words(root.find("body").text_content().split(), notes)


def docx_words(data: bytes) -> Words:
    """The words of the Word file, its lists and notes numbered as Word numbers them."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        document, notes, numbering = (
            etree.fromstring(file.read(f"word/{name}.xml")) for name in ("document", "footnotes", "numbering")
        )
    lists = _Lists(numbering)
    order: list[str] = []
    body = "\n".join(lists.label(one) + _text(one, order) for one in document.iter(f"{W}p"))
    by_id = {
        one.get(f"{W}id"): "".join(_text(part, []) for part in one.iter(f"{W}p"))
        for one in notes.iter(f"{W}footnote")
        if one.get(f"{W}type") is None
    }
    assert sorted(by_id) == sorted(order)
    return Words(body.split(), [by_id[key].split() for key in order])


def _text(paragraph: etree._Element, order: list[str]) -> str:
    """The text of a paragraph; `order` takes the notes that it calls, whose place gives their number."""
    found = ""
    for one in paragraph.iter(f"{W}t", f"{W}br", f"{W}footnoteReference"):
        if one.tag == f"{W}t":
            is_field = one.getparent().getparent().tag == f"{W}fldSimple"
            found += f"[{one.text}]" if is_field else one.text or ""
        elif one.tag == f"{W}br":
            found += "\n"
        else:
            order.append(one.get(f"{W}id"))
            found += f"[{len(order)}]"
    return found


class _Lists:
    """Counts as Word counts (ECMA-376, 17.9): by list and level, from where the list starts."""

    def __init__(self, numbering: etree._Element) -> None:
        self.counts: dict[tuple[str, str], int] = {}
        self.abstract = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
        self.lists = {one.get(f"{W}numId"): one for one in numbering.iter(f"{W}num")}

    def label(self, paragraph: etree._Element) -> str:
        number = paragraph.find(f"{W}pPr/{W}numPr")
        if number is None:
            return ""
        key, level = number.find(f"{W}numId").get(f"{W}val"), number.find(f"{W}ilvl").get(f"{W}val")
        one = self.lists[key]
        abstract = self.abstract[one.find(f"{W}abstractNumId").get(f"{W}val")]
        form = next(lvl for lvl in abstract.iter(f"{W}lvl") if lvl.get(f"{W}ilvl") == level)
        start = next(
            (
                int(over.find(f"{W}startOverride").get(f"{W}val"))
                for over in one.iter(f"{W}lvlOverride")
                if over.get(f"{W}ilvl") == level
            ),
            1,
        )
        self.counts[key, level] = self.counts.get((key, level), start - 1) + 1
        text = form.find(f"{W}lvlText").get(f"{W}val")
        return text.replace(f"%{int(level) + 1}", str(self.counts[key, level])) + " "


def pdf_pages(data: bytes) -> list[str]:
    """The text between head and foot of each page."""
    document = pypdfium2.PdfDocument(data)
    pages = []
    for page in document:
        text = page.get_textpage()
        height = page.get_height()
        pages.append(text.get_text_bounded(bottom=24 * MILLIMETRE, top=height - 24 * MILLIMETRE))
    document.close()
    return pages


def squeezed(text: str) -> str:
    """The text without spaces and without what programs may add or drop; accents apart from their letters.

    Where the words run from right to left PDFium turns brackets and quotation marks about, and puts an
    accent before its letter.
    """
    apart = unicodedata.normalize("NFKD", "".join(text.translate(IGNORABLE).split()))
    return apart.translate(MIRRORED)


def as_in_pdf(words: Words) -> str:
    """What a PDF of one page holds of the words, squeezed: its markers have no brackets."""
    notes = [f"{number} {' '.join(note)}" for number, note in enumerate(words.notes, 1)]
    return squeezed(re.sub(r"\[(\d{1,3})\]", r"\1", " ".join(words.body)) + " ".join(notes))
