"""Each rule finds what it is for, and says nothing of what is right."""
# ruff: noqa: E501 - a row of a table is one line, and long texts are its matter

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.letters.model import Check, Finding

Finds = Callable[[str, str], list[Finding]]
TITLE = "Report of the Working Group on the Universal Periodic Review: Norway"


def letter(body: str, *notes: str) -> str:
    printed = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))
    return f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n\n{printed}\n"


def cited(place: str, symbol: str = "A/HRC/90/7") -> str:
    return f"{TITLE}, {symbol}, {place}"


EDUCATION = "Continue its programme of human rights education in every school"
CHILDREN = "Stop the detention of children who seek asylum without delay"

# (rule, a letter in which it must speak, words of its message, a letter in which it must be silent)
CASES = [
    ("quotation_not_found",
     letter("Japan said: “abolish every tax on the import of bicycles and cars”.[^1]", cited("para. 132.1")),
     "does not hold these words",
     letter(f"Japan recommended: “{CHILDREN}”.[^1]", cited("para. 132.1"))),
    ("wrong_recommending_state",
     letter(f"Chile recommended that Norway “[s]{CHILDREN[1:]}”.[^1]", cited("para. 132.1")),
     "to Chile",
     letter(f"France recommended education, and Japan to “[s]{CHILDREN[1:]}”.[^1]", cited("para. 132.1"))),
    ("wrong_recommending_state",
     letter("Peru made recommendation 132.1 at the second Universal Periodic Review of Norway (A/HRC/90/7)."),
     "Peru",
     letter("Japan made recommendation 132.1 at the second Universal Periodic Review of Norway (A/HRC/90/7).")),
    ("wrong_position",
     letter(f"Japan asked to “[s]{CHILDREN[1:]}”.[^1] Norway accepted this recommendation.", cited("para. 132.1")),
     "not supported",
     letter(f"Japan asked to “[s]{CHILDREN[1:]}”.[^1] Norway did not accept it.", cited("para. 132.1"))),
    ("wrong_review",
     letter(f"At Norway’s 2nd UPR on 22 October 2013 France asked: “{EDUCATION}”.[^1]", cited("para. 131.1")),
     "21 October 2013",
     letter(f"At Norway’s 2nd UPR on 21 October 2013 France asked: “{EDUCATION}”.[^1]", cited("para. 131.1"))),
    ("wrong_review",
     letter(f"At Norway’s 1st UPR France asked: “{EDUCATION}”.[^1]", cited("para. 131.1")),
     "belongs to cycle 2",
     letter("Norway was reviewed for the second time on 21 October 2013.")),
    ("wrong_silence",
     letter("Canada was not able to make its statement.[^1]", cited("para. 26")),
     "has its statement",
     letter("South Korea was not able to make its statement.[^1]", cited("para. 26"))),
    ("altered_quotation",
     letter("“ensure the nonrefoulement of every person who may face torture abroad”.[^1]", cited("para. 28 (b)")),
     "a hyphen is missing",
     letter("“ensure the non-refoulement of every person […] abroad”.[^1]", cited("para. 28 (b)"))),
    ("quotation_elsewhere",
     letter(f"Japan recommended: “{CHILDREN}”.[^1]", cited("para. 132.2")),
     "132.1",
     letter(f"Japan recommended: “{CHILDREN}”.[^1]", cited("paras. 132.1-132.2"))),
    ("paragraph_not_in_document",
     letter("Norway was reviewed.[^1]", cited("para. 132.9")),
     "no paragraph 132.9",
     letter("Norway was reviewed.[^1]", cited("para. 28 (b)"))),
    ("document_of_other_state",
     letter("See the report.[^1]", cited("para. 26").replace("Norway", "Peru")),
     "on Norway, not on Peru",
     letter("See the report.[^1]", cited("para. 26"))),
    ("document_date",
     letter("See the report.[^1]", f"{TITLE}, A/HRC/90/7 (4 December 2014), para. 26"),
     "2 December 2013",
     letter("See the report.[^1]", f"{TITLE}, A/HRC/90/7 (24 October 2013), para. 26")),
    ("missing_note", letter("One thing.[^1] Another thing.[^2]", cited("para. 26")), "Marker 2",
     letter("One thing.[^1]", cited("para. 26"))),
    ("quotation_without_citation",
     letter("Norway “explained that every asylum seeker is heard in person”."), "the record has the words",
     letter("Norway “explained that every asylum seeker is heard in person” (A/HRC/90/7, para. 43).")),
    ("quotation_without_citation",
     letter("They wrote that “nobody was told of the reasons for any of this”."), "names no source",
     letter("Article 46 of the Law provides that “foreigners may stay while their case is heard”. A mother told our "
            "staff of it. She said: “nobody was told of the reasons for any of this”.")),
    ("impossible_date", letter("It happened on 31 June 2021."), "has 30 days",
     letter("It happened on 29 February 2024, and in May 2021 again; see para. 31, June 2021.")),
    ("relative_date", letter("They returned 80 people on August 29 this year."), "still to come",
     letter("They returned 80 people on 29 August 2023.")),
    ("contradictory_counts",
     letter("On 14 July 2021 they deported over 50 persons.\n\nIn July 2021 they deported nearly 50 refugees."),
     "at most 49",
     letter("On 14 July 2021 they deported over 50 persons.\n\nIn July 2022 they deported nearly 50 refugees.")),
    ("several_qualifiers",
     letter("On 9 October 2023 they deported at least 500 persons.\n\nOn 9 October 2023 over 500 were deported "
            "persons, it says.\n\nOn 9 October 2023 they deported over 500 persons."),
     "several qualifiers",
     letter("On 9 October 2023 they deported at least 500 persons.\n\nOn 9 October 2023 they deported at least 500 "
            "persons, of whom at least 40 women.")),
    ("position_left_out",
     letter(f"Japan recommended: “{CHILDREN}”.[^1]", cited("para. 132.1")), "Norway did not support it",
     letter(f"Japan recommended: “{CHILDREN}”.[^1] Norway refused.", cited("para. 132.1"))),
    ("omitted_answer",
     letter("We write on refugees.\n\nWhat of asylum? Japan spoke.[^1]", cited("para. 132.1")), "para. 43",
     letter("We write on refugees.\n\nWhat of asylum? Norway answered.[^1]", cited("para. 43"))),
    ("omitted_entry",
     letter("We write on refugees.\n\nWhat of asylum? Norway answered.[^1]", cited("para. 43")), "28 (b)",
     letter("We write on schools.[^1]", cited("para. 43"))),
    ("url_date",
     letter("It was told.[^1]", "A. Writer, “The news” (29 October 2023), https://news.example/2023/10/27/a"),
     "27 October 2023",
     letter("It was told.[^1]", "A. Writer, “The news” (28 October 2023), https://news.example/2023/10/27/a")),
    ("malformed_symbol", letter("See A/HRC90/7 on this."), "A/HRC90/7", letter("See A/HRC/90/7 on this.")),
    ("unbalanced_marks", letter("They said “we know, and left."), "without a partner",
     letter("They said “we know”, and left (at once).")),
    ("field_term", letter("The principle of non-refoulment binds all."), "misspelled",
     letter("The principle of non-refoulement binds all; he wrote “non-refoulment”.")),
    ("recommendation_without_text",
     letter("Japan made recommendation 132.1 (A/HRC/90/7), which Norway refused."), "Stop the detention",
     letter(f"Japan made recommendation 132.1 (“{CHILDREN}”) in A/HRC/90/7.")),
    ("pinpoint_in_note",
     letter("South Korea was not able to make its statement.[^1]", cited("para. 26")), "its note ***",
     letter("The Netherlands asked about refugees.[^1]", cited("para. 30"))),
    ("source_contradicts_itself", letter("Many did not speak.[^1]", cited("para. 26")), "lists 2",
     letter("One asked.[^1]", cited("para. 30"))),
    ("reissue_date", letter("See the report.[^1]", f"{TITLE}, A/HRC/90/7 (2 December 2013), para. 26"),
     "date of the reissue", letter("See the report.[^1]", f"{TITLE}, A/HRC/90/7 (October 2013), para. 26")),
    ("repeated_reference", letter("One.[^1] Two.[^2]", cited("para. 26"), cited("para. 26")), "of note 1",
     letter("One.[^1] Two.[^2]", cited("para. 28 (a)"), cited("para. 28 (b)"))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "wrong", "words", "_right"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)]
)
def test_a_rule_finds_what_it_is_for(finds: Finds, rule: str, wrong: str, words: str, _right: str) -> None:
    found = finds(rule, wrong)
    assert found, f"{rule} said nothing"
    assert any(words in f.message + f.suggestion for f in found), [f.message for f in found]


