"""Which kind of document this is."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries


def kind_of(text: str) -> str:
    return read_entries(read_document(Path("made.txt"), text.encode())).kind


def test_a_letter_about_the_united_nations_is_no_document_of_the_united_nations() -> None:
    letter = (
        "Open letter on China\n3 March 2025\nThe Human Rights Council and the Committee against Torture\n"
    )
    assert kind_of(letter + "asked it in A/HRC/25/5, para. 186.241, to stop.\n") == "unknown"


def test_a_document_with_its_symbol_in_the_masthead_is_kept_though_no_reader_knows_it() -> None:
    page = "United Nations A/HRC/99/7\nGeneral Assembly Distr.: General\nHuman Rights Council\n1. The Council met.\n"
    assert kind_of(page) == "document"


@pytest.mark.corpus
def test_the_founding_letter_is_never_a_source(shared_letter: Path) -> None:
    assert read_entries(read_document(shared_letter)).kind == "unknown"
