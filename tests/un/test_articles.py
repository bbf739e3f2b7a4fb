"""The article before a State's name."""

from __future__ import annotations

import pytest

from onrecord.un.articles import with_article
from onrecord.un.state_names import all_states


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Republic of Korea", "the Republic of Korea"),
        ("Netherlands (Kingdom of the)", "the Netherlands (Kingdom of the)"),
        (
            "United Kingdom of Great Britain and Northern Ireland",
            "the United Kingdom of Great Britain and Northern Ireland",
        ),
        ("Russian Federation", "the Russian Federation"),
        ("Lao People’s Democratic Republic", "the Lao People’s Democratic Republic"),
        ("Marshall Islands", "the Marshall Islands"),
        ("Iran (Islamic Republic of)", "Iran (Islamic Republic of)"),
        ("China", "China"),
        ("Guinea", "Guinea"),
        ("South Sudan", "South Sudan"),
    ],
)
def test_a_name_takes_the_article_where_english_gives_it_one(name: str, expected: str) -> None:
    assert with_article(name) == expected


def test_at_the_head_of_a_sentence_it_is_a_capital() -> None:
    assert with_article("Gambia", begins=True) == "The Gambia"


def test_about_thirty_states_have_one() -> None:
    many = sum(with_article(state.name) != state.name for state in all_states().values())
    assert 25 <= many <= 40
