from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.documents.model import (
    Box,
    Document,
    LineSpan,
    MergedCells,
    Note,
    NoteCall,
    Paragraph,
    Problem,
    Table,
)
from onrecord.documents.read import read_document
from onrecord.mechanisms.model import Entry, Inference, PositionAt, Reading, ReviewFacts, SecondHand
from onrecord.record.record import open_record
from onrecord.record.store import as_rows, write

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
numbers = st.integers(0, 10_000)
coordinates = st.floats(allow_nan=False, allow_infinity=False)
boxes = st.builds(Box, numbers, coordinates, coordinates, coordinates, coordinates)


def several(of):
    return st.lists(of, max_size=3).map(tuple)


def every_field(kind, /, **fields):
    """Build a value with each of its fields drawn, so that a field added later fails here."""
    assert set(fields) == {field.name for field in dataclasses.fields(kind) if field.init}
    return st.builds(kind, **fields)


lines = several(st.builds(LineSpan, numbers, boxes))
paragraphs = every_field(
    Paragraph,
    number=st.none() | texts,
    text=texts,
    page=numbers,
    parent=st.none() | texts,
    heading=texts,
    headings=several(texts),
    zone=st.sampled_from(["front", "contents", "body", "annex"]),
    lines=lines,
    note_calls=several(every_field(NoteCall, mark=texts, start=numbers)),
    as_numbered=texts,
    printed=texts,
)
notes = every_field(
    Note, mark=texts, text=texts, page=numbers, called_at=st.none() | texts, lines=lines, heading=texts
)
grids = every_field(
    Table,
    rows=several(several(texts)),
    heading=texts,
    page=st.none() | numbers,
    at=numbers,
    merged=several(st.builds(MergedCells, numbers, numbers, numbers, numbers)),
    nested=st.booleans(),
)
documents = every_field(
    Document,
    name=texts,
    sha256=st.just("d" * 64),
    format=st.sampled_from(["pdf", "text"]),
    pages=numbers,
    paragraphs=several(paragraphs),
    notes=several(notes),
    front=several(texts),
    symbol=texts.filter(bool),
    reissued=st.booleans(),
    title=texts,
    date=texts,
    language=texts,
    problems=several(every_field(Problem, message=texts, page=st.none() | numbers)),
    tables=several(grids),
    saved=texts,
)
entries = every_field(
    Entry,
    kind=texts,
    symbol=texts,
    section=texts,
    paragraph=texts,
    page=numbers,
    text=texts,
    as_printed=texts,
    number=st.none() | texts,
    part=numbers,
    by=several(texts),
    by_as_printed=several(texts),
    on_behalf_of=texts,
    to=texts,
    cycle=st.none() | numbers,
    session=st.none() | numbers,
    date=texts,
    position=st.none() | texts,
    position_as_written=texts,
    position_at=st.none() | every_field(PositionAt, symbol=texts, paragraph=texts),
    note=texts,
    inferred=several(every_field(Inference, field=texts, evidence=texts)),
    place=several(boxes),
    themes=several(texts),
    action=texts,
    to_as_printed=texts,
    second_hand=st.none()
    | every_field(SecondHand, source=texts, file=texts, symbol=texts, pinpoint=texts, id=texts),
)
reviews = every_field(
    ReviewFacts,
    symbol=texts,
    state=texts,
    session=st.none() | numbers,
    cycle=st.none() | numbers,
    date=texts,
    adopted=texts,
    distributed=texts,
    troika=several(texts),
    questions_from=several(texts),
)


@pytest.fixture(scope="module")
def one_record(tmp_path_factory):
    with open_record(tmp_path_factory.mktemp("encoding")) as record:
        yield record


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents, made=several(entries), review=st.none() | reviews)
def test_a_document_comes_back_from_the_record_as_it_was_read(one_record, document, made, review):
    prepared = as_rows(document, Reading("upr_report", made, review))
    with one_record.database.writing() as connection:
        write(connection, prepared, 1, "now", "test")
    assert one_record.document(document.symbol) == document
    assert tuple(one_record.entries()) == made
    assert tuple(one_record.reviews()) == ((review,) if review else ())


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["china2009.pdf", "china2013.pdf", "argentina2008.pdf"])
def test_a_real_report_comes_back_as_it_was_read(one_record, shared_data: Path, name):
    document = read_document(shared_data / "upr_reports" / "pdf" / name)
    with one_record.database.writing() as connection:
        write(connection, as_rows(document, Reading("upr_report", ())), 1, "now", "test")
    assert one_record.document(document.symbol) == document


def test_half_a_character_is_refused_before_it_reaches_the_database():
    document = Document("a.pdf", "e" * 64, "pdf", 1, (Paragraph("1", "\ud800", 1),))
    with pytest.raises(UnicodeEncodeError):
        as_rows(document, Reading("upr_report", ()))
