"""Sentences that tell of several recommendations at once what became of them."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case, Mention
from onrecord.letters.check.stated_positions import speaks_of_position, stated_position
from onrecord.un.position import NOTED, SUPPORTED
from onrecord.un.states import find_states

# "China supported none of them", "Neither was accepted", "All three were noted".
_ALL = re.compile(
    r"\b(?:all|both|neither|none|nothing|each|every|any|these|those|them)\b|모두|모든|어느", re.IGNORECASE
)
# What sets a paragraph off as one of several: a bullet, a number, a letter, a row of a table, a block of quoted words.
_ITEM = re.compile(r"\s*(?:[-*•–—·▪◦‣]\s|[|>]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|R\d{1,2}\b|[“«])")
_AHEAD = re.compile(r"\b(?:these|following|below|here)\b", re.IGNORECASE)
# "The Philippines supported:", "It only promised to examine:": what is missing after the verb is the list.
_OPENS_LIST = re.compile(
    r"\b(?:accept(?:ed)?|support(?:ed)?|noted|reject(?:ed)?|refused?|examined?|took\s+note\s+of|declined?)\s*:$",
    re.IGNORECASE,
)
# "What was refused.", "Noted:": the words at the head of a paragraph, set off by a stop, that tell of all in it.
_HEAD_WORDS = 6
_HEDGED = re.compile(
    r"\b(?:but|except\w*|save for|apart from|other than|most|some|many|several|half|if|whether|should|would|may|might)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\b(?:(?P<no>none|not\s+one)|all|each|every\s+one)\s+of\s+th(?:em|ese)\b", re.IGNORECASE
)
_EVERY = re.compile(r"\b(?:both|all|each|(?P<no>neither|none))\b(?!\s+\w+\s+n?or\b)", re.IGNORECASE)
_NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
# "both", "neither", "all three", "none of the four", "any of the two": how many, and whether it is denied.
_COUNTED = re.compile(
    rf"\b(?:(?P<two>both|(?P<no2>neither)(?!\s+\w+\s+nor\b))|(?:all|(?P<no>none|not\s+one)|any)\s+(?:of\s+)?(?:the(?:se|m)?\s+)?"
    rf"(?P<number>{'|'.join(_NUMBERS)}))\b",
    re.IGNORECASE,
)


def introduction(case: Case, paragraph: Span) -> Span | None:
    """The sentence that stands before the list, table or row of blocks of which this paragraph is one part."""
    paragraphs = case.letter.paragraphs
    at = bisect_left(paragraphs, paragraph) if paragraph in case.once(_known) else 0
    while at and _ITEM.match(case.letter.text, paragraphs[at].start):
        at -= 1
    if paragraphs[at : at + 1] in ((), (paragraph,)):
        return None
    within = _sentences_of(case, paragraphs[at])
    # The marks that set a Markdown sentence in bold are left alone after its stop.
    said = [sentence for sentence in within if any(letter.isalnum() for letter in case.words(sentence))]
    return said[-1] if said else None


def tells_of_list(case: Case, sentence: Span) -> str:
    """The position that a sentence gives to the list or table it opens; "" where it gives none.

    "Peru supported these:" and, right above a table, "Peru supported none of them."
    """
    own = case.own_words(sentence).rstrip(" *_")
    of_them = _OF_THEM.search(own)
    if of_them and not _HEDGED.search(own):
        stated = stated_position(own.replace(of_them.group(), " "))[0]
        return stated if not of_them["no"] else NOTED if stated == SUPPORTED else ""
    clause = re.split(r"[,;]\s", own)[-1]
    every = _EVERY.search(clause)
    if own.endswith(":") and every and not _HEDGED.search(clause):
        stated = stated_position(clause.replace(every.group(), " "))[0]
        return stated if not every["no"] else NOTED if stated == SUPPORTED else ""
    ahead = _AHEAD.search(clause) or _OPENS_LIST.search(clause)
    if not own.endswith(":") or not ahead or _HEDGED.search(clause):
        return ""
    return stated_position(clause)[0]


def told_of_all(case: Case, mention: Mention) -> bool:
    """Whether a sentence that speaks of several tells what became of this one too.

    It stands before the list that holds the mention, later in its paragraph, or opens the next one.
    """
    paragraph = case.paragraph_at(mention.span.start)
    opening = introduction(case, paragraph)
    if opening and (tells_of_list(case, opening) or _is_of_all(case, opening)):
        return True
    if _heads_paragraph(case, paragraph):
        return True
    within = [s for s in _sentences_of(case, paragraph) if s.start > mention.span.start]
    after = bisect_left(case.sentences, paragraph.end, key=lambda s: s.start)
    text = case.letter.text
    beyond = next((s for s in case.sentences[after:] if not _ITEM.match(text, s.start)), None)
    return any(_is_of_all(case, sentence) for sentence in (*within, *([beyond] if beyond else ())))


def _heads_paragraph(case: Case, paragraph: Span) -> bool:
    """Whether a few words without a verb's subject head the paragraph and tell what became of all: "What was refused."."""
    within = _sentences_of(case, paragraph)
    if len(within) < 2:
        return False
    head = case.own_words(within[0]).strip(" *_")
    return len(head.split()) <= _HEAD_WORDS and not find_states(head) and speaks_of_position(head)


def _known(case: Case) -> frozenset[Span]:
    return frozenset(case.letter.paragraphs)


def _sentences_of(case: Case, paragraph: Span) -> tuple[Span, ...]:
    first = bisect_left(case.sentences, paragraph.start, key=lambda s: s.start)
    last = bisect_left(case.sentences, paragraph.end, key=lambda s: s.start)
    return case.sentences[first:last]


def _is_of_all(case: Case, sentence: Span) -> bool:
    own = case.own_words(sentence)
    return bool(_ALL.search(own)) and speaks_of_position(own)


def counted_position(own: str) -> tuple[int, str, str]:
    """Of how many a sentence tells one position, which, and in what words; (0, "", "") where of no number.

    "Neither was supported" tells of two that they were not.
    """
    found = _COUNTED.search(own)
    if found is None or _HEDGED.search(own):
        return 0, "", ""
    denied = found["no"] or found["no2"]
    stated, words = stated_position(own.replace(found.group(), " " * len(found.group()), 1))
    if denied:
        stated = NOTED if stated == SUPPORTED else ""
    count = 2 if found["two"] else _NUMBERS[found["number"].lower()]
    said = f"{found.group()} … {words}" if denied else words
    return (count, stated, said) if stated else (0, "", "")
