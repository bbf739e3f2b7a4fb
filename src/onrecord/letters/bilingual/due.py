"""What is due on one side: blocks changed in one language since both were last said to be in step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.letters.compose.built import BuiltLetter, NoteCall, Run
from onrecord.letters.signing.model import sha256_of

InStep = Mapping[str, Mapping[str, str]]
"""By key of a block, the SHA-256 of its words in each language when they were last said to be in step."""


class Changed(StrEnum):
    """On which side a block was changed since."""

    ENGLISH = "english"
    KOREAN = "korean"
    BOTH = "both"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Due:
    """A block that somebody must look at. NEVER: it was never said to be in step."""

    key: str
    changed: Changed
    english: str
    korean: str


def hashes(english: BuiltLetter, korean: BuiltLetter) -> dict[str, dict[str, str]]:
    """The hashes of every block as it is now: what to keep once a person has said that both are in step."""
    texts = [_texts(letter) for letter in (english, korean)]
    keys = list(dict.fromkeys([*texts[0], *texts[1]]))
    return {
        key: {
            language: sha256_of(of[key])
            for language, of in zip(("en", "ko"), texts, strict=True)
            if key in of
        }
        for key in keys
    }


def due(english: BuiltLetter, korean: BuiltLetter, in_step: InStep) -> list[Due]:
    """The blocks that changed on either side since `in_step` was kept, in the letter's order.

    A block that was dropped on both sides is due no more.
    """
    ours, theirs = _texts(english), _texts(korean)
    found = []
    for key, now in hashes(english, korean).items():
        then = in_step.get(key)
        if then == now:
            continue
        changed = (
            Changed.NEVER
            if then is None
            else Changed.BOTH
            if all(then.get(language) != now.get(language) for language in ("en", "ko"))
            else Changed.ENGLISH
            if then.get("en") != now.get("en")
            else Changed.KOREAN
        )
        found.append(Due(key, changed, ours.get(key, ""), theirs.get(key, "")))
    return found


def _texts(letter: BuiltLetter) -> dict[str, str]:
    """The words of each block by its key. The number of a note is left out: it may change by itself."""
    return {
        block.key: "".join(
            one.text if isinstance(one, Run) else "[note]" if isinstance(one, NoteCall) else "\n"
            for one in block.inlines
        )
        for block in letter.blocks
        if block.key
    }
