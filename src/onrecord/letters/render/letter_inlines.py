"""The words of a block: made safe to show, cut where their direction changes, or taken plain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from onrecord.letters.compose.built import Break, Inline, Run
from onrecord.letters.render.visible import visible

SPACES = re.compile("[ \t\n\r\u2028\u2029]+")
# Languages written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
# Whatever a browser, Word or a PDF reader might do with another scheme ("javascript:", "file:"), it is
# not offered; the words stay.
SCHEMES = frozenset({"http", "https", "mailto"})
LINK = re.compile(r"[!#$%&'()*+,\-./0-9:;=?@A-Z_\[\]a-z~]{1,2000}")


def line(text: str) -> str:
    """The text on one line, safe to show: control characters by their number, spaces made single."""
    return SPACES.sub(" ", visible(SPACES.sub(" ", text))).strip()


def lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text as `line` gives it, without the empty ones."""
    return tuple(shown for text in texts if (shown := line(text)))


def cleaned(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The inlines with every string safe to show and only links that may be followed."""
    return tuple(_clean(one) for one in inlines if not isinstance(one, Run) or one.text)


def _clean(inline: Inline) -> Inline:
    if not isinstance(inline, Run):
        return inline
    language = inline.language if LANGUAGE.fullmatch(inline.language) else ""
    shown = visible(SPACES.sub(" ", inline.text))
    return replace(inline, text=shown, link=safe_link(inline.link), language=language)


def safe_link(link: str) -> str:
    """The address, with letters beyond ASCII percent-encoded, or "" where it is no web or mail address."""
    try:
        encoded = "".join(
            char if LINK.fullmatch(char) else "".join(f"%{byte:02X}" for byte in char.encode())
            for char in link.strip()
        )
        parts = urlsplit(encoded)
    except ValueError:  # half characters, brackets that are no IPv6 address
        return ""
    if parts.scheme.lower() not in SCHEMES or not LINK.fullmatch(encoded):
        return ""
    named = parts.path if parts.scheme.lower() == "mailto" else parts.hostname
    return encoded if named else ""


def words_of(inlines: Iterable[Inline], *, call: str = "") -> str:
    """The plain words; `call` is what stands for a note's call, "{}" in it for the number."""
    return "".join(
        one.text if isinstance(one, Run) else "\n" if isinstance(one, Break) else call.format(one.number)
        for one in inlines
    )


def primary(language: str) -> str:
    """The language alone, in small letters: "ko" of "ko-KR"."""
    return language.split("-", maxsplit=1)[0].lower()


def region(language: str) -> str:
    """The country of a language tag ("KR" of "ko-Kore-KR"), or ""."""
    found = [part for part in language.split("-")[1:] if re.fullmatch(r"[A-Za-z]{2}", part)]
    return found[0].upper() if found else ""


def day_of(date: str) -> dt.date | None:
    """The day of an ISO 8601 date, or None where it is none."""
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        return None
