"""Finds a letter's article on a web page among menus, share buttons, related posts and comments."""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import urlsplit

from lxml.etree import _Element

from onrecord.documents.html_notes import words_of

_ASIDE_TAGS = frozenset(
    ("nav", "aside", "footer", "form", "dialog", "script", "style", "noscript", "template")
)
_ASIDE_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alert")
)


def _names(words: str) -> re.Pattern[str]:
    """Names of elements, whole or a part between hyphens; builders' own prefixes are no part of them."""
    joined = "|".join(words.split())
    return re.compile(rf"(?:^|[\s_-])(?<!elementor-)(?<!wp-)(?:{joined})(?:$|[\s_-])", re.IGNORECASE)


_ELSEWHERE = _names(
    "comments? comment-?list comments-area respond reply disqus disqus_thread related related-?posts jp-relatedposts "
    "recommended sharedaddy cookies? cookie-?notice consent gdpr"
)
_AROUND = _names(
    """
    nav navbar navigation menu submenu breadcrumbs? side-?bar share sharing share-?buttons?
    addtoany social socials popular trending newsletter subscribe subscription sign-?up
    post-?navigation prev-?next tag-?cloud tag-?links
    post-?meta entry-?meta entry-?footer author-?box author-?bio skip-?link screen-?reader-?text site-?header
    site-?footer colophon footer search-?form modal popup lang-?switcher language-?switcher pagination pager
    """
)
_PERHAPS = _names(
    "widgets? donate donation advert advertisement ads promo banner masthead topbar toolbar tags"
)
"""Names that sites give to what stands around an article: other people's words and other
pages, sure ones, and ones that are used for other things too. Not: "footnotes", "commentary"."""

_NETWORKS = frozenset(
    """
    facebook.com twitter.com x.com linkedin.com reddit.com pinterest.com tumblr.com t.me telegram.me wa.me
    api.whatsapp.com whatsapp.com bsky.app threads.net story.kakao.com band.us share.naver.com
    """.split()  # noqa: SIM905
) | {""}
"""Where buttons to share lead; "" is the host of a link within the site, and of one that is no address."""

_NEVER_ASIDE = frozenset(("html", "body", "article", "main"))
_NOTES_NAME = re.compile(r"foot-?note|end-?note|_ftn|_edn|references|reflist|easy-footnote", re.IGNORECASE)
_PARAGRAPHS = frozenset("p li blockquote dd dt td pre h1 h2 h3 h4 h5 h6 div section article main".split())  # noqa: SIM905
_MOST_OF_THE_TEXT = 0.5
_LITTLE_TEXT = 0.1
_DESCEND_AT = 0.95
_LINKED = 0.6
_FEWEST_LINKS = 3


def find_article(root: _Element) -> _Element:
    """The element that holds the letter, changed so that it holds nothing else; the body where none stands out.

    What the site puts around an article goes by the names and roles of its elements and by how much of
    its text is links. The page's title, where it stands above the article, becomes the article's first
    element.
    """
    body = next(root.iter("body"), root)
    title = _title(body)
    weights = _weights(body)
    _without_asides(body, weights)
    weights = _weights(body)
    article = body
    while True:
        inner = max((child for child in article if isinstance(child.tag, str)),
                    key=lambda child: weights[child], default=None)  # fmt: skip
        if inner is None or inner.tag in {"p", "li", "table", "ol", "ul", "blockquote", "tr", "tbody", "pre"}:
            break
        if weights[inner] < _DESCEND_AT * weights[body] or _is_one_of_several(inner, weights):
            break
        article = inner
    _without_lists_of_links(article, _hosts_of_site(root))
    notes = [element for element in body.iter() if _is_notes(element) and not _within(element, article)]
    for element in notes:
        if not any(_within(element, other) for other in notes if other is not element):
            article.append(element)
    if title is not None and not _within(title, article):
        article.insert(0, title)
    return article


def _is_one_of_several(element: _Element, weights: dict[_Element, int]) -> bool:
    """Whether a page's builder has set the text in several elements of one kind, this one among them."""
    if not weights[element]:
        return True
    kind, parent = element.get("class", ""), element.getparent()
    if not kind or parent is None:
        return False
    return any(
        child is not element and child.tag == element.tag and child.get("class") == kind and weights[child]
        for child in parent
    )


