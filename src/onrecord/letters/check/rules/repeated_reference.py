"""One source given in full in two notes (UN Editorial Manual: repeat only to change an element)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell

_URL = re.compile(r"https?://[^\s;]+")
_ACCESSED = re.compile(r"\(?\b(?:last )?(?:accessed|visited|retrieved)\b[^);]*\)?", re.IGNORECASE)
# Numbers with the letters of a pinpoint: "28 (g)" is another place than "28 (h)".
_NUMBER = re.compile(r"\d+(?:\s?\([a-z]{1,3}\))*")
_SAME_WORDS = 80.0


def find(case: Case) -> Iterator[Said]:
    """Each note that gives once more, in full, the very reference of an earlier note."""
    earlier: list[tuple[str, str, list[str], frozenset[str]]] = []
    for note in case.letter.notes:
        words = case.words(note.span)
        urls = frozenset(url.rstrip(".,)/") for url in _URL.findall(words))
        bare = " ".join(_ACCESSED.sub(" ", _URL.sub(" ", words)).split()).strip(" .,;")
        places = _NUMBER.findall(bare)
        for number, known, its_places, links in earlier:
            # With another pinpoint or date they are two references.
            if len(bare) > 30 and urls == links and places == its_places and _same(bare, known, bool(urls)):
                first = case.note(number)
                yield Said(
                    note.span,
                    tell(
                        "Note %(number)s gives the source of note %(number2)s again in full.",
                        number=note.number,
                        number2=number,
                    ),
                    (Evidence(tell("note %(number)s", number=number), span=first.span),) if first else (),
                    tell("Write “See note %(number)s above”, or call note %(number)s again.", number=number),
                )
                break
        earlier.append((note.number, bare, places, urls))


def _same(one: str, other: str, linked: bool) -> bool:
    """Whether the words of two references are the same; links to one page say so of words nearly the same."""
    return one == other or (linked and fuzz.ratio(one, other) >= _SAME_WORDS)


RULE = Rule("repeated_reference", NOTICE, "A source that an earlier note gave is given again in full.", find)
