"""A person's name in the ways in which it may be written."""

from __future__ import annotations

import re
import unicodedata

from onrecord.errors import UsageError
from onrecord.letters.names.model import Passage
from onrecord.told import tell
from onrecord.un.folding import HYPHENS

MOST = 12
LONGEST = 100
_PART = re.compile(rf"[\s{re.escape(HYPHENS)}.]+")
_BETWEEN = rf"[\s{re.escape(HYPHENS)}.]{{0,3}}"
_NO_WORD = re.compile(r"[^\w\s-]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\s]+")
_AROUND = 110


def names_in(words: str) -> tuple[str, ...]:
    """The names that a person typed, parted by commas or lines. UsageError where there is none to look for."""
    typed = (" ".join(one.split()) for one in re.split(r"[,;、\n]", unicodedata.normalize("NFC", words)))
    names = tuple(dict.fromkeys(one for one in typed if sum(map(str.isalpha, one)) > 1))
    if not names:
        raise UsageError(
            tell("Give a name of two letters or more."), hint=tell("For example: Kim Cheol-ok, 김철옥")
        )
    if len(names) > MOST or any(len(name) > LONGEST for name in names):
        raise UsageError(
            tell("These are too many names, or too long ones."),
            hint=tell(
                "At most %(many)s names of %(long)s letters can be looked for at once.",
                many=MOST,
                long=LONGEST,
            ),
        )
    return names


def pattern_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """What finds the names in a text: whatever stands between their parts, and however they are capitalised.

    A Korean name may have spaces between its syllables, and a particle behind it.
    """
    return re.compile("|".join(_one(name) for name in sorted(names, key=len, reverse=True)), re.IGNORECASE)


def query_of(names: tuple[str, ...]) -> str:
    """The search of the record that finds the names, each as a phrase."""
    phrases = (" ".join(_PART.split(_NO_WORD.sub(" ", name))) for name in names)
    return " OR ".join(f'"{phrase}"' for phrase in phrases)


def passages(text: str, pattern: re.Pattern[str]) -> tuple[Passage, ...]:
    """Each line of a text in which the name stands, cut to the words around where it stands first."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        match = pattern.search(line)
        if match:
            start, end = max(0, match.start() - _AROUND), min(len(line), match.end() + _AROUND)
            cut = line[start:end].replace("«", "“").replace("»", "”")
            marked = pattern.sub(lambda one: f"«{one[0]}»", cut)
            found.append(Passage(number, f"{'… ' * (start > 0)}{marked}{' …' * (end < len(line))}"))
    return tuple(found)


def _one(name: str) -> str:
    if _HANGUL.fullmatch(name):
        return r"(?<![\uac00-\ud7a3])" + r"\s?".join(re.escape(one) for one in name if not one.isspace())
    parts = [re.escape(part) for part in _PART.split(name) if part]
    return rf"(?<!\w){_BETWEEN.join(parts)}(?!\w)"
