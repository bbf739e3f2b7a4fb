"""The files beside a letter in two languages: its table of names, and what was in step."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.letters.bilingual.in_step import NAME, read_in_step, write_in_step
from onrecord.letters.bilingual.name_table import read_names
from onrecord.letters.bilingual.terms import NamePair

SAME_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
WORDS = st.text(max_size=20)


def test_forms_of_a_name_are_parted_by_a_bar(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("Korean,English\n김철옥| 김 철옥 ,Kim Cheol-ok|Kim Cheol Ok\n,\n", encoding="utf-8")
    assert read_names(path) == [NamePair(("Kim Cheol-ok", "Kim Cheol Ok"), ("김철옥", "김 철옥"))]


@SAME_FOLDER
@given(WORDS)
def test_any_text_is_a_table_of_names_or_refused_by_name(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(f"english,korean\n{rows}".encode("utf-8", "replace"))
    try:
        found = read_names(path)
    except InputError as error:
        assert "names.csv" in str(error)  # noqa: PT017 - most texts are tables
    else:
        assert all(one.english and one.korean for one in found)


@SAME_FOLDER
@given(st.dictionaries(WORDS, st.dictionaries(st.sampled_from(["en", "ko"]), WORDS)))
def test_what_was_in_step_is_read_back(tmp_path: Path, kept: dict[str, dict[str, str]]) -> None:
    write_in_step(tmp_path, kept)
    assert read_in_step(tmp_path) == kept


@pytest.mark.parametrize("broken", ["", "[1]", '{"a": 1}', '{"a": {"fr": "b"}}', '{"a": {"en": 1}}', "\x00"])
def test_a_file_that_holds_something_else_is_named(tmp_path: Path, broken: str) -> None:
    (tmp_path / NAME).write_text(broken)
    with pytest.raises(InputError, match=NAME):
        read_in_step(tmp_path)
