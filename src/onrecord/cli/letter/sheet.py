"""`onrecord letter sheet`: advance questions, a statement or a page for one State, from a letter's asks."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.letter.opening import record_or_none
from onrecord.cli.printing import print_json

EPILOG = """\b
Examples:
  onrecord letter sheet letter.md --kind questions --by KOR --out questions.docx
  onrecord letter sheet letter.md --kind statement --by KOR --ask R1 --ask R4 --out statement.docx
  onrecord letter sheet letter.pdf --kind memo --by KOR --out memo.docx
  onrecord letter sheet letter.md --kind state --to CZE --out czechia.pdf

\b
Exit status: 0 written, 2 wrong use, 3 broken input."""
ENDINGS = {"questions": (".docx",), "statement": (".docx", ".txt"), "memo": (".docx",), "state": (".pdf",)}


@click.command(epilog=EPILOG)
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--kind", required=True, type=click.Choice(list(ENDINGS)), help="Which sheet to make.")
@click.option(
    "--by", default="", metavar="STATE", help="The State that asks or speaks (questions, statement, memo)."
)
@click.option("--to", default="", metavar="STATE", help="The State that the page is for (state).")
@click.option(
    "--ask", "asks", multiple=True, metavar="NAME", help="Only this ask; may be given several times."
)
@click.option(
    "--review",
    default="",
    metavar="STATE/CYCLE",
    help="The review (default: the one that the letter names): CHN/4.",
)
@click.option(
    "--out",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The file to write: .docx, for a statement also .txt, for a State .pdf.",
)
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@record_option
@json_option
@pass_door
def command(  # noqa: PLR0913 - one parameter an option
    door: Door,
    *,
    source: Path,
    kind: str,
    by: str,
    to: str,
    asks: tuple[str, ...],
    review: str,
    out: Path,
    replace: bool,
    as_json: bool,
) -> None:
    """Make a sheet from the asks of a letter.

    SOURCE is a letter: its source, or a letter as sent (text, Word, PDF).
    “questions” is a file of advance questions as the High Commissioner's
    Office lays them out; “statement” is what a State says in its minute (without --ask, as many
    recommendations as fit); “memo” tells of each ask what was asked before in like words, its fate, and all
    advice, every line with its source; “state” is one page for one State: what it raised before, what became of it,
    two asks, and the deadline.
    """
    from onrecord.analysis.trace import state_named
    from onrecord.errors import UsageError
    from onrecord.letters.advice.advise import review_meant
    from onrecord.letters.advice.asking import asking_at
    from onrecord.letters.advice.made import make
    from onrecord.letters.advice.sheets import not_spoken, statement
    from onrecord.letters.writing import write_whole

    if out.suffix.lower() not in ENDINGS[kind]:
        raise UsageError(f"{out} must end in {' or '.join(ENDINGS[kind])}.", hint="Name the file so.")
    if out.exists() and not replace:
        raise UsageError(
            f"{out} is there already.", hint="Choose another name, or write over it with --replace."
        )
    option, named = ("--to", to) if kind == "state" else ("--by", by)
    if not named:
        raise UsageError(f"Which State? A sheet of kind {kind} needs {option}.", hint=f"Add {option} KOR.")
    letter = asking_at(source)
    meant = review_meant(letter, review)
    state = state_named(named)
    with record_or_none(door.folder) as record:
        data = make(kind, letter, meant, state, record, only=asks, ending=out.suffix.lower())
    write_whole(out, data)
    left = not_spoken(letter, statement(letter, meant, state, ())) if kind == "statement" and not asks else ()
    if as_json:
        print_json(
            {
                "file": str(out),
                "kind": kind,
                "left_out": list(left),
                "state": state.code,
                "review": f"{meant.state.code}/{meant.cycle}",
            }
        )
    else:
        click.echo(f"{out}")
        if left:
            click.echo(f"Left out, as a minute does not hold it: {', '.join(left)}. Choose with --ask.")
