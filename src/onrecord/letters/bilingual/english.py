"""The facts of an English passage."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onrecord.citations.model import Span
from onrecord.letters.bilingual import facts
from onrecord.letters.bilingual.durations import english_durations, find_week
from onrecord.letters.bilingual.facts import Day, Number, blanked
from onrecord.letters.bilingual.fractions import find_fractions
from onrecord.letters.bilingual.ranges import with_shared_qualifiers
from onrecord.letters.bilingual.roman import find_romans
from onrecord.letters.bilingual.units import nearby
from onrecord.un.count_patterns import MONTH, QUALIFIERS, VAGUE
from onrecord.un.dates import find_dates
from onrecord.un.number_words import cardinals, number_named, ordinals
from onrecord.un.states import find_nationalities, find_states

_BOUNDS = {(0, None): facts.AT_LEAST, (1, None): facts.MORE_THAN, (None, -1): facts.NEARLY,
           (None, 0): facts.AT_MOST, (None, None): facts.ABOUT, (0, 0): facts.EXACT}  # fmt: skip
_LESS = {"fewer than", "less than", "just under"}
# Beside the qualifiers of counts: what compares an age, a length or a level.
_COMPARED = {
    **dict.fromkeys(
        ("above", "older than", "longer than", "larger than", "greater than", "higher than"), facts.MORE_THAN
    ),
    **dict.fromkeys(
        ("younger than", "shorter than", "smaller than", "lower than", "under", "below"), facts.LESS_THAN
    ),
    **dict.fromkeys(_LESS, facts.LESS_THAN),
}
# "over three years" is "more than three years" or "in the course of three years"; "for over three years" is the first.
_LENGTH = re.compile(r"[\s-](?:years?|months?|weeks?|days?|hours?|minutes?)\b")
_LASTING = re.compile(r"\b(?:for|of|after|since|well|just|little|aged|is|was|took|lasted)\s*$")
# "are estimated at 37,000", "puts the dead at 300": an estimate, which Korean tells with 약 or 추정.
_ESTIMATED = re.compile(
    r"\b(?:estimated|put|puts|reckoned)\s(?:(?:the|their|its)\s(?:\w+\s){1,4})?(?:at|to\s(?:be|number))\s$"
)
# "within a decade", "two decades", "half a century", "for decades"
_DECADES = re.compile(
    r"\b(?:(?P<many>decades)|(?P<of>an?|one|the|last|past|two|three|four|five|six|seven|eight|nine|half\sa|quarter\sof\sa)"
    r"\s(?P<unit>decades?|century))\b",
    re.IGNORECASE,
)
# "none above one million", "not one of them for more than two years"
_NONE = re.compile(r"\b(?:none|not|never|nobody|neither|no one)\b[^.;:,]*$", re.IGNORECASE)
# "Switzerland, Chile and five others" are seven States in Korean: 스위스와 칠레를 비롯한 7개국.
_OTHERS = re.compile(
    r"(?P<listed>(?:[A-Z][\w'’-]+(?: (?:of |the )*[A-Z][\w'’-]+)*(?:, |,? and ))+)(?P<count>\w+) (?:others|other [A-Z]?[a-z]+)\b"
)
_LISTED = re.compile(r", and |, | and ")
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_TWICE = re.compile(r"\btwice\b", re.IGNORECASE)
# "the first hundred days", "my hundred".
_BARE_SCALE = re.compile(r"\b(?:hundred|thousand|million)\b", re.IGNORECASE)
# "in her late thirties", "women in their twenties", "teenagers": 30대 후반, 20대 여성, 10대.
_AGES = {"teens": 10, "teenagers": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
         "seventies": 70, "eighties": 80, "nineties": 90}  # fmt: skip
_AGE = re.compile(rf"\b(?:{'|'.join(_AGES)})\b", re.IGNORECASE)
_DIGITS = re.compile(
    r"(?<![\w.])(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)*)"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion)\b|(?P<decade>s\b)|(?:st|nd|rd|th)\b)?",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\b(?P<year>(?:19|20)\d0)s\b")
_MONTHS = MONTH.split("|")
# "between August and November 2020": the first month's year stands with the second.
_FIRST_MONTH = re.compile(
    rf"\b(?P<month>{MONTH})(?=\s*(?:and|to|through|until|[-–])\s*"
    rf"(?:(?:the\s)?(?:end|start|beginning|middle)\sof\s|early\s|late\s|mid-)?(?:{MONTH})\s+(?P<year>\d{{4}}))"
)
# "12 or 13 February", "3, 5 and 7 May 2024", "the 10th to the 14th of July": the first days' month stands with the last.
_TH = r"(?:st|nd|rd|th)?"
_FIRST_DAY = re.compile(
    rf"(?<![\w.])(?P<day>\d{{1,2}}){_TH}(?=(?:,\s*\d{{1,2}}{_TH})*,?\s*(?:or|and|to|until|through|[-–])\s*(?:the\s)?"
    rf"\d{{1,2}}{_TH} (?:of )?(?P<month>{MONTH})(?: (?P<year>\d{{4}}))?|,\s*\d{{1,2}}{_TH} (?:of )?(?P<month2>{MONTH})\b)"
)
# "July 10 and 14", "October 3-5, 2023": the later day's month stands with the first.
_LATER_DAY = re.compile(
    rf"\b(?P<month>{MONTH}) \d{{1,2}}{_TH}(?:,? (?:and|or|to|through|until) |\s?[-–]\s?)(?P<day>\d{{1,2}}){_TH}"
    rf"(?![\d:.]\d|\d|\s\w*[ap]\.?m\b|\s(?:{MONTH}))(?:, (?P<year>\d{{4}}))?"
)
# "a dozen officers", "half a dozen", "two dozen"; "dozens" are vague (`VAGUE`).
_DOZEN = re.compile(r"\b(?P<of>half an?|an?|one|two|three|four)\s+dozen\b", re.IGNORECASE)
_OF_DOZEN = {"half a": ("6", "5"), "a": ("12", "10"), "one": ("12", "10"), "two": ("24", "20"), "three": ("36", "30"),
             "four": ("48", "40")}  # fmt: skip
_HALF = re.compile(r"\bhalf\b(?=\s+(?:of|the|a)\b)", re.IGNORECASE)
# "in September of the same year"; misses "in May 1999", which is found with its year.
_MONTH_ALONE = re.compile(
    r"(?:\b(?i:(?:in|of|between|since|until|by|from|to|and|last|next|this|that|every|each|before|after|during|early|late"
    r"|following|previous|preceding|same) |mid-)"
    # Alone these three are words of other meanings; "April Jones" is a person.
    rf"(?P<month>{MONTH})\b|\b(?P<month_alone>(?!May|March|August)(?:{MONTH}))\b(?!\s[A-Z]))(?!,?\s+\d)"
)
# Names too loose to be told of, which speak of a State all the same.
_LOOSE = {
    "KOR": re.compile(r"(?<!North )(?<!South )(?<!Republic of )\bKorea(?:ns?)?\b"),
    "USA": re.compile(r"\bU\.S\.(?:A\.)?|(?<!Latin )(?<!South )(?<!North )(?<!Central )\bAmerica\b"),
    "ARE": re.compile(r"\bEmirates\b"),
}
_EDTF_DAY = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")
_YEAR = re.compile(r"(?<![\w./-])(?:19|20)\d\d(?![\w/-]|[.,]\d)")


def english_days(text: str) -> list[Day]:
    """Every date, and every number that is a year of today or the last century."""
    days = [Day(Span(*match.span()), int(match["year"]), decade=True) for match in _DECADE.finditer(text)]
    days += [
        Day(Span(*match.span()), int(match["year"]), _MONTHS.index(match["month"]) + 1)
        for match in _FIRST_MONTH.finditer(text)
    ]
    taken = [day.span for day in days]
    for found in find_dates(text):
        span = Span(found.start, found.end)
        if found.bounds.is_ambiguous or any(span.start < one.end and one.start < span.end for one in taken):
            continue
        for part in found.bounds.edtf.split("/"):
            if given := _EDTF_DAY.fullmatch(part):
                year = None if given["year"] == "XXXX" else int(given["year"])
                days.append(Day(span, year, _number(given["month"]), _number(given["day"])))
        taken.append(span)
    for pattern in (_FIRST_DAY, _LATER_DAY):
        for match in pattern.finditer(text):
            place = match.span("day")
            if any(span.start <= place[0] < span.end for span in taken):
                continue
            month = _MONTHS.index(match["month"] or match["month2"]) + 1
            days.append(Day(Span(*place), _number(match["year"]), month, int(match["day"])))
            taken.append(Span(*place))
    taken = [day.span for day in days]
    alone = _MONTH_ALONE.finditer(blanked(text, taken))
    for match in alone:
        part = "month" if match["month"] else "month_alone"
        days.append(Day(Span(*match.span(part)), None, _MONTHS.index(match[part]) + 1))
    taken = [day.span for day in days]
    years = _YEAR.finditer(blanked(text, taken))
    days += [Day(Span(*match.span()), int(match[0])) for match in years]
    return sorted(days, key=lambda day: day.span)


def english_numbers(text: str, *, without: list[Span]) -> list[Number]:
    """Every number outside `without` (its dates, times of day and symbols), in digits or words."""
    plain = blanked(text, without)
    numbers = [
        Number(one.span, str(one.value), _bound(plain, one.span), told=text[one.span.start : one.span.end])
        for one in english_durations(plain)
    ]
    weeks = find_week(plain, "en")
    numbers += [Number(one.span, str(one.value), soft=True, told=text[slice(*one.span)]) for one in weeks]
    numbers += [Number(span, str(value), soft=True) for span, value in find_romans(plain)]
    numbers += [one for match in _DECADES.finditer(plain) for one in _years(match, plain)]
    numbers += [_dozen(match) for match in _DOZEN.finditer(plain)]
    plain = blanked(plain, [number.span for number in numbers])
    numbers += [
        Number(one.span, one.value, facts.LOOSELY if one.majority else _bound(plain, one.span), soft=True)
        for one in find_fractions(plain, "en")
    ]
    halves = [Span(*match.span()) for match in _HALF.finditer(plain)]
    numbers += [Number(span, "1/2", _bound(plain, span), soft=True, nearby=facts.HALF) for span in halves]
    plain = blanked(plain, [number.span for number in numbers])
    numbers += [_in_digits(plain, match) for match in _DIGITS.finditer(plain)]
    taken = [number.span for number in numbers]
    rest = blanked(plain, taken)
    for match in _words().finditer(rest):
        value = number_named(match[0])
        if value is not None and value > 1:
            span = Span(*match.span())
            numbers.append(Number(span, str(value), _bound(plain, span), soft=value < facts.SOFT_BELOW))
    numbers += [
        Number(Span(*match.span()), str(_AGES[match[0].lower()]), soft=True) for match in _AGE.finditer(rest)
    ]
    numbers += [Number(Span(*match.span()), "2", soft=True) for match in _TWICE.finditer(rest)]
    bare = _BARE_SCALE.finditer(blanked(rest, [number.span for number in numbers]))
    numbers += [Number(Span(*match.span()), str(_SCALES[match[0].lower()]), soft=True) for match in bare]
    numbers += [
        Number(
            Span(*match.span()), str(ordinals()[match[0].lower().replace("-", " ")]), soft=True, ordinal=True
        )
        for match in _ordinal_words().finditer(rest)
    ]
    for match in _vague().finditer(rest):
        value = VAGUE[" ".join(match[0].lower().split())]
        numbers.append(Number(Span(*match.span()), f"~{10 if value == 12 else value}"))
    numbers = [
        replace(number, nearby=number.nearby | nearby(plain, number.span, number.value, "en"))
        for number in numbers
    ]
    for match in _OTHERS.finditer(text):
        listed = len([one for one in _LISTED.split(match["listed"]) if one.strip()])
        numbers = [_with_listed(one, listed) if one.span == match.span("count") else one for one in numbers]
    return with_shared_qualifiers(plain, numbers)


def english_states(text: str) -> tuple[dict[str, Span], frozenset[str]]:
    """The States named, each with its first place; and those of which an adjective or a people speaks."""
    named: dict[str, Span] = {}
    for found in find_states(text):
        named.setdefault(found.state.code, Span(found.start, found.end))
    hinted = {found.state.code for found in find_nationalities(text)}
    return named, frozenset(hinted | {code for code, pattern in _LOOSE.items() if pattern.search(text)})


def _years(match: re.Match[str], text: str) -> list[Number]:
    """Decades and centuries as years, which Korean counts: "10년 사이"."""
    span = Span(*match.span())
    if match["many"]:
        return [Number(span, "~10", soft=True, told=match[0])]
    of = " ".join(match["of"].lower().split())
    unit = 100 if match["unit"].lower() == "century" else 10
    parts = {"half a": unit // 2, "quarter of a": unit // 4}
    if of in {"the", "last", "past"} and unit > 10:
        return []  # "the last century"
    value = parts.get(of) or unit * (cardinals().get(of) or 1)
    return [Number(span, str(value), _bound(text, span), soft=True, told=match[0])]


def _with_listed(number: Number, listed: int) -> Number:
    if not number.value.isdecimal():
        return number
    return replace(number, with_named=str(int(number.value) + listed))


def _dozen(match: re.Match[str]) -> Number:
    of = " ".join(match["of"].lower().split()).replace("half an", "half a")
    exact, rough = _OF_DOZEN["a" if of == "an" else of]
    return Number(
        Span(*match.span()), exact, facts.LOOSELY, soft=True, told=match[0], nearby=frozenset({rough})
    )


def _in_digits(text: str, match: re.Match[str]) -> Number:
    span = Span(*match.span())
    digits = match["digits"].replace(",", "")
    scale = (match["scale"] or "").lower()
    if scale:
        whole, _, part = digits.partition(".")
        factor = _SCALES[scale]
        digits = str(int(whole) * factor + (int(part) * factor // 10 ** len(part) if part else 0))
    elif digits.isdecimal():
        digits = str(int(digits))
    return Number(span, digits, _bound(text, span), soft=digits == "1")


def _bound(text: str, span: Span) -> str:
    if re.match(r"(?:\+|\s+or\s+more\b)", text[span.end : span.end + 12]):
        return facts.OR_MORE
    before = _qualified().search(text[max(0, span.start - 40) : span.start])
    if before is None:
        return facts.LOOSELY if _ESTIMATED.search(text[max(0, span.start - 80) : span.start]) else facts.EXACT
    words = " ".join(before["qualifier"].lower().split())
    if (
        words == "over"
        and _LENGTH.match(text, span.end)
        and not _LASTING.search(text[max(0, span.start - 20) : max(0, span.start - 5)])
    ):
        return facts.THROUGHOUT
    bound = _COMPARED.get(words) or _BOUNDS[QUALIFIERS[words]]
    start = max(0, span.start - 40) + before.start()
    negated = bound == facts.MORE_THAN and _NONE.search(text[max(0, start - 30) : start])
    return facts.AT_MOST if negated else bound


@cache
def _qualified() -> re.Pattern[str]:
    words = "|".join(
        re.escape(one).replace("\\ ", r"\s+")
        for one in sorted({*QUALIFIERS, *_COMPARED}, key=len, reverse=True)
    )
    return re.compile(rf"\b(?P<qualifier>{words})\s+(?:the\s+)?(?:US\$|[$€£])?\s*$", re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    word = "|".join(sorted(cardinals(), key=len, reverse=True))
    scale = "hundred|thousand|million"
    # "two hundred and ten" is one number, "eight and seventy-five" are two.
    return re.compile(
        rf"\b(?:(?:{word})|a(?=\s(?:{scale})))"
        rf"(?:[- ](?:(?:(?<=hundred )and\s|(?<=thousand )and\s|(?<=million )and\s)?(?:{word})|{scale}))*\b",
        re.IGNORECASE,
    )


@cache
def _ordinal_words() -> re.Pattern[str]:
    words = sorted(ordinals(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(one.replace(' ', '[- ]') for one in words)})\b", re.IGNORECASE)


@cache
def _vague() -> re.Pattern[str]:
    words = sorted(VAGUE, key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(one.replace(' ', chr(92) + 's+') for one in words)})\b", re.IGNORECASE
    )


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
