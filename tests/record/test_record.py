from __future__ import annotations

import dataclasses

import pytest

from onrecord.documents.model import Document, Paragraph
from onrecord.errors import NotOnRecord, RecordError
from onrecord.record.record import open_record


def edition(china: Document, letter: str, **changes) -> Document:
    return dataclasses.replace(china, sha256=letter * 64, name=f"{letter}.pdf", **changes)


def test_a_paragraph_is_found_in_the_body_before_the_annex(record, china):
    assert record.paragraph("A/HRC/99/1", "1") == china.paragraphs[1]
    assert record.paragraph("A/HRC/99/1", "186.1") == china.paragraphs[5]
    assert record.paragraph("A/HRC/99/1", "999") is None
    assert record.paragraph("A/HRC/1/1", "1") is None


def test_the_notes_of_a_paragraph_are_those_it_calls(record, china):
    assert record.notes("A/HRC/99/1", "1") == list(china.notes)
    assert record.notes("A/HRC/99/1", "28") == []


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({}, [None, "(a)", "(b)", "186.1"]),
        ({"by": "CAN"}, ["(a)", "(b)", "186.1"]),
        ({"by": "KOR", "to": "CHN"}, ["186.1"]),
        ({"kind": "not_heard"}, [None]),
        ({"cycle": 1}, []),
        ({"symbol": "A/HRC/99/1", "cycle": 2, "kind": "recommendation", "by": "KOR"}, ["186.1"]),
    ],
)
def test_entries_meet_every_filter_given(record, china, filters, numbers):
    assert [entry.number for entry in record.entries(**filters)] == numbers


def test_reviews_can_be_asked_for_by_state(record, china):
    assert [review.state for review in record.reviews("CHN")] == ["CHN"]
    assert record.reviews("CHN")[0].questions_from == ("GBR", "NLD")
    assert record.reviews("USA") == []


@pytest.mark.parametrize(
    ("words", "pinpoints"),
    [
        ("the RECOMMENDATIONS of UNHCR", ["186.1"]),
        ("delegations spoke", ["1"]),
        ("of the recommendations", []),
        ("", []),
        ("강제송환", ["29"]),
    ],
)
def test_paragraphs_are_found_by_words_in_their_order(record, china, words, pinpoints):
    assert [paragraph.pinpoint for _, paragraph in record.paragraphs_with(words)] == pinpoints


def test_what_was_read_with_a_doubt_is_kept(record, china):
    assert record.problems("A/HRC/99/1") == ["This page holds no text.", "a doubt"]


def test_of_several_editions_the_newest_answers_and_none_is_lost(record, keep, china):
    keep(edition(china, "a", paragraphs=(Paragraph("1", "New words.", 1),)))
    assert record.document("A/HRC/99/1").name == "a.pdf"
    assert [stored.name for stored in record.editions("A/HRC/99/1")] == ["china.pdf", "a.pdf"]
    assert [stored.name for stored in record.documents()] == ["a.pdf"]
    assert record.entries() == []
    assert record.reviews() == []


@pytest.mark.parametrize(
    "older",
    [{"reissued": True}, {"language": "en"}],
    ids=["a reissue counts before what it replaced", "English counts before a translation"],
)
def test_an_edition_added_later_does_not_always_count(record, keep, china, older):
    keep(edition(china, "a", **older))
    keep(edition(china, "b", language="en" if "reissued" in older else "es"))
    assert record.document("A/HRC/99/1").name == "a.pdf"


def test_documents_without_a_symbol_are_not_editions_of_each_other(record, keep, china):
    keep(edition(china, "a", symbol=""))
    keep(edition(china, "b", symbol=""))
    assert len(record.documents()) == 3
    assert record.document("") is None


def test_a_document_read_again_keeps_its_id_and_the_day_it_was_added(record, keep, china):
    before = record.documents()
    assert keep(china) == keep(china)
    assert record.documents() == before
    assert len(list(record.paragraphs_with("UNHCR"))) == 1


def test_the_original_stands_under_its_hash(record, china):
    original = record.documents()[0].original
    assert original == record.folder / "originals" / "cc" / f"{'c' * 62}.pdf"


def test_a_record_that_is_not_there_is_not_made_by_asking(tmp_path):
    with pytest.raises(NotOnRecord, match="no record"):
        open_record(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match="cannot be made"):
        open_record(tmp_path / "file" / "record")


def test_where_there_is_no_record_that_of_the_demo_is_named_if_it_lies_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotOnRecord) as missing:
        open_record(tmp_path / "mine", create=False)
    assert "demo" not in missing.value.hint
    open_record(tmp_path / "demo" / "record").close()
    with pytest.raises(NotOnRecord) as missing:
        open_record(tmp_path / "mine", create=False)
    assert missing.value.hint.endswith("--record demo/record")
