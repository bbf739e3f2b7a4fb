"""`onrecord check --fix`, with a record of one report: the new file, the list, and what stays as it was."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main
from onrecord.letters.example.run import Demo, run_example

Call = Callable[..., Result]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return run_example(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(
        b"Dear Minister,\r\n\r\nThe principle of non-refoulment holds.\r\n"
        b"About 70 percent whom are women, see the the report.\r\n"
    )
    return path


@pytest.fixture
def call(demo: Demo) -> Call:
    record = ["--record", str(demo.record)]
    return lambda *words: CliRunner().invoke(main, [*record, *map(str, words)], prog_name="onrecord")


def test_the_new_file_has_the_repairs_and_the_old_line_ends_and_the_letter_is_untouched(
    call: Call, letter: Path
) -> None:
    before = letter.read_bytes()
    result = call("check", letter, "--fix")
    assert result.exit_code == 0, result.output
    expected = (
        before.replace(b"non-refoulment", b"non-refoulement")
        .replace(b"percent whom", b"percent of whom")
        .replace(b"the the", b"the")
    )
    new = letter.with_name("letter.repaired.txt")
    assert new.read_bytes() == expected
    assert letter.read_bytes() == before
    listed = letter.with_name("letter.repaired.changes.txt").read_text(encoding="utf-8")
    assert "line 3: non-refoulment\n         → non-refoulement" in listed
    assert "3 findings are gone" in listed
    assert "None came new." in listed


def test_what_is_there_is_not_written_over_unless_forced(call: Call, letter: Path) -> None:
    new = letter.with_name("new.txt")
    new.write_text("mine")
    refused = call("check", letter, "--fix", "--out", new)
    assert refused.exit_code == 2
    assert "exists" in refused.output
    assert new.read_text() == "mine"
    assert call("check", letter, "--fix", "--out", new, "--force").exit_code == 0
    assert "non-refoulement" in new.read_text(encoding="utf-8")


def test_a_letter_is_never_mended_in_place(call: Call, letter: Path) -> None:
    before = letter.read_bytes()
    result = call("check", letter, "--fix", "--out", letter, "--force")
    assert result.exit_code == 2
    assert letter.read_bytes() == before


def test_json_tells_repairs_what_is_gone_and_the_new_check(call: Call, letter: Path) -> None:
    told = json.loads(call("check", letter, "--fix", "--json").stdout)
    assert [one["rule"] for one in told["repairs"]] == [one["rule"] for one in told["gone"]]
    assert told["came"] == told["check"]["findings"] == []
    assert Path(told["file"]).exists()


def test_a_letter_with_nothing_to_mend_writes_no_file(call: Call, tmp_path: Path) -> None:
    letter = tmp_path / "fine.txt"
    letter.write_text("Dear Minister,\n\nWe thank you.\n")
    assert "No repair" in call("check", letter, "--fix").output
    assert sorted(tmp_path.iterdir()) == [letter]


def test_a_full_disk_leaves_no_half_of_a_file(
    call: Call, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("onrecord.letters.writing.os.fsync", full)
    result = call("check", letter, "--fix")
    assert result.exit_code == 3
    assert "No space left" in result.output
    assert list(letter.parent.iterdir()) == [letter]


def test_the_packaged_letter_is_mended_with_nothing_new(call: Call, demo: Demo, tmp_path: Path) -> None:
    letter = shutil.copy(demo.letter, tmp_path / "example.txt")
    told = json.loads(call("check", letter, "--fix", "--json").stdout)
    assert told["came"] == []
    assert [one["rule"] for one in told["repairs"]] == ["altered_quotation", "unpinned_link"]
    # Two of the three links are to documents on the record; the third stays, and its finding with it.
    assert [one["rule"] for one in told["gone"]] == ["altered_quotation"]
