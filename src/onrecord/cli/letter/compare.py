"""`onrecord letter compare`: what one language of a letter says and the other does not."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.letter.opening import record_or_none
from onrecord.cli.printing import counted, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.letters.bilingual.difference import Comparison
    from onrecord.letters.bilingual.due import Due

EPILOG = """\b
Examples:
  onrecord letter compare letters/spring                     the folder holds en.md and ko.md
  onrecord letter compare english.docx korean.pdf            two letters as sent, in either order
  onrecord letter compare letters/spring --names names.csv   with the letter's own table of names
  onrecord letter compare letters/spring --in-step           say that both texts are in step now

\b
The table of names has the columns english and korean; forms of one name are parted by "|".
What was in step is kept in in-step.json beside the source; keep it with the letter.

\b
Exit status: 0 at most notices, 1 warnings, 2 wrong use, 3 broken input."""

_SHOWN = 160


@click.command(epilog=EPILOG)
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("other", type=click.Path(path_type=Path), required=False)
@click.option("--in-step", is_flag=True, help="Say that both texts are in step as they are now.")
@click.option("--names", metavar="FILE.csv", type=click.Path(path_type=Path), help="The table of names.")
@record_option
@json_option
@pass_door
def command(
    door: Door, *, source: Path, other: Path | None, in_step: bool, names: Path | None, as_json: bool
) -> None:
    """Hold the English and the Korean text of a letter against each other.

    SOURCE is the folder of the letter. Numbers, dates, States, names, citations, notes and asks are
    compared block by block. What changed on one side since both were last in step is told as well.
    With OTHER both are files in any form (text, Word, PDF); their paragraphs are aligned.
    """
    from onrecord.errors import InputError
    from onrecord.letters.bilingual.compare import compare
    from onrecord.letters.bilingual.due import due, hashes
    from onrecord.letters.bilingual.in_step import read_in_step, write_in_step
    from onrecord.letters.bilingual.name_table import read_names
    from onrecord.letters.compose.languages import built_languages

    if other is not None:
        _compare_files(door, (source, other), names, in_step=in_step, as_json=as_json)
        return
    if not source.is_dir():
        raise InputError(
            f"{source} is no folder.", hint="A letter in two languages is a folder with en.md and ko.md."
        )
    with record_or_none(door.folder) as record:
        built = built_languages(source, record)
    letters = {tag.partition("-")[0].lower(): letter for tag, letter in built.items()}
    missing = [name for tag, name in (("en", "an English"), ("ko", "a Korean")) if tag not in letters]
    if missing:
        raise InputError(
            f"{source} has not {' nor '.join(missing)} text; its languages are: {', '.join(built)}.",
            hint="Put both into the folder, each with language: en or ko in its front matter.",
        )
    english, korean = letters["en"], letters["ko"]
    found = compare(english, korean, read_names(names) if names else ())
    waiting = due(english, korean, read_in_step(source))
    if in_step:
        write_in_step(source, hashes(english, korean))
        waiting = []
    if as_json:
        print_json(_as_json(found, waiting))
    else:
        _tell(found, waiting, source, in_step=in_step)
    if any(one.severity == "warning" for one in found.differences):
        click.get_current_context().exit(1)


def _compare_files(
    door: Door, files: tuple[Path, Path], names: Path | None, *, in_step: bool, as_json: bool
) -> None:
    """Hold two files against each other; what was in step is not kept for them."""
    from onrecord.errors import UsageError
    from onrecord.letters.bilingual.compare import compare
    from onrecord.letters.bilingual.name_table import read_names
    from onrecord.letters.bilingual.opening import opened, sorted_by_language
    from onrecord.letters.read import read_letter

    if in_step:
        raise UsageError(
            "--in-step is kept beside a letter's source, not for two files.",
            hint="Give the folder of the letter, or set both side by side in the workbench.",
        )
    texts = dict(enumerate(read_letter(file).text for file in files))
    by_language = sorted_by_language(texts)
    with record_or_none(door.folder) as record:
        pair, _ = opened({code: texts[number] for code, number in by_language.items()}, record)
    found = compare(*pair, read_names(names) if names else ())
    if as_json:
        print_json(_as_json(found, ()))
    else:
        _tell_differences(found)
    if any(one.severity == "warning" for one in found.differences):
        click.get_current_context().exit(1)


def _as_json(found: Comparison, waiting: Sequence[Due]) -> dict[str, object]:
    return {
        "compared": found.compared,
        "differences": [{"severity": one.severity, **asdict(one)} for one in found.differences],
        "due": [asdict(one) for one in waiting],
    }


def _tell(found: Comparison, waiting: Sequence[Due], source: Path, *, in_step: bool) -> None:
    _tell_differences(found)
    if in_step:
        click.echo(f"Both texts are in step as they are now ({source / 'in-step.json'}).")
    elif waiting and all(one.changed == "never" for one in waiting):
        click.echo("Nobody has said yet that the texts are in step. When they are, add --in-step.")
    elif waiting:
        click.echo("Changed since both were in step:")
        for due in waiting:
            click.echo(f"  {due.key}: {_CHANGED[due.changed]}")
    else:
        click.echo("Nothing changed since both were in step.")


def _tell_differences(found: Comparison) -> None:
    key = None
    for one in found.differences:
        if one.key != key:
            key = one.key
            click.echo(key)
        click.echo(f"  {one.severity} [{one.kind}] {one.message}")
        for language, words in (("English", one.english), ("Korean", one.korean)):
            if words:
                click.echo(f"    {language}: {_short(words)}")
    warnings = sum(one.severity == "warning" for one in found.differences)
    click.echo(
        f"{counted(found.compared, 'fact')} compared: {counted(warnings, 'warning')}, "
        f"{counted(len(found.differences) - warnings, 'notice')}."
    )


_CHANGED = {
    "english": "in English; look at the Korean text",
    "korean": "in Korean; look at the English text",
    "both": "in both",
    "never": "new, and never said to be in step",
}


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
