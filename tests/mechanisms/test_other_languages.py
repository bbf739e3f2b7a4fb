"""Documents of reviews in other languages than English; those in `languages/` are our own, in the UN's form."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from onrecord.documents.model import Document
from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.model import Reading
from onrecord.mechanisms.upr_speakers_other import speech_in
from onrecord.record.add import add_paths
from onrecord.record.record import open_record
from onrecord.record.search import search

LANGUAGES = Path(__file__).parent / "languages"


def read_of_ours(name: str) -> tuple[Document, Reading]:
    document = read_document(LANGUAGES / f"{name}.txt")
    return document, read_entries(document)


SCRIPTS = [
    ("ru", "невыдворения", "II. Выводы и/или рекомендации"),
    ("zh", "不推回", "二. 结论和/或建议"),
    ("ar", "اللاجئين", "ثانياً- الاستنتاجات و/أو التوصيات"),
    ("ko", "강제송환금지", "II. 결론 및 권고"),
]


@pytest.mark.parametrize(("language", "word", "heading"), SCRIPTS)
def test_paragraphs_symbol_and_states_are_read_in_every_script(
    language: str, word: str, heading: str
) -> None:
    document, reading = read_of_ours(f"report_{language}")
    assert (document.language, document.symbol, document.date) == (language, "A/HRC/40/11", "2019-01-03")
    assert [p.pinpoint for p in document.paragraphs] == ["1", "2", "3", "4", "5", "6", "6.1", "6.2"]
    assert document.paragraphs[-1].headings == (heading,)
    assert word in document.paragraphs[4].text
    assert reading.kind == "upr_report"
    found = [(e.kind, e.pinpoint, e.by, e.to) for e in reading.entries]
    assert ("recommendation", "6.1", ("FRA", "KOR"), "NOR") in found
    assert ("recommendation", "6.2", ("CAN",), "NOR") in found


@pytest.mark.parametrize(("language", "word"), [case[:2] for case in SCRIPTS])
def test_words_are_found_and_the_language_is_stored(tmp_path: Path, language: str, word: str) -> None:
    with open_record(tmp_path / "record") as record:
        add_paths(record, [LANGUAGES / f"report_{language}.txt"])
        assert "5" in {hit.pinpoint for hit in search(record, word)}
        (stored,) = record.documents()
        assert stored.language == language


def test_a_report_in_french_gives_its_facts_speakers_lists_and_positions() -> None:
    document, reading = read_of_ours("report_fr")
    facts = reading.review
    assert facts is not None
    assert (document.language, facts.symbol, facts.state, facts.session) == ("fr", "A/HRC/25/12", "MCO", 17)
    assert (facts.date, facts.adopted) == ("2013-10-28", "2013-10-31")
    assert facts.troika == ("BWA", "IND", "ITA")
    assert facts.questions_from == ("DEU", "NOR", "NLD")
    spoken = [(e.kind, e.pinpoint, e.by) for e in reading.entries if e.kind in {"statement", "reply"}]
    assert ("reply", "4", ("MCO",)) in spoken
    assert ("statement", "6", ("URY",)) in spoken
    assert ("statement", "7", ("FRA",)) in spoken
    listed = [(e.pinpoint, e.by, e.position) for e in reading.entries if e.kind == "recommendation"]
    assert listed == [
        ("9.1", ("FRA", "URY"), "supported"),
        ("9.2", ("KOR",), "supported"),
        ("10.1", ("DEU", "NLD"), "noted"),
        ("11.1", ("CAN",), "pending"),
        ("11.2", ("TUN", "CIV"), "pending"),
        ("12.1", ("MAR",), "supported"),
        ("13.1", ("ESP",), "noted"),
    ]


@pytest.mark.parametrize(
    ("name", "state", "paragraph"), [("addendum_fr", "MCO", "11"), ("addendum_es", "MEX", "148")]
)
def test_an_addendum_in_french_or_spanish_gives_each_position(name: str, state: str, paragraph: str) -> None:
    _, reading = read_of_ours(name)
    assert reading.kind == "upr_addendum"
    answers = {e.number: e.position for e in reading.entries if e.kind == "position"}
    supported = {f"{paragraph}.{n}" for n in (1, 3, 5, 6, 7, 10)}
    assert {number for number, position in answers.items() if position == "supported"} == supported
    assert {n for n, position in answers.items() if position == "noted"} == {
        f"{paragraph}.{n}" for n in (2, 8, 9, 11)
    }
    assert answers[f"{paragraph}.4"] == "partially_supported"
    assert {e.to for e in reading.entries} == {state}


@pytest.mark.corpus
def test_a_report_in_spanish_gives_its_facts_lists_and_positions(shared_data: Path) -> None:
    document = read_document(shared_data / "bolivia_es" / "A_HRC_14_7_Bolivia_2010_es.pdf")
    reading = read_entries(document)
    assert (document.symbol, document.language, document.date) == ("A/HRC/14/7", "es", "2010-03-15")
    assert reading.review is not None
    assert (reading.review.state, reading.review.session, reading.review.date) == ("BOL", 7, "2010-02-10")
    listed = [entry for entry in reading.entries if entry.kind == "recommendation"]
    assert Counter((entry.position, bool(entry.by)) for entry in listed) == {("supported", True): 78}
    assert listed[0].by == ("NGA", "CHE", "ARG")


def test_arabic_numbers_are_read_behind_their_dash_too_as_pdf_files_give_them(tmp_path: Path) -> None:
    text = (LANGUAGES / "report_ar.txt").read_text(encoding="utf-8")
    path = tmp_path / "report.txt"
    path.write_text(re.sub(r"(?m)^(\d)- ", r"-\1 ", text), encoding="utf-8")
    document = read_document(path)
    assert [p.pinpoint for p in document.paragraphs] == ["1", "2", "3", "4", "5", "6", "6.1", "6.2"]
    assert not document.problems


def test_arabic_whose_letters_come_in_reverse_is_told(tmp_path: Path) -> None:
    text = (LANGUAGES / "report_ar.txt").read_text(encoding="utf-8")
    path = tmp_path / "report.txt"
    path.write_text(re.sub(r"[\u0621-\u064a]{2,}", lambda word: word[0][::-1], text * 2), encoding="utf-8")
    (problem,) = read_document(path).problems
    assert "in reverse" in problem.message


@pytest.mark.parametrize(
    ("text", "language", "speakers", "kind"),
    [
        ("El Ecuador se refirió a los avances.", "es", ("ECU",), "statement"),
        (
            "Refiriéndose a la intervención de Noruega, Suecia preguntó qué medidas había.",
            "es",
            ("SWE",),
            "statement",
        ),
        (
            "Se référant à l’exposé de la Norvège, la France a demandé des précisions.",
            "fr",
            ("FRA",),
            "statement",
        ),
        ("L’Inde a félicité la Norvège de ses efforts.", "fr", ("IND",), "statement"),
        ("L’Uruguay et le Brésil ont salué les progrès.", "fr", ("URY", "BRA"), "statement"),
        ("Tras la pausa, la delegación respondió a las preguntas.", "es", ("NOR",), "reply"),
    ],
)
def test_the_speaker_is_named_at_the_head_or_after_one_clause(
    text: str, language: str, speakers: tuple[str, ...], kind: str
) -> None:
    told = speech_in(text, "NOR", language)
    assert (told.by, told.kind) == (speakers, kind)


@pytest.mark.corpus
def test_a_report_in_english_and_french_is_read_paragraph_by_paragraph(shared_data: Path) -> None:
    document = read_document(shared_data / "upr_reports" / "pdf" / "comoros2009.pdf")
    reading = read_entries(document)
    assert reading.review is not None
    assert (reading.review.session, reading.review.date) == (5, "2009-05-13")
    spoken = Counter((e.kind, bool(e.by)) for e in reading.entries if e.section == "dialogue")
    assert spoken == {("statement", True): 31, ("statement", False): 1, ("reply", True): 13}
