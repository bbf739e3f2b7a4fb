"""A source to begin with."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.letters.compose.job import write_whole


def begin(path: Path, *, language: str = "en", notes: str = "letter", replace: bool = False) -> None:
    """Writes a source to fill in at `path`, dated today. UsageError where a file is there already."""
    if path.exists() and not replace:
        raise UsageError(
            f"{path} is there already.", hint="Choose another name, or write over it with --replace."
        )
    template = resources.files("onrecord.letters.compose") / "beginnings" / f"{language}.md"
    today = datetime.now(UTC).astimezone().date().isoformat()
    words = template.read_text(encoding="utf-8").replace("DATE", today, 1).replace("STYLE", notes, 1)
    write_whole(path, words.encode("utf-8"))
