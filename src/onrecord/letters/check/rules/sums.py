"""Parts that do not add up to their whole, and shares that are not what the numbers make."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import found_in
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.told import tell
from onrecord.un.counts import CountBounds, find_counts
from onrecord.un.state_lists import parse_state_list

_N = r"(?:\d{1,3}(?:,\d{3})+|\d{1,6})"
_WHO = r"(?:wom[ae]n|m[ae]n|girls?|boys?|children|adults|minors|males?|females?)"
# "9 persons (4, 3 and 2 from each family)": two numbers or more, and nothing between but joints.
_LIST = re.compile(
    rf"\((?P<parts>{_N}(?:,\s{_N})*,?\sand\s{_N})(?:\s(?:from each|respectively|each)[^()]*)?\)"
)
# "12 persons (5 women and 8 men)"; misses "(including 5 women and 3 children)".
_KINDS = re.compile(rf"\((?P<parts>{_N}\s{_WHO}(?:(?:,\s|,?\sand\s){_N}\s{_WHO})+)\)")
_EQUALS = re.compile(rf"(?P<parts>{_N}(?:\s?\+\s?{_N})+)\s?=\s?(?P<whole>{_N})(?![.,]?\d)")
# "298 of 428 (69.6 per cent)", "3 out of 14 recommendations (21%)".
_SHARE = re.compile(
    rf"\b(?P<part>{_N})\s(?:out\s)?of\s(?:the\s|its\s|all\s)?(?P<whole>{_N})\b[^.;()]{{0,50}}?"
    r"\(\s?(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent|percent)\s?\)"
)
# "50 persons …; 25 of them (50 per cent)", "of these 200 families, 122, or 61 per cent,": the whole stands ahead.
_SHARE_OF_THEM = re.compile(
    rf"\b(?P<part>{_N})\s(?:of\s(?:them|these|those|whom)|were\s\w+)\s?[\s,(]{{1,2}}(?:or\s)?"
    r"(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent|percent)"
)
_SHARE_OF_WHOLE = re.compile(
    rf"\bof\s(?:the|these|those|its|all)\s(?P<whole>{_N})\s[^\W\d_]+(?:\s[^\W\d_]+)?,\s(?P<part>{_N})"
    r"(?:\s[^\W\d_]+){0,3}[,\s(]{1,2}(?:or\s|i\.e\.,?\s)?(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent|percent)",
    re.IGNORECASE,
)
# "48 of them (30 men and 18 women)": a total without its noun.
_OF_THEM = re.compile(rf"(?<![\w.,])({_N})\sof\s(?:them|these|those|whom)\s*$")
_BEFORE = 80
# "Three States: Austria, Norway and Peru.", "Four delegations asked this: …"; misses "ten States, among them: …".
_STATES_LISTED = re.compile(
    r"\s(?:other\s)?(?:(?:UN\s)?member\s)?(?:States|countries|delegations|governments)\b"
    r"(?:(?!\b(?:among|includ\w+|such|example|instance|first|last|only)\b)[^.:;“”()\d]){0,80}:\s+"
    r"(?P<names>[^.:“”–—]+?)\s*(?=[.–—]|$)",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Said]:
    """Each list of parts beside a total that it does not make, and each share that is not the quotient."""
    for form in (_LIST, _KINDS):
        for span, found in found_in(form, case, case.sentences):
            yield from _parts(case, span, found["parts"])
    for span, found in found_in(_EQUALS, case, case.sentences):
        made = sum(_numbers(found["parts"]))
        if made != _number(found["whole"]):
            yield Said(
                span,
                tell(
                    "%(parts)s makes %(made)s, not %(whole)s.",
                    parts=found["parts"],
                    made=made,
                    whole=found["whole"],
                ),
                suggestion=str(made),
            )
    for form in (_SHARE, _SHARE_OF_WHOLE):
        for span, found in found_in(form, case, case.sentences):
            yield from _share(span, found, _number(found["whole"]))
    for span, found in found_in(_SHARE_OF_THEM, case, case.sentences):
        wholes = _exact_counts(case, span.start)
        if wholes and not any(_is_share(found, whole) for whole in wholes):
            yield from _share(span, found, wholes[-1])
    yield from _states_listed(case)


def _states_listed(case: Case) -> Iterator[Said]:
    """A number of States and, after a colon, another number of names and nothing else."""
    for sentence in case.sentences:
        words = case.own_words(sentence)
        for count in find_counts(words):
            found = _STATES_LISTED.match(words, count.end)
            # Brackets hold the sources of a list, or the rest of a name: "Iran (Islamic Republic of)".
            named = parse_state_list(found["names"]) if found else None
            if found is None or named is None or named.on_behalf_of or count.bounds.qualifier:
                continue
            listed = len(named.states)
            if listed > 1 and count.bounds.best not in (None, listed):
                yield Said(
                    Span(sentence.start + count.start, sentence.start + found.end("names")),
                    tell(
                        "The letter counts %(as_written)s States and names %(listed)s.",
                        as_written=count.bounds.as_written,
                        listed=listed,
                    ),
                    suggestion=tell("Correct the number or the list."),
                )


def _parts(case: Case, span: Span, written: str) -> Iterator[Said]:
    """A list beside a total: it must make one of the totals before it."""
    made = sum(_numbers(written))
    start = max(case.sentence_at(span.start).start, span.start - _BEFORE)
    before = case.letter.text[start : span.start]
    totals = [found.bounds for found in find_counts(before) if found.bounds.best is not None]
    totals += [_exactly(found[1]) for found in _OF_THEM.finditer(before)]
    if totals and not any(_allows(total, made) for total in totals):
        yield Said(
            span,
            tell(
                "The parts %(written)s make %(made)s; the letter says %(as_written)s.",
                written=written,
                made=made,
                as_written=totals[-1].as_written,
            ),
            suggestion=tell("Correct the parts or the total."),
        )


def _exactly(written: str) -> CountBounds:
    number = _number(written)
    return CountBounds(number, number, "", written, number)


def _allows(total: CountBounds, made: int) -> bool:
    if not total.qualifier:
        return total.best == made
    return (total.low is None or made >= total.low) and (total.high is None or made <= total.high)


def _exact_counts(case: Case, offset: int) -> list[int]:
    """The exact counts of people that the sentence tells ahead of a place."""
    sentence = case.sentence_at(offset)
    bounds = [found.bounds for found in find_counts(case.own_words(sentence)[: offset - sentence.start])]
    return [one.best for one in bounds if one.best and not one.qualifier]


def _is_share(found: re.Match[str], whole: int) -> bool:
    decimals = len(found["share"].partition(".")[2])
    made = 100 * _number(found["part"]) / whole
    return bool(abs(made - float(found["share"])) <= 1.01 * 10**-decimals)


def _share(span: Span, found: re.Match[str], whole: int) -> Iterator[Said]:
    share = 100 * _number(found["part"]) / whole if whole else 0.0
    decimals = len(found["share"].partition(".")[2])
    if whole and not _is_share(found, whole):
        yield Said(
            span,
            tell(
                "%(part)s of %(whole)s is %(share)s per cent, not %(share2)s.",
                part=found["part"],
                whole=f"{whole:,}",
                share=f"{share:.{decimals}f}",
                share2=found["share"],
            ),
            suggestion=tell("%(share)s per cent", share=f"{share:.{decimals}f}"),
        )


def _numbers(words: str) -> list[int]:
    return [_number(found) for found in re.findall(_N, words)]


def _number(words: str) -> int:
    return int(words.replace(",", ""))


RULE = Rule("sums", WARNING, "Parts that do not add up, or a share that the numbers do not make.", find)
