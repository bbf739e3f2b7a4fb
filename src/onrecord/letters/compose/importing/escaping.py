"""Words as they must be typed in a source so that it prints them as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import yaml

from onrecord.letters.compose.importing.pieces import Manner

# Marks that Markdown would take for its own wherever they stand.
ALWAYS = re.compile(r"[\\`*]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\{(?=\{)|!(?=\[)")
# "_" between letters stays; "[" only where it would cite, call a note or make a link.
UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
BRACKET = re.compile(r"\[(?=\^)|\[(?=[^\[\]]*(?:^|[\s(\[])@)|\](?=[(\[:])")
LINE_START = re.compile(r"^(?P<space>\s*)(?P<mark>#{1,6}(?=\s|$)|[>+]|-(?=\s|-|$)|=+\s*$|~~~)")
NUMBER = re.compile(r"^(?P<number>\s*\d{1,9})(?P<mark>[.)])(?=\s|$)")
ASK = re.compile(r"^(?P<name>[QR]\d{1,3}(?: \((?:optional|선택)\))?)(?P<mark>[.:])(?=[ \t])")
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\\\"]+")
EVERY = re.compile(r"[\\`*_\[\]<>{}#!&^@]")


def escaped(words: str, *, first: bool = False, markdown: bool = False, every: bool = False) -> str:
    """The words with a backslash before each mark that would be read as markup.

    `first` says that they begin a line. In a letter that is Markdown itself (`markdown`) its own marks stay.
    `every` puts one before all marks, however little they look like markup.
    """
    if markdown:
        return re.sub(r"\{(?=\{)|\[(?=[^\[\]]*(?:^|[\s(\[])@)", r"\\\g<0>", words)
    if every:
        words = EVERY.sub(r"\\\g<0>", words)
    else:
        for pattern in (ALWAYS, UNDERSCORE, BRACKET):
            words = _marked(pattern, words)
    if first:
        words = LINE_START.sub(lambda match: f"{match['space']}\\{match['mark']}", words)
        words = NUMBER.sub(r"\g<number>\\\g<mark>", words)
        words = ASK.sub(r"\g<name>\\\g<mark>", words)
    return words


def in_manner(typed: str, manners: Sequence[Manner]) -> str:
    """Typed words between the marks of emphasis and of a link; spaces at their ends stay outside.

    A link to anything but a web or mail address stays words.
    """
    core = typed.strip()
    if not core or not manners:
        return typed
    lead, tail = typed[: len(typed) - len(typed.lstrip())], typed[len(typed.rstrip()) :]
    kinds = {one.kind for one in manners}
    core = f"*{core}*" if "italic" in kinds else core
    core = f"**{core}**" if "bold" in kinds else core
    address = next((one.address for one in manners if one.kind == "link"), "")
    if ADDRESS.fullmatch(address) and address.rstrip("/") != core.rstrip("/"):
        core = f"[{core}](<{address}>)"
    return f"{lead}{core}{tail}"


def _marked(pattern: re.Pattern[str], words: str) -> str:
    """A backslash before each match, where none stands yet."""
    return pattern.sub(
        lambda match: (
            match[0]
            if match.start() and words[match.start() - 1] == "\\" and pattern is not ALWAYS
            else f"\\{match[0]}"
        ),
        words,
    )


def yaml_words(words: str) -> str:
    """The words as a value of the front matter: as they are where that is read back alike, else quoted."""
    try:
        node = yaml.compose(f"x: {words}", Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        node = None
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        value = node.value[0][1]
        if isinstance(value, yaml.ScalarNode) and value.value == words and value.style is None:
            return words
    return json.dumps(words, ensure_ascii=False)
