"""English and Korean side by side, asked as a browser asks it."""

from __future__ import annotations

import re

from tests.web.conftest import Bench

ENGLISH = "Dear Minister,\n\nAt least 500 persons were returned on 9 October 2023.\n\nWe ask for an answer.\n"
KOREAN = "장관님께,\n\n2023년 10월 9일 500여 명이 송환되었습니다.\n"


def lay(bench: Bench, text: str, name: str) -> str:
    answer = bench.client.post("/letters", data={"text": text, "name": name, **bench.mark})
    return str(answer.headers["location"])


def lay_both(bench: Bench) -> str:
    at = lay(bench, ENGLISH, "letter")
    other = lay(bench, KOREAN, "서한").rpartition("/")[2]
    answer = bench.client.post(f"{at}/beside", data={"other": other, **bench.mark})
    assert answer.status_code == 303, answer.text
    return at


def fields(page: str, action: str) -> dict[str, str]:
    form = re.search(rf'<form method="post" action="[^"]*{action}">(.*?)</form>', page, re.DOTALL)
    assert form
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[1]))


def test_before_a_text_is_chosen_the_page_offers_those_in_the_other_language(empty_bench: Bench) -> None:
    at = lay(empty_bench, ENGLISH, "letter")
    assert "No letter in the other language lies on the desk." in empty_bench.client.get(f"{at}/beside").text
    lay(empty_bench, KOREAN, "서한")
    lay(empty_bench, "More English words.", "another")
    page = empty_bench.client.get(f"{at}/beside").text
    assert re.findall(r'<option value="\d+">([^<]*)', page) == ["서한"]


def test_both_texts_stand_side_by_side_with_what_differs_and_what_is_due(empty_bench: Bench) -> None:
    at = lay_both(empty_bench)
    page = empty_bench.client.get(f"{at}/beside").text
    assert '<mark class="s-warning">500</mark>' in page
    assert re.search(
        r'lang="en">were|lang="en">At least 500</span> .*? <span lang="ko">.*?500여</span>', page
    )
    assert '<span class="badge bad">missing in Korean</span> <span lang="en">We ask for an answer.' in page
    # The same from the other letter's side.
    assert empty_bench.client.get("/letters/2/beside").text.count('<tr id="s') == page.count('<tr id="s') == 3


def test_every_place_in_the_lists_is_on_the_page(empty_bench: Bench) -> None:
    page = empty_bench.client.get(f"{lay_both(empty_bench)}/beside").text
    leads = set(re.findall(r'href="#([a-z]+\d+)"', page))
    assert {"s3", "d1"} <= leads
    assert leads <= set(re.findall(r'id="([a-z]+\d+)"', page))


def test_what_changes_after_both_were_in_step_is_due(empty_bench: Bench) -> None:
    at = lay_both(empty_bench)
    page = empty_bench.client.get(f"{at}/beside").text
    assert "Nobody has said yet" in page
    sent = {**fields(page, "/in-step"), "sure": "true"}
    kept = empty_bench.client.post(f"{at}/beside/in-step", data=sent)
    assert kept.status_code == 303, kept.text
    assert "Both were in step on" in empty_bench.client.get(f"{at}/beside").text
    edited = ENGLISH.replace("Dear Minister", "Dear Prime Minister")
    empty_bench.client.post(f"{at}/edit", data={"text": edited, **empty_bench.mark})
    page = empty_bench.client.get(f"{at}/beside").text
    assert (
        page.count("The English words changed. Look at the Korean ones.") == 2
    )  # in the list and at the row


def test_that_both_say_the_same_is_asked_about_while_something_is_open(empty_bench: Bench) -> None:
    client, at = empty_bench.client, lay_both(empty_bench)
    sent = fields(client.get(f"{at}/beside").text, "/in-step")
    asked = client.post(f"{at}/beside/in-step", data=sent)
    assert asked.status_code == 200
    assert "Do both say the same?" in asked.text
    assert "We ask for an answer." in asked.text
    assert "500" in asked.text
    assert "Nobody has said yet" in client.get(f"{at}/beside").text
    answer = client.post(f"{at}/beside/in-step", data=fields(asked.text, "/in-step"))
    assert answer.status_code == 303
    assert "Both were in step on" in client.get(f"{at}/beside").text
    history = client.get("/history?kind=pair").text
    assert "both say the same" in history
    assert f'href="{at}/beside">letter</a><p>서한</p>' in history


