"""Numbers on pages: which were counted, what they say they count, and digits that say nothing of themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import html

# What holds the words of documents, letters and people, the names of things, and measures of what stands there.
ELEMENTS = ("textarea", "select", "datalist", "input", "code", "script", "time")
CLASSES = (
    *("words", "lettertext", "findings", "symbol", "number", "ordinal", "name", "mark", "ref", "call"),
    *("hash", "places", "measure"),
)
VERBATIM = " | ".join(
    [
        ".//*[@lang and not(@data-counts)]",
        *(f".//{tag}" for tag in ELEMENTS),
        *(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]" for name in CLASSES),
    ]
)

# Numbers that name a thing and count nothing, as the two languages write them.
NAMES = re.compile(
    r"""
    (?i:cycle|session|page|line|version)\s\d+(?!\d|\s[A-Z][a-z]+\s\d{4})  # cycle 2, session 17, page 12
    | (제\s?)?\d+(차\s)?(주기|회기|쪽|행|판)       # 제2주기, 제17회기, 제54차 회기, 12쪽
    | \d{1,2}\s(January|February|March|April|May|June|July|August|September|October|November|December)\s\d{4}
    | (January|February|March|April|May|June|July|August|September|October|November|December)\s\d{4}
    | \d{1,2}\s\w{3,4}\s\d{4},?(\sat)?\s\d{1,2}:\d{2}:\d{2}   # 25 Nov 2026, 17:08:50
    | \d{4}년\s\d{1,2}월(\s\d{1,2}일)? | \d{4}\.\s\d{1,2}\.\s\d{1,2}\.\s\d{1,2}:\d{2}:\d{2}
    | SHA-256 | RFC\s9457 | ISO\s(3166|8601) | WCAG\s2\.2 | On\sRecord\s[\d.]+(\w+)?
    """,
    re.VERBOSE,
)
NUMBER = re.compile(r"\d[\d,]*")


class Figure(NamedTuple):
    """A number that was counted, on the page `on`; `target` is where its rows stand, `of` what they are called."""

    on: str
    target: str
    of: str
    many: int
    shown: str


def tree(text: str) -> html.HtmlElement:
    """The page's elements."""
    return html.document_fromstring(text)


def figures(on: str, page: html.HtmlElement) -> Iterator[Figure]:
    """The numbers that were counted; one inside a link opens where the link leads, else on its own page."""
    for element in page.xpath(".//*[@data-counts]"):
        links = element.xpath("ancestor-or-self::a[1]/@href")
        target = urljoin(on, links[0]) if links else on
        yield Figure(on, target, element.get("data-of"), int(element.get("data-counts")), words_of(element))


def words_of(element: html.HtmlElement) -> str:
    """The text as read, with its gaps closed up."""
    return " ".join(" ".join(element.itertext()).split())


class Rows(NamedTuple):
    """The rows on one page, by what they are called, and where each list goes on."""

    many: Counter[str]
    after: dict[str, str]


def rows_on(address: str, page: html.HtmlElement) -> Rows:
    """What a page lists."""
    after = {
        of: urljoin(address, link.get("href"))
        for list_ in page.xpath("//*[@data-pages]")
        for link in list_.xpath(".//a[@rel='next']")
        for of in [list_.get("data-pages")]
    }
    return Rows(Counter(page.xpath("//@data-row")), after)


def rows_behind(figure: Figure, rows_at: Callable[[str], Rows]) -> int:
    """The rows that stand where the number leads, over all pages of their list."""
    address, many, seen = figure.target.split("#")[0], 0, set()
    while address and address not in seen:
        seen.add(address)
        rows = rows_at(address)
        many += rows.many[figure.of]
        address = rows.after.get(figure.of, "")
    return many


def bare_numbers(page: html.HtmlElement) -> list[str]:
    """Digits in the page's text that are neither a counted number, nor a name, nor words of a document."""
    body = html.fromstring(html.tostring(page.find("body")))
    for element in [*body.xpath(VERBATIM), *body.xpath(".//*[@data-counts]")]:
        if element.getparent() is not None:
            element.drop_tree()
    said = NAMES.sub("", words_of(body))
    return [said[max(0, found.start() - 40) : found.end() + 20] for found in re.finditer(r"\d+", said)]
