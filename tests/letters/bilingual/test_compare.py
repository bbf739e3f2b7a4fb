"""English against Korean: right pairs pass, planted differences are told, what is due is known."""

from __future__ import annotations

import dataclasses

import pytest
from benchmarks.bilingual import ANSWERS_TO, plant, plant_asks
from benchmarks.bilingual_letters import FIRST, NAMES, PAIRS, letter
from hypothesis import given
from hypothesis import strategies as st

from onrecord.letters.bilingual.compare import compare
from onrecord.letters.bilingual.due import Changed, due, hashes
from onrecord.letters.bilingual.english import english_days, english_numbers, english_states
from onrecord.letters.bilingual.korean import korean_days, korean_numbers
from onrecord.letters.bilingual.korean_states import korean_states
from onrecord.letters.bilingual.terms import NamePair, find_names, find_terms, names_given, terms


def both(rows):
    return letter(rows, "en"), letter(rows, "ko")


@pytest.mark.parametrize("name", PAIRS)
def test_a_right_pair_has_no_difference(name):
    told = compare(*both(PAIRS[name]), NAMES)
    assert [one for one in told.differences if one.severity != "notice"] == []
    assert told.compared > 50


@pytest.mark.parametrize("kind", sorted(set(ANSWERS_TO) - {"ask", "block"}))
def test_a_planted_difference_is_told_in_its_block(kind):
    planted = [one for one in plant(FIRST) if one.kind == kind]
    assert planted
    found = [
        any(
            told.key == one.key and told.kind in ANSWERS_TO[kind]
            for told in compare(*both(one.rows), NAMES).differences
        )
        for one in planted
    ]
    assert sum(found) >= 0.9 * len(found)


def test_asks_left_out_or_swapped_are_told():
    by_key = {row[0]: row for row in FIRST}
    for kind, _, english, korean in plant_asks(FIRST):
        pair = (letter([by_key[k] for k in english], "en"), letter([by_key[k] for k in korean], "ko"))
        assert {told.kind for told in compare(*pair, NAMES).differences} & ANSWERS_TO[kind]


