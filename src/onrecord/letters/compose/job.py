"""Builds the files of a letter in every language that its source has."""

from __future__ import annotations

import importlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import InputError, RenderError, UsageError
from onrecord.letters.compose.build import Composed, compose
from onrecord.letters.compose.built import BlockKind, BuiltLetter
from onrecord.letters.compose.lock import lock_path, read_lock
from onrecord.letters.compose.reading import read_source
from onrecord.letters.compose.source import LetterSource
from onrecord.letters.compose.words import built_text_sha256
from onrecord.record.model import ReadsRecord
from onrecord.told import tell

ENDINGS = {"pdf": ".pdf", "docx": ".docx", "html": ".html", "text": ".txt"}
Render = Callable[[BuiltLetter], bytes]
Finish = Callable[[Sequence[Composed]], Sequence[Composed]]


@dataclass(frozen=True, slots=True)
class BuiltFiles:
    """A letter as built and the files written of it: none where errors stopped the build."""

    source: Path
    composed: Composed
    files: tuple[Path, ...]

    @property
    def errors(self) -> bool:
        """Whether something was wrong that stops a build."""
        return bool(self.composed.errors)

    @property
    def counts(self) -> dict[str, int]:
        """How many notes, questions, recommendations, quotations and signatories the letter has."""
        letter = self.composed.letter
        kinds = [block.kind for block in letter.blocks]
        return {
            "notes": len(letter.notes),
            "questions": kinds.count(BlockKind.QUESTION),
            "recommendations": kinds.count(BlockKind.RECOMMENDATION),
            "quotations": len(self.composed.quoted),
            "signatories": len(letter.signatories),
        }

    def as_json(self) -> dict[str, Any]:
        """What `onrecord letter build --json` prints of each source."""
        return {
            "source": str(self.source),
            "language": self.composed.letter.language,
            "built": bool(self.files),
            "files": [str(path) for path in self.files],
            "words_sha256": built_text_sha256(self.composed.letter),
            **self.counts,
            "problems": [asdict(problem) for problem in self.composed.problems],
            "quoted": [asdict(one) for one in self.composed.quoted],
        }


def build_files(  # noqa: PLR0913 - what a call of `letter build` may ask for
    source: Path,
    record: ReadsRecord,
    out: Path,
    *,
    formats: Sequence[str],
    accept: bool = False,
    draft: bool = False,
    replace: bool = False,
    finish: Finish | None = None,
) -> tuple[BuiltFiles, ...]:
    """Builds each language of a letter into `out`, and its lock file beside the source.

    `source` is a file, or a folder whose Markdown files with front matter are its languages. A letter with
    errors gets no files, unless `draft` is set; the others are built. Files come to be whole or not at all;
    an existing one is written over only with `replace`. `finish` gets the composed languages before they
    are drawn, and gives them back in that order with what it puts in (the signatories of the record).
    Raises InputError where there is no source, UsageError where files are in the way, RenderError where
    one cannot be written.
    """
    sources = [read_source(path) for path in sources_at(source)]
    made_of = [compose(one, record, lock=read_lock(lock_path(one.path)), accept=accept) for one in sources]
    composed = list(zip(sources, finish(made_of) if finish else made_of, strict=True))
    going = [(one, made) for one, made in composed if draft or not made.errors]
    in_way = [path for one, _ in going for path in _paths(one, out, formats) if path.exists()]
    if in_way and not replace:
        raise UsageError(
            tell("%(path)s is there already.", path=in_way[0]),
            hint=tell("Choose another folder with --out, or build with --replace."),
        )
    renders = {name: _render(name) for name in formats}
    built: list[BuiltFiles] = []
    for one, made in composed:
        files: tuple[Path, ...] = ()
        if draft or not made.errors:
            files = tuple(_paths(one, out, formats))
            contents = [renders[name](made.letter) for name in formats]
            for path, content in zip(files, contents, strict=True):
                write_whole(path, content)
            _keep_lock(one, made)
        built.append(BuiltFiles(one.path, made, files))
    return tuple(built)


def sources_at(path: Path) -> list[Path]:
    """The file itself, or the Markdown files with front matter in a folder. InputError where it has none."""
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.glob("*.md") if file.is_file() and _has_front_matter(file))
    if not found:
        raise InputError(
            tell("In %(path)s is no source of a letter.", path=path),
            hint=tell("Begin one with: onrecord letter new letter.md"),
        )
    return found


def _has_front_matter(path: Path) -> bool:
    with path.open("rb") as opened:
        return opened.read(7).lstrip(b"\xef\xbb\xbf").startswith(b"---")


def _paths(source: LetterSource, out: Path, formats: Sequence[str]) -> Iterator[Path]:
    yield from (out / f"{source.path.stem}{ENDINGS[name]}" for name in formats)


def _render(name: str) -> Render:
    render: Render = getattr(
        importlib.import_module(f"onrecord.letters.render.letter_{name}"), f"letter_{name}"
    )
    return render


def _keep_lock(source: LetterSource, made: Composed) -> None:
    """Writes the lock where it holds other words than before; a draft with errors leaves it alone."""
    path = lock_path(source.path)
    if made.errors or (not made.lock.quotations and not path.exists()):
        return
    content = made.lock.as_bytes()
    if not path.exists() or path.read_bytes() != content:
        write_whole(path, content)


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that it is there whole or as it was before. Raises RenderError, naming the file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise RenderError(
            tell("%(path)s could not be written: %(value)s.", path=path, value=error.strerror or error),
            hint=tell("Choose another folder."),
        ) from error
