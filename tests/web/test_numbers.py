"""Each number that a page shows is the number of the rows behind it, on every page that links lead to.

A number that was counted is marked in the page (`data-counts`) and leads to its rows; each row is marked with
what it is (`data-row`). The walk follows the links of a record made from real files, opens each number, counts
the rows over all pages of the list, and counts once more in the database, in words of its own. Digits that
are not marked as counted must be a name: a date, a symbol, a page, a cycle.
"""

from __future__ import annotations

import io
import random
import re
import sqlite3
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html
from tests.web.counting import Counting
from tests.web.figures import NUMBER, Figure, Rows, bare_numbers, figures, rows_behind, rows_on, tree

from onrecord.letters.example.cards import add_cards, letter_text
from onrecord.letters.signing.on_desk import keep_draft
from onrecord.letters.signing.signatories import consent, enter
from onrecord.record.add import add_paths
from onrecord.record.draft_pairs import pair_drafts, say_in_step
from onrecord.record.drafts import open_draft, save_version, versions
from onrecord.record.judgements import EntryName, judge, save_search
from onrecord.record.leafing import entries, held
from onrecord.record.record import Record, open_record
from onrecord.web.access import Keys
from onrecord.web.app import create_app

OF_A_KIND = 12
"""Pages of one kind that are looked at; addresses are of one kind where they differ by names and values alone."""
LONG, ROWS_OF_A_KIND = 60, 300
"""Of numbers of one kind, those with long lists are followed until so many rows were counted."""
FACETS = {"kind", "position", "cycle", "to", "by"}
TYPED = (
    "/search?q=refugees",
    "/search?q=%22human+rights%22",
    "/search?q=refugees+OR+asylum&part=paragraphs",
    "/reviews/CHN?about=refugees",
    "/reviews/CHN?about=nothing+of+the+sort",
)
"""What no link leads to, for a person types it."""
ENGLISH = """Dear Minister,

At least 500 persons were returned on 9 October 2023.

The principle of non-refoulement binds China.

We ask for 2 answers.
"""
KOREAN = """장관님께,

2023년 10월 9일 600여 명이 송환되었습니다.

귀국은 송환 금지 규범을 지켜야 합니다.
"""
REAL_FILES = (
    "upr_reports/pdf/china2009.pdf",
    "upr_reports/pdf/china2013.pdf",
    "china/Matrix_recommendations_2013.docx",
    "china/Matrix_recommendations_2018.docx",
    "slovenia/cycle2/g1423930.pdf",
    "slovenia/cycle2/g1504261.pdf",
    "slovenia/cycle2/g1413493.pdf",
    "slovenia/cycle2/AdvancedQuestionsSlovenia.doc",
    "slovenia/cycle2/UPR20__Slovenia_ThematicListRecommendations_E.docx",
    "bolivia_es/A_HRC_14_7_Bolivia_2010_es.pdf",
    "documents_txt/A_HRC_WG.6_28_UKR_2.txt",
)


class Walk:
    """Every page that links lead to from the first one, a bounded number of each kind, in one language."""

    def __init__(self, client: TestClient, language: str, typed: Sequence[str] = TYPED) -> None:
        self.client, self.language, self.typed = client, language, typed
        self.lists: dict[str, Rows] = {}
        self.kinds: dict[str, int] = defaultdict(int)

    def get(self, address: str) -> html.HtmlElement:
        """A page; what it lists is kept, for many numbers lead to one list."""
        answer = self.client.get(address, headers={"accept-language": self.language})
        assert answer.status_code == 200, address
        assert answer.headers["content-type"].startswith("text/html"), address
        page = tree(answer.text)
        self.lists[address] = rows_on(address, page)
        return page

    def rows_at(self, address: str) -> Rows:
        """What the page at an address lists."""
        if address not in self.lists:
            self.get(address)
        return self.lists[address]

    def walked(self) -> Iterator[tuple[str, html.HtmlElement]]:
        """Each page with its address; which ones of a kind is left to chance, the same every time."""
        pending, chance = ["/", *self.typed], random.Random(6)  # noqa: S311 - nothing secret
        met = {*pending}
        while pending:
            address = pending.pop(chance.randrange(len(pending)))
            if self.kinds[kind_of(address)] >= OF_A_KIND:
                continue
            self.kinds[kind_of(address)] += 1
            page = self.get(address)
            yield address, page
            found = {urljoin(address, one).split("#")[0] for one in page.xpath("//a[not(@download)]/@href")}
            new = sorted(one for one in found - met if leads_to_a_page(one))
            met.update(new)
            pending += new


