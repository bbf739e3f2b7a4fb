"""Lists of signatories as CSV: read with a preview, entered only when the person has seen it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from onrecord.errors import InputError, UsageError
from onrecord.letters.decoding import read_text
from onrecord.letters.signing.alike import same_or_alike
from onrecord.letters.signing.model import KINDS, Signatory, Version
from onrecord.letters.signing.signatories import LONGEST, consent_within, enter_within, signatories
from onrecord.record.record import Record
from onrecord.told import tell

MOST_ROWS = 10_000
_HEADINGS = {
    "kind": ("kind", "type", "구분", "유형"),
    "name_en": (
        "name",
        "name_en",
        "english name",
        "name (english)",
        "organisation",
        "organization",
        "영문명",
    ),
    "name_ko": ("name_ko", "korean name", "name (korean)", "이름", "단체명", "성명", "국문명", "한글명"),
    "detail_en": ("detail", "detail_en", "title", "office", "affiliation", "description"),
    "detail_ko": ("detail_ko", "직함", "소속", "설명"),
    "contact": ("contact", "email", "e-mail", "연락처", "이메일", "전자우편"),
    "consent": ("consent", "consented", "signed", "동의", "서명"),
    "language": ("language", "언어"),
}
_KINDS = {"단체": "organisation", "개인": "person", "organization": "organisation", "individual": "person"}
_YES = {"yes", "y", "true", "1", "x", "예", "네", "동의", "o", "signed", "consented"}
_NO = {"", "no", "n", "false", "0", "아니오", "아니요", "미동의", "-"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it would be entered. `number` is its line in the file; `verdict` says what becomes of it.

    "new": entered. "held": the same signatory is on the list already (`like` says who). "twice": the same
    as an earlier row. "alike": much like one on the list or in the file; a person decides. "broken": not
    entered, for `reason`.
    """

    number: int
    verdict: str
    kind: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    consents: bool = False
    language: str = ""
    like: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What entering a list would do. `unknown` are columns that are not read; `problems` doubts on reading."""

    file: str
    rows: tuple[Row, ...]
    unknown: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    def count(self, verdict: str) -> int:
        """How many rows have this verdict."""
        return sum(row.verdict == verdict for row in self.rows)


def preview_list(record: Record, letter: str, path: Path) -> Preview:
    """What the rows of a CSV file would become on the letter's list; nothing is entered.

    The first row names the columns, in English or Korean: kind, name_en, name_ko, detail_en, detail_ko,
    contact, consent, language. Commas, semicolons or tabs part them. InputError where the file cannot be
    read or has no column of names.
    """
    decoded = read_text(path)
    headings, lines = _table(decoded.text, path)
    columns = _columns(headings)
    if not {"name_en", "name_ko"} & set(columns.values()):
        raise InputError(
            tell(
                "%(path)s has no column of names; its columns are: %(listed)s.",
                path=path,
                listed=", ".join(headings),
            ),
            hint=tell("Call one name_en or name_ko in the first row."),
        )
    held = signatories(record, letter)
    rows: list[Row] = []
    for number, cells in lines:
        if any(cell.strip() for cell in cells):
            rows.append(_judged(_row(number, cells, columns), held, rows))
    unknown = tuple(heading for at, heading in enumerate(headings) if at not in columns and heading.strip())
    return Preview(path.name, tuple(rows), unknown, decoded.problems)


def enter_list(
    record: Record,
    letter: str,
    preview: Preview,
    *,
    who: str,
    to: Version | None = None,
    alike_too: bool = False,
) -> list[Signatory]:
    """Enter the new rows of a preview (and with `alike_too` the doubtful ones); those entered.

    All of them, or none: a fault in the middle leaves nothing entered. A row with a consent is a consent to the
    version `to`, with file and row as its ground. UsageError where rows consent and no version is named: a
    consent to no text is none.
    """
    wanted = [row for row in preview.rows if row.verdict == "new" or (alike_too and row.verdict == "alike")]
    if to is None and any(row.consents for row in wanted):
        raise UsageError(
            tell("%(file)s holds consents, and no version to which they were given.", file=preview.file),
            hint=tell("Name it by its hash: --consented-to HASH."),
        )
    # One transaction: a crash in the middle leaves a list half entered to nobody.
    with record.database.writing() as connection:
        return [_entered(connection, letter, row, preview.file, who=who, to=to) for row in wanted]


def _entered(
    connection: Connection, letter: str, row: Row, file: str, *, who: str, to: Version | None
) -> Signatory:
    how = f"{file}, row {row.number}"
    one = enter_within(
        connection,
        letter,
        kind=row.kind,
        names=row.names,
        details=row.details,
        contact=row.contact,
        language=row.language,
        who=who,
        how=how,
    )
    if row.consents and to is not None:
        consent_within(connection, one, to, who=who, how=how)
    return one


def _table(text: str, path: Path) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    part = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=part, strict=True)
    try:
        headings = next(reader)
        lines: list[tuple[int, list[str]]] = []
        for cells in reader:
            if len(lines) == MOST_ROWS:
                raise InputError(
                    tell("%(path)s has more than %(most)s rows.", path=path, most=f"{MOST_ROWS:,}"),
                    hint=tell("Enter it in parts."),
                )
            lines.append((reader.line_num, cells))
    except csv.Error as error:
        raise InputError(
            tell(
                "%(path)s, line %(line_num)s: no table with columns (%(error)s).",
                path=path,
                line_num=reader.line_num,
                error=error,
            ),
            hint=tell("Save it as CSV (UTF-8)."),
        ) from error
    return headings, iter(lines)


def _columns(headings: Sequence[str]) -> dict[int, str]:
    """Which column holds what, by its place; the first of two with one meaning counts."""
    known = {name: what for what, names in _HEADINGS.items() for name in names}
    columns: dict[int, str] = {}
    for at, heading in enumerate(headings):
        what = known.get(" ".join(heading.casefold().split()))
        if what and what not in columns.values():
            columns[at] = what
    return columns


def _row(number: int, cells: Sequence[str], columns: Mapping[int, str]) -> Row:
    said = {what: cells[at].strip() for at, what in columns.items() if at < len(cells)}
    names = {lang: said[f"name_{lang}"] for lang in ("en", "ko") if said.get(f"name_{lang}")}
    details = {lang: said[f"detail_{lang}"] for lang in ("en", "ko") if said.get(f"detail_{lang}")}
    kind = said.get("kind", "").casefold()
    kind = _KINDS.get(kind, kind) or "organisation"
    agreed = said.get("consent", "").casefold()
    reason = ""
    if not names:
        reason = tell("no name")
    elif kind not in KINDS:
        reason = tell("“%(words)s” is neither an organisation nor a person", words=said["kind"])
    elif agreed not in _YES | _NO:
        reason = tell("“%(words)s” is neither yes nor no", words=said["consent"])
    elif any(len(text) > LONGEST for text in (*names.values(), *details.values())):
        reason = tell("a name or detail of more than %(most)s characters", most=LONGEST)
    language = said.get("language", "").casefold()
    if language not in {"", "en", "ko"}:
        reason = reason or tell("“%(words)s” is neither en nor ko", words=said["language"])
    return Row(
        number,
        "broken" if reason else "new",
        kind,
        names,
        details,
        said.get("contact", ""),
        agreed in _YES,
        language,
        reason=reason,
    )


def _judged(row: Row, held: Sequence[Signatory], earlier: Sequence[Row]) -> Row:
    """The row with what it is like: whom on the list, or which row before it."""
    if row.verdict == "broken":
        return row
    before = [one for one in earlier if one.verdict in {"new", "alike"}]
    for how in ("same", "alike"):
        for one in held:
            if same_or_alike(row.names, one.names) == how:
                told = f"{one.name('en')} (no. {one.id})"
                return _but(row, "held" if how == "same" else "alike", told)
        for other in before:
            if same_or_alike(row.names, other.names) == how:
                told = f"row {other.number}: {next(iter(other.names.values()))}"
                return _but(row, "twice" if how == "same" else "alike", told)
    return row


def _but(row: Row, verdict: str, like: str) -> Row:
    return Row(
        row.number,
        verdict,
        row.kind,
        row.names,
        row.details,
        row.contact,
        row.consents,
        row.language,
        like,
    )
