"""The field's terms in both languages (un/data/terms.csv), and a letter's own table of names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.citations.model import Span
from onrecord.un.state_names import rows


@dataclass(frozen=True, slots=True)
class NamePair:
    """A person, body, law or publisher: every form in English (romanisations) and in Korean that is one name.

    The first of each is the form to write.
    """

    english: tuple[str, ...]
    korean: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the field: `kind` is "body", "treaty" or "term"; the forms in each language."""

    kind: str
    english: tuple[str, ...]
    korean: tuple[str, ...]


# "김철옥(Kim Cheol-ok)" and "Kim Cheol-ok (김철옥)": the letter itself says that they are one.
_GIVEN_IN_KOREAN = re.compile(r"(?P<ko>[가-힣]{2,5})\s?\((?P<en>[A-Z][A-Za-z]+(?:[ -][A-Za-z]+){1,3})\)")
_GIVEN_IN_ENGLISH = re.compile(r"(?P<en>[A-Z][A-Za-z]+(?:[ -][A-Za-z]+){1,3})\s?\((?P<ko>[가-힣]{2,5})\)")


_SYLLABLES = 2


@cache
def terms() -> tuple[Term, ...]:
    """Every term, in the file's order."""
    return tuple(
        Term(row["kind"], tuple(row["english"].split("|")), tuple(row["korean"].split("|")))
        for row in rows("terms")
    )


def names_given(english: str, korean: str) -> list[NamePair]:
    """The names that the texts themselves give in both forms."""
    found: dict[str, str] = {}
    for pattern, text in ((_GIVEN_IN_KOREAN, korean), (_GIVEN_IN_ENGLISH, english)):
        for match in pattern.finditer(text):
            found.setdefault(match["ko"], match["en"])
    return [NamePair((name,), (hangul,)) for hangul, name in found.items()]


def find_terms(text: str, language: str) -> dict[int, Span]:
    """The terms in a text, by their number in `terms()`, each with its first place."""
    return _find([one.korean if language == "ko" else one.english for one in terms()], text, language)


def find_names(names: Sequence[NamePair], text: str) -> dict[int, Span]:
    """The names in a text, in whichever script, by their number in `names`, each with its first place."""
    found = _find([one.english for one in names], text, "en")
    for number, span in _find([one.korean for one in names], text, "ko").items():
        found.setdefault(number, span)
    return found


def _find(forms: Sequence[tuple[str, ...]], text: str, language: str) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for number, group in enumerate(forms):
        places = [match.span() for form in group if (match := _pattern(form, language).search(text))]
        if places:
            found[number] = Span(*min(places))
    return found


def _loosely_spaced(form: str) -> str:
    spaced = {len(form[:at].replace(" ", "")) for at, sign in enumerate(form) if sign == " "}
    signs = [sign for sign in form if not sign.isspace()]
    made = ""
    for at, sign in enumerate(signs):
        loose = at in spaced or _SYLLABLES <= at <= len(signs) - _SYLLABLES
        made += (r"\s?" if at and loose else "") + re.escape(sign)
    return made


@cache
def _pattern(form: str, language: str) -> re.Pattern[str]:
    """A Korean form is found also with a particle behind it; an English one only as a whole word.

    Between the words of a Korean form spaces may stand or fail, and a word has two syllables at least: "네 통 보냈다"
    holds no 통보.
    """
    form = unicodedata.normalize("NFC", form)
    if language == "ko" and not form.isascii():
        return re.compile(_loosely_spaced(form))
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", form))
    flags = 0 if form.isupper() or form[:1].isupper() else re.IGNORECASE
    return re.compile(
        rf"(?<!\w){words}(?!\w)" if language != "ko" else rf"(?<![A-Za-z]){words}(?![A-Za-z])", flags
    )
