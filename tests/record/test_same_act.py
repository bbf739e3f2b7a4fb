"""One act told by several sources is one act, and every difference is shown."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.model import Entry, SecondHand
from onrecord.record.same_act import _best, _Found, _likeness, authority, same_acts

REPORT = "A/HRC/25/5"
PROTECT = "Protect North Korean refugees in accordance with international law"


def listed(text: str, by: str = "CZE", number: str = "186.241", **fields: object) -> Entry:
    """A recommendation of the report's list."""
    return Entry(
        **{
            "kind": "recommendation",
            "symbol": REPORT,
            "section": "conclusions",
            "paragraph": "186",
            "page": 27,
            "text": text,
            "number": number,
            "by": tuple(by.split()),
            "to": "CHN",
            "cycle": 2,
            "position": "pending",
        }
        | fields
    )


def row(text: str, by: str = "CZE", place: int = 2, position: str = "noted", **fields: object) -> Entry:
    """A row of UPR Info's."""
    hand = SecondHand("UPR Info", "export.csv", REPORT)
    own = {"symbol": "", "section": "export", "paragraph": f"row {place}", "second_hand": hand}
    return listed(text, by, **({"number": None, "position": position} | own | fields))


def in_matrix(text: str, by: str = "CZE", number: str = "186.241", position: str = "noted") -> Entry:
    """A row of OHCHR's matrix."""
    hand = SecondHand("OHCHR", "matrix.docx", REPORT, number)
    return listed(text, by, number, symbol="", position=position, second_hand=hand)


def fields_of(telling):
    return [(one.field, one.contradicts) for one in telling.differences]


def test_report_matrix_and_table_are_one_act_the_report_first():
    told = [row(PROTECT), in_matrix(f"{PROTECT} (Czech Republic);"), listed(f"{PROTECT} (Czech Republic);")]
    [act] = same_acts(told)
    assert act.entry.symbol == REPORT
    assert [telling.entry.second_hand.source for telling in act.also] == ["OHCHR", "UPR Info"]
    assert [fields_of(telling) for telling in act.also] == [[("position", False)]] * 2
    assert act.contradictions == ()


def test_several_rows_are_one_act_where_the_report_merges():
    merged = listed("Analyse the possibility of ratifying/consider ratifying/ratify ICCPR", "ARG BRA AUT")
    told = [merged, row("Ratify the ICCPR", "AUT", 2), row("Consider ratifying ICCPR", "BRA", 3)]
    [act] = same_acts(told)
    assert [telling.entry.pinpoint for telling in act.also] == ["row 2", "row 3"]


def test_texts_of_one_state_are_told_apart():
    torture = listed("Ratify the Optional Protocol to the Convention against Torture", number="186.2")
    child = listed("Establish an ombudsman for children", number="186.3")
    acts = same_acts([torture, child, row("Establish a children's ombudsman"), row("Ratify OP-CAT", place=3)])
    told = {act.entry.number: [telling.entry.pinpoint for telling in act.also] for act in acts}
    assert told["186.3"] == ["row 2"]


def test_what_is_not_alike_stays_an_act_of_its_own():
    acts = same_acts([listed(PROTECT), row("Abolish the death penalty", "CZE")])
    assert [act.also for act in acts] == [(), ()]


def test_another_review_of_the_state_is_another_act():
    assert len(same_acts([listed(PROTECT), row(PROTECT, cycle=3)])) == 2


def test_the_same_words_of_another_state_are_joined_and_the_states_contradict():
    [act] = same_acts([listed(PROTECT, "PRK"), row(PROTECT, "KOR")])
    assert fields_of(act.also[0]) == [("by", True), ("position", False)]


def test_few_words_of_another_state_are_not_joined():
    assert len(same_acts([listed("Ratify the ICCPR", "CHL"), row("Ratify the ICCPR", "NOR")])) == 2


def test_a_row_without_a_state_is_joined_by_its_words_and_that_is_shown():
    [act] = same_acts([listed(PROTECT), row(PROTECT, "")])
    assert ("by", False) in fields_of(act.also[0])


@pytest.mark.parametrize(
    ("first", "other", "contradicts"),
    [
        ("supported", "noted", True),
        ("noted", "supported", True),
        ("pending", "noted", False),
        ("not_stated", "supported", False),
        ("partially_supported", "noted", False),  # UPR Info knows two values and folds "in part" into noted
        ("partially_supported", "supported", True),
    ],
)
def test_positions_contradict_where_both_are_answers(first, other, contradicts):
    [act] = same_acts([listed(PROTECT, position=first), row(PROTECT, position=other)])
    assert fields_of(act.also[0]) == [("position", contradicts)]


