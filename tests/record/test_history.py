"""Who changed what, and when: every act of a person, with what stood before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.letters.check.run import check
from onrecord.letters.decisions import decide, withdraw
from onrecord.letters.read import parse_letter
from onrecord.letters.signing import requests
from onrecord.letters.signing.publications import file_reply, publish
from onrecord.letters.signing.signatories import consent, correct, enter
from onrecord.letters.signing.signatories import withdraw as no_longer
from onrecord.letters.signing.versions import keep_version
from onrecord.record.add import add_paths
from onrecord.record.drafts import open_draft, save_version
from onrecord.record.history import KINDS, Change, history
from onrecord.record.history_rows import NOTHING, Stand
from onrecord.record.judgements import EntryName, judge
from onrecord.record.record import Record, open_record
from onrecord.settings import Who

ANNA = Who("Anna", "test")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record") as opened:
        yield opened


def newest(record: Record, kind: str) -> Change:
    return history(record, kind=kind).changes[0]


def test_an_empty_record_has_no_history(record: Record) -> None:
    found = history(record)
    assert (found.changes, found.total, found.kinds, found.people) == ((), 0, {}, {})


def test_a_decision_stands_beside_the_one_it_took_back(record: Record) -> None:
    checked = check(parse_letter("On 31 February 2023 they met.", "a.txt"), record)
    (finding,) = (one for one in checked.findings if one.rule == "impossible_date")
    first = decide(record, checked, finding, verdict="accepted", reason="it stands so", who=ANNA)
    withdraw(record, first.number, reason="a slip of ours", who=Who("Ben", "test"))
    after, before = history(record, kind="decision").changes
    assert (before.who, before.shown.before, before.shown.now) == (
        "Anna",
        NOTHING,
        Stand("accepted", "it stands so"),
    )
    assert after.shown.before == Stand("accepted", "it stands so")
    assert after.shown.now == Stand("withdrawn", "a slip of ours")
    assert (after.who, after.shown.name) == ("Ben", "a")


def test_a_second_judgement_shows_what_the_same_person_said_before(record: Record) -> None:
    entry = EntryName("0" * 64, "A/HRC/99/1", "recommendation", "5.1", 0)
    judge(record, entry, who="Anna", verdict="wrong", about="by", words="It was Chad.")
    judge(record, entry, who="Anna", verdict="right", about="by", words="")
    shown = newest(record, "judgement").shown
    assert (shown.name, shown.part) == ("A/HRC/99/1", "5.1")
    assert (shown.before, shown.now) == (Stand("wrong", "It was Chad."), Stand("right"))


def test_a_version_of_a_letter_stands_beside_the_one_before_of_the_same_letter(record: Record) -> None:
    number = open_draft(record, "ours.txt", "One.", who="Anna")
    open_draft(record, "theirs.txt", "Other.", who="Ben")
    save_version(record, number, "One, and two.", why="edited", who="Anna")
    shown = newest(record, "draft").shown
    assert (shown.name, shown.before.words, shown.now) == (
        "ours.txt",
        "One.",
        Stand("edited", "One, and two."),
    )
    assert shown.before_version < shown.version


def test_what_becomes_of_a_signatory_and_of_a_letter_is_told_in_order(record: Record) -> None:
    first = keep_version(record, "letter", "A letter", {"en": "Words."}, who="Anna")
    one = enter(record, "letter", kind="person", names={"en": "Kim"}, who="Anna", how="by telephone")
    consent(record, one, first, who="Anna", how="e-mail")
    one = correct(record, one, who="Ben", names={"en": "Kim Kyu Li"}, how="her own hand")
    no_longer(record, one, who="Ben", how="telephone")
    second = keep_version(record, "letter", "A letter", {"en": "Other words."}, who="Anna")
    sent = publish(record, second, recipient="A ministry", sent="2024-01-03", who="Anna", check_result={})
    file_reply(record, sent, sender="The ministry", received="2024-02-01", words="Thank you.", who="Anna")

    left, corrected, signed, listed = history(record, kind="signature").changes
    assert (listed.shown.before, listed.shown.now) == (NOTHING, Stand("entered", "Kim"))
    assert (signed.shown.before, signed.shown.now) == (
        Stand("entered"),
        Stand("consented", version=first.sha256),
    )
    assert (corrected.shown.before.words, corrected.shown.now.words) == ("Kim", "Kim Kyu Li")
    assert (left.shown.before, left.shown.now) == (
        Stand("consented", version=first.sha256),
        Stand("withdrew"),
    )
    assert newest(record, "words").shown.before == Stand("kept", version=first.sha256)
    assert newest(record, "publication").shown.now == Stand("sent", "2024-01-03", second.sha256)
    assert newest(record, "reply").shown.before == Stand("sent", "2024-01-03")
    assert history(record).people == {"Anna": 6, "Ben": 2}
    assert history(record, who="Ben").total == 2


def test_a_request_to_sign_is_told_when_a_person_has_looked(record: Record) -> None:
    words = keep_version(record, "letter", "A letter", {"en": "Words."}, who="Anna")
    asked = requests.ask_to_sign(record, words, kind="person", names={"en": "Lee"}, contact="lee@example.org")
    assert history(record, kind="request").total == 0
    requests.refuse(record, asked, who="Anna")
    assert newest(record, "request").shown.now == Stand("refused")


def test_changes_are_leafed_through_and_counted(
    record: Record, make_report: Callable[..., Path], tmp_path: Path
) -> None:
    add_paths(record, [make_report(tmp_path, number) for number in (1, 2, 3)])
    open_draft(record, "ours.txt", "One.", who="Anna")
    everything = history(record)
    assert everything.kinds == {"draft": 1, "document": 3}
    assert set(everything.kinds) <= set(KINDS)
    assert everything.total == sum(everything.kinds.values())
    leafed = [history(record, start=start, size=2).changes for start in (0, 2)]
    assert [*leafed[0], *leafed[1]] == list(everything.changes)
    times = [change.at[:19] for change in everything.changes]
    assert times == sorted(times, reverse=True)
