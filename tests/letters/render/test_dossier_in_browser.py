from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from dossier_sample import hostile_check, sample_check, sample_record, sample_trace

from onrecord.letters.render.dossier import write_dossier

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    return write_dossier(sample_check(), [sample_trace()], sample_record(folder), folder).html


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    return write_dossier(hostile_check(), [sample_trace()], sample_record(folder), folder).html


def opened(browser: Any, path: Path, width: int = 1280, scheme: str = "light") -> Any:
    page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.asked = []
    page.said = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("which", ["dossier", "hostile"])
def test_it_opens_from_disk_asks_the_network_for_nothing_and_has_no_error(
    which: str, browser: Any, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(which)
    page = opened(browser, path)
    assert [url for url in page.asked if not url.startswith("data:")] == [path.as_uri()]
    assert page.said == []
    page.context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("which", ["dossier", "hostile"])
def test_nothing_runs_over_the_edge(
    which: str, width: int, browser: Any, request: pytest.FixtureRequest
) -> None:
    page = opened(browser, request.getfixturevalue(which), width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_a_sign_in_the_letter_leads_to_its_source_and_back(dossier: Path, browser: Any) -> None:
    page = opened(browser, dossier)
    with page.expect_navigation():
        page.locator("#letter a.tag[href='#s1']").first.click()
    assert page.evaluate("location.hash") == "#s1"
    assert page.locator("#s1").is_visible()
    top = page.evaluate("document.querySelector('#s1').getBoundingClientRect().top")
    assert -5 <= top <= 900
    page.locator("#s1 summary").first.click()
    with page.expect_navigation():
        page.locator("#s1 .used a").first.click()
    assert page.evaluate("document.querySelector(location.hash).closest('#letter, #findings') !== null")
    page.context.close()


def test_pictures_are_drawn_and_described(dossier: Path, browser: Any) -> None:
    page = opened(browser, dossier)
    box = page.locator("#s1 svg.page").bounding_box()
    assert box["width"] > 200
    assert box["height"] > 20
    assert page.locator("svg.page").first.get_attribute("aria-label")
    page.context.close()


CONTRASTS = """() => {
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const parts = s => s.match(/[\\d.]+/g).map(Number);
  const ground = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const low = [];
  for (const e of document.querySelectorAll("p, a, span, dt, dd, li, h1, h2, h3, th, td, del, ins, mark")) {
    if (!e.textContent.trim() || !e.getClientRects().length) continue;
    const [a, b] = [light(parts(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.push(e.className + " " + ratio.toFixed(2) + " " + e.textContent.slice(0, 30));
  }
  return [...new Set(low)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_enough_contrast(scheme: str, dossier: Path, browser: Any) -> None:
    page = opened(browser, dossier, scheme=scheme)
    assert page.evaluate(CONTRASTS) == []
    page.context.close()


def test_a_keyboard_reaches_the_findings_first(dossier: Path, browser: Any) -> None:
    page = opened(browser, dossier)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.context.close()
