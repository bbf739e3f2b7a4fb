"""The page of rules and the rules themselves say the same."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.letters.check.rule import SEVERITIES
from onrecord.letters.check.rules import RULES

PAGE = Path(__file__).resolve().parents[3] / "docs" / "rules.md"


def sections() -> dict[str, str]:
    parts = re.split(r"(?m)^## (\w+)$", PAGE.read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_rule_has_its_heading_in_the_order_of_weight() -> None:
    assert list(sections()) == [rule.name for rule in RULES]


def test_every_rule_tells_its_severity_and_gives_an_example() -> None:
    for rule in RULES:
        section = sections()[rule.name]
        assert f"Severity: {rule.severity}" in section, rule.name
        assert "Example: " in section, rule.name


def test_every_rule_tells_how_it_is_switched_off_and_whether_it_repairs() -> None:
    for rule in RULES:
        line = f"Switch off: `--without {rule.name}`. Repair: {rule.repairs or 'none'}."
        assert sections()[rule.name].strip().endswith(line), (
            f"docs/rules.md, {rule.name}, must end with: {line}"
        )


def test_a_rules_file_bears_its_name_and_its_severity_is_one_of_three() -> None:
    for rule in RULES:
        assert rule.run.__module__.rsplit(".", 1)[1] == rule.name
        assert rule.severity in SEVERITIES
        assert rule.about.endswith(".")
