"""The letter as a dossier shows it: every paragraph and note, marked, with its sources beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.citations.model import Citation, Quotation, Span
from onrecord.letters.model import Check, Finding
from onrecord.letters.render.marked import Mark, cut, difference, find_words, highlighted
from onrecord.letters.render.sheet import Aside, Block, Link, Run, Runs, Tag
from onrecord.letters.render.shelf import Shelf
from onrecord.letters.render.words import (
    SEVERITIES,
    citation_tone,
    para,
    severity_tone,
    verdict_tone,
    where,
)

LONGEST_UNDERLINE = 600
LONGEST_WORDS = 700
LONG_LINE = 50  # a line at least this long goes on in the next: the break is the file's, not the writer's
NUMBER_OR_RULE = re.compile(r"^[\s_\-–—=*•·#\[\]^:.()\d]*$")
CLOSING = re.compile(r"[”\"’»][.,;:]?")
DIFFERS = ("altered", "verbatim_with_marked_changes", "elsewhere")


class LetterSheet:
    """Sets a checked letter. Anchors: c1, q1, f1 for citations, quotations, findings; n-… for notes."""

    def __init__(self, check: Check, shelf: Shelf) -> None:
        self._check = check
        self._letter = check.letter
        self._flowing = _flowing(check.letter.text)
        self._shelf = shelf
        self._noted = {note.number: f"n{i}" for i, note in enumerate(self._letter.notes, 1)}
        self._asides: list[tuple[Span, Aside]] = []
        self._marks = [*self._markers(), *self._findings()]
        for span, mark, asides in sorted(self._sourced(), key=lambda item: item[0]):
            self._marks.append(mark)
            self._asides += [(span, aside) for aside in asides]
        for i, piece in enumerate(evidence_spans(check), 1):
            self._marks.append(Mark(piece, anchor=f"e{i}"))
        text = self._letter.text
        after = Span(self._letter.body.end, len(text))
        self._body = list(_pieces(text, self._letter.body, self._letter.paragraphs))
        self._after = list(_pieces(text, after, tuple(note.span for note in self._letter.notes)))
        pieces = [*self._body, *self._after]
        self._marks = [_snapped(part, pieces) for mark in self._marks for part in _tag_behind(text, mark)]

    def body(self) -> tuple[Block, ...]:
        """Every paragraph before the notes, and whatever stands between them."""
        asks = {ask.span.start: ask.name for ask in self._letter.asks}
        blocks = []
        for i, span in enumerate(self._body, 1):
            name = next((asks[at] for at in asks if span.start <= at < span.end), "")
            blocks.append(self._block(f"l{i}", "paragraph", span, label=name))
        return tuple(blocks)

    def notes(self) -> tuple[Block, ...]:
        """Every note, with the way back to its marker, and whatever else follows the body."""
        text = self._letter.text
        known = {note.span: note for note in self._letter.notes}
        markers = {marker.number: f"m{i}" for i, marker in enumerate(self._letter.markers, 1)}
        blocks = []
        for i, span in enumerate(self._after, 1):
            note = known.get(span)
            if note:
                back = markers.get(note.number, "")
                anchor = self._noted[note.number]
                blocks.append(self._block(anchor, "note", span, label=note.number, back=back))
            elif not NUMBER_OR_RULE.match(text[span.start : span.end]):
                blocks.append(self._block(f"t{i}", "paragraph", span))
        return tuple(blocks)

    def _block(self, anchor: str, kind: str, span: Span, *, label: str = "", back: str = "") -> Block:
        beside = tuple(aside for at, aside in self._asides if span.start <= at.start < span.end)
        runs = tuple(as_note_calls(cut(self._flowing, span, self._marks)))
        language = "ko" if _is_korean(self._letter.text[span.start : span.end]) else ""
        return Block(anchor, kind, runs, label=label, back=back, asides=beside, language=language)

    def _markers(self) -> Iterator[Mark]:
        for i, marker in enumerate(self._letter.markers, 1):
            to = self._noted.get(marker.number, "")
            yield Mark(marker.span, "marker" if to else "marker-lost", anchor=f"m{i}", to=to)

    def _findings(self) -> Iterator[Mark]:
        for i, finding in enumerate(ranked(self._check.findings), 1):
            tone = severity_tone(finding.severity)
            tag = Tag(f"f-{tone.key}", tone.sign, f"F{i}", f"finding{i}", f"Finding {i}, {tone.word.lower()}")
            short = finding.span.end - finding.span.start <= LONGEST_UNDERLINE
            span = finding.span if short else Span(finding.span.start, finding.span.start)
            yield Mark(span, f"f-{tone.key}", anchor=f"f{i}", tags=(tag,))

    def _sourced(self) -> Iterator[tuple[Span, Mark, tuple[Aside, ...]]]:
        for i, quotation in enumerate(self._check.quotations, 1):
            yield (quotation.span, *self._quotation(i, quotation))
        covered = {q.cited for q in self._check.quotations if q.cited_at or q.at}
        for i, citation in enumerate(self._check.citations, 1):
            yield (citation.span, *self._citation(i, citation, beside=i - 1 not in covered))

    def _quotation(self, i: int, quotation: Quotation) -> tuple[Mark, tuple[Aside, ...]]:
        tone = verdict_tone(quotation.verdict)
        back = Link(f"q{i}", f"{self._letter.place_of(quotation.span.start)}: {short(quotation.text)}")
        cited = self._shelf.ask_place(quotation.cited_at, back)
        card = self._shelf.ask_place(quotation.at, back) or cited
        place = quotation.at or quotation.cited_at
        label = f"{tone.word}. {'Source ' + card[1:] if card else quotation.reason}"
        to = card or f"row-{tone.key}"
        tag = Tag(f"q-{tone.key}", tone.sign, card.upper(), to, label)
        page = self._shelf.page(place.symbol, place.page) if place else None
        aside = Aside(
            tone=tone,
            prefix="q-",
            mark=Link(back.to, short(quotation.text)),
            where=where(place.symbol, place.paragraph, page) if place else "",
            card=card,
            words=_very_words(quotation),
            difference=shown_difference(quotation),
            reason=self._reason(quotation),
        )
        return Mark(quotation.span, f"q-{tone.key}", anchor=f"q{i}", tags=(tag,)), (aside,)

    def _reason(self, quotation: Quotation) -> str:
        if quotation.verdict != "elsewhere" or not quotation.cited_at or not quotation.at:
            return quotation.reason
        cited = f"The letter cites {where(quotation.cited_at.symbol, quotation.cited_at.paragraph, None)}."
        return f"{cited} {quotation.reason}".strip()

    def _citation(self, i: int, citation: Citation, *, beside: bool) -> tuple[Mark, tuple[Aside, ...]]:
        tone = citation_tone(citation.status, citation.kind)
        back = Link(f"c{i}", f"{self._standing(citation)}: {short(citation.as_written)}")
        cards = self._cards(citation, back)
        tags = tuple(
            Tag(f"c-{tone.key}", tone.sign, card.upper(), card, f"{tone.word}. Source {card[1:]}")
            for _, card in cards
        )
        why = f"{tone.word}. {citation.reason or tone.meaning}"
        unmet = (Tag(f"c-{tone.key}", tone.sign, "", f"row-c-{tone.key}", why),)
        mark = Mark(citation.span, f"c-{tone.key}", anchor=f"c{i}", tags=tags or unmet)
        if not beside or citation.kind == "other":
            return mark, ()
        words = Link(back.to, short(citation.as_written))
        if not cards:
            place = ", ".join([citation.symbol, *map(para, citation.pinpoints)]).strip(", ")
            return mark, (Aside(tone, "c-", words, place, reason=citation.reason),)
        return mark, tuple(
            Aside(tone, "c-", words, where(citation.symbol, pinpoint, None), card=card)
            for pinpoint, card in cards
        )

    def _cards(self, citation: Citation, back: Link) -> list[tuple[str, str]]:
        """(pinpoint, card) for each place that the citation leads to; none where it leads to none."""
        if citation.status != "resolved":
            return []
        asked = [
            (point, self._shelf.ask(citation.symbol, point, used_by=back)) for point in citation.pinpoints
        ]
        return list({card: (point, card) for point, card in reversed(asked) if card}.values())[::-1]

    def _standing(self, citation: Citation) -> str:
        return f"note {citation.note}" if citation.note else self._letter.place_of(citation.span.start)


def ranked(findings: Sequence[Finding]) -> list[Finding]:
    """Findings in order of severity, and in the check's own order within one severity."""
    weight = list(SEVERITIES)
    return sorted(findings, key=lambda f: weight.index(severity_tone(f.severity).key))


