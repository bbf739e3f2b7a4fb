from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.letters.advice import deadline, wording
from onrecord.letters.advice.advise import advise, review_meant
from onrecord.letters.advice.asking import asking, asking_at, asking_in
from onrecord.letters.advice.category import category, fate_of, fates
from onrecord.letters.advice.earlier import Matter, accepted_wording, earlier_wording
from onrecord.letters.advice.length import length
from onrecord.letters.advice.model import Asked
from onrecord.letters.compose.no_record import NoRecord
from onrecord.letters.compose.reading import parse_source
from onrecord.mechanisms.model import Entry
from onrecord.record.add import add_paths
from onrecord.record.record import open_record
from onrecord.un.review import review


def recommended(words: str) -> Asked:
    return Asked("R1", "recommendation", words)


@pytest.mark.parametrize(
    ("words", "number", "verb"),
    [
        ("Share its experience with others", 1, "Share"),
        ("Continue its reforms", 2, "Continue"),
        ("Continue and strengthen its reforms", 4, "strengthen"),
        ("Consider ratifying the Covenant", 3, "Consider"),
        ("Take measures to protect refugees", 4, "Take measures"),
        ("Ratify the Covenant", 5, "Ratify"),
        ("Be kind", None, ""),
    ],
)
def test_the_verb_and_its_list_decide_the_action_category(words, number, verb):
    found = category(words)
    assert (found.number, found.verb) == (number, verb)
    assert "McMahon" in found.reason


def test_two_actions_in_one_recommendation_are_told():
    found = wording.one_action(
        recommended("Protect victims of trafficking, and allow them to remain in the country")
    )
    assert found is not None
    assert "“Protect …” and “allow …”" in found.words
    assert wording.one_action(recommended("Protect and promote the rights of refugees")) is None


def test_a_recommendation_among_questions_is_told():
    assert wording.among_questions(Asked("Q9", "question", "Publish the number of detained persons."))
    assert wording.among_questions(Asked("Q9", "question", "How many persons are detained?")) is None


def test_numbers_without_a_breakdown_are_told():
    found = wording.breakdown(recommended("Publish the number of persons deported per year"))
    assert found is not None
    assert "“per year”" in found.words
    assert wording.breakdown(recommended("Publish statistics disaggregated by sex")) is None


def test_asks_in_nearly_the_same_words_are_told_once():
    one = Asked("R1", "recommendation", "Publish the number of refugees each year")
    other = Asked("R2", "recommendation", "Publish each year the number of refugees")
    assert list(wording.duplicates((one, other))) == ["R2"]


def test_a_minute_holds_130_words():
    assert length("word " * 130) == (130, 60)


def test_questions_for_china_in_the_fourth_cycle_are_due_on_9_january_2024():
    meant = review("CHN", 4)
    assert meant is not None
    assert deadline.last_day(meant) == date(2024, 1, 9)
    told = deadline.advise(meant, date(2024, 1, 10))
    assert told is not None
    assert "after that day" in told.words
    assert "Late questions appear as addenda" in told.words
    assert told.places[0].symbol == "8/PRST/1"


def entry(number: str, words: str, by: str) -> Entry:
    return Entry(
        "recommendation",
        "A/HRC/99/1",
        "conclusions",
        "5",
        3,
        words,
        number=number,
        by=(by,),
        to="CHN",
        cycle=2,
    )


def test_the_nearest_earlier_wording_comes_first_with_what_was_dropped():
    matter = Matter(
        [
            entry("5.1", "Provide protection to refugees from all countries (Republic of Korea);", "KOR"),
            entry("5.2", "Abolish the death penalty", "FRA"),
            entry("5.3", "Provide education to girls", "ITA"),
        ]
    )
    first = earlier_wording("Provide adequate protection to refugees from countries", matter)[0]
    assert (first.place.pinpoint, first.by) == ("5.1", ("KOR",))
    told = [(one.kind, one.words.strip()) for one in first.differences if one.kind != "same"]
    assert told == [("letter", "adequate"), ("source", "all")]
    assert earlier_wording("Provide adequate protection to refugees", matter, by="FRA") == ()


LETTER = "---\ndate: 2024-01-03\nreview: CHN/4\n---\n\nR1. {}\n"


