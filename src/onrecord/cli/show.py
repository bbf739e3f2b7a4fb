"""`onrecord show`: what stands at a pinpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json, print_text

if TYPE_CHECKING:
    from onrecord.mechanisms.model import Entry
    from onrecord.record.places import PlaceOnRecord
    from onrecord.record.positions import Resolved
    from onrecord.record.record import Record
    from onrecord.record.rows import RowOnRecord
    from onrecord.record.same_act import Telling

EPILOG = """\b
Examples:
  onrecord show "A/HRC/25/5, para. 186.241"
  onrecord show A/HRC/11/25 "28 (g)"
  onrecord show "A/HRC/11/25, para. 26, footnote ***"
  onrecord show "A/HRC/25/5, paras. 186.241-186.243" --json
  onrecord show A/HRC/25/5
  onrecord show "upr-info.csv, row 1234"      a row of an export, which has no symbol"""

POSITIONS = {
    "supported": "supported",
    "noted": "noted",
    "partially_supported": "supported in part",
    "pending": "pending: to be examined",
    "not_stated": "not stated in this document",
}


@click.command(epilog=EPILOG)
@click.argument("pinpoint", nargs=-1, required=True)
@record_option
@json_option
@pass_door
def command(door: Door, *, pinpoint: tuple[str, ...], as_json: bool) -> None:
    """Show a paragraph or entry, verbatim, with its page.

    PINPOINT is a document's symbol and the place in it. The symbol alone tells of the document; for one
    without a symbol the name of its file does.
    """
    from onrecord.errors import PinpointError
    from onrecord.record.places import parse_reference, places_at
    from onrecord.record.record import open_record
    from onrecord.record.rows import parse_row, row_at

    if row := parse_row(" ".join(pinpoint)):
        with open_record(door.folder, create=False) as record:
            _show_row(row_at(record, *row), as_json=as_json)
        return
    try:
        symbol, places = parse_reference(" ".join(pinpoint))
    except PinpointError:
        if _show_file(door, " ".join(pinpoint), as_json=as_json):
            return
        raise
    with open_record(door.folder, create=False) as record:
        if not places:
            _show_document(record, str(symbol), as_json=as_json)
            return
        found = places_at(record, str(symbol), places)
    if as_json:
        print_json({"symbol": str(symbol), "places": [place.as_json() for place in found]})
        return
    for number, place in enumerate(found):
        if number:
            click.echo()
        _show_place(place)


def _show_place(place: PlaceOnRecord) -> None:
    click.secho(f"{place.symbol}, para. {place.pinpoint} (page {place.page})", bold=True)
    if place.paragraph.headings or place.paragraph.heading:
        click.echo(" › ".join(place.paragraph.headings or (place.paragraph.heading,)))
    click.echo()
    print_text(place.paragraph.text)
    for note in place.notes:
        print_text(f"Note {note.mark} (page {note.page}): {note.text}")
    for entry, found in zip(place.entries, place.resolved, strict=True):
        click.echo()
        _show_entry(entry, place)
        if found is not None:
            _show_resolved(found, entry)


def _show_row(row: RowOnRecord, *, as_json: bool) -> None:
    """A row as it stands in the export, and where else its act stands."""
    if as_json:
        print_json(row.as_json())
        return
    click.secho(f"{row.file}, {row.place}", bold=True)
    for line in row.entries[0].as_printed.splitlines():
        print_text(line, indent="  ")
    for entry, act in zip(row.entries, row.acts, strict=True):
        click.echo()
        click.secho(f"{entry.kind.replace('_', ' ')} {_who(entry)}".rstrip(), bold=True)
        _show_position(entry)
        if act.entry != entry:
            print_text(f"the act: {_where(act.entry)}", indent="  ")
        elif entry.second_hand and entry.second_hand.symbol:
            print_text(f"the act: {entry.second_hand.symbol}, as the row says", indent="  ")
        for telling in act.also:
            if telling.entry != entry:
                print_text(_also(telling), indent="  ")
        for one in act.contradictions:
            print_text(f"contradiction: {one.field}: {one.first} against {one.other}", indent="  ")


def _where(entry: Entry) -> str:
    """Where an entry stands: "A/HRC/25/5, para. 186.241", "matrix.docx, 186.241", "export.csv, row 7"."""
    if entry.second_hand:
        return f"{entry.second_hand.file}, {entry.pinpoint}"
    return f"{entry.symbol}, para. {entry.pinpoint}"


def _show_entry(entry: Entry, place: PlaceOnRecord) -> None:
    of = f" on {entry.number}" if entry.kind == "position" and entry.number else ""
    click.secho(f"{entry.kind.replace('_', ' ')} {entry.pinpoint}{of} {_who(entry)}".rstrip(), bold=True)
    if entry.text not in place.paragraph.text:
        print_text(f"“{entry.text}”", indent="  ")
    _show_position(entry)


def _show_position(entry: Entry) -> None:
    if entry.position:
        said = f", in the words “{entry.position_as_written}”" if entry.position_as_written else ""
        at = entry.position_at
        where = f", recorded in {at.symbol}" if at else ""
        where += f", para. {at.paragraph}" if at and at.paragraph else ""
        print_text(f"position: {POSITIONS.get(entry.position, entry.position)}{said}{where}", indent="  ")
    for inferred in entry.inferred:
        print_text(f"inferred: {inferred.field}, from “{inferred.evidence}”", indent="  ")


def _show_resolved(found: Resolved, entry: Entry) -> None:
    """The State's own words, the other places that state a position, and where they differ."""
    from onrecord.record.positions import AUTHORITIES, OHCHR, REPORT, UPR_INFO

    if found.comment and found.comment != entry.text:
        print_text(f"the State's own words: “{found.comment}”", indent="  ")
    if found.normalised_by in {"OHCHR", "UPR Info"}:
        print_text(f"the position is told by {found.normalised_by}", indent="  ")
    for one in found.statements[1:]:
        told_below = found.also and one.authority in {OHCHR, UPR_INFO}
        if told_below or (one.authority == REPORT and one.position in {"pending", "not_stated"}):
            continue
        at = f", {one.at.symbol}, para. {one.at.paragraph}" if one.at and one.at.paragraph else ""
        print_text(
            f"also: {AUTHORITIES[one.authority]}{at}: {POSITIONS.get(one.position, one.position)}",
            indent="  ",
        )
    for telling in found.also:
        print_text(_also(telling), indent="  ")
    for words in found.contradictions:
        print_text(f"contradiction: {words}", indent="  ")
    for words in found.differences:
        print_text(f"difference: {words}", indent="  ")


