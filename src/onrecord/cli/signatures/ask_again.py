"""`onrecord signatures ask-again`: messages to those who signed other words."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.cli.signatures.options import letter_meant, version_option

EPILOG = """\b
Examples:
  onrecord signatures ask-again spring
  onrecord signatures ask-again spring --out messages    a text file for each signatory

\b
On Record sends nothing: the messages are for you to send. They hold how the signatories are reached;
keep them to yourself."""


@click.command("ask-again", epilog=EPILOG)
@click.argument("letter")
@click.option("--out", metavar="FOLDER", type=click.Path(path_type=Path), help="Write each as a text file.")
@click.option("--replace", is_flag=True, help="Write over messages that are there.")
@version_option("For which words they are asked")
@record_option
@json_option
@pass_door
def command(door: Door, *, letter: str, out: Path | None, replace: bool, sha256: str, as_json: bool) -> None:
    """Write a message to everybody who signed other words, with what changed since."""
    from onrecord.errors import UsageError
    from onrecord.letters.compose.job import write_whole
    from onrecord.letters.signing.asking import ask_again
    from onrecord.letters.signing.versions import version
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False) as record:
        shown = version(record, letter_meant(letter), sha256)
        messages = ask_again(record, shown)
    texts = [
        f"To: {one.contact or one.signatory.name('en')}\nSubject: {one.subject}\n\n{one.body}"
        for one in messages
    ]
    files = [out / f"{shown.letter}-{one.signatory.id}.txt" for one in messages] if out else []
    for path in files:
        if path.exists() and not replace:
            raise UsageError(f"{path} is there already.", hint="Choose another folder, or add --replace.")
    for path, text in zip(files, texts, strict=False):
        write_whole(path, text.encode())
    if as_json:
        print_json(
            [
                {
                    "number": one.signatory.id,
                    "name": one.signatory.name("en"),
                    "contact": one.contact,
                    "subject": one.subject,
                    "body": one.body,
                }
                for one in messages
            ]
        )
    elif not messages:
        click.echo("Nobody must be asked again.")
    elif files:
        for path in files:
            click.echo(path)
    else:
        click.echo(f"\n{'-' * 72}\n".join(texts))
