from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.record.query import AllOf, AnyOf, Term, parse_query


def exact(text):
    return Term(text, exact=True)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("refugee", Term("refugee")),
        ("refugee return", AllOf((Term("refugee"), Term("return")))),
        ("refugee AND return", AllOf((Term("refugee"), Term("return")))),
        ('"asylum seekers"', exact("asylum seekers")),
        ("“asylum seekers”", exact("asylum seekers")),
        ('"asylum seekers', exact("asylum seekers")),
        ("repatriat*", Term("repatriat", prefix=True)),
        ('repatriat* or "asylum seekers"', AnyOf((Term("repatriat", prefix=True), exact("asylum seekers")))),
        ("a b OR c", AnyOf((AllOf((Term("a"), Term("b"))), Term("c")))),
        ("(a or b) c", AllOf((AnyOf((Term("a"), Term("b"))), Term("c")))),
        ("return NOT voluntary", AllOf((Term("return"),), (Term("voluntary"),))),
        ('return -"by force"', AllOf((Term("return"),), (exact("by force"),))),
        ("non-refoulement", Term("non-refoulement")),
        ("may not return", AllOf((Term("may"), Term("not"), Term("return")))),
        ("or refugee or", Term("refugee")),
        ("(refugee", Term("refugee")),
        ("강제송환", Term("강제송환")),
    ],
)
def test_a_search_is_read_as_a_person_means_it(typed, tree):
    assert parse_query(typed) == tree


@pytest.mark.parametrize(
    "typed", ["", "   ", '"', '""', "***", "- -", "()", "or", "NOT voluntary", "a) b", "-a"]
)
def test_a_search_without_a_word_to_look_for_gets_help(typed):
    with pytest.raises(UsageError) as caught:
        parse_query(typed)
    assert "asylum seekers" in caught.value.hint


@given(st.text(max_size=40))
def test_any_text_gives_a_search_or_help(typed):
    try:
        parse_query(typed)
    except UsageError as error:
        assert error.hint  # noqa: PT017 - either way is fine; only this one has a hint
