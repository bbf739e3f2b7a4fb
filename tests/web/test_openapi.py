"""The description of the HTTP API explains itself: nothing in it stands without words, and nothing is left out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from onrecord.analysis.as_json import trace_as_json
from onrecord.analysis.topics import topic
from onrecord.analysis.trace import trace
from onrecord.letters.advice.advise import advise, review_meant
from onrecord.letters.advice.asking import asking_in
from onrecord.letters.bilingual.difference import Difference
from onrecord.letters.check import check
from onrecord.letters.check.as_json import check_as_json
from onrecord.letters.read import parse_letter
from onrecord.record.leafing import entries_at, held
from onrecord.record.record import open_record
from onrecord.web.app import create_app
from onrecord.web.shapes.entries import ReviewedOut


@pytest.fixture(scope="module")
def described(bench: Any) -> Any:
    return bench.client.get("/api/v1/openapi.json").json()


def operations(described: Any) -> Iterator[tuple[str, Any]]:
    for path, item in described["paths"].items():
        for method, told in item.items():
            yield f"{method.upper()} {path}", told


def schemas(described: Any) -> Iterator[tuple[str, Any]]:
    """Every schema: the named ones, those of parameters, and those that stand in a body or an answer."""
    yield from described["components"]["schemas"].items()
    for name, told in operations(described):
        for one in told.get("parameters", ()):
            yield f"{name}: {one['name']}", one["schema"]
        held = [told.get("requestBody", {}), *told["responses"].values()]
        for content in held:
            for media in content.get("content", {}).values():
                yield f"{name}: {content.get('description', 'body')}", media.get("schema", {})


def without_words(where: str, schema: Any) -> Iterator[str]:
    """The properties of a schema, however deep, that nobody described."""
    for name, one in schema.get("properties", {}).items():
        if not one.get("description", "").strip():
            yield f"{where}.{name}"
        yield from without_words(f"{where}.{name}", one)
    inner = [schema.get("items"), schema.get("additionalProperties"), *schema.get("anyOf", ())]
    for one in inner:
        if isinstance(one, dict):
            yield from without_words(where, one)


def test_every_property_of_every_shape_is_described(described: Any) -> None:
    assert [one for where, schema in schemas(described) for one in without_words(where, schema)] == []
    named = described["components"]["schemas"].items()
    assert [
        name for name, schema in named if not (schema.get("description") or name.startswith("Body_"))
    ] == []


def test_every_parameter_is_described(described: Any) -> None:
    parameters = [(name, one) for name, told in operations(described) for one in told.get("parameters", ())]
    assert parameters
    assert [(name, one["name"]) for name, one in parameters if not one.get("description", "").strip()] == []


def test_a_value_that_can_be_left_out_says_what_is_given_then(described: Any) -> None:
    """Either the description says it, or the default does."""
    for name, told in operations(described):
        for one in told.get("parameters", ()):
            if not one.get("required"):
                says = "Left out" in one["description"] or one["schema"].get("default") not in (None, "")
                assert says, (name, one["name"])


def test_every_operation_has_summary_description_and_a_name_of_its_own(described: Any) -> None:
    found = list(operations(described))
    for name, told in found:
        assert told["summary"].strip(), name
        assert told["description"].strip().endswith("."), name
        assert re.fullmatch(r"[a-z]+(?:_[a-z]+)*", told["operationId"]), told["operationId"]
        assert all(
            answer["description"] not in ("", "Successful Response") for answer in told["responses"].values()
        )
    ids = [told["operationId"] for _, told in found]
    assert len(set(ids)) == len(ids) == len({told["summary"] for _, told in found})


def test_every_group_is_described(described: Any) -> None:
    groups = {tag["name"]: tag["description"] for tag in described["tags"]}
    assert all(groups.values())
    assert {told["tags"][0] for _, told in operations(described)} == set(groups)


def test_no_answer_is_left_without_a_shape(described: Any) -> None:
    """An answer that is "an object" says nothing to somebody who writes a script."""
    open_ended = [
        where
        for where, schema in schemas(described)
        for one in [schema, *schema.get("properties", {}).values()]
        for inner in [one, one.get("items", {})]
        if inner.get("additionalProperties") is True
    ]
    assert open_ended == []


def test_an_entry_comes_with_every_field_that_it_has(bench: Any) -> None:
    told = bench.client.get("/api/v1/place", params={"symbol": "A/HRC/99/1", "pinpoint": "5.1"}).json()
    with open_record(bench.folder) as record:
        document = held(record, "A/HRC/99/1")
        assert document is not None
        assert told["entries"] == [one.entry.as_json() for one in entries_at(record, document, "5.1")] != []


def test_a_review_has_the_shape_that_is_described_and_no_field_besides(bench: Any) -> None:
    """A page stays a page: 25, not 25.0."""
    told = bench.client.get("/api/v1/review", params={"symbol": "A/HRC/99/1"}).json()
    assert told["recommendations"]
    assert ReviewedOut.model_validate(told).model_dump() == told
    assert isinstance(told["recommendations"][0]["entry"]["place"][0][0], int)


def test_a_trace_comes_as_the_command_prints_it(bench: Any) -> None:
    told = bench.client.get("/api/v1/trace", params={"state": "CHN", "about": "refugees"}).json()
    with open_record(bench.folder) as record:
        assert told == trace_as_json(trace(record, "CHN", topic("refugees"), ""))
    assert told["reviews"]


LETTER = """Dear Minister,

