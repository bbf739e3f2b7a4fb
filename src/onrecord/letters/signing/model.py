"""What signing deals with: versions of a letter, signatories, what they consented to, publications."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

KINDS = ("organisation", "person")
LANGUAGES = ("en", "ko")
"""The languages in which a signatory has a name and is written to."""


class Standing(StrEnum):
    """How a signatory stands to one version of the letter."""

    SIGNED = "signed"
    ASK_AGAIN = "ask_again"
    INVITED = "invited"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Version:
    """A letter in exactly these words. `texts` gives the words by language (BCP 47), without the signatories.

    `sha256` is over the hashes of the texts: whoever signs, signs the letter in all its languages. `kept`
    is ISO 8601 in UTC.
    """

    id: int
    letter: str
    sha256: str
    title: str
    kept: str
    kept_by: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Signatory:
    """An organisation or person that was asked to sign. `names` and `details` go by language.

    `details` is what is printed after the name (an office, a kinship). `language` is the one in which
    the signatory is written to. How to reach them is no part of this: see `contact_of`.
    """

    id: int
    letter: str
    kind: str
    names: Mapping[str, str]
    details: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"

    def name(self, language: str) -> str:
        """The name in this language, else the first that is known."""
        return self.names.get(language) or next(iter(self.names.values()))


@dataclass(frozen=True, slots=True)
class Act:
    """What became of a signatory: `act` is "entered", "consented", "withdrew" or "corrected".

    `at` is ISO 8601 in UTC, `by` who wrote it down, `how` by what the signatory made it known
    ("e-mail of 2 January", "list.csv, row 7", "the page for signing"), `words` what else was said.
    """

    signatory_id: int
    act: str
    at: str
    by: str
    how: str = ""
    words: str = ""
    version_id: int | None = None


def sha256_of(words: str) -> str:
    """The SHA-256 of the words' UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def version_sha256(texts: Mapping[str, str]) -> str:
    """The hash of a letter in all its languages: over one line a language, "en HASH", in the languages' order."""
    return sha256_of("".join(f"{language} {sha256_of(texts[language])}\n" for language in sorted(texts)))
