"""Advance questions: what States ask the State under review before its review, in writing.

President's statement 8/PRST/1: States send questions through the troika; the secretariat relays them ten
working days before the review, later ones as Add.1, Add.2. The documents carry no symbol and, but for the
newest, no date: the review is inferred, and marked so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.documents.model import Box, Document
from onrecord.mechanisms import questions_patterns as patterns
from onrecord.mechanisms.model import Entry, Inference, Reading
from onrecord.mechanisms.questions_lines import Asker, Line, lines_of
from onrecord.told import Told, tell
from onrecord.un.dates import find_dates
from onrecord.un.review import Review, reviews_of
from onrecord.un.states import find_state, find_states

_BEFORE_REVIEW = timedelta(days=75)
_LONGEST_SUBJECT = 90


@dataclass(frozen=True, slots=True)
class _When:
    review: Review | None
    evidence: str


@dataclass(slots=True)
class _Asked:
    """A question on its way: its lines, who asks, and whether it translates one above."""

    asker: Asker
    page: int
    translated: bool
    lines: list[str] = field(default_factory=list)
    place: tuple[Box, ...] = ()

    @property
    def text(self) -> str:
        """The words, a bullet's lines joined; context and question stand each on a line."""
        return "\n".join(line for line in self.lines if line)


def is_questions(document: Document) -> bool:
    """Whether this is a document of advance questions, by its title."""
    if document.symbol:
        return False
    return _title(document) is not None


def read_questions(document: Document) -> Reading:
    """Read advance questions.

    Returns a Reading of kind "upr_questions" with an entry of kind "advance_question" for each question: `by`
    and `on_behalf_of`, `number` its order within what its State asks in this document, `note` the batch
    ("Add.1"), `part` 2 where it translates the question of that number. A bullet that only tells what the
    next one asks about stands before it in its text. Session, cycle and date are inferred from the calendar.
    """
    title = _title(document)
    state = _state(title[0]) if title else ""
    when = _when(document, state)
    asked = list(_questions(lines_of(document)))
    entries = tuple(_numbered(asked, document.symbol, state, title[1] if title else "", when))
    return Reading("upr_questions", entries, None, tuple(_doubts(entries, state, when)))


def _title(document: Document) -> tuple[str, str] | None:
    """(the State's name, the batch) as the title has them."""
    heads = (h for p in document.paragraphs[:3] for h in p.headings)
    tops = [document.title, *document.front, *heads, *(p.text[:300] for p in document.paragraphs[:3])]
    for text in tops:
        found = patterns.TITLE.search(text) or patterns.TITLE_LOOSE.search(text)
        if found and find_states(found["state"]):
            return found["state"], _batch(found["batch"] or "")
    return None


def _batch(words: str) -> str:
    """The batch's name, "Add.1" or "first batch"; "" where it has none, as the first document."""
    found = patterns.BATCH_WORDS.search(words)
    if found is None:
        return ""
    return f"{found['ordinal'].lower()} batch" if found["ordinal"] else f"Add.{found['number'] or '1'}"


def _state(name: str) -> str:
    whole = find_state(" ".join(name.split()))
    named = find_states(name)
    return whole.code if whole else named[0].state.code if named else ""


def _when(document: Document, state: str) -> _When:
    """The review that the questions are for.

    It is the first after the day that the document tells, or after the latest year that they speak of.
    """
    days = [(document.date, f"the document's date, {document.date}")] if document.date else []
    for text in (*document.front, *(p.text for p in document.paragraphs), *(n.text for n in document.notes)):
        stamp = patterns.GENERATED.search(text)
        found = find_dates(stamp["when"]) if stamp else []
        if stamp and found:
            days.append((str(found[0].bounds.low), stamp[0].strip()))
    if document.saved:
        days.append((document.saved, f"the file was last saved on {document.saved}"))
    for day, evidence in days:
        review = next((r for r in reviews_of(state) if _soon_after(day, r)), None)
        if review is not None:
            return _When(review, evidence)
    return _by_years(document, state)


def _soon_after(day: str, review: Review) -> bool:
    held = review.date or review.end
    if len(day) < 10 or len(held) < 10:
        return False
    left = date.fromisoformat(held) - date.fromisoformat(day[:10])
    return timedelta(0) <= left <= _BEFORE_REVIEW


def _by_years(document: Document, state: str) -> _When:
    years = [int(year[0]) for p in document.paragraphs for year in patterns.YEAR.finditer(p.text)]
    for review in reviews_of(state) if years else ():
        held = int(review.start[:4])
        if held - 1 <= max(years) <= held:
            return _When(review, f"the latest year that the questions speak of is {max(years)}")
    return _When(None, "")


