"""The difference between the letter's words and its source's, word by word."""

from __future__ import annotations

import difflib
import re

from onrecord.letters.model import Stretch

_TOKEN = re.compile(r"\s*\S+")
_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‑": "-", "\xa0": " "})


def word_by_word(quoted: str, source: str) -> tuple[Stretch, ...]:
    """The stretches of both texts in order; joined, those of the letter read as `quoted`, space aside.

    A word that differs only by brackets and by case inside them ("[p]rotect") is "marked": the letter
    shows that change. Quotation marks and apostrophes make no difference; case without brackets does.
    """
    old, new = _TOKEN.findall(source), _TOKEN.findall(quoted)
    matcher = difflib.SequenceMatcher(None, _keys(old), _keys(new), autojunk=False)
    found: list[Stretch] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            for was, now in zip(old[a:b], new[c:d], strict=True):
                found += _pair(was, now)
            continue
        found += _changed("".join(old[a:b]), "source") + _changed("".join(new[c:d]), "letter")
    return _merged(found)


def _pair(was: str, now: str) -> list[Stretch]:
    if _plain(was) == _plain(now):
        return [Stretch("same", now)]
    if "[" in now:
        return _changed(now, "marked")
    return _changed(was, "source") + _changed(now, "letter")


def _changed(words: str, kind: str) -> list[Stretch]:
    """The words as their kind, with the space before them left as common to both."""
    return [Stretch("same", " "), Stretch(kind, words.strip())] if words.strip() else []


def _merged(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    merged: list[Stretch] = []
    for one in stretches:
        if merged and merged[-1].kind == one.kind:
            merged[-1] = Stretch(one.kind, merged[-1].words + one.words)
        else:
            merged.append(one)
    if merged and not merged[0].words.strip():
        merged = merged[1:]
    return tuple(merged)


def _keys(tokens: list[str]) -> list[str]:
    return [_plain(token).replace("[", "").replace("]", "").casefold() for token in tokens]


def _plain(token: str) -> str:
    return token.translate(_SAME).strip()