def evidence_spans(check: Check) -> list[Span]:
    """The places in the letter that findings name as evidence, each once, in a fixed order."""
    return sorted({proof.span for finding in check.findings for proof in finding.evidence if proof.span})


def short(text: str, limit: int = 70) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit].rsplit(' ', 1)[0]} …"


def shown_difference(quotation: Quotation) -> Runs:
    """The difference between a quotation and its source, word by word; empty where there is none."""
    if quotation.verdict not in DIFFERS or not quotation.difference:
        return ()
    place = quotation.at or quotation.cited_at
    source = place.words if place else ""
    if source and len(source) <= len(quotation.text) * 2 + 80:
        return difference(quotation.text, source)
    runs: list[Run] = []
    for change in quotation.difference:
        runs += [Run(change.source, ("del",))] if change.source else []
        runs += [Run(change.quoted, ("ins",))] if change.quoted else []
        runs.append(Run(" … "))
    return tuple(runs)


def clipped(words: str, limit: int = LONGEST_WORDS) -> str:
    """The words, cut at a space after `limit` characters with an ellipsis in brackets to show it."""
    return words if len(words) <= limit else f"{words[:limit].rsplit(' ', 1)[0]} […]"


def _very_words(quotation: Quotation) -> Runs:
    place = quotation.at or quotation.cited_at
    if place is None or not place.words:
        return ()
    words = clipped(place.words)
    found = find_words(words, quotation.text) if len(words) > len(quotation.text) + 20 else None
    return highlighted(words, [found] if found else [])


