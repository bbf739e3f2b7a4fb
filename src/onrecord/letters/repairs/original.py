"""A letter's file as it lies on the disk: edits of its text leave every other byte as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from onrecord.citations.model import Span
from onrecord.errors import InputError
from onrecord.letters.decoding import decode
from onrecord.letters.model import Edit, Letter
from onrecord.letters.repairs.apply import edited


@dataclass(frozen=True, slots=True)
class Original:
    """A plain file: its text with its own line ends, its encoding, and the bytes before its text.

    `starts[i]` is where in `text` character i of `Letter.text` stands, in which every line ends with a line feed;
    one more at the end is the length of `text`.
    """

    text: str
    codec: str
    mark: bytes
    starts: tuple[int, ...]

    @property
    def line_end(self) -> str:
        """How most lines of the file end."""
        windows = self.text.count("\r\n")
        ends = {"\r\n": windows, "\n": self.text.count("\n") - windows, "\r": self.text.count("\r") - windows}
        return max(ends, key=lambda end: ends[end]) if any(ends.values()) else "\n"

    def span(self, span: Span) -> Span:
        """The characters of `text` that a span of `Letter.text` means."""
        return Span(self.starts[span.start], self.starts[span.end])

    def can_hold(self, text: str) -> bool:
        """Whether the file's encoding has every character of `text`."""
        try:
            text.encode(self.codec)
        except UnicodeEncodeError:
            return False
        return True

    def with_edits(self, edits: Sequence[Edit]) -> bytes:
        """The file's bytes after edits of `Letter.text`, which are in order and apart."""
        own = [Edit(self.span(edit.span), edit.text.replace("\n", self.line_end)) for edit in edits]
        return self.mark + edited(self.text, own).encode(self.codec)


def original_of(path: Path, letter: Letter) -> Original | None:
    """The letter's file; None where it is no plain text or Markdown, so that edits cannot be made in its kind.

    Raises InputError where the file cannot be opened.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path} cannot be opened: {error.strerror or error}.", hint="Check the path and its permissions."
        ) from error
    try:
        read = decode(data, str(path))
        text = data.removeprefix(read.mark).decode(read.codec)
    except (InputError, UnicodeDecodeError):
        return None
    if read.text != letter.text or read.mark + text.encode(read.codec, "replace") != data:
        return None
    return Original(text, read.codec, read.mark, _starts(text))


def _starts(text: str) -> tuple[int, ...]:
    """Where each character stands once a carriage return with its line feed counts as one."""
    widths = [2 if char == "\r" and text[at + 1 : at + 2] == "\n" else 1 for at, char in enumerate(text)]
    kept = (
        width
        for at, width in enumerate(widths)
        if not (text[at] == "\n" and text[at - 1 : at] == "\r" and at)
    )
    return tuple(accumulate(kept, initial=0))
