"""Faults in quotations: words changed, dropped, added; marks; where the words are said to stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.planted.kinds import kind
from benchmarks.planted.matter import IMPERATIVES, LITTLE_WORDS
from benchmarks.planted.right import Edit, Right, any_of

from onrecord.citations.model import Quotation

_OTHERS = {
    "all": "some", "rights": "duties", "national": "local", "women": "men", "children": "adults", "law": "custom",
    "laws": "customs", "international": "regional", "measures": "studies", "protection": "control",
    "strengthen": "weaken", "ensure": "discuss", "continue": "resume", "prevent": "permit", "protect": "watch",
    "with": "without", "against": "towards", "public": "private", "death": "prison", "human": "civil",
    "death penalty": "life sentence", "education": "training", "freedom": "regulation", "efforts": "plans",
    "implementation": "discussion", "promotion": "study", "violence": "insults", "including": "excluding",
    "access": "entry", "discrimination": "distinction", "effective": "possible", "legislation": "policy",
}  # fmt: skip


def _long(right: Right, rng: Random) -> Iterator[Quotation]:
    for q in any_of(rng, right.held):
        if len(q.text.split()) >= 6:
            yield q


@kind("altered_quotation", "quotation_not_found", "quotation_elsewhere")
def changed_word(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """One word of a quotation replaced by another that means something else."""
    for q in _long(right, rng):
        for word in any_of(rng, right.words_of(q)):
            other = _OTHERS.get(word[0].lower())
            if other:
                yield (Edit(word.start(), word.end(), other),)


@kind("altered_quotation", "quotation_not_found", "quotation_elsewhere")
def dropped_not(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A "not" or "no" of the source left out; where it has none, one put in."""
    for q in _long(right, rng):
        for word in right.words_of(q):
            if word[0] in {"not", "no", "never"}:
                yield (Edit(word.start(), word.end() + 1, ""),)
    for q in _long(right, rng):
        for word in right.words_of(q):
            if word[0] in {"is", "are", "was", "were", "be", "had", "should", "would", "to"}:
                yield (Edit(word.end(), word.end(), " not"),)


