"""Topics: which words belong, and how a query is told to be wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.topics import is_about, matches, named_topics, topic
from onrecord.analysis.words import fold, forms
from onrecord.errors import UsageError

BROKEN = "\ufffe"


def found(name_or_query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in matches(topic(name_or_query), text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the principle of non-refoulement", ["non-refoulement"]),
        ("the nonrefoulement of refugees", ["nonrefoulement", "refugees"]),
        ("non refoulement", ["non refoulement"]),
        (f"non{BROKEN}refoulement", [f"non{BROKEN}refoulement"]),
        ("a ban to refouler anyone", ["refouler"]),
        ("no one is “refouled”", ["refouled"]),
        ("asylum-seekers’ claims", ["asylum-seekers’"]),
        ("to meet officials and North Korean citizens who have fled to China", ["fled to"]),
        ("UNHCR's role", ["UNHCR's", "role"]),
        ("were forcibly repatriated in 2009", ["forcibly repatriated"]),
        ("not “refugees”, but illegal immigrants", ["refugees"]),
        ("risk of torture on return to their country", ["torture", "return to"]),
        ("may not be deported where they may face torture", ["deported", "torture"]),
        ("the return of internally displaced persons to their homes", []),
        ("the rights of migrants and illegal migrants", []),
        ("women who have fled their home", []),
        ("repatriation of illicit funds", []),
        ("deportation of migrant children", []),
        ("as reported by UNHCR and CEDAW on nationality", []),
    ],
)
def test_what_belongs_to_non_refoulement(text: str, words: list[str]) -> None:
    assert found("non-refoulement", text) == words


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        (
            'repatriat* or "asylum seekers"',
            "An asylum seeker was repatriated.",
            ["asylum seeker", "repatriated"],
        ),
        ("escape", "escapees escaped, escaping", ["escaped", "escaping"]),
        ("expel", "She was expelled; expelling goes on", ["expelled", "expelling"]),
        ("policies", "The State’s policy", ["policy"]),
        ("refugie", "des réfugiés", ["réfugiés"]),
        ("asylum and not migrant", "asylum of migrants", []),
        ("asylum not migrant", "asylum of all", ["asylum"]),
        ("(deport* or expulsion) near torture", "Expulsion is feared. Torture is common.", []),
        ("(deport* or expulsion) near torture", "Expulsion to torture", ["Expulsion", "torture"]),
        ("return not near fund", "return of funds; the return of people", ["return"]),
        ("refugee child", "a child and a refugee", ["child", "refugee"]),
        ("탈북민", "탈북민 문제", ["탈북민"]),
    ],
)
def test_the_language_of_queries(query: str, text: str, words: list[str]) -> None:
    assert found(query, text) == words


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("repatriat* or", "character 14: a word is missing here"),
        ("(a or b", "character 1: this bracket is never closed"),
        ("a) b", "character 2: this bracket closes nothing"),
        ('"asylum', "quotation mark is never closed"),
        ("not migrant", "character 1: 'not' needs something before it"),
        ("a*b", "'*' stands at the end"),
        ("*", "there is no word"),
        ("", "a word is missing"),
    ],
)
def test_a_query_that_cannot_be_read_is_told_where(query: str, why: str) -> None:
    with pytest.raises(UsageError, match="cannot be read") as error:
        topic(query)
    assert why in str(error.value)


@given(st.text(max_size=60))
def test_a_query_is_read_or_refused_with_a_usage_error(query: str) -> None:
    try:
        wanted = topic(query)
    except UsageError:
        return
    matches(wanted, "Refugees and asylum-seekers were repatriated")


@given(st.text(max_size=200))
def test_folded_text_leads_back_to_the_text(text: str) -> None:
    folded = fold(text)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)


@given(st.from_regex(r"[a-z]{3,12}", fullmatch=True))
def test_a_word_finds_itself_and_its_plural(word: str) -> None:
    assert word in forms(word)
    assert f"{word}s" in forms(word)


def test_every_shipped_topic_can_be_read_and_says_what_belongs() -> None:
    assert "non-refoulement" in [known.name for known in named_topics()]
    for known in named_topics():
        assert known.about
        assert is_about(known, known.name.replace("-", " ")) or known.core
        matches(known, "")
