"""What a report says of the review itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.mechanisms.factories import document, paragraph

from onrecord.documents.read import read_document
from onrecord.mechanisms.upr_facts import review_doubts, review_facts

OPENING = (
    "The Working Group, established in accordance with resolution 5/1 of 18 June 2007, held its {session} "
    "session from 2 to 13 February 2009. The review of {state} was held at the 11th meeting{held}. It was "
    "headed by Mr. Li. At its meeting held on 11 February 2009, the Working Group adopted the present report."
)


def report(*texts: str, title: str = "") -> object:
    paragraphs = [
        paragraph(str(at), text, heading=("Introduction",)) for at, text in enumerate(texts, start=1)
    ]
    return replace(document(*paragraphs), title=title)


def facts(*texts: str, title: str = ""):
    return review_facts(report(*texts, title=title))


def first(state: str = "China", session: str = "fourth", held: str = " on 9 February 2009") -> str:
    return OPENING.format(state=state, session=session, held=held)


def test_paragraph_1_gives_session_cycle_review_and_adoption() -> None:
    found = facts(first())
    assert (found.state, found.session, found.cycle) == ("CHN", 4, 1)
    assert (found.date, found.adopted) == ("2009-02-09", "2009-02-11")


@pytest.mark.parametrize(
    ("title", "state"),
    [
        (
            "Report of the Working Group on the Universal Periodic Review China (including Macao, China)",
            "CHN",
        ),
        ("Report of the Working Group on the Universal Periodic Review* Iran (Islamic Republic of)", "IRN"),
        ("Report of the Working Group on the Universal Periodic Review Benin _________", "BEN"),
        ("REPORT OF THE WORKING GROUP ON THE UNIVERSAL PERIODIC REVIEW* Eritrea", "ERI"),
        ("", "CHN"),
    ],
)
def test_the_state_comes_from_the_title_else_from_paragraph_1(title: str, state: str) -> None:
    assert facts(first(), title=title).state == state


def test_a_day_without_its_year_takes_the_year_of_the_session() -> None:
    assert facts(first(held=" on 12 February")).date == "2009-02-12"


def test_the_meeting_of_a_later_paragraph_does_not_change_the_date() -> None:
    later = "At the 10th meeting, on 10 February 2009, Mr. Li made an introductory statement."
    assert facts(first(), later).date == "2009-02-09"


@pytest.mark.parametrize(
    ("text", "troika"),
    [
        ("troika) to facilitate the review of China: Canada, India, and Nigeria.", ("CAN", "IND", "NGA")),
        ("Troika) to facilitate the review: Brazil, China and the Russian Federation.", ("BRA", "RUS")),
        (
            "troika) to facilitate the review of United Kingdom, Azerbaijan and Bangladesh.",
            ("GBR", "AZE", "BGD"),
        ),
        ("troika) to facilitate the review of China: St. Lucia, Chad and Peru.", ("LCA", "TCD", "PER")),
    ],
)
def test_paragraph_2_names_the_troika(text: str, troika: tuple[str, ...]) -> None:
    words = (
        f"On 8 September 2008, the Human Rights Council selected the following group of rapporteurs ({text}"
    )
    assert facts(first(), words).troika == troika


@pytest.mark.parametrize(
    ("text", "askers"),
    [
        (
            "A list of questions prepared in advance by Chad and Peru was transmitted to China.",
            ("TCD", "PER"),
        ),
        ("A list of questions was prepared in advance by Chad and Peru and was transmitted.", ("TCD", "PER")),
        (
            "A list of questions prepared in advance by Belarus, Hungry and Peru was sent.",
            ("BLR", "PER"),
        ),
        (
            "Some questions prepared in advance by Portugal, on behalf of the Friends, and Spain were sent.",
            ("PRT", "ESP"),
        ),
        ("A list of questions prepared in advance by States members of the Council was transmitted.", ()),
    ],
)
def test_paragraph_4_names_who_asked_in_advance(text: str, askers: tuple[str, ...]) -> None:
    assert facts(first(), text).questions_from == askers


def test_a_name_that_is_no_states_is_a_doubt() -> None:
    texts = (first(), "A list of questions prepared in advance by Belarus, Hungry and Peru was sent.")
    (doubt,) = review_doubts(report(*texts))
    assert "“Hungry” is no State's name" in doubt
    assert review_doubts(report(first(), texts[1].replace("Hungry", "Hungary"))) == ()


def test_a_text_that_is_no_report_has_no_facts() -> None:
    found = facts("A letter.")
    assert (found.state, found.session, found.date, found.troika) == ("", None, "", ())


def test_a_report_of_the_third_cycle(shared_data: Path) -> None:
    found = review_facts(read_document(shared_data / "slovenia" / "cycle3" / "g1934994.pdf"))
    assert (found.symbol, found.state, found.session, found.cycle) == ("A/HRC/43/15", "SVN", 34, 3)
    assert (found.date, found.adopted, found.distributed) == ("2019-11-12", "2019-11-14", "2020-03-20")
    assert found.questions_from == ("DEU", "PRT", "ESP", "GBR", "USA")
