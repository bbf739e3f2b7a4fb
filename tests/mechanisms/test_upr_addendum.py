"""Addenda: the State's answer to each recommendation, in every layout that States use."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.mechanisms.addenda import HEAD, addendum

from onrecord.documents.model import Document, Table
from onrecord.documents.read import read_document
from onrecord.mechanisms.addendum_answers import answer_to_item, answers_in
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.model import Entry
from onrecord.mechanisms.upr_addendum import is_addendum, read_addendum

S, N, P = "supported", "noted", "partially_supported"

LAYOUTS = {
    "a recommendation's number, a colon, the answer": (
        """\
Recommendation 92.1: Accepted.

Recommendation 92.2: Accepted in part. Norway cannot accept its second part.

92.3.  Not accepted. The Penal Code already covers this.

92.4   Norway supports the recommendation. It is being implemented.
""",
        {"92.1": S, "92.2": P, "92.3": N, "92.4": S},
    ),
    "numbered paragraphs that list plain numbers": (
        """\
1.   Norway thanks all States for the 12 recommendations.

2.   Recommendations Nos. 5, 7 and 12 enjoy the support of Norway.

3.   Recommendations Nos. 6 and 8 to 10 do not enjoy the support of Norway. Convention No. 169 is in force.

4.   Recommendation No. 11 is accepted in part.
""",
        {"5": S, "7": S, "12": S, "6": N, "8": N, "9": N, "10": N, "11": P},
    ),
    "lists in the first person, two answers in one sentence": (
        """\
1.   We support recommendations 92.1, 92.5, 92.8-92.10 and 92.14.

2.   We support in part recommendations 92.2 and 92.3. With regard to 92.2, our law has another aim.

3.   We do not support recommendations 92.4, 92.6, 92.7, and note recommendation 92.11.
""",
        {
            **dict.fromkeys(("92.1", "92.5", "92.8", "92.9", "92.10", "92.14"), S),
            **dict.fromkeys(("92.2", "92.3"), P),
            **dict.fromkeys(("92.4", "92.6", "92.7", "92.11"), N),
        },
    ),
    "the list before the verb, States in brackets": (
        """\
1.   Recommendations 92.8 (Spain), 92.10 (Italy) and 92.12 enjoy the support of Norway, while 92.9 and \
92.11 are noted.
""",
        {"92.8": S, "92.10": S, "92.12": S, "92.9": N, "92.11": N},
    ),
    "numbers as headings, answers in the paragraphs under them": (
        """\
            I. Introduction

1.   Norway received 203 recommendations.

            II. Responses

131.1 – 131.3

2.   Norway does not support these recommendations. The instruments are under consideration.

Recommendation 131.4 (Chile)

3.   Norway partially supports this recommendation.
""",
        {"131.1": N, "131.2": N, "131.3": N, "131.4": P},
    ),
    "headings that state the position": (
        """\
            II. Recommendations which enjoy the support of Norway

105.1    Ratify the Optional Protocol (Spain);
105.2    Adopt a plan (Italy);

            III. Recommendations which do not enjoy the support of Norway

105.3    Abolish the law (Chile);
105.4    Accept the competence of the Committee (Peru);
""",
        {"105.1": S, "105.2": S, "105.3": N, "105.4": N},
    ),
    "a sentence that announces the numbers below it": (
        """\
1.   The following recommendations enjoy the support of Norway:

105.1, 105.2, 105.3

2.   The following recommendations do not enjoy the support of Norway, and would thus be noted:

105.4, 105.5
""",
        {"105.1": S, "105.2": S, "105.3": S, "105.4": N, "105.5": N},
    ),
    "the recommendation's words repeated, then the response": (
        """\
105.1 Ratify the Optional Protocol to the Convention against Torture (Spain);
Response: Norway accepts this recommendation.

105.2 Decriminalize defamation, which is not accepted in other countries (France);
Response: Norway does not accept this recommendation.

105.3 Take steps to support families (Chile);
Response: Supported.
""",
        {"105.1": S, "105.2": N, "105.3": S},
    ),
    "a table whose cells run together in a PDF": (
        """\
105.1    Ratify the Optional Protocol (Spain);            Accepted        Ratification is under way.
105.2    Abolish the death penalty (France) (Italy);      Noted
105.3    Adopt a national action plan (Portugal);         Partially       A plan exists for children
                                                          accepted        only.
""",
        {"105.1": S, "105.2": N, "105.3": P},
    ),
    "in French": (
        """\
