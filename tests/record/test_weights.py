"""What matches best comes first: rare words, words said often, short passages."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.model import Document, Paragraph
from onrecord.record.browse import Asked, browse
from onrecord.record.ledger import Ledger
from onrecord.record.weights import best_first, matched_by

SMALL = st.lists(st.integers(0, 5), max_size=40)


@given(SMALL, st.integers(0, 45), st.integers(0, 45))
def test_the_heaviest_come_first_and_equals_stay_in_their_order(weights, start, size):
    ordered = sorted(range(len(weights)), key=lambda place: -weights[place])
    found = best_first(np.array(weights, dtype=np.float32), start, size)
    assert list(found) == ordered[start : start + size]


@given(st.lists(st.integers(1, 99), max_size=30, unique=True), st.lists(st.integers(1, 120), max_size=30))
def test_ids_that_are_not_in_the_ledger_count_for_nothing(held, asked):
    ledger = Ledger((one, 10, "[]", "entry", "A/1", "reply", "", 1, "CHN") for one in held)
    rows = ledger.rows_of(",".join(map(str, asked)))
    assert [int(ledger.order[row]) for row in rows] == [one for one in asked if one in held]


def weights_of(record, query):
    with record.database.reading() as connection:
        return matched_by(record, connection, query).weights


def paragraphs_of(record, query):
    return [row.pinpoint for row in browse(record, Asked(query, part="paragraphs"), size=1000).rows]


def told(*texts):
    """A report of these paragraphs."""
    paragraphs = tuple(Paragraph(str(number), text, 1) for number, text in enumerate(texts, 1))
    return Document("told.pdf", "d" * 64, "pdf", 1, symbol="A/HRC/98/1", paragraphs=paragraphs)


def test_what_says_the_word_more_often_or_in_fewer_words_weighs_more(record, keep):
    keep(
        told(
            "Many other things were said before the word asylum came up among them at last.",
            "The word asylum was said once here.",
            "Asylum, and asylum again, was said here.",
        )
    )
    assert paragraphs_of(record, "asylum") == ["3", "2", "1"]


def test_the_rarer_of_two_words_weighs_more(record, keep):
    keep(told("water and bread", "water and salt", "water and gold", "salt and gold"))
    assert paragraphs_of(record, "bread OR water")[0] == "1"


def test_the_forms_of_a_word_weigh_as_one_word(record, keep):
    keep(told("refugees were heard", "a refugee was heard", "courts were heard"))
    first, second = weights_of(record, "refugee")
    assert first == second > 0