def test_the_same_number_joins_texts_that_are_less_alike():
    told = [listed("Accede to the CPED", "FRA"), in_matrix("Ratify CPED", "FRA")]
    assert len(same_acts(told)) == 1
    assert len(same_acts([listed("Accede to the CPED", "FRA"), row("Ratify CPED", "FRA")])) == 2


def test_another_number_in_another_source_is_a_contradiction():
    [act] = same_acts([listed(PROTECT), in_matrix(PROTECT, number="186.214")])
    assert ("number", True) in fields_of(act.also[0])


def test_a_recommendation_of_the_dialogue_is_one_with_the_lists():
    spoken = listed(PROTECT, number="(g)", section="dialogue", paragraph="28")
    [act] = same_acts([spoken, listed(PROTECT)])
    assert (act.entry.section, act.also[0].entry.pinpoint) == ("conclusions", "28 (g)")


def test_entries_of_one_source_are_never_each_others_doubles():
    assert len(same_acts([listed(PROTECT), listed(PROTECT, number="186.9")])) == 2
    assert len(same_acts([row(PROTECT), row(PROTECT, place=3)])) == 2


sources = st.sampled_from([listed, row, in_matrix])
made = st.builds(
    lambda source, text, by: source(text, by),
    sources,
    st.sampled_from(
        [PROTECT, "Ratify", "", "Ratify the Rome Statute of the Court", "Abolish the death penalty"]
    ),
    st.sampled_from(["CZE", "KOR", "", "CZE KOR"]),
)


@given(st.lists(made, max_size=12))
def test_every_entry_stands_in_one_act_and_the_first_has_the_highest_authority(told):
    acts = same_acts(told)
    found = [e for act in acts for e in (act.entry, *(telling.entry for telling in act.also))]
    assert sorted(map(id, found)) == sorted(map(id, told))
    for act in acts:
        assert all(authority(act.entry) <= authority(telling.entry) for telling in act.also)


@pytest.mark.parametrize("name", ["china2009", "china2013"])
def test_rows_of_the_real_table_join_the_items_of_the_report(shared_data: Path, name: str):
    truth = json.loads((shared_data / "upr_reports" / "truth" / f"{name}.json").read_text())
    pdf = shared_data / "upr_reports" / "pdf" / f"{name}.pdf"
    report = read_entries(read_document(pdf)).entries
    rows = [e for e in _real_rows(shared_data) if (e.to, e.session) == (truth["sur_iso3"], truth["session"])]
    began = time.perf_counter()
    acts = same_acts([*report, *rows])
    assert time.perf_counter() - began < 1
    numbers = {
        (item["text"].strip(), code): item["official_number"]
        for item in truth["recommendations"]
        for code in item["iso3"]
    }
    joined = [
        numbers[e.entry.text, e.entry.by[0]] in (act.entry.pinpoint, None)
        for act in acts
        for e in act.also
        if e.entry.second_hand and (e.entry.text, e.entry.by[0]) in numbers
    ]
    assert len(joined) >= 0.97 * len(rows)
    assert sum(joined) >= 0.97 * len(joined)
    if name == "china2013":
        assert len(rows) == 284
        listed_acts = [act for act in acts if act.entry.section == "conclusions"]
        assert len({act.entry.number for act in listed_acts}) == 252


def _real_rows(shared_data: Path) -> list[Entry]:
    files = [shared_data / "upr_info" / name for name in ("1-5.csv", "14-17.csv")]
    return [entry for file in files for entry in read_entries(read_document(file)).entries]


WORDS = st.lists(
    st.sampled_from(
        ["ratify", "accede", "to", "the", "convention", "without", "delay", "and", "a", "protocol"]
    ),
    max_size=9,
)


@given(asked=WORDS, told=st.lists(WORDS, max_size=8), least=st.sampled_from([45.0, 60.0, 92.0]))
def test_the_act_most_like_a_text_is_found_as_if_all_were_compared_in_full(
    asked: list[str], told: list[list[str]], least: float
) -> None:
    acts = [_Found(listed(""), " ".join(words)) for words in told]
    words = " ".join(asked)
    likenesses = [_likeness(words, act.words) for act in acts]
    found = _best(words, acts, least)
    if max(likenesses, default=0) < least:
        assert found is None
    else:
        assert found is not None
        assert found.act is acts[likenesses.index(max(likenesses))]
        assert found.likeness == max(likenesses)
