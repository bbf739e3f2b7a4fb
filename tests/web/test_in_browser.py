"""The workbench as a person meets it, in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from onrecord.letters.example.cards import add_cards, letter_text
from onrecord.record.draft_pairs import pair_drafts
from onrecord.record.drafts import open_draft, save_version
from onrecord.record.record import open_record

from .conftest import opened

pytestmark = pytest.mark.browser
PAGES = (
    "/recommendations?to=CHN",
    "/", "/documents", "/documents/A/HRC/99/1", "/documents/A/HRC/99/1/5.1", "/search?q=refugees", "/reviews",
    "/reviews/CHN", "/reviews/CHN?about=refugees", "/reviews/CHN/A/HRC/99/1", "/states", "/states/CZE", "/history", "/signatures",
    "/nothing", "/letters", "/letters/1", "/letters/1/versions", "/letters/1/beside", "/letters/1/beside?choose=1",
    "/names", "/names?name=Kim+Cheol-ok", "/history/api",
    "/letters/1/asks?to=CHN&cycle=4",
)  # fmt: skip


@pytest.fixture(scope="module")
def served(two_reports: Path, tmp_path_factory: pytest.TempPathFactory, serve_record: Any) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("served") / "record"
    copytree(two_reports, folder)
    with open_record(folder) as record:
        add_cards(record)
        number = open_draft(record, "letter.txt", letter_text())
        save_version(record, number, f"{letter_text()}\nMore words.", why="edited")
        korean = "친애하는 여러분께,\n\n2013년 10월 22일 체코는 중국에 권고하였습니다.\n\n"
        pair_drafts(record, number, open_draft(record, "서한.txt", korean + "500여 명이 송환되었습니다."))
    yield from serve_record(folder)


@pytest.mark.parametrize(("width", "scheme", "locale"), [(1280, "light", "en-GB"), (390, "dark", "ko-KR")])
def test_axe_finds_nothing_on_any_page_and_nothing_runs_over_the_edge(
    browser: Any, served: Any, violations: Any, width: int, scheme: str, locale: str
) -> None:
    page = opened(browser, served, width, scheme, locale)
    for path in PAGES:
        page.goto(served.address + path)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert all(url.startswith(served.address) for url in page.asked)
    assert [said for said in page.said if "404" not in said] == []
    page.context.close()


@pytest.mark.parametrize(
    ("locale", "read", "done"), [("en-GB", "Read them", "1 document read"), ("ko-KR", "읽기", "문서 1건")]
)
def test_a_person_gets_from_an_empty_record_to_a_paragraph_and_its_source(
    browser: Any,
    empty: Any,
    tmp_path: Path,
    make_report: Callable[..., Path],
    locale: str,
    read: str,
    done: str,
) -> None:
    page = opened(browser, empty, locale=locale)
    page.set_input_files("#files", str(make_report(tmp_path, 1)))
    page.locator("form[data-drop] button.first").filter(has_text=read).click()
    page.get_by_text(done).wait_for(timeout=20_000)
    page.locator("a.symbol", has_text="A/HRC/99/1").click()
    with page.expect_navigation():
        page.locator("a.number", has_text="5.1").click()
    assert page.locator(".para.here").inner_text().endswith("(Czech Republic);")
    page.goto(f"{empty.address}/search")
    page.fill("#q", "refugees")
    page.keyboard.press("Enter")
    assert page.locator("mark").first.inner_text().lower().startswith("refugee")
    with page.expect_navigation():
        page.locator(".hits a.symbol").first.click()
    assert page.locator("#here").is_visible()
    assert page.said == []
    page.context.close()


def test_everything_works_without_script(browser: Any, served: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}/?token={served.keys.token}")
    page.locator("nav a", has_text="Search").click()
    page.fill("#q", "refugees")
    with page.expect_navigation():
        page.locator(".searchbar button").click()
    assert page.locator(".hits li").count() > 0
    with page.expect_navigation():
        page.locator(".language button").click()
    assert page.locator("html").get_attribute("lang") == "ko"
    context.close()


def test_the_keyboard_reaches_the_content_first(browser: Any, served: Any) -> None:
    page = opened(browser, served)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.context.close()


@pytest.mark.parametrize(
    ("locale", "repair", "dismiss", "undo"),
    [("en-GB", "Repair", "Dismiss: no fault", "Undo"), ("ko-KR", "고치기", "기각: 잘못이 아님", "되돌리기")],
)
def test_a_person_pastes_a_letter_repairs_it_decides_and_goes_back(
    browser: Any, empty: Any, locale: str, repair: str, dismiss: str, undo: str
) -> None:
    page = opened(browser, empty, locale=locale)
    page.goto(f"{empty.address}/letters")
    with page.expect_navigation():
        page.locator("form[action='/letters/example'] button").click()  # lays the cards on the desk
    page.goto(f"{empty.address}/letters")
    page.fill("#name", "pasted")
    page.fill("#text", letter_text())
    page.locator("form:has(#text) button").click()
    findings = page.locator(".findings > li")
    findings.first.wait_for()
    many = findings.count()
    written = page.url.split("#")[0] + "/text"
    before = page.request.get(written).text()
    with page.expect_navigation():
        page.locator("a.ref").first.click()
    assert page.evaluate("location.hash").startswith("#f")
    with page.expect_navigation():
        page.locator("button", has_text=repair).first.click()
    assert findings.count() < many
    many = findings.count()
    first = findings.first
    first.locator("summary").click()
    first.locator("input[name=reason]").fill("We asked the Secretariat.")
    first.locator("button", has_text=dismiss).click()
    page.locator(".decided", has_text="We asked the Secretariat.").wait_for()
    assert findings.count() == many - 1
    # The dismissal is taken back first, then the repair before it.
    with page.expect_navigation():
        page.locator("button", has_text=undo).first.click()
    assert findings.count() == many
    with page.expect_navigation():
        page.locator("button", has_text=undo).first.click()
    assert page.request.get(written).text() == before
    page.locator("summary").first.click()
    with page.expect_response("**/check") as checked:
        page.fill("#typed", "Nothing is said here.")
    assert checked.value.ok
    findings.first.wait_for(state="detached")
    assert page.said == []
    assert all(url.startswith(empty.address) for url in page.asked)
    page.context.close()
