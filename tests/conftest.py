"""What several tests lean on."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real documents beside the project; tests that need it skip where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the shared documents (../shared/data) are not on this machine")
    return folder


@pytest.fixture(scope="session")
def shared_letter(shared_data: Path) -> Path:
    """The founding letter as plain text."""
    return shared_data.parent / "letters" / "open-letter-2024-01-03.txt"
