"""Quoted words with no source: no marker, no symbol, or a marker whose note is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Quotation, Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.covering import Cover, cover
from onrecord.letters.check.rule import ERROR, WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.states import find_states

# Fewer words than these may be a term or irony, which needs no source.
_FEW = 5
# "Article 46 of the Exit and Entry Administration Law … provides that “…”": the text names the source.
_NAMED_IN_TEXT = re.compile(
    r"\b(?:articles?|arts?\.|sections?|paragraphs?|principles?|rules?|resolutions?|chapter|preamble|Constitution|"
    r"Convention|Covenant|Protocol|Declaration|Statute|Act|Law|Code)\b",
    re.IGNORECASE,
)
# "A mother from Musan told us: “…”": what the writers heard themselves has no other source.
_TOLD_US = re.compile(
    r"\b(?:told|tells|assured|reminded|wrote\s+to|writes\s+to|said\s+to|says\s+to|spoke\s+(?:to|with)|described\s+to|"
    r"confided\s+(?:in|to))\s+(?:us|me|our\s+\w+|one\s+of\s+(?:us|our\s+\w+))\b|(?:저희|우리|저|본 단체)(?:들)?에게",
    re.IGNORECASE,
)
# "you may say “as we recommended in 2011”": words that the letter offers to its readers.
_OFFERED = re.compile(
    r"\b(?:you|your\s+\w+)\s+(?:may|might|can|could)\s+(?:also\s+|simply\s+|then\s+)?(?:say|write|add|ask|use|put\s+it)"
    r"(?:\s+that)?[\s:,]*[“\"«‘]?$",
    re.IGNORECASE,
)
# "“Investigate,” said the mother of a reporter. “That is all we ask.”": told to the press, as releases do.
_SAID_BY = re.compile(
    r"[,.!?]?[”\"»]\s+(?:said|says|added|adds|explained|explains)\s+(?P<who>[^.;:“”\"]{3,80})"
)
_SPEAKS_FOR_MANY = re.compile(
    r"\b(?:delegation|government|committee|council|commission|working\s+group|rapporteurs?|expert|report|"
    r"High\s+Commissioner)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# "….*", "….[i]", "…”.†": a note is called in a way that is not read; whether it names the source is not known.
_CALLS = re.compile(r"[”\"’»]?[.,;]?[ \u00a0]?(?:\*{1,4}(?!\w)|[†‡§]|[\[(](?:[ivx]{1,5}|[a-z])[\])])")


def find(case: Case) -> Iterator[Said]:
    """Each quotation of a sentence's length for which the letter names no source."""
    for quotation in case.quotations:
        if not case.in_body(quotation.span.start) or len(_WORD.findall(quotation.text)) < _FEW:
            continue
        if _CALLS.match(case.letter.text, quotation.span.end):
            continue
        covered = cover(case, quotation.span)
        if covered.missing:
            yield _without_note(quotation, covered.missing)
        elif quotation.cited is None and quotation.at is not None:
            yield _held(case, quotation, covered)
        elif _is_bare(case, quotation, covered):
            yield Said(
                quotation.span,
                tell("This quotation names no source, and the record does not hold its words."),
                suggestion=tell("Name the source, with the paragraph."),
            )


def _without_note(quotation: Quotation, number: str) -> Said:
    return Said(
        quotation.span,
        tell(
            "This quotation has no source: note %(number)s, which should name it, does not exist.",
            number=number,
        ),
        _evidence(quotation),
        (
            tell("Give the source in note %(number)s.", number=number)
            if quotation.at is None
            else _suggestion(quotation)
        ),
        severity=ERROR,
    )


def _held(case: Case, quotation: Quotation, covered: Cover) -> Said:
    why = tell("No note or symbol names the source of this quotation")
    if covered.carried:
        before = case.citations[covered.carried[0]]
        why = tell(
            "No note names the source of this quotation (note %(note)s covers another place)",
            note=before.note,
        )
    return Said(
        quotation.span,
        tell("%(why)s; the record has the words.", why=why),
        _evidence(quotation),
        _suggestion(quotation),
    )


def _is_bare(case: Case, quotation: Quotation, covered: Cover) -> bool:
    if quotation.cited is not None or covered.beside or covered.noted or covered.carried:
        return False
    if any(_is_part(quotation, other) for other in case.quotations if other is not quotation):
        return False
    sentence = case.sentence_at(quotation.span.start)
    if _was_told_to_writers(case, sentence) or _was_told_to_press(case, quotation):
        return False
    if _OFFERED.search(case.letter.text[sentence.start : quotation.span.start]):
        return False
    return not _NAMED_IN_TEXT.search(case.letter.text, sentence.start, quotation.span.start)


def _was_told_to_writers(case: Case, sentence: Span) -> bool:
    """Whether the sentence, or the one before it in its paragraph, says that somebody told it to the writers."""
    paragraph = case.paragraph_at(sentence.start)
    before = case.sentences_from(paragraph.start, sentence.start + 1)
    return any(_TOLD_US.search(case.own_words(one)) for one in before[-2:])


def _was_told_to_press(case: Case, quotation: Quotation) -> bool:
    """Whether a person, no State and no body, is said to have spoken these words, or those just before them."""
    paragraph = case.paragraph_at(quotation.span.start)
    said = [
        found["who"]
        for found in _SAID_BY.finditer(case.letter.text, paragraph.start, paragraph.end)
        if found.start() <= quotation.span.end
    ]
    return bool(said) and not find_states(said[-1]) and not _SPEAKS_FOR_MANY.search(said[-1])


def _is_part(quotation: Quotation, other: Quotation) -> bool:
    """Whether the words are taken from a longer quotation of the letter, which has its own source."""
    mine, theirs = (" ".join(_WORD.findall(q.text.casefold())) for q in (quotation, other))
    return len(mine) < len(theirs) and _stem(mine) in theirs


def _stem(words: str) -> str:
    return words.removesuffix("s")


def _evidence(quotation: Quotation) -> tuple[Evidence, ...]:
    return (Evidence(tell("the record has these words"), quotation.at),) if quotation.at else ()


def _suggestion(quotation: Quotation) -> str:
    at = quotation.at
    return (
        tell("Cite %(symbol)s, para. %(paragraph)s.", symbol=at.symbol, paragraph=at.paragraph) if at else ""
    )


RULE = Rule("quotation_without_citation", WARNING, "Quoted words for which the letter names no source.", find)
