"""`onrecord letter sheet`, as a person calls it."""

from __future__ import annotations

import docx
import pypdfium2
import pytest
from click.testing import CliRunner

from onrecord.cli.main import main
from onrecord.letters.example.cards import add_cards
from onrecord.record.record import open_record

SOURCE = """\
---
date: 2024-01-03
review: CHN/4
---

Q1. Does China abide by the principle of non-refoulement?

R1. Protect North Korean refugees in accordance with international law

R2. Publish statistics disaggregated by sex
"""


@pytest.fixture
def call(tmp_path):
    """`onrecord letter sheet` on a source with three asks and the packaged cards as the record."""
    with open_record(tmp_path / "record") as record:
        add_cards(record)
    source = tmp_path / "letter.md"
    source.write_text(SOURCE, encoding="utf-8")

    def called(*words):
        runner = CliRunner(env={"ONRECORD_RECORD": str(tmp_path / "record")})
        return runner.invoke(main, ["letter", "sheet", str(source), *map(str, words)], prog_name="onrecord")

    return called


def test_advance_questions_are_a_word_file_in_the_layout_of_the_office(call, tmp_path):
    out = tmp_path / "questions.docx"
    assert call("--kind", "questions", "--by", "KOR", "--out", out).exit_code == 0
    printed = [paragraph.text for paragraph in docx.Document(str(out)).paragraphs]
    assert printed == [
        "ADVANCE QUESTIONS TO CHINA",
        "REPUBLIC OF KOREA",
        "Does China abide by the principle of non-refoulement?",
    ]


def test_a_statement_tells_its_length(call, tmp_path):
    out = tmp_path / "statement.txt"
    assert call("--kind", "statement", "--by", "KOR", "--out", out).exit_code == 0
    told = out.read_text(encoding="utf-8")
    assert "(1) Protect North Korean refugees" in told
    assert "seconds at 130 words a minute" in told
    assert "Does China abide" not in told


def test_what_a_minute_does_not_hold_is_told(call, tmp_path):
    source = tmp_path / "letter.md"
    source.write_text(f"{SOURCE}\nR3. {'Publish everything ' * 80}\n", encoding="utf-8")
    told = call("--kind", "statement", "--by", "KOR", "--out", tmp_path / "statement.docx")
    assert "does not hold it: R3" in told.output


def test_a_page_for_a_state_has_what_it_raised_two_asks_and_the_deadline(call, tmp_path):
    out = tmp_path / "czechia.pdf"
    assert call("--kind", "state", "--to", "CZE", "--out", out).exit_code == 0
    pdf = pypdfium2.PdfDocument(out)
    words = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert len(pdf) == 1
    pdf.close()
    for expected in ("186.241", "9 January 2024", "Publish statistics disaggregated by sex", "addenda"):
        assert expected in words


def test_a_state_that_raised_nothing_is_told_so(call, tmp_path):
    out = tmp_path / "page.pdf"
    assert call("--kind", "state", "--to", "FRA", "--out", out).exit_code == 0
    pdf = pypdfium2.PdfDocument(out)
    assert "holds no recommendation of France" in " ".join(pdf[0].get_textpage().get_text_range().split())
    pdf.close()


def test_nothing_is_written_over_silently_and_wrong_use_is_told(call, tmp_path):
    out = tmp_path / "statement.txt"
    out.write_text("mine", encoding="utf-8")
    assert call("--kind", "statement", "--by", "KOR", "--out", out).exit_code == 2
    assert out.read_text(encoding="utf-8") == "mine"
    other = tmp_path / "other.txt"
    assert call("--kind", "statement", "--out", other).exit_code == 2
    assert call("--kind", "questions", "--by", "KOR", "--out", other).exit_code == 2
    assert call("--kind", "statement", "--by", "KOR", "--ask", "R9", "--out", other).exit_code == 2
    assert not other.exists()
    assert "Examples:" in call("--help").output


def test_a_memorandum_can_be_made_of_a_letter_as_sent(call, tmp_path):
    sent = tmp_path / "letter.md"
    sent.write_text(
        "Before China's 4th UPR we make the following recommendations:\n\n"
        "  1. Protect North Korean refugees in accordance with international law",
        encoding="utf-8",
    )
    out = tmp_path / "memo.docx"
    assert call("--kind", "memo", "--by", "KOR", "--out", out).exit_code == 0
    printed = "\n".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    assert "China, cycle 4: the asks and where they stand" in printed
    assert "A/HRC/25/5, para. 186.241" in printed