1.   La Norvège accepte les recommandations 92.1, 92.3 et 92.5 à 92.7.

2.   La Norvège prend note des recommandations 92.2 et 92.4.

3.   Les recommandations 92.8 et 92.9 ne recueillent pas l'adhésion de la Norvège.

4.   La recommandation 92.10 est partiellement acceptée.
""",
        {
            **dict.fromkeys(("92.1", "92.3", "92.5", "92.6", "92.7"), S),
            **dict.fromkeys(("92.2", "92.4", "92.8", "92.9"), N),
            "92.10": P,
        },
    ),
    "in Spanish": (
        """\
1.   Noruega acepta las recomendaciones 92.1, 92.3 y 92.5 a 92.7.

2.   Noruega toma nota de las recomendaciones 92.2 y 92.4.

3.   Las recomendaciones 92.8 y 92.9 no cuentan con el apoyo de Noruega.

4.   La recomendación 92.10 se acepta parcialmente.
""",
        {
            **dict.fromkeys(("92.1", "92.3", "92.5", "92.6", "92.7"), S),
            **dict.fromkeys(("92.2", "92.4", "92.8", "92.9"), N),
            "92.10": P,
        },
    ),
    "whole lists of the report": (
        """\
1.   The recommendations listed in paragraph 105 of the report enjoy the support of Norway.

2.   Those in paragraph 106 do not enjoy its support.
""",
        {"105": S, "106": N},
    ),
}


def positions(document: Document) -> dict[str, str | None]:
    return {e.number or "": e.position for e in read_addendum(document).entries if e.kind == "position"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_gives_each_recommendation_its_position(layout: str) -> None:
    body, expected = LAYOUTS[layout]
    assert positions(addendum(body)) == expected


def only(document: Document, number: str) -> Entry:
    return next(e for e in read_addendum(document).entries if e.number == number)


def test_a_position_says_who_answers_where_and_in_which_words() -> None:
    found = only(
        addendum("1.   Norway thanks all.\n\n2.   Norway accepts recommendations 9.1 and 9.2.\n"), "9.2"
    )
    assert (found.kind, found.by, found.to, found.symbol) == ("position", ("NOR",), "NOR", "A/HRC/99/7/Add.1")
    assert found.position_as_written == "Norway accepts recommendations"
    assert found.position_at is not None
    assert (found.position_at.symbol, found.position_at.paragraph) == ("A/HRC/99/7/Add.1", "2")
    assert found.pinpoint == "2"


def test_the_states_comment_is_joined_to_each_recommendation_that_it_speaks_of() -> None:
    body = """\
1.   Norway accepts recommendations 92.1 to 92.3.

92.1–92.2

2.   The Act was amended in 2013.
"""
    document = addendum(body)
    assert only(document, "92.2").text == "The Act was amended in 2013."
    assert only(document, "92.2").position == S
    assert only(document, "92.3").text == "Norway accepts recommendations 92.1 to 92.3."


def test_an_answer_to_all_that_are_left_has_no_number() -> None:
    reading = read_addendum(
        addendum("1.   Norway accepts 92.1.\n\n2.   The remaining recommendations are noted.\n")
    )
    assert [(e.number, e.position) for e in reading.entries] == [("92.1", S), (None, N)]


def test_an_answer_to_all_but_some_leaves_those_out() -> None:
    body = (
        "1.   Norway supports all recommendations except recommendations 105.3 and 105.9, which it notes.\n"
    )
    assert positions(addendum(body)) == {"105.3": N, "105.9": N, "": S}


def test_an_answer_given_twice_differently_is_kept_twice_and_told() -> None:
    body = "1.   Norway accepts recommendations 92.1 and 92.2.\n\n2.   Norway notes recommendation 92.2.\n"
    reading = read_addendum(addendum(body))
    assert [(e.number, e.position) for e in reading.entries] == [("92.1", S), ("92.2", S), ("92.2", N)]
    assert any("92.2 twice" in doubt for doubt in reading.doubts)


def test_a_total_that_does_not_come_out_is_told() -> None:
    reading = read_addendum(
        addendum("1.   Norway accepts 3 recommendations.\n\n2.   Norway accepts 92.1, 92.2.\n")
    )
    assert any("“accepts 3 recommendations”" in doubt for doubt in reading.doubts)


def test_plain_numbers_take_the_paragraph_that_the_addendum_names() -> None:
    body = """\
