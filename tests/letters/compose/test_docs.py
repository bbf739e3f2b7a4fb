"""The manual names every name of the front matter, every style and every problem, and its examples are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.letters.compose.front_matter import KNOWN, STYLES
from onrecord.letters.compose.reading import parse_source

ROOT = Path(__file__).resolve().parents[3]
MANUAL = (ROOT / "docs" / "letters.md").read_text(encoding="utf-8")
CODE = "".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "src/onrecord/letters/compose").rglob("*.py"))
)
BLOCKS = re.findall(r"^```\n(.*?)^```", MANUAL, re.DOTALL | re.MULTILINE)


def test_every_name_and_style_has_its_line():
    for name in (*KNOWN, *STYLES):
        assert f"`{name}`" in MANUAL, name


def test_every_problem_has_its_line():
    rules = set(re.findall(r'(?:LetterProblem|_tell)\(\s*"([a-z-]+)"', CODE))
    assert len(rules) > 15
    table = set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", MANUAL[MANUAL.index("| what is told |") :]))
    assert rules <= table


def test_the_front_matter_of_the_manual_is_read():
    front = next(block for block in BLOCKS if block.startswith("---"))
    source = parse_source(front + "\nWords.\n")
    assert source.problems == ()
    assert source.about.copies == ("A. Example, Ambassador",)


@pytest.mark.parametrize(
    "text", [block for block in BLOCKS if "[@" in block or "{{quote" in block or "Q1." in block]
)
def test_the_examples_of_the_manual_are_read(text: str):
    assert parse_source(f"---\ndate: 2026-10-01\n---\n{text}").problems == ()
