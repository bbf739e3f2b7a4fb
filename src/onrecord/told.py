"""Messages that can be said in another language: an English sentence that keeps how it was made.

`tell("line %(line)s", line=7)` is the string "line 7", as programs print and keep it; beside that it knows its
template and what was filled in, so that a page can say the same in its reader's language (gettext's way to leave
a message untranslated until somebody reads it, but with what was filled in).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from typing import Any, Self

Translate = Callable[[str], str]
"""From a template in English to the same in another language; what it does not know it gives back."""
Fill = Callable[[str, Mapping[str, Any]], str]
"""Puts values into a template, as "%" does; a language may have more to do."""


class Told(str):
    """A message in English, made of `template` and `values`; these may be messages themselves."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, Any]

    def __new__(cls, text: str, template: str = "", values: Mapping[str, Any] | None = None) -> Self:
        """`text` is the whole message; for `tell` and `tell_together` to call."""
        made = super().__new__(cls, text)
        made.template, made.values = template, values or {}
        return made

    def __reduce__(self) -> tuple[type[Told], tuple[str, str, Mapping[str, Any]]]:
        """How a copy is made, also by another process."""
        return Told, (str(self), self.template, self.values)

    def by(self, translate: Translate, fill: Fill = operator.mod) -> str:
        """The message with its template, and the messages within it, translated; `fill` puts the values in."""
        said = translate(self.template)
        if not self.values:
            return said
        return fill(said, {name: said_by(translate, one, fill) for name, one in self.values.items()})

    def templates(self) -> Iterable[str]:
        """The templates of which the message is made, its own first; what only holds others together is none."""
        if any(letter.isalpha() for letter in _without_fields(self.template)):
            yield self.template
        for one in self.values.values():
            if isinstance(one, Told):
                yield from one.templates()


def tell(template: str, **values: Any) -> Told:
    """A message; `template` has `%(name)s` where a value goes, and `%%` for a percent sign where it has any."""
    return Told(template % values if values else template, template, values)


def tell_together(between: str, messages: Iterable[str]) -> Told:
    """Several messages as one, with the same characters between each."""
    named = {f"m{at}": one for at, one in enumerate(messages)}
    template = between.replace("%", "%%").join(f"%({name})s" for name in named)
    return Told(between.join(named.values()), template, named)


def tell_and(messages: Sequence[str]) -> str:
    """Messages in a row: "a and b and c"; "" where there are none."""
    return (
        reduce(lambda one, other: tell("%(one)s and %(other)s", one=one, other=other), messages)
        if messages
        else ""
    )


def tell_or(messages: Sequence[str]) -> str:
    """Messages of which one is meant: "a or b"; "" where there are none."""
    return (
        reduce(lambda one, other: tell("%(one)s or %(other)s", one=one, other=other), messages)
        if messages
        else ""
    )


def capital(message: str) -> str:
    """A message with a capital at its beginning, where it begins a sentence."""
    if not isinstance(message, Told):
        return f"{message[:1].upper()}{message[1:]}"
    return Told(f"{message[:1].upper()}{message[1:]}", message.template, message.values)


def said_by(translate: Translate, message: Any, fill: Fill = operator.mod) -> Any:
    """A message translated where it can be; anything else as it is."""
    return message.by(translate, fill) if isinstance(message, Told) else message


def _without_fields(template: str) -> str:
    return "".join(part.partition(")s")[2] if at else part for at, part in enumerate(template.split("%(")))
