"""What was done with a person's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.letters.check.run import check
from onrecord.letters.model import Check, Letter
from onrecord.letters.names.find import name_case
from onrecord.letters.names.model import NameCase
from onrecord.letters.names.writing import names_in, passages, pattern_of, query_of
from onrecord.letters.signing.limits import narrow
from onrecord.letters.signing.opening import open_text
from onrecord.letters.signing.publications import publish
from onrecord.letters.signing.signatories import consent, enter, withdraw
from onrecord.record.add import add_paths
from onrecord.record.drafts import open_draft, save_version
from onrecord.record.query import parse_query
from onrecord.record.record import Record, open_record

LETTER = """\
3 January 2024

Among those deported on 9 October 2023 is a woman who has lived here for years.

We ask for questions before China’s 4th UPR on January 23, 2024.

Kim Kyu Li (sister of Kim Cheol-ok who was deported on 9 October 2023)
"""


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record") as opened:
        yield opened


def case(record: Record, words: str = "Kim Cheol-ok", today: date = date(2024, 1, 3)) -> NameCase:
    def checked(_number: int, letter: Letter) -> Check:
        return check(letter, record)

    return name_case(record, words, check=checked, today=today)


def test_a_name_that_stands_nowhere_is_said_to(record: Record) -> None:
    assert not case(record).is_anywhere


def test_a_letter_that_names_somebody_and_lets_a_reader_name_another_is_told(record: Record) -> None:
    open_draft(record, "letter.txt", LETTER)
    (draft,) = case(record).drafts
    assert [one.line for one in draft.passages] == [7]
    assert "«Kim Cheol-ok»" in draft.passages[0].words
    (danger,) = draft.dangers
    assert danger[0].startswith("a woman who has lived here")
    assert len(draft.unconsented) == 1
    # The warning is about this name, not about any other in the letter.
    assert case(record, "Kim Kyu Li").drafts[0].dangers == ()


def test_a_name_that_was_taken_out_is_told_of_the_earlier_version(record: Record) -> None:
    number = open_draft(record, "letter.txt", LETTER)
    save_version(record, number, "Nobody is named.", why="edited")
    (draft,) = case(record).drafts
    assert (draft.earlier_only, draft.passages) == (True, ())


def test_the_consent_is_told_with_the_words_it_was_given_to_and_how_far_it_was_narrowed(
    record: Record,
) -> None:
    words = open_text(record, "letter", LETTER, language="en", who="Anna")
    sister = enter(
        record,
        "letter",
        kind="person",
        names={"en": "Kim Kyu Li"},
        details={"en": "sister of Kim Cheol-ok"},
        who="Anna",
    )
    enter(record, "letter", kind="organisation", names={"en": "HanVoice"}, who="Anna")
    consent(record, sister, words, who="Anna", how="e-mail")
    publish(record, words, recipient="A ministry", sent="2024-01-03", who="Anna", check_result={})
    found = case(record)
    (given_,) = found.consents
    assert [act.act for act in given_.acts] == ["entered", "consented"]
    assert given_.versions[given_.acts[1].version_id or 0].sha256 == words.sha256
    assert (given_.signs, given_.limit) == (True, None)
    assert [one.recipient for one in found.sent] == ["A ministry"]
    assert [one.version.id for one in found.versions] == [words.id]

    narrow(record, sister, words="To the ministry only.", who="Anna", how="a call")
    narrow(record, sister, words="Nowhere any more.", who="Anna", how="a second call")
    (given_,) = case(record).consents
    assert given_.limit is not None
    assert given_.limit.words == "Nowhere any more."
    assert given_.signs
    withdraw(record, sister, who="Anna", how="a third call")
    assert not case(record).consents[0].signs


def test_narrowing_needs_words_and_a_ground(record: Record) -> None:
    one = enter(record, "letter", kind="person", names={"ko": "김규리"}, who="Anna")
    for words, how in (("", "a call"), ("only here", " ")):
        with pytest.raises(UsageError):
            narrow(record, one, words=words, who="Anna", how=how)


@pytest.mark.parametrize(
    ("today", "left"), [(date(2024, 1, 3), 4), (date(2024, 1, 9), 0), (date(2024, 1, 10), -1)]
)
def test_the_last_day_for_questions_is_counted_from_today(record: Record, today: date, left: int) -> None:
    open_draft(record, "letter.txt", LETTER)
    (due,) = case(record, today=today).due
    assert (due.state, due.cycle, due.last, due.left, due.exact) == ("CHN", 4, date(2024, 1, 9), left, True)


def test_the_name_in_documents_is_counted_by_list(
    record: Record, make_report: Callable[..., Path], tmp_path: Path
) -> None:
    add_paths(record, [make_report(tmp_path, 1, "Ms. Kim Cheol-Ok")])
    found = case(record).documents
    assert {row.kind for row in found.rows["entries"]} >= {"recommendation", "statement"}
    assert {part: len(rows) for part, rows in found.rows.items()} == found.totals
    assert {row.symbol for row in found.rows["entries"]} == {"A/HRC/99/1"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Kim Cheol-ok", "KIM CHEOL OK"), ("Kim Cheol-ok", "Kim Cheol\u2010ok’s"), ("Kim Cheol ok", "Kim Cheol-ok"),
        ("김철옥", "김철옥의 언니"), ("김 철옥", "김철옥"), ("김철옥", "김 철옥 씨"), ("Nguyễn", "nguyễn"),
    ],
)  # fmt: skip
def test_a_name_is_found_as_others_write_it(name: str, text: str) -> None:
    assert passages(text, pattern_of((name,)))


@pytest.mark.parametrize(("name", "text"), [("Kim", "Kimberley"), ("Ann", "Joann"), ("김철옥", "이김철옥")])
def test_a_part_of_another_word_is_not_the_name(name: str, text: str) -> None:
    assert not passages(text, pattern_of((name,)))


@pytest.mark.parametrize(
    "words", ["", " , ", "x", "1984", "a" * 200, ",".join(f"name{'x' * n}" for n in range(20))]
)
def test_what_is_no_name_is_refused_with_help(words: str) -> None:
    with pytest.raises(UsageError) as caught:
        names_in(words)
    assert caught.value.hint


@given(st.text(max_size=300))
def test_whatever_is_typed_is_refused_or_can_be_looked_for(words: str) -> None:
    try:
        names = names_in(words)
    except UsageError:
        return
    parse_query(query_of(names))
    for name in names:
        assert passages(f"before {name} after", pattern_of(names)) or not name[0].isalnum()
