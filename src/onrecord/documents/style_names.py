"""What the names of styles say: Word's own, and those of the UN's templates."""

from __future__ import annotations

import re

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_UN_HEADING = re.compile(r"_?\s?H[ _]*(?P<level>Ch|M|[1-9])(?:/?[1-9])?[ _]*G?", re.IGNORECASE)
"""The styles of the UN's templates: "_ H_1_G", "_ H_2/3_G", "_ H _Ch_G", "_ H _M_G", "_H_1", "H23G"."""

_CONTENTS = re.compile(r"toc \d", re.IGNORECASE)


def heading_level(name: str) -> int:
    """The level of the heading that a style of this name makes, 0 for text."""
    usual = _HEADING.fullmatch(name)
    if usual:
        return int(usual[1])
    un = _UN_HEADING.fullmatch(name)
    if un:
        return int(un["level"]) if un["level"].isdigit() else 1
    return 1 if name.lower() in {"title", "_ h_hm", "chapter title"} else 0


def is_contents(name: str) -> bool:
    """Whether a style of this name is one of the lines of a table of contents ("toc 2")."""
    return _CONTENTS.fullmatch(name) is not None
