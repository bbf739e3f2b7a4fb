"""What stands between brackets and braces in a source: citations, quotations to be taken, references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.parts import places_at
from onrecord.letters.compose.source import Cite, Part, Quote, Reference
from onrecord.un.pinpoint import Pinpoint, find_pinpoints
from onrecord.un.symbol import find_symbols

# "[@A/HRC/25/5]", "[see @smith2023]". Not "write to name@example.org".
CITES = re.compile(r"(?:^|(?<=[\s(]))@(?=[\w{])")
KEY = re.compile(r"\{(?P<braced>[^{}\n]{1,200})\}|(?P<plain>[^\s,;\]{}]{1,200})")
PAGES = re.compile(r"[\s,]*(?P<pages>pp?\.\s?\d+(?:\s?[-–]\s?\d+)?(?:,\s?\d+(?:\s?[-–]\s?\d+)?)*)")
# Between sources: a semicolon before a space. A part without "@" belongs to the source before it.
BETWEEN = re.compile(r"[;；]\s+")
QUOTED = r"(?:“(?P<{0}c>[^”]*)”|\"(?P<{0}s>[^\"]*)\"|「(?P<{0}k>[^」]*)」)"
PART = re.compile(
    rf"\s*(?:and\s+)?(?:from\s+{QUOTED.format('f')}(?:\s+to\s+{QUOTED.format('t')})?|to\s+{QUOTED.format('o')})"
)
MANNER = re.compile(r"\s*(?P<manner>without\s+note|lower|upper)\b")
NAME = re.compile(r"[\w.:-]{1,80}")


class NotUnderstood(Exception):
    """What stands between the braces or brackets is none of the forms; with what to write instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def holds_cites(words: str) -> bool:
    """Whether the words between brackets cite: "see @A/HRC/25/5"."""
    return bool(CITES.search(words))


def read_cites(words: str) -> tuple[Cite, ...]:
    """The sources cited by the words between the brackets, in order; NotUnderstood where a key is missing."""
    segments: list[str] = []
    for segment in BETWEEN.split(words):
        if CITES.search(segment) or not segments:
            segments.append(segment)
        else:
            segments[-1] += f"; {segment}"
    return tuple(_cite(" ".join(segment.split())) for segment in segments)


def _cite(words: str) -> Cite:
    at = CITES.search(words)
    if at is None:
        raise NotUnderstood(
            f"“{words[:60]}” names no source.", "Begin each source with @: [@A/HRC/25/5, para. 1]."
        )
    prefix, rest = words[: at.start()].strip(), words[at.end() :]
    symbols = find_symbols(rest[:120])
    key = KEY.match(rest)
    if symbols and symbols[0].start == 0:
        source, is_symbol, end = symbols[0].symbol.text, True, symbols[0].end
        end += len(rest[end:]) - len(rest[end:].lstrip("*"))
    elif key is None:
        raise NotUnderstood(f"“{words[:60]}” names no source after @.")
    else:
        source = (key["braced"] or key["plain"].rstrip(".:")).strip()
        end = key.end() if key["braced"] else len(key["plain"].rstrip(".:"))
        inside = find_symbols(source)
        is_symbol = bool(inside) and inside[0].start == 0 and inside[0].end == len(source)
        source = inside[0].symbol.text if is_symbol else source
    places, after = places_at(rest, end, len(rest))
    locator = rest[end:after].strip(" ,")
    pages = PAGES.match(rest, after)
    after = pages.end() if pages else after
    if pages and not places:
        places, at_end = places_at(rest, after, len(rest))
        locator, after = rest[after:at_end].strip(" ,"), at_end
    suffix = rest[after:].strip().removeprefix(",").strip()
    given = tuple(dict.fromkeys(map(str, places)))
    return Cite(source, is_symbol, given, locator, pages["pages"] if pages else "", prefix, suffix)


def read_command(words: str) -> Quote | Reference | None:
    """What "{{words}}" asks for; None for "signatories". NotUnderstood for anything else."""
    name, _, rest = " ".join(words.split()).partition(" ")
    if name == "signatories" and not rest:
        return None
    if name in ("note", "ask") and NAME.fullmatch(rest):
        return Reference(name, rest)
    if name == "quote":
        return _quote(rest)
    raise NotUnderstood(
        f"“{{{{{words[:60]}}}}}” is nothing that can be put here.",
        "Known are {{quote SYMBOL PARAGRAPH}}, {{note KEY}}, {{ask Q1}} and {{signatories}}.",
    )


def _quote(words: str) -> Quote:
    symbols = find_symbols(words[:120])
    if not symbols or symbols[0].start:
        raise NotUnderstood(
            f"“{words[:60]}” does not begin with the symbol of a document.",
            "Write {{quote A/HRC/25/5 186.241}}.",
        )
    places, at = find_pinpoints(words, symbols[0].end, bare=True)
    if len(places) != 1 or _is_range(places[0]):
        raise NotUnderstood(
            f"“{words[:60]}” does not name one paragraph.",
            "A quotation is taken from one paragraph: {{quote A/HRC/25/5 186.241}}.",
        )
    parts: list[Part] = []
    manner: set[str] = set()
    while words[at:].strip():
        part, how = PART.match(words, at), MANNER.match(words, at)
        if part:
            parts.append(Part(_inside(part, "f"), _inside(part, "t") or _inside(part, "o")))
            at = part.end()
        elif how:
            manner.add(how["manner"].split()[0])
            at = how.end()
        else:
            raise NotUnderstood(
                f"“{words[at:].strip()[:60]}” is not understood in a quotation.",
                'After the paragraph may stand: from "first words" to "last words", lower, upper, without note.',
            )
    first = "lower" if "lower" in manner else "upper" if "upper" in manner else ""
    return Quote(
        symbols[0].symbol.text, str(places[0]), tuple(parts), first, with_note="without" not in manner
    )


def _is_range(place: Pinpoint) -> bool:
    return bool(place.end) or not place.paragraph


def _inside(match: re.Match[str], name: str) -> str:
    return next((match[f"{name}{kind}"].strip() for kind in "csk" if match[f"{name}{kind}"]), "")


def keys_of(cites: tuple[Cite, ...]) -> Iterator[str]:
    """The keys of the sources that are no United Nations documents."""
    yield from (cite.source for cite in cites if not cite.is_symbol)
