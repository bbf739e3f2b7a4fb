"""How many planted differences between the English and the Korean text are found, by kind.

`python -m benchmarks.bilingual` plants each difference that the right pairs allow, one at a time, on either
side, and says how many the comparison finds, and how many it tells of where nothing was planted.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.bilingual_letters import NAMES, PAIRS, Rows, letter

from onrecord.citations.model import Span
from onrecord.citations.passages import find_sentences
from onrecord.letters.bilingual.compare import compare
from onrecord.un.states import find_states

SIDES = {"en": 1, "ko": 2}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# What replaces a qualifier is never what may translate the same word.
QUALIFIERS = {
    "en": {
        "at least": "about",
        "At least": "About",
        "no fewer than": "nearly",
        "more than": "nearly",
        "More than": "Nearly",
        "some": "more than",
        "Some": "More than",
        "nearly": "at least",
        "Nearly": "At least",
        "Up to": "At least",
        "roughly": "at most",
        "older than": "at most",
        "About": "At least",
        "about": "at least",
    },
    "ko": {
        "최소 ": "약 ",
        "약 ": "최소 ",
        "최대 ": "최소 ",
        "명 이상": "명 가량",
        "명 가까운": "명이 넘는",
        "건이 넘는": "건에 가까운",
        "통이 넘는": "통에 못 미치는",
        "일 넘게": "일 가까이",
    },
}
OTHER_STATES = {"en": ("Chile", "Portugal"), "ko": ("칠레", "포르투갈")}
ANSWERS_TO = {
    "number": {"number", "qualifier", "date", "citation"},
    "date": {"date", "number"},
    "name": {"name"},
    "qualifier": {"qualifier", "number"},
    "sentence": {"sentence", "number", "date", "state", "name"},
    "ask": {"missing_block", "ask"},
    "state": {"state"},
    "citation": {"citation", "number"},
    "note": {"note"},
    "block": {"missing_block"},
}
"""Which kinds of difference tell a reader of the planted one."""


@dataclass(frozen=True)
class Planted:
    """A pair with one difference: in the block `key`, of this `kind`, on this side."""

    kind: str
    key: str
    side: str
    rows: Rows


def plant(rows: Rows) -> Iterator[Planted]:
    """Every difference that these rows allow, one at a time."""
    for at, row in enumerate(rows):
        for side, column in SIDES.items():
            for kind, text in _texts(row[column], side):
                changed = list(row)
                changed[column] = text
                yield Planted(kind, row[0], side, [*rows[:at], tuple(changed), *rows[at + 1 :]])


def plant_asks(rows: Rows) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """(kind, key, English keys, Korean keys) of each pair from which one side lacks a block, or swaps two."""
    keys = [row[0] for row in rows]
    for at, key in enumerate(keys):
        kind = "ask" if key[0] in "QR" else "block"
        rest = [*keys[:at], *keys[at + 1 :]]
        yield kind, key, keys, rest
        yield kind, key, rest, keys
        if kind == "ask" and at + 1 < len(keys) and keys[at + 1][0] == key[0]:
            yield "ask", key, keys, [*keys[:at], keys[at + 1], key, *keys[at + 2 :]]


def _texts(text: str, side: str) -> Iterator[tuple[str, str]]:
    yield from _numbers(text, side)
    yield from _dates(text, side)
    yield from _qualifiers(text, side)
    yield from _names_and_states(text, side)
    for match in re.finditer(r"\[[^\]]*?, (?P<at>[\d.]+)\]", text):
        yield "citation", f"{text[: match.start('at')]}{match['at']}1{text[match.end('at') :]}"
        yield "note", text[: match.start()] + text[match.end() :]
    whole = find_sentences(text, Span(0, len(text)))
    for sentence in whole if len(whole) > 1 else ():
        yield "sentence", f"{text[: sentence.start].rstrip()} {text[sentence.end :].lstrip()}".strip()


def _qualifiers(text: str, side: str) -> Iterator[tuple[str, str]]:
    for written, other in QUALIFIERS[side].items():
        before = side == "en" or written.endswith(" ")
        pattern = (
            rf"(?<![가-힣\w]){re.escape(written)}(?=\s?(?:a |half|절반|\d))" if before else re.escape(written)
        )
        for match in re.finditer(pattern, text):
            yield "qualifier", text[: match.start()] + other + text[match.end() :]


def _names_and_states(text: str, side: str) -> Iterator[tuple[str, str]]:
    for pair in NAMES:
        for form in pair.english if side == "en" else pair.korean:
            if form in text:
                yield "name", text.replace(form, {"en": "Park Ji-won", "ko": "박지원"}[side])
    for state in find_states(text, side if side == "ko" else ""):
        # "한국어" is a language, and a State told twice is still told when one of its names is changed.
        if text[state.end : state.end + 1] != "어" and text.count(state.as_written) == 1:
            for other in OTHER_STATES[side]:
                yield "state", text[: state.start] + other + text[state.end :]


def _numbers(text: str, side: str) -> Iterator[tuple[str, str]]:
    dates = [span for _, span in _date_spans(text, side)]
    for match in re.finditer(r"(?<![\d.,/\w])\d[\d,]*(?!\d*년대?)(?![\d./])", text):
        if any(start <= match.start() < end for start, end in dates) or re.search(
            r"\[[^\]]*$", text[: match.start()]
        ):
            continue
        digits = match[0].rstrip(",")
        if len(digits) == 4 and digits[:2] in {"19", "20"}:
            continue
        number = int(digits.replace(",", ""))
        for other in (number + 1, number * 10):
            written = f"{other:,}" if "," in digits else str(other)
            yield "number", text[: match.start()] + written + text[match.start() + len(digits) :]


def _date_spans(text: str, side: str) -> Iterator[tuple[re.Match[str], tuple[int, int]]]:
    pattern = (
        rf"(?P<day>\d{{1,2}}) (?P<month>{MONTHS}) (?P<year>\d{{4}})"
        if side == "en"
        else r"(?P<year>\d{4})년 (?P<month>\d{1,2})월(?: (?P<day>\d{1,2})일)?"
    )
    for match in re.finditer(pattern, text):
        yield match, match.span()
    for match in re.finditer(r"(?<![\d.,/])(?P<year>(?:19|20)\d\d)(?=년(?!대| \d)|[ ,.?]|$)", text):
        yield match, match.span()


def _dates(text: str, side: str) -> Iterator[tuple[str, str]]:
    seen = set()
    for match, span in _date_spans(text, side):
        if any(start <= span[0] < end for start, end in seen):
            continue
        seen.add(span)
        for part in ("day", "month", "year"):
            if part not in match.re.groupindex or match[part] is None:
                continue
            start, end = match.span(part)
            if part == "month" and side == "en":
                names = MONTHS.split("|")
                other = names[(names.index(match["month"]) + 1) % 12]
            elif part == "year":
                other = str(int(match["year"]) - 1)
            else:
                other = str(int(match[part]) % 12 + 1)
            yield "date", text[:start] + other + text[end:]


def measure(rows: Rows) -> tuple[Counter[str], Counter[str], int, int, list[Planted]]:
    """(planted, found) by kind, false alarms and facts compared on the right pair, and what was missed."""
    right = compare(letter(rows, "en"), letter(rows, "ko"), NAMES)
    planted, found, missed = Counter[str](), Counter[str](), []
    for one in plant(rows):
        told = compare(letter(one.rows, "en"), letter(one.rows, "ko"), NAMES).differences
        hit = any(d.key == one.key and d.kind in ANSWERS_TO[one.kind] for d in told)
        planted[one.kind] += 1
        found[one.kind] += hit
        if not hit:
            missed.append(one)
    by_key = {row[0]: row for row in rows}
    for kind, key, english, korean in plant_asks(rows):
        sides = [[by_key[k] for k in keys] for keys in (english, korean)]
        told = compare(letter(sides[0], "en"), letter(sides[1], "ko"), NAMES).differences
        planted[kind] += 1
        hit = any(d.kind in ANSWERS_TO[kind] and (d.key == key or d.kind == "ask") for d in told)
        found[kind] += hit
        if not hit:
            missed.append(Planted(kind, key, "ko" if len(korean) <= len(english) else "en", rows))
    false = sum(difference.severity != "notice" for difference in right.differences)
    return planted, found, false, right.compared, missed


def main(names: Sequence[str]) -> None:
    """Print the figures, of all pairs or of those named."""
    planted, found, false, compared = Counter[str](), Counter[str](), 0, 0
    for name in names or PAIRS:
        one, two, wrong, facts, missed = measure(PAIRS[name])
        planted, found, false, compared = planted + one, found + two, false + wrong, compared + facts
        for miss in missed:
            row = next(row for row in miss.rows if row[0] == miss.key)
            print(f"missed in {name}: {miss.kind} {miss.key} {miss.side}: {row[SIDES[miss.side]]}")
    for kind in sorted(planted):
        print(f"{kind:10} {found[kind]:4} of {planted[kind]:4} found ({found[kind] / planted[kind]:.1%})")
    total = sum(planted.values())
    print(f"{'all':10} {sum(found.values()):4} of {total:4} found ({sum(found.values()) / total:.1%})")
    print(f"false alarms on the right pairs: {false} of {compared} facts compared ({false / compared:.1%})")


if __name__ == "__main__":
    main(sys.argv[1:])
