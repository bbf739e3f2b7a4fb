"""Sources that are no United Nations documents: from CSL-JSON to words, by citeproc and a style of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from typing import Any

from onrecord.letters.compose.built import Run
from onrecord.letters.compose.library import Item, issued
from onrecord.letters.compose.note_words import Manner, place
from onrecord.letters.compose.source import Cite

TAGS = re.compile(r"<(?P<shut>/?)(?P<tag>i|b|u|l|sup|sub|span)(?:\s[^<>]*)?>")
ADDRESS = re.compile(r"https?://[^\s<>\"”“]+[^\s<>\"”“.,;:!?)\]}’]")
LONGEST_SHORT = 4
# The kinds of source of CSL 1.0.2 that letters cite; any other is taken as a document.
TYPES = frozenset(
    {
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
        "document", "hearing", "interview", "legal_case", "legislation", "manuscript", "motion_picture",
        "paper-conference", "personal_communication", "post", "post-weblog", "regulation", "report", "speech",
        "thesis", "treaty", "webpage",
    }
)  # fmt: skip
# Words that a short title does not end with.
SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


class OtherSources:
    """Writes the sources of a letter's CSL-JSON file in one style."""

    def __init__(self, items: dict[str, Item], manner: Manner, language: str) -> None:
        self.items = items
        self.manner = manner
        self.language = language

    def full(self, cite: Cite) -> list[Run]:
        """The source in full, with the place cited; [] where citeproc finds nothing to print."""
        from citeproc import Citation, CitationItem, Locator  # noqa: PLC0415 - loads for a tenth of a second

        where = place(cite, self.manner, self.language)
        locator = Locator("page", where) if where else None
        options = {"locator": locator} if locator else {}
        one = Citation([CitationItem(cite.source.lower(), **options)])
        bibliography = self._bibliography
        bibliography.register(one)
        runs = _runs(str(bibliography.cite(one, _not_found)))
        return [*([Run(f"{cite.prefix} ")] if cite.prefix else []), *runs, *_suffix(cite)] if runs else []

    def again(self, cite: Cite, first: int) -> list[Run]:
        """The source after its first mention in note `first`: author, short title, place."""
        item = self.items[cite.source]
        author, title = _author(item), _short_title(item)
        where = place(cite, self.manner, self.language)
        oscola = self.manner.name == "oscola"
        marks = ("‘", "’") if oscola else ("“", "”")
        # With its title even where OSCOLA would do with the author, as one author may have several works.
        named = ", ".join(filter(None, (author, f"{marks[0]}{title}{marks[1]}")))
        words = f"{named} (n {first})" if oscola else f"{named} (note {first} above)"
        if self.manner.name == "chicago":
            words = named
        joint = " " if oscola else ", "
        pieces = [f"{cite.prefix} " if cite.prefix else "", words, f"{joint}{where}" if where else ""]
        return [Run("".join(pieces)), *_suffix(cite)]

    def ibid(self, cite: Cite) -> list[Run]:
        """The same source as just before, of which the style says "Id." or "ibid"."""
        where = place(cite, self.manner, self.language)
        joint = " " if self.manner.name == "oscola" else ", "
        word = self.manner.ibid
        if re.search(r"(?:^|\s)(?:see|also)$", cite.prefix, re.IGNORECASE):
            word = word[0].lower() + word[1:]
        lead = f"{cite.prefix} " if cite.prefix else ""
        return [Run(f"{lead}{word}{joint + where if where else ''}"), *_suffix(cite)]

    @cached_property
    def _bibliography(self) -> Any:
        from citeproc import CitationStylesBibliography, CitationStylesStyle, formatter  # noqa: PLC0415
        from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

        name = resources.files("onrecord.letters.compose") / "styles" / f"{self.manner.name}.csl"
        with resources.as_file(name) as path:
            style = CitationStylesStyle(str(path), validate=False)
        source = CiteProcJSON([_plain(key, item) for key, item in self.items.items()])
        return CitationStylesBibliography(style, source, formatter.html)


TEXTS = (
    "title", "container-title", "publisher", "publisher-place", "URL", "number", "volume", "issue", "page", "genre",
)  # fmt: skip
NAMES = ("family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle")


def _plain(key: str, item: Item) -> dict[str, Any]:
    """The item under the key that the letter uses; what is not in CSL-JSON's form is left out."""
    kept: dict[str, Any] = {
        name: " ".join(str(item[name]).split()) for name in TEXTS if isinstance(item.get(name), str | int)
    }
    for role in ("author", "editor"):
        given = item.get(role)
        people = [
            {part: name[part] for part in NAMES if isinstance(name.get(part), str) and name[part].strip()}
            for name in (given if isinstance(given, list) else ())
            if isinstance(name, dict)
        ]
        named = [name for name in people if "family" in name or "literal" in name]
        kept |= {role: named} if named else {}
    told = [int(part) for part in issued(item).split("-") if part]
    kept |= {"issued": {"date-parts": [told]}} if told else {}
    kind = item.get("type")
    full = {name: value for name, value in kept.items() if value}
    return {**full, "id": key, "type": kind if isinstance(kind, str) and kind in TYPES else "document"}


def _not_found(_: Any) -> str:
    return ""


def _suffix(cite: Cite) -> Sequence[Run]:
    if not cite.suffix:
        return ()
    return (Run(f"{' ' if cite.suffix.startswith('(') else ', '}{cite.suffix}"),)


def _runs(words: str) -> list[Run]:
    """The words that citeproc made, with its italics and bold, and addresses as links."""
    runs: list[Run] = []
    at, emphasis, strong = 0, 0, 0
    for match in [*TAGS.finditer(words), None]:
        text = words[at : match.start() if match else len(words)]
        runs += _linked(text, emphasis=emphasis > 0, strong=strong > 0)
        if match:
            step = -1 if match["shut"] else 1
            emphasis += step * (match["tag"] == "i")
            strong += step * (match["tag"] == "b")
            at = match.end()
    return runs


def _linked(text: str, *, emphasis: bool, strong: bool) -> list[Run]:
    runs, at = [], 0
    for match in ADDRESS.finditer(text):
        runs.append(Run(text[at : match.start()], emphasis, strong))
        runs.append(Run(match[0], link=match[0]))
        at = match.end()
    return [run for run in [*runs, Run(text[at:], emphasis, strong)] if run.text]


def _author(item: Item) -> str:
    plain = _plain("", item)
    names = plain.get("author") or plain.get("editor") or []
    told = [
        str(name.get("literal") or name.get("family") or name.get("given") or "")
        for name in names
        if isinstance(name, dict)
    ]
    told = [name for name in told if name]
    if len(told) > 3:
        return f"{told[0]} and others"
    return (
        " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))
        if told
        else str(item.get("publisher", ""))
    )


def _short_title(item: Item) -> str:
    """The short title that the file gives, else the title up to its colon, else its first words."""
    given = str(item.get("title-short") or item.get("shortTitle") or "")
    if given:
        return given
    title = TAGS.sub("", str(_plain("", item).get("title", "")))
    title = re.split(r"[:?.–—] ", title)[0].strip()
    words = title.split()
    if len(words) > LONGEST_SHORT + 2:
        words = words[:LONGEST_SHORT]
        while len(words) > 1 and words[-1].lower() in SMALL:
            words.pop()
    return " ".join(words)
