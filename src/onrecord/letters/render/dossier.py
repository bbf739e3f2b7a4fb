"""Writes the dossier of a checked letter: one HTML page and a PDF that hold the same."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.analysis.model import Trace
from onrecord.errors import RenderError
from onrecord.letters.decisions import Decided
from onrecord.letters.model import Check
from onrecord.letters.render.assemble import assemble
from onrecord.letters.render.html import as_html
from onrecord.letters.render.pdf import as_pdf
from onrecord.record.model import ReadsRecord

UNSAFE_IN_NAMES = re.compile(r"[^\w.-]+")


class DossierFiles(NamedTuple):
    """The files of a dossier."""

    html: Path
    pdf: Path


def write_dossier(
    check: Check,
    traces: Sequence[Trace],
    record: ReadsRecord,
    out: Path,
    decided: Decided | None = None,
) -> DossierFiles:
    """Writes `NAME.dossier.html` and `NAME.dossier.pdf` into the folder `out`, which is made if need be.

    NAME is the letter's. Both are made from the same values and hold the same; the page loads nothing
    from anywhere. An older dossier of the same name is replaced only by a whole new one. The same
    check, traces, record and decisions give the same bytes of HTML. Raises `RenderError` where a file cannot be
    written or set.
    """
    dossier = assemble(check, traces, record, decided)
    name = UNSAFE_IN_NAMES.sub("-", Path(check.letter.name).stem).strip("-.")[:80] or "letter"
    files = DossierFiles(out / f"{name}.dossier.html", out / f"{name}.dossier.pdf")
    _write(files.html, as_html(dossier).encode())
    _write(files.pdf, as_pdf(dossier))
    return files


def _write(path: Path, data: bytes) -> None:
    """Writes beside the place and then moves, so that no half of a file ever bears the name."""
    part = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(prefix=".dossier-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(part).chmod(0o644)
        Path(part).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(part).unlink()
        raise RenderError(
            f"The dossier could not be written to {path}: {error.strerror or error}.",
            hint="Choose another folder with --out, or make room on the disk.",
        ) from error