@pytest.mark.parametrize(
    ("english", "korean", "kinds"),
    [
        ("At least 500 persons were returned.", "500여 명이 송환되었습니다.", ["qualifier"]),
        ("More than 500 persons were returned.", "500여 명이 송환되었습니다.", []),
        ("Some 500 persons were returned.", "500여 명이 송환되었습니다.", []),
        ("At least 500 persons were returned.", "최소 500명이 송환되었습니다.", []),
        ("At least 500 persons were returned.", "500명 이상이 송환되었습니다.", []),
        ("Up to 500 persons were returned.", "500명 이상이 송환되었습니다.", ["qualifier"]),
        ("26 million persons live there.", "2,600만 명이 그곳에 삽니다.", []),
        ("15,000 persons live there.", "1만 5천 명이 그곳에 삽니다.", []),
        ("2.5 million won", "250만 원", []),
        ("2.5 million won", "25만 원", ["number"]),
        ("Hundreds of persons were returned.", "수백 명이 송환되었습니다.", []),
        ("Hundreds of persons were returned.", "수천 명이 송환되었습니다.", ["number"]),
        ("three experts wrote", "전문가 세 명이 편지를 썼습니다", []),
        ("three experts wrote", "전문가 네 명이 편지를 썼습니다", ["number"]),
        ("article 33 of the law", "법 제33조", []),
        ("article 33 of the law", "법 제32조", ["number"]),
        ("on 9 October 2023", "2023년 10월 9일", []),
        ("on October 9, 2023", "2023년 10월 9일", []),
        ("on 9 October 2023", "2023년 10월 10일", ["date"]),
        ("from August to October 2023", "2023년 8월부터 10월까지", []),
        ("in September of the same year", "같은 해 9월", []),
        ("in the 1990s", "1990년대", []),
        ("in the 1990s", "1980년대", ["date"]),
        ("a third of them", "그들의 3분의 1", []),
        ("China and Laos", "중국과 라오스", []),
        ("China and Laos", "중국과 베트남", ["state", "state"]),
        ("Chinese authorities", "중국 당국", []),
        ("translated into Korean", "한국어로 옮긴", []),
        ("at least once every six months", "최소 6개월에 한 번씩", []),
        ("once every six months", "6개월에 한 번씩", []),
        ("every six months or so", "약 7개월에 한 번씩", ["number"]),
        ("In June of the same year", "같은 해 6월", []),
        ("In June of the same year", "같은 해 7월", ["date"]),
        ("by mid-May", "5월 중순까지", []),
        ("a dozen officers", "경찰관 10여 명", []),
        ("a dozen officers", "경찰관 12명", []),
        ("a dozen officers", "경찰관 20명", ["number"]),
        ("less than fifteen minutes", "15분도 채 되지 않는 시간", []),
        ("less than 15 minutes", "15분이 넘는 시간", ["qualifier"]),
        ("within 30 days", "30일 이내에", []),
        ("no more than four persons", "4명 이내", []),
        ("at least four persons", "4명 이내", ["qualifier"]),
        ("roughly 3 per cent", "3% 정도", []),
        ("over 3 per cent", "3% 정도", ["qualifier"]),
        ("about US$2,100", "약 미화 2,100달러", []),
        ("18 months' imprisonment", "징역 1년 6월", []),
        ("18 months' imprisonment", "징역 1년 8월", ["number"]),
        ("four and a half hours", "4시간 반", []),
        ("four and a half hours", "5시간 반", ["number"]),
        ("at 5.30 a.m.", "오전 5시 30분", []),
        ("at 5.30 a.m.", "오후 5시 30분", ["date"]),
        ("the meeting at noon", "그 회의", ["date"]),
        ("under category II", "제3유형", ["number"]),
        ("more than half of them", "그 과반수", []),
        ("nearly half of them", "그 과반수", ["qualifier"]),
        ("more than five hundred persons", "오백여 명", []),
        ("more than five hundred persons", "육백여 명", ["number"]),
        ("my sister was a hundred days old", "누이는 백일이었습니다", []),
        ("my sister was two hundred days old", "누이는 백일이었습니다", ["number"]),
        ("in the first hundred days", "첫 백 일 동안", []),
        ("I am 57 years old.", "저는 쉰일곱입니다.", []),
        ("I am 57 years old.", "저는 쉰여덟입니다.", ["number"]),
        ("almost three times the total", "총수의 3배에 가깝습니다", []),
        ("between January and the end of November 2023", "2023년 1월부터 11월 말까지", []),
        ("between January and the end of November 2023", "2022년 1월부터 11월 말까지", ["date", "date"]),
        ("within 7 days", "일주일 이내에", []),
        ("within a week", "7일 이내에", []),
        ("within two weeks", "14일 이내에", []),
        ("within two weeks", "15일 이내에", ["number"]),
        ("Saudi Arabia replied.", "사우디는 답변했습니다.", []),
        ("nearly 25 million people", "2천5백만 명 가까이", []),
        ("nearly 25 million people", "2천6백만 명 가까이", ["number"]),
        ("1.25 billion won", "12억 5천만 원", []),
        ("1.25 billion won", "12억 5백만 원", ["number"]),
        ("between eight and seventy-five years of age", "8세에서 75세", []),
        ("two hundred and ten persons", "210명", []),
        ("over three years", "3년에 걸쳐", []),
        ("over three years", "3년 넘게", []),
        ("for over three years", "3년간", ["qualifier"]),
        ("over three persons", "3명", ["qualifier"]),
        ("scholars in Korea", "한국의 연구자", []),
        ("Korean scholars", "한국의 연구자", []),
        ("scholars", "한국의 연구자", ["state"]),
        ("eleven men, ten minutes", "열한 명, 11분", ["number"]),
        ("a teacher in her late thirties", "30대 후반의 교사", []),
        ("a teacher in her late thirties", "40대 후반의 교사", ["number"]),
        ("restored to 12.50 in January", "1월에 12.5달러로 회복", []),
        ("recommendation 186.10", "권고 186.1", ["number"]),
        ("fewer than 600,000 are left", "남은 사람은 60만 명이 채 안 됩니다", []),
        ("up to seven years in prison", "최고 징역 7년", []),
        ("at least seven years in prison", "최고 징역 7년", ["qualifier"]),
        ("estimated at 37,000 names", "3만 7천 명으로 추정", []),
        ("estimated at 37,000 names", "약 3만 7천 명", []),
        ("within a decade", "10년 사이에", []),
        ("more than two decades", "20년 넘게", []),
        ("two decades", "30년", ["number"]),
        ("for decades", "수십 년간", []),
        ("for decades", "수백 년간", ["number"]),
        ("half a century", "50년", []),
        ("up to seven years", "최고 징역 7년에 처해질 수 있다", []),
        ("half a litre of water", "물 0.5리터", []),
        ("half a litre of water", "물 1.5리터", ["number"]),
        ("It existed for less than two years.", "2년도 채 존속하지 못했습니다.", []),
        ("an hour and a half", "한 시간 반이나", []),
        ("under an hour and a half", "한 시간 반도 걸리지 않은", []),
        ("from the 10th to the 14th of July", "7월 10일부터 14일까지", []),
        ("from the 10th to the 14th of July", "7월 11일부터 14일까지", ["date"]),
        ("on 3, 5 and 7 May 2024", "2024년 5월 3일, 5일, 7일", []),
        ("on 3, 5 and 7 May 2024", "2024년 5월 3일, 6일, 7일", ["date"]),
        ("on July 10 and 14", "7월 10일과 14일", []),
        ("on October 3-5, 2023", "2023년 10월 3~5일", []),
        ("some 500 to 600 people", "500~600명가량", []),
        ("some 500 to 600 people", "500명에서 600명가량", []),
        ("500 to 600 people", "최소 500~600명", ["qualifier", "qualifier"]),
        ("We rose at five and ate.", "새벽 다섯 시에 일어나 먹었습니다.", []),
        ("We rose at six and ate.", "새벽 다섯 시에 일어나 먹었습니다.", ["date"]),
        ("May the families meet you?", "가족들이 만날 수 있을까요?", []),
        (
            "China was to “implement the recommendations of November 2008 in two years”.",
            "중국이 “implement the recommendations of November 2008 in two years” 하도록 권고했습니다.",
            [],
        ),
        (
            "China was to “implement the recommendations of November 2008 at once”.",
            "중국이 “implement the recommendations of November 2009 at once” 하도록 권고했습니다.",
            ["date"],
        ),
        ("as recommended in November 2008", "November 2008에 권고된 대로", []),
        ("Fifth: it heard us twice.", "다섯째, 저희의 진술을 두 차례 들었습니다.", []),
        ("Fifth: it heard us three times.", "다섯째, 저희의 진술을 두 차례 들었습니다.", ["number"]),
        ("logged at 4.15 and at 6.50 that morning", "오전 4시 15분과 6시 50분에 기록", []),
        ("logged at 4.15 and at 6.50 that morning", "오전 4시 15분과 6시 40분에 기록", ["date"]),
        ("a rate of 4.15", "4.15의 비율", []),
        ("sitting for a little over two months", "두 달 남짓 열린", []),
        ("sitting for under two months", "두 달 남짓 열린", ["qualifier"]),
        ("Switzerland, Chile and five others", "스위스와 칠레를 비롯한 7개국", []),
        ("Switzerland, Chile and five others", "스위스와 칠레 외 5개국", []),
        ("Switzerland, Chile and five others", "스위스와 칠레를 비롯한 6개국", ["number"]),
        ("Switzerland, Chile and five others", "스위스와 칠레 외 7개국", ["number"]),
        ("not more than four fines", "과태료는 4건을 넘지 않고", []),
        ("more than four fines", "과태료는 4건을 넘지 않고", ["qualifier"]),
        ("none above one million won", "모두 100만 원 이하", []),
        ("above one million won", "100만 원 이하", ["qualifier"]),
        ("under article 9-2 of the Act", "법 제9조의2에 따라", []),
        ("under article 9-2 of the Act", "법 제9조의3에 따라", ["number"]),
        ("on the third floor, for about ninety minutes", "3층에서 1시간 30분가량", []),
        ("at half past two", "오후 2시 30분에", []),
        ("at a quarter to six", "오전 5시 45분에", []),
        ("at half past two", "오후 3시 30분에", ["date"]),
        ("the declaration of that April", "같은 해 4월의 선언", []),
        ("an April morning", "4월의 어느 아침", []),
        ("one-eighth of a flat", "아파트 값의 8분의 1", []),
        ("one-eighth of a flat", "아파트 값의 9분의 1", ["number"]),
        ("a two-thirds majority", "3분의 2 이상의 찬성", []),
        ("2/3 of them", "그들의 삼분의 이", []),
        ("see A/HRC/25/5", "A/HRC/25/6 참조", ["citation", "citation"]),
        ("Kim Cheol-ok was returned.", "김철옥(Kim Cheol-ok) 씨가 송환되었습니다.", []),
        ("She was returned.", "김철옥(Kim Cheol-ok) 씨가 송환되었습니다.", ["name"]),
    ],
)
def test_what_translates_what(english, korean, kinds):
    pair = both([("p1", english, korean)])
    told = [one.kind for one in compare(*pair).differences if one.severity != "notice"]
    assert told == kinds


