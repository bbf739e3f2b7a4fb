"""Which language a text is in: by script, and by the commonest small words of the UN's languages."""

from __future__ import annotations

import re
from collections import Counter

_SMALL_WORDS = {
    "en": frozenset("the of and to in that for with was by on which".split()),  # noqa: SIM905
    "fr": frozenset("le la les des et du une dans que pour par aux".split()),  # noqa: SIM905
    "es": frozenset("el los las del y una en que para por con al".split()),  # noqa: SIM905
}
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language in which most of the first 6,000 characters are; "und" if unsure."""
    sample = text[:6000]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return "und"
    for code, script in () if sample.isascii() else _SCRIPTS:
        if len(script.findall(sample)) > 0.3 * letters:
            return code
    words = Counter(_WORD.findall(sample.lower()))
    scores = {code: sum(words[word] for word in small) for code, small in _SMALL_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > 0.08 * words.total() else "und"


_ARABIC = ("في", "من", "على", "إلى", "التي", "حقوق")


def is_reversed(text: str) -> bool:
    """Whether Arabic words came with their letters from left to right, as some PDF files give them.

    Told by its commonest words: more of them stand reversed than as they are written.
    """
    words = Counter(re.findall(r"[\u0621-\u064a]+", text[:20_000]))
    backwards = sum(words[word[::-1]] for word in _ARABIC)
    return backwards > 2 and backwards > sum(words[word] for word in _ARABIC)
