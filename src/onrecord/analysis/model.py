"""What analyses answer with: a topic's trace through the reviews of a State."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.mechanisms.model import Entry, ReviewFacts


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that belongs to a topic, with the words (spans of `entry.text`) that made it so.

    `also` are entries that say the same once more: the recommendation as it stands in the dialogue,
    where `entry` is the one in the list.
    """

    entry: Entry
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    by_judgement: bool = False
    also: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewTrace:
    """One review: who raised the topic, what the State under review answered, who did not.

    `raised` are recommendations, advance questions and statements of others; `answers` are replies
    and pledges of the State under review. `not_heard` are entries of States that wanted the floor
    and did not get it. `silent` are States that spoke in this review without raising the topic.
    `questions_from` are States that put advance questions (their words are in another document).
    `unread` says what could not be answered from the documents on the record. `background` are hits in the
    documents beside the report: the national report, OHCHR's compilation and summary, the High
    Commissioner's letter, the mid-term report, and what was said in the Council's plenary.
    """

    review: ReviewFacts
    raised: tuple[Hit, ...]
    answers: tuple[Hit, ...]
    not_heard: tuple[Entry, ...]
    silent: tuple[str, ...]
    questions_from: tuple[str, ...]
    unread: tuple[str, ...] = ()
    background: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """A topic followed through every review of `state` that is on the record, oldest first.

    `missing` names the reviews of the calendar of which no report is on the record.
    """

    state: str
    topic: str
    query: str
    reviews: tuple[ReviewTrace, ...]
    by: str = ""
    missing: tuple[str, ...] = ()
