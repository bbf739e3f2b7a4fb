"""The file beside a letter's source that says which words of its two languages were said to be in step."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.errors import InputError
from onrecord.letters.bilingual.due import InStep
from onrecord.letters.compose.job import write_whole
from onrecord.told import tell

NAME = "in-step.json"
_LANGUAGES = {"en", "ko"}


def read_in_step(folder: Path) -> InStep:
    """The hashes kept in the folder; none where nobody has said yet that the texts are in step.

    Raises InputError, naming the file, where it holds something else.
    """
    path = folder / NAME
    if not path.exists():
        return {}
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(
            tell("%(path)s cannot be read: %(error)s.", path=path, error=error), hint=_HINT
        ) from error
    if not _is_in_step(kept):
        raise InputError(tell("%(path)s holds no hashes of blocks by language.", path=path), hint=_HINT)
    found: InStep = kept
    return found


def write_in_step(folder: Path, in_step: InStep) -> Path:
    """Keep the hashes; the file. Raises RenderError where it cannot be written."""
    path = folder / NAME
    write_whole(path, (json.dumps(in_step, ensure_ascii=False, indent=1) + "\n").encode())
    return path


_HINT = "Move the file away, compare, and say anew that the texts are in step: --in-step."


def _is_in_step(kept: object) -> bool:
    return isinstance(kept, dict) and all(
        isinstance(hashes, dict)
        and set(hashes) <= _LANGUAGES
        and all(isinstance(sha256, str) for sha256 in hashes.values())
        for hashes in kept.values()
    )
