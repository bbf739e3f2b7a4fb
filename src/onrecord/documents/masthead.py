"""The title page of a UN document: symbol, title, date of distribution."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.documents import patterns
from onrecord.documents.lines import Line
from onrecord.un.dates import find_dates
from onrecord.un.symbol import find_symbols

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")
_TITLE = re.compile(
    r"(?:Report|National report|Compilation|Summary|Addendum|Views on|Draft report|Note by|Concluding observations|"
    r"General comment|Mid-?term report|Informe|Proyecto de informe|Recopilación|Resumen|Adición|Observaciones finales|"
    r"Rapport|Projet de rapport|Résumé|Additif|Observations finales|"
    r"Доклад|Национальный доклад|Подборка|Резюме|Добавление|Заключительные замечания|"
    r"تقرير|التقرير|تجميع|موجز|إضافة|الملاحظات الختامية)\b.*"
    r"|.*(?:工作组报告|国家报告|材料汇编|意见摘要|增编|结论性意见|보고서|최종견해)"
)


class Masthead(NamedTuple):
    """What a title page says; empty strings where it does not say it. `date` is ISO 8601."""

    symbol: str = ""
    reissued: bool = False
    title: str = ""
    date: str = ""


def masthead(front: Sequence[Line], next_page: Sequence[Line]) -> Masthead:
    """Read the title page's lines; the running head of the next page helps where the symbol is missing."""
    symbol, reissued = _symbol(front)
    if not symbol:
        symbol, reissued = _symbol(next_page[:4])
    return Masthead(symbol, reissued, _title(front), _date(front))


def _symbol(lines: Sequence[Line]) -> tuple[str, bool]:
    for line in lines:
        for found in find_symbols(line.text):
            rest = line.text[: found.start] + line.text[found.end :]
            if not patterns.MASTHEAD.fullmatch(rest.strip() or "NATIONS") and rest.strip():
                continue
            return found.symbol.text, found.symbol.reissued
    return "", False


def _date(front: Sequence[Line]) -> str:
    dates = [found for line in front if len(line.text) < 40 and (found := _DATE.search(line.text))]
    if not dates:
        return _other_date(front)
    day, month, year = dates[0].groups()
    return f"{year}-{_MONTHS.index(month) + 1:02d}-{int(day):02d}"


def _other_date(front: Sequence[Line]) -> str:
    """A day in another language than English: "15 de marzo de 2010", "15 mars 2010"."""
    for line in front:
        found = find_dates(line.text) if len(line.text) < 40 else []
        if found and found[0].bounds.low and found[0].bounds.low == found[0].bounds.high:
            return found[0].bounds.low.isoformat()
    return ""


def _title(front: Sequence[Line]) -> str:
    words: list[str] = []
    for line in front:
        text = line.text.strip()
        if not words and not _TITLE.match(text):
            continue
        if (
            patterns.MASTHEAD.fullmatch(text)
            or text.startswith(("*", "∗"))
            or patterns.JOB_NUMBER.search(text)
        ):
            if words:
                break
            continue
        words.append(text)
    return re.sub(r"\s*[*∗]+", "", " ".join(words)).strip()
