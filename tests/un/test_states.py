"""States are known by every name that documents and letters give them."""

# ruff: noqa: E501 (a row of a table stays on one line)
from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord.un
from onrecord.errors import StateError
from onrecord.un.state_names import all_names, not_states, spellings
from onrecord.un.states import find_nationalities, find_state, find_states, names_of, state, states

DATA = Path(onrecord.un.__file__).parent / "data"

NAMES = [
    ("Czech Republic", "CZE"),
    ("Czechia", "CZE"),
    ("Swaziland", "SWZ"),
    ("Eswatini", "SWZ"),
    ("Turkey", "TUR"),
    ("Türkiye", "TUR"),
    ("Cape Verde", "CPV"),
    ("Cabo Verde", "CPV"),
    ("Libyan Arab Jamahiriya", "LBY"),
    ("The former Yugoslav Republic of Macedonia", "MKD"),
    ("the former Yugoslav Republic of Macedonia", "MKD"),
    ("Macedonia FYR", "MKD"),
    ("Burma", "MMR"),
    ("Zaire", "COD"),
    ("Serbia and Montenegro", "SRB"),
    ("DPR Korea", "PRK"),
    ("DPRK", "PRK"),
    ("North Korea", "PRK"),
    ("Democratic Peoples' Republic of Korea", "PRK"),
    ("South Korea", "KOR"),
    ("ROK", "KOR"),
    ("Korea (Republic of)", "KOR"),
    ("Republic of Congo", "COG"),
    ("DRC", "COD"),
    ("Bosnia & Herzegovina", "BIH"),
    ("Bosnia\ufffeHerzegovina", "BIH"),
    ("Guinea\ufffe\nBissau", "GNB"),
    ("UK", "GBR"),
    ("USA", "USA"),
    ("the United States", "USA"),
    ("Lao PDR", "LAO"),
    ("Russia", "RUS"),
    ("Britain", "GBR"),
    ("Iran (Islamic Republic of)", "IRN"),
    ("IRAN (ISLAMIC  REPUBLIC OF)", "IRN"),
    ("Venezuela, Bolivarian Republic of", "VEN"),
    ("the Netherlands", "NLD"),
    ("Netherlands (Kingdom of the)", "NLD"),
    ("Viet Nam", "VNM"),
    ("Vietnam", "VNM"),
    ("Holy See", "VAT"),
    ("State of Palestine", "PSE"),
    ("São Tomé and Príncipe", "STP"),
    ("St. Kitts & Nevis", "KNA"),
    ("CHN", "CHN"),
    *((f"Côte d{apostrophe}Ivoire", "CIV") for apostrophe in "'’‘‟´`"),
    *((f"Lao People{apostrophe}s Democratic Republic", "LAO") for apostrophe in "'’‘‟´`"),
]


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_a_name_finds_its_state(name, code):
    assert find_state(name) == state(code)


@pytest.mark.parametrize(
    "name",
    ["European Union", "Kosovo", "Taiwan", "Chinese", "Korea", "Northern Ireland", "XYZ", "", " ", "chn"],
)
def test_what_is_no_state_is_none(name):
    assert find_state(name) is None


def test_an_unknown_code_is_an_error_that_says_what_codes_look_like():
    with pytest.raises(StateError, match="alpha-3"):
        state("XX")
    assert state("kor").name == "Republic of Korea"


def test_each_state_has_one_short_name_and_each_name_one_state():
    assert len(states()) == len({one.code for one in states()}) == 197
    owners: dict[str, set[str]] = {}
    for row in all_names():
        for key in spellings(row.name):
            owners.setdefault(key, set()).add(row.code)
    assert {key: codes for key, codes in owners.items() if len(codes) > 1} == {}
    assert not owners.keys() & not_states()


def test_the_table_of_names_is_well_formed():
    with (DATA / "states.csv").open(encoding="utf-8", newline="") as table:
        lines = list(csv.DictReader(table))
    kinds = {"un", "official", "variant", "former", "informal", "abbreviation", "loose", "adjective"}
    assert {line["kind"] for line in lines} == kinds
    assert all(line["name"] == line["name"].strip() and line["name"] for line in lines)
    assert all(line["from"] <= (line["until"] or "9999") for line in lines)


def test_former_names_know_their_years():
    named = {row.name: row for row in names_of("SWZ")}
    assert named["Swaziland"].in_use(2011)
    assert not named["Swaziland"].in_use(2020)
    assert named["Eswatini"].in_use(2020)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("China’s reply to Canada and the Netherlands", [("China", "CHN"), ("Canada", "CAN"), ("Netherlands", "NLD")]),
        ("the Democratic People’s Republic of Korea", [("Democratic People’s Republic of Korea", "PRK")]),
        ("Guinea-Bissau, Equatorial Guinea, Guinea", [("Guinea-Bissau", "GNB"), ("Equatorial Guinea", "GNQ"), ("Guinea", "GIN")]),
        ("Niger and Nigeria; Dominica, Dominican Republic", [("Niger", "NER"), ("Nigeria", "NGA"), ("Dominica", "DMA"), ("Dominican Republic", "DOM")]),
        ("Guinea\ufffe\nBissau", [("Guinea\ufffe\nBissau", "GNB")]),
        ("Namibia1 and Côte  d’Ivoire", [("Namibia", "NAM"), ("Côte  d’Ivoire", "CIV")]),
        ("CHINA; the UK and the USA", [("CHINA", "CHN"), ("UK", "GBR"), ("USA", "USA")]),
        ("Co\u0302te d'Ivoire", [("Co\u0302te d'Ivoire", "CIV")]),
        ("두 나라: China와 Japan", [("Japan", "JPN")]),
        ("the Gulf of Guinea, Northern Ireland, Mexico City, US$ 500", []),
        ("a turkey in the china shop told us of chad", []),
        ("Hong Kong, China and Macao, China", []),
    ],
)  # fmt: skip
def test_states_are_found_in_running_text_by_their_longest_name(text, found):
    hits = find_states(text)
    assert [(hit.as_written, hit.state.code) for hit in hits] == found
    assert all(text[hit.start : hit.end] == hit.as_written for hit in hits)


def test_peoples_and_adjectives_are_found_apart():
    text = "Chinese officials and North Koreans in the Czech Republic; a Russian of the Russian Federation"
    hits = find_nationalities(text)
    assert [(hit.as_written, hit.state.code) for hit in hits] == [
        ("Chinese", "CHN"),
        ("North Koreans", "PRK"),
        ("Russian", "RUS"),
    ]
    assert all(text[hit.start : hit.end] == hit.as_written for hit in hits)


@given(st.lists(st.sampled_from([row.name for row in all_names()]) | st.text(max_size=8), max_size=6))
def test_whatever_is_found_is_the_very_words(parts):
    text = " ".join(parts)
    for hit in [*find_states(text), *find_nationalities(text)]:
        assert text[hit.start : hit.end] == hit.as_written


@given(st.text(alphabet="CôÔte d'’Iv\ufffe\u00adoir\u0302 \u200b\nİK", max_size=40))
def test_odd_characters_never_move_a_place(text):
    sentence = f"{text}. Kenya, {text}"
    assert any(sentence[hit.start : hit.end] == "Kenya" for hit in find_states(sentence))


def test_names_are_read_from_disk_only_when_asked_for():
    code = "import onrecord.un.states, onrecord.un.state_names as n; print(n.all_names.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
