"""Decisions hold while their sentence stays, whatever happens elsewhere in the letter, and no longer."""

from __future__ import annotations

import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "check"))

from fake_record import FakeRecord, sample_record

from onrecord.errors import NotOnRecord, UsageError
from onrecord.letters.check import check
from onrecord.letters.decisions import Decided, decide, letter_key, with_decisions, withdraw
from onrecord.letters.model import Check, Finding
from onrecord.letters.read import parse_letter
from onrecord.record.decisions import kept_decisions, standing
from onrecord.record.record import Record, open_record
from onrecord.settings import Who

HANA = Who("Hana Lee", "--who")
SENTENCES = [
    "The principle of non-refoulment binds every State.",
    "About 70 percent whom are women were sent back.[^1]",
    "Norway did not accepted the recommendation.",
    "They they wrote to an UN body in June 2013.",
]
FILLERS = [
    "We thank you for your time.",
    "Many families still wait for news.",
    "Nobody has told them where their relatives are.",
    "The Commission published its report in 2014.[^2]",
    "Its words deserve to be read again.",
]


@dataclass
class Desk:
    """A record on the disk for decisions, and a record in memory to check against."""

    record: Record
    source: FakeRecord

    def check(self, text: str, name: str = "letter.txt") -> Check:
        return check(parse_letter(text, name), self.source)

    def decided(self, text: str, name: str = "letter.txt") -> Decided:
        return with_decisions(self.check(text, name), self.record)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(open_record(tmp_path_factory.mktemp("record")), sample_record())


@pytest.fixture
def fresh(tmp_path: Path) -> Desk:
    return Desk(open_record(tmp_path / "record"), sample_record())


def letter(*paragraphs: str) -> str:
    notes = "\n".join(f"[^{n}]: A/HRC/90/7, para. {25 + n}" for n in (1, 2))
    return "Dear Minister,\n\n" + "\n\n".join(paragraphs) + f"\n\nSincerely,\n\nA Coalition\n\n{notes}\n"


def of_rule(checked: Check, rule: str) -> Finding:
    return next(finding for finding in checked.findings if finding.rule == rule)


def decide_on(
    desk: Desk, text: str, rule: str, verdict: str = "dismissed", name: str = "letter.txt"
) -> Finding:
    checked = desk.check(text, name)
    finding = of_rule(checked, rule)
    decide(desk.record, checked, finding, verdict=verdict, reason="it is a name", who=HANA)
    return finding


TERM = letter(
    "We write to you.", "The principle of non-refoulment binds every State. It is old.", "Peru agreed."
)


def test_a_decided_finding_is_hidden_and_told_with_who_when_and_why(fresh: Desk) -> None:
    finding = decide_on(fresh, TERM, "field_term")
    decided = fresh.decided(TERM)
    assert "field_term" not in {f.rule for f in decided.check.findings}
    [(hidden, decision)] = decided.decided
    assert hidden == finding
    assert (decision.who, decision.who_from, decision.reason) == ("Hana Lee", "--who", "it is a name")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", decision.at)


@pytest.mark.parametrize(
    "edited",
    [
        TERM.replace("Dear Minister", "Dear Ambassador"),
        TERM.replace("We write to you.", "We write to you again.\n\nAnd once more, at length."),
        TERM.replace("Peru agreed.", "Chile agreed."),
        TERM.replace("It is old.", ""),
        TERM.replace("principle of", "principle\u00a0 of"),
    ],
)
def test_it_stays_hidden_when_the_letter_changes_elsewhere(fresh: Desk, edited: str) -> None:
    decide_on(fresh, TERM, "field_term")
    assert len(fresh.decided(edited).decided) == 1


def test_it_comes_back_when_its_sentence_changes(fresh: Desk) -> None:
    decide_on(fresh, TERM, "field_term")
    decided = fresh.decided(TERM.replace("every State", "all States"))
    assert "field_term" in {f.rule for f in decided.check.findings}
    assert [decision.rule for decision in decided.lapsed] == ["field_term"]


def test_a_note_put_in_above_renumbers_the_markers_and_changes_nothing(fresh: Desk) -> None:
    plain = "Dear Minister,\n\n{}Norway did not accepted it.{}\n\nSincerely,\n\n{}"
    one = plain.format("", "1", "1 A/HRC/90/7, para. 26\n")
    two = plain.format("Peru spoke.1\n\n", "2", "1 A/HRC/90/7, para. 28\n\n2 A/HRC/90/7, para. 26\n")
    decide_on(fresh, one, "grammar")
    assert len(fresh.decided(two).decided) == 1


def test_of_two_sentences_of_the_same_words_only_the_decided_one_is_hidden(fresh: Desk) -> None:
    same = "The principle of non-refoulment binds every State."
    text = letter(
        "First, on the law.", same, "That is settled practice.", "Then, on the facts.", same, "So it goes."
    )
    decide_on(fresh, text, "field_term")
    assert [f.rule for f in fresh.decided(text).check.findings].count("field_term") == 1
    without_the_first = text.replace(f"First, on the law.\n\n{same}\n\nThat is settled practice.\n\n", "")
    assert [f.rule for f in fresh.decided(without_the_first).check.findings].count("field_term") == 1


