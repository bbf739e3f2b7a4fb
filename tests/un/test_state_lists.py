"""The States that close a recommendation are read as a list, or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.un.states import find_states, parse_state_list, states

LISTS = [
    ("Algeria, Republic of Korea, Nigeria, Mexico", "DZA KOR NGA MEX"),
    ("Iran (Islamic Republic of)", "IRN"),
    ("Iran(Islamic Republic of)", "IRN"),
    ("Canada; France and the Holy See", "CAN FRA VAT"),
    ("Bosnia\ufffeHerzegovina", "BIH"),
    ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
    ("Bosnia and Herzegovina, Trinidad and Tobago", "BIH TTO"),
    ("Norway/Sweden", "NOR SWE"),
    ("Mexico Spain", "MEX ESP"),
    ("Mexico, Latvia ,Switzerland", "MEX LVA CHE"),
    ("the Netherlands", "NLD"),
    ("Venezuela, Bolivarian Republic of", "VEN"),
    ("Czech Republic, United Kingdom of Great Britain and Northern Ireland", "CZE GBR"),
    ("Hungary 1", "HUN"),
    ("New Zealand, Slovenia, Chile,1 China,2 Mexico3 ", "NZL SVN CHL CHN MEX"),
    ("Spain.", "ESP"),
    ("UK; USA", "GBR USA"),
    ("netherlands", "NLD"),
    ("Chile, Chile", "CHL"),
    ("Brazil as well as Argentina", "BRA ARG"),
    ("France and\nGermany", "FRA DEU"),
    ("Côte d’Ivoire and  the former Yugoslav Republic of Macedonia", "CIV MKD"),
]

NO_LISTS = """ICCPR|women and children|CEDAW|a|in Georgia|1960|2003–2015|arts. 21 and 22|European Union|turkey|Hague Convention
Georgian|Americas|Dominican|and|the|,|Law 18.314|China is one|human rights in Kyrgyzstan|Northern Ireland|Nigerians|
on behalf of|on behalf of the European Union|Gulf of Guinea|National|Migration|Chile and others|xx, Chile""".replace(
    "\n", "|"
)

MISSPELLED = [
    ("Slovakai, Chile", "SVK CHL", ("Slovakai",)),
    ("Argentia", "ARG", ("Argentia",)),
    ("Peru, Phillippines", "PER PHL", ()),
    ("Kyrgystan", "KGZ", ("Kyrgystan",)),
    ("Azerbajan", "AZE", ("Azerbajan",)),
    ("Holly See", "VAT", ("Holly See",)),
    ("United States of Americas", "USA", ("United States of Americas",)),
    ("Lao‟s People Democratic Republic", "LAO", ("Lao‟s People Democratic Republic",)),
    ("Trinidad an Tobago", "TTO", ("Trinidad an Tobago",)),
]

GROUPS = [
    ("Slovenia on behalf of the European Union", "SVN", "European Union"),
    ("Egypt (on behalf of the African Group)", "EGY", "African Group"),
    (
        "Sweden, on behalf of Denmark, Finland, Iceland and Norway",
        "SWE",
        "Denmark, Finland, Iceland and Norway",
    ),
    ("Egypt (on behalf of the African Group), Cuba", "EGY CUB", "African Group"),
    ("Portugal, also on behalf of Cabo Verde; Spain", "PRT ESP", "Cabo Verde"),
]


@pytest.mark.parametrize(("text", "codes"), LISTS)
def test_a_list_gives_its_states_in_order(text, codes):
    found = parse_state_list(text)
    assert " ".join(found.codes if found else ()) == codes
    assert found is None or found.inferred == ()


@pytest.mark.parametrize("text", NO_LISTS.split("|"))
def test_what_holds_any_other_word_is_no_list(text):
    assert parse_state_list(text) is None


@pytest.mark.parametrize(("text", "codes", "inferred"), MISSPELLED)
def test_a_misspelled_name_is_taken_for_the_only_state_near_it_and_marked(text, codes, inferred):
    found = parse_state_list(text)
    assert found is not None
    assert (" ".join(found.codes), found.inferred) == (codes, inferred)


def test_a_name_equally_near_to_two_states_is_taken_for_neither():
    assert parse_state_list("Austrlia") is None


@pytest.mark.parametrize(("text", "codes", "group"), GROUPS)
def test_the_group_for_which_a_state_spoke_is_kept_apart(text, codes, group):
    found = parse_state_list(text)
    assert found is not None
    assert (" ".join(found.codes), found.on_behalf_of) == (codes, group)


def test_names_stay_as_they_were_printed():
    found = parse_state_list("the  UK; Iran (Islamic Republic  of)")
    assert found is not None
    assert found.as_printed == ("UK", "Iran (Islamic Republic of)")


@given(
    st.lists(st.sampled_from(states()), min_size=1, max_size=8, unique=True),
    st.sampled_from([", ", "; ", " and ", "/"]),
)
def test_any_states_however_joined_are_read_back(chosen, joint):
    found = parse_state_list(joint.join(one.name for one in chosen))
    assert found is not None
    assert found.states == tuple(chosen)


@given(st.text(max_size=60) | st.text(alphabet="ChileandPeru ,;()'1\ufffe\n", max_size=60))
def test_any_text_is_a_list_or_none(text):
    found = parse_state_list(text)
    assert found is None or (found.states and len(found.states) == len(found.as_printed))


def brackets(text: str, *, closed: bool = False) -> Iterator[str]:
    """What stands in the outermost brackets of `text`; unless `closed`, one may be left open at the end."""
    for match in re.finditer(r"\(((?:[^()]|\([^()]*\))*)\)?", text):
        if (match[0].endswith(")") and match[0].count("(") == match[0].count(")")) or not closed:
            yield match[1]


def reports(folder: Path) -> Iterator[dict]:
    for path in sorted((folder / "upr_reports" / "truth").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.corpus
def test_the_states_of_recommendations_in_real_reports_are_read(shared_data):
    expected = found = 0
    for report in reports(shared_data):
        texts = {item["number"]: item["text"] for item in report["official_items"]}
        for row in report["recommendations"]:
            text = texts.get(row["official_number"]) if row["found"] == "conclusions" else None
            if text:
                lists = [named for inside in brackets(text) if (named := parse_state_list(inside))]
                codes = {code for named in lists for code in named.codes}
                expected += len([code for code in row["iso3"] if code])
                found += len(codes.intersection(row["iso3"]))
    assert expected > 1000
    assert found / expected >= 0.999


@pytest.mark.corpus
def test_brackets_that_name_states_and_are_no_lists_are_sentences(shared_data):
    texts = [item["text"] for report in reports(shared_data) for item in report["official_items"]]
    insides = {inside for text in texts for inside in brackets(text, closed=True)}
    unread = [inside for inside in insides if find_states(inside) and not parse_state_list(inside)]
    assert len(insides) > 500
    assert [inside for inside in unread if len(inside.split()) < 4] == []
