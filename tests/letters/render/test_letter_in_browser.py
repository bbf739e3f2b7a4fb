from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from built_letters import ENGLISH, KOREAN, hostile_letter, long_letter

from onrecord.letters.render.letter_html import letter_html

LETTERS = {"en": ENGLISH, "ko": KOREAN, "long": long_letter(), "hostile": hostile_letter()}
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("letters")
    for name, built in LETTERS.items():
        (made / f"{name}.html").write_bytes(letter_html(built))
    return made


def opened(browser: Any, path: Path, width: int = 1000, scheme: str = "light") -> Any:
    page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.asked = []
    page.said = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("dialog", lambda dialog: page.said.append(dialog.message))
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("name", LETTERS)
def test_it_asks_for_nothing_but_itself_and_has_no_error(name: str, browser: Any, folder: Path) -> None:
    page = opened(browser, folder / f"{name}.html")
    assert [url for url in page.asked if not url.startswith("file:")] == []
    assert len(page.asked) == 1
    assert page.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["en", "ko", "hostile"])
def test_it_is_accessible_by_axe(name: str, scheme: str, browser: Any, folder: Path, violations: Any) -> None:
    assert violations(opened(browser, folder / f"{name}.html", scheme=scheme)) == []


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("width", [320, 1000])
def test_it_fits_every_width(name: str, width: int, browser: Any, folder: Path) -> None:
    page = opened(browser, folder / f"{name}.html", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_markers_and_labels_survive_copying_as_plain_text(browser: Any, folder: Path) -> None:
    page = opened(browser, folder / "en.html")
    text = page.evaluate("getSelection().selectAllChildren(document.body) || getSelection().toString()")
    assert "recommended that China protect them;[1] China took note of it.[2]" in text
    assert "1. Does China abide by the principle of non-refoulement, as it was asked to?[4]" in text
    assert "[2] A/HRC/25/5/Add.1 (27 February 2014), para. 3." in text


def test_a_marker_leads_to_its_note_and_back(browser: Any, folder: Path) -> None:
    page = opened(browser, folder / "long.html")
    with page.expect_navigation():
        page.click("#call-50")
    assert page.evaluate("document.querySelector(':target').id") == "note-50"
    with page.expect_navigation():
        page.click("#note-50 .back")
    assert page.evaluate("document.querySelector(':target').id") == "call-50"
    assert page.evaluate("document.querySelector('#call-50').getBoundingClientRect().top") < 900
