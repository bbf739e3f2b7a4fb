"""`onrecord letter compare`, on a letter in two languages."""

from __future__ import annotations

import json

import pytest

ENGLISH = """\
---
date: 2026-10-01
language: en
subject: A matter
---

At least 500 persons were returned on 9 October 2023. {#returned}

Q1. Will you ask about Kim Cheol-ok?
"""
KOREAN = """\
---
date: 2026-10-01
language: ko
subject: 어떤 사안
---

2023년 10월 9일 최소 500명이 송환되었습니다. {#returned}

Q1. 김철옥에 대해 질의해 주시겠습니까?
"""


@pytest.fixture
def letter(tmp_path):
    folder = tmp_path / "spring"
    folder.mkdir()
    (folder / "en.md").write_text(ENGLISH, encoding="utf-8")
    (folder / "ko.md").write_text(KOREAN, encoding="utf-8")
    return folder


def test_two_texts_that_agree_have_nothing_to_tell(call, letter):
    told = call("letter", "compare", letter)
    assert told.exit_code == 0, told.output
    assert "0 warnings" in told.output
    assert "add --in-step" in told.output


def test_a_number_that_differs_is_told_with_both_words_and_ends_with_1(call, letter):
    (letter / "ko.md").write_text(KOREAN.replace("500", "600"), encoding="utf-8")
    told = call("letter", "compare", letter, "--json")
    assert told.exit_code == 1
    (one,) = json.loads(told.output)["differences"]
    assert (one["kind"], one["key"], one["severity"]) == ("number", "returned", "warning")
    assert "500" in one["english"]
    assert "600" in one["korean"]


def test_the_table_of_names_tells_a_name_that_is_missing(call, letter, tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("english,korean\nKim Cheol-ok|Kim Cheol Ok,김철옥\n", encoding="utf-8")
    assert call("letter", "compare", letter, "--names", table).exit_code == 0
    (letter / "ko.md").write_text(KOREAN.replace("김철옥", "그"), encoding="utf-8")
    told = call("letter", "compare", letter, "--names", table)
    assert told.exit_code == 1
    assert "[name] “Kim Cheol-ok” (김철옥) is not in the Korean text." in told.output


@pytest.mark.parametrize(
    ("table", "what"), [("a,b\n1,2\n", "columns english and korean"), ("english,korean\nKim,\n", "line 2")]
)
def test_a_table_of_names_that_is_none_is_refused(call, letter, tmp_path, table, what):
    (tmp_path / "names.csv").write_text(table)
    told = call("letter", "compare", letter, "--names", tmp_path / "names.csv")
    assert told.exit_code == 3
    assert what in told.output


def test_what_changed_on_one_side_since_both_were_in_step_is_due(call, letter):
    assert "are in step as they are now" in call("letter", "compare", letter, "--in-step").output
    assert "Nothing changed" in call("letter", "compare", letter).output
    (letter / "en.md").write_text(ENGLISH.replace("Will you ask", "Will you now ask"), encoding="utf-8")
    assert "Q1: in English; look at the Korean text" in call("letter", "compare", letter).output
    (one,) = json.loads(call("letter", "compare", letter, "--json").output)["due"]
    assert (one["key"], one["changed"]) == ("Q1", "english")


def test_a_file_of_hashes_that_is_broken_is_named_and_left_alone(call, letter):
    (letter / "in-step.json").write_text("[1")
    told = call("letter", "compare", letter, "--in-step")
    assert told.exit_code == 3
    assert "in-step.json" in told.output
    assert (letter / "in-step.json").read_text() == "[1"


def test_an_empty_folder_and_one_with_one_language_are_told(call, letter, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "no source of a letter" in call("letter", "compare", tmp_path / "empty").output
    (letter / "ko.md").unlink()
    told = call("letter", "compare", letter)
    assert told.exit_code == 3
    assert "has not a Korean text" in told.output
    (letter / "again.md").write_text(ENGLISH)
    assert "are both in the language “en”" in call("letter", "compare", letter).output
    assert "is no folder" in call("letter", "compare", letter / "en.md").output


def test_a_region_behind_the_language_is_no_other_language(call, letter):
    (letter / "en.md").write_text(ENGLISH.replace("language: en", "language: en-GB"), encoding="utf-8")
    assert call("letter", "compare", letter).exit_code == 0


def test_two_letters_as_sent_are_aligned_and_compared(call, tmp_path):
    files = tmp_path / "ko.txt", tmp_path / "en.txt"
    files[0].write_text("장관님께,\n\n2023년 10월 9일 500여 명이 송환되었습니다.", encoding="utf-8")
    files[1].write_text(
        "Dear Minister,\n\nAt least 500 persons were returned on 9 October 2023.", encoding="utf-8"
    )
    told = call("letter", "compare", *files, "--json")
    assert told.exit_code == 1, told.output
    assert [one["kind"] for one in json.loads(told.output)["differences"]] == ["qualifier"]
    assert "1 warning" in call("letter", "compare", *files).output
    assert call("letter", "compare", files[0], files[0]).exit_code == 2
    assert call("letter", "compare", *files, "--in-step").exit_code == 2