def _pieces(text: str, within: Span, known: Sequence[Span]) -> Iterator[Span]:
    at = within.start
    for span in sorted(known):
        if span.start < at or span.end > within.end:
            continue
        yield from _trimmed(text, Span(at, span.start))
        yield span
        at = span.end
    yield from _trimmed(text, Span(at, within.end))


def _trimmed(text: str, gap: Span) -> Iterator[Span]:
    for found in re.finditer(r"\S(?:.*\S)?", text[gap.start : gap.end]):
        yield Span(gap.start + found.start(), gap.start + found.end())


def _tag_behind(text: str, mark: Mark) -> Iterator[Mark]:
    """A tag goes behind a closing quotation mark and the stop after it, not between."""
    closing = CLOSING.match(text, mark.span.end)
    if not mark.tags or closing is None:
        yield mark
        return
    yield mark._replace(tags=())
    yield Mark(Span(*closing.span()), tags=mark.tags)


def _is_korean(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum("가" <= character <= "힣" for character in letters) * 2 > len(letters)


def as_note_calls(runs: Runs) -> Iterator[Run]:
    """The runs, with the brackets of Markdown taken from the markers of notes: "[^3]" shows as "3"."""
    for run in runs:
        if {"marker", "marker-lost", "note-call"} & set(run.marks):
            yield replace(run, text=run.text.strip("[^]"))
        else:
            yield run


def _snapped(mark: Mark, pieces: Sequence[Span]) -> Mark:
    """The mark with its ends inside pieces that are shown, so that its anchor and tag are never lost."""
    if not pieces:
        return mark
    start, end = mark.span
    holder = next((piece for piece in pieces if start < piece.end), pieces[-1])
    start = min(max(start, holder.start), holder.end - 1)
    last = next((piece for piece in reversed(pieces) if end > piece.start), holder)
    return mark._replace(span=Span(start, max(start + 1, min(end, last.end))))


def _flowing(text: str) -> str:
    """The text with the file's own line breaks turned to spaces; every character keeps its offset."""
    return re.sub(rf"(?m)(^.{{{LONG_LINE},}})\n(?=\S)", r"\1 ", text)
