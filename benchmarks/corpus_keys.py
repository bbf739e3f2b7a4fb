"""What is kept of a run over the corpus: keys and hashes of entries, never texts; and how runs differ."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from onrecord.mechanisms.model import Entry

HASH_LETTERS = 8
"""Thirty-two bits: two texts of one document at one place that differ show as different all but surely."""

LONGEST_CODE = 16
"""Who made an entry is a code ("CZE", "OSCE/ODIHR"); what is longer is the document's own words."""


class Key(NamedTuple):
    """An entry without its words: what it is, where it stands, who made it, its position, its text's hash."""

    kind: str
    pinpoint: str
    part: int
    by: str
    position: str
    text: str

    @property
    def place(self) -> tuple[str, str, int]:
        """What makes two keys tell of the same entry, though one reads it otherwise."""
        return (self.kind, self.pinpoint, self.part)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its kind, paragraphs and entries, or why it was refused."""

    document: str
    kind: str = ""
    paragraphs: int = 0
    keys: tuple[Key, ...] = ()
    refused: str = ""


class Change(NamedTuple):
    """An entry that is read otherwise than before."""

    document: str
    before: Key
    after: Key

    def fields(self) -> tuple[str, ...]:
        """Which of its fields differ."""
        return tuple(
            name for name, old, new in zip(Key._fields, self.before, self.after, strict=True) if old != new
        )


@dataclass(slots=True)
class Difference:
    """What a run has that the one before had not, and the other way round."""

    gained: list[tuple[str, Key]] = field(default_factory=list)
    lost: list[tuple[str, Key]] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    refused_now: list[str] = field(default_factory=list)
    read_now: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    other_kind: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def loses(self) -> bool:
        """Whether anything was lost: an entry, or a whole file that could be read before."""
        return bool(self.lost or self.refused_now)


def key_of(entry: Entry) -> Key:
    """An entry's key."""
    by = " ".join(one if len(one) <= LONGEST_CODE else f"#{_hash(one)}" for one in entry.by)
    return Key(entry.kind, entry.pinpoint, entry.part, by, entry.position or "", _hash(entry.text))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:HASH_LETTERS]


def compare(before: Iterable[Outcome], after: Iterable[Outcome]) -> Difference:
    """How two runs differ; files that only one of them saw are named and not counted as losses."""
    old = {outcome.document: outcome for outcome in before}
    new = {outcome.document: outcome for outcome in after}
    found = Difference(gone=sorted(old.keys() - new.keys()), new=sorted(new.keys() - old.keys()))
    for document in sorted(old.keys() & new.keys()):
        one, other = old[document], new[document]
        if other.refused and not one.refused:
            found.refused_now.append(document)
        elif one.refused and not other.refused:
            found.read_now.append(document)
        elif one.kind != other.kind:
            found.other_kind.append((document, one.kind, other.kind))
        _compare_keys(document, one.keys, other.keys, found)
    return found


def _compare_keys(document: str, before: Iterable[Key], after: Iterable[Key], found: Difference) -> None:
    old, new = Counter(before), Counter(after)
    if old == new:
        return
    gone, come = list((old - new).elements()), list((new - old).elements())
    waiting: dict[tuple[str, str, int], list[Key]] = defaultdict(list)
    for key in come:
        waiting[key.place].append(key)
    for key in gone:
        if waiting[key.place]:
            found.changed.append(Change(document, key, waiting[key.place].pop(0)))
        else:
            found.lost.append((document, key))
    found.gained.extend((document, key) for keys in waiting.values() for key in keys)


def save(path: Path, outcomes: Iterable[Outcome]) -> int:
    """Write a run, one JSON line a file, packed; the same run gives the same bytes. Returns their number."""
    lines = io.StringIO()
    for outcome in sorted(outcomes, key=lambda one: one.document):
        row = [outcome.document, outcome.kind, outcome.paragraphs, outcome.refused, outcome.keys]
        lines.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
    data = gzip.compress(lines.getvalue().encode(), 9, mtime=0)
    path.write_bytes(data)
    return len(data)


def load(path: Path) -> list[Outcome]:
    """A run as `save` wrote it."""
    # Not splitlines: that takes other characters for ends of lines, too.
    lines = gzip.decompress(path.read_bytes()).decode().split("\n")
    rows = [json.loads(line) for line in lines if line]
    return [
        Outcome(document, kind, paragraphs, tuple(Key(*key) for key in keys), refused)
        for document, kind, paragraphs, refused, keys in rows
    ]
