"""The packaged example of a letter's source: one letter of our own in English and Korean, with its sources."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.letters.compose.job import write_whole

FILES = ("en.md", "ko.md", "sources.json")


def write_example(folder: Path, *, replace: bool = False) -> tuple[Path, ...]:
    """Writes the example's files into `folder`. UsageError where one is there already."""
    paths = tuple(folder / name for name in FILES)
    for path in paths:
        if path.exists() and not replace:
            raise UsageError(f"{path} is there already.", hint="Choose another folder, or add --replace.")
    for path in paths:
        write_whole(path, (resources.files(__name__) / path.name).read_bytes())
    return paths
