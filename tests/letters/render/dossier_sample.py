"""A small letter, checked by hand: every verdict, status, severity and position once."""

# ruff: noqa: E501 - a row of the sample stands on one line

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import typst

from onrecord.analysis.model import Hit, ReviewTrace, Trace
from onrecord.citations.model import Change, Citation, Place, Quotation, Span
from onrecord.documents.model import Box, Document, LineSpan, Note, Paragraph
from onrecord.letters.model import Ask, Check, Evidence, Finding, Letter, LetterNote, Marker
from onrecord.mechanisms.model import Entry, PositionAt, ReviewFacts
from onrecord.record.model import StoredDocument

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)> "#eval("1+1") $x$ *b* `c` \u202egnp.exe\u202c \x00\x07 \ufffe end'
SYMBOL = "A/HRC/90/7"
ABSENT = "A/HRC/90/CRP.2"
LETTER = """Open letter to the Minister

5 May 2031

Dear Minister,

Norway recommended that the State “respect the principle of non-refoulement in all cases”.1 It also \
“looked forward to further explanations” and asked it to “[p]ublish the figures”.2 A commission found \
that returns “shock the conscience of mankind”.3 Peru said “never heard words”, and “the doors stay open”.4

서울의 외교부 장관께: 강제송환금지 원칙을 존중해 주십시오.

  1. Does the State abide by the principle of non-refoulement?

Sincerely,

Coalition of Invented Organisations

_____________

1 Report of the Working Group: Ruritania, A/HRC/90/7, para. 28 (g), https://undocs.org/A/HRC/90/7

2 Id., paras. 30 and 186.4.

3 A/HRC/90/CRP.2, para. 12.

4 Somewhere in the press, 3 May 2031.
"""
TEXTS = {
    "28": "Norway welcomed the reforms. Norway recommended that Ruritania (f) ratify the Optional Protocol; and "
    "(g) respect fully the principle of non-refoulement in every case.",
    "30": "Peru looked forward to further explanations on the matter. It said that the doors stay open.",
    "112": "The delegation stated that Ruritania followed the principle of non-refoulement.",
    "117": "The recommendations in paragraphs 28 (g) and 30 did not enjoy the support of Ruritania.",
}


@dataclass
class FakeRecord:
    """Answers from memory what a record answers from its database."""

    held: dict[str, Document] = field(default_factory=dict)
    stored: list[StoredDocument] = field(default_factory=list)
    acts: list[Entry] = field(default_factory=list)

    def documents(self) -> Sequence[StoredDocument]:
        return self.stored

    def document(self, symbol: str) -> Document | None:
        return self.held.get(symbol)

    def paragraph(self, symbol: str, pinpoint: str) -> Paragraph | None:
        found = self.held.get(symbol)
        return found.paragraph(pinpoint) if found else None

    def notes(self, symbol: str, pinpoint: str) -> Sequence[Note]:
        found = self.held.get(symbol)
        return found.notes_of(pinpoint) if found else ()

    def entries(
        self,
        *,
        symbol: str | None = None,
        to: str | None = None,
        by: str | None = None,
        kind: str | None = None,
        cycle: int | None = None,
    ) -> Sequence[Entry]:
        return [e for e in self.acts if symbol in (None, e.symbol) and kind in (None, e.kind)]

    def reviews(self, state: str | None = None) -> Sequence[ReviewFacts]:
        return ()

    def paragraphs_with(self, words: str) -> Iterator[tuple[str, Paragraph]]:
        return iter(())