def test_a_term_that_is_put_otherwise_is_a_notice():
    [told] = compare(*both([("p1", "the principle of non-refoulement", "그 원칙")])).differences
    assert (told.kind, told.severity) == ("term", "notice")
    assert "강제송환금지" in told.message


def test_an_ask_that_is_optional_on_one_side_is_told():
    english, korean = both(FIRST)
    blocks = tuple(dataclasses.replace(block, optional=block.name == "Q1") for block in korean.blocks)
    [told] = compare(english, dataclasses.replace(korean, blocks=blocks), NAMES).differences
    assert (told.kind, told.key, told.message) == ("ask", "Q1", "Q1 is optional in Korean alone.")


def test_korean_may_repeat_a_name_where_english_says_she():
    table = [NamePair(("Kim Cheol-ok",), ("김철옥",))]
    rows = [
        ("p1", "Kim Cheol-ok fled.", "김철옥 씨는 탈출했습니다."),
        ("p2", "She is held.", "김철옥 씨는 갇혀 있습니다."),
    ]
    assert compare(*both(rows), table).differences == ()
    rows[1] = ("p2", "Nobody is held.", "김철옥 씨는 갇혀 있습니다.")
    assert [one.kind for one in compare(*both(rows), table).differences] == ["name"]


def test_the_state_of_a_body_may_go_unsaid_where_the_letter_names_it_elsewhere():
    rows = [
        ("p1", "We write on North Korea.", "저희는 북한에 관하여 씁니다."),
        ("p2", "The commission of inquiry reported.", "북한인권조사위원회가 보고했습니다."),
    ]
    assert [one for one in compare(*both(rows)).differences if one.kind == "state"] == []
    rows[1] = ("p2", rows[1][1], "에리트레아인권조사위원회가 보고했습니다.")
    assert [one.kind for one in compare(*both(rows)).differences if one.kind == "state"] == ["state"]


