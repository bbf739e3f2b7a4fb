"""`onrecord letter advise`, as a person calls it."""

from __future__ import annotations

import json

from click.testing import CliRunner

from onrecord.cli.main import main
from onrecord.letters.example.cards import add_cards
from onrecord.record.record import open_record

SOURCE = """\
---
date: 2024-01-03
review: CHN/4
---

R1. Protect North Korean refugees in accordance with international law
"""


def call(tmp_path, *words):
    return CliRunner(env={"ONRECORD_RECORD": str(tmp_path / "record")}).invoke(
        main, ["letter", "advise", *words], prog_name="onrecord"
    )


def test_an_ask_is_advised_on_from_the_record(tmp_path):
    with open_record(tmp_path / "record") as record:
        add_cards(record)
    source = tmp_path / "letter.md"
    source.write_text(SOURCE, encoding="utf-8")
    made = json.loads(call(tmp_path, str(source), "--json").output)
    assert made["deadline"] == "2024-01-09"
    assert made["asks"][0]["earlier"][0]["place"]["pinpoint"] == "186.241"
    told = call(tmp_path, str(source)).output
    assert "A/HRC/25/5, para. 186.241" in told
    assert "[inferred: " in told


def test_what_is_not_there_is_wrong_use(tmp_path):
    source = tmp_path / "letter.md"
    source.write_text(SOURCE, encoding="utf-8")
    assert call(tmp_path, str(source), "--ask", "R9").exit_code == 2
    assert call(tmp_path, str(source), "--review", "XXX/9").exit_code == 2
    assert "Examples:" in call(tmp_path, "--help").output