def test_an_empty_record_is_said():
    source = asking(parse_source(LETTER.format("Ratify the Covenant")))
    made = advise(source, NoRecord(), review_meant(source))
    assert "record" in [one.rule for one in made.general]
    assert made.asks[0].earlier == ()


def test_an_ask_or_review_that_is_not_there_is_told():
    source = asking(parse_source(LETTER.format("Ratify the Covenant")))
    with pytest.raises(UsageError, match="no ask R7"):
        advise(source, NoRecord(), review_meant(source), only="R7")
    with pytest.raises(UsageError, match="no review in the calendar"):
        review_meant(source, "XXX/9")


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("Guarantee a safe passage for all who flee", {"measure", "by_when"}),
        ("Publish statistics on asylum, disaggregated by sex", {"by_when"}),
        ("Publish each year the number of refugees", set()),
        ("Ratify the Covenant before the mid-term of this cycle", set()),
        ("Adopt a law on asylum by 2026", set()),
        ("Immediately protect refugees", {"measure"}),
        ("Protect refugees who arrived in 2013", {"measure", "by_when"}),
    ],
)
def test_a_recommendation_without_measure_or_time_is_told(words, rules):
    found = [rule(recommended(words)) for rule in (wording.measurable, wording.by_when)]
    assert {one.rule for one in found if one} == rules
    assert wording.measurable(Asked("Q1", "question", words)) is None


def test_what_the_state_accepted_on_the_matter_is_suggested_however_near_what_it_noted():
    of_other_matters = [entry(f"5.{n}", f"Ratify instrument {n}", "FRA") for n in range(10, 60)]
    noted = entry(
        "5.1", "Provide adequate protection to asylum seekers and refugees (Republic of Korea);", "KOR"
    )
    taken = entry("5.2", "Adopt national asylum legislation and train refugee officers", "KOR")
    other = entry("5.3", "Protect the rights of children and provide schools", "ITA")
    matter = Matter(
        [
            replace(noted, position="noted"),
            *(replace(one, position="supported") for one in (taken, other, *of_other_matters)),
        ]
    )
    found = accepted_wording("Provide adequate protection to refugees and asylum seekers", matter)
    assert found is not None
    assert found.place.pinpoint == "5.2"
    assert accepted_wording("Provide clean water to all villages", matter) is None


def test_the_fate_of_a_category_counts_what_has_an_answer():
    raised = [
        replace(entry("5.1", "Ratify the Covenant", "FRA"), position="supported"),
        replace(entry("5.2", "Abolish the death penalty", "FRA"), position="noted"),
        replace(entry("5.3", "Adopt a law", "FRA"), position="pending"),
        replace(entry("5.4", "Continue its efforts", "FRA"), position="supported"),
    ]
    told = fate_of(category("Enforce the law"), fates(raised))
    assert told is not None
    assert "Of 2 recommendations of category 5" in told.words
    assert "1 were supported (50%)" in told.words
    assert fate_of(category("Share its experience"), fates(raised)) is None


def test_a_letter_as_read_asks_as_its_source_does():
    letter = asking_in(
        "May 3, 2023\n\nBefore China's 4th UPR, unlike its 3rd UPR, we urge the following questions:\n\n"
        "  1. Does it protect them?2\n\nWe make the following recommendations:\n\n  1. Protect them\n\n"
        "____\n\n2 A note",
        "letter.txt",
    )
    assert [(one.name, one.kind, one.words) for one in letter.asks] == [
        ("Q1", "question", "Does it protect them?"),
        ("R1", "recommendation", "Protect them"),
    ]
    assert (letter.review, letter.date, letter.language) == ("CHN/4", "2023-05-03", "en")


def as_read(named: str, day: str = "January 3, 2024"):
    return asking_in(
        f"{day}\n\n{named}\n\nWe make the following recommendations:\n\n  1. Protect them\n", "letter.txt"
    )


def test_a_review_named_as_history_is_not_the_one_meant_and_the_next_is_inferred():
    letter = as_read(
        "At the second review of China, on 22 October 2013, Canada asked to invite a commission."
    )
    assert letter.review == "CHN/4"
    assert "names no review of China after its date" in letter.review_inferred
    made = advise(letter, NoRecord(), review_meant(letter))
    (told,) = [one for one in made.general if one.rule == "review"]
    assert told.inferred == "by the calendar of reviews"
    assert made.deadline == "2024-01-09"


