"""The words above a list of recommendations say what became of them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.un.position import (
    NOT_STATED,
    NOTED,
    PARTIALLY_SUPPORTED,
    PENDING,
    POSITIONS,
    SUPPORTED,
    position_of_answer,
    position_of_heading,
)

HEADINGS = [
    ("The recommendations listed below enjoy the support of Peru:", SUPPORTED, "enjoy the support"),
    ("They have been examined by Peru and enjoy its support:", SUPPORTED, "enjoy its support"),
    ("The recommendations below have the support of Peru:", SUPPORTED, "have the support"),
    ("The following recommendations were accepted by Peru:", SUPPORTED, "accepted"),
    ("Peru considered the recommendations listed below, and agrees to follow up on them:", SUPPORTED, "agrees to"),
    (
        ("The following enjoy the support of Peru, which considers that they are already implemented or in the "
        "process of implementation:"),
        SUPPORTED,
        "enjoy the support",
    ),
    ("Peru considers that they are either already implemented:", SUPPORTED, "already implemented"),
    ("The recommendations below did not enjoy the support of Peru and would thus be noted:", NOTED, "did not enjoy"),
    ("Peru considers that the recommendations below cannot be accepted and will thus be noted:", NOTED, "cannot be accepted"),
    ("The recommendations listed below could not be supported by Peru:", NOTED, "could not be supported"),
    ("The recommendations listed below were rejected by Peru:", NOTED, "rejected"),
    ("The recommendations below do not enjoy the support of Peru:", NOTED, "do not enjoy"),
    ("The following recommendations are noted by Peru:", NOTED, "noted"),
    ("Peru noted them; it considers that they are already being implemented:", NOTED, "noted"),
    (
        ("The following recommendations will be examined by Peru, which will provide responses in due time, but no "
        "later than the twenty-fifth session of the Human Rights Council in March 2014:"),
        PENDING,
        "will be examined",
    ),
    ("The recommendations would be examined by Peru:", PENDING, "would be examined"),
    ("The recommendations were noted by Peru, which will provide the response in due time:", PENDING, "will provide"),
    ("The response of Peru to these recommendations will be included in the outcome report:", PENDING, "response"),
    ("Other recommendations noted in the report in paragraphs 51 and 53 above will be examined by Peru:", PENDING, "will be"),
    ("The recommendations below were partially accepted by Peru:", PARTIALLY_SUPPORTED, "partially accepted"),
    ("Les recommandations ci-après recueillent l’adhésion du Pérou:", SUPPORTED, "recueillent l’adhésion"),
    ("Les recommandations ci-après ont été examinées et recueillent son adhésion:", SUPPORTED, "recueillent son adhésion"),
    ("Les recommandations ci-dessous n’ont pas recueilli l’adhésion du Pérou:", NOTED, "n’ont pas recueilli l’adhésion"),
    ("Le Pérou n’est pas en mesure d’accepter les recommandations ci-après:", NOTED, "n’est pas"),
    ("Le Pérou a pris note des recommandations ci-après:", NOTED, "pris note"),
    ("Las recomendaciones siguientes cuentan con el apoyo del Perú:", SUPPORTED, "cuentan con el apoyo"),
    ("The recommendations below enjoy the partial support of Peru:", PARTIALLY_SUPPORTED, "partial support"),
    ("In the course of the discussion, the following recommendations were made to Peru:", NOT_STATED, "recommendations were"),
    ("At the request of the State under review, recommendations put forward are clustered as follows:", NOT_STATED, "as follows"),
]  # fmt: skip

NO_HEADINGS = [
    "The delegation thanked all speakers.",
    (
        "All conclusions and/or recommendations contained in the present report reflect the position of the submitting "
        "State(s) and/or the State under review. They should not be construed as endorsed by the Working Group as a whole."
    ),
    "",
]

ANSWERS = [
    ("Accepted", SUPPORTED),
    ("Supported", SUPPORTED),
    ("Accepted and being implemented", SUPPORTED),
    ("Accepted and already implemented.", SUPPORTED),
    ("Partially accepted", PARTIALLY_SUPPORTED),
    ("Accepted in part", PARTIALLY_SUPPORTED),
    ("Partially supported", PARTIALLY_SUPPORTED),
    ("Noted", NOTED),
    ("Not accepted", NOTED),
    ("Does not support", NOTED),
    ("Rejected", NOTED),
    ("The Government accepts this recommendation.", SUPPORTED),
    ("China does not accept this recommendation.", NOTED),
    ("Under consideration", PENDING),
]


@pytest.mark.parametrize(("text", "value", "words"), HEADINGS)
def test_a_heading_gives_the_position_and_its_very_words(text, value, words):
    found = position_of_heading(f"114. {text}")
    assert found is not None
    assert found[0] == value
    assert words in found[1]
    assert found[1] in text


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_a_paragraph_that_is_no_heading_gives_nothing(text):
    assert position_of_heading(text) is None


@pytest.mark.parametrize(("text", "value"), ANSWERS)
def test_a_states_own_answer_gives_its_position(text, value):
    found = position_of_answer(text)
    assert found is not None
    assert found[0] == value
    assert found[1] in text


@given(
    st.lists(st.sampled_from([text for text, _, _ in HEADINGS]) | st.text(max_size=20), max_size=4).map(
        " ".join
    )
)
def test_the_words_always_stand_in_the_text(text):
    for found in (position_of_heading(text), position_of_answer(text)):
        assert found is None or (found[0] in POSITIONS and found[1] and found[1] in text)


@pytest.mark.corpus
def test_every_heading_of_real_reports_is_read(shared_data):
    wrong, stated = [], 0
    for path in sorted((shared_data / "upr_reports" / "truth").glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        for paragraph in report["paragraphs"]:
            expected = SUPPORTED if paragraph["position"] == "implemented" else paragraph["position"]
            found = position_of_heading(paragraph["heading"])
            value = found[0] if found else None
            if expected not in POSITIONS or (expected == PENDING and value == NOT_STATED):
                continue  # the truth takes the answer of a neutral heading from the next paragraph
            stated += 1
            if value != expected:
                wrong.append((report["doc"], paragraph["n"], expected, found))
    assert stated > 400
    assert wrong == []
