"""The trace of a topic through the reviews of a State."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_record import REVIEW, SYMBOL, FakeRecord, entry, sample_record

from onrecord.analysis.as_json import trace_as_json
from onrecord.analysis.topics import topic
from onrecord.analysis.trace import trace
from onrecord.errors import StateError

TOPIC = topic("non-refoulement")


def test_a_review_shows_who_raised_it_who_answered_and_who_was_not_heard() -> None:
    (only,) = trace(sample_record(), "Norway", TOPIC).reviews
    assert [h.entry.pinpoint for h in only.raised] == ["28 (b)", "30", "132.1"]
    assert [h.entry.pinpoint for h in only.answers] == ["43"]
    assert [e.by for e in only.not_heard] == [("KOR",)]
    assert set(only.silent) == {"FRA", "CUB", "CZE"}
    assert only.questions_from == ("DEU",)
    assert any("advance questions" in line for line in only.unread)


def test_a_statement_whose_words_are_its_recommendations_is_not_shown_beside_it() -> None:
    (only,) = trace(sample_record(), "NOR", TOPIC).reviews
    assert not [h for h in only.raised if h.entry.kind == "statement" and h.entry.paragraph == "28"]


def test_a_recommendation_in_dialogue_and_list_is_shown_once_with_both_places() -> None:
    record = sample_record()
    spoken = entry(
        "recommendation", "31", "It should stop the detention of children who seek asylum without delay", "JPN",
        number="(a)",
    )  # fmt: skip
    record.said.insert(0, spoken)
    (only,) = trace(record, "NOR", TOPIC).reviews
    hit = next(h for h in only.raised if h.entry.pinpoint == "132.1")
    assert [other.pinpoint for other in hit.also] == ["31 (a)"]
    assert "31 (a)" not in [h.entry.pinpoint for h in only.raised]


def test_one_state_alone_can_be_asked_for_by_any_name() -> None:
    (only,) = trace(sample_record(), "norway", TOPIC, by="The Netherlands").reviews
    assert [h.entry.by for h in only.raised] == [("NLD",)]
    (silent,) = trace(sample_record(), "NOR", TOPIC, by="France").reviews
    assert (silent.raised, silent.silent) == ((), ("FRA",))
    (unheard,) = trace(sample_record(), "NOR", TOPIC, by="South Korea").reviews
    assert [e.by for e in unheard.not_heard] == [("KOR",)]


def test_pending_answers_are_said_to_stand_in_an_addendum_that_is_not_on_the_record() -> None:
    (only,) = trace(sample_record(), "NOR", topic('"third countries"')).reviews
    assert any(f"{SYMBOL}/Add.1" in line and "not on the record" in line for line in only.unread)


BEFORE = "A/HRC/WG.6/17/NOR/2"


def with_compilation() -> FakeRecord:
    """A record with OHCHR's compilation for the review, which speaks of non-refoulement."""
    record = sample_record()
    said = entry("observation", "71", "UNHCR recommended that Norway respect non-refoulement.", "UNHCR")
    record.said.append(replace(said, symbol=BEFORE, section="compilation"))
    record.facts.append(replace(REVIEW, symbol=BEFORE, date="2013-08-06"))
    return record


def test_documents_before_a_review_are_shown_with_it_and_are_no_reviews_of_their_own() -> None:
    (only,) = trace(with_compilation(), "Norway", TOPIC).reviews
    assert only.review == REVIEW
    assert [(h.entry.symbol, h.entry.pinpoint, h.entry.by) for h in only.background] == [
        (BEFORE, "71", ("UNHCR",))
    ]
    assert "UNHCR" not in only.silent
    assert not [h for h in only.raised if h.entry.symbol == BEFORE]


def test_where_only_documents_before_a_review_are_on_the_record_that_is_said() -> None:
    record = with_compilation()
    record.facts.remove(REVIEW)
    traced = trace(record, "Norway", TOPIC)
    (only,) = traced.reviews
    assert [h.entry.pinpoint for h in only.background] == ["71"]
    assert "not on the record" in only.unread[0]
    assert BEFORE in only.unread[0]
    assert any("Cycle 2" in line for line in traced.missing)


def test_the_high_commissioners_letter_is_shown_with_the_review_that_it_follows() -> None:
    record = sample_record()
    said = entry("observation", "", "I encourage Norway to respect non-refoulement.", "OHCHR")
    record.said.append(replace(said, symbol="", section="letter", cycle=REVIEW.cycle))
    record.facts.append(replace(REVIEW, symbol="", date="2014-05-13"))
    (only,) = trace(record, "Norway", TOPIC).reviews
    assert [(h.entry.section, h.entry.by) for h in only.background] == [("letter", ("OHCHR",))]


def test_reviews_come_oldest_first_and_missing_ones_are_named() -> None:
    record = sample_record()
    record.facts.append(replace(REVIEW, symbol="A/HRC/50/7", cycle=1, session=6, date="2009-12-02"))
    traced = trace(record, "NOR", TOPIC)
    assert [r.review.cycle for r in traced.reviews] == [1, 2]
    assert any(line.startswith("Cycle 3") for line in traced.missing)


def test_a_record_without_the_states_reports_gives_an_empty_trace() -> None:
    assert trace(FakeRecord(), "CHN", TOPIC).reviews == ()


def test_words_that_name_no_state_are_refused() -> None:
    with pytest.raises(StateError, match="Atlantis"):
        trace(sample_record(), "Atlantis", TOPIC)


def test_the_trace_is_plain_json() -> None:
    value = trace_as_json(trace(sample_record(), "NOR", TOPIC))
    assert value["reviews"][0]["raised"][0]["pinpoint"] == "28 (b)"
    assert value["reviews"][0]["raised"][0]["words"] == ["non-refoulement"]