def _title(body: _Element) -> _Element | None:
    """The page's own title, copied without its tail; None where there are none or several."""
    found = [h1 for h1 in body.iter("h1") if words_of(h1).strip()]
    return found[0] if len(found) == 1 else None


def _within(element: _Element, other: _Element) -> bool:
    return element is other or any(above is other for above in element.iterancestors())


def _is_notes(element: _Element) -> bool:
    if element.tag not in {"div", "ol", "ul", "section", "aside"}:
        return False
    return _NOTES_NAME.search(f"{element.get('class', '')} {element.get('id', '')}") is not None


def _weights(body: _Element) -> dict[_Element, int]:
    """How many characters outside of links each element holds in paragraphs that are mostly no links."""
    weights: dict[_Element, int] = defaultdict(int)
    for element in body.iter():
        if element.tag not in _PARAGRAPHS:
            continue
        plain, linked = _own_text(element)
        if not plain or linked > _LINKED * (plain + linked):
            continue
        weights[element] += plain
        for above in element.iterancestors():
            weights[above] += plain
    return weights


def _own_text(element: _Element) -> tuple[int, int]:
    """(characters outside of links, characters in links) of an element, without those of blocks in it."""
    plain = len((element.text or "").strip())
    linked = 0
    waiting = [(child, False) for child in element]
    while waiting:
        child, in_link = waiting.pop()
        tail = len((child.tail or "").strip())
        plain, linked = (plain, linked + tail) if in_link else (plain + tail, linked)
        if (
            not isinstance(child.tag, str)
            or child.tag in _PARAGRAPHS
            or child.tag in {"ol", "ul", "table", "script", "style"}
        ):
            continue
        inside = in_link or child.tag == "a"
        own = len((child.text or "").strip())
        plain, linked = (plain, linked + own) if inside else (plain + own, linked)
        waiting += [(inner, inside) for inner in child]
    return plain, linked


def _without_asides(body: _Element, weights: dict[_Element, int]) -> None:
    """Take out what stands around an article, unless it holds too much of the page's text itself."""
    whole = weights[body]
    for element in list(body.iter()):
        if not isinstance(element.tag, str) or element.tag in _NEVER_ASIDE or element.getparent() is None:
            continue
        if weights[element] <= _most_for_aside(element) * whole and not _holds_notes(element):
            _remove(element)


def _most_for_aside(element: _Element) -> float:
    """The largest share of the page's text that an element may hold and still stand around the article."""
    if element.tag in _ASIDE_TAGS or element.get("role", "") in _ASIDE_ROLES:
        return _MOST_OF_THE_TEXT
    if element.tag in {"a", "b", "i", "em", "strong", "sup", "span", "p", "h1"}:
        return -1.0
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if _ELSEWHERE.search(names) and next(element.iter("main", "h1"), None) is None:
        return 1.0
    if _AROUND.search(names):
        return _MOST_OF_THE_TEXT
    return _LITTLE_TEXT if _PERHAPS.search(names) else -1.0


def _holds_notes(element: _Element) -> bool:
    return _is_notes(element) or any(_is_notes(inner) for inner in element.iter())


def _hosts_of_site(root: _Element) -> frozenset[str]:
    """The hosts whose links lead back to the site or share the page: its own, as it says, and networks."""
    said = [link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"]
    said += [meta.get("content") for meta in root.iter("meta") if meta.get("property") == "og:url"]
    return _NETWORKS | {_host(address) for address in said if address}


def _host(address: str) -> str:
    try:
        return (urlsplit(address.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _without_lists_of_links(article: _Element, hosts: frozenset[str]) -> None:
    """Take out lists and divisions of nothing but links within the site: buttons to share, tags, other pages.

    Links to other sites stay: signatories are often printed as links to theirs.
    """
    for element in list(article.iter("ul", "ol", "div", "section")):
        if element is article or element.getparent() is None or _holds_notes(element):
            continue
        links = [link for link in element.iter("a") if not (link.get("href") or "").startswith("#")]
        if len(links) < _FEWEST_LINKS or any(_host(link.get("href") or "") not in hosts for link in links):
            continue
        words = sum(len(text.strip()) for text in element.itertext())
        linked = sum(len(text.strip()) for link in links for text in link.itertext())
        if linked > 0.9 * words:
            _remove(element)


def _remove(element: _Element) -> None:
    """Take an element out and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
