"""U1 of the domain's user stories in a real Chromium: what has anyone asked China about North Koreans?

From an empty record, over the two reports and the matrix as files, to the six recommendations, the answer in
para. 112, and the position that stands elsewhere; in both languages.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import opened

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("locale", "done"), [("en-GB", "3 documents read"), ("ko-KR", "문서 3건")])
def test_a_researcher_finds_all_that_was_asked_and_each_answer(
    browser: Any, empty: Any, shared_data: Path, locale: str, done: str
) -> None:
    files = [
        shared_data / "upr_reports" / "pdf" / "china2009.pdf",
        shared_data / "upr_reports" / "pdf" / "china2013.pdf",
        shared_data / "china" / "Matrix_recommendations_2013.docx",
    ]
    page = opened(browser, empty, locale=locale)
    page.set_input_files("#files", [str(file) for file in files])
    page.locator("form[data-drop] button").first.click()
    page.get_by_text(done).wait_for(timeout=90_000)

    page.locator("nav a[href='/reviews']").click()
    page.locator("main a[href='/reviews/CHN']").first.click()
    page.fill("#about", "non-refoulement")
    page.keyboard.press("Enter")
    page.get_by_text("186.241").first.wait_for()
    shown = page.locator("main").inner_text()
    for place in ("28 (g)", "82 (a)", "186.66", "186.241", "186.242", "186.243", "112"):
        assert place in shown, place
    # The place of the position is told, and one step leads to the very words.
    assert "A/HRC/25/5/Add.1" in shown
    # Numbers are counted, not texts: the totals that China and the Council speak of.
    page.locator('a[href="/reviews/CHN/A/HRC/25/5"]', has_text="252").first.wait_for()
    page.locator("a.pair", has_text="204").wait_for()
    with page.expect_navigation():
        page.locator("a", has_text="186.241").first.click()
    assert "Protect North Korean refugees" in page.locator("main").inner_text()
    assert page.locator("#here").is_visible()
    page.context.close()
