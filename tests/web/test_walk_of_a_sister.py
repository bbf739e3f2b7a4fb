"""U8 of the domain's user stories in a real Chromium: what was done with my sister's name?

From an empty record, over the China reports and the founding letter, to the warning about the woman left unnamed,
the consent with a way to narrow it, and the deadline; in both languages.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import opened

pytestmark = pytest.mark.browser

ENGLISH = {
    "locale": "en-GB", "read": "2 documents read", "left unnamed": "a reader can join this name to somebody left unnamed",
    "no consent": "No consent is on record", "signs": "signs", "only": "Allowed is only:", "past": "That day is past.",
    "deadline": "9 January 2024", "nowhere": "In no document on the record", "no reply": "No reply is filed as of",
}  # fmt: skip
KOREAN = {
    "locale": "ko-KR", "read": "문서 2건", "left unnamed": "이름을 밝히지 않은 사람과 이 이름을 연결할 수 있습니다",
    "no consent": "기록된 동의가 없습니다", "signs": "서명함", "only": "허락한 범위:", "past": "이 날짜는 지났습니다.",
    "deadline": "2024년 1월 9일", "nowhere": "기록에 있는 어느 문서에도 나오지 않습니다",
    "no reply": "현재 등록된 회신이 없습니다",
}  # fmt: skip


@pytest.mark.parametrize("says", [ENGLISH, KOREAN], ids=["english", "korean"])
def test_a_sister_sees_what_was_done_with_the_name_and_narrows_her_consent(
    browser: Any, empty: Any, violations: Any, shared_data: Path, shared_letter: Path, says: dict[str, str]
) -> None:
    page = opened(browser, empty, locale=says["locale"])
    reports = [shared_data / "upr_reports" / "pdf" / f"china{year}.pdf" for year in (2009, 2013)]
    page.set_input_files("#files", [str(file) for file in reports])
    page.locator("form[data-drop] button").first.click()
    page.get_by_text(says["read"]).wait_for(timeout=90_000)

    page.locator("nav a[href='/letters']").click()
    page.set_input_files("input[type=file]", str(shared_letter))
    page.locator("form:has(input[type=file]) button").first.click()
    page.locator("#findings").wait_for(timeout=60_000)

    def look() -> str:
        page.locator("nav a[href='/names']").click()
        page.fill("#name", "Kim Cheol-ok, 김철옥")
        page.keyboard.press("Enter")
        page.get_by_text("«", exact=True).or_(page.locator("main h2").first).wait_for()
        return str(page.locator("main").inner_text())

    shown = look()
    # D19: the anonymous woman of the eleventh paragraph can be joined to the name.
    assert says["left unnamed"] in shown
    assert "a North Korean woman escapee who has lived in marriage with a Chinese man for 25 years" in shown
    for what in ("no consent", "past", "deadline", "nowhere"):
        assert says[what] in shown, what
    assert violations(page) == []

    page.locator("nav a[href='/signatures']").click()
    page.fill("#draft-who", "Kim Minji")
    page.locator("form[action='/signatures/draft'] button").click()
    page.select_option("#kind", "person")
    page.fill("#name_en", "Kim Kyu Li")
    page.fill("#name_ko", "김규리")
    page.fill("#detail_en", "elder sister of Kim Cheol-ok")
    page.locator("form[action$='/add'] button").click()
    page.fill("#how", "e-mail of 2 January 2024")
    page.locator("form[action$='/consent'] button.first").click()
    page.fill("#recipient", "President Yoon Suk-yeol")
    page.fill("#sent", "2024-01-03")
    page.locator("form[action$='/publications'] button").click()
    page.locator("[id^=sent-]").first.wait_for(timeout=60_000)

    shown = look()
    assert says["no consent"] not in shown
    for what in ("signs", "no reply"):
        assert says[what] in shown, what
    assert "e-mail of 2 January 2024" in shown
    page.locator("details:has(form[action='/names/narrow']) summary").click()
    page.fill("textarea[name=words]", "To the Ministry of Foreign Affairs only.")
    page.fill("form[action='/names/narrow'] input[name=how]", "a call on 5 January 2024")
    page.locator("form[action='/names/narrow'] button").click()
    page.get_by_text(says["only"]).wait_for()
    assert "To the Ministry of Foreign Affairs only." in page.locator("main").inner_text()
    assert violations(page) == []
    with page.expect_navigation():
        page.locator("nav a[href='/history']").click()
    assert "To the Ministry of Foreign Affairs only." in page.locator("main").inner_text()
    assert all(url.startswith(empty.address) for url in page.asked)
    assert page.said == []
    page.context.close()
