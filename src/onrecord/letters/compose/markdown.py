"""Markdown as letters use it: CommonMark by markdown-it, with notes, citations, commands and asks.

Nothing here is run, read or fetched: the tokens are data, and what a letter cannot hold is refused later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from onrecord.letters.compose.citing import holds_cites

# Deeper than any letter, so that what is too deep is seen and refused rather than dropped.
MOST_LEVELS = 100
# "[^12]: Id." at the start of a line.
NOTE_TEXT = re.compile(r"\[\^(?P<key>[^\]\s]{1,80})\]:[ \t]*")
NOTE_CALL = re.compile(r"\[\^(?P<key>[^\]\s]{1,80})\](?!:)")
KEY_AFTER = re.compile(r"\{#(?P<key>[\w.:-]{1,80})\}")
KEY_AT_END = re.compile(r"\s*\{#(?P<key>[\w.:-]{1,80})\}\s*\Z")
# "Q1. Does China", "R2 (optional). Guarantee", "Q3 (선택): ". Not "Q1 of 2024", "R&D".
ASK = re.compile(r"(?P<name>[QR]\d{1,3})(?P<optional> \((?:optional|선택)\))?[.:][ \t]+(?=\S)")
LONGEST_COMMAND = 4000
# A note inside a note is read, so that it can be refused; what is deeper stays as typed.
DEEPEST_NOTE = 1


def parse(text: str) -> list[Token]:
    """The tokens of a letter's text (without its front matter). Never fails; lines count from 0.

    Beside CommonMark's own there are "note_text" (meta: key), and among the inline ones "note_call"
    (key), "cites" (content, key), "note_here" (children, key) and "command" (content), each with the
    number of newlines before it in its block ("line"). A paragraph that is an ask has its name and
    "optional" in meta, and any block its explicit key.
    """
    tokens: list[Token] = _parser().parse(text, {})
    return tokens


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MOST_LEVELS})
    parser.block.ruler.before("reference", "note_text", _note_text, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.after("block", "asks_and_keys", _asks_and_keys)
    parser.inline.ruler.before("link", "note_call", _note_call)
    parser.inline.ruler.before("link", "cites", _cites)
    parser.inline.ruler.before("link", "note_here", _note_here)
    parser.inline.ruler.before("link", "command", _command)
    # Every address is let through here, so that a bad one is refused by name and line.
    parser.validateLink = _let_through  # type: ignore[method-assign]
    return parser


def _let_through(url: str) -> bool:  # noqa: ARG001 - markdown-it's signature
    return True


def _note_text(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    first = state.bMarks[start] + state.tShift[start]
    match = NOTE_TEXT.match(state.src, first, state.eMarks[start])
    if match is None:
        return False
    if silent:
        return True
    stop = start + 1
    while stop < end and not state.isEmpty(stop):
        if NOTE_TEXT.match(state.src, state.bMarks[stop] + state.tShift[stop], state.eMarks[stop]):
            break
        stop += 1
    rows = [state.src[match.end() : state.eMarks[start]]]
    rows += [state.src[state.bMarks[line] : state.eMarks[line]].strip() for line in range(start + 1, stop)]
    state.line = stop
    opened = state.push("note_text_open", "", 1)
    opened.meta = {"key": match["key"]}
    opened.map = [start, stop]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = "\n".join(rows).strip(), [start, stop], []
    state.push("note_text_close", "", -1)
    return True


def _asks_and_keys(state: StateCore) -> None:
    done: list[Token] = []
    for token in state.tokens:
        if token.type != "inline" or not done or done[-1].type not in ("paragraph_open", "heading_open"):
            done.append(token)
            continue
        if done[-1].type == "paragraph_open" and token.level == 1 and ASK.match(token.content):
            done += _asks(done.pop(), token)
            continue
        _take_key(done[-1], token)
        done.append(token)
    state.tokens = done


def _asks(opened: Token, inline: Token) -> list[Token]:
    """A paragraph cut at each line that begins an ask; its close follows in the list of tokens."""
    pieces: list[tuple[int, list[str]]] = []
    for line, row in enumerate(inline.content.split("\n")):
        if ASK.match(row) or not pieces:
            pieces.append((line, [row]))
        else:
            pieces[-1][1].append(row)
    made: list[Token] = []
    first = inline.map[0] if inline.map else 0
    for index, (line, rows) in enumerate(pieces):
        words = "\n".join(rows)
        label = ASK.match(words)
        here = opened.copy(map=[first + line, first + line + len(rows)], meta={})
        if label:
            here.meta = {"name": label["name"], "optional": bool(label["optional"])}
            words = words[label.end() :]
        asked = inline.copy(content=words, map=here.map, children=[])
        _take_key(here, asked)
        made += [here, asked]
        if index < len(pieces) - 1:
            made.append(Token("paragraph_close", "p", -1))
    return made


def _take_key(opened: Token, inline: Token) -> None:
    key = KEY_AT_END.search(inline.content[-120:])
    # "[@A/HRC/25/5]{#czech}" names the note, "words {#p3}" the paragraph.
    if key and (key[0][0].isspace() or inline.content == key[0].strip()):
        opened.meta = {**opened.meta, "key": key["key"]}
        inline.content = inline.content[: len(inline.content) - len(key[0])]


def _push(state: StateInline, kind: str, length: int, content: str, key: str) -> Token:
    token = state.push(kind, "", 0)
    token.content = content
    token.meta = {"key": key, "line": state.src.count("\n", 0, state.pos)}
    state.pos += length
    return token


def _note_call(state: StateInline, silent: bool) -> bool:
    match = NOTE_CALL.match(state.src, state.pos) if state.src[state.pos] == "[" else None
    if match is None:
        return False
    if not silent:
        _push(state, "note_call", len(match[0]), "", match["key"])
    else:
        state.pos = match.end()
    return True


def _cites(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[" or "@" not in state.src:
        return False
    end = _closing(state.src, state.pos)
    inside = state.src[state.pos + 1 : end]
    if end < 0 or not holds_cites(inside) or state.src[end + 1 : end + 2] == "(":
        return False
    _noted(state, "cites", inside, end, silent=silent)
    return True


def _note_here(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("^[", state.pos):
        return False
    end = _closing(state.src, state.pos + 1)
    if end < 0:
        return False
    inside = state.src[state.pos + 2 : end]
    depth = state.env.get("notes", 0)
    if depth > DEEPEST_NOTE:
        return False
    token = _noted(state, "note_here", inside, end, silent=silent)
    if token is not None:
        token.children = []
        state.env["notes"] = depth + 1
        state.md.inline.parse(inside, state.md, state.env, token.children)
        state.env["notes"] = depth
    return True


def _noted(state: StateInline, kind: str, inside: str, end: int, *, silent: bool) -> Token | None:
    key = KEY_AFTER.match(state.src, end + 1)
    stop = key.end() if key else end + 1
    if silent:
        state.pos = stop
        return None
    return _push(state, kind, stop - state.pos, inside, key["key"] if key else "")


def _command(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("{{", state.pos):
        return False
    end = state.src.find("}}", state.pos + 2, state.pos + LONGEST_COMMAND)
    if end < 0:
        return False
    if silent:
        state.pos = end + 2
    else:
        _push(state, "command", end + 2 - state.pos, state.src[state.pos + 2 : end], "")
    return True


def _closing(text: str, opened: int) -> int:
    """The index of the bracket that closes the one at `opened`, or -1."""
    depth = 0
    for match in re.compile(r"\\.|[\[\]]", re.DOTALL).finditer(text, opened, opened + 20_000):
        depth += {"[": 1, "]": -1}.get(match[0], 0)
        if not depth:
            return match.start()
    return -1


def line_of(tokens: Sequence[Token], index: int) -> int:
    """The line, from 0, on which the token or the nearest before it with a line stands."""
    for token in reversed(tokens[: index + 1]):
        if token.map:
            return token.map[0]
    return 0
