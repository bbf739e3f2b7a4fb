"""What `onrecord fetch` tells of each document, and where it puts it."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from onrecord.cli.printing import counted, print_json
from onrecord.errors import FetchError
from onrecord.fetching.model import Attempt, Fetched, NotFetched


class Results:
    """What came and what did not, told as it happens or, as JSON, at the end."""

    def __init__(self, record: Path, out: Path | None, *, to_record: bool, as_json: bool) -> None:
        self.record = record
        self.out = out
        self.to_record = to_record
        self.as_json = as_json
        self.fetched: list[dict[str, Any]] = []
        self.failed: list[dict[str, Any]] = []

    def take(self, outcome: Fetched | NotFetched) -> None:
        """One document's outcome."""
        if isinstance(outcome, NotFetched):
            self._fail(outcome)
            return
        try:
            file, added = self._deliver(outcome)
        except FetchError as error:
            self._fail(NotFetched(outcome.wanted, error.message, error.hint, outcome.attempts))
            return
        self.fetched.append(_as_json(outcome, file, added))
        if not self.as_json:
            click.echo(_line(outcome, file, added))
            for doubt in outcome.provenance.doubts:
                click.echo(f"onrecord: {outcome.wanted.symbol}: {doubt}", err=True)

    def close(self) -> int:
        """The exit status, once everything is told."""
        if self.as_json:
            print_json({"fetched": self.fetched, "failed": self.failed})
        if not self.failed:
            return 0
        return 1 if self.fetched else 3

    def _fail(self, missing: NotFetched) -> None:
        self.failed.append(
            {
                "symbol": missing.wanted.symbol.text,
                "language": missing.wanted.language,
                "format": missing.wanted.format,
                "reason": missing.reason,
                "hint": missing.hint,
                "attempts": _attempts(missing.attempts),
            }
        )
        click.echo(f"onrecord: {missing.wanted.symbol}: {missing.reason} {missing.hint}".rstrip(), err=True)
        for attempt in missing.attempts:
            times = f" (asked {attempt.tries} times)" if attempt.tries > 1 else ""
            click.echo(f"  {attempt.asked}: {attempt.reason}{times}", err=True)

    def _deliver(self, fetched: Fetched) -> tuple[Path | None, str]:
        from onrecord.fetching.delivery import deliver

        if self.out is not None:
            file = deliver(fetched, self.out)
            return file, _put_on_record(fetched, file, self.record) if self.to_record else ""
        with tempfile.TemporaryDirectory() as folder:
            return None, _put_on_record(fetched, deliver(fetched, Path(folder)), self.record)


def _put_on_record(fetched: Fetched, file: Path, folder: Path) -> str:
    """Add a file, and its provenance beside the original; "added" or "already". FetchError where it fails."""
    from onrecord.fetching.provenance import beside, write_beside
    from onrecord.record.add import add_paths
    from onrecord.record.record import ENDINGS_OF_FORMATS, open_record

    with open_record(folder) as record:
        report = add_paths(record, [file])
        if report.failed:
            failed = report.failed[0]
            raise FetchError(f"It came, but cannot be put on the record: {failed.reason}", hint=failed.hint)
        ending = ENDINGS_OF_FORMATS[fetched.wanted.format]
        original = record.originals.path(fetched.provenance.sha256, ending)
        if not beside(original).exists():
            write_beside(original, fetched.provenance)
    return "added" if report.added else "already"


def _line(fetched: Fetched, file: Path | None, added: str) -> str:
    size = fetched.provenance.size / 1000
    when = fetched.provenance.fetched[:10]
    parts = [f"{size:,.0f} kB", counted(fetched.provenance.printed.pages, "page")]
    parts.append(f"from the cache, fetched {when}" if fetched.from_cache else fetched.provenance.address)
    if fetched.changed_since:
        parts.append(f"not the same as what came on {fetched.changed_since[:10]}")
    if added:
        parts.append("put on the record" if added == "added" else "on the record already")
    return f"{fetched.wanted.symbol}: {f'{file}, ' if file else ''}{', '.join(parts)}"


def _as_json(fetched: Fetched, file: Path | None, added: str) -> dict[str, Any]:
    return {
        **fetched.provenance.as_json(),
        "file": str(file) if file else None,
        "from_cache": fetched.from_cache,
        "changed_since": fetched.changed_since or None,
        "record": added or None,
        "attempts": _attempts(fetched.attempts),
    }


def _attempts(attempts: tuple[Attempt, ...]) -> list[dict[str, Any]]:
    return [asdict(attempt) for attempt in attempts]
