"""Each rule that offers a repair: the letter with the fault, the words that the repair puts in, nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from letters_of_rules import CHILDREN, cited, letter

from onrecord.letters.check.rules import RULES
from onrecord.letters.model import Check
from onrecord.letters.repairs.apply import apply_repairs

Checks = Callable[[str], Check]

JAPAN = f"Japan recommended that Norway “{CHILDREN}”, which Norway did not accept."
TABLE = [
    # rule, letter, words wrong, words right
    (
        "altered_quotation",
        letter(f"{JAPAN.replace('detention', 'arrest')}[^1]", cited("para. 132.1")),
        "arrest",
        "detention",
    ),
    (
        "altered_quotation",
        letter(f"{JAPAN.replace('without delay', 'delay')}[^1]", cited("para. 132.1")),
        "asylum delay",
        "asylum without delay",
    ),
    (
        "altered_quotation",
        letter(f"{JAPAN.replace('who seek', 'who quickly seek')}[^1]", cited("para. 132.1")),
        "who quickly seek",
        "who seek",
    ),
    (
        "altered_quotation",
        letter("The Czech Republic asked to “[p]ublish each year […] number of people returned to third countries”.[^1]",
               cited("para. 133.1")),
        "people",
        "persons",
    ),
    ("quotation_elsewhere", letter(f"{JAPAN}[^1]", cited("para. 132.2")), "132.2", "132.1"),
    (
        "quotation_elsewhere",
        letter("Canada asked Norway to “ensure the non-refoulement of every person”.[^1]", cited("para. 28(a)")),
        "28(a)",
        "28(b)",
    ),
    ("document_date", letter("Japan spoke.[^1]", cited("para. 26", "A/HRC/90/7 (4 December 2014)")),
     "4 December 2014", "2 December 2013"),
    ("document_date", letter("Japan spoke.[^1]", cited("para. 26", "A/HRC/90/7 (December 4, 2014)")),
     "December 4, 2014", "December 2, 2013"),
    ("wrong_review", letter("At Norway’s 2nd UPR on October 25, 2013, Japan spoke."), "October 25", "October 21"),
    ("malformed_symbol", letter("Japan spoke (A/HRC90/7, para. 26)."), "A/HRC90/7", "A/HRC/90/7"),
    ("malformed_symbol", letter("Japan spoke (A/HCR/90/7, para. 26)."), "A/HCR/90/7", "A/HRC/90/7"),
    ("unbalanced_marks", letter("Japan spoke.[^1]", "Jang Hee-jun, “Sent back“, Daily"), "back“", "back”"),
    ("unbalanced_marks", letter("Japan spoke (in 2013))."), "2013)).", "2013)."),
    ("unbalanced_marks", letter("Japan spoke.[^1]", "https://a.example/b (“They were sent back."), "back.", "back.”)"),
    ("grammar", letter("Of these, 70 percent whom are women were sent back."), "percent whom", "percent of whom"),
    ("field_term", letter("The principle of non-refoulment holds."), "non-refoulment", "non-refoulement"),
    ("name_authority", letter("Elizabeth Salmon wrote in 2023."), "Salmon", "Salmón"),
    ("malformed_link", letter("See https//undocs.org/A/HRC/90/7 for more."), "https//", "https://"),
    ("malformed_link", letter("See https://https://undocs.org/en/A/HRC/90/7 now."), "https://https://", "https://"),
    ("malformed_link", letter("See htps://undocs.org/en/A/HRC/90/7 now."), "htps://", "https://"),
    ("unpinned_link", letter("See https://undocs.org/A/HRC/90/7 now."), "undocs.org/A", "undocs.org/en/A"),
    ("blank_lines", letter("Japan spoke.\n\n\u00a0\n\nPeru spoke."), "\n\u00a0\n", "\n\n"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "wrong", "right"), TABLE)
def test_the_repair_puts_the_right_words_in_and_the_finding_is_gone(
    checks: Checks, rule: str, text: str, wrong: str, right: str
) -> None:
    found = [f for f in checks(text).findings if f.rule == rule and f.repair is not None]
    assert len(found) == 1, [f.message for f in checks(text).findings]
    mended = apply_repairs(text, [f.repair for f in found if f.repair]).text
    assert text.count(wrong) == 1
    assert mended == text.replace(wrong, right)
    assert rule not in {f.rule for f in checks(mended).findings}


def test_every_rule_that_says_it_repairs_has_its_row_and_no_other_repairs() -> None:
    assert {row[0] for row in TABLE} == {rule.name for rule in RULES if rule.repairs}


def test_no_rule_repairs_without_saying_so(checks: Checks) -> None:
    says = {rule.name for rule in RULES if rule.repairs}
    for _, text, _, _ in TABLE:
        assert {f.rule for f in checks(text).findings if f.repair} <= says


@pytest.mark.parametrize(
    "text",
    [
        # Two quotations rest on one pinpoint, and it is right for one of them.
        letter(
            f"Cuba asked to “Abolish the reservations that it made”, Japan to “{CHILDREN}”.[^1]",
            cited("para. 132.2"),
        ),
        # Two paragraphs are cited: which of them is wrong cannot be told.
        letter(f"{JAPAN}[^1]", cited("paras. 131.1 and 132.2")),
    ],
)
def test_a_pinpoint_is_not_mended_where_more_than_one_reading_is_left(checks: Checks, text: str) -> None:
    assert [f for f in checks(text).findings if f.rule == "quotation_elsewhere" and f.repair] == []


def test_a_quotation_left_open_in_the_text_is_not_closed_by_guess(checks: Checks) -> None:
    found = checks(letter("Japan called it “a grave matter. Peru agreed.")).findings
    assert [f.repair for f in found if f.rule == "unbalanced_marks"] == [None]
