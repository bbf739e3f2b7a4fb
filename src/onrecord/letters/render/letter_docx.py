"""A letter as a Word file with real footnotes, automatic numbers and page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from onrecord.letters.compose.built import BlockKind, Break, BuiltLetter, Inline, Run
from onrecord.letters.render.docx_file import About, Extra, section, word_file
from onrecord.letters.render.docx_package import R, Relations, make
from onrecord.letters.render.docx_runs import Inliner
from onrecord.letters.render.docx_styles import Numbering
from onrecord.letters.render.letter_frame import frame
from onrecord.letters.render.letter_page import Frame, Listing, Part, Signers, Text

LIST_STYLES = {True: "ListNumber", False: "ListBullet"}
DEEPEST = 8
LONGEST_TOGETHER = 12


def letter_docx(built: BuiltLetter) -> bytes:
    """The letter for Word and LibreOffice; both show its notes at the foot of the page and renumber them.

    The same letter gives the same bytes: nothing in the file tells when or where it was made. Raises what
    `frame` raises.
    """
    return _Writer(frame(built)).file()


class _Writer:
    """Puts one letter's parts together."""

    def __init__(self, page: Frame) -> None:
        self.page = page
        self.links = Relations()
        self.note_links = Relations()
        self.body = Inliner(page.language, self.links)
        self.numbering = Numbering()

    def file(self) -> bytes:
        """The whole file."""
        page = self.page
        document = self._document()
        extras = (
            Extra("numbering", "numbering.xml", self.numbering.xml()),
            Extra("footnotes", "footnotes.xml", self._footnotes(), self.note_links),
            Extra("header", "header1.xml", self._header()),
            Extra("footer", "footer1.xml", self._footer()),
        )
        about = About(page.name, page.author, page.language, page.day)
        return word_file(about, document, self.links, extras)

    def _document(self) -> etree._Element:
        body = make("body", *self._head(), *(one for part in self.page.parts for one in self._part(part)))
        references = []
        for kind, where in (("header", "default"), ("footer", "default"), ("footer", "first")):
            reference = make(f"{kind}Reference", type=where)
            reference.set(f"{{{R}}}id", self.links.to(kind, f"{kind}1.xml"))
            references.append(reference)
        body.append(section(*references, right_to_left=self.page.right_to_left))
        return make("document", body)

    def paragraph(
        self,
        style: str,
        inlines: Sequence[Inline],
        *properties: etree._Element,
        inliner: Inliner | None = None,
    ) -> etree._Element:
        """A paragraph in a style; `properties` follow it."""
        made = make("pPr", make("pStyle", val=style), *properties)
        if self.page.right_to_left:
            made.append(make("bidi"))
        return make("p", made, *(inliner or self.body).runs(inlines))

    def _head(self) -> Iterator[etree._Element]:
        page = self.page
        for place, words in enumerate(page.letterhead):
            last = place == len(page.letterhead) - 1
            style = "Letterhead" if place == 0 else "LetterheadEnd" if last else "LetterheadLine"
            yield self.paragraph(style, [Run(words)])
        if page.heading:
            yield self.paragraph("Title", [Run(page.heading)])
        if page.reference:
            yield self.paragraph("Reference", [Run(page.reference)])
        if page.date:
            yield self.paragraph("Date", [Run(page.date)])
        if page.addressee:
            yield self.paragraph("Address", _stacked(page.addressee))
        if page.copies:
            yield self.paragraph("Copies", [Run(f"{page.labels.copies} "), *_stacked(page.copies)])
        if page.subject:
            style = "Subject" if page.heading else "Title"
            yield self.paragraph(style, [Run(f"{page.subject_label} {page.subject}".strip())])

    def _part(self, part: Part) -> Iterator[etree._Element]:
        match part:
            case Signers():
                yield self.paragraph("Heading1", [Run(part.heading)])
                for place, one in enumerate(part.names, 1):
                    # A short list stays on one page with its heading.
                    together = place < len(part.names) <= LONGEST_TOGETHER
                    detail = f" ({one.detail})" if one.detail else ""
                    yield self.paragraph(
                        "Signatory", [Run(one.name + detail)], *([make("keepNext")] if together else [])
                    )
            case Listing():
                yield from self._items(part, 0)
            case Text(kind=BlockKind.HEADING):
                yield self.paragraph(f"Heading{part.level}", part.inlines)
            case Text(kind=BlockKind.QUOTATION):
                yield self.paragraph("Quote", part.inlines)
            case Text():
                yield self.paragraph("Normal", part.inlines, *([make("keepNext")] if part.leads else []))

    def _items(self, listing: Listing, level: int) -> Iterator[etree._Element]:
        """The items; Word counts, and a new list begins wherever the next number is not the printed one."""
        key, following, prefix = 0, -1, ""
        for item in listing.items:
            if not listing.ordered:
                key = self.numbering.bullets()
            elif item.number != following or item.prefix != prefix:
                key = self.numbering.ordered(item.prefix, item.number, level)
            following, prefix = item.number + 1, item.prefix
            numbered = make("numPr", make("ilvl", val=level), make("numId", val=key))
            yield self.paragraph(LIST_STYLES[listing.ordered], item.inlines, numbered)
            for below in item.below:
                yield from self._items(below, min(level + 1, DEEPEST))

    def _footnotes(self) -> etree._Element:
        """The notes, after the two lines that part them from the text (ECMA-376, 17.11.23)."""
        root = make("footnotes")
        for key, kind in ((-1, "separator"), (0, "continuationSeparator")):
            root.append(make("footnote", make("p", make("r", make(kind))), type=kind, id=key))
        inliner = Inliner(self.page.language, self.note_links)
        for note in self.page.notes:
            mark = make("r", make("rPr", make("rStyle", val="FootnoteReference")), make("footnoteRef"))
            words = self.paragraph("FootnoteText", [Run(" "), *note.inlines], inliner=inliner)
            words.insert(1, mark)
            root.append(make("footnote", words, id=note.number))
        return root

    def _header(self) -> etree._Element:
        return make("hdr", self.paragraph("Header", [Run(self.page.running)]))

    def _footer(self) -> etree._Element:
        before, between, after = self.page.labels.page.split("{}")
        # Its words are ours, written from left to right in whatever letter.
        line = make("p", make("pPr", make("pStyle", val="Footer")))
        for words, code in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
            line.extend(self.body.words(Run(words)) if words else ())
            if code:
                line.append(make("fldSimple", make("r", make("t", "1")), instr=f" {code} "))
        return make("ftr", line)


def _stacked(lines: Sequence[str]) -> list[Inline]:
    found: list[Inline] = []
    for place, words in enumerate(lines):
        found += [Break(), Run(words)] if place else [Run(words)]
    return found
