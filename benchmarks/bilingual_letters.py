"""Right pairs of letters, written for the measurements: invented matters, each block in English and Korean.

The first was at hand while the comparison was written. Each of the others was written before the comparison had
run on it; what its first run showed was mended, so that by now all are known to it. False alarms of those first
runs: second 4 of 50 facts, third 4 of 60, fourth 7 of 55, fifth 4 of 56, sixth 9 of 66, seventh 2 of 67, eighth
2 of 67, ninth 5 of 73, tenth 7 of 72, eleventh 3 of 67, twelfth 3 of 88, thirteenth 2 of 66, fourteenth 4 of 63,
fifteenth 2 of 70, sixteenth 0 of 80, seventeenth 4 of 66, eighteenth 0 of 73, nineteenth 5 of 60, twentieth 1 of
74, twenty-first 6 of 67. The fifth to the tenth were written by somebody who had not read its code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from onrecord.letters.bilingual.terms import NamePair
from onrecord.letters.compose.built import (
    Block,
    BlockKind,
    BuiltLetter,
    BuiltNote,
    NoteCall,
    Run,
    SourceCited,
)

NAMES = (
    NamePair(("Han Seo-yeon", "Han Suh-yeon"), ("한서연",)),
    NamePair(("Families of the Disappeared",), ("실종자 가족 모임", "실종자가족모임")),
    NamePair(("Northern Light",), ("노던라이트",)),
    NamePair(("Kim Dong-hyun",), ("김동현",)),
    NamePair(("Lee Mi-sook",), ("이미숙",)),
    NamePair(("Hwang In-soo",), ("황인수",)),
    NamePair(("Hwang Won-jun",), ("황원준",)),
    NamePair(("Abdullah al-Huwaiti",), ("압둘라 알후와이티",)),
    NamePair(("Nguyen Van Hoa", "Mr. Nguyen"), ("응우옌 반 호아", "응우옌")),
)

Rows = Sequence[tuple[str, str, str]]
"""(key, English, Korean); "[A/HRC/…, 5]" in either text calls a note that cites that place."""


def rows(name: str) -> Rows:
    """The blocks of a pair, from its file: key, English and Korean on a line each, blocks parted by a blank line."""
    text = Path(__file__).with_name("bilingual_data").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return [
        (key, english, korean)
        for key, english, korean in (block.split("\n") for block in text.strip().split("\n\n"))
    ]


PAIRS = {
    name: rows(name)
    for name in (
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twentyfirst",
    )
}
FIRST = PAIRS["first"]

_CALL = re.compile(r"\[(?P<source>[^,\]]+), (?P<at>[^\]]+)\]")
_KINDS = {"Q": BlockKind.QUESTION, "R": BlockKind.RECOMMENDATION, "h": BlockKind.HEADING}


def letter(rows: Rows, language: str) -> BuiltLetter:
    """One language of a pair as a built letter."""
    blocks, notes = [], []
    for key, *texts in rows:
        text = texts[language == "ko"]
        inlines: list[Run | NoteCall] = []
        at = 0
        for match in _CALL.finditer(text):
            cited = SourceCited(match["source"], (match["at"],))
            notes.append(BuiltNote(len(notes) + 1, (Run(f"{match['source']}, {match['at']}"),), (cited,)))
            inlines += [Run(text[at : match.start()]), NoteCall(len(notes))]
            at = match.end()
        inlines.append(Run(text[at:]))
        kind = _KINDS.get(key[0], BlockKind.PARAGRAPH)
        asked = key[0] in "QR"
        blocks.append(
            Block(
                kind,
                tuple(one for one in inlines if not isinstance(one, Run) or one.text),
                key=key,
                number=int(key[1:]) if asked else 0,
                name=key if asked else "",
            )
        )
    return BuiltLetter(
        "A letter", language, "2024-01-03", "3 January 2024", blocks=tuple(blocks), notes=tuple(notes)
    )
