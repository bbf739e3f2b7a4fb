"""`onrecord trace`: a topic through the reviews of a State."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_entries, print_json, print_text

if TYPE_CHECKING:
    from onrecord.analysis.model import Hit, ReviewTrace, Trace

EPILOG = """\b
A topic is a name (non-refoulement) or a query:
  repatriat* or "asylum seekers"          words, phrases, words that begin so
  (deport* or expulsion) near torture     in one sentence, at most twelve words apart
  refugee not "internally displaced"      and, or, not, brackets

\b
Examples:
  onrecord trace CHN --about non-refoulement
  onrecord trace China --about 'repatriat* or "asylum seekers"' --by "Republic of Korea"
  onrecord trace CHN --about non-refoulement --json"""


@click.command(epilog=EPILOG)
@click.argument("state", metavar="STATE")
@click.option("--about", required=True, metavar="TOPIC", help="The topic's name, or a query.")
@click.option("--by", default="", metavar="STATE", help="Only what this State said, or left unsaid.")
@record_option
@json_option
@pass_door
def command(door: Door, /, *, state: str, about: str, by: str, as_json: bool) -> None:
    """Who raised a topic with STATE, in which review, with which answer; who did not; who was not heard."""
    from onrecord.analysis.as_json import trace_as_json
    from onrecord.analysis.topics import topic
    from onrecord.analysis.trace import trace
    from onrecord.record.record import open_record

    wanted = topic(about)
    with open_record(door.folder, create=False) as record:
        traced = trace(record, state, wanted, by)
    if as_json:
        print_json(trace_as_json(traced))
    else:
        _tell(traced)


def _tell(traced: Trace) -> None:
    if not traced.reviews:
        click.echo(
            f"No report on a review of {_name(traced.state)} is on the record. Put its reports there: "
            "onrecord add FOLDER."
        )
        return
    raised = any(one.raised or one.answers or one.background for one in traced.reviews)
    if not raised:
        _tell_of_nothing(traced)
    for reviewed in traced.reviews if raised or traced.by else ():
        facts = reviewed.review
        click.secho(f"{_name(traced.state)}, cycle {facts.cycle}: {facts.date} ({facts.symbol})", bold=True)
        _tell_review(reviewed)
        click.echo()
    for missing in traced.missing:
        click.echo(missing)


def _tell_of_nothing(traced: Trace) -> None:
    """Nothing found is told before all else: the words may be misspelled, or no topic's name."""
    from onrecord.analysis.topics import named_topics

    read = ", ".join(reviewed.review.symbol for reviewed in traced.reviews)
    names = [known.name for known in named_topics()]
    print_text(f"Nothing in {read} holds “{traced.topic}”.")
    if traced.topic not in names:
        print_text(
            f"No topic has that name, so its words were searched for. Topics: {', '.join(names)}. "
            "Try other words or forms: --about 'traffick* or \"sold as brides\"'."
        )


def _tell_review(reviewed: ReviewTrace) -> None:
    rows = [
        _row(hit, what)
        for hits, what in ((reviewed.raised, ""), (reviewed.answers, "answer"))
        for hit in hits
    ]
    if rows:
        print_entries(("State", "what", "para.", "page", "position"), rows)
    else:
        click.echo("  not raised")
    if reviewed.background:
        click.echo("  In the documents beside the report:")
        print_entries(
            ("by", "what", "para.", "page", ""),
            [_row(hit, "", document=True) for hit in reviewed.background],
        )
    for said, codes in (
        ("Wanted the floor and did not get it", _not_heard(reviewed)),
        ("Put advance questions", list(reviewed.questions_from)),
        ("Spoke without raising it", list(reviewed.silent)),
    ):
        if codes:
            print_text(f"{said}: {', '.join(_name(code) for code in codes)}.", indent="  ")
    for unread in reviewed.unread:
        print_text(unread, indent="  ")


def _not_heard(reviewed: ReviewTrace) -> list[str]:
    return list(dict.fromkeys(code for entry in reviewed.not_heard for code in entry.by))


def _row(hit: Hit, what: str, *, document: bool = False) -> tuple[str, ...]:
    entry = hit.entry
    places = ", ".join([entry.pinpoint, *(other.pinpoint for other in hit.also)])
    if document:
        named = entry.symbol or entry.section.replace("_", "-")
        places = f"{named}, {places}" if places else named
    by = ", ".join(_name(code) for code in entry.by) or (_name(entry.to) if what else "")
    kind = what or entry.kind.replace("_", " ")
    return by, kind, places, str(entry.page), _position(hit), _excerpt(hit)


def _position(hit: Hit) -> str:
    entry = hit.entry
    if entry.position is None:
        return ""
    at = entry.position_at
    elsewhere = f"{at.symbol}, " if at and at.symbol != entry.symbol else ""
    where = f" ({elsewhere}para. {at.paragraph})" if at and at.paragraph else ""
    return f"{entry.position.replace('_', ' ')}{where}"


def _excerpt(hit: Hit, most: int = 260) -> str:
    """The text, or of a long one what stands around the first words of the topic."""
    text = hit.entry.text
    if len(text) <= most or not hit.spans:
        return " ".join(text.split())
    start = max(0, hit.spans[0].start - most // 3)
    start = text.find(" ", start) + 1 if start else 0
    end = min(len(text), max(start + most, hit.spans[0].end))
    cut = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{cut}{'…' if end < len(text) else ''}"


def _name(code: str) -> str:
    """A State's name; the code itself where it is no State's (a body's acronym)."""
    from onrecord.errors import StateError
    from onrecord.un.states import state

    try:
        return state(code).name
    except StateError:
        return code
