"""`onrecord letter new`, `import` and `build`, as a person calls them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main
from onrecord.letters.compose.lock import sha256_of
from onrecord.letters.example.cards import add_cards, letter_text
from onrecord.record.record import open_record

SOURCE = """\
---
date: 2026-10-01
subject: A matter
---

Canada said {{quote A/HRC/25/5 186.66 lower}}. The Netherlands asked.[@A/HRC/11/25, para. 30]

Q1. Will you?
"""
Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """`onrecord letter …` with the packaged cards as its record."""
    with open_record(tmp_path / "record") as record:
        add_cards(record)

    def called(*words: object) -> Result:
        runner = CliRunner(env={"ONRECORD_RECORD": str(tmp_path / "record")})
        return runner.invoke(main, ["letter", *(str(word) for word in words)], prog_name="onrecord")

    return called


def test_a_letter_is_built_into_every_format_with_its_lock(call: Call, tmp_path: Path):
    source = tmp_path / "letter.md"
    source.write_text(SOURCE, encoding="utf-8")
    result = call("build", source, "--out", tmp_path / "built")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "built").iterdir()) == [
        "letter.docx",
        "letter.html",
        "letter.pdf",
        "letter.txt",
    ]
    text = (tmp_path / "built" / "letter.txt").read_text(encoding="utf-8")
    assert "“[i]nvite the UN Commission of Inquiry" in text
    assert "[2] Report of the Working Group" in text
    assert "A/HRC/25/5, 186.66" in (tmp_path / "letter.lock.json").read_text(encoding="utf-8")


def test_files_of_an_earlier_build_are_written_over_only_when_asked(call: Call, tmp_path: Path):
    source = tmp_path / "letter.md"
    source.write_text(SOURCE, encoding="utf-8")
    asked = ("build", source, "--out", tmp_path / "built", "--format", "text")
    assert call(*asked).exit_code == 0
    first = (tmp_path / "built" / "letter.txt").read_bytes()
    again = call(*asked)
    assert again.exit_code == 2
    assert "is there already" in again.output
    assert call(*asked, "--replace").exit_code == 0
    assert (tmp_path / "built" / "letter.txt").read_bytes() == first


def test_changed_words_stop_the_build_and_nothing_is_written(call: Call, tmp_path: Path):
    source = tmp_path / "letter.md"
    source.write_text(SOURCE, encoding="utf-8")
    asked = ("build", source, "--out", tmp_path / "built", "--format", "text", "--json")
    assert call(*asked).exit_code == 0
    lock = tmp_path / "letter.lock.json"
    kept = lock.read_bytes()
    told = json.loads(kept)
    # Another edition of the document, as the author saw it at an earlier build.
    words = "Invite the Commission"

    told["quotations"]["A/HRC/25/5, 186.66"] = {"words": words, "sha256": sha256_of(words)}
    lock.write_text(json.dumps(told), encoding="utf-8")
    (tmp_path / "built" / "letter.txt").unlink()
    stopped = call(*asked)
    assert stopped.exit_code == 1
    problem = json.loads(stopped.stdout)[0]["problems"][0]
    assert problem["rule"] == "quotation-changed"
    assert "They were: “Invite the Commission”" in problem["message"]
    assert not (tmp_path / "built" / "letter.txt").exists()
    accepted = call(*asked, "--accept-quotations")
    assert accepted.exit_code == 0
    assert json.loads(accepted.stdout)[0]["quoted"][0]["state"] == "accepted"
    assert lock.read_bytes() == kept


def test_an_empty_note_stops_the_build_with_its_line(call: Call, tmp_path: Path):
    source = tmp_path / "letter.md"
    source.write_text(SOURCE.replace("Q1. Will", "Missing.[^24]\n\nQ1. Will"), encoding="utf-8")
    result = call("build", source, "--out", tmp_path / "built", "--format", "text")
    assert result.exit_code == 1
    assert "line 8: Note “24” is called here, but it has no words." in result.output
    assert not (tmp_path / "built").exists()
    draft = call("build", source, "--out", tmp_path / "built", "--format", "text", "--draft")
    assert draft.exit_code == 1
    assert (tmp_path / "built" / "letter.txt").exists()


def test_a_folder_is_built_in_every_language_it_has(call: Call, tmp_path: Path):
    folder = tmp_path / "spring"
    assert call("new", folder / "en.md").exit_code == 0
    assert call("new", folder / "ko.md", "--language", "ko", "--notes", "un").exit_code == 0
    (folder / "README.md").write_text("# No letter\n", encoding="utf-8")
    result = call("build", folder, "--out", tmp_path / "built", "--format", "text", "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert [(one["language"], one["notes"], one["questions"], one["recommendations"]) for one in told] == [
        ("en", 2, 1, 1),
        ("ko", 2, 1, 1),
    ]
    assert all(one["words_sha256"] and not one["problems"] for one in told)


def test_a_new_source_is_never_written_over_silently(call: Call, tmp_path: Path):
    assert call("new", tmp_path / "letter.md").exit_code == 0
    again = call("new", tmp_path / "letter.md")
    assert again.exit_code == 2
    assert "is there already" in again.output


def test_a_letter_is_imported_built_and_what_is_missing_told(call: Call, tmp_path: Path):
    letter = tmp_path / "open letter.txt"
    letter.write_text(letter_text(), encoding="utf-8")
    result = call("import", letter, "--out", tmp_path / "letter.md")
    assert result.exit_code == 1
    assert (
        "error: open letter.txt, line 17: Marker 7 calls a note that the letter does not have."
        in result.output
    )
    assert "line 7: “Re:” left out" in result.output
    told = json.loads(call("import", letter, "--out", tmp_path / "other.md", "--json").stdout)
    assert (told["notes"], told["questions"], told["recommendations"]) == (8, 2, 2)
    source = tmp_path / "letter.md"
    mended = source.read_text(encoding="utf-8") + "\n[^7]: [@A/HRC/25/5, para. 132]\n"
    source.write_text(mended, encoding="utf-8")
    assert call("build", source, "--out", tmp_path / "built", "--format", "text,docx").exit_code == 0


def test_wrong_use_is_told(call: Call, tmp_path: Path):
    assert (
        "choose from pdf, docx, html, text"
        in call("build", "x.md", "--out", tmp_path, "--format", "odt").output
    )
    missing = call("build", tmp_path / "none.md", "--out", tmp_path)
    assert (missing.exit_code, "cannot be opened" in missing.output) == (3, True)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "is no source of a letter" in call("build", empty, "--out", tmp_path / "out").output


@pytest.mark.parametrize("name", ["new", "import", "build"])
def test_help_shows_examples(call: Call, name: str):
    assert f"onrecord letter {name}" in call(name, "--help").output
