"""`onrecord check` and `onrecord trace`, on a record made of the two reports on China."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main
from onrecord.record.add import add_paths
from onrecord.record.record import open_record

pytestmark = pytest.mark.corpus
Call = Callable[..., Result]


@pytest.fixture(scope="module")
def call(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Call:
    folder = tmp_path_factory.mktemp("china")
    files = [shared_data / "upr_reports" / "pdf" / f"{name}.pdf" for name in ("china2009", "china2013")]
    with open_record(folder) as record:
        add_paths(record, files, jobs=1)
    runner = CliRunner(env={"ONRECORD_RECORD": str(folder)})
    return lambda *words: runner.invoke(main, [str(word) for word in words], prog_name="onrecord")


def test_the_check_tells_findings_by_severity_with_line_and_evidence(call: Call, shared_letter: Path) -> None:
    result = call("check", shared_letter)
    assert result.exit_code == 1
    assert result.output.index("ERRORS") < result.output.index("WARNINGS") < result.output.index("NOTICES")
    assert "[missing_note]" in result.output
    assert "A/HRC/11/25, para. 117, page 30" in result.output
    assert "could not be checked" in result.output


def test_the_check_in_json_says_the_same(call: Call, shared_letter: Path) -> None:
    result = call("check", shared_letter, "--json")
    value = json.loads(result.stdout)
    assert result.exit_code == 1
    assert {q["at"]["paragraph"] for q in value["quotations"] if q["at"]} == {
        "28 (g)",
        "30",
        "186.66",
        "186.241",
        "132",
    }
    rules = {finding["rule"] for finding in value["findings"]}
    assert {"omitted_entry", "omitted_answer", "position_left_out", "pinpoint_in_note"} <= rules


def test_a_rule_can_be_left_out_and_an_unknown_one_is_wrong_use(call: Call, shared_letter: Path) -> None:
    assert "[missing_note]" not in call("check", shared_letter, "--without", "missing_note").output
    assert call("check", shared_letter, "--without", "no_such_rule").exit_code == 2


def test_a_letter_without_fault_ends_with_status_0(call: Call, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Dear all,\n\nThe Republic of Korea “welcomed the revision of the Exit-Entry Administration Law” "
        "(A/HRC/25/5, para. 132).\n",
        encoding="utf-8",
    )
    result = call("check", letter)
    assert result.exit_code == 0, result.output
    assert "1 of 1 quotation word for word" in result.output


def test_the_trace_is_a_table_a_json_value_and_can_be_narrowed(call: Call) -> None:
    table = call("trace", "China", "--about", "non-refoulement")
    assert table.exit_code == 0
    for place in ("28 (g)", "82 (a)", "186.66", "186.241", "186.242", "186.243"):
        assert place in table.output
    value = json.loads(call("trace", "CHN", "--about", "non-refoulement", "--json").stdout)
    assert [review["cycle"] for review in value["reviews"]] == [1, 2]
    narrowed = call("trace", "CHN", "--about", "non-refoulement", "--by", "South Korea").output
    assert "186.242" in narrowed
    assert "186.66" not in narrowed


def test_the_trace_says_what_to_do_where_there_is_nothing(call: Call) -> None:
    assert "onrecord add" in call("trace", "Peru", "--about", "refugee").output
    assert "Try other words" in call("trace", "CHN", "--about", "bicycle").output
    wrong = call("trace", "CHN", "--about", "refugee or")
    assert wrong.exit_code == 2
    assert "character 11" in wrong.output
    assert call("trace", "Atlantis", "--about", "refugee").exit_code == 2
