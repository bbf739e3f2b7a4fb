"""The founding letter in every form: the same blocks, and the findings of its plain text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from making_letters import SITES, as_docx

from onrecord.letters.forms.letter import letter_of
from onrecord.letters.forms.model import Blocks
from onrecord.letters.forms.read import blocks_of
from onrecord.letters.model import Letter
from onrecord.letters.read import read_letter

pytestmark = pytest.mark.corpus

Findings = Callable[[Letter], list[tuple[str, str, str]]]

# Lines that hold only spaces that do not break are lines of a text; other forms have none.
ONLY_IN_TEXT = {"blank_lines"}


def plain_facts(blocks: Blocks) -> list[tuple[str, str, list[tuple[str, int]]]]:
    return [
        (block.label, block.text, [(call.number, call.start) for call in block.calls])
        for block in blocks.blocks
    ]


def notes(blocks: Blocks) -> list[tuple[str, str]]:
    return [(note.number, note.text) for note in blocks.notes]


@pytest.fixture(scope="module")
def of_plain(shared_letter: Path, findings_in: Findings) -> list[tuple[str, str, str]]:
    found = findings_in(read_letter(shared_letter))
    return [finding for finding in found if finding[0] not in ONLY_IN_TEXT]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_from_word_come_the_same_blocks_and_findings(
    kind: str, founding: Blocks, of_plain: list[tuple[str, str, str]], findings_in: Findings
) -> None:
    read = blocks_of(as_docx(founding, kind=kind), "letter.docx")
    assert plain_facts(read) == plain_facts(founding)
    assert notes(read) == notes(founding)
    assert findings_in(letter_of(read)) == of_plain


@pytest.mark.parametrize("site", sorted(SITES))
def test_from_a_site_come_the_same_blocks_and_findings(
    site: str, founding: Blocks, of_plain: list[tuple[str, str, str]], findings_in: Findings
) -> None:
    read = blocks_of(SITES[site](founding).encode(), "page.html")
    assert plain_facts(read) == plain_facts(founding)
    assert notes(read) == notes(founding)
    assert findings_in(letter_of(read)) == of_plain
