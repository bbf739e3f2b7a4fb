"""A government's statement about an article, cited beside it as if it bore it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import LetterNote
from onrecord.told import tell

# "Concerning the article on …", "Statement regarding the report", "해명자료".
_ABOUT = re.compile(
    r"[“\"]\s*(?:(?:Concerning|Regarding|On|Clarification (?:of|on|regarding)|"
    r"(?:Statement|Explanation|Response|Reply|Rebuttal)\s+(?:on|to|regarding|concerning|about))\s+(?:the\s+)?"
    r"(?:\w+\s+){0,2}?(?:articles?|reports?|coverage|allegations?|news)\b)|해명\s?자료|설명\s?자료|반박",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:MOFA|MFA|Ministry|Minister|Embassy|Government|Foreign Affairs|Spokes\w+)\b|외교부|통일부"
)
_TOLD = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput\w+|reject\w+|rebut\w*|contest\w*|contrary|contradict\w*|but see|refut\w+|"
    r"clarified|according to the (?:Ministry|Government))\b",
    re.IGNORECASE,
)
_REACH = 60


def find(case: Case) -> Iterator[Said]:
    """Each such source where neither the note nor the sentence that calls it says what it says."""
    for note in case.letter.notes:
        text = case.letter.text
        for found in _ABOUT.finditer(text, note.span.start, note.span.end):
            official = _OFFICIAL.search(text, max(note.span.start, found.start() - _REACH), found.start())
            if official and not _is_told(case, note):
                yield Said(
                    Span(official.start(), found.end()),
                    tell(
                        "Note %(number)s cites what %(words)s said about an article, without saying what. Such "
                        "statements mostly dispute it (inferred from the title).",
                        number=note.number,
                        words=official.group(),
                    ),
                    suggestion=tell("Read it; where it disputes the article, say so: “but see …”."),
                )


def _is_told(case: Case, note: LetterNote) -> bool:
    called = [case.sentence_at(m.span.start) for m in case.letter.markers if m.number == note.number]
    return any(_TOLD.search(case.letter.text, span.start, span.end) for span in (note.span, *called))


RULE = Rule("contrary_source", WARNING, "A statement about an article is cited without its stance.", find)