@pytest.mark.parametrize(
    ("rule", "_wrong", "_words", "right"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)]
)
def test_a_rule_says_nothing_of_what_is_right(
    finds: Finds, rule: str, _wrong: str, _words: str, right: str
) -> None:
    assert [f.message for f in finds(rule, right)] == []


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        (
            "wrong_position",
            f"Japan recommended: “{CHILDREN}”.[^1] Norway accepted most recommendations, but not this one.",
        ),
        ("wrong_position", f"Japan recommended: “{CHILDREN}”, a call supported by UNHCR.[^1]"),
        (
            "wrong_position",
            f"Japan recommended: “{CHILDREN}”.[^1] Peru supported this recommendation in the debate.",
        ),
        ("wrong_position", f"Japan recommended: “{CHILDREN}”.[^1] It should be accepted."),
        ("wrong_recommending_state", f"When Canada had spoken, Japan asked to “[s]{CHILDREN[1:]}”.[^1]"),
        ("wrong_recommending_state", f"Norway was urged by Japan to “[s]{CHILDREN[1:]}”.[^1]"),
        (
            "wrong_recommending_state",
            f"Responding to France, Norway recalled Japan’s wish: “{CHILDREN}”.[^1]",
        ),
        ("wrong_recommending_state", f"Canada and Japan asked Norway to “[s]{CHILDREN[1:]}”.[^1]"),
        (
            "wrong_recommending_state",
            "When Canada raised asylum, the delegation said that “every asylum seeker is heard in person” (A/HRC/90/7, para. 43).",
        ),
        (
            "wrong_recommending_state",
            "France (recommendation 131.1) and Japan (132.1) spoke of children in A/HRC/90/7.",
        ),
        ("wrong_review", "At the 2nd review of Norway by CEDAW on 3 March 2013 it was asked again."),
        ("wrong_review", "This was the first time that Norway was asked, on 4 May 2013."),
        (
            "contradictory_counts",
            "In July 2021 they deported over 50 persons and arrested nearly 20 persons.",
        ),
        (
            "contradictory_counts",
            "On 3 May 2021 they deported 50 persons.\n\nOn 3 May 2021 they deported 12 children.",
        ),
        ("quotation_without_citation", "They call it a “global pivotal state” and an “arbitrary arrest”."),
        ("relative_date", "The review will take place on 5 March 2024."),
        ("unbalanced_marks", 'a) one thing, b) another; the ’90s; 5" long'),
    ],
)
def test_what_only_looks_like_a_fault_is_left_alone(finds: Finds, rule: str, body: str) -> None:
    assert [f.message for f in finds(rule, letter(body, cited("para. 132.1")))] == []


