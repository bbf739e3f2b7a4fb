"""Signs of the fonts Symbol and Wingdings as Unicode characters."""

from __future__ import annotations

_GREEK_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_GREEK_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{0x41 + place: letter for place, letter in enumerate(_GREEK_CAPITALS)},
    **{0x61 + place: letter for place, letter in enumerate(_GREEK_SMALL)},
    **{code: chr(code) for code in range(0x20, 0x40)},
    0x2A: "*",
    0x2D: "−",
    0xA3: "≤",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB9: "≠",
    0xBC: "…",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "☐",
    0x71: "☐",
    0x73: "•",
    0x76: "•",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "→",
    0xF0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_PRIVATE = 0xF000
"""Word keeps the codes of symbol fonts in this private area."""


def symbol(font: str, code: str) -> str | None:
    """The character that a sign stands for; `code` is hexadecimal ("F0B7"). None where it is not known."""
    try:
        point = int(code, 16)
    except ValueError:
        return None
    return symbol_at(font, point)


def symbol_at(font: str, point: int) -> str | None:
    """As `symbol`, with the code as a number."""
    low = point - _PRIVATE if _PRIVATE <= point < _PRIVATE + 0x100 else point
    name = font.lower()
    if name == "symbol":
        return _SYMBOL.get(low)
    if name.startswith("wingdings"):
        return _WINGDINGS.get(low)
    if _PRIVATE <= point < _PRIVATE + 0x100 or not 0x20 <= point < 0xD800:
        return None
    return chr(point)
