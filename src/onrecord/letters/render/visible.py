"""Text that only shows: what could steer a page or a reader's eye is made visible instead."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

# C0 and C1 controls but tab and line feed; the overrides, embeddings and isolates that turn the
# order of letters about (U+202A-202E, U+2066-2069); lone surrogates; noncharacters.
# Left-to-right and right-to-left marks (U+200E, U+200F) stay: honest Arabic and Hebrew use them.
UNSHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
LONG_WORD = re.compile(r"\S{25,}")
BREAK_AFTER = re.compile(r"(?<=[/.?&=_\-,;:])(?=\w)|(?<=\w{20})(?=\w)")
ZERO_WIDTH_SPACE = "\u200b"


def visible(text: str) -> str:
    """The text with every control character shown by its number: "[U+202E]"."""
    return UNSHOWN.sub(lambda found: f"[U+{ord(found.group()):04X}]", text.replace("\r\n", "\n"))


def breakable(text: str) -> str:
    """The text with places to break inside very long words (addresses), for a page of fixed width."""
    return LONG_WORD.sub(lambda word: BREAK_AFTER.sub(ZERO_WIDTH_SPACE, word.group()), text)


def all_visible(value: Any) -> Any:
    """A tree of frozen dataclasses and tuples, with `visible` applied to every string in it."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, tuple):
        shown = [all_visible(item) for item in value]
        return type(value)(*shown) if hasattr(value, "_fields") else tuple(shown)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: all_visible(getattr(value, field.name)) for field in fields(value)}
        )
    return value
