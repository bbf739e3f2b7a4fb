"""HTML (web pages, and what Word saves as such) to a Document; everything is on page 1, without boxes."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from onrecord.documents.flow import document_of
from onrecord.documents.html_blocks import HtmlBlocks
from onrecord.documents.html_notes import HtmlNotes
from onrecord.documents.model import Document
from onrecord.documents.passages import Flow, Tally, seen, spaced
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

MAX_HTML_BYTES = 32 * 1024 * 1024
"""A longer page is no document that somebody wrote."""

MAX_DEPTH = 120
"""How deep elements may stand in one another."""

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)


_AS_BROWSERS_READ = dict.fromkeys(
    ("euc-kr", "euc_kr", "ks_c_5601-1987", "ksc5601", "korean", "windows-949"), "cp949"
)
"""Names of encodings that stand for a wider one (WHATWG Encoding Standard, 4.2)."""


def read_html(data: bytes, name: str) -> Document:
    """Read a web page: its paragraphs, headings, lists with their numbers, tables, notes.

    Scripts, styles, menus and what is hidden are left out. Raises UnreadableDocument where the page is
    beyond the bounds or holds no words.
    """
    root = html_tree(data, name)
    flow, tally = Flow(), Tally()
    notes = HtmlNotes(root, flow)
    flow.parts = HtmlBlocks(name, notes, tally).read(root)
    flow.running = [line for title in root.iter("title") if (line := spaced(seen(title.text or "")))]
    flow.problems = tally.problems()
    if not flow.parts:
        raise UnreadableDocument(
            tell("%(name)s: a web page (HTML) without text.", name=name),
            hint=tell("Where a download gave this instead of the document, fetch the document itself."),
        )
    return document_of(flow, data, name, "html")


def html_tree(data: bytes, name: str) -> etree._Element:
    """A page as a tree of elements; nothing in it is run or fetched.

    Raises UnreadableDocument where it is beyond the bounds or cannot be read.
    """
    if len(data) > MAX_HTML_BYTES:
        raise UnreadableDocument(
            tell(
                "%(name)s: a web page (HTML) of %(value)s MB, more than the %(value2)s MB that are read.",
                name=name,
                value=len(data) >> 20,
                value2=MAX_HTML_BYTES >> 20,
            ),
            hint=tell("Split the file and read the parts."),
        )
    return _tree(decoded_html(data), name)


def encoding_said(data: bytes) -> str:
    """The encoding that a page says it is in, "" where it does not say."""
    if data.startswith((codecs.BOM_UTF8, b"\xff\xfe", b"\xfe\xff")):
        return "unicode"
    said = _CHARSET.search(data[:8192])
    return said[1].decode("ascii").lower() if said else ""


def decoded_html(data: bytes) -> str:
    """The characters of a page: by its mark, by what it says of itself, as UTF-8, else as Windows-1252."""
    for mark, coding in ((codecs.BOM_UTF8, "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(coding, errors="replace").removeprefix("\ufeff")
    named = encoding_said(data)
    for coding in (_AS_BROWSERS_READ.get(named, named), "utf-8"):
        try:
            if coding and codecs.lookup(coding).name not in {"utf-16", "utf-32", "iso8859-1"}:
                return data.decode(coding)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", errors="replace")


def _tree(text: str, name: str) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as problem:
        raise UnreadableDocument(
            tell(
                "%(name)s: a web page (HTML) that cannot be read (%(str)s).",
                name=name,
                str=str(problem)[:200],
            ),
            hint=tell("Fetch it again."),
        ) from problem
    if root is None:
        raise UnreadableDocument(
            tell("%(name)s: a web page (HTML) without text.", name=name), hint=tell("Fetch it again.")
        )
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise UnreadableDocument(
                tell(
                    "%(name)s: a web page (HTML) whose elements stand more than %(most)s deep in one another.",
                    name=name,
                    most=MAX_DEPTH,
                ),
                hint=tell("The file is not a document that somebody wrote; look at it before reading it."),
            )
    return root
