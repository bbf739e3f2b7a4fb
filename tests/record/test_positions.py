"""What became of a recommendation, from all documents on the record, by their authority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.conftest import Keep

from onrecord.analysis.topics import topic
from onrecord.analysis.trace import trace
from onrecord.documents.model import Document, Paragraph
from onrecord.documents.read import read_document
from onrecord.letters.check import check
from onrecord.letters.read import parse_letter
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.model import Entry, PositionAt, ReviewFacts, SecondHand
from onrecord.record.add import add_paths
from onrecord.record.places import parse_reference, places_at
from onrecord.record.positions import ADDENDUM, OHCHR, REPORT, Answers, positions, resolve, settled_entry
from onrecord.record.record import Record, open_record

SYMBOL = "A/HRC/28/15"
TEXT = "Ratify without delay the Convention on the Rights of All Migrant Workers (Spain)"


def recommendation(number: str = "115.1", **given: Any) -> Entry:
    """A recommendation of a report, left for later unless said otherwise."""
    paragraph = number.partition(".")[0]
    stated: dict[str, Any] = {
        "by": ("ESP",),
        "to": "SVN",
        "cycle": 2,
        "session": 20,
        "position": "pending",
        "position_as_written": "will be examined",
        "position_at": PositionAt(SYMBOL, paragraph),
        "number": number,
    }
    return Entry("recommendation", SYMBOL, "conclusions", paragraph, 1, TEXT, **(stated | given))


def answer(
    number: str | None, position: str = "noted", paragraph: str = "5", text: str = "It is not planned."
) -> Entry:
    """The State's answer in the addendum."""
    at = PositionAt(f"{SYMBOL}/Add.1", paragraph)
    return Entry(
        "position", at.symbol, "answers", paragraph, 2, text, number=number, by=("SVN",), to="SVN",
        position=position, position_as_written="notes recommendations", position_at=at,
    )  # fmt: skip


def telling(number: str = "115.1", position: str = "noted", source: str = "OHCHR", **given: Any) -> Entry:
    """The same recommendation in a table about the report."""
    at = PositionAt(f"{SYMBOL}/Add.1", "5")
    told = SecondHand(source, "list.docx", SYMBOL, number)
    words = position.capitalize()
    return replace(
        recommendation(number), symbol="", position=position, position_as_written=words, position_at=at,
        second_hand=told, **given,
    )  # fmt: skip


def resolved(entry: Entry, *others: Entry, report: Sequence[Entry] = ()) -> Any:
    """What became of an entry by these others."""
    return resolve(entry, report or [entry], Answers(others))


def test_what_a_report_leaves_open_the_addendum_answers_in_the_states_own_words() -> None:
    found = resolved(recommendation(), answer("115.1"))
    assert (found.position, found.at) == ("noted", PositionAt("A/HRC/28/15/Add.1", "5"))
    assert found.comment == "It is not planned."
    assert [one.authority for one in found.statements] == [ADDENDUM, REPORT]
    assert not found.contradictions


def test_a_matrix_settles_what_no_addendum_on_the_record_answers_and_says_who_normalised() -> None:
    found = resolved(recommendation(), telling(position="supported"))
    assert (found.position, found.normalised_by) == ("supported", "OHCHR")
    assert found.statements[0].authority == OHCHR


def test_the_report_stands_before_the_addendum_and_the_contradiction_is_told() -> None:
    entry = recommendation(position="supported", position_as_written="enjoy the support")
    found = resolved(entry, answer("115.1"))
    assert found.position == "supported"
    assert len(found.contradictions) == 1
    assert "A/HRC/28/15/Add.1, para. 5" in found.contradictions[0]


def test_the_addendum_stands_before_the_matrix_and_the_contradiction_is_told() -> None:
    found = resolved(recommendation(), answer("115.1"), telling(position="supported"))
    assert found.position == "noted"
    assert "OHCHR's list" in found.contradictions[0]


def test_in_part_and_noted_do_not_contradict_where_a_table_knows_two_values_only() -> None:
    found = resolved(recommendation(), answer("115.1", "partially_supported"), telling(position="noted"))
    assert (found.position, found.contradictions) == ("partially_supported", ())


def test_other_states_words_and_places_of_a_second_source_are_told() -> None:
    other = telling(by=("ESP", "CHL"))
    found = resolved(recommendation(), answer("115.1", paragraph="3"), other)
    told = " ".join(found.differences)
    assert "ESP, CHL" in told
    assert "para. 5; the answer was read in para. 3" in told


def test_plain_numbers_count_in_the_one_list_that_is_left_open_and_that_is_marked() -> None:
    entry = replace(recommendation("111.12"), number="12")
    found = resolved(entry, answer("12", "supported"))
    assert found.position == "supported"
    assert "para. 111" in found.statements[0].inferred


def test_plain_numbers_stay_unresolved_where_two_lists_are_open() -> None:
    one, other = recommendation("111.1"), recommendation("112.1")
    assert resolved(one, answer("1"), report=[one, other]).position == "pending"


def test_an_answer_to_a_whole_list_answers_each_in_it() -> None:
    found = resolved(recommendation("105.7"), answer("105", "supported"), answer("106", "noted"))
    assert found.position == "supported"
    assert found.statements[0].inferred


def test_an_answer_to_all_that_are_left_answers_only_what_has_none_of_its_own() -> None:
    left, named = recommendation("115.2"), recommendation("115.1")
    others = (answer(None, "noted"), answer("115.1", "supported"))
    assert resolved(left, *others).position == "noted"
    assert resolved(named, *others).position == "supported"


