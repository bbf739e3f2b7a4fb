"""Topics by their names in the reader's language; their addresses keep the name that programs use."""

from __future__ import annotations

from onrecord.analysis.topics import Topic, named_topics, topic
from onrecord.told import Told
from onrecord.web.language import Language


def topic_meant(spoken: Language, words: str) -> Topic:
    """The topic of this name, in the reader's language or in English, or else the topic that the words are as a query.

    UsageError where they are no name and cannot be read as a query either.
    """
    wanted = " ".join(words.split())
    return topic(next((one.name for one in named_topics() if spoken.say(one.name) == wanted), wanted))


def topic_called(spoken: Language, name: str) -> str:
    """A topic's name in the reader's language; a query stays as it was typed."""
    return spoken.say(name) if isinstance(name, Told) else name