def sample_record(folder: Path) -> FakeRecord:
    """A record with one document of one page, whose original lies in `folder`."""
    original = folder / "original.pdf"
    rows = "\n".join(
        f"#place(top + left, dy: {i * 60}pt)[{n}. {text}]" for i, (n, text) in enumerate(TEXTS.items())
    )
    page = f"#set page(width: 595pt, height: 842pt, margin: 90pt)\n#set text(size: 10pt)\n{rows}"
    original.write_bytes(typst.compile(page.encode(), ignore_system_fonts=True))
    paragraphs = tuple(
        Paragraph(number=n, text=text, page=1, heading="Dialogue", lines=_lines(text, 842 - 90 - i * 60))
        for i, (n, text) in enumerate(TEXTS.items())
    )
    recommendation = Paragraph(number="186.4", parent="186", text="Publish the figures (Peru);", page=1)
    note = Note(mark="***", text="Albania, Peru and Chad.", page=1, called_at="28")
    document = Document(
        name="original.pdf",
        sha256=hashlib.sha256(original.read_bytes()).hexdigest(),
        format="pdf",
        pages=1,
        paragraphs=(*paragraphs, recommendation),
        notes=(note,),
        symbol=SYMBOL,
        title="Report of the Working Group: Ruritania",
        date="2030-12-04",
    )
    stored = StoredDocument(
        symbol=SYMBOL, name=document.name, sha256=document.sha256, kind="upr_report", title=document.title,
        date=document.date, reissued=True, language="en", pages=1, added="2031-01-01T00:00:00Z", original=original,
    )  # fmt: skip
    return FakeRecord({SYMBOL: document}, [stored], [*sample_entries()])


def _lines(text: str, top: float) -> tuple[LineSpan, ...]:
    half = len(text) // 2
    return (
        LineSpan(0, Box(1, 90, top - 12, 505, top + 2)),
        LineSpan(half, Box(1, 90, top - 25, 505, top - 12)),
    )


def sample_entries() -> tuple[Entry, ...]:
    """Acts of every kind, with every position."""
    base = Entry(
        kind="recommendation", symbol=SYMBOL, section="dialogue", paragraph="28", number="(g)", page=1,
        text="respect fully the principle of non-refoulement in every case", by=("NOR",), by_as_printed=("Norway",),
        to="CHN", cycle=2, date="2030-10-22", position="noted", position_as_written="did not enjoy the support",
        position_at=PositionAt(SYMBOL, "117"),
    )  # fmt: skip
    return (
        base,
        replace(base, number="(f)", text="ratify the Optional Protocol", position="supported"),
        replace(base, paragraph="186", number="186.4", text="Publish the figures", by=("PER",), position="pending"),
        replace(
            base, kind="statement", paragraph="30", number=None, by=("PER",), text=TEXTS["30"], position=None,
            position_at=None, position_as_written="",
        ),
        replace(
            base, kind="reply", paragraph="112", number=None, by=(), by_as_printed=(), text=TEXTS["112"], position=None,
            position_at=None, position_as_written="",
        ),
        replace(
            base, kind="not_heard", number=None, note="***", by=("TCD",), by_as_printed=("Chad",), text="Chad",
            position=None, position_at=None, position_as_written="",
        ),
    )  # fmt: skip