def _questions(lines: Iterator[Line]) -> Iterator[_Asked]:
    """Lines to questions: a new one at each bullet, or at each paragraph where there are no bullets."""
    asker: Asker | None = None
    held: list[Line] = []
    for line in lines:
        if line.asker is not None:
            yield from _of_asker(asker, held)
            asker, held = line.asker, []
        elif asker is not None:
            held.append(line)
    yield from _of_asker(asker, held)


def _of_asker(asker: Asker | None, lines: Sequence[Line]) -> Iterator[_Asked]:
    if asker is None:
        return
    units = list(_units(asker, lines))
    last: _Asked | None = None
    waiting: _Asked | None = None
    for unit in units:
        if waiting is not None:
            unit.lines[:0] = waiting.lines
            unit.place = waiting.place + unit.place
            waiting = None
        if patterns.QUESTION.search(unit.lines[-1]):
            if last is not None:
                yield last
            last = unit
        else:
            waiting = unit
    if waiting is not None and last is not None:
        last.lines += waiting.lines
    elif waiting is not None:
        last = waiting
    if last is not None:
        yield last


def _units(asker: Asker, lines: Sequence[Line]) -> Iterator[_Asked]:
    """Bullets and paragraphs, without the subjects over them ("Women’s rights") and marks of translations."""
    bulleted = any(patterns.BULLET.match(line.text) for line in lines)
    unit: _Asked | None = None
    translated = False
    for line in lines:
        mark = patterns.TRANSLATION.search(line.text)
        if mark and not patterns.TRANSLATION.sub("", line.text).strip(" .:"):
            translated = True
            continue
        bullet = patterns.BULLET.match(line.text)
        text = " ".join(line.text[bullet.end() if bullet else 0 :].split())
        if not bullet and _is_subject(line, text, unit):
            continue
        ended = unit is not None and unit.lines[-1].rstrip().endswith("?")
        if (
            unit is None
            or bullet
            or (line.whole and not bulleted)
            or (ended and not bulleted and text[:1].isupper())
        ):
            if unit is not None:
                yield unit
            unit = _Asked(asker, line.page, translated, [text], line.place)
        else:
            unit.lines[-1] = f"{unit.lines[-1]} {text}".strip()
            unit.place += line.place
    if unit is not None:
        yield unit


def _is_subject(line: Line, text: str, unit: _Asked | None) -> bool:
    """Whether a short line without a question is a subject over the next ones, not the end of the last."""
    if len(text) > _LONGEST_SUBJECT or patterns.QUESTION.search(text) or not text[:1].isupper():
        return False
    if line.whole:
        return not text.rstrip().endswith(".") or len(text.split()) <= 4
    complete = unit is not None and unit.lines[-1].rstrip()[-1:] in {".", "?", "!"}
    return complete and len(text.split()) <= (4 if text.endswith(".") else 8)


def _numbered(asked: Sequence[_Asked], symbol: str, state: str, batch: str, when: _When) -> Iterator[Entry]:
    """Each question with its order within its State; a translation has the number of what it translates."""
    for asker in dict.fromkeys(one.asker for one in asked):
        own = [one for one in asked if one.asker == asker]
        first = [one for one in own if not one.translated]
        again = [one for one in own if one.translated]
        paired = len(first) == len(again)
        for number, one in enumerate(first, start=1):
            yield _entry(one, number, 1, symbol, state, batch, when)
        for number, one in enumerate(again, start=1 if paired else len(first) + 1):
            yield _entry(one, number, 2 if paired else 1, symbol, state, batch, when)


def _entry(one: _Asked, number: int, part: int, symbol: str, state: str, batch: str, when: _When) -> Entry:
    review = when.review
    return Entry(
        kind="advance_question",
        symbol=symbol,
        section="questions",
        paragraph=", ".join(one.asker.codes) or one.asker.on_behalf_of,
        page=one.page,
        text=one.text,
        as_printed=one.text,
        number=str(number),
        part=part,
        by=one.asker.codes,
        by_as_printed=one.asker.as_printed,
        on_behalf_of=one.asker.on_behalf_of,
        to=state,
        cycle=review.cycle if review else None,
        session=review.session if review else None,
        date=review.date if review else "",
        note=batch,
        inferred=(Inference("session", when.evidence),) if review else (),
        place=one.place,
    )


def _doubts(entries: Sequence[Entry], state: str, when: _When) -> Iterator[Told]:
    if not state:
        yield tell("the title names no State under review")
    if when.review is None:
        yield tell("nothing in the file tells for which review the questions were put")
    if not entries:
        yield tell("no question was found under a State's name")
    for entry in entries:
        if not entry.by and entry.part == 1:
            yield tell("“%(group)s” asks, and no State is named for it", group=entry.on_behalf_of)