def test_a_comment_without_support_is_noted_by_rule_where_all_others_are_answered() -> None:
    clear = [answer(f"115.{n}", "supported") for n in range(2, 12)]
    found = resolved(recommendation(), answer("115.1", "not_stated"), *clear)
    assert found.position == "noted"
    assert "para. 32" in found.statements[0].inferred
    assert resolved(recommendation(), answer("115.1", "not_stated")).position == "pending"


def test_an_addendum_to_another_report_answers_nothing() -> None:
    other = replace(answer("115.1"), symbol="A/HRC/43/15/Add.1")
    assert resolved(recommendation(), other).position == "pending"


def test_a_settled_entry_names_the_document_that_settles_it() -> None:
    entry = recommendation()
    found = settled_entry(entry, resolved(entry, answer("115.1")))
    assert (found.position, found.position_at) == ("noted", PositionAt("A/HRC/28/15/Add.1", "5"))
    assert found.position_as_written == "notes recommendations"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["115.1", "115.2", "1", "115", None]),
            st.sampled_from(["supported", "noted", "partially_supported", "not_stated"]),
        ),
        max_size=6,
    )
)
def test_whatever_is_answered_the_position_is_one_that_some_document_states(
    answers: list[tuple[str | None, str]],
) -> None:
    found = resolved(recommendation(), *(answer(number, position) for number, position in answers))
    assert found.position in {"pending", "noted", *(position for _, position in answers)}
    assert found.position == found.statements[0].position


CYCLES = [
    ("cycle1", "g1012049.pdf", "g1012465.pdf", 97, {"supported": 89, "noted": 5, "partially_supported": 3}),
    ("cycle2", "g1423930.pdf", "g1504261.pdf", 163, {"supported": 142, "noted": 21}),
    ("cycle3", "g1934994.pdf", "g2004192.pdf", 215, {"supported": 182, "noted": 33}),
]


@pytest.mark.parametrize(("cycle", "report", "addendum", "numbers", "expected"), CYCLES)
def test_report_and_addendum_together_give_slovenias_totals(
    shared_data: Path, cycle: str, report: str, addendum: str, numbers: int, expected: dict[str, int]
) -> None:
    folder = shared_data / "slovenia" / cycle
    of_report = read_entries(read_document(folder / report)).entries
    answers = Answers(read_entries(read_document(folder / addendum)).entries)
    found: dict[str, set[str]] = defaultdict(set)
    for entry in of_report:
        if entry.kind == "recommendation" and entry.section == "conclusions":
            found[entry.pinpoint].add(resolve(entry, of_report, answers).position)
    assert len(found) == numbers
    assert all(len(values) == 1 for values in found.values())
    counts = {value: sum(value in values for values in found.values()) for value in expected}
    assert counts == expected


def test_trace_show_and_check_take_the_answer_from_the_addendum(keep: Keep, record: Record) -> None:
    report = Document(
        "r.pdf", "1" * 64, "pdf", 1, (Paragraph("115.1", TEXT, 1, parent="115"),), symbol=SYMBOL
    )
    facts = ReviewFacts(SYMBOL, "SVN", 20, 2, "2014-11-04", "", "")
    keep(report, recommendation(), review=facts)
    keep(replace(report, name="a.pdf", sha256="2" * 64, symbol=f"{SYMBOL}/Add.1"), answer("115.1"))
    (place,) = places_at(record, SYMBOL, parse_reference(f"{SYMBOL} 115.1")[1])
    assert place.entries[0].position == "noted"
    assert place.as_json()["entries"][0]["resolved"]["comment"] == "It is not planned."
    (hit,) = trace(record, "Slovenia", topic("ratify")).reviews[0].raised
    assert (hit.entry.position, hit.entry.position_at) == ("noted", PositionAt(f"{SYMBOL}/Add.1", "5"))
    asked = f"Spain asked Slovenia to “{TEXT[:-8]}” ({SYMBOL}, para. 115.1)."
    words = f"{asked} Slovenia accepted this recommendation."
    letter = parse_letter(words, "letter.txt")
    assert f"{SYMBOL}/Add.1" in " ".join(found.message for found in check(letter, record).findings)


def test_china_2013_has_every_position_by_the_matrix(shared_data: Path, tmp_path: Path) -> None:
    files = [
        shared_data / "upr_reports/pdf/china2013.pdf",
        shared_data / "china/Matrix_recommendations_2013.docx",
    ]
    with open_record(tmp_path / "record") as record:
        assert not add_paths(record, files).failed
        listed = [
            e
            for e in record.entries(symbol="A/HRC/25/5", kind="recommendation")
            if e.section == "conclusions"
        ]
        numbers = dict.fromkeys(e.pinpoint for e in listed)
        assert len(numbers) == 252
        found = {number: positions(record, "A/HRC/25/5", number)[0] for number in list(numbers)[238:246]}
    shown = {number: (one.position, one.at) for number, one in found.items()}
    assert shown["186.241"] == ("noted", PositionAt("A/HRC/25/5/Add.1", "186.241"))
    assert shown["186.242"] == ("supported", PositionAt("A/HRC/25/5/Add.1", "186.242"))
    assert shown["186.243"] == ("noted", PositionAt("A/HRC/25/5/Add.1", "186.243"))
