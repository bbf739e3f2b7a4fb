"""Stored messages are found again by their templates, and said in Korean; whatever else is stored stays as it is."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mechanisms.exports import recommended, upr_info_file

from onrecord.record.add import add_paths
from onrecord.record.leafing import held
from onrecord.record.record import open_record
from onrecord.told import Told
from onrecord.web.language import language
from onrecord.web.told_again import OF_LETTERS, PARTS, _forms, told_again

KOREAN = language("ko")


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("Not UTF-8; read as Mac Roman.", "UTF-8이 아니어서 Mac Roman(으)로 읽었습니다."),
        (
            "para. 8: no submission bears the name “ODIHR”",
            "8항: “ODIHR”(이)라는 이름의 제출 자료가 없음",
        ),
        (
            "data.csv, rows 3, 5 and 8: “Atlantis” is no State's name.",
            "data.csv, 3, 5행 및 8행: “Atlantis”은(는) 국가명이 아님.",
        ),
        (
            "a, b.csv, row 3: no review of China in session 99 is known.",
            "a, b.csv, 3행: 제99차 회기에 중국에 대한 심의가 있었다는 기록이 없음.",
        ),
        (
            "A/HRC/25/5/Add.1 answers 186.2 twice: noted, supported",
            "A/HRC/25/5/Add.1에 권고 186.2에 대한 답변이 서로 다르게 두 번 나옴: 유의, 수용",
        ),
        (
            "scan.png: not a document that On Record reads but a picture (PNG).",
            "scan.png: On Record가 읽는 문서가 아닙니다 (그림 파일(PNG)).",
        ),
    ],
)
def test_a_stored_message_is_said_in_korean_with_the_messages_within(stored: str, said: str) -> None:
    found = told_again(stored)
    assert KOREAN.speaks(found)
    assert KOREAN.say(found) == said


def test_words_that_a_document_says_are_never_translated() -> None:
    quoted = "para. 5 names none of those not heard: “3 comments were left out.”"
    assert KOREAN.say(told_again(quoted)).endswith("“3 comments were left out.”")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Somebody wrote this by hand.",
        "row",
        "“",
        "%(name)s",
        "100 % of it",
        "Something old, row 5 was odd",
    ],
)
def test_words_that_no_template_made_stay_and_are_marked_as_english(words: str) -> None:
    assert told_again(words) == words
    assert not isinstance(told_again(words), Told)
    assert KOREAN.say(told_again(words)) == words


VALUES = st.text("abcXYZ19 ,.:;()“”'%가나é", min_size=1, max_size=30)


@given(st.data())
@settings(deadline=None)
def test_every_template_is_found_again_and_no_word_changes(data: Any) -> None:
    form = data.draw(st.sampled_from(_forms(PARTS)))
    values = {name: data.draw(VALUES) for name in form.fields}
    words = form.template % values if values else form.template
    found = told_again(words)
    assert found == words  # the English of what was found is the very words
    if form.letters >= 8 or not values:
        assert isinstance(found, Told)


@given(st.text("row 1, and: .“”ab%()s", max_size=400))
@settings(deadline=None)
def test_any_words_at_all_can_be_looked_for(words: str) -> None:
    assert told_again(words) == words
    assert isinstance(KOREAN.say(told_again(words)), str)


@pytest.fixture
def doubted(tmp_path: Path, open_workbench: Any) -> Any:
    """A workbench over a record with doubts and failures, as it was stored: in English."""
    rows = [
        recommended(),
        recommended(To="Atlantis"),
        recommended("", From="Nowhere"),
        recommended(Session="99"),
    ]
    (tmp_path / "rows.csv").write_bytes(upr_info_file(rows))
    (tmp_path / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40)
    (tmp_path / "empty.pdf").write_bytes(b"")
    with open_record(tmp_path / "record") as record:
        added = add_paths(record, [tmp_path / name for name in ("rows.csv", "picture.pdf", "empty.pdf")])
        assert len(added.added) == 1
        assert all(type(one.reason) is str for one in record.failures())
    yield from open_workbench(tmp_path / "record")


def shown(page: str, rows: str) -> list[tuple[str, str]]:
    """(attributes, words) of what stands in the rows of this kind."""
    found = re.findall(rf'<li([^>]*)data-row="{rows}"[^>]*>(.*?)</li>', page, re.DOTALL)
    return [(attributes, " ".join(re.sub(r"<[^>]+>", " ", words).split())) for attributes, words in found]


def test_stored_failures_are_in_korean_on_a_korean_page(doubted: Any) -> None:
    page = doubted.client.get("/", headers={"accept-language": "ko"}).text
    words = [said for _, said in shown(page, "failures")]
    assert len(words) == 2
    assert "empty.pdf: 빈 파일입니다." in words[0]
    assert "picture.pdf: On Record가 읽는 문서가 아닙니다 (그림 파일(PNG))." in words[1]
    assert (
        'lang="en"'
        not in page[page.index('id="failures"') : page.index("</section>", page.index('id="failures"'))]
    )
    english = shown(doubted.client.get("/").text, "failures")
    assert "picture.pdf: not a document that On Record reads but a picture (PNG)." in english[1][1]


def test_stored_doubts_are_in_korean_on_a_korean_page(doubted: Any) -> None:
    address = "/documents/rows.csv"
    found = shown(doubted.client.get(address, headers={"accept-language": "ko"}).text, "doubts")
    stored = [said for _, said in shown(doubted.client.get(address).text, "doubts")]
    assert len(found) == len(stored) >= 3
    assert all("lang=" not in attributes and re.search("[가-힣]", said) for attributes, said in found), found
    with open_record(doubted.folder) as record:
        document = held(record, "rows.csv")
    assert document is not None
    assert [unescape(one) for one in stored] == [" ".join(one.split()) for one in document.doubts]


def test_a_doubt_that_no_template_made_is_shown_as_english(doubted: Any) -> None:
    with open_record(doubted.folder) as record, record.database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE problems SET message = 'Words of an older version.' WHERE ordinal = 0"
        )
    page = doubted.client.get("/documents/rows.csv", headers={"accept-language": "ko"}).text
    assert any(
        "Words of an older version." in said and 'lang="en"' in marks for marks, said in shown(page, "doubts")
    )


@pytest.mark.parametrize(
    "words", ["a, b: " * 800, "row 1, " * 700, "para. " + "1: 2 States " * 400, "“" * 5000]
)
def test_hostile_words_are_looked_for_without_harm(words: str) -> None:
    assert told_again(words) == words


PLACES = "(paragraph 2 and the notes)"
AS_ACCEPTED = "The letter was read as if they were accepted; accept or reject them before it is sent."
NO_PART = "they were not read as part of the letter"


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        (
            f"Tracked changes are pending: 2 insertions and 1 deletion by Kim; 1 deletion by Lee {PLACES}. {AS_ACCEPTED}",
            "적용하거나 취소하지 않은 변경 내용이 있습니다: Kim의 삽입 2건, 삭제 1건; Lee의 삭제 1건(2번째 문단, 각주). ",
        ),
        (
            f"3 comments by Park, Kim stand in the margin (paragraphs 1, 4, and 5 more); {NO_PART}.",
            "여백에 Park, Kim의 메모 3개가 있습니다(1, 4번째 문단 외 5개 문단). 서한의 일부로 읽지 않았습니다.",
        ),
        (
            "not UTF-8; read as cp949, which is a guess: save it again as UTF-8",
            "UTF-8이 아니어서 cp949로 추정하여 읽었습니다. UTF-8로 다시 저장하십시오.",
        ),
    ],
)
def test_what_was_doubtful_about_a_letters_file_is_said_in_korean(stored: str, said: str) -> None:
    found = told_again(stored, OF_LETTERS)
    assert found == stored
    assert KOREAN.speaks(found)
    assert KOREAN.say(found).startswith(said)


def test_the_letter_room_tells_the_doubts_of_a_file_in_korean(empty_bench: Any) -> None:
    sent = {
        "file": (
            "letter.txt",
            "장관님께, 답변을 요청드립니다.\n\n감사합니다.\n".encode("cp949"),
            "text/plain",
        )
    }
    at = empty_bench.client.post("/letters", data=empty_bench.mark, files=sent).headers["location"]
    page = empty_bench.client.get(at, headers={"accept-language": "ko"}).text
    assert '<p class="notice name">UTF-8이 아니어서 cp949' in page
    assert '<p class="notice name">not UTF-8; read as cp949' in empty_bench.client.get(at).text
