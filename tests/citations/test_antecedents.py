from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.citations.shelf import Review, Shelf, document

from onrecord.citations.antecedents import resolve_citations
from onrecord.citations.find import find_citations
from onrecord.citations.model import Citation, Span
from onrecord.letters.read import parse_letter, read_letter

LETTERS = Path(__file__).parents[1] / "letters" / "letters"
UPR = "Report of the Working Group on the Universal Periodic Review: China, A/HRC/25/5 (2013), para. 4."


def resolved(text: str, shelf: Shelf | None = None) -> tuple[Citation, ...]:
    letter = parse_letter(text, "x")
    notes = [(note.number, note.span) for note in letter.notes]
    markers = [(marker.number, marker.span) for marker in letter.markers]
    found = find_citations(letter.text, notes=notes)
    return resolve_citations(found, shelf or Shelf(), text=letter.text, notes=notes, markers=markers)


def with_notes(*notes: str) -> Citation:
    """The last citation of a letter with these notes."""
    body = " ".join(f"Sentence.{number}" for number in range(1, len(notes) + 1))
    lines = "\n".join(f"{number} {note}" for number, note in enumerate(notes, 1))
    return resolved(f"{body}\n\n_____\n{lines}")[-1]


@pytest.mark.parametrize(
    ("notes", "symbol", "pinpoints"),
    [
        (["A/HRC/11/25, para. 28 (g).", "Id., para. 30."], "A/HRC/11/25", "30"),
        (["A/HRC/11/25, para. 28 (g).", "Ibid."], "A/HRC/11/25", "28 (g)"),
        (["A/HRC/11/25, para. 5.", "Id., para. 30.", "Id., para. 82 (a)."], "A/HRC/11/25", "82 (a)"),
        (["A/HRC/11/25, para. 5; A/HRC/25/5, para. 4; ibid., para. 132."], "A/HRC/25/5", "132"),
        (["A/HRC/11/25, para. 5.", "A/HRC/25/5, para. 4.", "Supra note 1, para. 30."], "A/HRC/11/25", "30"),
        ([UPR, "Smith (2012), p. 3.", "China UPR report 2013, para. 132."], "A/HRC/25/5", "132"),
        (
            [UPR.replace("para. 4", "para. 4 (hereinafter “the Report”)"), "Report, supra, para. 132"],
            "A/HRC/25/5",
            "132",
        ),
        (["A/HRC/11/25, para. 26, footnote ***."], "A/HRC/11/25", "26, note ***"),
    ],
)
def test_an_antecedent_is_found_where_exactly_one_remains(
    notes: list[str], symbol: str, pinpoints: str
) -> None:
    one = with_notes(*notes)
    assert (one.status, one.symbol, one.pinpoints) == ("resolved", symbol, (pinpoints,))


@pytest.mark.parametrize(
    ("notes", "status", "reason"),
    [
        (["A/HRC/11/25, para. 5; A/HRC/25/5, para. 4.", "Id., para. 9."], "unresolved", "several sources"),
        (["Ibid., para. 9."], "unresolved", "no note stands before"),
        (
            ["A/HRC/11/25, para. 5.", "The authors thank all.", "Id., para. 30."],
            "unresolved",
            "cites no source",
        ),
        (
            ["A/HRC/11/25.", "HRW, “A Long Title” (2013).", "Id."],
            "not_on_record",
            "no United Nations document",
        ),
        (["A/HRC/11/25, para. 5.", "Supra note 7, para. 30."], "unresolved", "there is no note 7"),
        (
            ["A/HRC/25/CRP.1, para. 5.", "Id., para. 6."],
            "not_on_record",
            "A/HRC/25/CRP.1 is not on the record",
        ),
        (["A/HRC/11/25, para. 999."], "unresolved", "has no paragraph 999"),
        (["A/HRC/11/25, para. 28 (z)."], "unresolved", "has no (z)"),
        (["A/HRC/11/25, para. 27, note ***."], "unresolved", "calls no note ***"),
        (["A/HRC/25/5, paras. 186.66-186.300."], "unresolved", "no paragraph 186.300"),
        (["Unknown COI report, para. 5."], "unresolved", "no source of this name"),
        (["Para. 5."], "unresolved", "names no document"),
    ],
)
def test_what_is_not_certain_stays_open_with_its_reason(notes: list[str], status: str, reason: str) -> None:
    one = with_notes(*notes)
    assert one.status == status
    assert reason in one.reason


