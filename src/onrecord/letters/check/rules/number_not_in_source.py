"""A number in the letter's own words that the cited paragraph has otherwise: digits exchanged, a nought lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.citations.model import Citation, Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.cited_next import cited_next
from onrecord.letters.check.named_numbers import misheard, named_slips
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.check.rules.wrong_count import counts_a_set
from onrecord.letters.model import Evidence
from onrecord.told import tell, tell_or
from onrecord.un.counts import find_counts
from onrecord.un.dates import find_dates

# "2,845,282 land titles", "34 per cent of the population"; misses "A/HRC/25/5", "186.241", "1.5", "2013-2014".
_NUMBER = re.compile(
    r"(?<![\w.,/:§–-])(?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{2,7})(?P<share>\s?%|\s+per\s?cent)?(?![\d/–-]|[.,]\d|\w)"
    r"(?P<after>(?:\s+[A-Za-z][\w-]+){0,3})"
)
# "Law No. 107", "article 46", "Decree 72", "page 12", "in 1951": a name, a place or a year, no count.
_NAMES = re.compile(
    r"\b(?:nos?\.?|numbers?|articles?|arts?\.?|sections?|laws?|decrees?|acts?|rules?|principles?|paras?\.?|paragraphs?|pages?|pp?\.|"
    r"notes?|chapters?|resolutions?|decisions?|conventions?|sessions?|recommendations?|rows?|lines?|proclamation|of|in|since|by|"
    r"from|until|after|before|and|or|to)\s*$",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# "about 50", "more than 40 consultations": a round number near by is right, on the side that the words tell.
_ABOUT = re.compile(r"\b(?:about|around|some|roughly|approximately|close to)\s*$", re.IGNORECASE)
_ABOVE = re.compile(r"\b(?:over|more than|at least|beyond)\s*$", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:nearly|almost|under|fewer than|less than|up to|at most)\s*$", re.IGNORECASE)
_ROUND = re.compile(r"\d{1,2}0*")
_TOLERANCE = 0.2
_RECKONED = re.compile(
    r"\b(?:in (?:all|total)|altogether|together|sum|we count\w*|by our count|average|difference)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    (
        "the",
        "and",
        "for",
        "had",
        "have",
        "has",
        "were",
        "was",
        "are",
        "that",
        "who",
        "with",
        "other",
        "more",
        "per",
    )
)


_Text = tuple[Citation, str, str]


class _Number(NamedTuple):
    """A number with the words after it that tell of what; text[start:end] is the number as written."""

    value: int
    share: bool
    of: frozenset[str]
    start: int
    end: int


def find(case: Case) -> Iterator[Said]:
    """Each number of a sentence that its source does not have, where the source has one that it is a slip of."""
    for sentence in case.sentences:
        cited = [c for c in case.cited_in(sentence) if c.pinpoints and case.document(c.symbol)]
        own = case.own_words(sentence) if cited else ""
        if not cited or len(cited) < len(case.cited_in(sentence)) or _RECKONED.search(own):
            continue
        for number in (*_counted(case, sentence, own), *_spelled(own)):
            near = _texts(case, cited, sentence.start + number.end)
            held = [(one, source) for source in near for one in _in_source(source[2])]
            meant = [(one, source) for one, source in held if _is_slip(number, one, own)]
            if meant and not _is_borne_out(number, own, [one for one, _ in held]):
                other = tell_or(list(dict.fromkeys(f"{one.value:,}" for one, _ in meant)))
                yield _said(case, sentence, own[number.start : number.end], number.start, other, meant[0][1])
        near = _texts(case, cited, sentence.end)
        of_case = all("/D/" in citation.symbol for citation, _, _ in near)
        for slip in named_slips(own, " ".join(text for _, _, text in near), of_case=of_case):
            yield _said(case, sentence, own[slip.start : slip.end], slip.start, slip.other, near[0])


def _texts(case: Case, cited: Sequence[Citation], at: int) -> list[_Text]:
    """The paragraphs that are cited next after `at`; none where one of them is not on the record."""
    texts = [
        (citation, place, case.record.paragraph(citation.symbol, place))
        for citation in cited_next(case, cited, at)
        for place in citation.pinpoints
    ]
    return [(c, place, p.text) for c, place, p in texts if p] if all(p for _, _, p in texts) else []


def _counted(case: Case, sentence: Span, own: str) -> Iterator[_Number]:
    """The numbers in a sentence's own words that count something: no year, day, place, name or number of a law."""
    shut = [(d.start, d.end) for d in find_dates(own)]
    shut += [(c.span.start - sentence.start, c.span.end - sentence.start) for c in case.cited_in(sentence)]
    for found in _NUMBER.finditer(own):
        at = found.start("number")
        plain = found["number"].isdigit()
        if any(start <= at < end for start, end in shut) or counts_a_set(own, found.end("number")):
            continue
        if plain and (
            _OF_YEAR.fullmatch(found["number"]) or (_NAMES.search(own[:at]) and not found["share"])
        ):
            continue
        if found["share"] or found["after"]:
            yield _made(found)


