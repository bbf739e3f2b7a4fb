"""English and Korean: every string, dates, numbers and names of States by the reader's language.

Each room has a catalogue of its own (`locale/ko/LC_MESSAGES/ROOM.po`); what is no room's stands in
`base.po`. `python -m onrecord.web.catalogues` renews them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup
from starlette.requests import HTTPConnection

from onrecord.errors import StateError
from onrecord.told import Told
from onrecord.un.state_names import names_in
from onrecord.un.states import state, states
from onrecord.web.particles import filled

COOKIE = "onrecord-language"
NAMES = {"en": "English", "ko": "한국어"}
SOURCE = "en"
LOCALE = Path(__file__).with_name("locale")


def N_(text: str) -> str:  # noqa: N802 - the name that every tool of gettext knows
    """Mark a text for translation where it stands; it is translated where it is shown."""
    return text


class Language:
    """What a page needs to speak to its reader; `code` is "en" or "ko".

    A room says a word in its own way, where its catalogue has it: "note" is one thing in a letter, another in a report.
    """

    def __init__(self, code: str, room: str = "") -> None:
        self.code = code
        self.locale = Locale(code, "GB") if code == "en" else Locale(code)
        self._said = _catalogue(code, room)

    def say(self, text: str, **values: Any) -> str:
        """The text in this language, with `%(name)s` filled in; "" stays "". A message of the engine is said whole."""
        if isinstance(text, Told):
            return text.by(self._translated, self._filled)
        said = self._translated(text)
        return self._filled(said, values) if values else said

    def speaks(self, text: str) -> bool:
        """Whether a message of the engine is said in this language, all of it; without words in it, any is."""
        if self.code == SOURCE:
            return True
        templates = tuple(text.templates()) if isinstance(text, Told) else (text,)
        return all(self._translated(one) != one for one in templates if one)

    def tongue(self, text: str) -> Markup:
        """The attribute `lang` for an element that holds only this message: of English words on a Korean page."""
        return Markup("") if self.speaks(text) else Markup(' lang="en"')

    def _translated(self, text: str) -> str:
        said = self._said.gettext(text) if text else ""
        return _named(text, self.code) if said == text else said

    def count(self, one: str, many: str, number: int, **values: Any) -> str:
        """The text for this number of things; `%(num)s` is the number as this language writes it."""
        said = self._said.ngettext(one, many, number)
        return self._filled(said, {"num": self.number(number), **values})

    def _filled(self, template: str, values: Mapping[str, Any]) -> str:
        """The template with its values, as one would write it by hand."""
        return filled(template, values) if self.code == "ko" else template % values

    def number(self, value: float) -> str:
        """A number with its thousands parted."""
        return _number(value, self.locale)

    def day(self, iso: str) -> str:
        """A date (ISO 8601, also a month or year alone, or a time in UTC) in words; as given if it is none."""
        parts = iso.split("T", maxsplit=1)[0].split("-")
        try:
            if len(parts) == 3:
                return str(format_date(date(*map(int, parts)), format="long", locale=self.locale))
            if len(parts) == 2:
                first = date(int(parts[0]), int(parts[1]), 1)
                return str(format_date(first, format=_MONTHS[self.code], locale=self.locale))
        except ValueError:
            return iso
        return iso

    def moment(self, iso: str) -> str:
        """A time (ISO 8601 in UTC) by this computer's clock."""
        return self._by_clock(iso, _MOMENTS[self.code])

    def minute(self, iso: str) -> str:
        """A time (ISO 8601 in UTC) by this computer's clock, in words and without the seconds."""
        return self._by_clock(iso, _MINUTES[self.code])

    def _by_clock(self, iso: str, form: str) -> str:
        try:
            at = datetime.fromisoformat(iso)
        except ValueError:
            return iso
        local = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone()
        return str(format_datetime(local, format=form, locale=self.locale))

    def state(self, code: str) -> str:
        """A State's name; the code itself where it is a body's acronym or nobody's."""
        return _state(code, self.code)

    def listed(self, words: Iterable[str]) -> str:
        """The words as one list, as in "a, b and c"."""
        return str(format_list(list(words), locale=self.locale))

    def other(self) -> list[tuple[str, str]]:
        """(code, name of itself) of the languages to switch to."""
        return [(code, name) for code, name in NAMES.items() if code != self.code]


_CALLED_IN_KOREAN = {
    "AUS": "호주",
    "CHN": "중국",
    "CZE": "체코",
    "ERI": "에리트레아",
    "IRN": "이란",
    "KOR": "한국",
    "LAO": "라오스",
    "PRK": "북한",
    "RUS": "러시아",
    "SYR": "시리아",
    "USA": "미국",
    "ZAF": "남아프리카공화국",
}
"""What the Ministry of Foreign Affairs in Seoul calls States of which the table's first name is the formal one."""

_MONTHS = {"en": "MMMM y", "ko": "y년 M월"}
_MOMENTS = {"en": "medium", "ko": "y. M. d. HH:mm:ss"}
_MINUTES = {"en": "d MMMM y, HH:mm", "ko": "y년 M월 d일 HH:mm"}


@cache
def language(code: str, room: str = "") -> Language:
    """The language of this code, as a room speaks it; English for any that the workbench does not speak."""
    return Language(code if code in NAMES else "en", room)


def language_of(connection: HTTPConnection) -> Language:
    """The reader's language: as chosen by the switch, else as the browser asks for it."""
    chosen = connection.cookies.get(COOKIE)
    if chosen in NAMES:
        return language(chosen)
    asked = connection.headers.get("accept-language", "")
    wanted = [part.split(";")[0].strip()[:2].lower() for part in asked.split(",")]
    return language(next((code for code in wanted if code in NAMES), "en"))


@cache
def _catalogue(code: str, room: str) -> NullTranslations:
    """A room's catalogue, and behind it all catalogues as one."""
    if not room:
        joined = NullTranslations()
        for file in sorted((LOCALE / code / "LC_MESSAGES").glob("*.mo")):
            joined = _with_fallback(file, joined)
        return joined
    own = LOCALE / code / "LC_MESSAGES" / f"{room}.mo"
    everything = _catalogue(code, "")
    return _with_fallback(own, everything) if own.exists() else everything


def _with_fallback(file: Path, fallback: NullTranslations) -> NullTranslations:
    with file.open("rb") as opened:
        found = GNUTranslations(opened)
    found.add_fallback(fallback)
    return found


@lru_cache(maxsize=4096)
def _number(value: float, locale: Locale) -> str:
    return str(format_decimal(value, locale=locale))


@cache
def _named(text: str, language_code: str) -> str:
    """What the text is called in the language where it is the name of a State; else the text itself."""
    code = _codes_by_name().get(text)
    return _state(code, language_code) if code and language_code != SOURCE else text


@cache
def _codes_by_name() -> dict[str, str]:
    return {known.name: known.code for known in states()}


@cache
def _state(code: str, language_code: str) -> str:
    try:
        known = state(code)
    except StateError:
        return code
    if language_code == "en":
        return known.name
    if language_code == "ko" and known.code in _CALLED_IN_KOREAN:
        return _CALLED_IN_KOREAN[known.code]
    # The first name of the table is the one of the day; former names and newspapers' abbreviations come behind it.
    return next((row.name for row in names_in(language_code) if row.code == known.code), known.name)
