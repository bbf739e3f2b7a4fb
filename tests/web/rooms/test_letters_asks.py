"""The asks of a letter with their advice, and the files made of them, asked as a browser asks."""

from __future__ import annotations

import io
import re

import docx
import pytest
from tests.web.conftest import Bench

from onrecord.letters.example.cards import add_cards
from onrecord.record.record import open_record

LETTER = """\
January 3, 2024

Dear Minister,

We write before China's 4th UPR.

We urge you to submit the following questions:

  1. Does China abide by the principle of non-refoulement?1

We urge you to make the following recommendations:

  1. Protect North Korean refugees, in accordance with international law, and allow them to remain
  2. Publish statistics on refugees each year
  3. Provide adequate protection to refugees, including those from North Korea, honouring the principle of non-refoulement

____

1 A/HRC/25/5, para. 186.241
"""


@pytest.fixture
def at(empty_bench: Bench) -> str:
    """The address of a letter as read, over the packaged cards."""
    with open_record(empty_bench.folder) as record:
        add_cards(record)
    answer = empty_bench.client.post("/letters", data={"text": LETTER, "name": "letter", **empty_bench.mark})
    return str(answer.headers["location"])


def ask(page: str, name: str) -> str:
    found = re.search(rf'<article id="{name}".*?</article>', page, re.DOTALL)
    assert found
    return found[0]


def test_each_ask_of_a_letter_as_read_has_its_advice(empty_bench: Bench, at: str) -> None:
    assert f'href="{at}/asks"' in empty_bench.client.get(at).text
    page = empty_bench.client.get(f"{at}/asks").text
    assert "Advance questions are due on 9 January 2024." in page
    first = ask(page, "R1")
    assert "Two actions in one" in first
    assert 'href="/documents/A/HRC/25/5/186.241"' in first
    assert "<del>" in first
    assert "honouring the principle" in re.sub("<[^>]+>", "", first)
    assert "Two actions in one" not in ask(page, "R2")
    assert "non-refoulement?</p>" in ask(page, "Q1")  # the marker of the note is no word of the ask


def test_what_the_state_that_asks_said_itself_comes_first(empty_bench: Bench, at: str) -> None:
    """The third recommendation is near what the Czech Republic and what the Republic of Korea asked before."""
    for code, places in (("KOR", ["186.243", "186.241"]), ("CZE", ["186.241", "186.243"])):
        shown = ask(empty_bench.client.get(f"{at}/asks?to=CHN&cycle=4&by={code}").text, "R3")
        assert re.findall(r'href="/documents/A/HRC/25/5/(186\.\d+)"', shown) == places, code


def test_the_advice_can_be_for_one_state_and_another_review(empty_bench: Bench, at: str) -> None:
    page = empty_bench.client.get(f"{at}/asks?to=CHN&cycle=3&by=KOR").text
    assert '<option value="KOR" selected>' in page
    assert "6 November 2018" in page
    assert "is no review in the calendar" in empty_bench.client.get(f"{at}/asks?to=CHN&cycle=9").text


def test_a_letter_without_asks_or_review_says_what_to_do(empty_bench: Bench) -> None:
    for text, told in (
        ("Only words.", "No question or recommendation was found"),
        ("We make the following recommendations:\n\n  1. Protect them.", "The letter names no review."),
    ):
        answer = empty_bench.client.post("/letters", data={"text": text, "name": "x", **empty_bench.mark})
        assert told in empty_bench.client.get(f"{answer.headers['location']}/asks").text


def sheet(bench: Bench, address: str) -> list[str]:
    got = bench.client.get(address)
    assert got.status_code == 200, got.text
    assert "attachment" in got.headers["content-disposition"]
    return [one.text for one in docx.Document(io.BytesIO(got.content)).paragraphs]


def test_advance_questions_stand_in_the_layout_of_the_office(empty_bench: Bench, at: str) -> None:
    printed = sheet(empty_bench, f"{at}/sheet/questions.docx?by=KOR&ask=Q1&ask=R1")
    assert printed == [
        "ADVANCE QUESTIONS TO CHINA",
        "REPUBLIC OF KOREA",
        "Does China abide by the principle of non-refoulement?",
    ]


