"""Writes a letter's blocks in each form, as programs and sites write them."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from subprocess import run
from xml.sax.saxutils import escape

from tests.documents.making import docx, level, zipped

from onrecord.letters.forms.model import Block, BlockKind, Blocks, FormNote

_RUNS = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
_SMALL = '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
_ENDNOTE_DECIMAL = '<w:numFmt w:val="decimal"/>'
_URL = re.compile(r"https?://[^\s)]*[^\s).,;]")


_SPACED = (
    '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="{after}" w:line="259" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)


def as_docx(blocks: Blocks, *, kind: str = "footnote", after: int = 160) -> bytes:
    """The letter with real footnotes or endnotes, and lists that Word numbers.

    `after` is the space after a paragraph in twentieths of a point; Word's own default is 160.
    """
    notes = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f"{_own_mark(kind, note.number, number)}</w:r>{_SMALL.format(' ' + escape(note.text))}</w:p></w:{kind}>"
        for number, note in enumerate(blocks.notes, 1)
    )
    lists = _Lists()
    typed = _typed_marks(blocks)
    body = "".join(_docx_paragraph(block, kind, lists, typed) for block in blocks.blocks)
    body += f"<w:sectPr><w:{kind}Pr>{_ENDNOTE_DECIMAL}</w:{kind}Pr></w:sectPr>"
    settings = f"<w:{kind}Pr>{_ENDNOTE_DECIMAL}</w:{kind}Pr>"
    bare = docx(
        body,
        numbering=lists.xml(),
        **{f"{kind}s": notes, "settings": settings, "styles": _SPACED.format(after=after)},
    )
    return with_content_types(bare)


def with_content_types(data: bytes) -> bytes:
    """The same file with the list of its parts' types, without which LibreOffice opens none."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    types = "".join(
        f'<Override PartName="/{path}" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{"document.main" if path.endswith("document.xml") else Path(path).stem}+xml"/>'
        for path in parts
        if path.endswith(".xml")
    )
    head = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return zipped({"[Content_Types].xml": f"{head}{types}</Types>", **parts})


def _own_mark(kind: str, printed: str, counted: int) -> str:
    return f"<w:{kind}Ref/>" if printed == str(counted) else f"<w:t>{printed}</w:t>"


class _Lists:
    """Gives each list of the letter a number of its own in Word's table of lists."""

    def __init__(self) -> None:
        self.formats: list[str] = []
        self.last = ""

    def number_of(self, block: Block) -> int:
        if block.label in {"1.", "가.", "(a)", "•"} and block.label != self.last:
            self.formats.append(
                {"1.": "decimal", "가.": "ganada", "(a)": "lowerLetter", "•": "bullet"}[block.label]
            )
        self.last = block.label if block.label == "•" else ""
        return len(self.formats)

    def xml(self) -> str:
        texts = {"decimal": "%1.", "ganada": "%1.", "lowerLetter": "(%1)", "bullet": "•"}
        kinds = "".join(
            f'<w:abstractNum w:abstractNumId="{n}">{level(0, kind, texts[kind])}</w:abstractNum>'
            for n, kind in enumerate(self.formats, 1)
        )
        uses = "".join(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
            for n in range(1, len(self.formats) + 1)
        )
        return kinds + uses


def _typed_marks(blocks: Blocks) -> set[str]:
    """The notes whose number is not the one that Word would count: their marks are typed."""
    return {note.number for count, note in enumerate(blocks.notes, 1) if note.number != str(count)}


def _docx_paragraph(block: Block, kind: str, lists: _Lists, typed: set[str]) -> str:
    properties = ""
    if block.kind is BlockKind.LIST_ITEM:
        properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{lists.number_of(block)}"/></w:numPr>'
    pieces, done = [], 0
    for call in block.calls:
        pieces.append(_docx_run(block.text[done : call.start]))
        if call.note is None:
            pieces.append(
                f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{call.number}</w:t></w:r>'
            )
        else:
            own, mark = "", ""
            if call.number in typed:
                own, mark = ' w:customMarkFollows="1"', f"<w:t>{call.number}</w:t>"
            pieces.append(
                f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:{kind}Reference{own} w:id="{call.note + 1}"/>{mark}</w:r>'
            )
        done = call.start
    pieces.append(_docx_run(block.text[done:]))
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(pieces)}</w:p>"


def _docx_run(text: str) -> str:
    return "<w:r><w:br/></w:r>".join(_RUNS.format(escape(line)) for line in text.split("\n")) if text else ""


# -- web pages ------------------------------------------------------------------------------------


