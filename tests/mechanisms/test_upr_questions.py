"""Advance questions: who asks what, in every layout of the files."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.model import Document, Paragraph, Table
from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.questions_lines import asker_of
from onrecord.mechanisms.upr_questions import is_questions, read_questions


def word_file(*paragraphs: str, tables: tuple[Table, ...] = ()) -> Document:
    """A Word file whose paragraphs have neither numbers nor styles."""
    body = tuple(Paragraph(None, text, 1) for text in paragraphs)
    return Document("questions.doc", "0" * 64, "docx", 1, body, tables=tables)


def printed(text: str) -> Document:
    """A file of printed lines, as a PDF gives them."""
    return read_document(Path("questions.txt"), text.encode())


def asked(document: Document) -> list[tuple[tuple[str, ...], str | None, str]]:
    return [(e.by, e.number, e.text) for e in read_questions(document).entries]


def test_states_in_capitals_head_their_questions() -> None:
    document = word_file(
        "ADVANCE QUESTIONS TO THE DEMOCRATIC PEOPLE’S REPUBLIC OF KOREA – ADD.2",
        "REPUBLIC OF KOREA",
        "Could the Government explain its asylum procedure?",
        "What is done to protect trafficked women?",
        "UNITED STATES OF AMERICA",
        "When will the camps be closed?",
    )
    assert asked(document) == [
        (("KOR",), "1", "Could the Government explain its asylum procedure?"),
        (("KOR",), "2", "What is done to protect trafficked women?"),
        (("USA",), "1", "When will the camps be closed?"),
    ]
    entry = read_questions(document).entries[1]
    assert (entry.kind, entry.to, entry.note) == ("advance_question", "PRK", "Add.2")
    assert entry.pinpoint == "Add.2, KOR, question 2"


def test_a_bullet_that_only_tells_what_the_next_asks_about_stands_before_it() -> None:
    document = word_file(
        "ADVANCE QUESTIONS TO NORWAY",
        "SWEDEN",
        "We remain concerned about prisons.",
        "When will they be closed?",
    )
    assert asked(document) == [
        (("SWE",), "1", "We remain concerned about prisons.\nWhen will they be closed?")
    ]


def test_a_subject_over_questions_is_none_of_them() -> None:
    document = word_file("ADVANCE QUESTIONS TO NORWAY", "SWEDEN", "Women’s rights", "What is done?")
    assert asked(document) == [(("SWE",), "1", "What is done?")]


ASKERS = [
    ("SPAIN", ("ESP",), ""),
    ("Czech Republic", ("CZE",), ""),
    ("UNITED KINGDOM OF GREAT BRITAIN & NORTHERN IRELAND", ("GBR",), ""),
    ("PORTUGAL on behalf of the Group of Friends on NMIRF’s", ("PRT",), "Group of Friends on NMIRF’s"),
    ("Joint submission on behalf of Costa Rica, the Maldives and Slovenia", ("CRI", "MDV", "SVN"), ""),
    ("AUSTRIA, ON BEHALF OF THE CORE GROUP ON SAFETY", ("AUT",), "CORE GROUP ON SAFETY"),
    ("EUROPEAN UNION", (), "EUROPEAN UNION"),
    ("Questions by Germany", ("DEU",), ""),
    ("IRAN (ISLAMIC REPUBLIC OF)", ("IRN",), ""),
]


@pytest.mark.parametrize(("heading", "states", "group"), ASKERS)
def test_a_heading_names_who_asks_and_for_whom(heading: str, states: tuple[str, ...], group: str) -> None:
    found = asker_of(heading)
    assert found is not None
    assert (found.codes, found.on_behalf_of) == (states, group)


@pytest.mark.parametrize(
    "text",
    ["What does Norway plan?", "WOMEN’S RIGHTS", "Norway welcomes the plan", "The situation in Georgia", ""],
)
def test_other_words_name_nobody(text: str) -> None:
    assert asker_of(text) is None


def test_printed_lines_are_joined_and_numbers_and_bullets_part_them() -> None:
    document = printed("""\
ADVANCE QUESTIONS TO NORWAY (FIRST BATCH)

GERMANY
1. What steps has Norway taken to implement
the Convention?
2. How does Norway
ensure access?

URUGUAY
- ¿Qué medidas ha tomado Noruega?
- ¿Podría Noruega informar sobre la ley? / Could Norway inform on the law?

TÜRKIYE
How is the law applied in
Norway?
Will Norway ratify Convention No. 169?

