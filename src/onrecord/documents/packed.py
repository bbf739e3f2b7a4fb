"""Long sequences kept packed: a bulk export has some hundred thousand rows, and few are looked at at once."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar, overload

T = TypeVar("T")

LONG = 4096
"""From this many items on a sequence is packed: shorter ones are read faster as they are."""

_IN_A_BLOCK = 512


class Packed(Sequence[T], Generic[T]):
    """A sequence that takes about a sixth of the memory of a tuple; going through it unpacks a block at a time.

    Items are unpacked anew each time, so they are equal to those that went in, never the same objects.
    It goes from process to process as it is.
    """

    __slots__ = ("_blocks", "_length")

    def __init__(self, items: Iterable[T]) -> None:
        self._blocks: list[bytes] = []
        self._length = 0
        self.extend(items)

    def extend(self, items: Iterable[T]) -> None:
        """Take more items; only while what is there fills whole blocks."""
        rest = iter(items)
        while block := list(islice(rest, _IN_A_BLOCK)):
            self._blocks.append(zlib.compress(pickle.dumps(block, pickle.HIGHEST_PROTOCOL), 1))
            self._length += len(block)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        for number in range(len(self._blocks)):
            yield from self._block(number)

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            start, stop, step = at.indices(self._length)
            if step == 1:
                first = start // _IN_A_BLOCK
                from_first = (item for n in range(first, len(self._blocks)) for item in self._block(n))
                skipped = start - first * _IN_A_BLOCK
                return tuple(islice(from_first, skipped, skipped + max(0, stop - start)))
            return tuple(self[place] for place in range(start, stop, step))
        place = at + self._length if at < 0 else at
        if not 0 <= place < self._length:
            raise IndexError(at)
        return self._block(place // _IN_A_BLOCK)[place % _IN_A_BLOCK]

    def _block(self, number: int) -> list[T]:
        # The blocks are this object's own, or came through the pipe of a process that we started.
        block: list[T] = pickle.loads(zlib.decompress(self._blocks[number]))  # noqa: S301
        return block


class Packing(Generic[T]):
    """Takes items one at a time, where several sequences are made in one go; `done` gives the sequence."""

    def __init__(self) -> None:
        self._items: list[T] = []
        self._packed: Packed[T] | None = None

    def add(self, item: T) -> None:
        """Take the next item."""
        self._items.append(item)
        if len(self._items) == LONG:
            self._pack()

    def done(self) -> Sequence[T]:
        """All items: a tuple, or packed where they are LONG or more."""
        if self._packed is None:
            return tuple(self._items)
        self._pack()
        return self._packed

    def _pack(self) -> None:
        if self._packed is None:
            self._packed = Packed(())
        self._packed.extend(self._items)
        self._items = []


def packed(items: Iterable[T]) -> Sequence[T]:
    """These items as a tuple, or packed where they are LONG or more."""
    packing: Packing[T] = Packing()
    for item in items:
        packing.add(item)
    return packing.done()
