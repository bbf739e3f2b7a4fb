"""The words of a citation in each style of notes: in full, again at once, and again later.

Styles: "letter" is the manner of an open letter as human-rights organisations write it: title, symbol, date,
place, address; "Id." for the source of the note before; in full again otherwise. "un" follows the United
Nations Editorial Manual Online (symbol as the short form, "Ibid."); "oscola" is the Oxford standard (4th
edition, 1.2 and 2: no full stops in abbreviations, "ibid", "(n 3)"); "chicago" the Chicago Manual of Style
(17th edition, 14.30 to 14.34: short forms, no "ibid.").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.letters.compose.built import Run
from onrecord.letters.compose.library import DocumentFacts
from onrecord.letters.compose.source import Cite
from onrecord.un.count_patterns import MONTH

MONTHS = MONTH.split("|")
STOPS = (".", "?", "!", "…", "。")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a style writes. `ibid` is "" where it has none; `again` is "full", "symbol" or "note"."""

    name: str
    ibid: str
    again: str
    dotted: bool = True
    spaced_letters: bool = True
    dash: str = "–"
    as_typed: bool = False


MANNERS = {
    "letter": Manner("letter", "Id.", "full", dash="-", as_typed=True),
    "un": Manner("un", "Ibid.", "symbol"),
    "oscola": Manner("oscola", "ibid", "note", dotted=False, spaced_letters=False),
    "chicago": Manner("chicago", "", "symbol", spaced_letters=False),
}
# How Korean letters write them.
KOREAN_IBID = "위의 문서"


def place(cite: Cite, manner: Manner, language: str) -> str:
    """The place in the source: "paras. 28 (g) and 30", "para 30", "단락 30"; "" where none is named.

    The founding letter's manner keeps the form that the author typed.
    """
    if manner.as_typed and cite.locator and not _is_korean(language):
        return ", ".join(filter(None, (cite.locator, cite.pages)))
    numbered = [pinpoint for pinpoint in cite.pinpoints if pinpoint[:1].isdigit()]
    others = [pinpoint for pinpoint in cite.pinpoints if not pinpoint[:1].isdigit()]
    told = [_paragraphs(numbered, manner, language)] if numbered else []
    told += others
    return ", ".join([*told, *([_pages(cite.pages, manner)] if cite.pages else [])])


def _paragraphs(numbers: Sequence[str], manner: Manner, language: str) -> str:
    printed = [_form(number, manner) for number in numbers]
    if _is_korean(language):
        return f"단락 {', '.join(printed)}"
    many = len(numbers) > 1 or "-" in re.sub(r", note .*", "", numbers[0])
    lead = ("paras" if many else "para") + ("." if manner.dotted else "")
    *first, last = printed
    return f"{lead} {', '.join(first)} and {last}" if first else f"{lead} {last}"


def _form(number: str, manner: Manner) -> str:
    number = re.sub(r"(?<=[\d)])-(?=[\d(])", manner.dash, number)
    return number if manner.spaced_letters else re.sub(r"(?<=\d) (?=\()", "", number)


def _pages(pages: str, manner: Manner) -> str:
    pages = re.sub(r"(?<=\d)\s?[-–]\s?(?=\d)", manner.dash, pages)
    return pages if manner.dotted else pages.replace(".", "")


def day(iso: str, *, american: bool = False) -> str:
    """A date as notes print it: "4 December 2013", "December 4, 2013"; a month or year alone as such."""
    parts = iso.split("-")
    if len(parts) == 1:
        return iso
    month = MONTHS[int(parts[1]) - 1] if parts[1].isdigit() and 1 <= int(parts[1]) <= 12 else ""
    if not month:
        return parts[0]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    return f"{month} {int(parts[2])}, {parts[0]}" if american else f"{int(parts[2])} {month} {parts[0]}"