def _with_calls(block: Block, mark: str) -> str:
    """The block's words in HTML; `mark` is written at each call, {n} its number."""
    pieces, done = [], 0
    for call in block.calls:
        pieces += [html.escape(block.text[done : call.start], quote=False), mark.format(n=call.number)]
        done = call.start
    pieces.append(html.escape(block.text[done:], quote=False))
    return "".join(pieces).replace("\n", "<br>")


def _linked(text: str) -> str:
    return _URL.sub(lambda url: f'<a href="{url[0]}">{url[0]}</a>', html.escape(text, quote=False))


def _paragraphs(blocks: Blocks, mark: str) -> str:
    pieces: list[str] = []
    in_list = False
    for block in blocks.blocks:
        item = block.kind is BlockKind.LIST_ITEM
        if in_list and (not item or block.label == "1."):
            pieces.append("</ol>")
            in_list = False
        if item and not in_list:
            pieces.append("<ol>")
            in_list = True
        tag = "li" if item else "h2" if block.kind is BlockKind.HEADING else "p"
        pieces.append(f"<{tag}>{_with_calls(block, mark)}</{tag}>")
    return "\n".join(pieces) + ("</ol>" if in_list else "")


_MENU = "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>'
    for name in ("Home", "About", "Reports", "Press", "Donate")
)
_RELATED = "".join(
    f'<article class="card"><h3><a href="/p{n}">Statement {n} on forced returns</a></h3>'
    f"<p>Our organisation has said on {n} May that returns must end at once, and asks for an answer…</p></article>"
    for n in range(1, 5)
)


def wordpress(blocks: Blocks) -> str:
    """WordPress with its block of footnotes, a menu, share buttons, related posts and comments."""
    notes = "".join(
        f'<li id="fn-{note.number}">{_linked(note.text)} <a href="#fn-{note.number}-link" aria-label="Back">↩︎</a></li>'
        for note in blocks.notes
    )
    mark = '<sup data-fn="fn-{n}" class="fn"><a href="#fn-{n}" id="fn-{n}-link">{n}</a></sup>'
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>Letter - Site</title>
<style>p{{color:red}}</style><script>document.write("<p>never read</p>")</script></head>
<body class="post-template has-sidebar"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><nav class="main-navigation"><ul>{_MENU}</ul></nav></header>
<div id="page"><div id="content" class="site-content"><main><article class="post type-post">
<div class="entry-content">{_paragraphs(blocks, mark)}
<ol class="wp-block-footnotes">{notes}</ol>
<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">X</a></li></ul></div>
<div id="jp-relatedposts"><h3>Related</h3>{_RELATED}</div></div>
<footer class="entry-footer">Posted in <a href="/c">Letters</a></footer></article>
<div id="comments" class="comments-area"><h2>2 thoughts</h2><ol class="comment-list"><li><p>A comment that is
quite long and says that it agrees with every word of the letter that stands above it, 1 to 25.</p></li></ol>
<form><textarea>Reply</textarea></form></div></main>
<aside class="widget-area sidebar"><section class="widget"><h2>Recent Posts</h2><ul>{_MENU}</ul></section></aside>
</div></div><footer class="site-footer"><p>© 2024 The Site. All rights reserved.</p></footer></body></html>"""


def word_export(blocks: Blocks) -> str:
    """What Word saves as a web page: _ftn anchors, notes in divisions, in windows-1252."""
    notes = "".join(
        f'<div style="mso-element:footnote" id=ftn{note.number}><p class=MsoFootnoteText>'
        f'<a style="mso-footnote-id:ftn{note.number}" href="#_ftnref{note.number}" name="_ftn{note.number}" title="">'
        f"<span class=MsoFootnoteReference>[{note.number}]</span></a> {_linked(note.text)}</p></div>"
        for note in blocks.notes
    )
    mark = (
        '<a style="mso-footnote-id:ftn{n}" href="#_ftn{n}" name="_ftnref{n}" title="">'
        "<span class=MsoFootnoteReference><sup>[{n}]</sup></span></a>"
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><style><!-- p.MsoNormal {{}} --></style></head>
<body lang=EN-US><div class=WordSection1>{_paragraphs(blocks, mark)}</div>
<div style="mso-element:footnote-list"><br clear=all><hr align=left size=1 width="33%">{notes}</div></body></html>"""


