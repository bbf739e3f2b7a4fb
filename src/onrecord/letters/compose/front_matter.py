"""Reads the front matter of a letter's source: YAML between two lines of "---", and nothing but data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any, NamedTuple

import yaml

from onrecord.letters.compose.built import PrintedSignatory
from onrecord.letters.compose.hidden import hidden_characters
from onrecord.letters.compose.source import ERROR, FrontMatter, LetterProblem

LONGEST = 64_000
DEEPEST = 4
MOST_LINES = 500
STYLES = ("letter", "un", "oscola", "chicago")
FENCE = re.compile(
    r"\A\ufeff?---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
REVIEW = re.compile(r"[A-Z]{3}/\d{1,2}")
PLAIN = ("kind", "number", "date_as_printed", "title", "organisation", "subject", "sources")
LINES = ("letterhead", "addressee", "copies")
CHECKED = ("date", "deadline", "language", "review", "notes")
KNOWN = (*PLAIN, *LINES, *CHECKED, "signatories", "as_of", "as_of_as_printed")


class Opening(NamedTuple):
    """The front matter, where the text after it starts (an offset and a line from 1), and what is wrong."""

    about: FrontMatter
    end: int
    line: int
    problems: tuple[LetterProblem, ...]


def read_front_matter(text: str) -> Opening:
    """The front matter at the head of `text` (newlines as LF). Never fails: what is wrong is told by line.

    Anchors, aliases and tags are refused, as a few lines of them can fill a memory; size and depth are
    bounded. Values are words as typed: nothing is turned into another type.
    """
    fenced = FENCE.match(text)
    if fenced is None:
        hint = "Begin the file with --- and lines such as “date: 2026-10-01”, and close with ---."
        missing = LetterProblem("front-matter", ERROR, 1, "The letter has no front matter.", hint)
        return Opening(FrontMatter(), 0, 1, (missing,))
    line = text.count("\n", 0, fenced.end()) + 1
    try:
        found = _values(fenced["yaml"])
    except _Refused as refused:
        problem = LetterProblem("front-matter", ERROR, refused.line, refused.message, refused.hint)
        return Opening(FrontMatter(), fenced.end(), line, (problem,))
    reading = _Reading(found)
    return Opening(reading.about(), fenced.end(), line, tuple(reading.problems))


class _Value(NamedTuple):
    """A value and the line it stands on."""

    value: Any
    line: int


class _Refused(Exception):
    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


def _values(words: str) -> dict[str, _Value]:
    if len(words) > LONGEST:
        raise _Refused(1, f"The front matter is longer than {LONGEST:,} characters.", "Shorten it.")
    try:
        for event in yaml.parse(words, Loader=yaml.BaseLoader):
            _look_at(event)
        node = yaml.compose(words, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        hint = "Put words that hold a colon or begin with a sign between quotation marks."
        reason = f"The front matter is no YAML: {error.problem or error.context}."
        raise _Refused(mark.line + 2 if mark else 1, reason, hint) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise _Refused(1, f"The front matter is no YAML: {str(error)[:100]}.") from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise _Refused(2, "The front matter has no names.", "Write lines such as “date: 2026-10-01”.")
    found: dict[str, _Value] = {}
    for name, value in node.value:
        line = name.start_mark.line + 2
        if not isinstance(name, yaml.ScalarNode):
            raise _Refused(line, "A name in the front matter is no word.")
        if name.value in found:
            raise _Refused(line, f"“{name.value}” stands twice in the front matter.", "Keep one of them.")
        found[name.value] = _Value(_plain(value, 1), line)
    return found


def _look_at(event: Any) -> None:
    line = event.start_mark.line + 2
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _Refused(line, "The front matter uses an anchor or alias (& or *).", "Write the words out.")
    if getattr(event, "tag", None):
        raise _Refused(line, "The front matter uses a tag (!).", "Write plain words.")


def _plain(node: Any, depth: int) -> Any:
    line = node.start_mark.line + 2
    if depth > DEEPEST:
        raise _Refused(line, "The front matter is nested too deep.", "Keep to lists of lines.")
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if len(node.value) > MOST_LINES:
        raise _Refused(line, f"A list in the front matter has more than {MOST_LINES} lines.", "Shorten it.")
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, depth + 1) for item in node.value]
    return {str(_plain(name, depth + 1)): _plain(value, depth + 1) for name, value in node.value}


class _Reading:
    """Turns values into `FrontMatter`, and remembers what is wrong."""

    def __init__(self, found: dict[str, _Value]) -> None:
        self.found = found
        self.problems: list[LetterProblem] = []

    def about(self) -> FrontMatter:
        for name in self.found:
            if name not in KNOWN:
                close = get_close_matches(name, KNOWN, n=1)
                hint = f"Did you mean “{close[0]}”?" if close else f"Known are: {', '.join(KNOWN)}."
                self._wrong(name, f"“{name}” is no name of the front matter.", hint)
        values: dict[str, Any] = {name: self._words(name) for name in PLAIN if name in self.found}
        values |= {name: tuple(self._lines(name)) for name in LINES if name in self.found}
        checks: dict[str, Callable[[str], bool]] = {
            "date": _is_date,
            "deadline": _is_date,
            "language": lambda word: bool(LANGUAGE.fullmatch(word)),
            "review": lambda word: bool(REVIEW.fullmatch(word)),
            "notes": lambda word: word in STYLES,
        }
        values |= {name: self._checked(name, check) for name, check in checks.items() if name in self.found}
        if "date" not in self.found:
            self._wrong("date", "The letter has no date.", "Add a line such as “date: 2026-10-01”.")
        return FrontMatter(**{key: value for key, value in values.items() if value}, **self._signatories())

    def _checked(self, name: str, check: Callable[[str], bool]) -> str:
        hints = {
            "date": "Write it as 2026-10-01.",
            "deadline": "Write it as 2026-10-01.",
            "language": "Write its code: en, ko.",
            "review": "Write State and cycle: CHN/4.",
            "notes": f"Choose one of {', '.join(STYLES)}.",
        }
        word = self._words(name)
        if word and not check(word):
            self._wrong(name, f"“{word[:60]}” cannot be the {name} of a letter.", hints[name])
            return ""
        return word

    def _words(self, name: str) -> str:
        value = self.found[name].value
        if isinstance(value, str):
            return self._clean(name, " ".join(value.split()))
        self._wrong(name, f"“{name}” takes words, not a list.", f"Write “{name}: words” on one line.")
        return ""

    def _lines(self, name: str) -> Iterator[str]:
        value = self.found[name].value
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield self._copy(name, item)
            elif isinstance(item, str):
                yield from (
                    self._clean(name, " ".join(row.split())) for row in item.split("\n") if row.strip()
                )
            else:
                self._wrong(name, f"A line of “{name}” is a list.", "Write one line for each.")

    def _copy(self, name: str, item: dict[str, Any]) -> str:
        """A person with an office, as "Foreign Minister Park Jin" or "Park Jin, Foreign Minister"."""
        if not set(item) <= {"name", "office"} or not all(isinstance(value, str) for value in item.values()):
            self._wrong(name, f"A line of “{name}” has other names than name and office.")
            return ""
        return self._clean(name, ", ".join(filter(None, (item.get("name", ""), item.get("office", "")))))

    def _signatories(self) -> dict[str, Any]:
        value = self.found["signatories"].value if "signatories" in self.found else []
        rows = value if isinstance(value, list) else [value]
        names: list[PrintedSignatory] = []
        for row in rows:
            given = {"name": row} if isinstance(row, str) else row
            if not isinstance(given, dict) or not set(given) <= {"name", "detail"} or not given.get("name"):
                hint = "Write a line for each, or “name:” and “detail:”."
                self._wrong("signatories", "A signatory is no name.", hint)
                continue
            texts = [self._clean("signatories", str(given.get(key, ""))) for key in ("name", "detail")]
            names.append(PrintedSignatory(*texts))
        told: dict[str, Any] = {"signatories": tuple(names)}
        if "as_of" in self.found:
            told["as_of"] = self._checked_date("as_of")
        if "as_of_as_printed" in self.found:
            told["as_of_as_printed"] = self._words("as_of_as_printed")
        return told

    def _checked_date(self, name: str) -> str:
        word = self._words(name)
        if word and not _is_date(word):
            self._wrong(name, f"“{word[:60]}” is no date.", "Write it as 2026-10-01.")
            return ""
        return word

    def _clean(self, name: str, words: str) -> str:
        hidden = hidden_characters(words)
        if hidden:
            self._wrong(name, f"“{name}” holds {hidden}.", "Delete it and type the words again.")
            return ""
        return words

    def _wrong(self, name: str, message: str, hint: str = "") -> None:
        line = self.found[name].line if name in self.found else 1
        self.problems.append(LetterProblem("front-matter", ERROR, line, message, hint))


def _is_date(word: str) -> bool:
    try:
        return date.fromisoformat(word).isoformat() == word
    except ValueError:
        return False