def test_an_id_after_a_missing_note_is_not_attached_to_the_note_before() -> None:
    one = resolved("A.1 B.2 C.3\n\n___\n1 A/HRC/11/25, para. 5.\n3 Id., para. 30.")[-1]
    assert (one.status, one.reason) == ("unresolved", "the note before it, 2, is missing")


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("For China’s 2nd UPR on October 22, 2013, Canada made the recommendation 186.66.", "A/HRC/25/5"),
        ("In 2009, at the review of China, Canada made recommendation 28 (g).", "A/HRC/11/25"),
        ("China was reviewed in 2013.\n\nCanada, in its 2nd UPR, made recommendation 186.66.", "A/HRC/25/5"),
        (
            "For China’s 1st UPR it was silent, but it made recommendation 186.242 for its 2nd UPR.",
            "A/HRC/25/5",
        ),
        ("Canada (A/HRC/25/5) asked this in recommendation 186.66.", "A/HRC/25/5"),
        ("It made recommendation 186.66.1\n\n___\n1 A/HRC/25/5, para. 186.66.", "A/HRC/25/5"),
        ("It made recommendation 186.66. Later.1\n\n___\n1 A/HRC/25/5, para. 4.", "A/HRC/25/5"),
    ],
)
def test_a_recommendations_number_leads_to_the_report_that_its_words_allow(text: str, symbol: str) -> None:
    one = next(one for one in resolved(text) if one.kind == "recommendation")
    assert (one.status, one.symbol, one.reason) == ("resolved", symbol, "")


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        (
            "At China’s 3rd UPR it made recommendation 28.5.",
            "not_on_record",
            "no report on China for the 3rd review",
        ),
        ("At China’s 2nd UPR it made recommendation 186.900.", "unresolved", "no recommendation 186.900"),
        ("It made recommendation 186.66.", "unresolved", "nothing beside it names the review"),
        ("Slovenia’s 2nd UPR led to recommendation 186.66.", "not_on_record", "no report on Slovenia"),
    ],
)
def test_a_recommendations_number_stays_open_where_nothing_decides(
    text: str, status: str, reason: str
) -> None:
    (one,) = resolved(text)
    assert one.status == status
    assert reason in one.reason


def test_two_reports_that_hold_a_number_leave_it_open() -> None:
    review = Review("A/HRC/28/5", "CUB", 2, "2013-05-01", "2013-07-08")
    shelf = Shelf(document("A/HRC/28/5", "1, 186.66"), reviews=[review])
    (one,) = resolved("In 2013 it made recommendation 186.66.", shelf)
    assert one.status == "unresolved"
    assert "A/HRC/25/5, A/HRC/28/5" in one.reason


def test_ibid_in_running_text_means_the_citation_before_it() -> None:
    found = resolved("It asked (A/HRC/25/5, para. 4). Then again (ibid., para. 132). Later (para. 133).")
    assert [(one.symbol, one.status) for one in found] == [("A/HRC/25/5", "resolved")] * 3


def test_the_founding_letter_resolves_as_far_as_two_reports_allow(shared_letter: Path) -> None:
    letter = read_letter(shared_letter)
    found = resolved(letter.text)
    status = {(one.note, one.pinpoints): (one.symbol, one.status) for one in found if one.symbol}
    assert status[None, ("186.242", "186.243")] == ("A/HRC/25/5", "resolved")
    assert status[None, ("186.66",)] == ("A/HRC/25/5", "resolved")
    assert status["6", ("1197",)] == ("A/HRC/25/CRP.1", "not_on_record")
    assert status["22", ("28 (g)", "30")] == ("A/HRC/11/25", "resolved")


@pytest.mark.parametrize("name", sorted(path.name for path in LETTERS.iterdir()))
def test_every_letter_of_ours_gives_no_doubt_beyond_those_meant(name: str) -> None:
    meant = {"un_style.txt": 1, "out_of_order.txt": 2, "inline.md": 1, "bracketed.txt": 1}
    found = resolved((LETTERS / name).read_text(encoding="utf-8"))
    assert len([one for one in found if one.status == "unresolved"]) == meant.get(name, 0)


@given(
    st.lists(
        st.sampled_from(["Id.", "A/HRC/25/5, para. 4", "Supra note 1", "COI report, para. 5", "x", "; "]),
        max_size=12,
    )
)
def test_every_citation_ends_with_a_status_and_all_but_the_resolved_with_a_reason(parts: list[str]) -> None:
    text = "\n".join(parts)
    notes = [
        (str(at), Span(text.index(part), text.index(part) + len(part)))
        for at, part in enumerate(dict.fromkeys(parts), 1)
    ]
    found = find_citations(text, notes=notes)
    for before, after in zip(found, resolve_citations(found, Shelf(), text=text, notes=notes), strict=True):
        assert before.span == after.span
        assert (after.status == "resolved") == (after.reason == "")
        assert after.symbol or after.status != "resolved"


def test_a_number_that_only_the_letters_documents_settle_is_marked_as_inferred() -> None:
    text = "Japan made recommendation 186.241.\n\nSee also the report.1\n\n_____\n1 A/HRC/25/5, para. 4"
    number = next(one for one in resolved(text, Shelf(reviews=())) if one.kind == "recommendation")
    assert (number.status, number.symbol) == ("resolved", "A/HRC/25/5")
    assert number.inferred == (
        "A/HRC/25/5 (cited in note 1) is the only document that the letter cites and that holds 186.241"
    )
    beside = resolved("Japan made recommendation 186.241 (A/HRC/25/5).")
    assert all(one.inferred == "" for one in beside)


def test_thousands_of_numbers_in_one_paragraph_take_no_more_than_their_share_of_time() -> None:
    def seconds(count: int) -> float:
        body = "Recommendations of A/HRC/25/5. " + "Recommendation 186.241 was made, not 186.66. " * count
        start = time.perf_counter()
        assert len(resolved(body)) > count
        return time.perf_counter() - start

    seconds(50)
    assert seconds(1000) < 12 * seconds(200) + 0.5