def plain_superscripts(blocks: Blocks) -> str:
    """A builder of sites: divisions in divisions, plain superscripts, notes as paragraphs below a line."""
    notes = "".join(f"<p><sup>{note.number}</sup> {_linked(note.text)}</p>" for note in blocks.notes)
    rows = re.split(r"(?=<p>)", _paragraphs(blocks, "<sup>{n}</sup>"))
    half = len(rows) // 2
    return f"""<!doctype html><html><head><meta charset=utf-8></head><body class="page">
<div class="header-wrapper"><div class="navbar"><ul>{_MENU}</ul></div></div>
<div class="elementor"><div class="elementor-section"><div class="elementor-widget-wrap">
<div class="elementor-widget-text-editor">{"".join(rows[:half])}</div></div></div>
<div class="elementor-section"><div class="elementor-widget-text-editor">{"".join(rows[half:])}<hr>{notes}</div></div>
<div class="elementor-section"><div class="social-icons"><a href="https://x.com/a">X</a><a href="https://facebook.com/a">Facebook</a>
<a href="mailto:?subject=x">E-mail</a></div></div></div>
<div class="footer"><p>Contact us at 1 Some Street, Seoul. Sign up for our newsletter.</p></div></body></html>"""


def saved_complete(blocks: Blocks) -> str:
    """A page saved "complete": links to notes carry the page's address, notes are a list with back-links."""
    address = "https://example.org/letters/2024-01-03/"
    notes = "".join(
        f'<li id="footnote-{note.number}"><p>{_linked(note.text)} <a href="{address}#ref-{note.number}">↑</a></p></li>'
        for note in blocks.notes
    )
    numbers = [int(note.number) for note in blocks.notes]
    items = "".join(
        item
        if index == 0 or numbers[index] == numbers[index - 1] + 1
        else item.replace("<li ", f'<li value="{numbers[index]}" ', 1)
        for index, item in enumerate(re.findall(r"<li .*?</li>", notes))
    )
    mark = f'<sup><a id="ref-{{n}}" href="{address}#footnote-{{n}}">[{{n}}]</a></sup>'
    heading = "<h3>Notes</h3>" if notes else ""
    return f"""<!DOCTYPE html><!-- saved from url=(0039){address} --><html><head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><link rel="stylesheet" href="./letter_files/a.css"></head>
<body><div class="top-bar"><div class="menu"><ul>{_MENU}</ul></div></div>
<div class="breadcrumb"><a href="/">Home</a> » Letters</div>
<table class="layout"><tr><td class="left-menu"><ul>{_MENU}</ul></td><td><div class="post-body">{_paragraphs(blocks, mark)}
{heading}<ol class="footnotes">{items}</ol></div></td></tr></table>
<div class="cookie-notice"><p>We use cookies to make this site work.
By going on you accept our use of them.</p></div></body></html>"""


SITES = {
    "wordpress": wordpress, "word export": word_export, "plain superscripts": plain_superscripts,
    "saved complete": saved_complete,
}  # fmt: skip


def with_every_note(blocks: Blocks) -> Blocks:
    """The letter with a note for each mark that calls none, as a word processor has it: it cannot be otherwise."""
    missing = {call.number for block in blocks.blocks for call in block.calls if call.note is None}
    notes = sorted(
        [*blocks.notes, *(FormNote(number, f"See A/HRC/40/6, para. {number}.") for number in missing)],
        key=lambda note: int(note.number),
    )
    places = {note.number: place for place, note in enumerate(notes)}
    called = tuple(
        replace(block, calls=tuple(replace(call, note=places[call.number]) for call in block.calls))
        for block in blocks.blocks
    )
    return replace(blocks, blocks=called, notes=tuple(notes))


# -- what LibreOffice makes -----------------------------------------------------------------------


def converted(source: Path, form: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another form ("doc", "rtf", "pdf", "odt")."""
    profile = folder / "profile"
    run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form,
         "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{source.stem}.{form}"


_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def with_head_and_foot(data: bytes, head: str) -> bytes:
    """A DOCX of ours with a running head, and "Page 1" at each page's foot."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        parts = {name: container.read(name).decode() for name in container.namelist()}
    number = '<w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    parts["word/head.xml"] = f"<w:hdr {_NAMESPACES}><w:p><w:r><w:t>{escape(head)}</w:t></w:r></w:p></w:hdr>"
    parts["word/foot.xml"] = f"<w:ftr {_NAMESPACES}><w:p>{number}</w:p></w:ftr>"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for name, kind in (("head", "header"), ("foot", "footer")):
        parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
            "</Relationships>",
            f'<Relationship Id="{name}" Type="{relation}/{kind}" Target="{name}.xml"/></Relationships>',
        )
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            "</Types>",
            f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-'
            f'officedocument.wordprocessingml.{kind}+xml"/></Types>',
        )
    references = (
        '<w:headerReference w:type="default" r:id="head"/><w:footerReference w:type="default" r:id="foot"/>'
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:sectPr>", f"<w:sectPr>{references}")
    return zipped(dict(parts))