def test_two_texts_without_a_difference_are_in_step_at_once(empty_bench: Bench) -> None:
    client, at = empty_bench.client, lay(empty_bench, "We ask for an answer.\n", "letter")
    client.post(f"{at}/beside", data={"text": "답변을 요청드립니다.\n", **empty_bench.mark})
    sent = fields(client.get(f"{at}/beside").text, "/in-step")
    assert client.post(f"{at}/beside/in-step", data=sent).status_code == 303


def test_names_are_compared_by_the_table_that_lies_on_the_desk(empty_bench: Bench) -> None:
    client, at = empty_bench.client, lay(empty_bench, "We thank Vice Minister Lee Noh Kong.", "letter")
    client.post(f"{at}/beside", data={"text": "저희는 차관님께 감사드립니다.", **empty_bench.mark})
    assert "names.csv, as a letter is opened" in client.get(f"{at}/beside").text
    lay(empty_bench, "english,korean\nLee No-gong|Lee Noh Kong,이노공\n", "names.csv")
    page = client.get(f"{at}/beside").text
    assert "1 name of the table names.csv" in page
    assert '<mark class="s-warning">Lee Noh Kong</mark>' in page
    lay(empty_bench, "no table", "names.csv")
    assert "has no columns english and korean" in client.get(f"{at}/beside").text


def test_the_other_text_may_be_pasted_or_come_from_a_file(empty_bench: Bench) -> None:
    client, at = empty_bench.client, lay(empty_bench, ENGLISH, "letter")
    assert client.post(f"{at}/beside", data={"text": KOREAN, **empty_bench.mark}).status_code == 303
    assert "장관님께" in client.get(f"{at}/beside").text
    sent = {"file": ("ko.txt", KOREAN.replace("500", "600").encode(), "text/plain")}
    assert client.post(f"{at}/beside", files=sent, data=empty_bench.mark).status_code == 303
    assert "600" in client.get(f"{at}/beside").text
    assert not list((empty_bench.folder / "arrivals").iterdir())


def test_two_texts_in_one_language_are_refused_and_nothing_is_kept(empty_bench: Bench) -> None:
    client, at = empty_bench.client, lay(empty_bench, ENGLISH, "letter")
    answer = client.post(f"{at}/beside", data={"text": "Other English words.", **empty_bench.mark})
    assert answer.status_code == 400
    assert "Both texts are in English." in answer.text
    assert client.get("/letters").text.count('<li><a class="symbol"') == 1
    assert client.post(f"{at}/beside", data=empty_bench.mark).status_code == 400


def test_texts_taken_apart_stay_on_the_desk(empty_bench: Bench) -> None:
    client, at = empty_bench.client, lay_both(empty_bench)
    assert client.post(f"{at}/beside/part", data=empty_bench.mark).status_code == 303
    assert "Set side by side" in client.get(f"{at}/beside").text
    assert client.get("/letters").text.count('<li><a class="symbol"') == 2


def test_a_letter_that_is_not_there_is_said_so(empty_bench: Bench) -> None:
    for number in (9, 10**30):
        assert empty_bench.client.get(f"/letters/{number}/beside").status_code == 404
        assert empty_bench.client.get(f"/letters/{number}/asks").status_code == 404
        for path in ("beside", "beside/part", "source"):
            told = empty_bench.client.post(f"/letters/{number}/{path}", data={"other": 1, **empty_bench.mark})
            assert told.status_code == 404, path
    at = lay(empty_bench, ENGLISH, "letter")
    answer = empty_bench.client.post(f"{at}/beside", data={"other": 10**30, **empty_bench.mark})
    assert answer.status_code == 404


def test_hostile_words_are_shown_as_text(empty_bench: Bench) -> None:
    at = lay(empty_bench, "<script>alert(1)</script> 5 \u202ewords.", "<b>one</b>")
    empty_bench.client.post(
        f"{at}/beside", data={"text": "<img src=x onerror=alert(2)> 글을 드립니다 6 말씀", **empty_bench.mark}
    )
    page = empty_bench.client.get(f"{at}/beside").text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>one" not in page
    assert "[U+202E]" in page
