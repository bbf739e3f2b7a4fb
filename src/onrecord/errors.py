"""Every exception that On Record raises on purpose.

OnRecordError                     a message for a person, an exit status for a program
├── UsageError                    the command or function was called wrongly (status 2)
├── InputError                    a file or text that cannot be read (status 3)
│   ├── UnreadableDocument        broken, encrypted, empty, too large, without text, not what its name says
│   ├── UnknownDocument           readable, but of no kind that On Record knows
│   └── BuildStopped              a letter's source has errors, told by line (status 1)
├── WordError                     words that are no symbol, pinpoint, State, date or count (status 2)
│   ├── SymbolError
│   ├── PinpointError
│   └── StateError
├── RecordError                   the record cannot be opened, read or written (status 3)
│   ├── NotOnRecord               asked for something that the record does not hold (status 1)
│   └── RecordIsNewer             made by a newer On Record; nothing was touched
├── FetchError                    a document could not be fetched from the United Nations (status 3)
│   └── TransferFailed            one address did not give it: why, and whether to ask again
└── RenderError                   a dossier or letter could not be written (status 3)
    └── DoesNotFit                what was chosen is more than its one page holds (status 2)
"""

from __future__ import annotations

from collections.abc import Sequence


class OnRecordError(Exception):
    """Something a person can act upon: what was wrong, where, and what to do next."""

    exit_status = 3

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(OnRecordError):
    """The command or function was called wrongly; the message names the right way."""

    exit_status = 2


class InputError(OnRecordError):
    """A file or text that cannot be read; nothing already stored is harmed."""


class UnreadableDocument(InputError):
    """The file is broken, encrypted, empty, too large, has no text, or is not what its name says."""


class UnknownDocument(InputError):
    """The file can be read, but it is no kind of document that On Record knows."""


class BuildStopped(InputError):
    """The source of a letter has errors, told by line; nothing was written. `problems` holds them one by one."""

    exit_status = 1

    def __init__(self, message: str, problems: Sequence[object] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class WordError(OnRecordError):
    """Words that are not what they were taken for (a symbol, a pinpoint, a State)."""

    exit_status = 2


class SymbolError(WordError):
    """The text is no UN document symbol, even after the known repairs."""


class PinpointError(WordError):
    """The text names no place in a document."""


class StateError(WordError):
    """The text is no name or code of a State."""


class RecordError(OnRecordError):
    """The record cannot be opened, read or written."""


class NotOnRecord(RecordError):
    """The record does not hold what was asked for; that does not mean that it does not exist."""

    exit_status = 1


class RecordIsNewer(RecordError):
    """The record was made by a newer On Record; nothing was touched. Update the program."""


class RenderError(OnRecordError):
    """A dossier or letter could not be written."""


class DoesNotFit(RenderError):
    """What was chosen is more than its one page holds; nothing was cut. Choose less."""

    exit_status = 2


class FetchError(OnRecordError):
    """A document could not be fetched; what was fetched before stays."""


class TransferFailed(FetchError):
    """One address did not give a document.

    `kind` is a word for programs ("status", "timeout", "unreachable", ...); `again` says whether the same
    address may be asked once more, `after` how many seconds the server wants to be left alone until then.
    """

    def __init__(self, kind: str, message: str, *, again: bool = False, after: float | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.again = again
        self.after = after
