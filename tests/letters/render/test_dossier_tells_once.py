"""The dossier says a thing once: boxes whole, rows of places not repeated, the position that stands, and who tells it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
from dossier_sample import SYMBOL, sample_check, sample_record, sample_trace

from onrecord.citations.model import Place
from onrecord.letters.model import Check, Evidence, Finding
from onrecord.letters.render.assemble import assemble
from onrecord.letters.render.dossier import write_dossier
from onrecord.mechanisms.model import Entry, PositionAt, SecondHand


def _many_findings() -> Check:
    check = sample_check()
    some = check.findings[0]
    texts = (
        f"Finding {number} of the row. " + "It goes on for a while. " * (number % 9) for number in range(40)
    )
    findings = tuple(
        replace(some, message=f"Message {i}.", suggestion=f"{text}End {i}.") for i, text in enumerate(texts)
    )
    return replace(check, findings=findings)


def test_a_findings_box_stays_on_one_page(tmp_path: Path) -> None:
    files = write_dossier(_many_findings(), [sample_trace()], sample_record(tmp_path), tmp_path)
    document = pypdfium2.PdfDocument(files.pdf)
    pages = [page.get_textpage().get_text_range().replace("\u200b", "") for page in document]
    document.close()
    heads = {
        i: n for n, text in enumerate(pages) for i in map(int, re.findall(r"F\d+ Message (\d+)\.", text))
    }
    ends = {i: n for n, text in enumerate(pages) for i in map(int, re.findall(r"End (\d+)\.", text))}
    assert set(heads) == set(ends) == set(range(40))
    assert len(set(heads.values())) > 3
    assert heads == ends


def test_a_box_longer_than_a_page_is_broken_and_not_lost(tmp_path: Path) -> None:
    check = sample_check()
    long = " ".join(f"word{number}" for number in range(1500))
    check = replace(check, findings=(replace(check.findings[0], suggestion=f"{long} the very end"),))
    files = write_dossier(check, [], sample_record(tmp_path), tmp_path)
    document = pypdfium2.PdfDocument(files.pdf)
    text = " ".join(page.get_textpage().get_text_range().replace("\u200b", "") for page in document)
    document.close()
    assert "word1499" in text
    assert "the very end" in " ".join(text.split())


def test_a_row_of_places_shown_before_is_referred_to(tmp_path: Path) -> None:
    check = sample_check()
    row = tuple(
        Evidence("on the record", Place(SYMBOL, place, 1, f"words of {place}"))
        for place in ("28", "30", "112")
    )

    def finding(proofs: tuple[Evidence, ...]) -> Finding:
        return replace(check.findings[0], severity="notice", evidence=proofs)

    check = replace(check, findings=(finding(row), finding(row), finding(row[:2]), finding(row[:2])))
    shown = assemble(check, [], sample_record(tmp_path)).findings
    assert [len(item.proofs) for item in shown] == [3, 1, 2, 2]
    assert shown[1].proofs[0].why == "The same 3 places are shown at"
    assert shown[1].proofs[0].step is not None
    assert shown[1].proofs[0].step.to == shown[0].anchor


def test_a_source_shows_the_position_that_stands_and_names_the_table_that_tells_it(tmp_path: Path) -> None:
    record = sample_record(tmp_path)
    asked = Entry("recommendation", SYMBOL, "conclusions", "186", 1, "Publish the figures", number="186.4", by=("PER",),
                  to="CHN", cycle=2, session=17, position="pending", position_at=PositionAt(SYMBOL, "186"))  # fmt: skip
    told = SecondHand("OHCHR", "matrix.docx", SYMBOL, "186.4")
    row = replace(
        asked,
        symbol="",
        position="noted",
        position_at=PositionAt(f"{SYMBOL}/Add.1", "186.4"),
        second_hand=told,
    )
    record.acts[:] = [asked, row]
    title = "Thematic list Page 52 of 53"
    record.stored.append(
        replace(record.stored[0], symbol="", name="matrix.docx", title=title, kind="upr_thematic_list")
    )
    check = sample_check()
    cited = replace(check.citations[0], symbol=SYMBOL, pinpoints=("186.4",), status="resolved")
    dossier = assemble(replace(check, citations=(cited,), quotations=()), [], record)
    facts = [fact for card in dossier.cards for fact in card.facts if fact.tone]
    assert [(fact.tone.key, fact.told.replace("\u200b", "")) for fact in facts if fact.tone] == [
        ("noted", "told by OHCHR (matrix.docx, 186.4)")
    ]
    held = [(source.symbol.replace("\u200b", ""), source.title, source.url) for source in dossier.sources]
    assert ("matrix.docx", "Thematic list", "") in held
