"""What several tests lean on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pypdfium2 import PdfDocument

# A busy machine is no fault of what is tested: timings live in benchmarks.
settings.register_profile("without deadlines", deadline=None)
settings.load_profile("without deadlines")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real documents beside the project; tests that need it skip where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the shared documents (../shared/data) are not on this machine")
    return folder


@pytest.fixture(scope="session")
def shared_letter(shared_data: Path) -> Path:
    """The founding letter as plain text."""
    return shared_data.parent / "letters" / "open-letter-2024-01-03.txt"


REPORT = """\
United Nations                                                {symbol}

General Assembly
                                                       Distr.: General
                                                       4 December 2013

                                                       Original: English

Human Rights Council
Twenty-fifth session
Agenda item 6
Universal Periodic Review

            Report of the Working Group on the Universal Periodic Review

            China

            Introduction

1.   The Working Group on the Universal Periodic Review held its seventeenth session from 21 October to \
1 November 2013. The review of China was held at the 3rd meeting on 22 October 2013.

2.   On 14 January 2013, the Human Rights Council selected the following group of rapporteurs (troika) to \
facilitate the review of China: Poland, Sierra Leone and United Arab Emirates.

            I. Summary of the proceedings of the review process

            A. Presentation by the State under review

3.   The head of the delegation said that {matter} were protected by law.

            B. Interactive dialogue and responses by the State under review

4.   Czechia asked about {matter} and made recommendations.

            II. Conclusions and/or recommendations

5.   The following recommendations will be examined by China:

5.1. Protect {matter} in accordance with international law (Czech Republic);

5.2. Accept the recommendations of UNHCR on {matter} (Republic of Korea).

6.   All conclusions and/or recommendations contained in the present report reflect the position of the \
submitting State(s) and/or the State under review.
"""


def write_report(folder: Path, number: int, matter: str = "refugees") -> Path:
    """A small report of our own as plain text, with two recommendations."""
    file = folder / f"report{number:03}.txt"
    file.write_text(REPORT.format(symbol=f"A/HRC/99/{number}", matter=matter), encoding="utf-8")
    return file


ENCRYPTED = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
4 0 obj <</Filter/Standard/V 1/R 2/P -44
/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)>> endobj
trailer <</Root 1 0 R/Encrypt 4 0 R/ID[(0123456789012345)(0123456789012345)]/Size 5>>
%%EOF
"""


def write_bad_files(folder: Path) -> dict[str, str]:
    """Files that cannot be read, of every sort; returns a word of the reason for each."""
    pdf = PdfDocument.new()
    pdf.new_page(200, 200)
    pdf.save(folder / "picture.pdf")
    pdf.close()
    contents = {
        "empty.pdf": b"",
        "broken.pdf": b"%PDF-1.7\n1 0 obj <</Type/Catalog",
        "encrypted.pdf": ENCRYPTED,
        "zip.pdf": b"PK\x03\x04" + bytes(100),
        "page.pdf": b"<!DOCTYPE html><title>404</title>",
        "shopping.txt": b"Bread, milk, and two apples.\n",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    with (folder / "huge.pdf").open("wb") as file:
        file.truncate(401 << 20)
    return {
        "empty.pdf": "empty",
        "broken.pdf": "broken",
        "encrypted.pdf": "password",
        "picture.pdf": "without any text",
        "zip.pdf": "ZIP",
        "page.pdf": "web page",
        "shopping.txt": "no UN document that On Record knows",
        "huge.pdf": "401 MB",
    }


@pytest.fixture(scope="session")
def make_report() -> Callable[..., Path]:
    """`write_report`, for tests in several folders."""
    return write_report


@pytest.fixture(scope="session")
def make_bad_files() -> Callable[[Path], dict[str, str]]:
    """`write_bad_files`, for tests in several folders."""
    return write_bad_files


CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


# For each module anew: while Playwright's own loop runs, no other test could run one.
@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium; tests that need it skip where it, or Playwright, is not installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (tests/install-programs.sh)")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def violations() -> Callable[[Any], list[tuple[str, list[str]]]]:
    """What axe-core has against a page: the rule's name and the first places, [] where it has nothing."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

    def found(page: Any) -> list[tuple[str, list[str]]]:
        page.wait_for_load_state()
        told = axe.Axe().run(page).response["violations"]
        return [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in told]

    return found