@kind("altered_quotation", "quotation_not_found", "quotation_elsewhere")
def changed_number(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A figure in a quotation, or a number in words, changed."""
    words = {
        "two": "three",
        "three": "two",
        "one": "two",
        "first": "second",
        "second": "third",
        "four": "five",
    }
    for q in _long(right, rng):
        for found in re.finditer(r"\b\d+\b", right.text[q.span.start : q.span.end]):
            at = q.span.start + found.start()
            yield (Edit(at, at + len(found[0]), str(int(found[0]) + 1)),)
        for word in right.words_of(q):
            if word[0] in words:
                yield (Edit(word.start(), word.end(), words[word[0]]),)


@kind("altered_quotation", "quotation_not_found", "quotation_elsewhere")
def stray_ellipsis(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Words dropped from a quotation without a mark of omission."""
    for q in _long(right, rng):
        words = list(right.words_of(q))
        if len(words) > 8:
            at = rng.randrange(2, len(words) - 5)
            start, end = words[at].start(), words[at + rng.randint(1, 3)].start()
            if (
                "[" not in right.text[start:end]
                and "…" not in right.text[start:end]
                and "." not in right.text[start:end]
            ):
                yield (Edit(start, end, ""),)


@kind("altered_quotation", "quotation_not_found", "quotation_elsewhere")
def inserted_word(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A word put into a quotation without brackets."""
    for q in _long(right, rng):
        words = list(right.words_of(q))
        if len(words) > 3:
            word = words[rng.randrange(1, len(words) - 1)]
            added = rng.choice(["immediately ", "fully ", "formally ", "urgent ", "all "])
            if not right.text[word.start() : word.end()].lower().startswith(added.strip()):
                yield (Edit(word.start(), word.start(), added),)


@kind("altered_quotation", "quotation_not_found")
def unmarked_change(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The brackets of an editor's change taken away."""
    for q in any_of(rng, right.held):
        for found in re.finditer(r"\[([^\]\W]\w[^\]]*)\]", right.text[q.span.start : q.span.end]):
            at = q.span.start + found.start()
            yield (Edit(at, at + len(found[0]), found[1]),)


@kind("altered_quotation", "quotation_not_found")
def omission_unmarked(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The mark of an omission taken away."""
    for q in any_of(rng, right.held):
        for found in re.finditer(r"(?:\[?…\]?|\[?\.\s?\.\s?\.\]?) ", right.text[q.span.start : q.span.end]):
            at = q.span.start + found.start()
            yield (Edit(at, at + len(found[0]), ""),)


@kind("altered_quotation")
def capitalisation(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A word of a quotation given a capital that the source does not have."""
    for q in _long(right, rng):
        words = [w for w in right.words_of(q) if w[0][0].islower() and len(w[0]) > 4]
        for word in any_of(rng, words[1:]):
            yield (Edit(word.start(), word.start() + 1, word[0][0].upper()),)


@kind("altered_quotation", "quotation_not_found", "quotation_elsewhere")
def misspelt_in_quotation(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Two letters of a quoted word exchanged."""
    for q in _long(right, rng):
        for word in any_of(rng, (w for w in right.words_of(q) if len(w[0]) > 6)):
            at = word.start() + rng.randint(2, 3)
            pair = right.text[at : at + 2]
            if pair[0] != pair[1] and pair.isalpha():
                yield (Edit(at, at + 2, pair[::-1]),)


@kind("altered_quotation", "quotation_not_found", "quotation_elsewhere")
def words_exchanged(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Two words of a quotation in each other's place."""
    for q in _long(right, rng):
        words = [w for w in right.words_of(q) if w[0].lower() not in LITTLE_WORDS]
        if len(words) >= 4:
            one, two = sorted(rng.sample(words, 2), key=lambda w: w.start())
            if one[0].lower() != two[0].lower():
                yield Edit(one.start(), one.end(), two[0]), Edit(two.start(), two.end(), one[0])


@kind("quotation_elsewhere", "quotation_not_found", "paragraph_not_in_document", "wrong_recommending_state")
def neighbour_paragraph(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The paragraph before or after the right one."""
    for q in _long(right, rng):
        span = right.pinpoint_span(right.citation_of(q))
        if span is None:
            continue
        number = right.text[span.start : span.end]
        head, _, last = number.rpartition(".")
        if not last.isdigit():
            continue
        other = str(int(last) + rng.choice([-1, 1]) or 2)
        moved = f"{head}.{other}" if head else other
        found = right.record.paragraph(right.citation_of(q).symbol, moved)
        if found is not None and q.text.lower()[-30:] not in found.text.lower():
            yield (Edit(span.start, span.end, moved),)


@kind("paragraph_not_in_document", "quotation_elsewhere")
def paragraph_beyond_end(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A paragraph that the document does not have."""
    for citation in any_of(rng, right.check.citations):
        span = right.pinpoint_span(citation) if citation.status == "resolved" else None
        if span is not None and right.record.document(citation.symbol):
            yield (Edit(span.start, span.end, str(rng.randint(400, 900))),)


@kind(
    "quotation_elsewhere",
    "quotation_not_found",
    "wrong_recommending_state",
    "wrong_review",
    "paragraph_not_in_document",
)
def swapped_numbers(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The paragraphs of two citations of one document exchanged."""
    known = [(q, right.citation_of(q)) for q in _long(right, rng)]
    for one, first in known:
        for two, second in known:
            a, b = right.pinpoint_span(first), right.pinpoint_span(second)
            if a and b and a != b and first.symbol == second.symbol and first.pinpoints != second.pinpoints:
                del one, two
                yield (
                    Edit(*a, right.text[b.start : b.end]),
                    Edit(*b, right.text[a.start : a.end]),
                )  # fmt: skip
                return


@kind("quotation_elsewhere", "quotation_not_found", "altered_quotation")
def from_another_document(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A quotation replaced by words of another document on the record."""
    for q in _long(right, rng):
        cited = right.citation_of(q).symbol
        others = [
            d.symbol for d in right.record.documents() if d.symbol.startswith("A/HRC/") and d.symbol != cited
        ]
        if not others:
            return
        for entry in any_of(rng, right.record.entries(symbol=rng.choice(others), kind="recommendation"))[:4]:
            words = re.sub(r"\s*\([^()]*\)\W*$", "", entry.text)
            first = words.split()[0] if words else ""
            if (
                10 < len(words.split()) < 40
                and first.lower() in IMPERATIVES
                and not re.search(r"[“”\"\[\]‘’«»()]", words)
            ):
                yield (Edit(q.span.start, q.span.end, words[0].lower() + words[1:]),)


@kind("unbalanced_marks", "altered_quotation", "quotation_not_found")
def unbalanced_marks(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The closing mark of a quotation left out."""
    for q in any_of(rng, right.held):
        if right.text[q.span.end : q.span.end + 1] in {"”", '"', "»"}:
            yield (Edit(q.span.end, q.span.end + 1, ""),)


@kind("quotation_without_citation", "numbering_out_of_order", "note_without_marker", "missing_note")
def quotation_without_citation(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The marker of a quotation and its note taken away, or the source in brackets after it."""
    for q in _long(right, rng):
        citation = right.citation_of(q)
        if citation.note is None:
            if (
                right.text[citation.span.start - 1 : citation.span.start] == "("
                and citation.span.start > q.span.end
            ):
                end = right.text.find(")", citation.span.end)
                yield (Edit(citation.span.start - 2, end + 1, ""),)
            continue
        last = right.letter.notes[-1]
        if citation.note != last.number:
            continue
        marker = next(m for m in right.letter.markers if m.number == citation.note)
        span, line = right.marker_with_spaces(marker), right.note_line(last)
        yield Edit(*span, ""), Edit(line.start, line.end, "")
