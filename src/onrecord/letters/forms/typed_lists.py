"""Lists that an author typed: each item a block of its own, with its number apart from its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.letters.forms.drafts import Draft
from onrecord.letters.forms.model import BlockKind
from onrecord.letters.forms.rich import Rich, cut
from onrecord.letters.patterns import LIST_ITEM

_TYPED = frozenset((BlockKind.PARAGRAPH, BlockKind.CELL))


def with_typed_lists(blocks: Iterable[Draft]) -> list[Draft]:
    """The blocks with typed items as list items: "1. Does it end?" and, on its next line, "2. When?"."""
    return [_labelled(piece) for block in blocks for piece in _lines_apart(block)]


def _lines_apart(block: Draft) -> list[Draft]:
    """A block cut before each line that begins an item; one piece where no line does."""
    if block.kind not in _TYPED and not (block.kind is BlockKind.LIST_ITEM and "\n" in block.rich.text):
        return [block]
    text = block.rich.text
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        if _begins_item(text, at + 1):
            starts.append(at + 1)
        at = text.find("\n", at + 1)
    if len(starts) == 1:
        return [block]
    ends = [start - 1 for start in starts[1:]] + [len(text)]
    pieces = [_piece(block, start, end) for start, end in zip(starts, ends, strict=True)]
    return [pieces[0], *(replace(piece, label="", kind=BlockKind.PARAGRAPH) for piece in pieces[1:])]


def _begins_item(text: str, start: int) -> bool:
    found = LIST_ITEM.match(text, start)
    return found is not None and "\n" not in found[0]


def _piece(block: Draft, start: int, end: int) -> Draft:
    length = len(block.rich.text)
    calls = [replace(call, start=call.start - start) for call in block.calls if start <= call.start <= end]
    return replace(block, rich=cut(block.rich, [(0, start), (end, length)]), calls=calls)


def _labelled(block: Draft) -> Draft:
    """A block whose words begin with the number or bullet of an item, with that as its label."""
    found = LIST_ITEM.match(block.rich.text) if block.kind in _TYPED and not block.label else None
    if found is None or found["kind"] or any(call.start < found.end() for call in block.calls):
        return block
    words: Rich = cut(block.rich, [(0, found.end())])
    calls = [replace(call, start=call.start - found.end()) for call in block.calls]
    return replace(block, kind=BlockKind.LIST_ITEM, label=found[0].strip(), rich=words, calls=calls)
