"""Words of a query as patterns: every simple inflection, whatever hyphens, accents or case a text has.

A form is made by rule, not by a dictionary: plural and possessive (`-s`, `-es`, `-ies`, `'s`, `s'`),
`-ed` and `-ing`, with the final e dropped (`escape`, `escaping`), the final y changed (`flies`) and
the final consonant doubled (`expel`, `expelled`). A word given in such a form finds the others too.
Irregular forms (`flee`, `fled`) are written out in the query.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from onrecord.citations.model import Span

VOWELS = "aeiou"
# A hyphen, soft hyphen or U+FFFE that a line's end left inside a word, with the space after it:
# "repatri-\nation" and "non\ufferefoulement" are one word each.
_BREAK = "(?:[-\u2010\u2011\u2012\u2013\u00ad\ufffe]\\s?)?"
_GAP = "[\\s\\-\u2010\u2011\u2012\u2013\u00ad\ufffe/]{0,3}"
_POSSESSIVE = "(?:['\u2019]s?)?"


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without case and accents, and the way back: `starts[i]` is where its character i stood."""

    text: str
    starts: tuple[int, ...] | None
    length: int

    def span(self, start: int, end: int) -> Span:
        """The span of the original text that folded[start:end] came from."""
        if self.starts is None:
            return Span(start, end)
        last = self.starts[end - 1]
        after = bisect_right(self.starts, last)
        return Span(self.starts[start], self.starts[after] if after < len(self.starts) else self.length)


def fold(text: str) -> Folded:
    """`text` in lower case and without accents, each character traceable to its place in `text`."""
    lower = text.lower()
    if text.isascii() or (len(lower) == len(text) and unicodedata.is_normalized("NFKD", text)):
        return Folded(lower, None, len(text))
    letters: list[str] = []
    starts: list[int] = []
    for place, letter in enumerate(text):
        plain = letter.lower() if letter.isascii() else _plain(letter)
        letters.append(plain)
        starts.extend([place] * len(plain))
    return Folded("".join(letters), tuple(starts), len(text))


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(part for part in apart if not unicodedata.combining(part))


def forms(word: str) -> frozenset[str]:
    """Every simple inflection of `word`, and those of the word that it is an inflection of."""
    return frozenset(form for base in _bases(word) for form in _inflected(base)) | {word}


def _bases(word: str) -> set[str]:
    bases = {word}
    for ending, instead in (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ing", ""),
                            ("ing", "e"), ("ed", ""), ("ed", "e")):  # fmt: skip
        stem = word.removesuffix(ending)
        if stem != word and _can_stand(stem) and not (ending == "s" and stem.endswith(("s", "u", "i"))):
            bases.add(stem + instead)
            if ending in {"ing", "ed"} and stem[-1] == stem[-2] and stem[-1] not in "lsz" + VOWELS:
                bases.add(stem[:-1] + instead)
    return bases


def _can_stand(stem: str) -> bool:
    return len(stem) >= 3 and any(letter in VOWELS + "y" for letter in stem)


def _inflected(base: str) -> set[str]:
    made = {base, f"{base}s", f"{base}ed", f"{base}ing"}
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        made.add(f"{base}es")
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        made |= {f"{base[:-1]}ies", f"{base[:-1]}ied"}
    if base.endswith("e"):
        made |= {f"{base}d", f"{base[:-1]}ing"}
    elif len(base) > 2 and base[-1] not in VOWELS + "wxy" and base[-2] in VOWELS:
        made |= {f"{base}{base[-1]}ed", f"{base}{base[-1]}ing"}
    return made


def pattern_of(words: str) -> re.Pattern[str]:
    """The pattern that finds these words beside each other in a folded text.

    A final `*` on a word stands for any ending. Spaces and hyphens in `words` match a space, a hyphen
    or nothing, so "non-refoulement" finds "nonrefoulement" and "non refoulement".
    """
    parts = [_word_pattern(word) for word in re.split(r"[\s\-\u2010-\u2013]+", fold(words).text) if word]
    return re.compile(rf"(?<!\w){_GAP.join(parts)}{_POSSESSIVE}(?!\w)")


def _word_pattern(word: str) -> str:
    if word.endswith("*"):
        return rf"{_letters(word[:-1])}(?:\w|{_BREAK[:-1]}(?=\w))*"
    bare = re.sub(r"['\u2019]s?$", "", word)
    ordered = sorted(forms(bare), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(_letters(form) for form in ordered)})"


def _letters(form: str) -> str:
    return _BREAK.join(re.escape(letter) for letter in form)