def span_of(text: str, words: str) -> Span:
    """Where words stand in a text, for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def sample_letter(text: str = LETTER) -> Letter:
    """The letter as a reader would give it."""
    notes_from = text.index("_____________")
    paragraphs = []
    at = 0
    for part in text[:notes_from].split("\n\n"):
        if part.strip():
            paragraphs.append(Span(at, at + len(part)))
        at += len(part) + 2
    markers = []
    for number, before in (("1", "cases”."), ("2", "figures”."), ("3", "mankind”."), ("4", "open”.")):
        start = span_of(text, before + number).end - 1
        markers.append(Marker(number, Span(start, start + 1)))
    notes = []
    for number in "1234":
        start = text.index(f"\n{number} ", notes_from) + 3
        notes.append(LetterNote(number, Span(start, text.index("\n", start))))
    ask = Ask("Q1", "question", span_of(text, "1. Does the State abide by the principle of non-refoulement?"))
    return Letter(
        "open-letter.txt",
        text,
        Span(0, notes_from),
        tuple(paragraphs),
        tuple(markers),
        tuple(notes),
        (ask,),
        "2031-05-05",
    )


def sample_check() -> Check:
    """The letter with its citations, quotations and findings."""
    t = LETTER
    citations = (
        Citation(span_of(t, "A/HRC/90/7, para. 28 (g)"), "A/HRC/90/7, para. 28 (g)", "full", "1", SYMBOL, ("28 (g)",), "resolved"),
        Citation(span_of(t, "Id., paras. 30 and 186.4"), "Id., paras. 30 and 186.4", "id", "2", SYMBOL, ("30", "186.4"), "resolved", antecedent=0),
        Citation(span_of(t, "A/HRC/90/CRP.2, para. 12"), "A/HRC/90/CRP.2, para. 12", "full", "3", ABSENT, ("12",), "not_on_record"),
        Citation(span_of(t, "Somewhere in the press"), "Somewhere in the press", "other", "4", reason="no UN document"),
    )  # fmt: skip
    place = Place(SYMBOL, "28", 1, "respect fully the principle of non-refoulement in every case")
    quotations = (
        _quotation(
            "respect the principle of non-refoulement in all cases", "altered", 0, place,
            (Change("omission", "", "fully", marked=False), Change("replacement", "all cases", "every case", marked=False)),
        ),
        _quotation("looked forward to further explanations", "verbatim", 1, Place(SYMBOL, "30", 1, "looked forward to further explanations")),
        _quotation("[p]ublish the figures", "verbatim_with_marked_changes", 1, Place(SYMBOL, "186.4", 1, "Publish the figures"), (Change("replacement", "[p]ublish", "Publish", marked=True),)),
        _quotation("shock the conscience of mankind", "cannot_check", 2, reason=f"{ABSENT} is not on the record"),
        _quotation("never heard words", "not_found", 3),
        replace(_quotation("the doors stay open", "elsewhere", 1, Place(SYMBOL, "30", 1, "the doors stay open")), cited_at=Place(SYMBOL, "28", 1)),
    )  # fmt: skip
    findings = (
        _finding("notice", "position_missing", "28 (g)", "The recommendation is given without its outcome."),
        _finding(
            "error", "altered_quotation", "respect the principle of non-refoulement in all cases",
            "The quotation has other words than A/HRC/90/7, para. 28 (g).",
            (Evidence("The record has", place), Evidence("The letter says so again", span=span_of(t, "Dear Minister"))),
            "Quote the record: “respect fully the principle of non-refoulement in every case”.",
        ),
        _finding("warning", "pinpoint", "Id., paras. 30", "The note cites two paragraphs for one quotation."),
    )  # fmt: skip
    return Check(sample_letter(), citations, quotations, findings, (SYMBOL,))


def _quotation(
    words: str,
    verdict: str,
    cited: int,
    at: Place | None = None,
    changes: tuple[Change, ...] = (),
    reason: str = "",
) -> Quotation:
    return Quotation(span_of(LETTER, words), words, verdict, cited, at, at, changes, reason)


def _finding(
    severity: str,
    rule: str,
    words: str,
    message: str,
    evidence: tuple[Evidence, ...] = (),
    suggestion: str = "",
) -> Finding:
    span = span_of(LETTER, words)
    return Finding(rule, severity, span, LETTER.count("\n", 0, span.start) + 1, message, evidence, suggestion)


def sample_trace() -> Trace:
    """Two reviews: one with acts, an answer and silence, and one of which nothing is on record."""
    acts = sample_entries()
    first = ReviewFacts(SYMBOL, "CHN", 17, 2, "2030-10-22", "2030-10-25", "2030-12-04")
    second = ReviewFacts("A/HRC/99/3", "CHN", 31, 3, "2035-11-06", "", "")
    heard = ReviewTrace(
        first,
        raised=(_hit(acts[0], "non-refoulement"), _hit(acts[3], "doors")),
        answers=(_hit(acts[4], "non-refoulement"),),
        not_heard=(acts[5],),
        silent=("DEU", "SWE"),
        questions_from=("NLD", "NOR"),
        unread=("The questions in advance stand in another document, which is not on the record.",),
    )
    silent = ReviewTrace(second, (), (), (), ("NOR", "PER"), ())
    return Trace("CHN", "non-refoulement", "refoul* or “asylum seekers”", (heard, silent))


def _hit(entry: Entry, word: str) -> Hit:
    return Hit(entry, (word,), (span_of(entry.text, word),))


def hostile_check() -> Check:
    """The sample with hostile words wherever words of others can stand."""
    check = sample_check()
    long = "x" * 3000
    return replace(
        check,
        letter=replace(
            check.letter,
            name=f"../../{HOSTILE}.txt",
            text=LETTER.replace("Dear Minister,", "<b>&amp;\u202e,"),
        ),
        quotations=tuple(replace(q, reason=HOSTILE) for q in check.quotations),
        findings=tuple(
            replace(f, message=HOSTILE + long, suggestion=HOSTILE, rule=HOSTILE) for f in check.findings
        ),
        citations=tuple(replace(c, reason=HOSTILE) for c in check.citations),
    )
