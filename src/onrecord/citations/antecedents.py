"""Resolves citations: what an "Id.", a "supra", a short name or a bare number stands for.

An antecedent is accepted only where exactly one remains; otherwise the citation stays unresolved with
the reason. A source that nobody knows is never skipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.citations.model import Citation, Span
from onrecord.citations.setting import Setting
from onrecord.citations.shelf import Shelf, missing_place
from onrecord.citations.short_names import by_name
from onrecord.citations.which_review import recommendation
from onrecord.told import tell, tell_together

NOT_UN = tell("no United Nations document with a symbol; the record cannot hold it")


def resolve_citations(
    citations: Sequence[Citation],
    shelf: Shelf,
    *,
    text: str,
    notes: Sequence[tuple[str, Span]] = (),
    markers: Sequence[tuple[str, Span]] = (),
) -> tuple[Citation, ...]:
    """The same citations in the same order, each resolved, unresolved with its reason, or not on the record.

    `citations` are those of `find_citations(text, notes=notes)`; `markers` are (number, span) of the
    notes' calls in the text. A place that the document does not have leaves a citation unresolved, with
    the symbol kept. An "Id." without a place takes over its antecedent's.
    """
    setting = Setting(text, tuple(citations), tuple(notes), tuple(markers))
    done: list[Citation] = list(citations)
    for at, one in enumerate(citations):
        if one.kind == "full":
            done[at] = placed(one, shelf)
        elif one.kind == "other":
            done[at] = replace(one, status="not_on_record", reason=NOT_UN)
    # The notes first: what stands in the text may lean on the note that covers it.
    order = sorted(range(len(done)), key=lambda at: (done[at].note is None, done[at].span))
    for at in order:
        if done[at].kind == "id":
            done[at] = _id(at, done, setting, shelf)
        elif done[at].kind == "supra":
            done[at] = _supra(at, done, setting, shelf)
        elif done[at].kind == "short":
            done[at] = placed(by_name(at, done, setting, shelf), shelf)
    for at in order:
        if done[at].kind == "recommendation":
            done[at] = recommendation(at, done, setting, shelf)
    return tuple(done)


def placed(one: Citation, shelf: Shelf) -> Citation:
    """The citation with its symbol and places held against the record."""
    if not one.symbol:
        return one
    document = shelf.document(one.symbol)
    if document is None:
        return replace(
            one, status="not_on_record", reason=tell("%(symbol)s is not on the record", symbol=one.symbol)
        )
    missing = [reason for place in one.pinpoints if (reason := missing_place(document, place))]
    if missing:
        return replace(one, status="unresolved", reason=tell_together("; ", missing))
    return replace(one, status="resolved", reason="")


def _id(at: int, done: Sequence[Citation], setting: Setting, shelf: Shelf) -> Citation:
    """An "Id." means the source cited last, in its own note, else the one source of the note before."""
    one = done[at]
    antecedent, reason = _last_cited(at, done, setting)
    return _unresolved(one, reason) if antecedent is None else _following(one, antecedent, done, shelf)


def _last_cited(at: int, done: Sequence[Citation], setting: Setting) -> tuple[int | None, str]:
    """The antecedent of the "Id." at this index; or None and the reason."""
    if done[at].note is None:
        return _last_in_text(at, done, setting)
    own = [index for index in setting.in_same_note(at) if done[index].span.start < done[at].span.start]
    if own:
        return own[-1], ""
    previous, reason = setting.note_before(at)
    if previous is None:
        return None, reason
    sources = setting.in_note(previous)
    number = setting.notes[previous][0]
    if not sources:
        return None, tell(
            "note %(number)s, which it follows, cites no source that can be told", number=number
        )
    if any(_source(done[first]) != _source(done[second]) for first, second in pairwise(sources)):
        return None, tell("note %(number)s, which it follows, cites several sources", number=number)
    return sources[-1], ""


def _last_in_text(at: int, done: Sequence[Citation], setting: Setting) -> tuple[int | None, str]:
    before = [
        index for index in range(at) if done[index].note is None and done[index].kind != "recommendation"
    ]
    if not before:
        return None, tell("no source is cited before it")
    last = done[before[-1]]
    other = done[before[-2]] if len(before) > 1 else last
    if other.symbol != last.symbol and setting.stand_together(other.span, last.span):
        return None, tell("several sources are cited together before it")
    return before[-1], ""


def _source(one: Citation) -> tuple[str, ...]:
    return (one.symbol,) if one.symbol else ("", one.stated_title, one.url, str(one.span.start))


def _following(one: Citation, at: int, done: Sequence[Citation], shelf: Shelf) -> Citation:
    """The citation with the source of its antecedent, and its place where it names none itself."""
    before = done[at]
    where = tell("note %(number)s", number=before.note) if before.note else f"“{before.as_written[:60]}”"
    if not before.symbol:
        status = "not_on_record" if before.status == "not_on_record" else "unresolved"
        why = (
            tell("is %(what)s", what=NOT_UN)
            if status == "not_on_record"
            else tell("is itself unresolved: %(reason)s", reason=before.reason)
        )
        return replace(
            one,
            antecedent=at,
            status=status,
            reason=tell("its source, %(where)s, %(why)s", where=where, why=why),
        )
    places = one.pinpoints or before.pinpoints
    return placed(replace(one, antecedent=at, symbol=before.symbol, pinpoints=places), shelf)


def _supra(at: int, done: Sequence[Citation], setting: Setting, shelf: Shelf) -> Citation:
    """A "supra note 5" means the one source of note 5, or the one there that bears the name given."""
    one = done[at]
    if not one.target:
        return placed(by_name(at, done, setting, shelf), shelf)
    numbered = setting.notes_numbered(one.target)
    if len(numbered) != 1:
        many = tell("%(many)s notes are numbered %(number)s", many=len(numbered), number=one.target)
        return _unresolved(one, many if numbered else tell("there is no note %(number)s", number=one.target))
    sources = [index for index in setting.in_note(numbered[0]) if index != at]
    if len({_source(done[index]) for index in sources}) == 1:
        return _following(one, sources[0], done, shelf)
    named = by_name(at, done, setting, shelf, among=sources)
    if named.antecedent is None:
        held = tell("several sources") if sources else tell("no source that can be told")
        return _unresolved(one, tell("note %(number)s cites %(what)s", number=one.target, what=held))
    return placed(named, shelf)


def _unresolved(one: Citation, reason: str) -> Citation:
    return replace(one, status="unresolved", reason=reason)
