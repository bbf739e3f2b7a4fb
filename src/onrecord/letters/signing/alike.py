"""Whether two signatories may be one: the same organisation entered twice, or a name in two spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from rapidfuzz import fuzz

# What may stand before or after an organisation's name without making it another one.
_FORMS = re.compile(
    r"\b(?:the|inc|incorporated|ltd|limited|llc|e ?v|ngo|foundation inc|association inc)\b"
    r"|\(사\)|\(재\)|사단법인|재단법인|주식회사|비영리민간단체",
)
_ACRONYM = re.compile(r"\(\s*[A-Z][A-Za-z&.-]{1,14}\s*\)")
ALIKE = 85.0
"""Of 100, by rapidfuzz's ratio on folded names: "Kim Kyu Li" and "Kim Gyu Li" have 87.5."""


def fold_name(name: str) -> str:
    """A name for comparing: without case, accents, marks, spaces, acronyms in brackets and legal forms."""
    name = _ACRONYM.sub(" ", unicodedata.normalize("NFKC", name))
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    plain = _FORMS.sub(" ", unicodedata.normalize("NFC", plain))
    return "".join(c for c in plain if c.isalnum())


def same_or_alike(one: Mapping[str, str], other: Mapping[str, str]) -> str:
    """Return "same", "alike" or "", by the names in each language that both have.

    "same" where a name is equal but for case, accents, spaces, marks, an acronym in brackets or a legal
    form; "alike" where names differ by a few letters, which a person must decide.
    """
    folded = [(fold_name(one[lang]), fold_name(other[lang])) for lang in one if other.get(lang)]
    folded = [pair for pair in folded if all(pair)]
    if any(a == b for a, b in folded):
        return "same"
    return "alike" if any(fuzz.ratio(a, b) >= ALIKE for a, b in folded) else ""
