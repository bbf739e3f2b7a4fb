"""A letter on a saved web page: the article found, its notes set apart."""

from __future__ import annotations

from urllib.parse import unquote

from lxml.etree import _Element

from onrecord.documents.details import Details
from onrecord.documents.html import encoding_said, html_tree
from onrecord.documents.html_blocks import HtmlBlocks
from onrecord.documents.passages import Flow, Tally
from onrecord.errors import UnreadableDocument
from onrecord.letters.decoding import decode
from onrecord.letters.forms.article import find_article
from onrecord.letters.forms.drafts import drafts_of, finished
from onrecord.letters.forms.loose_notes import with_found_notes, with_lost_calls
from onrecord.letters.forms.model import Blocks
from onrecord.letters.forms.page_notes import PageNotes
from onrecord.letters.forms.typed_lists import with_typed_lists
from onrecord.told import tell


def read_page(data: bytes, name: str) -> Blocks:
    """The blocks of the letter on a web page, without what stands around it on the site.

    Scripts are never run and nothing is fetched. Raises UnreadableDocument where the page is beyond the
    bounds or holds no words.
    """
    root = html_tree(_in_utf8(data, name), name)
    _links_within(root)
    details, tally = Details(), Tally()
    article = find_article(root)
    notes = PageNotes(root, article, details)
    flow = Flow(notes=notes.found)
    flow.parts = HtmlBlocks(name, notes, tally, details).read(article)
    drafts = drafts_of(flow, details, missing=notes.missing)
    if not drafts.blocks:
        raise UnreadableDocument(
            tell("%(name)s: a web page (HTML) without text.", name=name),
            hint=tell(
                "Pages that a script fills have to be saved from the browser, when the letter is seen."
            ),
        )
    drafts = with_found_notes(drafts) if not drafts.notes else with_lost_calls(drafts)
    drafts.blocks = with_typed_lists(drafts.blocks)
    return finished(drafts, name, "html", details, [problem.message for problem in tally.problems()])


def _in_utf8(data: bytes, name: str) -> bytes:
    """A page that does not say its encoding in UTF-8, its encoding guessed as for plain text."""
    if encoding_said(data):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data, name).text.encode("utf-8")
    return data


def _links_within(root: _Element) -> None:
    """Bring links to places on this very page, which browsers save with the page's address, to "#place"."""
    places = {
        element.get("id") or element.get("name") for element in root.iter() if isinstance(element.tag, str)
    }
    parted = [(link, *(link.get("href") or "").strip().partition("#")) for link in root.iter("a")]
    own = {address for _, address, sign, place in parted if sign and places & {place, unquote(place)}} | {""}
    for link, address, sign, place in parted:
        if sign and address in own:
            link.set("href", f"#{place if place in places else unquote(place)}")
