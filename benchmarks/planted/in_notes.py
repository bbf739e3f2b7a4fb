"""Faults in notes, markers, references and links."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from random import Random

from benchmarks.planted.kinds import kind
from benchmarks.planted.right import Edit, Right, any_of

from onrecord.citations.model import Span

_LINK = re.compile(r"https?://[^\s)>\]]+")


@kind("missing_note", "quotation_without_citation")
def missing_note(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A note left out whose marker stands."""
    for note in any_of(rng, right.letter.notes):
        if right.sole(note):
            line = right.note_line(note)
            yield (Edit(line.start, line.end, ""),)


@kind("empty_note")
def empty_note(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A note with its number and no words."""
    for note in any_of(rng, right.letter.notes):
        if right.sole(note) and note.span.end > note.span.start:
            yield (Edit(note.span.start, note.span.end, ""),)


@kind("numbering_out_of_order", "quotation_elsewhere", "quotation_without_citation", "quotation_not_found",
      "wrong_recommending_state", "missing_note", "note_without_marker", "unclear_antecedent")  # fmt: skip
def moved_marker(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A marker moved behind the next one."""
    markers = right.letter.markers
    for one, two in any_of(rng, itertools.pairwise(markers)):
        a, b = right.marker_with_spaces(one), right.marker_with_spaces(two)
        if one.number != two.number and b.start - a.end > 10:
            yield (
                Edit(*a, ""),
                Edit(b.end, b.end, " " + right.text[a.start : a.end])
                if "[" not in right.text[a.start : a.end]
                else Edit(b.end, b.end, right.text[a.start : a.end]),
            )


@kind("numbering_out_of_order", "quotation_elsewhere", "note_without_marker", "quotation_not_found", "missing_note",
      "wrong_recommending_state")  # fmt: skip
def markers_exchanged(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Two markers in each other's place."""
    markers = right.letter.markers
    for one, two in any_of(rng, itertools.pairwise(markers)):
        if one.number != two.number:
            yield Edit(*one.span, right.text[slice(*two.span)]), Edit(*two.span, right.text[slice(*one.span)])


@kind("numbering_out_of_order", "note_without_marker", "quotation_elsewhere", "duplicate_marker", "quotation_not_found",
      "wrong_recommending_state")  # fmt: skip
def duplicated_marker(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A marker printed with the number of the one before it."""
    markers = right.letter.markers
    for one, two in any_of(rng, itertools.pairwise(markers)):
        if one.number != two.number and sum(m.number == two.number for m in markers) == 1:
            yield (Edit(*two.span, right.text[slice(*one.span)]),)


@kind("duplicate_note", "missing_note", "numbering_out_of_order")
def duplicate_note(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A note that bears the number of the one before it."""
    notes = right.letter.notes
    for one, two in any_of(rng, itertools.pairwise(notes)):
        line = right.note_line(two)
        head = right.text[line.start : two.span.start]
        if two.number in head:
            yield (Edit(line.start, two.span.start, head.replace(two.number, one.number, 1)),)


@kind("quotation_elsewhere", "wrong_recommending_state", "unclear_antecedent", "wrong_review", "wrong_kind",
      "quotation_without_citation", "quotation_not_found", "document_of_other_state")  # fmt: skip
def note_order_swapped(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The words of two notes exchanged."""
    notes = right.letter.notes
    quoted = {right.citation_of(q).note for q in right.held}
    for one, two in any_of(rng, itertools.pairwise(notes)):
        a, b = right.text[slice(*one.span)], right.text[slice(*two.span)]
        if a != b and one.number in quoted and not re.match(r"(?:Id|Ibid)\.?,", b):
            yield Edit(*one.span, b), Edit(*two.span, a)


@kind("note_without_marker", "numbering_out_of_order", "quotation_without_citation")
def marker_left_out(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A marker left out whose note stands."""
    for marker in any_of(rng, right.letter.markers):
        if sum(m.number == marker.number for m in right.letter.markers) == 1:
            yield (Edit(*right.marker_with_spaces(marker), ""),)


@kind("malformed_symbol")
def malformed_symbol(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A slash of a symbol left out, or doubled."""
    for citation in any_of(rng, right.check.citations):
        symbol = citation.symbol
        at = right.text.find(symbol, *citation.span) if symbol else -1
        if at >= 0:
            wrong = rng.choice([
                symbol.replace("A/HRC/", "A/HRC", 1), symbol.replace("A/HRC/", "A/HRC//", 1),
                symbol.replace("A/HRC/", "AHRC/", 1), symbol.replace("A/HRC/", "A/HRC.", 1),
                symbol.replace("/HRC/", "/HCR/", 1),
            ])  # fmt: skip
            yield (Edit(at, at + len(symbol), wrong),)


@kind("document_date", "impossible_date")
def wrong_document_date(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Another year, month or day for a document."""
    for citation in any_of(rng, right.check.citations):
        if citation.status != "resolved" or len(citation.stated_date) != 10:
            continue
        for found in re.finditer(r"\b(?:19|20)\d\d\b", right.text[slice(*citation.span)]):
            at = citation.span.start + found.start()
            if right.text[at - 1] == " ":
                yield (Edit(at, at + 4, str(int(found[0]) + rng.choice([-1, 1]))),)


@kind("impossible_date")
def impossible_date(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A day that no calendar has."""
    day = re.compile(
        r"\b(\d{1,2}) (February|April|June|September|November)\b|\b(February|April|June|September|November) (\d{1,2})(?=,)"
    )
    for found in any_of(rng, day.finditer(right.text)):
        group = 1 if found[1] else 4
        yield (Edit(*found.span(group), "31"),)
    for found in any_of(
        rng, re.finditer(r"\b(\d{1,2}) (January|March|May|July|August|October|December) \d{4}", right.text)
    ):
        yield (Edit(*found.span(1), "32"),)
    for found in any_of(
        rng,
        re.finditer(r"\b(?:January|March|May|July|August|October|December) (\d{1,2})(?=, \d{4})", right.text),
    ):
        yield (Edit(*found.span(1), "32"),)


@kind("unclear_antecedent")
def id_made_ambiguous(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A second source put into the note before an "Id."."""
    notes = right.letter.notes
    for one, two in any_of(rng, itertools.pairwise(notes)):
        if re.match(r"(?:Id|Ibid)\b", right.text[slice(*two.span)]):
            end = one.span.end - (right.text[one.span.end - 1] == ".")
            yield (
                Edit(
                    end, end, "; Committee against Torture, concluding observations, CAT/C/CHN/CO/5, para. 12"
                ),
            )


@kind("unclear_antecedent")
def supra_astray(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A "supra note" with the number of a note that the letter does not have."""
    for found in any_of(rng, re.finditer(r"supra note (\d+)", right.text)):
        yield (Edit(*found.span(1), str(len(right.letter.notes) + 14)),)


@kind("malformed_link")
def malformed_link(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A link that no browser opens."""
    for found in any_of(rng, _LINK.finditer(right.text)):
        start = found.start()
        wrong = rng.choice(
            [
                ("https://", "https//"),
                ("https://", "htps://"),
                ("https://", "https://https://"),
                ("https://", "https:/"),
            ]
        )
        if right.text.startswith(wrong[0], start):
            yield (Edit(start, start + len(wrong[0]), wrong[1]),)


@kind("link_of_other_document", "link_host")
def link_of_other_document(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A link to another United Nations document than the note cites."""
    for found in any_of(rng, re.finditer(r"https://[\w.]+/en/(A/HRC/(\d+)/(\d+))(?![\w/])", right.text)):
        yield (Edit(*found.span(3), str(int(found[3]) + 1)),)


@kind("link_host")
def link_host(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A link to the site of a publisher other than the one named."""
    for found in any_of(rng, re.finditer(r"https://www\.\w+\.example/", right.text)):
        yield (Edit(*found.span(), "https://www.hrw.org/"),)


@kind("url_date")
def url_date(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The day of a source that its link gives otherwise."""
    for found in any_of(
        rng,
        re.finditer(r"\b(\d{1,2}) (?:[A-Z]\w+) (\d{4})\), (https://www\.\w+\.example/\d{4}/)", right.text),
    ):
        day = int(found[1])
        other = day + 9 if day < 15 else day - 9
        yield (Edit(found.end(3), found.end(3), f"{rng.randint(1, 12):02}/{other:02}/"),)


@kind("document_of_other_state")
def title_of_other_state(right: Right, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The title of a report with another State in it."""
    for citation in any_of(rng, right.check.citations):
        if citation.status != "resolved" or "Report of the Working Group" not in citation.stated_title:
            continue
        start = right.text.rfind(
            "Report of the Working Group", max(0, citation.span.start - 160), citation.span.end
        )
        for state in right.states_in(Span(start, citation.span.end)):
            if start >= 0:
                yield (
                    Edit(
                        state.start,
                        state.end,
                        rng.choice([n for n in ("Chad", "Peru", "Fiji", "Kenya") if n != state.state.name]),
                    ),
                )
