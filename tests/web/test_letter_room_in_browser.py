"""The letter room in a real Chromium: typing, and everything without script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.letters.example.cards import add_cards, letter_text
from onrecord.record.record import open_record

from .conftest import opened

pytestmark = pytest.mark.browser
CARET = "document.getElementById('typed').selectionStart"


@pytest.fixture
def with_cards(tmp_path: Path) -> None:
    with open_record(tmp_path / "record") as record:
        add_cards(record)


def paste(page: Any, home: str, text: str) -> None:
    page.goto(f"{home}/letters")
    page.fill("#name", "pasted")
    page.fill("#text", text)
    page.locator("form:has(#text) button").click()


def write_in(page: Any) -> None:
    """Open the text of the letter to write in it; it is fetched when it is opened."""
    page.locator("summary").first.click()
    page.locator("#typed").wait_for()


@pytest.mark.usefixtures("with_cards")
def test_the_marks_move_with_what_is_typed_and_the_caret_stays(browser: Any, empty: Any) -> None:
    page = opened(browser, empty)
    paste(page, empty.address, letter_text())
    write_in(page)
    drawn, shown = page.locator(".behind mark"), page.locator("#marked mark")
    before = drawn.all_text_contents()
    assert len(before) > 2
    assert before == shown.all_text_contents()
    page.route("**/check", lambda route: None)  # the server says nothing: the marks move by themselves
    page.locator("#typed").focus()
    page.evaluate("document.getElementById('typed').setSelectionRange(0, 0)")
    page.keyboard.type("𝄞 So ")
    assert drawn.all_text_contents() == before
    assert page.locator(".behind").text_content().rstrip("\n") == page.locator("#typed").input_value().rstrip(
        "\n"
    )
    page.unroute("**/check")
    with page.expect_response("**/check") as answer:
        page.keyboard.type("now. ")
    assert answer.value.ok
    page.locator("#marked", has_text="𝄞 So now. ").wait_for()
    assert shown.all_text_contents() == drawn.all_text_contents() == before
    assert page.evaluate(CARET) == len("𝄞 So now. ") + 1  # in UTF-16, as a browser counts
    assert page.evaluate("document.activeElement.id") == "typed"
    assert page.locator("[role=status]").inner_text().endswith("findings")
    page.context.close()


@pytest.mark.usefixtures("with_cards")
def test_a_mark_goes_with_its_words_and_grows_with_what_is_typed_in_it(browser: Any, empty: Any) -> None:
    page = opened(browser, empty)
    paste(page, empty.address, letter_text())
    write_in(page)
    page.route("**/check", lambda route: None)
    drawn = page.locator(".behind mark")
    first, *rest = drawn.all_text_contents()
    text = page.locator("#typed").input_value()
    at = text.index(first)
    page.locator("#typed").focus()
    page.evaluate(f"document.getElementById('typed').setSelectionRange({at + 1}, {at + 1})")
    page.keyboard.type("x")
    assert drawn.all_text_contents() == [f"{first[0]}x{first[1:]}", *rest]
    page.evaluate(f"document.getElementById('typed').setSelectionRange({at}, {at + len(first) + 1})")
    page.keyboard.press("Delete")
    assert drawn.all_text_contents() == rest
    page.evaluate("document.getElementById('typed').select()")
    page.keyboard.type("All gone")
    assert drawn.all_text_contents() == []
    page.context.close()


@pytest.mark.usefixtures("with_cards")
def test_the_letter_room_works_without_script(browser: Any, empty: Any) -> None:
    """Paste, check, dismiss, set side by side, ask for advice, and download: all by forms and links."""
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{empty.address}/?token={empty.keys.token}")
    paste(page, empty.address, letter_text())
    findings = page.locator(".findings > li")
    many = findings.count()
    assert many > 1
    assert page.locator("#marked mark").count() > 0
    # Check without saving.
    page.locator("summary").first.click()
    with page.expect_navigation():
        page.locator("a[href$='/write']").click()
    page.fill("#typed", "Nothing is said here.")
    with page.expect_navigation():
        page.locator("button[value=check]").click()
    assert page.locator(".notice.trouble").is_visible()
    assert findings.count() < many
    page.goto(f"{empty.address}/letters/1")
    assert findings.count() == many
    # Dismiss with a reason.
    findings.first.locator("summary").click()
    said = findings.first.locator("p").nth(1).inner_text()
    with page.expect_navigation():
        findings.first.locator("details a").click()
    assert said in page.locator("main").inner_text()
    page.fill("input[name=reason]", "We asked the Secretariat.")
    with page.expect_navigation():
        page.locator("button[value=dismissed]").click()
    assert findings.count() == many - 1
    assert page.locator(".decided", has_text="We asked the Secretariat.").is_visible()
    # Save, look at what changed, download.
    page.goto(f"{empty.address}/letters/1/write")
    page.fill("#typed", f"{letter_text()}\nOne line more.")
    page.locator("button[value=save]").click()
    with page.expect_navigation():
        page.locator("a[href$='/versions']").click()
    assert page.locator(".is ins").inner_text().endswith("One line more.")
    page.goto(f"{empty.address}/letters/1")
    with page.expect_download() as taken:
        page.locator("a[download]").first.click()
    assert Path(taken.value.path()).read_text(encoding="utf-8").endswith("One line more.")
    # The Korean text beside it.
    page.locator("a[href$='/beside']").click()
    page.fill("#text", "친애하는 여러분께, 500여 명이 송환되었습니다.")
    with page.expect_navigation():
        page.locator("form:has(#text) button").click()
    assert page.locator("table.sides").is_visible()
    assert page.locator("[id=is-due]").is_visible()
    context.close()


@pytest.mark.usefixtures("with_cards")
def test_after_an_act_the_next_finding_and_what_was_done_are_both_in_sight(browser: Any, empty: Any) -> None:
    """On a narrow window too, neither hides the other; the way to take it back stands beside it."""
    page = opened(browser, empty, 390)
    paste(page, empty.address, letter_text())
    third, fourth = page.locator(".findings > li").nth(2), page.locator(".findings > li").nth(3)
    name = fourth.get_attribute("id")
    third.locator("summary").click()
    third.locator("input[name=reason]").fill("We asked the Secretariat.")
    third.locator("button[value=dismissed]").click()
    page.wait_for_url(f"**#{name}")
    said = page.locator(".told-act").bounding_box()
    at = page.locator(f"#{name} .where").bounding_box()
    assert 0 <= said["y"] < said["y"] + said["height"] <= at["y"] < page.viewport_size["height"]
    # Loaded again the page does not tell it once more; what was done can still be undone.
    page.reload()
    assert page.locator(".told-act").count() == 0
    with page.expect_navigation():
        page.get_by_role("button", name="Undo: dismissal of finding").click()
    assert page.locator(f"#{third.get_attribute('id')}").is_visible()
    assert page.locator(".told-act [role=status]").inner_text().startswith("Undone: dismissal of finding")
    page.context.close()


@pytest.mark.usefixtures("with_cards")
def test_the_state_that_asks_is_chosen_once(browser: Any, empty: Any) -> None:
    page = opened(browser, empty)
    paste(page, empty.address, letter_text())
    page.goto(f"{empty.address}/letters/1/asks?to=CHN&cycle=4")
    page.select_option("#by", "KOR")
    assert page.locator("#speaks").input_value() == "KOR"
    page.context.close()
