"""Topics: named questions to the record, kept as data in `data/topics/`, one file a topic."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from onrecord.analysis.query import find, parse_query
from onrecord.citations.model import Span
from onrecord.told import Told

ON_THE_SPOT = "query"


@dataclass(frozen=True, slots=True)
class Topic:
    """A named set of words and phrases; `about` says in a sentence what belongs and what does not.

    `core` is a query for the words that suffice to say that a letter is about the topic; words that
    are only neighbours of the topic stand in `query` alone. `name` of a topic given on the spot is
    the query itself.
    """

    name: str
    query: str
    about: str = ""
    core: str = ""


def topic(name_or_query: str) -> Topic:
    """The topic of this name, or else the topic that this query is.

    Raises `UsageError` where the words are no name and cannot be read as a query either.
    """
    wanted = " ".join(name_or_query.split())
    for known in named_topics():
        if _folded(wanted) == _folded(known.name):
            return known
    parse_query(wanted)
    return Topic(name=wanted, query=wanted)


def _folded(name: str) -> str:
    """A topic's name without what people write in two ways: case, hyphens, spaces."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def matches(topic: Topic, text: str) -> tuple[Span, ...]:
    """The spans of `text` that belong to the topic, in order; none where the text does not belong."""
    return find(parse_query(topic.query), text)


@lru_cache(maxsize=4096)
def is_about(topic: Topic, text: str) -> bool:
    """Whether the words of `text` suffice to say that a letter is about the topic; remembered by its words."""
    return bool(find(parse_query(topic.core or topic.query), text))


@cache
def named_topics() -> tuple[Topic, ...]:
    """Every topic that ships with the program, ordered by name."""
    folder = resources.files("onrecord.analysis") / "data" / "topics"
    read = []
    for file in folder.iterdir():
        if file.name.endswith(".toml"):
            kept = tomllib.loads(file.read_text(encoding="utf-8"))
            stem = file.name.removesuffix(".toml")
            name = Told(stem, stem)  # so that a page can say it in its reader's language
            query = " ".join(kept["query"].split())
            read.append(Topic(name, query, kept["about"].strip(), " ".join(kept.get("core", "").split())))
    return tuple(sorted(read, key=lambda known: known.name))