1.   The numbers of the recommendations follow the list in paragraph 115 of the report.

2.   Norway accepts recommendations 1 and 2.
"""
    found = only(addendum(body), "115.2")
    assert found.position == S
    assert found.inferred[-1].field == "number"


TABLES = [
    (
        (
            ("No.", "Recommendation", "Position", "Remarks"),
            ("A. Treaties", "", "", ""),
            ("105.1", "Ratify OP-CAT (Spain)", "Accepted", "Under way."),
            ("105.2", "Abolish it, not accepted elsewhere (Italy)", "Noted", "The law does not permit it."),
            ("105.3", "Adopt a plan (Peru)", "Accepted in part", ""),
        ),
        {"105.1": S, "105.2": N, "105.3": P},
    ),
    (
        (
            ("Recommendation", "Response"),
            ("Recommendations that enjoy the support of Norway", ""),
            ("105.1 Ratify OP-CAT (Spain)", "Norway ratified it in 2013."),
            ("Recommendations noted", ""),
            ("105.2 Abolish it (Italy)", "No change is planned."),
        ),
        {"105.1": S, "105.2": N},
    ),
    (
        (("1", "Ratify OP-CAT (Spain)", "Supported"), ("2", "Abolish it (Italy)", "Not supported.")),
        {"1": S, "2": N},
    ),
]


@pytest.mark.parametrize(("rows", "expected"), TABLES)
def test_tables_are_read_by_what_their_cells_hold(
    rows: tuple[tuple[str, ...], ...], expected: dict[str, str]
) -> None:
    document = addendum("1.   Norway responds as follows to all.\n")
    assert positions(replace(document, format="docx", tables=(Table(rows, at=1),))) == expected


ANSWERS = [
    ("Accepted.", S),
    ("Not accepted", N),
    ("Slovenia cannot accept the recommendation for the following reasons", N),
    ("Slovenia accepts the recommendation and notes that it has been implemented.", S),
    ("Accept to follow up", S),
    ("Partially accept to follow up", P),
    ("Supported in part", P),
    ("Noted", N),
    ("Norway accepts the recommendation on aid. It cannot accept the recommendation on courts.", P),
    ("Accepted. Norway, however, has not accepted the jurisdiction of that court in tax matters.", S),
    ("Slovenia supports new developments in palliative care in all areas.", None),
    ("Slovenia agrees with the importance of the Programme.", None),
    ("Abolish what is not accepted (Chile); Accepted", S),
]


@pytest.mark.parametrize(("words", "expected"), ANSWERS)
def test_words_beside_a_number_answer_it_or_do_not(words: str, expected: str | None) -> None:
    found = answer_to_item(words)
    assert (found.value if found else None) == expected


@given(st.text(max_size=200))
def test_answers_stand_where_they_say_and_do_not_overlap(text: str) -> None:
    end = 0
    for found in answers_in(f"{text} accepted in part, not accepted {text} notes recommendations"):
        assert end <= found.start < found.end
        end = found.end


@given(
    st.lists(
        st.sampled_from([line for body, _ in LAYOUTS.values() for line in body.splitlines()]), max_size=25
    )
)
def test_no_row_of_lines_is_lost_on_the_reader(lines: list[str]) -> None:
    document = read_document(Path("made.txt"), (HEAD.format(state="Norway") + "\n".join(lines)).encode())
    for found in read_addendum(document).entries:
        assert found.kind in {"position", "reply"}
        assert found.to == "NOR"


def test_an_addendum_is_told_from_a_report() -> None:
    document = addendum("1.   Norway accepts recommendation 92.1.\n")
    assert is_addendum(document)
    assert read_entries(document).kind == "upr_addendum"


REAL = [
    ("cycle1/g1012465.pdf", {S: 89, N: 3, P: 3, "not_stated": 2}),
    ("cycle2/g1504261.pdf", {S: 142, N: 21}),
    ("cycle3/g2004192.pdf", {S: 124, N: 33}),
]


@pytest.mark.parametrize(("name", "expected"), REAL)
def test_totals_of_real_addenda_come_out(shared_data: Path, name: str, expected: dict[str, int]) -> None:
    reading = read_entries(read_document(shared_data / "slovenia" / name))
    answered = [e for e in reading.entries if e.kind == "position"]
    assert Counter(e.position for e in answered) == expected
    assert len({e.number for e in answered}) == len(answered)
    assert not reading.doubts