Generated on Wednesday, 16 April 2014 14:31
""")
    assert asked(document) == [
        (("DEU",), "1", "What steps has Norway taken to implement the Convention?"),
        (("DEU",), "2", "How does Norway ensure access?"),
        (("URY",), "1", "¿Qué medidas ha tomado Noruega?"),
        (("URY",), "2", "¿Podría Noruega informar sobre la ley? / Could Norway inform on the law?"),
        (("TUR",), "1", "How is the law applied in Norway?"),
        (("TUR",), "2", "Will Norway ratify Convention No. 169?"),
    ]


def test_the_review_is_inferred_from_the_stamp_and_the_calendar() -> None:
    document = word_file(
        "ADVANCE QUESTIONS TO NORWAY",
        "SWEDEN",
        "What is done?",
        "Generated on Wednesday, 16 April 2014 14:31",
    )
    entry = read_questions(document).entries[0]
    assert (entry.cycle, entry.session) == (2, 19)
    assert entry.inferred[0].field == "session"


def test_without_any_date_the_review_stays_open_and_is_told() -> None:
    reading = read_questions(word_file("ADVANCE QUESTIONS TO NORWAY", "SWEDEN", "What is done?"))
    assert reading.entries[0].session is None
    assert any("for which review" in doubt for doubt in reading.doubts)


def test_a_translation_has_the_number_of_what_it_translates() -> None:
    document = printed("""\
ADVANCE QUESTIONS TO NORWAY – ADD.1

ARGENTINA
• ¿Qué medidas se han tomado?
• ¿Podría informar sobre la ley?
[Informal translation provided by Argentina]
• What measures have been taken?
• Could you inform on the law?
""")
    found = [(e.number, e.part, e.text) for e in read_questions(document).entries]
    assert found[0] == ("1", 1, "¿Qué medidas se han tomado?")
    assert found[2] == ("1", 2, "What measures have been taken?")


TABLES = [
    (
        ("No.", "State", "Question"),
        ("1", "Germany", "What is done for women?"),
        ("2", "Germany", "What is done for children?"),
        ("3", "France", "How will the law be applied?"),
    ),
    (
        ("GERMANY", ""),
        ("1.", "What is done for women?"),
        ("2.", "What is done for children?"),
        ("FRANCE", ""),
        ("1.", "How will the law be applied?"),
    ),
]


@pytest.mark.parametrize("rows", TABLES)
def test_in_tables_the_state_stands_beside_or_over_its_questions(rows: tuple[tuple[str, ...], ...]) -> None:
    document = replace(word_file("ADVANCE QUESTIONS TO NEPAL"), tables=(Table(rows, at=1),))
    assert asked(document) == [
        (("DEU",), "1", "What is done for women?"),
        (("DEU",), "2", "What is done for children?"),
        (("FRA",), "1", "How will the law be applied?"),
    ]


WORDS = [
    "GERMANY",
    "France",
    "• What is done?",
    "Women’s rights",
    "2. How?",
    "",
    "------",
    "It is so.",
    "SPAIN: Will it?",
]


@given(st.lists(st.sampled_from(WORDS), max_size=15))
def test_every_question_has_its_state(lines: list[str]) -> None:
    for document in (word_file("ADVANCE QUESTIONS TO NEPAL", *filter(None, lines)),):
        for entry in read_questions(document).entries:
            assert entry.by in {("DEU",), ("FRA",), ("ESP",)}
            assert entry.text


def test_a_document_of_questions_is_known_by_its_title() -> None:
    document = word_file("ADVANCE QUESTIONS TO NORWAY", "SWEDEN", "What is done?")
    assert is_questions(document)
    assert read_entries(document).kind == "upr_questions"
    assert not is_questions(word_file("Report on advance questions", "SWEDEN"))


REAL = [
    ("cycle1/Slovenia.pdf", 7, "", {"DNK": 2, "SWE": 2, "GBR": 7}),
    ("cycle1/Slovenia_Add.pdf", 7, "Add.1", {"ARG": 10, "CZE": 5, "NOR": 4}),
    ("cycle2/AdvancedQuestionsSlovenia.doc", 20, "", {"BEL": 7, "DEU": 1, "NLD": 3, "NOR": 4}),
    ("cycle2/AdvancedQuestionsSloveniaAdd1.doc", 20, "Add.1", {"CZE": 2}),
    ("cycle2/AdvancedQuestionsSloveniaAdd2.doc", 20, "Add.2", {"ESP": 2, "GBR": 3}),
    ("cycle2/AdvancedQuestionsSloveniaAdd3.doc", 20, "Add.3", {"MEX": 3}),
    ("cycle3/Advance_questions_Slovenia_first_batch.doc", 34, "first batch", {"PRT": 2, "GBR": 4, "DEU": 1}),
    ("cycle3/Advance_questions_to_Slovenia_Add1.doc", 34, "second batch", {"USA": 3}),
    ("cycle3/Advance_questions_to_Slovenia_Add2.doc", 34, "third batch", {"ESP": 2}),
]


@pytest.mark.parametrize(("name", "session", "batch", "expected"), REAL)
def test_real_questions_come_with_their_state(
    shared_data: Path, name: str, session: int, batch: str, expected: dict[str, int]
) -> None:
    reading = read_entries(read_document(shared_data / "slovenia" / name))
    assert reading.kind == "upr_questions"
    assert Counter(e.by[0] for e in reading.entries) == expected
    assert {(e.to, e.session, e.note) for e in reading.entries} == {("SVN", session, batch)}