def test_a_withdrawn_decision_holds_no_more_and_nothing_is_deleted(fresh: Desk) -> None:
    decide_on(fresh, TERM, "field_term")
    number = fresh.decided(TERM).decided[0][1].number
    taken = withdraw(fresh.record, number, reason="I was wrong", who=Who("Min", "login name"))
    assert fresh.decided(TERM).decided == ()
    kept = kept_decisions(fresh.record.database)
    assert [(d.verdict, d.who, d.reason) for d in kept] == [
        ("dismissed", "Hana Lee", "it is a name"),
        ("withdrawn", "Min", "I was wrong"),
    ]
    assert taken.supersedes == number
    with pytest.raises(UsageError, match="holds no more"):
        withdraw(fresh.record, number, reason="twice")
    with pytest.raises(NotOnRecord):
        withdraw(fresh.record, 99, reason="none")


def test_a_new_decision_replaces_the_old_one(fresh: Desk) -> None:
    decide_on(fresh, TERM, "field_term", "dismissed")
    decide_on(fresh, TERM, "field_term", "accepted")
    assert [decision.verdict for decision in standing(kept_decisions(fresh.record.database))] == ["accepted"]
    assert len(kept_decisions(fresh.record.database)) == 2


def test_a_decision_on_a_notice_does_not_hide_an_error_of_the_same_sentence(fresh: Desk) -> None:
    decide_on(fresh, TERM, "field_term")
    fresh.record.database.engine.dispose()
    with fresh.record.database.writing() as connection:
        connection.exec_driver_sql("UPDATE decisions SET severity = 'notice'")
    assert fresh.decided(TERM).decided == ()


def test_a_decision_holds_for_the_letter_alone_under_whatever_ending(fresh: Desk) -> None:
    decide_on(fresh, TERM, "field_term")
    assert len(fresh.decided(TERM, "Letter.repaired.MD").decided) == 1
    assert fresh.decided(TERM, "another.txt").decided == ()
    renamed = fresh.check(TERM, "another.txt")
    assert len(with_decisions(renamed, fresh.record, known_as="letter.docx").decided) == 1
    assert letter_key("/home/a/Letter.repaired.md") == "letter"


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_decision_needs_a_reason(fresh: Desk, reason: str) -> None:
    checked = fresh.check(TERM)
    with pytest.raises(UsageError, match="reason"):
        decide(fresh.record, checked, of_rule(checked, "field_term"), verdict="accepted", reason=reason)


RULES = {"field_term", "grammar"}


@st.composite
def letters_and_edits(draw: st.DrawFn) -> tuple[str, str]:
    """A letter with faults in its sentences, and the same after edits that touch none of those sentences."""
    paragraphs = [
        " ".join([*draw(st.lists(st.sampled_from(FILLERS), max_size=2)), fault])
        for fault in draw(st.permutations(SENTENCES))
    ]
    rest = draw(st.lists(st.sampled_from(FILLERS), min_size=1, max_size=3))
    before = [*paragraphs, *rest]
    after = list(before)
    dice = random.Random(draw(st.integers(0, 10_000)))  # noqa: S311 - no secret
    for _ in range(draw(st.integers(1, 6))):
        at = dice.randrange(len(after))
        kind = dice.choice(("insert", "drop", "change", "swap"))
        others = [i for i, words in enumerate(after) if words in FILLERS]
        if kind == "insert":
            after.insert(at, dice.choice(FILLERS))
        elif kind == "drop" and others:
            after.pop(dice.choice(others))
        elif kind == "change" and others:
            after[dice.choice(others)] = (
                f"In {dice.randrange(1990, 2024)} it was told otherwise by many people."
            )
        else:
            other = dice.randrange(len(after))
            after[at], after[other] = after[other], after[at]
    return letter(*before), letter(*after)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(letters_and_edits(), st.integers(0, 10**9), st.data())
def test_decisions_are_found_again_after_edits_elsewhere_and_lost_with_their_sentence(
    desk: Desk, edited: tuple[str, str], name: int, data: st.DataObject
) -> None:
    before, after = edited
    file = f"letter-{name}.txt"
    checked = desk.check(before, file)
    faults = [finding for finding in checked.findings if finding.rule in RULES]
    for finding in faults:
        decide(desk.record, checked, finding, verdict="accepted", reason="known", who=HANA)
    decided = desk.decided(after, file)
    assert len(decided.decided) == len(faults) > 0
    assert {f.rule for f in decided.check.findings} & RULES == set()

    sentence = data.draw(st.sampled_from(SENTENCES))
    word = data.draw(st.sampled_from([w for w in sentence.split() if w in {"binds", "sent", "the", "wrote"}]))
    changed = after.replace(sentence, sentence.replace(f" {word} ", f" {word} indeed ", 1))
    back = desk.decided(changed, file)
    was = len(desk.decided(after, file).decided)
    assert len(back.decided) < was
    assert {f.rule for f in back.check.findings} & RULES