def test_a_speaking_note_holds_the_recommendations_that_are_ticked(empty_bench: Bench, at: str) -> None:
    printed = "\n".join(sheet(empty_bench, f"{at}/sheet/statement.docx?by=CZE&ask=R2&ask=Q1"))
    assert "Publish statistics on refugees each year" in printed
    assert "Protect North Korean refugees" not in printed
    assert "Does China abide" not in printed
    told = empty_bench.client.get(f"{at}/sheet/statement.txt?by=CZE").text
    assert "seconds at 130 words a minute" in told


def test_the_memorandum_names_the_source_of_every_earlier_wording(empty_bench: Bench, at: str) -> None:
    printed = sheet(empty_bench, f"{at}/sheet/memo.docx?by=KOR&ask=R1")
    asked_before = next(line for line in printed if line.startswith("Asked before:"))
    assert "A/HRC/25/5, para. 186.241" in asked_before
    assert "honouring the principle of non-refoulement" in asked_before.partition("dropped")[2]
    assert not any("statistics" in line for line in printed)


def test_a_page_for_a_state_is_a_pdf(empty_bench: Bench, at: str) -> None:
    every = "&".join(f"ask={name}" for name in ("Q1", "R1", "R2", "R3"))
    for asked in ("", "ask=R2", every):
        assert empty_bench.client.get(f"{at}/sheet/state.pdf?by=KOR&{asked}").content.startswith(b"%PDF")


def test_a_page_that_does_not_fit_is_said_with_a_way_back_to_the_asks(empty_bench: Bench) -> None:
    asks = "\n".join(f"  {n}. Protect {'refugees and their families, ' * 60}everywhere" for n in range(1, 7))
    text = f"January 3, 2024\n\nBefore China's 4th UPR.\n\nWe make the following recommendations:\n\n{asks}\n"
    at = empty_bench.client.post("/letters", data={"text": text, "name": "long", **empty_bench.mark}).headers[
        "location"
    ]
    five = "&".join(f"ask=R{n}" for n in range(1, 6))
    got = empty_bench.client.get(f"{at}/sheet/state.pdf?to=CHN&cycle=4&by=KOR&{five}")
    assert got.status_code == 400
    assert re.search(
        r"<h1[^>]*>The sheet “China: what the Republic of Korea can ask” does not fit on one page", got.text
    )
    assert f'href="{at}/asks?to=CHN&amp;cycle=4&amp;by=KOR"' in got.text
    every = "&".join(f"ask=R{n}" for n in range(1, 7))
    assert empty_bench.client.get(f"{at}/sheet/state.pdf?by=KOR&{every}").content.startswith(b"%PDF")


def test_the_length_is_told_as_that_of_the_asks_and_as_that_of_the_speaking_note(
    empty_bench: Bench, at: str
) -> None:
    page = empty_bench.client.get(f"{at}/asks").text
    assert "their own words alone:" in page
    assert "choose the State that asks" in page
    page = empty_bench.client.get(f"{at}/asks?by=KOR").text
    shown = re.search(r'the numbers: <strong class="measure">(\d+) words, (\d+) seconds', page)
    assert shown
    note = empty_bench.client.get(f"{at}/sheet/statement.txt?by=KOR&ask=R1&ask=R2&ask=R3").text
    assert f"[{shown[1]} words, {shown[2]} seconds at 130 words a minute]" in note
    assert "Statement of the Republic of Korea in the review of China" in note
    assert "The Republic of Korea recommends that China:" in note


def test_what_cannot_be_made_is_said(empty_bench: Bench, at: str) -> None:
    client = empty_bench.client
    assert "Which State speaks?" in client.get(f"{at}/sheet/memo.docx").text
    assert (
        "None of the asks chosen is a question."
        in client.get(f"{at}/sheet/questions.docx?by=KOR&ask=R1").text
    )
    assert client.get(f"{at}/sheet/memo.docx?by=XXX").status_code == 400
    for name in ("memo.pdf", "nothing.docx", "memo"):
        assert client.get(f"{at}/sheet/{name}?by=KOR").status_code == 404


def test_a_korean_letter_leads_to_the_english_text_beside_it(empty_bench: Bench, at: str) -> None:
    korean = "중국의 제4차 심의를 앞두고 다음 권고를 할 것을 촉구합니다:\n\n  1. 난민을 보호할 것."
    empty_bench.client.post(f"{at}/beside", data={"text": korean, **empty_bench.mark})
    page = empty_bench.client.get("/letters/2/asks?to=CHN&cycle=4").text
    assert f'href="{at}/asks?to=CHN&amp;cycle=4"' in page