In 2013 the Czech Republic asked you to “Protect refugees, and not only in law” (A/HRC/99/1, para. 5.1). Canada
spoke on 31 June 2021 (A/HRC/99/1, para. 77). Some 30 people were returned.[^1] Some 40 people were returned.

1. Id., para. 5.2.
"""


def test_a_check_comes_as_the_command_prints_it(bench: Any) -> None:
    headers = {"Authorization": f"Bearer {bench.keys.token}"}
    told = bench.client.post("/api/v1/check", json={"text": LETTER}, headers=headers).json()
    with open_record(bench.folder) as record:
        printed = check_as_json(check(parse_letter(LETTER, "text"), record))
    assert told == {name: printed[name] for name in told}
    assert told["citations"]
    assert told["quotations"]
    assert any(one["evidence"] for one in told["findings"])


def test_advice_comes_as_the_command_prints_it(bench: Any) -> None:
    text = (
        "Dear Minister,\n\nPlease recommend in review CHN/4:\n\n1. Protect refugees from return to torture.\n"
    )
    headers = {"Authorization": f"Bearer {bench.keys.token}"}
    told = bench.client.post("/api/v1/advice", json={"text": text, "review": "CHN/4"}, headers=headers).json()
    with open_record(bench.folder) as record:
        letter = asking_in(text, "text")
        printed = advise(letter, record, review_meant(letter, "CHN/4")).as_json()
    assert told == json.loads(json.dumps(printed))
    assert told["asks"]


def test_two_languages_are_compared_with_every_difference(bench: Any) -> None:
    sent = {"english": "Some 30 people were returned in 2021.", "korean": "2020년에 약 40명이 송환되었다."}
    headers = {"Authorization": f"Bearer {bench.keys.token}"}
    told = bench.client.post("/api/v1/compare", json=sent, headers=headers).json()
    assert {one["kind"] for one in told["differences"]} >= {"number", "date"}
    assert set(told["differences"][0]) == {"severity", *(one.name for one in fields(Difference))}


def test_a_diagnosis_comes_as_the_command_prints_it(bench: Any) -> None:
    told = bench.client.get("/api/v1/diagnosis").json()
    assert told["whole"] is True
    assert told["schema"]
    assert told["readers"][0]["documents"]


def test_the_description_is_the_same_for_everybody(bench: Any) -> None:
    """It is made once, of the code alone."""
    assert create_app(bench.folder, bench.keys).openapi() == bench.client.app.openapi()