def _spelled(own: str) -> Iterator[_Number]:
    """The numbers in words that count something and that another is easily taken for: "eight police officers"."""
    for one in _numbers_in_words(own):
        if own[one.start : one.end].isalpha() and misheard(one.value) and not counts_a_set(own, one.end):
            yield one


def _in_source(text: str) -> Iterator[_Number]:
    yield from (_made(found) for found in _NUMBER.finditer(text))
    yield from _numbers_in_words(text)


def _numbers_in_words(text: str) -> Iterator[_Number]:
    for count in find_counts(text):
        if count.bounds.best is not None:
            after = re.match(r"(?:\s+[A-Za-z][\w-]+){0,3}", text[count.end :])
            yield _Number(count.bounds.best, False, _words(after[0] if after else ""), count.start, count.end)


def _made(found: re.Match[str]) -> _Number:
    value = int(re.sub(r"\D", "", found["number"]))
    return _Number(
        value, bool(found["share"]), _words(found["after"]), found.start("number"), found.end("number")
    )


def _words(text: str) -> frozenset[str]:
    words = (word.casefold() for word in re.findall(r"[^\W\d_]{3,}", text))
    return frozenset(word.removesuffix("s") for word in words if word not in _SMALL)


def _is_borne_out(number: _Number, own: str, held: Sequence[_Number]) -> bool:
    values = {one.value for one in held}
    if number.value in values or any(
        number.value in (a + b, abs(a - b)) for a in values for b in values if a != b
    ):
        return True
    before = own[: number.start]
    near = [v for v in values if abs(number.value - v) <= _TOLERANCE * max(number.value, v)]
    if not _ROUND.fullmatch(str(number.value)):
        return False
    if _ABOVE.search(before):
        return any(number.value <= value for value in near)
    if _BELOW.search(before):
        return any(number.value >= value for value in near)
    return bool(near) and bool(_ABOUT.search(before))


def _is_slip(number: _Number, one: _Number, own: str) -> bool:
    """Whether the number is another one's with its digits exchanged or a nought more or less, or of the same things."""
    mine, theirs = str(number.value), str(one.value)
    if number.share != one.share:
        return False
    if own[number.start : number.end].isalpha():
        return bool(number.of & one.of) and one.value in misheard(number.value)
    if number.of & one.of and (number.share or one.value > 1):
        return True
    exchanged = len(mine) > 1 and sorted(mine) == sorted(theirs)
    return exchanged or (len(mine) > 2 and (mine == f"{theirs}0" or theirs == f"{mine}0"))


def _said(case: Case, sentence: Span, written: str, start: int, other: str, source: _Text) -> Said:
    citation, place, _ = source
    return Said(
        Span(sentence.start + start, sentence.start + start + len(written)),
        tell(
            "The letter says %(written)s; %(symbol)s, para. %(place)s, does not have this number. It has "
            "%(other)s.",
            written=written,
            symbol=citation.symbol,
            place=place,
            other=other,
        ),
        (Evidence(tell("the source"), case.place(citation.symbol, place)),),
        tell("Compare the number with the source: %(other)s.", other=other),
    )


RULE = Rule(
    "number_not_in_source",
    WARNING,
    "A number in the letter's own words is a slip of one in the cited paragraph.",
    find,
)
