"""`onrecord signatures …`, from the letter's first words to the messages after they changed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from onrecord.cli.signatures import COMMANDS

ENGLISH = """\
---
date: 2026-10-01
title: To the Minister
---

At least 500 persons were returned.

Please ask about them.
"""
GOLDEN = Path(__file__).with_name("list.txt")


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "spring.md"
    path.write_text(ENGLISH)
    return path


@pytest.fixture
def opened(call, letter):
    assert call("signatures", "open", letter, "--who", "Secretary").exit_code == 0
    return call


def printed(result):
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def add(call, *words):
    return printed(call("signatures", "add", "spring", *words, "--json"))["number"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(call, name):
    assert f"onrecord signatures {name}" in call("signatures", name, "--help").output.split("Examples:")[1]


def test_who_signed_other_words_is_asked_again_and_never_taken_to_have_signed(opened, letter, tmp_path):
    signed = add(opened, "--name-en", "Relatives' Association", "--contact", "r@example.org")
    add(opened, "--name-en", "Lawyers for Refugees", "--name-ko", "난민 변호사들")
    assert opened("signatures", "consent", "spring", signed, "--how", "e-mail of 2 January").exit_code == 0
    first = printed(opened("signatures", "list", "spring", "--json"))
    assert [one["standing"] for one in first["signatories"]] == ["signed", "invited"]
    letter.write_text(ENGLISH.replace("At least", "About"))
    assert "1 signatory of other words must be asked again" in opened("signatures", "open", letter).output
    now = printed(opened("signatures", "list", "spring", "--json"))
    assert [one["standing"] for one in now["signatories"]] == ["ask_again", "invited"]
    then = opened("signatures", "list", "spring", "--version", first["version"]["sha256"][:10], "--json")
    assert printed(then)["signatories"] == first["signatories"]
    (message,) = printed(opened("signatures", "ask-again", "spring", "--json"))
    assert message["contact"] == "r@example.org"
    assert "About 500 persons" in message["body"]
    written = opened("signatures", "ask-again", "spring", "--out", tmp_path / "messages")
    assert written.exit_code == 0
    assert (
        (tmp_path / "messages" / "spring-1.txt").read_text().startswith("To: r@example.org\nSubject: Please")
    )
    again = opened("signatures", "ask-again", "spring", "--out", tmp_path / "messages")
    assert again.exit_code == 2
    assert "is there already" in again.output


def test_the_list_reads_like_this(opened):
    first = add(opened, "--name-en", "Relatives' Association", "--name-ko", "가족회")
    second = add(opened, "--person", "--name-en", "B. Example", "--detail-en", "whose sister was returned")
    third = add(opened, "--name-ko", "다른 모임")
    for number in (first, third):
        assert opened("signatures", "consent", "spring", number, "--how", "telephone").exit_code == 0
    assert opened("signatures", "withdraw", "spring", third, "--how", "e-mail").exit_code == 0
    assert opened("signatures", "correct", "spring", second, "--name-en", "C. Example").exit_code == 0
    versions, _, rows = opened("signatures", "list", "spring").output.partition("\n")
    assert versions.startswith("* ")
    assert versions.endswith("en  To the Minister")
    assert rows == GOLDEN.read_text(encoding="utf-8")


def test_a_contact_is_in_nothing_but_the_messages(opened):
    told = [
        opened("signatures", "add", "spring", "--name-en", "A", "--contact", "secret@example.org", "--json")
    ]
    told.append(opened("signatures", "correct", "spring", 1, "--contact", "secret@example.com", "--json"))
    told.append(opened("signatures", "consent", "spring", 1, "--how", "telephone", "--json"))
    told += [opened("signatures", "list", "spring", *more) for more in ((), ("--json",))]
    told.append(opened("signatures", "withdraw", "spring", 1, "--how", "telephone", "--json"))
    assert [one.exit_code for one in told] == [0] * 6
    assert not any("secret" in one.output for one in told)


def test_a_file_is_seen_before_it_is_entered(opened, tmp_path):
    path = tmp_path / "list.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [("name", "단체명", "consent"), ("Relatives' Association", "가족회", "yes"), ("Another", "", "")]
        )
    seen = printed(opened("signatures", "import", "spring", path, "--json"))
    assert [row["verdict"] for row in seen["rows"]] == ["new", "new"]
    assert seen["entered"] == []
    refused = opened("signatures", "import", "spring", path, "--enter")
    assert refused.exit_code == 2
    assert "--consented-to" in refused.output
    sha256 = printed(opened("signatures", "list", "spring", "--json"))["version"]["sha256"]
    entered = opened("signatures", "import", "spring", path, "--enter", "--consented-to", sha256)
    assert "2 signatories entered." in entered.output
    listed = printed(opened("signatures", "list", "spring", "--json"))["signatories"]
    assert [one["standing"] for one in listed] == ["signed", "invited"]
    path.write_text("name,kind\nSingers,choir\n")
    assert opened("signatures", "import", "spring", path).exit_code == 1


def test_somebody_much_alike_is_entered_only_when_asked(opened):
    add(opened, "--name-en", "Human Rights Group (HRG)")
    again = opened("signatures", "add", "spring", "--name-en", "The Human Rights Group, Inc.")
    assert again.exit_code == 2
    assert "is on the list already" in again.output
    add(opened, "--name-en", "The Human Rights Group, Inc.", "--alike-too")


def test_a_letter_or_signatory_that_is_not_there_is_told(opened, tmp_path):
    for words in (("list", "autumn"), ("add", "autumn", "--name-en", "A"), ("ask-again", "autumn")):
        told = opened("signatures", *words)
        assert told.exit_code != 0
        assert "No version of “autumn” is kept" in told.output
    assert "no signatory 7" in opened("signatures", "withdraw", "spring", 7, "--how", "letter").output
    assert "Nothing was given" in opened("signatures", "correct", "spring", 1).output
    assert opened("signatures", "open", tmp_path / "none.md").exit_code == 3
