"""What a reader of letters wants beyond the words: emphasis, links, line breaks, changes, comments.

The readers of formats that know these things write them into a passage's text with private characters,
where they are given `Details`; `onrecord.letters.forms` takes them out again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SPAN_OPEN, SPAN_NAMED, SPAN_END, NEW_LINE = "\ue002", "\ue003", "\ue004", "\ue005"
"""A span opens as SPAN_OPEN, its place in `Details.spans`, SPAN_NAMED; it ends alike, with SPAN_END first."""

BOLD, ITALIC, RAISED, LINK = "bold", "italic", "raised", "link"

_OPENINGS = re.compile(rf"(?:{SPAN_OPEN}\d+{SPAN_NAMED}|\s)*")
_SPAN = re.compile(rf"[{SPAN_OPEN}{SPAN_END}]\d+{SPAN_NAMED}|{NEW_LINE}")


def without_spans(text: str) -> str:
    """The text without where spans open and end, and without line breaks."""
    return _SPAN.sub("", text) if SPAN_NAMED in text or NEW_LINE in text else text


def without_prefix(text: str, prefix: str) -> str:
    """The text without this prefix and the spaces after it; spans that open before it stay open."""
    opening = _OPENINGS.match(text)
    start = opening.end() if opening else 0
    if not prefix or not text.startswith(prefix, start):
        return text
    return text[:start] + text[start + len(prefix) :].lstrip()


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change that nobody has accepted or rejected yet.

    `kind` is "insertion" or "deletion"; `paragraph` counts the file's paragraphs with words from 1, and is
    0 for a change in a note.
    """

    kind: str
    by: str
    words: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin: by whom, its words, and the paragraph it stands at (0 in a note)."""

    by: str
    words: str
    paragraph: int


@dataclass(slots=True)
class Details:
    """Gathers what the text alone does not hold.

    `addresses` are the addresses that a part of a package names by an id, part by part.
    """

    spans: list[tuple[str, str]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    addresses: dict[str, dict[str, str]] = field(default_factory=dict)
    commented: dict[str, tuple[str, str]] = field(default_factory=dict)
    paragraphs: int = 0
    in_note: bool = False
    _known: dict[tuple[str, str], int] = field(default_factory=dict)

    def opened(self, kind: str, value: str = "") -> str:
        """What stands in the text where a span of this kind opens; a link's value is its address."""
        return f"{SPAN_OPEN}{self._place((kind, value))}{SPAN_NAMED}"

    def ended(self, kind: str, value: str = "") -> str:
        """What stands in the text where the span ends that opened last with these words."""
        return f"{SPAN_END}{self._place((kind, value))}{SPAN_NAMED}"

    def _place(self, key: tuple[str, str]) -> int:
        if key not in self._known:
            self._known[key] = len(self.spans)
            self.spans.append(key)
        return self._known[key]

    @property
    def here(self) -> int:
        """The number of the paragraph that is being read; 0 in a note."""
        return 0 if self.in_note else self.paragraphs + 1

    def changed(self, kind: str, by: str, words: str) -> None:
        """Note a tracked change where the reading stands; one that changes no word is none."""
        if words.strip():
            self.changes.append(Change(kind, by, " ".join(words.split()), self.here))

    def commented_on(self, comment: str) -> None:
        """Note the comment of this id where the reading stands."""
        by, words = self.commented.get(comment, ("", ""))
        self.comments.append(Comment(by, words, self.here))
