"""From the inline tokens of a block to words, notes, quotations and references, with what is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from markdown_it.token import Token

from onrecord.citations.patterns import URL
from onrecord.letters.compose.citing import NotUnderstood, read_cites, read_command
from onrecord.letters.compose.hidden import HIDDEN, hidden_characters
from onrecord.letters.compose.source import (
    ERROR,
    Cites,
    LetterProblem,
    LineBreak,
    NoteHere,
    NotePart,
    NoteText,
    Quote,
    Reference,
    SourceInline,
    Words,
)

DEEPEST = 12
ADDRESSES = ("http", "https", "mailto")
REFUSED = {
    "image": ("an image", "A letterhead is set in the front matter; a letter's text holds no pictures."),
    "html_inline": ("HTML", "Write it in Markdown; put \\ before a < that is meant as it stands."),
    "code_inline": ("words between ` marks", "Take the marks away, or write *words* to stress them."),
}


class Inlines:
    """Reads the tokens of one block that begins on `line`; afterwards `problems` and `signatories` tell more."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.problems: list[LetterProblem] = []
        self.signatories = False
        self._breaks = 0

    def read(self, tokens: Sequence[Token]) -> tuple[SourceInline, ...]:
        """The inlines of the block, words of one manner joined."""
        found: list[SourceInline | Cites] = self._walk(tokens)
        return _joined([self._as_note(one) if isinstance(one, Cites) else one for one in found])

    def note_parts(self, inlines: Sequence[SourceInline]) -> NoteText:
        """The note that these inlines of its own text are: a note inside it is part of it."""
        parts: list[NotePart] = []
        for inline in inlines:
            if isinstance(inline, NoteHere):
                if inline.note is None or any(not isinstance(part, Cites) for part in inline.note.parts):
                    self._refuse("a note inside a note", "Write its words into the note.", inline.line)
                elif inline.note:
                    parts += inline.note.parts
            elif isinstance(inline, Quote):
                self._refuse("{{quote}} in a note", "Put the quotation into the text.", inline.line)
            else:
                parts.append(inline)
        return NoteText(tuple(parts), line=self.line)

    def _as_note(self, cites: Cites) -> NoteHere:
        return NoteHere("", NoteText((cites,), line=cites.line), cites.line)

    def _walk(self, tokens: Sequence[Token]) -> list[SourceInline | Cites]:
        found: list[SourceInline | Cites] = []
        emphasis = strong = 0
        link = ""
        for token in tokens:
            if token.level > DEEPEST:
                self._refuse("markup nested too deep", "Write it more simply.", self.line)
                break
            match token.type:
                case "text" | "text_special" | "softbreak":
                    words = " " if token.type == "softbreak" else self._seen(token.content)
                    found += _linked(Words(words, emphasis > 0, strong > 0, link))
                    self._breaks += token.type == "softbreak"
                case "hardbreak":
                    found.append(LineBreak())
                    self._breaks += 1
                case "em_open" | "em_close" | "strong_open" | "strong_close":
                    emphasis += token.nesting * token.type.startswith("em")
                    strong += token.nesting * token.type.startswith("strong")
                case "link_open" | "link_close":
                    link = self._address(str(token.attrs.get("href", ""))) if token.nesting > 0 else ""
                case kind if kind in REFUSED:
                    self._refuse(*REFUSED[kind], self.line + self._breaks)
                case _:
                    found += self._own(token)
        return found

    def _seen(self, words: str) -> str:
        """The words; a hidden character that was typed as "&#8238;" is refused as one that stands there is."""
        hidden = hidden_characters(words)
        if hidden:
            self._refuse(hidden, "Delete it.", self.line + self._breaks)
        return HIDDEN.sub("", words)

    def _own(self, token: Token) -> list[SourceInline | Cites]:
        """What On Record adds to Markdown."""
        line = self.line + int(token.meta.get("line", 0))
        key = str(token.meta.get("key", ""))
        try:
            match token.type:
                case "note_call":
                    return [NoteHere(key, None, line)]
                case "cites":
                    cites = Cites(read_cites(token.content), line)
                    return [NoteHere(key, NoteText((cites,), key, line), line)]
                case "note_here":
                    inner = Inlines(line)
                    note = inner.note_parts(inner.read(token.children or []))
                    self.problems += inner.problems
                    return [NoteHere(key, NoteText(note.parts, key, line), line)]
                case "command":
                    return self._command(token.content, line)
                case _:
                    self._refuse(f"“{token.type}”", "Write plain words.", line)
        except NotUnderstood as wrong:
            self.problems.append(LetterProblem("not-understood", ERROR, line, wrong.message, wrong.hint))
        return []

    def _command(self, words: str, line: int) -> list[SourceInline | Cites]:
        made = read_command(words)
        if made is None:
            self.signatories = True
            return []
        if isinstance(made, Reference):
            return [Reference(made.to, made.name, line)]
        quote = Quote(made.symbol, made.pinpoint, made.parts, made.first_letter, made.with_note, line)
        return [quote]

    def _address(self, href: str) -> str:
        parts = _split(href)
        if parts and (parts[0] == "mailto" or parts[1]):
            return href
        self._refuse(f"a link to “{href[:60]}”", "Link to https:// addresses only.", self.line + self._breaks)
        return ""

    def _refuse(self, what: str, hint: str, line: int) -> None:
        message = f"There is {what}, which a letter cannot hold."
        self.problems.append(LetterProblem("refused", ERROR, line, message, hint))


def _split(address: str) -> tuple[str, str] | None:
    """Scheme and host of an address that a letter may link to, or None."""
    if re.search(r"[\s<>\"\\]", address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return (parts.scheme, parts.netloc) if parts.scheme in ADDRESSES else None


def _linked(words: Words) -> list[SourceInline | Cites]:
    """The words, with each web address in them as its own link."""
    if words.link or "://" not in words.text:
        return [words]
    found: list[SourceInline | Cites] = []
    at = 0
    for match in URL.finditer(words.text):
        if not match[0].startswith(("http://", "https://")) or not _split(match[0]):
            continue
        found.append(Words(words.text[at : match.start()], words.emphasis, words.strong))
        found.append(Words(match[0], words.emphasis, words.strong, match[0]))
        at = match.end()
    return [*found, Words(words.text[at:], words.emphasis, words.strong)]


def _joined(inlines: Sequence[SourceInline]) -> tuple[SourceInline, ...]:
    done: list[SourceInline] = []
    for inline in inlines:
        last = done[-1] if done else None
        if isinstance(inline, Words):
            if not inline.text:
                continue
            if isinstance(last, Words) and _manner(last) == _manner(inline):
                text = last.text + inline.text
                done[-1] = Words(text, last.emphasis, last.strong, last.link)
                continue
        done.append(inline)
    return tuple(done)


def _manner(words: Words) -> tuple[bool, bool, str]:
    return words.emphasis, words.strong, words.link
