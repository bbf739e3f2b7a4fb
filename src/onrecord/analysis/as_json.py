"""A trace as the JSON object that `onrecord trace --json` prints."""

from __future__ import annotations

from typing import Any

from onrecord.analysis.model import Hit, ReviewTrace, Trace


def trace_as_json(trace: Trace) -> dict[str, Any]:
    """The trace as plain values: State and topic, then review by review, oldest first."""
    return {
        "state": trace.state,
        "topic": trace.topic,
        "query": trace.query,
        "by": trace.by or None,
        "reviews": [_review(reviewed) for reviewed in trace.reviews],
        "missing": list(trace.missing),
    }


def _review(reviewed: ReviewTrace) -> dict[str, Any]:
    facts = reviewed.review
    return {
        "symbol": facts.symbol,
        "cycle": facts.cycle,
        "session": facts.session,
        "date": facts.date,
        "raised": [_hit(hit) for hit in reviewed.raised],
        "answers": [_hit(hit) for hit in reviewed.answers],
        "not_heard": [entry.as_json() for entry in reviewed.not_heard],
        "silent": list(reviewed.silent),
        "questions_from": list(reviewed.questions_from),
        "unread": list(reviewed.unread),
        "background": [_hit(hit) for hit in reviewed.background],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        **hit.entry.as_json(),
        "words": list(hit.words),
        "spans": [list(span) for span in hit.spans],
        "also": [
            {"symbol": entry.symbol, "pinpoint": entry.pinpoint, "page": entry.page} for entry in hit.also
        ],
        "by_judgement": hit.by_judgement,
    }
