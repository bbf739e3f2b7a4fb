"""Links that lead to another's site than the source named; the sites are in data/hosts.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple
from urllib.parse import urlsplit

from onrecord.citations.model import Span
from onrecord.letters.check.case import URL, Case
from onrecord.letters.check.own_words import places
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell, tell_together


class _Host(NamedTuple):
    names: tuple[str, ...]
    copies: bool


def find(case: Case) -> Iterator[Said]:
    """One finding for links to sites that copy others' news; one for sites that their notes do not name."""
    copies: dict[Span, str] = {}
    unnamed: dict[Span, str] = {}
    for note in case.letter.notes:
        words = URL.sub(" ", case.words(note.span))
        for found in URL.finditer(case.letter.text, note.span.start, note.span.end):
            host = _host(found.group())
            if host is not None and host.copies:
                copies[Span(*found.span())] = host.names[0]
            elif host is not None and not any(re.search(rf"\b{re.escape(n)}\b", words) for n in host.names):
                unnamed[Span(*found.span())] = host.names[0]
    if copies:
        sites = ", ".join(dict.fromkeys(copies.values()))
        yield Said(
            next(iter(copies)),
            (
                tell(
                    "%(many)s links lead to a copy at %(sites)s, not to the publisher.",
                    many=len(copies),
                    sites=sites,
                )
                if len(copies) > 1
                else tell(
                    "%(many)s link leads to a copy at %(sites)s, not to the publisher.",
                    many=len(copies),
                    sites=sites,
                )
            ),
            places(tell("the copy"), copies),
            tell("Link to the publisher, or say “at …”."),
        )
    if unnamed:
        each = [
            tell("%(site)s (%(place)s)", site=name, place=case.letter.place_of(span.start))
            for span, name in unnamed.items()
        ]
        yield Said(
            next(iter(unnamed)),
            tell(
                "Links lead to sites that their notes do not name: %(sites)s.",
                sites=tell_together("; ", each),
            ),
            places(tell("the link"), unnamed),
            tell("Name the publisher, and compare the title there with the one given here."),
        )


def _host(url: str) -> _Host | None:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # "https://[…": no address at all
        return None
    parts = host.split(".")
    return next((h for at in range(len(parts)) if (h := _hosts().get(".".join(parts[at:])))), None)


@cache
def _hosts() -> dict[str, _Host]:
    file = resources.files("onrecord.letters.check") / "data" / "hosts.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["host"]: _Host(tuple(row["publisher"].split("|")), bool(row["copies"])) for row in rows}


RULE = Rule("link_host", NOTICE, "A link leads to another's site than the source named.", find)
