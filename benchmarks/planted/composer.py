"""Composes right letters of different build from any record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from benchmarks.planted import passages, surroundings
from benchmarks.planted.draft import Draft, style_for
from benchmarks.planted.matter import Matter
from benchmarks.planted.writer import Writer


def compose(matter: Matter, seed: int) -> str:
    """A right letter: every quotation, place, State, date and number in it is as the record has them."""
    rng = Random(f"{matter.code} {seed}")  # noqa: S311
    style = style_for(rng)
    w = Writer(rng, matter, style, Draft(style))
    coming = surroundings.coming_review(w)
    written = date.fromisoformat(coming.start) - timedelta(days=rng.randint(30, 110))
    addressed = surroundings.third_state(w)
    w.draft.paragraphs += surroundings.opening(w, written, addressed, coming)
    for _ in range(rng.randint(3, 6)):
        w.draft.paragraphs += _paragraph(w, written)
    if rng.random() < 0.4:
        w.draft.paragraphs += _list(w)
    w.draft.paragraphs += surroundings.asks(w, addressed, coming)
    w.draft.paragraphs += surroundings.closing(w, written)
    return w.draft.text()


def _paragraph(w: Writer, written: date) -> list[str]:
    """One to four sentences on one review, mixed with the writer's own."""
    facts = w.rng.choice(w.matter.reviews)
    makers: list[Callable[[], str]] = [
        *[lambda: _told(w, passages.advice)] * 5,
        lambda: _told(w, passages.paraphrase),
        lambda: _said(w, w.matter.remarks, passages.remark),
        lambda: _said(w, w.matter.replies, passages.reply),
        lambda: _said(w, w.matter.questions, passages.question),
        lambda: passages.fact(w, facts),
        lambda: passages.count(w, facts),
        lambda: surroundings.event(w, written),
        lambda: surroundings.plain(w),
    ]
    if w.rng.random() < 0.12:
        act = w.take(w.matter.advice)
        return passages.block(w, act) if act else []
    sentences = [w.rng.choice(makers)() for _ in range(w.rng.randint(1, 4))]
    text = " ".join(filter(None, sentences))
    return [text] if text else []


def _told(w: Writer, how: Callable[..., str]) -> str:
    act = w.take(w.matter.advice)
    return how(w, act) if act else ""


def _said(w: Writer, acts: tuple[object, ...], how: Callable[..., str]) -> str:
    act = w.take(acts)
    return how(w, act) if act else ""


def _list(w: Writer) -> list[str]:
    accepted = [a for a in w.matter.advice if a.entry.position == "supported" and a.words not in w.used]
    facts = w.rng.choice(w.matter.reviews)
    here = [a for a in accepted if a.entry.symbol == facts.symbol and a.imperative]
    return passages.listed(w, w.rng.sample(here, 3)) if len(here) > 3 else []