def test_the_state_that_a_letter_is_about_may_go_unsaid():
    rows = [(f"p{at}", "Sudan replied.", "수단이 답변했습니다.") for at in range(3)]
    rows.append(("p9", "El Fasher is besieged.", "수단 엘파셰르가 포위되어 있습니다."))
    assert compare(*both(rows)).differences == ()
    rows[-1] = ("p9", "El Fasher is besieged.", "차드 엘파셰르가 포위되어 있습니다.")
    assert [one.kind for one in compare(*both(rows)).differences] == ["state"]


def test_korean_may_repeat_a_state_where_english_says_it():
    rows = [
        ("p1", "Chile and Peru voted.", "칠레와 페루가 투표했습니다."),
        ("p2", "It replied.", "칠레는 답변했습니다."),
    ]
    assert compare(*both(rows)).differences == ()
    rows[1] = ("p2", "Nobody replied.", "칠레는 답변했습니다.")
    assert [one.kind for one in compare(*both(rows)).differences] == ["state"]
    rows[1] = ("p2", "Peru replied that it would.", "칠레는 그렇게 하겠다고 답변했습니다.")
    assert [one.kind for one in compare(*both(rows)).differences] == ["state", "state"]


def test_a_sentence_of_mere_thanks_stands_alone_untold():
    rows = [
        ("p1", "Thank you for your letter on the camps.", "수용소에 관한 서한을 받았습니다. 감사드립니다.")
    ]
    assert compare(*both(rows)).differences == ()


def test_a_name_is_one_in_every_spelling_of_the_table():
    table = [NamePair(("Lee No-gong", "Lee Noh Kong"), ("이노공",))]
    assert find_names(table, "Vice Minister Lee Noh Kong").keys() == {0}
    assert find_names(table, "이노공 차관은").keys() == {0}
    assert names_given("", "김철옥(Kim Cheol-ok) 씨") == [NamePair(("Kim Cheol-ok",), ("김철옥",))]


