"""Rules on time, numbers and language: each finds what it is for, and says nothing of what is right."""
# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

from collections.abc import Callable

import pytest
from letters_of_rules import CHILDREN, cited, letter

from onrecord.letters.model import Finding

Finds = Callable[[str, str], list[Finding]]

# (rule, a letter in which it must speak, words of its message, a letter in which it must be silent)
CASES = [
    ("wide_pinpoint", letter(f"Japan recommended: “{CHILDREN}”.[^1]", cited("paras. 120-133")), "14 paragraphs",
     letter(f"Japan recommended: “{CHILDREN}”.[^1]", cited("paras. 131-133"))),
    ("wide_pinpoint", letter("Norway was asked.[^1]", cited("paras. 1-133")), "133 paragraphs",
     letter("Norway was asked.[^1]", cited("paras. 28-43"))),
    ("unclear_antecedent", letter("One.[^1] Two.[^2]", cited("para. 26") + "; A/HRC/25/5, para. 4", "Id., para. 30"),
     "several sources", letter("One.[^1] Two.[^2]", cited("para. 26"), "Id., para. 30")),
    ("unclear_antecedent", letter("One.[^1]", "Ibid., para. 30"), "no note stands before",
     letter("One.[^1] Two.[^2]", cited("para. 26"), "See note 1 above, para. 30")),
    ("stale_source", letter("Norway continues to detain children.[^1]", cited("para. 26")), "its source is of 2013",
     letter("Norway continues to detain children.[^1]", "A. Writer, “News” (3 May 2023), https://news.example/a")),
    ("stale_source", letter("It is currently the rule.[^1] So be it.[^2]", cited("para. 26"), "Id., para. 30"), "2013",
     letter("Returns have continued since then.[^1]", cited("para. 26"))),
    ("source_before_event", letter("On 9 October 2023 they deported 50 persons.[^1]", "A. Writer, “News” (5 October 2023), https://n.example/a"),
     "is older: 5 October 2023",
     letter("On 9 October 2023 they deported 50 persons.[^1]", "A. Writer, “News” (12 October 2023), https://n.example/a")),
    ("source_before_event", letter("They arrested 12 students in May 2023.[^1]", "B. Other (2 April 2023), https://n.example/b"),
     "older", letter("On 9 October 2024 they will deport 50 persons.[^1]", "A. Writer (5 October 2023), https://n.example/a")),
    ("note_and_text_dates",
     letter("The agency classified starving persons of the north as refugees in May 1999.[^1]",
            "A. Writer, “Title of it” (5 July 2023), https://n.example/a (“The agency classified starving persons of the north as refugees in 1995.”)"),
     "say 1995" , letter("The agency classified starving persons of the north as refugees in May 1999.[^1]",
            "A. Writer, “Title of it” (5 July 2023), https://n.example/a (“The agency classified starving persons of the north as refugees in the 1990s.”)")),
    ("scope_shift", letter("They found some refugees among the detained. These refugees were sent home."), "some, or of all",
     letter("They found some refugees among the detained. Some of these refugees were sent home.")),
    ("timeline", letter("On 21 September 2023 we warned of the expected resumption of deportations.\n\nNorway deported 80 persons on 29 August 2023."),
     "29 August 2023", letter("On 21 September 2023 we warned of the expected resumption of deportations.\n\nNorway deported 80 persons on 9 October 2023.")),
    ("date_styles", letter("It was on May 3, 2021 and on 4 May 2021."), "2 styles", letter("It was on 3 May 2021 and on 4 May 2021.")),
    ("ambiguous_date", letter("The returns of 4/5/2021 were the first."), "two ways", letter("The returns of 25/5/2021 were the first; the 9/11 attacks.")),
    ("missing_access_dates", letter("One.[^1] Two.[^2]", "A, https://a.example/1 (accessed 1 January 2024)", "B, https://b.example/2"), "1 of 2 links",
     letter("One.[^1] Two.[^2]", "A, https://a.example/1", "B, https://b.example/2")),
    ("stale_access_dates", letter("One.[^1]", "A, https://a.example/1 (accessed 1 October 2023)"), "1 link was",
     letter("One.[^1]", "A, https://a.example/1 (accessed 2 January 2024)")),
    ("stale_access_dates", letter("One.[^1]", "A, https://a.example/1 (accessed 1 October 2024)"), "after the letter's date",
     letter("One.[^1]", "A, https://a.example/1")),
    ("double_negative", letter("No such improvement has yet to take place."), "negates twice",
     letter("Such improvement has yet to take place. There is no State that has yet to ratify it.")),
    ("double_negative", letter("They have not yet to answer."), "negates twice", letter("They have not yet answered. He said “none has yet to come”.")),
    ("stray_comma", letter("They say that “crimes have been and, are still being committed here”.[^1]", "A/HRC/25/63, para. 5"), "slip in copying",
     letter("They say that “crimes have been and, in particular, are committed here”.[^1]", "A/HRC/25/63, para. 5")),
    ("grammar", letter("Some 70 percent whom are women."), "“of” is missing", letter("Some 70 percent of whom are women.")),
    ("grammar", letter("It was adopted in June 30, 2012."), "takes “on”", letter("It was adopted in June 2012, on June 30, 2012.")),
    ("grammar", letter("Are there any legislation to protect them?"), "singular", letter("Are there any legislation gaps? Is there any legislation?")),
    ("grammar", letter("Norway left the the Council."), "twice", letter("He said that that was it; he had had no answer.")),
    ("grammar", letter("They were held in in camps."), "twice", letter("They were held after in absentia trials; it led to in in absentia sentences and in in-depth talks.")),
    ("grammar", letter("The the law is old; on on that we agree."), "twice", letter("The talks went on on 3 May at the The Hague office; we gave her her passport. The camp they lived in in 2019, and were held in in early June 2020, is shut.")),
    ("grammar", letter("It is an UN body."), "“a” stands", letter("It is a UN body and an NGO of an unknown kind.")),
    ("sums", letter("They returned 9 persons (4, 3 and 1 from each family)."), "make 8", letter("They returned 9 persons (4, 3 and 2 from each family).")),
    ("sums", letter("Three States asked for this: Austria, Canada, Japan and Peru."), "names 4",
     letter("Four States asked for this: Austria, Canada, Japan and Iran (Islamic Republic of). At least two States did: Austria, Canada and Peru. Five States spoke, among them: Austria and Peru. Two States: one large, one small.")),
    ("sums", letter("They held 12 persons (5 women and 8 men)."), "make 13", letter("They held 12 persons (including 5 women), and over 12 persons (5 women and 8 men).")),
    ("sums", letter("The sum is 290 + 8 + 32 + 98 = 418."), "makes 428", letter("The sum is 290 + 8 + 32 + 98 = 428.")),
    ("sums", letter("Norway accepted 298 of 428 recommendations (75 per cent)."), "70 per cent", letter("Norway accepted 298 of 428 recommendations (69.6 per cent).")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "wrong", "words", "_right"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)]
)
def test_a_rule_finds_what_it_is_for(finds: Finds, rule: str, wrong: str, words: str, _right: str) -> None:
    found = finds(rule, wrong)
    assert any(words in f.message + f.suggestion for f in found), [f.message for f in found]


@pytest.mark.parametrize(
    ("rule", "_wrong", "_words", "right"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)]
)
def test_a_rule_says_nothing_of_what_is_right(
    finds: Finds, rule: str, _wrong: str, _words: str, right: str
) -> None:
    assert [f.message for f in finds(rule, right)] == []
