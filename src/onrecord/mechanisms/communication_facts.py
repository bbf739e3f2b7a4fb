"""What a letter of mandate holders says of itself: reference, date, mandates, signatories, persons, term."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.documents.model import Document
from onrecord.mechanisms import communication_patterns as patterns
from onrecord.mechanisms.model import Fact
from onrecord.un.bodies import find_bodies
from onrecord.un.dates import find_dates
from onrecord.un.states import State, find_state

DEADLINE_WORDS = {"sixty": "60", "forty-eight": "48"}


def reference_of(opening: str) -> str | None:
    """The letter's reference as canonically written ("AL CHN 8/2021"), or None where there is none.

    The reference line wins; else the first reference whose three letters are a State's code.
    """
    lines = [found["rest"] for found in patterns.REFERENCE_LINE.finditer(opening)]
    for words in (*lines, opening):
        for found in patterns.REFERENCE.finditer(words):
            if find_state(found["state"]) or found["state"] == "OTH":
                kind = f"{found['type']} " if found["type"] else ""
                return f"{kind}{found['state']} {int(found['number'])}/{found['year']}"
    return None


def facts_of(document: Document, opening: str) -> Iterator[Fact]:
    """The facts in a fixed order; those that recur are "reference", "mandate", "signatory" and "person"."""
    reference = reference_of(opening)
    if reference:
        yield Fact("reference", reference)
        named = patterns.REFERENCE.search(reference)
        if named:
            yield from _state_and_type(named["state"], named["type"] or "")
    if patterns.HONOUR.search(opening):
        whole = " ".join((*document.front, *(p.text for p in document.paragraphs)))
        yield from _date(opening)
        yield from _mandates(opening)
        yield from (Fact("signatory", f"{name}, {role}") for name, role in signatories(document))
        yield from _about(whole)
    else:
        yield from _date(opening)
        yield from (Fact("reference", other) for other in _others(opening, reference or ""))


def _state_and_type(code: str, kind: str) -> Iterator[Fact]:
    state: State | None = find_state(code)
    if state:
        yield Fact("state", state.code)
    if kind:
        yield Fact("type", kind)


def _date(opening: str) -> Iterator[Fact]:
    """The first full date of the opening, which in a letter is its own."""
    for found in find_dates(opening):
        bounds = found.bounds
        if bounds.low and bounds.low == bounds.high:
            yield Fact("date", bounds.low.isoformat())
            return


def _others(opening: str, first: str) -> Iterator[str]:
    """Further letters that one answer answers."""
    for found in patterns.REFERENCE.finditer(opening):
        other = f"{found['type']} " if found["type"] else ""
        other += f"{found['state']} {int(found['number'])}/{found['year']}"
        if find_state(found["state"]) and not first.endswith(
            other.split(" ", 1)[-1] if found["type"] else other
        ):
            yield other


def _mandates(opening: str) -> Iterator[Fact]:
    for formula in (patterns.CAPACITIES, patterns.MANDATES_OF):
        found = formula.search(opening)
        if found:
            codes = dict.fromkeys(
                body.code for body in find_bodies(found["mandates"]) if body.code not in {"HRC", "OHCHR"}
            )
            if codes:
                yield from (Fact("mandate", code) for code in codes)
                return


def _about(whole: str) -> Iterator[Fact]:
    subject = patterns.CONCERNING.search(whole)
    if subject:
        yield Fact("subject", " ".join(subject["what"].split()))
    over = patterns.QUESTIONS.search(whole)
    stretch = whole[: over.start() if over else len(whole)]
    names = dict.fromkeys(" ".join(found["name"].split()) for found in patterns.PERSON.finditer(stretch))
    full = [name for name in names if " " in name]
    named = [name for name in names if name in full or not any(other.endswith(f" {name}") for other in full)]
    yield from (Fact("person", name) for name in named)
    term = patterns.DEADLINE.search(whole)
    if term:
        yield Fact("term", f"{DEADLINE_WORDS.get(term['days'].lower(), term['days'])} {term['unit'].lower()}")


def signatories(document: Document) -> list[tuple[str, str]]:
    """Name and role of each who signs: a name alone on its line, the role on the next, below the closing."""
    lines = printed_lines(document)
    closing = next((place for place, line in enumerate(lines) if "highest consideration" in line), len(lines))
    found: list[tuple[str, str]] = []
    below = lines[closing + 1 :]
    for place, (name, role) in enumerate(pairwise(below)):
        if patterns.ANNEX.match(name):
            break
        if patterns.NAME.match(name) and not patterns.ROLE.match(name) and patterns.ROLE.match(role):
            words = [role]
            for more in below[place + 2 : place + 5]:
                if patterns.NAME.match(more) or patterns.ROLE.match(more) or patterns.ANNEX.match(more):
                    break
                words.append(more)
            found.append((name, " ".join(words)))
    return found


def printed_lines(document: Document) -> list[str]:
    """The document's lines as printed, title page first; headings between paragraphs are lines too."""
    lines = list(document.front)
    heading: tuple[str, ...] = ()
    for paragraph in document.paragraphs:
        lines += [words for words in paragraph.headings if words not in heading]
        heading = paragraph.headings
        starts = [span.start for span in paragraph.lines] or [0]
        ends = [*starts[1:], len(paragraph.text)]
        lines += [paragraph.text[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    return [line for line in lines if line]
