"""A record with nothing on it: for a letter that is built or imported before any document was added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.documents.model import Document, Note, Paragraph
from onrecord.mechanisms.model import Entry, ReviewFacts
from onrecord.record.model import StoredDocument


class NoRecord:
    """Answers what `ReadsRecord` asks: nothing is there."""

    def documents(self) -> Sequence[StoredDocument]:
        """No document."""
        return ()

    def document(self, symbol: str) -> Document | None:  # noqa: ARG002 - the protocol's signature
        """None."""
        return None

    def paragraph(self, symbol: str, pinpoint: str) -> Paragraph | None:  # noqa: ARG002 - as above
        """None."""
        return None

    def notes(self, symbol: str, pinpoint: str) -> Sequence[Note]:  # noqa: ARG002 - as above
        """No note."""
        return ()

    def entries(
        self,
        *,
        symbol: str | None = None,  # noqa: ARG002 - as above
        to: str | None = None,  # noqa: ARG002 - as above
        by: str | None = None,  # noqa: ARG002 - as above
        kind: str | None = None,  # noqa: ARG002 - as above
        cycle: int | None = None,  # noqa: ARG002 - as above
    ) -> Sequence[Entry]:
        """No entry."""
        return ()

    def reviews(self, state: str | None = None) -> Sequence[ReviewFacts]:  # noqa: ARG002 - as above
        """No review."""
        return ()

    def paragraphs_with(self, words: str) -> Iterator[tuple[str, Paragraph]]:  # noqa: ARG002 - as above
        """No paragraph."""
        return iter(())
