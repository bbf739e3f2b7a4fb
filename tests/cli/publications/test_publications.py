"""`onrecord publications …` and the signatories that a build prints, as a person calls them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.cli.letter.build import ORDERS
from onrecord.cli.publications import COMMANDS
from onrecord.letters.signing import printing

SOURCE = """\
---
date: 2026-10-01
title: To the Minister
---

Refugees were protected by law (A/HRC/99/1, para. 3) on 31 June 2021.
"""


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "spring.md"
    path.write_text(SOURCE)
    return path


@pytest.fixture
def signed(filled, letter):
    for words in (
        ("open", letter),
        ("add", "spring", "--name-en", "Relatives' Association"),
        ("add", "spring", "--person", "--name-en", "B. Example", "--detail-en", "sister"),
        ("add", "spring", "--name-en", "Only Invited"),
        ("consent", "spring", 1, "--how", "e-mail"),
        ("consent", "spring", 2, "--how", "e-mail"),
    ):
        assert filled("signatures", *words).exit_code == 0
    return filled


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(call, name):
    told = call("publications", name, "--help").output
    assert f"onrecord publications {name}" in told.split("Examples:")[1]


def test_what_went_out_is_filed_with_its_check_and_answered(signed, letter):
    filed = signed(
        "publications",
        "file",
        "spring",
        *("--to", "Ministry", "--sent", "2026-10-02", "--file", letter, "--json"),
    )
    assert filed.exit_code == 0, filed.output
    told = json.loads(filed.output)
    assert [one["names"]["en"] for one in told["signatories"]] == ["Relatives' Association", "B. Example"]
    assert "impossible_date" in {finding["rule"] for finding in told["check"]["en"]["findings"]}
    assert told["check"]["en"]["summary"]["documents"] == ["A/HRC/99/1"]
    assert told["files"][0]["name"] == "spring.md"
    answered = signed(
        "publications",
        "reply",
        1,
        "--from",
        "Ministry",
        "--received",
        "2026-10-20",
        "--words",
        "It took note.",
    )
    assert "reply of 2026-10-20 from Ministry: It took note." in answered.output
    listed = signed("publications", "list").output
    assert listed.startswith("1\t2026-10-02\tspring\tMinistry\t")
    assert listed.endswith("1 reply\n")
    shown = signed("publications", "show", 1).output
    assert "2 signatories: Relatives' Association; B. Example" in shown
    assert "check of" in shown


def test_a_file_altered_since_it_went_out_is_told(signed, letter):
    filed = signed(
        "publications", "file", "spring", "--to", "M", "--sent", "2026-10-02", "--file", letter, "--json"
    )
    path = Path(json.loads(filed.output)["files"][0]["path"])
    path.chmod(0o644)
    path.write_text("other words")
    told = signed("publications", "list")
    assert told.exit_code == 1
    assert "spring.md of publication 1 was altered." in told.output


def test_what_cannot_be_filed_is_told(signed):
    assert "is no day" in signed("publications", "file", "spring", "--to", "M", "--sent", "soon").output
    assert (
        "No version" in signed("publications", "file", "autumn", "--to", "M", "--sent", "2026-01-02").output
    )
    assert signed("publications", "show", 7).exit_code != 0
    assert "Nothing is filed yet" in signed("publications", "list").output


def build(call, letter, *more):
    out = letter.parent / "built"
    told = call("letter", "build", letter, "--out", out, "--format", "text", "--replace", *more)
    assert told.exit_code == 0, told.output
    return told.output, (out / "spring.txt").read_text(encoding="utf-8")


def test_a_build_prints_who_signed_exactly_these_words(signed, letter):
    told, text = build(signed, letter)
    assert "2 signatories" in told
    assert text.index("Relatives' Association") < text.index("B. Example")
    assert "Only Invited" not in text
    _, text = build(signed, letter, "--order", "persons-first")
    assert text.index("B. Example") < text.index("Relatives' Association")


def test_the_list_is_dated_today_unless_the_letter_says_otherwise(signed, letter):
    _, text = build(signed, letter)
    assert str(datetime.now(UTC).year) in text[text.index("Relatives'") - 80 :]
    letter.write_text(SOURCE.replace("title:", "as_of: 2026-09-30\ntitle:"))
    _, text = build(signed, letter)
    assert "30 September 2026" in text


def test_nobody_is_printed_below_other_words_and_that_is_told(signed, letter):
    letter.write_text(SOURCE.replace("Refugees", "All refugees"))
    told, text = build(signed, letter)
    assert "2 must be asked again" in told
    assert "Relatives' Association" not in text
    signed("signatures", "open", letter)
    signed("signatures", "consent", "spring", 1, "--how", "e-mail")
    told, text = build(signed, letter)
    assert "1 must be asked again" in told
    assert "Relatives' Association" in text
    assert "B. Example" not in text


def test_a_list_in_the_front_matter_counts(signed, letter):
    letter.write_text(SOURCE.replace("title:", "signatories:\n  - Own List\ntitle:"))
    _, text = build(signed, letter)
    assert "Own List" in text
    assert "Relatives' Association" not in text


def test_the_orders_of_the_command_are_those_of_the_list():
    assert tuple(printing.ORDERS) == ORDERS
