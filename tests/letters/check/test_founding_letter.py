"""The founding letter against the two reports on China (issue 2; domain rules D1 to D60)."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_record import FakeRecord

from onrecord.analysis.topics import topic
from onrecord.analysis.trace import trace
from onrecord.documents.read import read_document
from onrecord.letters.check import check
from onrecord.letters.check.as_json import check_as_json
from onrecord.letters.model import Check, Finding
from onrecord.letters.read import read_letter
from onrecord.mechanisms.detect import read_entries

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def china(shared_data: Path) -> FakeRecord:
    record = FakeRecord()
    for name in ("china2009", "china2013"):
        document = read_document(shared_data / "upr_reports" / "pdf" / f"{name}.pdf")
        reading = read_entries(document)
        record.held.append(document)
        record.said += reading.entries
        record.facts += [reading.review] if reading.review else []
    return record


@pytest.fixture(scope="module")
def checked(china: FakeRecord, shared_letter: Path) -> Check:
    return check(read_letter(shared_letter), china)


def of_rule(checked: Check, rule: str) -> list[Finding]:
    return [finding for finding in checked.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("defect", "rule", "words"),
    [
        ("D1", "missing_note", "Marker 24"),
        ("D2", "quotation_without_citation", "note 24"),
        ("D3", "relative_date", "29 August 2024"),
        ("D4", "contradictory_counts", "“nearly 50” is at most 49"),
        ("D5", "several_qualifiers", "“at least 500”, “over 500”, “More than 500”"),
        ("D7", "position_left_out", "28 (g): China did not support it (A/HRC/11/25, para. 117)"),
        ("D7", "position_left_out", "186.66, 186.241"),
        ("D7", "position_left_out", "186.242 and 186.243: China left it for later"),
        ("D8", "omitted_entry", "para. 82 (a), where Czechia made a recommendation on it"),
        ("D9", "omitted_answer", "para. 112"),
        ("D13", "url_date", "27 October 2023"),
        ("D20", "altered_quotation", "a hyphen is missing: “non-refoulement”"),
        ("D21", "reissue_date", "5 October 2009 is the date of the reissue"),
        ("D22", "quotation_without_citation", "the record has the words"),
        ("D23", "recommendation_without_text", "Accept the recommendations of UNHCR"),
        ("D23", "recommendation_without_text", "Provide adequate protection to asylum seekers"),
        ("D24", "pinpoint_in_note", "note ***"),
        ("D28", "field_term", "non-refoulment"),
        ("D37", "unbalanced_marks", "Note 8"),
        ("D37", "unbalanced_marks", "Note 16"),
        ("D37", "unbalanced_marks", "Note 20"),
        ("D40", "repeated_reference", "Note 18 gives the source of note 14"),
        ("source", "source_contradicts_itself", "55"),
        ("D6", "double_negative", "No such marked improvement"),
        ("D10", "vague_quantifier", "“repeatedly” speaks of a set"),
        ("D12", "link_host", "Human Rights Watch (line 144)"),
        ("D14", "note_and_text_dates", "mid 1990s"),
        ("D15", "scope_shift", "these North Korean escapees"),
        ("D16", "timeline", "29 August 2023 and 18 September 2023 (the year is inferred)"),
        ("D17", "contrary_source", "what MOFA said about an article"),
        ("D18", "recommendation_among_questions", "Q9 is a recommendation"),
        ("D19", "disclosure", "Kim Cheol-ok"),
        ("D25", "stale_source", "its source is of 2014"),
        ("D26", "wide_pinpoint", "A quotation is cited to 17 paragraphs"),
        ("D26", "wide_pinpoint", "55 paragraphs"),
        ("D26", "wide_pinpoint", "43 paragraphs"),
        ("D27", "stray_comma", "and, are"),
        ("D29", "grammar", "percent whom"),
        ("D30", "grammar", "in June 30, 2012"),
        ("D31", "grammar", "Are there any legislation"),
        ("D32", "pronoun_for_state", "their international obligations"),
        ("D33", "ambiguous_date", "10/9"),
        ("D34", "date_styles", "1999.10.14"),
        ("D35", "spelling_variants", "“Exit-Entry Administration Law”"),
        ("D35", "spelling_variants", "“Torture Convention”"),
        ("D35", "body_and_treaty", "CAT"),
        ("D36", "spelling_variants", "“Chousn”"),
        ("D38", "missing_access_dates", "5 of 23 links"),
        ("D39", "stale_access_dates", "5 links"),
        ("D41", "name_authority", "Elizabeth Salmón"),
        ("D43", "unnamed_experts", "3 in note 11; 6 in note 12"),
        ("D45", "disaggregation", "R4 by gender, nationality"),
        ("D46", "overlapping_asks", "detentions in Q6 and Q9"),
        ("D47", "many_asks", "5 recommendations and 10 questions, without a ranking"),
        ("D48", "missing_deadline", "due on 9 January 2024"),
        ("D48", "missing_deadline", "4 working days are left"),
        ("D49", "vague_quantifier", "6 recommendations to China by 3 States"),
        ("D51", "wording", "Signature organizations"),
        ("D53", "blank_lines", "6 lines"),
        ("D54", "capitals_of_name", "“Covid-19”"),
        ("D55", "ask_numbers", "count from 1 again"),
        ("D56", "bracket_meanings", "3 things"),
        ("D57", "state_name_styles", "“ROK” 1"),
        ("D59", "unpinned_link", "4 links"),
        ("D60", "database_key_link", "database's key"),
        ("row 89", "unproved_silence", "the review of China in cycle 3"),
        ("row 112", "two_actions", "R3 asks for two things"),
        ("U4", "model_text", "R1 goes back to A/HRC/25/5, 186.243"),
        ("U4", "model_text", "humanitarian considerations"),
        ("row 31", "link_host", "Naver"),
        ("row 118", "named_person", "Han Man-taek"),
    ],
)
def test_the_defects_of_the_founding_letter_are_found(
    checked: Check, defect: str, rule: str, words: str
) -> None:
    assert any(words in finding.message for finding in of_rule(checked, rule)), (
        defect,
        [finding.message for finding in of_rule(checked, rule)],
    )


def test_the_five_quotations_from_the_two_reports_are_found_at_their_paragraphs(checked: Check) -> None:
    found = {q.at.paragraph: q.verdict for q in checked.quotations if q.at}
    assert found == {
        "28 (g)": "altered",
        "30": "verbatim",
        "186.66": "verbatim",
        "186.241": "verbatim",
        "132": "verbatim",
    }
    altered = next(q for q in checked.quotations if q.verdict == "altered")
    assert [(c.kind, c.source) for c in altered.difference if not c.marked] == [("omission", "-")]


def test_all_other_quotations_cannot_be_checked_and_say_why(checked: Check) -> None:
    others = [q for q in checked.quotations if q.at is None]
    assert {q.verdict for q in others} == {"cannot_check"}
    assert all(q.reason for q in others)


def test_nothing_right_is_said_to_be_wrong(checked: Check) -> None:
    """Only the rules that domain.md 1.3 gives cause for speak with the weight of an error or warning."""
    grave = {(f.rule, f.line) for f in checked.findings if f.severity != "notice"}
    assert {rule for rule, _ in grave} == {
        "missing_note",
        "quotation_without_citation",
        "relative_date",
        "contradictory_counts",
        "several_qualifiers",
        "altered_quotation",
        "position_left_out",
        "url_date",
        "unbalanced_marks",
        "field_term",
        "double_negative",
        "note_and_text_dates",
        "timeline",
        "ambiguous_date",
        "spelling_variants",
        "stray_comma",
        "grammar",
        "recommendation_among_questions",
        "contrary_source",
        "disclosure",
        "wide_pinpoint",
    }
    assert len([1 for rule, _ in grave if rule == "position_left_out"]) == 1


def test_the_check_is_plain_json_with_evidence(checked: Check) -> None:
    value = check_as_json(checked)
    assert list(value) == ["letter", "summary", "citations", "quotations", "findings", "form", "problems"]
    hyphen = next(f for f in value["findings"] if f["rule"] == "altered_quotation")
    assert hyphen["evidence"][0]["symbol"] == "A/HRC/11/25"
    assert hyphen["evidence"][0]["paragraph"] == "28 (g)"
    assert "non-refoulement of refugees" in hyphen["suggestion"]


def test_the_trace_of_non_refoulement_through_the_reviews_of_china(china: FakeRecord) -> None:
    first, second = trace(china, "China", topic("non-refoulement")).reviews
    assert [(h.entry.by, h.entry.pinpoint) for h in first.raised] == [
        (("CAN",), "28 (g)"),
        (("NLD",), "30"),
        (("CZE",), "82 (a)"),
    ]
    assert [h.entry.pinpoint for h in first.answers] == ["112"]
    positions = [h.entry.position_at for h in first.raised if h.entry.position]
    assert [(at.symbol, at.paragraph) for at in positions if at] == [("A/HRC/11/25", "117")] * 2
    assert "KOR" in {code for entry in first.not_heard for code in entry.by}
    assert {(h.entry.by, h.entry.pinpoint) for h in second.raised if h.entry.kind == "recommendation"} == {
        (("CAN",), "186.66"),
        (("CZE",), "186.241"),
        (("KOR",), "186.242"),
        (("KOR",), "186.243"),
    }
    assert {h.entry.position for h in second.raised if h.entry.kind == "recommendation"} == {"pending"}
    assert any("A/HRC/25/5/Add.1" in line for line in second.unread)
    assert any("advance questions" in line for line in second.unread)