def full(cite: Cite, facts: DocumentFacts, manner: Manner, language: str) -> list[Run]:
    """A United Nations document in full."""
    where = place(cite, manner, language)
    foreign = "en" if not language.startswith("en") else ""
    title = Run(facts.title, emphasis=manner.name == "chicago", language=foreign)
    printed = _date(facts.date, language, american=manner.name == "chicago")
    dated = f" ({printed})" if printed else ""
    address = Run(facts.url, link=facts.url)
    pieces: list[Run]
    match manner.name:
        case "un":
            named = [title, Run(f" ({facts.printed})")] if facts.title else [Run(facts.printed)]
            pieces = [*named, Run(_after(where))]
        case "oscola":
            quoted = [Run("‘"), title, Run("’")] if facts.title else []
            before = [Run(f"{facts.body}, ")] if facts.body and facts.title else []
            lead = f"{dated} UN Doc {facts.printed}" if quoted else f"UN Doc {facts.printed}{dated}"
            pieces = [*before, *quoted, Run(lead), Run(_after(where))]
        case _:
            before = (
                [Run(f"{facts.body}, ")] if manner.name == "chicago" and facts.body and facts.title else []
            )
            named = [*before, title, Run(", ")] if facts.title else []
            pieces = [*named, Run(f"{facts.printed}{dated}{_after(where)}")]
            if cite.suffix and not cite.suffix.startswith("("):
                pieces.append(Run(f", {cite.suffix}"))
            pieces += [Run(", "), address]
            return _with_ends(cite, pieces, suffix=cite.suffix.startswith("("))
    return _with_ends(cite, pieces)


def again(cite: Cite, symbol: str, manner: Manner, language: str, first: int) -> list[Run]:
    """A United Nations document after its first mention, in note `first`, and not at once."""
    where = place(cite, manner, language)
    if manner.again == "note":
        return _with_ends(cite, [Run(f"UN Doc {symbol} (n {first}){' ' if where else ''}{where}")])
    return _with_ends(cite, [Run(f"{symbol}{_after(where)}")])


def ibid(cite: Cite, manner: Manner, language: str) -> list[Run]:
    """The same source as just before."""
    where = place(cite, manner, language)
    word = KOREAN_IBID if _is_korean(language) else manner.ibid
    if re.search(r"(?:^|\s)(?:see|also)$", cite.prefix, re.IGNORECASE):
        word = word[0].lower() + word[1:]
    joint = "" if not where else " " if manner.name == "oscola" else ", "
    return _with_ends(cite, [Run(f"{word}{joint}{where}")])


def _with_ends(cite: Cite, pieces: list[Run], *, suffix: bool = True) -> list[Run]:
    """The pieces between the words that the author put before and after."""
    if cite.prefix:
        pieces = [Run(f"{cite.prefix} "), *pieces]
    if suffix and cite.suffix:
        pieces.append(Run(f"{' ' if cite.suffix.startswith('(') else ', '}{cite.suffix}"))
    return [piece for piece in pieces if piece.text]


def ended(runs: list[Run], manner: Manner) -> list[Run]:
    """The note with its full stop; an address at the end has none in the founding letter's manner.

    A stop after an address would be copied with it; Chicago and OSCOLA print it all the same.
    """
    last = runs[-1].text.rstrip() if runs else ""
    if not last or last.endswith(STOPS) or (runs[-1].link and manner.name in ("letter", "un")):
        return runs
    if last.endswith(("”", "’")) and last[-2:-1] in STOPS:
        return runs
    return [*runs, Run(".")]


def _after(where: str) -> str:
    return f", {where}" if where else ""


def _date(iso: str, language: str, *, american: bool) -> str:
    if _is_korean(language) and re.fullmatch(r"\d{4}-\d\d-\d\d", iso):
        told = date.fromisoformat(iso)
        return f"{told.year}년 {told.month}월 {told.day}일"
    return day(iso, american=american) if iso else ""


def _is_korean(language: str) -> bool:
    return language.split("-", maxsplit=1)[0] == "ko"