def test_a_review_that_is_named_and_to_come_is_not_inferred():
    letter = as_read("At China's 2nd UPR and its second review of China it was so. China's 4th UPR is near.")
    assert (letter.review, letter.review_inferred) == ("CHN/4", "")


def test_no_review_is_made_up_where_none_is_to_come():
    letter = as_read("At China's 2nd UPR it was so.", "January 3, 2039")
    assert (letter.review, letter.review_inferred) == ("", "")


def test_two_features_are_a_breakdown_and_one_is_told_as_one():
    for words in (
        "Publish the number of persons returned each year, by sex and age",
        "Publish the number of foreigners detained by nationality, gender and age",
        "Publish, for each year since 2013, statistics by sex",
        "Publish statistics by age group and by year",
    ):
        assert wording.breakdown(recommended(words)) is None, words
    for words, told in (
        ("Publish the number of persons returned for each year", "beyond “for each year”"),
        ("Publish statistics by sex", "beyond “by sex”"),
    ):
        assert told in wording.breakdown(recommended(words)).words
    assert "beyond" not in wording.breakdown(recommended("Publish statistics by stage of the law")).words


def test_two_common_words_alone_are_no_earlier_wording():
    """A question on certificates issued by public security organs is not one on public security."""
    others = [entry(f"186.{n}", f"{words}", "FRA") for n, words in enumerate(_OTHERS, 10)]
    near = entry(
        "186.124",
        "Continue its efforts to strengthen the judicial system to enhance public security and the rule of law",
        "SGP",
    )
    words = (
        "Article 46 provides that foreigners applying for refugee status may stay on the strength of temporary identity "
        "certificates issued by public security organs. How many certificates were issued each year?"
    )
    assert earlier_wording(words, Matter([near, *others])) == ()
    asked = entry("186.125", "Say how many refugee certificates were issued to foreigners", "CZE")
    assert [one.by for one in earlier_wording(words, Matter([near, asked, *others]))] == [("CZE",)]


_OTHERS = (
    "Ratify the International Covenant on Civil and Political Rights",
    "Abolish the death penalty and publish statistics on its application",
    "Ensure equal access to health care for persons in rural areas",
    "Combat trafficking in women and give victims shelter",
    "Invite the special procedures to visit the country",
    "Protect journalists and human rights defenders from harassment",
)


def test_a_korean_ask_is_told_that_advice_is_on_the_english_text():
    letter = asking_in("다음 권고를 할 것을 촉구합니다:\n\n  1. 난민을 보호할 것.", "ko.txt")
    made = advise(letter, NoRecord(), review_meant(letter, "CHN/4"))
    assert [one.rule for one in made.asks[0].advice] == ["length", "language"]


@given(st.text(max_size=200), st.sampled_from(["question", "recommendation"]))
def test_any_words_get_advice(words, kind):
    ask = Asked("R1", kind, words)
    assert category(words).number in {None, 1, 2, 3, 4, 5}
    for rule in (
        wording.one_action,
        wording.among_questions,
        wording.breakdown,
        wording.measurable,
        wording.by_when,
    ):
        found = rule(ask)
        assert found is None or found.words
    for one in earlier_wording(words, Matter([entry("5.1", words, "KOR"), entry("5.2", "Other", "FRA")])):
        assert 0 <= one.score <= 1


def test_r1_of_the_founding_letter_is_a_revision_of_186_243(shared_data, shared_letter, tmp_path):
    source = asking_at(shared_letter)
    assert (source.review, len(source.asks)) == ("CHN/4", 15)
    files = ("upr_reports/pdf/china2013.pdf", "china/Matrix_recommendations_2013.docx")
    with open_record(tmp_path / "record") as record:
        assert not add_paths(record, [shared_data / name for name in files]).failed
        made = advise(source, record, review_meant(source), by="KOR", only="R1")
    first = made.asks[0].earlier[0]
    assert (first.place.symbol, first.place.pinpoint, first.by) == ("A/HRC/25/5", "186.243", ("KOR",))
    assert (first.position, first.position_at.symbol) == ("noted", "A/HRC/25/5/Add.1")
    dropped = " ".join(one.words for one in first.differences if one.kind == "source")
    assert "humanitarian considerations" in dropped
    assert "Republic of Korea" not in dropped
    assert made.asks[0].accepted.place.pinpoint == "186.242"
    assert made.deadline == "2024-01-09"
