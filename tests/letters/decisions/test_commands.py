"""`onrecord decide`, `decisions`, `withdraw`, and what `onrecord check` makes of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main
from onrecord.record.record import open_record

Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    folder = tmp_path / "record"
    open_record(folder).close()
    runner = CliRunner(env={"ONRECORD_RECORD": str(folder), "ONRECORD_WHO": "Hana Lee"})
    return lambda *words: runner.invoke(main, [str(word) for word in words], prog_name="onrecord")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(
        "Dear Minister,\n\nThe principle of non-refoulment holds.\n\nAbout 70 percent whom are women were sent "
        "back by an UN body.\n",
        encoding="utf-8",
    )
    return path


def test_the_exit_status_counts_only_what_nobody_decided(call: Call, letter: Path) -> None:
    assert call("check", letter).exit_code == 1
    made = call(
        "decide", letter, "field_term", "grammar", "--all", "--accept", "--reason", "as in the treaty"
    )
    assert made.exit_code == 0, made.output
    after = call("check", letter)
    assert after.exit_code == 0
    assert "3 findings were decided; show them with --decided." in after.output
    assert "[field_term]" not in after.output
    shown = call("check", letter, "--decided").output
    assert "accepted by Hana Lee (ONRECORD_WHO)" in shown
    assert "as in the treaty" in shown


def test_a_finding_is_named_by_the_number_that_the_check_prints(call: Call, letter: Path) -> None:
    findings = json.loads(call("check", letter, "--json").stdout)["findings"]
    chosen = findings[1]
    call("decide", letter, chosen["number"], "--dismiss", "--reason", "no fault")
    value = json.loads(call("check", letter, "--json").stdout)
    assert [one["number"] for one in value["decided"]] == [chosen["number"]]
    assert value["decided"][0]["decision"]["verdict"] == "dismissed"
    assert [one["number"] for one in value["findings"]] == [1, 3]
    assert value["summary"]["decided"] == 1


def test_a_decision_is_listed_withdrawn_and_stays_in_the_history(call: Call, letter: Path) -> None:
    call("decide", letter, "field_term", "--dismiss", "--reason", "no fault")
    assert "no fault" in call("decisions", letter).output
    assert call("withdraw", "1", "--reason", "it is one", "--who", "Min Park").exit_code == 0
    assert "Nothing was decided" in call("decisions").output
    history = json.loads(call("decisions", "--history", "--json").stdout)
    assert [(one["verdict"], one["who"], one["holds"]) for one in history] == [
        ("dismissed", "Hana Lee", False),
        ("withdrawn", "Min Park", False),
    ]
    assert "[field_term]" in call("check", letter).output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("field_term", "--reason", "x"), "--accept"),
        (("grammar", "--accept", "--reason", "x"), "numbers 2, 3"),
        (("99", "--accept", "--reason", "x"), "no finding 99"),
        (("nonsense", "--accept", "--reason", "x"), "no finding of a rule"),
        (("1", "--accept", "--reason", " "), "needs its reason"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_kept(
    call: Call, letter: Path, words: tuple[str, ...], said: str
) -> None:
    result = call("decide", letter, *words)
    assert result.exit_code == 2
    assert said in result.output
    assert json.loads(call("decisions", "--history", "--json").stdout) == []


def test_what_was_accepted_is_not_mended(call: Call, letter: Path) -> None:
    call("decide", letter, "field_term", "--accept", "--reason", "quoted from the minister")
    told = json.loads(call("check", letter, "--fix", "--json").stdout)
    assert {one["rule"] for one in told["repairs"]} == {"grammar"}
    assert "non-refoulment" in Path(told["file"]).read_text(encoding="utf-8")
    assert call("check", told["file"]).exit_code == 0
