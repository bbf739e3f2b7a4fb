from __future__ import annotations

import csv
import re
from importlib import resources
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from onrecord.cli.demo import command as demo
from onrecord.cli.dossier import command as dossier
from onrecord.letters.example.cards import add_cards, letter_text
from onrecord.letters.example.run import run_example
from onrecord.letters.read import parse_letter
from onrecord.record.record import open_record

CARDS = list(
    csv.DictReader(
        (resources.files("onrecord.letters.example") / "cards.csv").read_text(encoding="utf-8").splitlines()
    )
)
FILES = {"A/HRC/11/25": "china2009.pdf", "A/HRC/25/5": "china2013.pdf"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory):
    return run_example(tmp_path_factory.mktemp("demo"))


def test_the_demo_makes_letter_dossier_and_a_record_of_its_own(made) -> None:
    assert made.letter.is_file()
    assert made.made.files.html.is_file()
    assert made.made.files.pdf.read_bytes().startswith(b"%PDF")
    assert made.record.parent == made.letter.parent


@pytest.mark.parametrize(
    "rule",
    [
        "missing_note",
        "altered_quotation",
        "position_left_out",
        "repeated_reference",
        "recommendation_without_text",
    ],
)
def test_the_check_finds_the_planted_mistake(rule: str, made) -> None:
    assert rule in {finding.rule for finding in made.made.check.findings}


def test_quotations_of_the_example_have_every_kind_of_verdict_that_cards_allow(made) -> None:
    verdicts = [quotation.verdict for quotation in made.made.check.quotations]
    assert {"verbatim", "altered", "verbatim_with_marked_changes", "cannot_check"} <= set(verdicts)
    assert "not_found" not in verdicts


def test_the_trace_of_the_example_has_both_reviews(made) -> None:
    raised = {
        hit.entry.pinpoint for trace in made.made.traces for review in trace.reviews for hit in review.raised
    }
    assert {"28 (g)", "30", "82 (a)", "186.66", "186.241", "186.242", "186.243"} <= raised


def test_the_page_says_that_cards_are_excerpts_and_never_that_a_state_was_silent(made) -> None:
    text = made.made.files.html.read_text(encoding="utf-8")
    assert "excerpts, not the whole document" in text
    assert "Spoke, and was silent" not in text
    assert "Not among the speakers" not in text


def test_adding_the_cards_twice_changes_nothing(tmp_path: Path) -> None:
    with open_record(tmp_path) as record:
        add_cards(record)
        first = (record.documents(), record.entries())
        add_cards(record)
        assert (record.documents(), record.entries()) == first


def test_the_letter_is_short_and_has_one_note_too_few() -> None:
    letter = parse_letter(letter_text(), "letter.txt")
    assert [note.number for note in letter.notes] == ["1", "2", "3", "4", "5", "6", "8", "9"]
    assert {marker.number for marker in letter.markers} - {note.number for note in letter.notes} == {"7"}
    assert len(letter.text.split()) < 800


@pytest.mark.corpus
@pytest.mark.parametrize(
    "card", CARDS, ids=lambda card: f"{card['symbol']}, {card['paragraph']} {card['number']}"
)
def test_the_words_of_a_card_stand_on_its_page_of_the_report(card: dict[str, str], shared_data: Path) -> None:
    path = shared_data / "upr_reports" / "pdf" / FILES[card["symbol"]]
    document = pypdfium2.PdfDocument(path)
    page = document[int(card["page"]) - 1].get_textpage().get_text_range()
    document.close()
    assert _bare(card["words"]) in _bare(page)


def test_the_demo_prints_paths_and_how_to_go_on(tmp_path: Path) -> None:
    result = CliRunner().invoke(demo, ["--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    paths = [Path(line.split()[-1]) for line in result.output.splitlines() if line.startswith("  ")]
    assert all(path.exists() for path in paths)
    assert len(paths) == 4
    assert "Go on with your own" in result.output.splitlines()[-2]
    assert result.output.splitlines()[-1].endswith("serve")


def test_a_folder_that_is_none_is_told_in_plain_words(tmp_path: Path) -> None:
    result = CliRunner().invoke(demo, ["--out", str(tmp_path), "--documents", str(tmp_path / "nowhere")])
    assert result.exit_code != 0
    assert "is no folder" in str(result.exception)


def test_the_dossier_command_prints_the_two_paths(tmp_path: Path) -> None:
    letter = tmp_path / "letter.md"
    letter.write_text("# A letter\n\nNothing is cited here.\n", encoding="utf-8")
    open_record(tmp_path / "record").close()
    arguments = [str(letter), "--out", str(tmp_path / "out"), "--record", str(tmp_path / "record")]
    result = CliRunner().invoke(dossier, [*arguments, "--about", "non-refoulement"])
    assert result.exit_code == 0, result.output
    assert [Path(line).name for line in result.output.split()] == [
        "letter.dossier.html",
        "letter.dossier.pdf",
    ]


def _bare(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)
