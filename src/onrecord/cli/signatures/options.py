"""What the commands on signatures share: names by language, who writes down, which letter is meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

who_option = click.option(
    "--who", metavar="NAME", help="Who writes it down (else ONRECORD_WHO, else your login name)."
)


def version_option(what: str) -> Callable[[Command], Command]:
    """`--version HASH`: which version is meant, where it is not the newest."""
    return click.option("--version", "sha256", default="", metavar="HASH", help=f"{what} (else the newest).")


def names_options(command: Command) -> Command:
    """Name and detail in each language, and how to reach the signatory."""
    for option in (
        click.option("--contact", metavar="ADDRESS", help="How to reach them; never printed or exported."),
        click.option("--detail-ko", metavar="TEXT", help="The same in Korean."),
        click.option(
            "--detail-en", metavar="TEXT", help="What is printed after the name: an office, a kinship."
        ),
        click.option("--name-ko", metavar="NAME", help="The name in Korean."),
        click.option("--name-en", metavar="NAME", help="The name in English."),
    ):
        command = option(command)
    return command


def by_language(english: str | None, korean: str | None) -> dict[str, str]:
    """What was given, by language."""
    return {language: words for language, words in (("en", english), ("ko", korean)) if words is not None}


def letter_meant(word: str) -> str:
    """The name of the letter: as typed, or that of the source which stands there."""
    from onrecord.letters.compose.languages import letter_name

    path = Path(word)
    return letter_name(path) if path.exists() else word
