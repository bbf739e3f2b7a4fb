"""National reports, compilations, summaries, mid-term reports and the High Commissioner's letter."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.model import Document, Note, NoteCall, Paragraph
from onrecord.documents.read import read_document
from onrecord.mechanisms.detect import read_entries
from onrecord.mechanisms.relevant import expanded, relevant_recommendations
from onrecord.mechanisms.speaking_bodies import speakers
from onrecord.mechanisms.submissions import labels_of_note
from onrecord.mechanisms.upr_background import background_kind, read_background


def made(symbol: str, *paragraphs: Paragraph, notes: tuple[Note, ...] = (), title: str = "") -> Document:
    return Document("made.txt", "0" * 64, "text", 1, paragraphs, notes, symbol=symbol, title=title)


def para(number: str, text: str) -> Paragraph:
    return Paragraph(number, text, 1)


@pytest.mark.parametrize(
    ("symbol", "title", "kind"),
    [
        ("A/HRC/WG.6/17/CHN/1", "", "national_report"),
        ("A/HRC/WG.6/9/USA/1/Rev.1", "", "national_report"),
        ("A/HRC/WG.6/17/CHN/2", "", "compilation"),
        ("A/HRC/WG.6/17/CHN/3", "", "summary"),
        ("A/HRC/WG.6/17/CHN/3/Corr.1", "", ""),
        ("A/HRC/25/5", "Report of the Working Group", ""),
        ("", "Rapport national présenté conformément au paragraphe 5", "national_report"),
        ("", "Summary of Stakeholders’ submissions on Slovenia", "summary"),
        ("", "Mid-term report of Freedonia", "midterm_report"),
    ],
)
def test_the_symbol_tells_which_document_it_is_else_the_title(symbol: str, title: str, kind: str) -> None:
    assert background_kind(made(symbol, title=title)) == kind


def test_a_national_report_is_the_word_of_the_state_under_review() -> None:
    reading = read_background(made("A/HRC/WG.6/17/CHN/1", para("1", "China has a law.")))
    assert reading.review is not None
    assert (reading.review.state, reading.review.session, reading.review.cycle) == ("CHN", 17, 2)
    entry = reading.entries[0]
    assert (entry.kind, entry.section, entry.by, entry.to, entry.pinpoint) == (
        "statement",
        "national_report",
        ("CHN",),
        "CHN",
        "1",
    )


@pytest.mark.parametrize(
    ("text", "before", "notes", "codes"),
    [
        ("In 2013, CRC recommended that China ratify.", [], [], ("CRC",)),
        ("CRC, CEDAW and the Human Rights Committee noted progress.", [], [], ("CRC", "CEDAW", "CCPR")),
        ("The Committee also recommended a law.", ["SR on housing", "CAT"], [], ("CAT",)),
        (
            "It was recommended that China ratify it.",
            [],
            ["CERD/C/CHN/CO/8, para. 18, E/C.12/CHN/CO/2"],
            ("CERD", "CESCR"),
        ),
        ("The Government accepted a visit by UNHCR.", [], [], ()),
        ("According to UNHCR, numbers rose.", [], [], ("UNHCR",)),
        ("The Special Rapporteur on the right to food noted hunger.", [], [], ("SR on the right to food",)),
        ("Nobody was named.", [], ["Country team submission, p. 3."], ("UNCT",)),
    ],
)
def test_who_speaks_in_a_compilation(
    text: str, before: list[str], notes: list[str], codes: tuple[str, ...]
) -> None:
    found = speakers(text, before, [Note(str(n), words, 1) for n, words in enumerate(notes, 1)])
    assert found.codes == codes
    assert bool(found.evidence) == (bool(codes) and not found.as_printed)


@pytest.mark.parametrize(
    ("note", "labels"),
    [
        ("JS1, para. 5; AI, p. 3.", ("JS1", "AI")),
        ("AI, p. 2. See also JS3, p. 4 and HRORS, para. 1.", ("AI", "JS3", "HRORS")),
        ("OIP-SF paras. 7–8 and 13.", ("OIP-SF",)),
        ("ATDFW.", ("ATDFW",)),
        ("For relevant recommendations see A/HRC/28/15, paras. 115.1.", ()),
        ("Ibid., para. 3.", ()),
    ],
)
def test_whose_submission_a_note_cites(note: str, labels: tuple[str, ...]) -> None:
    assert labels_of_note(note) == labels


SUMMARY = """\
United Nations
Human Rights Council
Distr.: General
A/HRC/WG.6/43/FRA/3
Summary of stakeholders’ submissions on France
I. Background
1. The present report summarizes submissions.1
II. Information
2. AI recommended a law.2 JS1 and others agreed.3
3. The Commission was concerned.4
4. XYZ noted progress.5
Notes
1 The stakeholders listed below have contributed information for this summary:
Civil society
AI Amnesty International, London (United Kingdom);
Joint submissions:
JS1 Joint submission 1 submitted by: Group One, Paris (France);
National human rights institution:
CNCDH Commission nationale, Paris (France).
2 AI, p. 3.
3 JS1, paras. 4–5; AI, p. 4.
4 NHRC, para. 8.
5 XYZ, p. 2.
"""


def test_a_summary_leads_from_its_notes_to_those_who_contributed(tmp_path: Path) -> None:
    file = tmp_path / "summary.txt"
    file.write_text(SUMMARY, encoding="utf-8")
    reading = read_entries(read_document(file))
    assert reading.kind == "summary"
    assert [entry.by for entry in reading.entries] == [(), ("AI", "JS1"), ("CNCDH",), ()]
    assert reading.entries[1].by_as_printed[0] == "Amnesty International, London (United Kingdom)"
    assert reading.doubts == ("para. 4: no submission bears the name “XYZ”",)


def test_an_abbreviation_that_is_a_states_code_is_marked() -> None:
    note = Note("1", "The stakeholders listed below contributed: ARM Arms Watch, Oslo (Norway).", 1, "1")
    cites = Note("2", "ARM, p. 2.", 1, "2")
    listed = Paragraph("2", "ARM noted it.", 1, note_calls=(NoteCall("2", 13),))
    reading = read_background(made("A/HRC/WG.6/17/CHN/3", listed, notes=(note, cites)))
    assert all(code != "ARM" for entry in reading.entries for code in entry.by)


def test_the_letter_of_the_high_commissioner_is_known_by_its_words() -> None:
    letter = made(
        "",
        Paragraph(
            None,
            "HIGH COMMISSIONER FOR HUMAN RIGHTS. Excellency, I am writing about the universal periodic review",
            1,
        ),
    )
    no_symbol = background_kind(made("", Paragraph(None, "Excellency, dear colleague", 1)))
    assert no_symbol == ""
    assert (
        background_kind(
            made(
                "",
                Paragraph(
                    None,
                    "Excellency, the United Nations High Commissioner for Human Rights on the universal periodic review",
                    1,
                ),
            )
        )
        == "hc_letter"
    )
    assert letter.symbol == ""


@pytest.mark.parametrize(
    ("pinpoints", "numbers"),
    [
        (["97.1-97.3", "97.20"], ["97.1", "97.2", "97.3", "97.20"]),
        (["113.9-113.2"], ["113.9-113.2"]),
        (["28 (g)"], ["28 (g)"]),
    ],
)
def test_ranges_of_recommendations_are_written_out(pinpoints: list[str], numbers: list[str]) -> None:
    assert list(expanded(pinpoints)) == numbers


def test_the_secretariats_links_to_recommendations_are_all_found(shared_data: Path) -> None:
    """Truth: ohchr_notes_UKR.tsv, 294 recommendations in 32 notes; all of them, and no other in these notes."""
    folder = shared_data / "documents_txt"
    found = {
        (document.symbol, one.note): {(one.symbol, number) for number in one.numbers}
        for name in ("A_HRC_WG.6_28_UKR_2.txt", "A_HRC_WG.6_28_UKR_3.txt")
        for document in [read_document(folder / name)]
        for one in relevant_recommendations(document)
    }
    with (folder / "ohchr_notes_UKR.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            expected = {(row["cited_report"], n) for n in row["recommendations_ranges_expanded"].split()}
            assert found[(row["document"], row["note"])] == expected


@pytest.mark.parametrize(
    ("name", "paragraphs"),
    [
        ("A_HRC_WG.6_28_UKR_1.txt", 185),
        ("A_HRC_WG.6_28_UKR_2.txt", 90),
        ("A_HRC_WG.6_43_FRA_3.txt", 75),
    ],
)
def test_every_paragraph_of_a_real_document_is_an_entry(
    shared_data: Path, name: str, paragraphs: int
) -> None:
    reading = read_entries(read_document(shared_data / "documents_txt" / name))
    mains = [entry for entry in reading.entries if entry.number is None]
    assert [entry.paragraph for entry in mains] == [str(n) for n in range(1, paragraphs + 1)]


texts = st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P", "Zs"]), max_size=80)
documents = st.builds(
    made,
    st.sampled_from(["A/HRC/WG.6/17/CHN/1", "A/HRC/WG.6/17/CHN/2", "A/HRC/WG.6/17/XXX/3", ""]),
    st.builds(Paragraph, st.none() | st.sampled_from(["1", "2", "(a)"]), texts, st.just(1)),
    st.builds(Paragraph, st.none() | st.sampled_from(["1", "2", "(a)"]), texts, st.just(1)),
    notes=st.tuples(st.builds(Note, st.just("1"), texts, st.just(1), st.none() | st.just("1"))),
    title=texts,
)


@given(documents)
def test_any_document_is_read_and_every_entry_stands_in_it(document: Document) -> None:
    whole = {paragraph.text for paragraph in document.paragraphs}
    for entry in read_background(document).entries:
        assert entry.text in whole


def test_the_letters_review_is_the_one_that_its_first_sentence_names() -> None:
    words = (
        "OFFICE OF THE HIGH COMMISSIONER FOR HUMAN RIGHTS GENEVA 10, SWITZERLAND 13 May 2020 Excellency, I have been "
        "following the third cycle of the Universal Periodic Review (UPR) of the Republic of Slovenia and welcome the "
        "constructive engagement. Accept, Excellency. High Commissioner for Human Rights."
    )
    reading = read_background(made("", Paragraph(None, words, 1)))
    assert reading.kind == "hc_letter"
    assert reading.review is not None
    assert (reading.review.state, reading.review.session, reading.review.cycle) == ("SVN", 34, 3)
    assert [(entry.by, entry.to) for entry in reading.entries] == [(("OHCHR",), "SVN")]


@pytest.mark.corpus
def test_the_scanned_letter_to_slovenia_is_read_where_tesseract_is_there(shared_data: Path) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("Tesseract is not installed")
    path = shared_data / "slovenia" / "cycle3" / "Letter-OHCHR-HC-Slovenia.pdf"
    document = read_document(path)
    reading = read_background(document)
    assert document.format == "pdf-recognised"
    assert (reading.kind, reading.review and reading.review.state) == ("hc_letter", "SVN")
