"""Two letters as read are set side by side: paragraphs that translate each other, what differs, what is due."""

from __future__ import annotations

from importlib import resources

import pytest
from benchmarks.bilingual_letters import PAIRS
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.letters.bilingual.as_read import MOST, language_of, paired
from onrecord.letters.bilingual.block_words import words_of
from onrecord.letters.bilingual.due import Changed
from onrecord.letters.bilingual.opening import opened, sorted_by_language, text_language
from onrecord.letters.bilingual.side_by_side import side_by_side
from onrecord.letters.example import source
from onrecord.letters.markers import with_its_signs
from onrecord.letters.read import parse_letter
from onrecord.record.record import open_record


def typed(rows, language, *, without=()):
    """A pair's text as somebody types it: asks in numbered lists, everything else in paragraphs."""
    said = []
    for place, (key, *texts) in enumerate(rows):
        if place not in without:
            label = f"  {key}. " if key[0] in "QR" else ""
            said.append(label + texts[language == "ko"])
    return "\n\n".join(said)


def rows_of(english, korean, then=None):
    return side_by_side(
        paired(parse_letter(english, "en"), parse_letter(korean, "ko")),
        then=paired(*(parse_letter(text, "then") for text in then)) if then else None,
    )


def pairs_of(found):
    return [tuple(words_of(one) if one else "" for one in (row.english, row.korean)) for row in found.rows]


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("missing", [None, 3, 8, 11])
def test_each_paragraph_stands_beside_its_translation(name, missing):
    """Also where one is missing in Korean: it stands alone, and all others keep their own."""
    rows = PAIRS[name]
    found = rows_of(typed(rows, "en"), typed(rows, "ko", without={missing}))
    want = [(en.strip(), "" if at == missing else ko.strip()) for at, (_, en, ko) in enumerate(rows)]
    assert pairs_of(found) == want
    assert [row.is_missing for row in found.rows if row.is_missing] == (
        ["korean"] if missing is not None and missing < len(rows) else []
    )


def test_what_is_korean_alone_stands_where_it_stands_in_korean():
    rows = PAIRS["first"]
    found = rows_of(typed(rows, "en", without={5}), typed(rows, "ko"))
    assert pairs_of(found)[5] == ("", rows[5][2])
    assert found.rows[5].is_missing == "english"


def test_a_difference_says_where_it_stands_in_both_texts():
    found = rows_of(
        "We write.\n\nAt least 500 persons were returned on 9 October 2023.",
        "글을 드립니다.\n\n2023년 10월 8일 500여 명이 송환되었습니다.",
    )
    [date, how_many] = sorted((one for _, _, one in found.differing), key=lambda one: one.kind)
    english, korean = (words_of(one) for one in (found.rows[1].english, found.rows[1].korean))
    assert english[slice(*date.english_at)] == date.english == "9 October 2023"
    assert korean[slice(*date.korean_at)] == date.korean == "2023년 10월 8일"
    assert (how_many.kind, korean[slice(*how_many.korean_at)]) == ("qualifier", "500")


def test_the_markers_of_notes_are_no_numbers_and_the_notes_stand_beside_each_other():
    english = "They were returned.1 Nobody knows.2\n\n____\n\n1 A/HRC/25/5, para. 3\n\n2 Letter of 3 May 2023"
    korean = (
        "그들은 송환되었습니다.1 아무도 모릅니다.2\n\n____\n\n1 A/HRC/25/5, 3항\n\n2 2023년 5월 4일자 서한"
    )
    found = rows_of(english, korean)
    assert [row.note for row in found.rows] == [0, 1, 2]
    assert [(row.number, one.kind) for row, _, one in found.differing] == [(3, "date")]


def test_asks_stand_beside_the_asks_of_their_name():
    english = (
        "We urge you to make the following recommendations:\n\n  1. Protect them.\n  2. Publish figures."
    )
    korean = "다음 권고를 할 것을 촉구합니다:\n\n  1. 그들을 보호할 것.\n  2. 수치를 공표할 것."
    found = rows_of(english, korean)
    assert [row.english.name for row in found.rows] == ["", "R1", "R2"]
    assert [row.korean.name for row in found.rows] == ["", "R1", "R2"]


def test_what_changed_since_both_were_in_step_is_due_on_the_other_side():
    rows = PAIRS["first"]
    then = typed(rows, "en"), typed(rows, "ko")
    assert [row.changed for row in rows_of(*then, then).rows if row.changed] == []
    english = then[0].replace(rows[3][1], rows[3][1] + " It went on.")
    korean = then[1].replace(rows[9][2], rows[9][2] + " 계속되었다.")
    told = {row.number: row.changed for row in rows_of(english, korean, then).rows if row.changed}
    assert told == {4: Changed.ENGLISH, 10: Changed.KOREAN}