def leads_to_a_page(address: str) -> bool:
    """Whether it is a page of the workbench, and no picture, table or file to take along."""
    path = urlsplit(address).path
    is_page = path.startswith("/") and not path.endswith(".json")
    return is_page and not path.startswith(("/static/", "/charts/", "/originals/", "/pictures/"))


def kind_of(address: str) -> str:
    """The address without what is particular to it: symbols, pinpoints, codes and values."""
    parts = urlsplit(address)
    names = sorted({name for name, _ in parse_qsl(parts.query)})
    if parts.path == "/search":
        # A list can be narrowed in hundreds of ways; those by as many facets are alike.
        facets = FACETS.intersection(names)
        names = [*sorted({*names} - facets), f"{len(facets)} facets"]
    room, _, rest = parts.path.strip("/").partition("/")
    deep = "document" if re.fullmatch(r"[A-Z].*/\d+(/Add\.\d+)?|[^/]*", rest) else "place"
    return f"{room}/{deep if rest else ''}?{'&'.join(names)}"


def a_client(folder: Path) -> Iterator[TestClient]:
    keys = Keys(8000)
    app = create_app(folder, keys)
    with TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=True) as client:
        client.cookies.set(keys.cookie, keys.token)
        yield client


def sign(record: Record, draft: int, *names: str) -> None:
    """Open a letter on the desk for signatures, and write down that these have signed it."""
    kept = keep_draft(record, draft, who="Anna")
    for name in names:
        one = enter(record, kept.letter, kind="organisation", names={"en": name}, who="Anna")
        consent(record, one, kept, who="Anna", how="e-mail")