def test_a_term_of_one_word_is_not_read_across_two():
    assert find_terms("편지를 네 통 보냈습니다", "ko") == {}
    assert find_terms("특별 보고관", "ko").keys() == find_terms("특별보고관", "ko").keys() != set()


def test_every_term_is_found_in_its_own_forms():
    for number, term in enumerate(terms()):
        for form in term.english:
            assert number in find_terms(f"On the {form}, we write.", "en"), form
        for form in term.korean:
            assert number in find_terms(f"저희는 {form}에 대해", "ko"), form


def test_nothing_is_due_when_both_are_in_step():
    english, korean = both(FIRST)
    assert due(english, korean, hashes(english, korean)) == []


def test_what_changed_on_one_side_is_due_on_the_other():
    english, korean = both(FIRST)
    kept = hashes(english, korean)
    changed = [(k, en.replace("Your Excellency", "Excellency"), ko) for k, en, ko in FIRST]
    told = due(letter(changed, "en"), korean, kept)
    assert [(one.key, one.changed) for one in told] == [("p1", Changed.ENGLISH)]
    changed = [(k, en, ko.replace("것.", "것!")) for k, en, ko in FIRST]
    assert {one.changed for one in due(english, letter(changed, "ko"), kept)} == {Changed.KOREAN}
    extra = [*FIRST, ("p99", "More.", "더.")]
    assert [(one.key, one.changed) for one in due(*both(extra), kept)] == [("p99", Changed.NEVER)]
    both_changed = [(k, f"{en} A", f"{ko} A") if k == "R1" else (k, en, ko) for k, en, ko in FIRST]
    assert [(one.key, one.changed) for one in due(*both(both_changed), kept)] == [("R1", Changed.BOTH)]


def test_a_note_added_elsewhere_makes_nothing_due():
    english, korean = both(FIRST)
    kept = hashes(english, korean)
    added = [
        (k, f"{en} [A/HRC/11/25, 26]", f"{ko} [A/HRC/11/25, 26]") if k == "p1" else (k, en, ko)
        for k, en, ko in FIRST
    ]
    assert [one.key for one in due(*both(added), kept)] == ["p1"]


texts = st.text(
    st.one_of(
        st.characters(categories=["L", "N", "P", "Z"]),
        st.sampled_from(
            list("0123456789,.년월일만억천백명여제조 부터까지분의약최소 at least million January")
        ),
    ),
    max_size=120,
)


@given(texts)
def test_any_text_has_facts_whose_places_hold_their_words(text):
    for find in (english_days, korean_days):
        for day in find(text):
            assert 0 <= day.span.start < day.span.end <= len(text)
    for find in (english_numbers, korean_numbers):
        spans = [number.span for number in find(text, without=[])]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for find in (english_states, korean_states):
        states, _ = find(text)
        assert all(text[span.start : span.end] for span in states.values())


@given(texts, texts)
def test_any_two_texts_can_be_compared(english, korean):
    told = compare(*both([("p1", english.replace("[", ""), korean.replace("[", ""))]))
    assert told.compared >= 1


@given(st.integers(2, 9_999) | st.integers(2, 999_999_999))
def test_a_number_is_the_same_in_both_languages_however_it_is_written(value):
    [english] = english_numbers(f"There were {value:,} persons.", without=[])
    [korean] = korean_numbers(f"모두 {value:,}명이었습니다.", without=[])
    assert english.value == korean.value == str(value)
    ten_thousands, rest = divmod(value, 10_000)
    if ten_thousands:
        written = f"{ten_thousands}만" + (f" {rest}" if rest else "")
        [korean] = korean_numbers(f"모두 {written}명이었습니다.", without=[])
        assert korean.value == str(value)
    thousands, rest = divmod(value, 1_000)
    hundreds, rest = divmod(rest, 100)
    if 1 < thousands < 10 and hundreds and not rest:
        for written in (f"{thousands}천{hundreds}백", f"{thousands}천 {hundreds}백"):
            [korean] = korean_numbers(f"모두 {written}만 명이었습니다.", without=[])
            assert korean.value == str(value * 10_000)