@pytest.mark.parametrize(
    "body",
    [
        "Peru (recommendation 132.1) spoke of children in A/HRC/90/7.",
        f"Peru asked Norway to “[s]{CHILDREN[1:]}”.[^1]",
        f"In recommendation 132.1 Peru asked: “{CHILDREN}”.[^1]",
        f"“{CHILDREN}” (Peru).[^1]",
        f"The recommendation made by Peru, “{CHILDREN}”, stands.[^1]",
    ],
)
def test_a_wrong_state_is_found_in_many_forms(finds: Finds, body: str) -> None:
    assert finds("wrong_recommending_state", letter(body, cited("para. 132.1")))


def test_empty_duplicate_and_uncalled_notes_and_their_order(finds: Finds) -> None:
    text = (
        "Dear all,\n\nFirst thing.1 Third thing.3 Second thing.2 Fourth thing.4 Fifth thing.5\n\n______\n\n"
        "1 A/HRC/90/7, para. 1\n\n2 A/HRC/90/7, para. 26\n\n3 A/HRC/90/7, para. 28\n\n4 A/HRC/90/7, para. 30\n\n"
        "5 A/HRC/90/7, para. 43\n\n6 A/HRC/90/7, para. 30\n"
    )
    assert [f.message[:40] for f in finds("note_without_marker", text)] == [
        "No marker in the text calls note 6."
    ]
    assert finds("numbering_out_of_order", letter("A.[^2] B.[^1]", "x y z", "x y"))
    assert not finds("numbering_out_of_order", letter("A.[^1] B.[^2] C.[^1]", "x y z", "x y"))
    doubled = letter("A.[^1]", "One source", "Two sources").replace("[^2]:", "[^1]:")
    assert finds("duplicate_note", doubled)


def test_every_finding_that_rests_on_the_record_shows_place_and_words(checks: Callable[[str], Check]) -> None:
    checked = checks(letter(f"Chile recommended: “{CHILDREN}”.[^1]", cited("para. 132.2")))
    for rule in ("wrong_recommending_state", "quotation_elsewhere"):
        finding = next(f for f in checked.findings if f.rule == rule)
        place = finding.evidence[0].place
        assert place is not None
        assert (place.symbol, place.paragraph, place.page) == ("A/HRC/90/7", "132.1", 3)
        assert "Stop the detention" in place.words


def test_findings_come_by_severity_then_weight_then_place(checks: Callable[[str], Check]) -> None:
    checked = checks(letter("It was 31 June. [^2] non-refoulment “we. 30 February", cited("para. 26")))
    order = [f.severity for f in checked.findings]
    assert order == sorted(order, key=["error", "warning", "notice"].index)


def test_a_quotation_from_a_document_not_on_the_record_is_no_finding(checks: Callable[[str], Check]) -> None:
    checked = checks(
        letter("It says that “no one may ever be sent back to harm”.[^1]", "A/HRC/25/63, para. 5")
    )
    assert [q.verdict for q in checked.quotations] == ["cannot_check"]
    assert [f for f in checked.findings if f.severity != "notice"] == []
