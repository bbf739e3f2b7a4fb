"""Rules on asks and claims: each finds what it is for, and says nothing of what is right."""
# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

from collections.abc import Callable

import pytest
from letters_of_rules import CHILDREN, EDUCATION, cited, letter, questions, recommendations

from onrecord.letters.model import Finding

Finds = Callable[[str, str], list[Finding]]
REFUGEES = "We write on refugees.\n\nWhat of asylum? It is at stake.\n\n"
COMING = "It concerns Norway’s 4th UPR on 23 January 2025, and written questions."
LONG_COMING = "It concerns Norway’s 4th UPR on 23 January 2024, and written questions."

# (rule, a letter in which it must speak, words of its message, a letter in which it must be silent)
CASES = [
    ("recommendation_among_questions", letter(questions("Does Norway abide?", "Publish the number of persons detained.")), "Q2 is a recommendation",
     letter(questions("Does Norway abide?", "Provide information on persons detained.", "Please explain the law."))),
    ("recommendation_among_questions", letter(recommendations("Abolish the law.", "Will Norway abolish the law?")), "R2 is a question",
     letter(recommendations("Abolish the law.", "Answer the question “who is held?” in full."))),
    ("two_actions", letter(recommendations("Protect victims of trafficking, and allow them to remain.")), "“Protect …” and “allow …”",
     letter(recommendations("Continue and strengthen the protection of victims.", "Promote and protect the rights of all.", "Ensure the review and reform of the law."))),
    ("overlapping_asks", letter(questions("How many persons were detained in 2023?", "What is the number of children detained?")), "detentions in Q1 and Q2",
     letter(questions("How many persons were detained in 2023?", "Why are children detained?"))),
    ("overlapping_asks", letter(recommendations("Abolish the death penalty in law and in practice.", "Abolish the death penalty in law and practice.")), "nearly the same as R1",
     letter(recommendations("Abolish the death penalty in law and in practice.", "Ratify the Optional Protocol to the Convention."))),
    ("disaggregation", letter(questions("How many fled, disaggregated by age and gender?", "How many died, disaggregated by age?")), "Q1 by age, gender; Q2 by age",
     letter(questions("How many fled, disaggregated by age and sex?", "How many died, disaggregated by gender and age?"))),
    ("missing_deadline", letter(COMING + "\n\n" + questions("Does Norway abide?")), "due on 9 January 2025",
     letter(COMING + " They are due on 9 January 2025.\n\n" + questions("Does Norway abide?"))),
    ("missing_deadline", letter(LONG_COMING.replace("23 January", "8 January") + "\n\n" + questions("Does Norway abide?")), "were due on 25 December 2023, before",
     letter(COMING + "\n\n" + recommendations("Abolish the law."))),
    ("many_asks", letter(recommendations("Abolish it.", "Ratify it.", "Publish it.")), "3 recommendations", letter(recommendations("Abolish it.", "Ratify it."))),
    ("pronoun_for_state", letter(recommendations("Protect all in accordance with their international obligations.")), "goes back to nobody",
     letter(recommendations("Remind States parties of their international obligations.", "Let children know their rights."))),
    ("ask_numbers", letter(questions("Why?") + "\n\n" + recommendations("Abolish it.")), "count from 1 again", letter(questions("Why?", "How?"))),
    ("model_text", letter("At Norway’s 2nd UPR much was said.\n\n" + recommendations("Stop the detention of children who seek asylum at once.")),
     "R1 goes back to A/HRC/90/7, 132.1 (Japan)", letter("At Norway’s 2nd UPR much was said.\n\n" + recommendations("Let every person who asks for protection be heard by a court."))),
    ("vague_quantifier", letter(REFUGEES + "Various countries have raised it at Norway’s 2nd UPR."), "names no member or source",
     letter(REFUGEES + "Various countries have raised it.[^1]", cited("para. 28 (b)"))),
    ("vague_quantifier", letter(REFUGEES + "They repeatedly called for asylum at Norway’s 2nd UPR."), "the record holds 2 recommendations to Norway by 2 States (Canada, Japan) in cycles 2",
     letter(REFUGEES + "Several States border on Norway.")),
    ("unnamed_experts", letter("The UN human rights experts wrote to Norway.[^1]", "Letter by A, Special Rapporteur on torture; B, Chair of the Working Group on detention."), "2 in note 1",
     letter("The Special Rapporteur on torture wrote to Norway.")),
    ("body_and_treaty", letter("The Committee against Torture (CAT) spoke of the Convention against Torture."), "“CAT” stands for the Committee",
     letter("The Committee against Torture (CAT) spoke of the Protocol.")),
    ("unproved_silence", letter(REFUGEES + "Chile did not raise the issue at Norway’s 2nd UPR."), "was searched: it has 0 entries by Chile",
     letter(REFUGEES + "Chile raised the issue at Norway’s 2nd UPR.")),
    ("unproved_silence", letter(REFUGEES + "Japan did not raise the issue at Norway’s 2nd UPR."), "132.1, has it", letter("Norway did not raise it.")),
    ("unproved_silence", letter(REFUGEES + "Japan did not raise the issue at Norway’s 3rd UPR."), "cannot be checked", letter("Japan did not raise its voice.")),
    ("question_as_recommendation", letter("The Netherlands recommended that it be told more, and “looked forward to further explanations on the protection of refugees”.[^1]", cited("para. 30")),
     "a remark in the dialogue", letter("The Netherlands asked and “looked forward to further explanations on the protection of refugees”.[^1]", cited("para. 30"))),
    ("question_as_recommendation", letter("The Netherlands recommended “further explanations on the protection of refugees”.[^1]", cited("para. 30")), "calls this a recommendation",
     letter(f"Japan recommended: “{CHILDREN}”.[^1]", cited("para. 132.1"))),
    ("newer_document", letter(REFUGEES + "It concerns Norway’s 4th UPR.[^1]", "A/HRC/91/7, para. 5"), "A/HRC/90/7, on the record, holds",
     letter(REFUGEES + f"It concerns Norway’s 4th UPR: “{EDUCATION}”.[^1]", cited("para. 131.1"))),
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
