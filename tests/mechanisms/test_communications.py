"""Letters of mandate holders and the answers, in documents of our own in the published form."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.model import Document, Paragraph
from onrecord.documents.read import read_document
from onrecord.mechanisms.communication_facts import reference_of
from onrecord.mechanisms.communications import bare_reference, pairs, read_communication
from onrecord.mechanisms.detect import read_entries

LETTER = """\
PALAIS DES NATIONS • 1211 GENEVA 10, SWITZERLAND
Mandates of the Special Rapporteur on minority issues and the Special Rapporteur on torture
Ref.: JAL CHN 98/2021
(Please use this reference in your reply)
23 August 2021
Excellency,
We have the honour to address you in our capacities as Special Rapporteur on minority issues; Working Group on
Enforced or Involuntary Disappearances and Special Rapporteur on torture, pursuant to Human Rights Council
resolutions 43/22 and 45/3.
In this connection, we would like to bring to your attention information we have received concerning the detention
of Mr. Ann Example and Ms. Bea Sample.
According to the information received:
On 14 July 2021, Mr. Example was detained at a border.
Without prejudging the accuracy of these allegations, we are concerned.
We would be grateful for your observations on the following matters:
1. Please provide any additional information.
2. Please explain on which legal ground Mr. Example is held, and
where.
3. Please indicate what has been done.
We would appreciate receiving a response within 60 days.
Please accept, Excellency, the assurances of our highest consideration.
Tomás Example
Special Rapporteur on minority issues
Luciana Sample
Chair-Rapporteur of the Working Group on Enforced or Involuntary
Disappearances
Annex
Reference to international human rights law
The Convention prohibits it.
"""

ANSWER = """\
The Permanent Mission of the People’s Republic of China to the United Nations Office at Geneva presents its
compliments to the Office of the High Commissioner and, with reference to letter AL CHN 98/2021, has the honour
to transmit the reply of the Government.
1. The person named is at liberty.
"""


def read(text: str, tmp_path: Path) -> Document:
    file = tmp_path / "letter.txt"
    file.write_text(text, encoding="utf-8")
    return read_document(file)


def test_a_letter_gives_its_questions_allegations_and_facts(tmp_path: Path) -> None:
    reading = read_entries(read(LETTER, tmp_path))
    assert reading.kind == "communication"
    assert [(e.section, e.pinpoint, e.text) for e in reading.entries] == [
        ("allegations", "", "On 14 July 2021, Mr. Example was detained at a border."),
        ("questions", "1", "Please provide any additional information."),
        ("questions", "2", "Please explain on which legal ground Mr. Example is held, and where."),
        ("questions", "3", "Please indicate what has been done."),
    ]
    assert {(e.symbol, e.to, e.date) for e in reading.entries} == {("JAL CHN 98/2021", "CHN", "2021-08-23")}
    assert [fact.value for fact in reading.facts if fact.name == "mandate"] == [
        "SR on minority issues",
        "WGEID",
        "SR on torture",
    ]
    assert [fact.value for fact in reading.facts if fact.name == "signatory"] == [
        "Tomás Example, Special Rapporteur on minority issues",
        "Luciana Sample, Chair-Rapporteur of the Working Group on Enforced or Involuntary Disappearances",
    ]
    assert [fact.value for fact in reading.facts if fact.name == "person"] == ["Ann Example", "Bea Sample"]
    assert reading.fact("type") == "JAL"
    assert reading.fact("term") == "60 days"


def test_an_answer_is_paired_with_its_letter_by_the_reference(tmp_path: Path) -> None:
    letter = read_entries(read(LETTER, tmp_path))
    answer = read_entries(read(ANSWER, tmp_path))
    assert answer.kind == "communication_reply"
    assert {entry.by for entry in answer.entries} == {("CHN",)}
    (pair,) = pairs([answer, letter])
    assert pair.reference == "CHN 98/2021"
    assert (pair.letter, pair.replies) == (letter, (answer,))


def test_a_letter_without_an_answer_here_stays_alone(tmp_path: Path) -> None:
    (pair,) = pairs([read_entries(read(LETTER, tmp_path))])
    assert pair.replies == ()


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Ref.: AL CHN 8/2021", "AL CHN 8/2021"),
        ("REFERENCE: JUA IRN 20/2017", "JUA IRN 20/2017"),
        ("REFERENCE: AL G/SO 218/2 CHN 5/2014", "CHN 5/2014"),
        ("resolution ABC 26/2014", None),
        ("OL OTH 3/2020", "OL OTH 3/2020"),
    ],
)
def test_references(text: str, reference: str | None) -> None:
    assert reference_of(text) == reference


def test_a_reference_is_compared_without_its_type() -> None:
    assert bare_reference("JAL CHN 8/2021") == bare_reference("CHN 8/2021") == "CHN 8/2021"


texts = st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P", "Zs"]), max_size=60)
formulas = st.sampled_from(
    [
        "Ref.: AL CHN 8/2021 We have the honour to address you. ",
        "According to the information received: ",
        "we would be grateful for your observations on the following matters: ",
        "We would appreciate receiving a response within 60 days. ",
        "",
    ]
)
paragraphs = st.builds(
    lambda number, formula, text: Paragraph(number, formula + text, 1),
    st.none() | st.just("1"),
    formulas,
    texts,
)


@given(st.lists(paragraphs, max_size=6))
def test_any_document_is_read_and_every_entry_stands_in_it(found: list[Paragraph]) -> None:
    reading = read_communication(Document("x", "0", "text", 1, tuple(found)))
    assert all(any(entry.text in p.text for p in found) for entry in reading.entries)
