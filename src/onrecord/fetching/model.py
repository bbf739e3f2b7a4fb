"""What is asked of the United Nations' addresses, and what came of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from onrecord.un.symbol import Symbol

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
"""The official languages, by the codes that the addresses take."""

FORMATS = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that is asked for."""

    symbol: Symbol
    language: str = "en"
    format: str = "pdf"

    @property
    def file_name(self) -> str:
        """A name for its file on every system: "A_HRC_25_5_Add.1.en.pdf"."""
        symbol = self.symbol.text.replace(" ", "").replace("/", "_")
        return f"{symbol}.{self.language}.{self.format}"


@dataclass(frozen=True, slots=True)
class Printed:
    """What the document that came says of itself; "" where its title page does not show it."""

    symbol: str
    reissued: bool
    title: str
    date: str
    language: str
    pages: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a file came from: who was asked, what for, when, what came.

    `asked` is the address that was asked and `address` the one that gave the document, after
    `redirects`; `fetched` is ISO 8601 in UTC; `doubts` say what could not be checked.
    """

    symbol: str
    language: str
    format: str
    sha256: str
    size: int
    asked: str
    address: str
    fetched: str
    program: str
    printed: Printed
    redirects: tuple[str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The provenance as it is kept beside the file."""
        return {**asdict(self), "redirects": list(self.redirects), "doubts": list(self.doubts)}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Provenance:
        """What `as_json` gave. KeyError or TypeError where it is something else."""
        return cls(
            **{
                **value,
                "printed": Printed(**value["printed"]),
                "redirects": tuple(value["redirects"]),
                "doubts": tuple(value["doubts"]),
            }
        )


@dataclass(frozen=True, slots=True)
class Attempt:
    """An address that did not give the document: the word for why, the reason, how often it was asked."""

    asked: str
    kind: str
    reason: str
    tries: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document that came; `content` is its file in the cache, `attempts` what failed before.

    `changed_since` is when the cache had got other bytes for the same question, or "".
    """

    wanted: Wanted
    content: Path
    provenance: Provenance
    from_cache: bool = False
    attempts: tuple[Attempt, ...] = ()
    changed_since: str = ""


@dataclass(frozen=True, slots=True)
class NotFetched:
    """A document that did not come, with what each address said."""

    wanted: Wanted
    reason: str
    hint: str = ""
    attempts: tuple[Attempt, ...] = ()
