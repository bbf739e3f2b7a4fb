"""A letter being written: paragraphs with references in them, and the ways in which letters print notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random

OPEN, SHUT = "\ue000", "\ue001"
_TOKEN = re.compile(f"{OPEN}(\\d+){SHUT}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Reference:
    """What a note cites: a document and its paragraphs, or a source of any other kind in `other`."""

    symbol: str = ""
    title: str = ""
    date: str = ""
    places: tuple[str, ...] = ()
    other: str = ""


@dataclass(frozen=True)
class Style:
    """How one writer prints notes, links, dates and quotation marks."""

    notes: str
    block: str
    again: str
    para: str
    link: str
    day_first: bool
    marks: tuple[str, str]
    omission: str
    before_stop: bool
    dated: bool


def style_for(rng: Random) -> Style:
    """A writer's manner, chosen at random."""
    notes = rng.choice(["glued", "glued", "raised", "square", "markdown", "running"])
    return Style(
        notes=notes,
        block={"square": "square", "markdown": "markdown"}.get(notes, rng.choice(["bare", "dot", "half"])),
        again=rng.choice(["id", "ibid", "supra", "short", "short", "full"]),
        para=rng.choice(["para.", "para.", "para.", "paragraph", "¶"]),
        link=rng.choice(["", "", "https://undocs.org/en/{}", "https://docs.un.org/en/{}"]),
        day_first=rng.random() < 0.6,
        marks=rng.choice([("“", "”"), ("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’")]),
        omission=rng.choice(["…", "[…]", "...", ". . .", "[...]"]),
        before_stop=rng.random() < 0.15,
        dated=rng.random() < 0.7,
    )


@dataclass
class Draft:
    """Paragraphs and their references; `text` prints them in the writer's style."""

    style: Style
    paragraphs: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def note(self, *references: Reference) -> str:
        """A token for a note with these references, to be put where its marker stands."""
        self.references.append(references[0] if len(references) == 1 else _joined(references, self.style))
        return f"{OPEN}{len(self.references) - 1}{SHUT}"

    def text(self) -> str:
        """The letter as a text file."""
        order: list[int] = []
        body = "\n\n".join(self.paragraphs)
        if self.style.notes == "running":
            return _tidy(_TOKEN.sub(lambda m: f" ({self._short(self.references[int(m[1])])})", _inside(body)))
        if self.style.before_stop:
            body = re.sub(f"([.;,])({_TOKEN.pattern})", r"\2\1", body)

        def marker(match: re.Match[str]) -> str:
            order.append(int(match[1]))
            return self._marker(len(order))

        body = _TOKEN.sub(marker, body)
        notes = self._notes([self.references[at] for at in order])
        return _tidy(f"{body}\n\n{notes}\n") if notes else _tidy(body + "\n")

    def _marker(self, number: int) -> str:
        return {
            "glued": str(number),
            "raised": str(number).translate(_RAISED),
            "square": f"[{number}]",
            "markdown": f"[^{number}]",
        }[self.style.notes]

    def _notes(self, cited: list[Reference]) -> str:
        if not cited:
            return ""
        lines = [self._line(number, cited) for number in range(1, len(cited) + 1)]
        if self.style.block == "markdown":
            return "\n".join(lines)
        heading = "______________________" if self.style.block in {"bare", "half"} else "Notes"
        return heading + "\n\n" + "\n\n".join(lines)

    def _line(self, number: int, cited: list[Reference]) -> str:
        one = cited[number - 1]
        words = self._cited(number, cited)
        stop = "" if words.endswith(".") or "http" in words.split()[-1] else "."
        form = {"square": "[{}] ", "markdown": "[^{}]: ", "bare": "{} ", "dot": "{}. ", "half": "{}) "}
        del one
        return form[self.style.block].format(number) + words + stop

    def _cited(self, number: int, cited: list[Reference]) -> str:
        one = cited[number - 1]
        if one.other:
            return one.other
        earlier = [at for at, past in enumerate(cited[: number - 1], 1) if past.symbol == one.symbol]
        places = self._places(one)
        if earlier:
            just_before = earlier[-1] == number - 1 and not cited[number - 2].other
            if self.style.again in {"id", "ibid"} and just_before:
                word = "Id." if self.style.again == "id" else "Ibid."
                return f"{word}, {places}" if places else word
            if self.style.again == "supra":
                return f"{one.symbol}, supra note {earlier[0]}" + (f", {places}" if places else "")
            if self.style.again != "full":
                return f"{one.symbol}, {places}" if places else one.symbol
        dated = f" ({one.date})" if one.date and self.style.dated else ""
        parts = [f"{one.title}, {one.symbol}{dated}" if one.title else f"{one.symbol}{dated}", places]
        if self.style.link:
            parts.append(self.style.link.format(one.symbol))
        return ", ".join(filter(None, parts))

    def _places(self, one: Reference) -> str:
        return places_of(one.places, self.style.para)

    def _short(self, one: Reference) -> str:
        return one.other or ", ".join(filter(None, (one.symbol, self._places(one))))


def places_of(places: tuple[str, ...], word: str) -> str:
    """Paragraphs as a note prints them: "para. 5", "paras. 5 and 7", "¶ 5"."""
    if not places:
        return ""
    if len(places) > 1:
        word = {"para.": "paras.", "paragraph": "paragraphs", "¶": "¶¶"}[word]
    return f"{word} {' and '.join(filter(None, (', '.join(places[:-1]), places[-1])))}"


def _joined(references: tuple[Reference, ...], style: Style) -> Reference:
    """Several sources in one note, each in full."""
    parts = [
        one.other or ", ".join(filter(None, (one.title, one.symbol, places_of(one.places, style.para))))
        for one in references
    ]
    return Reference(other="; ".join(parts))


def _inside(body: str) -> str:
    """Tokens moved ahead of the stop before them: "… refugees (A/HRC/25/5, para. 5)." """
    return re.sub(f"([.;,])({_TOKEN.pattern})", r"\2\1", body)


def _tidy(text: str) -> str:
    return re.sub(r"[ \t]+\n", "\n", text).replace("..", ".") if "..." not in text else text
