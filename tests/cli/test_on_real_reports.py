"""The command line on the two reports of China's first reviews."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def china(shared_data, tmp_path_factory, make_call):
    folder = shared_data / "upr_reports" / "pdf"
    called = make_call(tmp_path_factory.mktemp("china"))
    assert called("add", folder / "china2009.pdf", folder / "china2013.pdf").exit_code == 0
    return called


@pytest.mark.parametrize(
    ("written", "words", "by", "position", "recorded"),
    [
        ("A/HRC/11/25, para. 28 (g)", "non-refoulement of refugees", ["CAN"], "noted", "117"),
        ("A/HRC/25/5, para. 186.241", "North Korean refugees", ["CZE"], "pending", "186"),
        ("A/HRC/25/5, para. 186.242", "national asylum legislation", ["KOR"], "pending", "186"),
    ],
)
def test_a_recommendation_is_shown_with_its_state_and_position(china, written, words, by, position, recorded):
    [place] = json.loads(china("show", written, "--json").stdout)["places"]
    [entry] = place["entries"]
    assert words in entry["text"]
    assert words in place["text"]
    assert (entry["by"], entry["to"], entry["position"]) == (by, "CHN", position)
    assert entry["position_at"]["paragraph"] == recorded


def test_a_footnote_is_shown_with_the_states_that_were_not_heard(china):
    [place] = json.loads(china("show", "A/HRC/11/25, para. 26, footnote ***", "--json").stdout)["places"]
    assert place["notes"][0]["text"].startswith("Norway, Denmark, Chile, Republic of Korea")
    assert ["KOR"] in [entry["by"] for entry in place["entries"]]


def test_a_search_finds_what_was_said_in_every_form_of_the_words(china):
    hits = json.loads(china("search", "refoul* or repatriation", "--limit", "0", "--json").stdout)
    places = {(hit["symbol"], hit["pinpoint"]) for hit in hits}
    assert {("A/HRC/11/25", "28 (g)"), ("A/HRC/25/5", "186.241"), ("A/HRC/25/5", "186.243")} <= places


def test_rebuilding_from_the_originals_answers_the_same(china):
    questions = (["documents", "--json"], ["show", "A/HRC/25/5, para. 186.243", "--json"])

    def told():
        # How much room the disk and the database have left is the machine's, not the record's.
        doctor = json.loads(china("doctor", "--json").stdout)
        return [china(*words).stdout for words in questions], {**doctor, "free": 0, "size": 0}

    before = told()
    assert china("rebuild").exit_code == 0
    assert told() == before
