"""The dossier shows repairs with words for screen readers, and what was decided, by whom."""

from __future__ import annotations

from pathlib import Path

from onrecord.letters.check import check
from onrecord.letters.decisions import decide
from onrecord.letters.read import read_letter
from onrecord.letters.render.job import make_dossier
from onrecord.record.record import open_record
from onrecord.settings import Who


def test_a_repair_and_a_decision_stand_with_their_finding(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,\n\nThe principle of non-refoulment holds.\n", encoding="utf-8")
    with open_record(tmp_path / "record") as record:
        checked = check(read_letter(letter), record)
        decide(
            record,
            checked,
            checked.findings[0],
            verdict="accepted",
            reason="quoted",
            who=Who("Hana", "--who"),
        )
        made = make_dossier(letter, record, tmp_path / "out")
    page = made.files.html.read_text(encoding="utf-8")
    assert '<del><span class="sr">[take out: </span>non-refoulment<span class="sr">]</span></del>' in page
    assert '<ins><span class="sr">[put in: </span>non-refoulement<span class="sr">]</span></ins>' in page
    assert "Accepted by Hana (--who)" in page
    assert made.files.pdf.read_bytes().startswith(b"%PDF")
