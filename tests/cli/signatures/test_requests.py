"""`onrecord signatures requests`: what came in by the page for signing, looked at by a person."""

from __future__ import annotations

import json

import pytest

from onrecord.letters.signing.requests import ask_to_sign
from onrecord.letters.signing.versions import keep_version
from onrecord.record.record import open_record


@pytest.fixture
def asked(call, tmp_path):
    """Two requests that wait."""
    with open_record(tmp_path / "record") as record:
        version = keep_version(record, "spring", "To the Minister", {"en": "Please ask."}, who="Secretary")
        for name in ("Relatives' Association", "Nobody Known"):
            ask_to_sign(record, version, kind="organisation", names={"en": name}, contact="r@example.org")
    return call


def listed(call, *words):
    result = call("signatures", "requests", "spring", *words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_what_waits_is_listed_with_its_contact_for_a_person_and_without_it_for_programs(asked):
    assert [one["names"]["en"] for one in listed(asked)] == ["Relatives' Association", "Nobody Known"]
    assert "r@example.org" in asked("signatures", "requests", "spring").output
    assert "example.org" not in json.dumps(listed(asked, "--all"))


def test_a_request_is_accepted_or_refused_once(asked):
    first, second = (one["number"] for one in listed(asked))
    assert "accepted" in asked("signatures", "requests", "spring", "--accept", first).output
    assert asked("signatures", "requests", "spring", "--refuse", second).exit_code == 0
    assert listed(asked) == []
    assert [one["state"] for one in listed(asked, "--all")] == ["accepted", "refused"]
    signed = json.loads(asked("signatures", "list", "spring", "--json").output)["signatories"]
    assert [(one["names"]["en"], one["standing"]) for one in signed] == [("Relatives' Association", "signed")]
    assert asked("signatures", "requests", "spring", "--accept", second).exit_code == 2


def test_a_request_that_is_not_there_is_told(asked):
    result = asked("signatures", "requests", "spring", "--accept", 99)
    assert result.exit_code == 1
    assert "no request 99" in result.output


def test_what_somebody_still_allows_is_kept_and_told(asked):
    (first, _) = (one["number"] for one in listed(asked))
    asked("signatures", "requests", "spring", "--accept", first)
    told = asked(
        "signatures",
        "narrow",
        "spring",
        1,
        "--words",
        "to the ministry only",
        "--how",
        "a call",
        "--who",
        "Secretary",
        "--json",
    )
    assert json.loads(told.output)["allowed"] == "to the ministry only"
    signed = json.loads(asked("signatures", "list", "spring", "--json").output)["signatories"]
    assert signed[0]["standing"] == "signed"
    assert asked("signatures", "narrow", "spring", 1, "--words", " ", "--how", "a call").exit_code == 2