def _also(telling: Telling) -> str:
    """Another source of the act: "also in: UPR Info (export.csv, row 7): noted, action category 4"."""
    from onrecord.record.same_act import source_of

    entry, differs = telling.entry, {one.field for one in telling.differences}
    place = _where(entry) if entry.second_hand else f"para. {entry.pinpoint}"
    told = [entry.position_as_written.lower() or POSITIONS.get(entry.position or "", "")]
    told += [f"action category {entry.action}"] if entry.action else []
    told += [f"there by {', '.join(entry.by) or 'no State'}"] if "by" in differs else []
    told += [f"in the words “{entry.text}”"] if "text" in differs else []
    return f"also in: {source_of(entry)} ({place}): {', '.join(word for word in told if word)}"


def _who(entry: Entry) -> str:
    """Who and when: "by Czech Republic (CZE) to China (CHN), cycle 2, session 17, 2013-10-22"."""
    parts = []
    if entry.by:
        parts.append(f"by {', '.join(map(_named, entry.by))}")
    if entry.on_behalf_of:
        parts.append(f"on behalf of {entry.on_behalf_of}")
    if entry.to:
        parts.append(f"to {_named(entry.to)}")
    when = [
        f"cycle {entry.cycle}" if entry.cycle else "",
        f"session {entry.session}" if entry.session else "",
    ]
    return ", ".join([" ".join(parts), *(part for part in (*when, entry.date) if part)])


def _named(code: str) -> str:
    """A State: "Czech Republic (CZE)"; the code alone where it is no State's (a body's acronym)."""
    from onrecord.errors import StateError
    from onrecord.un.states import state

    try:
        return f"{state(code).name} ({code})"
    except StateError:
        return code


def _show_file(door: Door, name: str, *, as_json: bool) -> bool:
    """Tell of the document without a symbol whose file has this name; False where there is none."""
    from onrecord.errors import NotOnRecord
    from onrecord.record.record import open_record
    from onrecord.record.rows import described_file

    try:
        with open_record(door.folder, create=False) as record:
            told = described_file(record, name)
    except NotOnRecord:
        return False
    if told is None:
        return False
    if as_json:
        print_json(told)
        return True
    click.secho(f"{told['name']}  {told['title']}".rstrip(), bold=True)
    click.echo(f"{told['kind'].replace('_', ' ')}; {counted(told['entries'], 'entry', 'entries')}")
    click.echo(f"kept as {told['original']}")
    for problem in told["problems"]:
        print_text(f"doubt: {problem}")
    return True


def _show_document(record: Record, symbol: str, *, as_json: bool) -> None:
    from onrecord.record.places import described

    told = described(record, symbol)
    if as_json:
        print_json(told)
        return
    click.secho(f"{told['symbol']}  {told['title']}".rstrip(), bold=True)
    sizes = (("pages", "page"), ("paragraphs", "paragraph"), ("notes", "note"))
    counts = ", ".join(counted(told[key], thing) for key, thing in sizes)
    click.echo(
        f"{told['date'] or 'without a date'}; {counts}, {counted(told['entries'], 'entry', 'entries')}"
    )
    click.echo(f"read from {told['name']}, kept as {told['original']}")
    if told["editions"] > 1:
        click.echo(f"{told['editions']} editions are on the record; this one counts.")
    for problem in told["problems"]:
        print_text(f"doubt: {problem}")
