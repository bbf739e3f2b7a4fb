"""The room of signatures in a real browser, by people who have a letter to sign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

pytestmark = pytest.mark.browser
SOURCE = "---\ndate: 2026-10-01\ntitle: To the Minister\n---\n\nAt least 500 persons were returned.\n"


@pytest.fixture
def page(
    tmp_path: Path, browser: Any, serve_record: Any, violations: Any, request: pytest.FixtureRequest
) -> Iterator[Any]:
    locale, width = request.param
    serving = serve_record(tmp_path / "record")
    served = next(serving)
    opened = browser.new_context(locale=locale, viewport={"width": width, "height": 900}).new_page()
    opened.asked = []
    opened.on("request", lambda asked: opened.asked.append(asked.url))
    opened.goto(f"{served.address}/?token={served.keys.token}")
    opened.home = served.address
    opened.violations = lambda: violations(opened)
    yield opened
    opened.context.close()
    next(serving, None)


def nothing_wrong(page: Any) -> None:
    assert page.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def open_letter(page: Any, letter: Path) -> None:
    page.goto(f"{page.home}/signatures")
    nothing_wrong(page)
    page.fill("#source", str(letter))
    page.fill("#who", "Secretary")
    page.locator("main button.first").click()
    page.wait_for_url("**/signatures/spring")


@pytest.mark.parametrize("page", [("en-GB", 1280), ("ko-KR", 390)], indirect=True)
def test_a_letter_is_signed_sent_and_signed_again_after_a_change(page: Any, tmp_path: Path) -> None:
    letter = tmp_path / "spring.md"
    letter.write_text(SOURCE)
    open_letter(page, letter)
    page.fill("#name_en", "Relatives' Association")
    page.locator('form[action$="/add"] button').click()
    page.fill("#how", "e-mail of 2 January")
    page.locator('form[action$="/consent"] button.first').click()
    page.locator(".badge.good").wait_for()
    page.fill("#recipient", "Ministry")
    page.fill("#sent", "2026-10-02")
    page.locator('form[action$="/publications"] button').click()
    page.locator("#sent-1").wait_for()
    letter.write_text(SOURCE.replace("At least", "About"))
    open_letter(page, letter)
    page.locator(".badge.bad").wait_for()
    page.locator("details.panel summary").click()
    assert "About 500 persons" in page.locator("#message-1").input_value()
    nothing_wrong(page)
    rows = {
        "name": "list.csv",
        "mimeType": "text/csv",
        "buffer": b"name,consent\nAnother,yes\nRelatives Association,\n",
    }
    page.set_input_files("#file", files=[rows])
    page.locator('form[action$="/preview"] button').click()
    page.wait_for_url("**/preview")
    nothing_wrong(page)
    page.locator('form[action$="/enter"] button').click()
    page.locator(".badge.good").wait_for()
    assert page.locator("tbody tr").count() == 2
    assert all(url.startswith(page.home) for url in page.asked)


LETTER = """\
October 1, 2026

Dear Minister,

At least 500 persons were returned.1

Sincerely,

____

1 Report of the Working Group on the Universal Periodic Review: China, A/HRC/11/25 (5 October 2009), para. 5, \
https://undocs.org/A/HRC/11/25
"""
SAYS = {
    "en-GB": (
        "Its list of sources:",
        "1 signatory has signed exactly these words.",
        "1 signatory must be asked again",
    ),
    "ko-KR": ("출처 목록:", "바로 이 문안에 서명한 서명자는 1명입니다.", "서명자 1명에게 다시 물어야 하며"),
}


def word_file(page: Any) -> str:
    with page.expect_download() as got:
        page.locator("a[href$='/built/docx']").click()
    return "\n".join(one.text for one in Document(got.value.path()).paragraphs)


@pytest.mark.parametrize("page", [("en-GB", 1280), ("ko-KR", 390)], indirect=True)
def test_a_source_on_the_desk_is_signed_as_it_reads_and_printed_with_who_signed(page: Any) -> None:
    listed, signed, again = SAYS[page.evaluate("navigator.language")]
    page.goto(f"{page.home}/letters")
    page.fill("#name", "spring.txt")
    page.fill("#text", LETTER)
    page.locator("form:has(#text) button").click()
    page.locator("form[action$='/source'] button").click()
    page.wait_for_url("**/letters/3")
    page.goto(f"{page.home}/letters")
    assert f"{listed} spring.sources.json" in page.locator("main").inner_text()
    nothing_wrong(page)

    page.goto(f"{page.home}/signatures")
    assert page.locator("#draft option").all_inner_texts() == ["spring.md", "spring.txt"]
    nothing_wrong(page)
    page.fill("#draft-who", "Secretary")
    page.locator("form[action='/signatures/draft'] button").click()
    page.wait_for_url("**/signatures/spring")
    page.locator("details summary").first.click()
    words = page.locator(".words").inner_text()
    assert "At least 500 persons were returned.[1]" in words
    assert "paragraph:" not in words
    assert "---" not in words
    nothing_wrong(page)
    page.fill("#name_en", "Relatives' Association")
    page.locator('form[action$="/add"] button').click()
    page.fill("#how", "e-mail of 2 January")
    page.locator('form[action$="/consent"] button.first').click()
    page.locator(".badge.good").wait_for()

    page.goto(f"{page.home}/letters/3")
    assert signed in page.locator("#signing").inner_text()
    assert "Relatives' Association" in word_file(page)
    nothing_wrong(page)
    page.locator("details summary").first.click()
    page.fill("#typed", page.locator("#typed").input_value().replace("At least", "About"))
    page.locator("form[action$='/edit'] button.first").click()
    page.get_by_text(again).wait_for()
    assert "Relatives' Association" not in word_file(page)
    nothing_wrong(page)
    page.locator("#signing form button").click()
    page.wait_for_url("**/signatures/spring")
    page.locator(".badge.bad").wait_for()
    nothing_wrong(page)
    assert all(url.startswith(page.home) for url in page.asked)
