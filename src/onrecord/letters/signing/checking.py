"""The check of a version's words, as it is filed with a publication."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.letters.check import check
from onrecord.letters.check.as_json import check_as_json
from onrecord.letters.check.kept import Kept
from onrecord.letters.compose.words import words_alone
from onrecord.letters.read import parse_letter
from onrecord.letters.signing.model import Version
from onrecord.record.record import Record


def check_of(record: Record, version: Version) -> dict[str, Any]:
    """The check of the kept words against the record as it is now, by language, as `onrecord check --json`."""
    kept = Kept(record)
    return {
        language: check_as_json(
            check(parse_letter(words_alone(text), f"{version.letter} ({language})"), kept)
        )
        for language, text in version.texts.items()
    }


def counts_of(check_result: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """How many findings of each severity the check of each language has."""
    return {
        language: dict(one["summary"]["findings"])
        for language, one in check_result.items()
        if isinstance(one, dict) and "summary" in one
    }