def test_a_paragraph_put_in_or_taken_out_makes_only_itself_due():
    rows = PAIRS["second"]
    then = typed(rows, "en"), typed(rows, "ko")
    more = typed(
        [*rows[:4], ("p0", "A new paragraph about nothing that was said before.", ""), *rows[4:]], "en"
    )
    told = [(row.number, row.changed, row.is_missing) for row in rows_of(more, then[1], then).due]
    assert told == [(5, Changed.ENGLISH, "korean")]
    told = [
        (row.number, row.changed, row.is_missing)
        for row in rows_of(typed(rows, "en", without={4}), then[1], then).due
    ]
    assert told == [(5, Changed.ENGLISH, "english")]


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record") as opened_record:
        yield opened_record


def test_two_sources_pair_by_their_keys_and_their_notes_by_number(record):
    texts = {code: _example(f"{code}.md") for code in ("en", "ko")}
    pair, faults = opened(texts, record)
    found = side_by_side(pair)
    by_key = {row.english.key: row for row in found.rows if row.english}
    assert words_of(by_key["Q1"].korean).startswith("중국은 송환될 경우")
    assert [row.note for row in found.rows if row.note] == list(range(1, len(pair[0].notes) + 1))
    assert all(row.english and row.korean for row in found.rows)
    assert any("A/HRC/25/5" in one.message for one in faults["en"])  # nothing is on that record


def test_sources_without_keys_of_their_own_are_aligned_like_letters_as_read(record):
    rows = PAIRS["third"]
    texts = {
        code: f"---\nlanguage: {code}\n---\n\n{typed(rows, code, without={3} if code == 'ko' else ())}"
        for code in ("en", "ko")
    }
    pair, _ = opened(texts, record)
    missing = [row for row in side_by_side(pair).rows if row.is_missing]
    assert [words_of(row.english) for row in missing] == [rows[3][1].strip()]


def test_a_source_beside_a_letter_as_read_is_read_as_it_is_built(record):
    english = (
        "---\ndate: 2024-01-03\ntitle: A letter\n---\n\nWe write on 500 persons.^[A note.]\n\nThank you.\n"
    )
    pair, _ = opened(
        {"en": english, "ko": "저희는 500명에 관하여 글을 드립니다.1\n\n감사합니다.\n\n____\n\n1 각주"},
        record,
    )
    found = side_by_side(pair)
    assert ("We write on 500 persons.", "저희는 500명에 관하여 글을 드립니다.") in pairs_of(found)
    assert not any("title:" in words for pair in pairs_of(found) for words in pair)


def test_a_text_is_taken_for_the_language_of_its_letters_or_as_it_says():
    assert language_of("See the report on China, para. 3 (대한민국)") == "en"
    assert language_of("A/HRC/25/5 186.241 권고를 참조하십시오, UNHCR") == "ko"
    assert text_language("---\nlanguage: ko\n---\n\nWords.") == "ko"
    assert language_of("") == "en"
    assert sorted_by_language({3: "한국어 글입니다.", 7: "English words."}) == {"ko": 3, "en": 7}
    with pytest.raises(UsageError, match="Both texts are in English"):
        sorted_by_language({1: "One.", 2: "Two."})


def test_a_text_of_too_many_paragraphs_is_refused():
    with pytest.raises(UsageError, match="too long"):
        rows_of("\n\n".join(["Words."] * (MOST + 1)), "글.")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["We write.", "  1. Ask?", "5", "Note.3", "We urge the following questions:"]),
        max_size=8,
    ),
    st.lists(
        st.sampled_from(["씁니다.", "  1. 묻습니까?", "5", "다음 질문을 촉구합니다:", "_____", "3 각주"]),
        max_size=8,
    ),
)
def test_no_paragraph_is_lost_and_none_is_shown_twice(english, korean):
    letters = [parse_letter("\n\n".join(lines), "x") for lines in (english, korean)]
    found = side_by_side(paired(*letters))
    for side, letter in zip(
        zip(*pairs_of(found), strict=True) if found.rows else ((), ()), letters, strict=True
    ):
        shown = "".join("".join(side).split())
        spans = sorted([*letter.paragraphs, *(note.span for note in letter.notes)])
        whole = "".join(
            one
            for span in spans
            for at, one in enumerate(letter.text[slice(*span)], span.start)
            if not any(
                marked.start <= at < marked.end
                for marked in (with_its_signs(letter.text, marker.span) for marker in letter.markers)
            )
        )
        # The labels of asks are not among their words.
        assert len("".join(whole.split())) - len(shown) == sum(
            len(letter.text[paragraph.start : ask.span.start].strip())
            for ask in letter.asks
            for paragraph in letter.paragraphs
            if paragraph.start <= ask.span.start < paragraph.end
        )


def _example(name):
    return (resources.files(source) / name).read_text(encoding="utf-8")