@pytest.fixture(scope="module")
def of_the_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged example, with a letter in two versions, a judgement, a kept search and a file that failed."""
    folder = tmp_path_factory.mktemp("example") / "record"
    broken = folder.with_name("broken 7.pdf")
    broken.write_bytes(b"%PDF-1.7\n1 0 obj <</Type/Catalog")
    with open_record(folder) as record:
        add_cards(record)
        assert add_paths(record, [broken]).failed
        draft = open_draft(record, "letter 3.txt", letter_text())
        save_version(record, draft, f"{letter_text()}\nMore words.", why="edited")
        report = held(record, "A/HRC/25/5")
        assert report
        entry = entries(record, report)[0].entry
        named = EntryName(report.sha256, report.symbol, entry.kind, entry.pinpoint, entry.part)
        judge(record, named, who="Kim 2", verdict="wrong", about="by", words="It was 3 States.")
        save_search(record, who="Kim 2", name="17 refugees", address="q=refugees")
    return folder


@pytest.fixture(scope="module")
def of_real_files(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Path:
    folder = tmp_path_factory.mktemp("real") / "record"
    with open_record(folder) as record:
        report = add_paths(record, [shared_data / name for name in REAL_FILES])
        assert not report.failed
    return folder


@pytest.mark.parametrize("language", ["en", "ko"])
def test_each_number_of_the_example_is_that_of_its_rows(of_the_example: Path, language: str) -> None:
    for client in a_client(of_the_example):
        compare_every_number(client, of_the_example, language)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_each_number_of_who_signed_is_that_of_its_rows(tmp_path: Path, language: str) -> None:
    with open_record(tmp_path / "record") as record:
        spring = open_draft(record, "spring", "Dear Minister, we write.")
        autumn = open_draft(record, "autumn", "Dear Minister, we write.")
        for words in ("Dear Minister, we ask.", "Dear Minister, we urge."):
            save_version(record, spring, words, why="edited")
            sign(record, spring, f"Group of {words}", f"Friends of {words}")
        sign(record, autumn, "Kim Min-ji")
        save_version(record, autumn, "Dear Minister, we demand.", why="edited")
    for client in a_client(tmp_path / "record"):
        seen = compare_every_number(client, tmp_path / "record", language, typed=())
    assert {"signed", "ask_again", "consented"} <= set(seen)


def test_each_number_of_a_record_of_real_files_is_that_of_its_rows(of_real_files: Path) -> None:
    for client in a_client(of_real_files):
        # Advance questions in a file without a symbol are among those who raised it.
        typed = [*TYPED, "/reviews/SVN?about=violence+against+women"]
        seen = compare_every_number(client, of_real_files, "en", typed)
    assert sum(seen.values()) > 1000
    assert {"documents", "entries", "reviews", "recommendations", "spoke", "pages", "without-report"} <= set(
        seen
    )


@pytest.mark.parametrize("language", ["en", "ko"])
def test_each_number_of_two_texts_side_by_side_is_that_of_its_rows(tmp_path: Path, language: str) -> None:
    """Numbers, a date and a term differ, a paragraph is missing, and after both were in step one side changed."""
    with open_record(tmp_path / "record") as record:
        english = open_draft(record, "letter 7", ENGLISH)
        korean = open_draft(record, "서한 7", KOREAN)
        open_draft(record, "names.csv", "english,korean\nKim Cheol-ok,김철옥\n")
        pair_drafts(record, english, korean, who="Kim 2")
        shown = [versions(record, number)[0].id for number in (english, korean)]
        say_in_step(record, (english, korean), (shown[0], shown[1]), who="Kim 2")
        save_version(
            record, english, ENGLISH.replace("We ask for 2 answers.", "We ask for 3 answers."), why="edited"
        )
    for client in a_client(tmp_path / "record"):
        seen = compare_every_number(client, tmp_path / "record", language, typed=("/letters/1/beside",))
        page = client.get("/letters/1/beside").text
    assert {"due", "differing", "terms"} <= set(seen)
    assert "3 answers" in page


@pytest.mark.parametrize("language", ["en", "ko"])
def test_each_number_of_work_under_way_is_that_of_its_rows(
    tmp_path: Path, make_report: Any, language: str
) -> None:
    """Two editions of one report, a file that was there, one that cannot be read and one of another kind."""
    folder = tmp_path / "files"
    folder.mkdir()
    report = make_report(folder, 1)
    (folder / "second 2.txt").write_bytes(report.read_bytes() + b"\n")
    make_report(folder, 2, "asylum seekers")
    (folder / "broken 7.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <</Type/Catalog")
    (folder / "photo 3.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    for client in a_client(tmp_path / "record"):
        mark = {"form_mark": client.app.state.keys.mark}
        for asked in ("/add", "/add"):
            page = client.post(asked, data={**mark, "path": str(folder)})
            finished(client, page.url.path)
        for asked in ("/history/backup/file", "/history/tables/file", "/history/diagnosis"):
            client.post(asked, data=mark)
        for _ in range(200):
            if "<progress" not in client.get("/history").text:
                break
            time.sleep(0.05)
        jobs = [f"/jobs/{number}{panel}" for number in (1, 2) for panel in ("", "/panel")]
        seen = compare_every_number(client, tmp_path / "record", language, typed=jobs)
    assert {"added", "already", "not-read", "passed-over", "entries"} <= set(seen)


def finished(client: TestClient, address: str) -> None:
    """Wait for a piece of work; its page asks to be asked again while it goes on."""
    for _ in range(400):
        if "refresh" not in client.get(address).headers:
            return
        time.sleep(0.05)
    raise AssertionError(address)


def test_a_backup_and_the_files_of_a_record_hold_as_much_as_the_page_says(of_the_example: Path) -> None:
    """What is inside the files that were made, counted in the files."""
    for client in a_client(of_the_example):
        mark = {"form_mark": client.app.state.keys.mark}
        for asked in ("/history/backup/file", "/history/tables/file"):
            client.post(asked, data=mark)
        for _ in range(400):
            if "<progress" not in (text := client.get("/history").text):
                break
            time.sleep(0.05)
        page = tree(text)
        files = {
            a.text: client.get(a.get("href")).content
            for a in page.xpath("//a[starts-with(@href, '/history/files/')]")
        }
    said = [" ".join(one.itertext()) for one in page.xpath("//section//*[contains(@class, 'measure')]")]
    counted = [tuple(int(number.replace(",", "")) for number in NUMBER.findall(words)) for words in said]
    tables, backup = (
        zipfile.ZipFile(io.BytesIO(files[name])) for name in sorted(files, key=lambda name: "backup" in name)
    )
    listed = [name for name in tables.namelist() if name.endswith(".jsonl")]
    rows = sum(tables.read(name).count(b"\n") for name in listed)
    assert (len(listed), rows) in counted
    stored = io.BytesIO(backup.read(next(name for name in backup.namelist() if name.endswith(".db"))))
    copy = of_the_example.with_name("copy.db")
    copy.write_bytes(stored.getvalue())
    with sqlite3.connect(copy) as database:
        asked = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM entries)"
        told = database.execute(asked).fetchone()
    assert told in counted


def compare_every_number(
    client: TestClient, folder: Path, language: str, typed: Sequence[str] = TYPED
) -> Counter[str]:
    """Walk the record and compare; returns how many numbers of each name were compared."""
    walk, counting = Walk(client, language, typed), Counting(folder)
    looked_at: Counter[tuple[str, str, str]] = Counter()
    met: set[tuple[str, str, int]] = set()
    faults: list[Any] = []
    compared: Counter[str] = Counter()
    followed: Counter[tuple[str, str, str]] = Counter()
    for address, page in walk.walked():
        faults += [("bare", address, words) for words in bare_numbers(page)]
        faults += [("found without a word", address) for _ in rows_without_a_find(address, page)]
        for figure in figures(address, page):
            faults += shown_wrongly(figure)
            of_its_kind = kind_of(address), kind_of(figure.target), figure.of
            is_long = figure.many > LONG and followed[of_its_kind] > ROWS_OF_A_KIND
            if figure[1:4] in met or looked_at[of_its_kind] >= OF_A_KIND or is_long:
                continue
            met.add(figure[1:4])
            looked_at[of_its_kind] += 1
            followed[of_its_kind] += figure.many
            compared[figure.of] += 1
            rows, counted = rows_behind(figure, walk.rows_at), counting.of(figure)
            if rows != figure.many or counted not in (None, figure.many):
                faults.append((figure, f"rows {rows}, in the database {counted}"))
    assert faults == []
    return compared


def rows_without_a_find(address: str, page: html.HtmlElement) -> list[html.HtmlElement]:
    """The rows of a search for words in which no word is marked as found."""
    if not dict(parse_qsl(urlsplit(address).query)).get("q"):
        return []
    return list(page.xpath("//ol[contains(@class, 'hits')]/li[not(.//mark)]"))


def shown_wrongly(figure: Figure) -> Iterator[tuple[Figure, str]]:
    """A counted number whose words say another one, or several."""
    if [int(found.replace(",", "")) for found in NUMBER.findall(figure.shown)] != [figure.many]:
        yield figure, "its words say another number"
