"""Documents: by paragraphs, one place beside its page, and what people say of an entry."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from onrecord.record.add import add_paths
from onrecord.record.judgements import judgements
from onrecord.record.record import open_record
from onrecord.web.access import Keys
from onrecord.web.app import create_app
from onrecord.web.pages import environment


def words_of(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", page))


def test_the_list_leads_to_each_document(bench: Any) -> None:
    page = bench.client.get("/documents").text
    for address in re.findall(r'href="(/documents/[^"]+)"', page):
        assert bench.client.get(html.unescape(address)).status_code == 200
    assert page.count('class="symbol"') == 2


def test_every_number_of_a_paragraph_leads_to_its_place(bench: Any) -> None:
    page = bench.client.get("/documents/A/HRC/99/1").text
    places = re.findall(r'class="number" href="([^"]+)"', page)
    assert places == [f"/documents/A/HRC/99/1/{n}" for n in ("1", "2", "3", "4", "5", "5.1", "5.2", "6")]
    for address in places:
        answer = bench.client.get(address)
        assert answer.status_code == 200
        assert 'class="para here"' in answer.text


def test_a_place_shows_the_words_who_to_whom_and_the_position(bench: Any) -> None:
    said = words_of(bench.client.get("/documents/A/HRC/99/1/5.1").text)
    for words in (
        "A/HRC/99/1, 5.1",
        "Protect refugees in accordance with",
        "Czechia",
        "Czech Republic",
        "China",
        "to be answered",
    ):
        assert words in said, words


TITLE = "Report of the Working Group on the Universal Periodic Review China"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("un", "A/HRC/99/1, para. 5.1"),
        ("oscola", f"UN Human Rights Council, ‘{TITLE}’ (4 December 2013) UN Doc A/HRC/99/1, para 5.1"),
        ("bluebook", f"Human Rights Council, {TITLE}, ¶ 5.1, U.N. Doc. A/HRC/99/1 (Dec. 4, 2013)"),
        ("ko", f"인권이사회, “{TITLE}”, UN Doc. A/HRC/99/1, 2013년 12월 4일, 5.1문단"),
    ],
)
def test_a_citation_is_given_in_the_chosen_style(bench: Any, style: str, expected: str) -> None:
    back = "/documents/A/HRC/99/1/5.1"
    answer = bench.client.post("/style", data={**bench.mark, "style": style, "back": back})
    assert answer.headers["location"] == back
    page = html.unescape(bench.client.get(back).text)
    assert f'id="cited">{expected}</output>' in page
    bench.client.cookies.delete("onrecord-style")


def test_a_judgement_is_kept_with_who_and_when_and_the_entry_stays(bench: Any) -> None:
    page = bench.client.get("/documents/A/HRC/99/1/5.1").text
    entry = re.search(r'name="entry" value="(\d+)"', page)[1]
    told = {"document": "A/HRC/99/1", "pinpoint": "5.1", "entry": entry, "who": "김 <b>서연</b>"}
    for verdict, words in (("wrong", "<script>alert(1)</script>"), ("right", "I looked again")):
        data = {**bench.mark, **told, "verdict": verdict, "about": "by", "words": words}
        answer = bench.client.post("/judgements", data=data)
        assert answer.headers["location"] == f"/documents/A/HRC/99/1/5.1#e{entry}"
        page = bench.client.get("/documents/A/HRC/99/1/5.1").text
        assert html.escape(words) in page
    assert "<script>alert" not in page
    assert "<b>서연" not in page
    assert "&lt;b&gt;서연" in page
    second, first = judgements(bench.client.app.state.desk.own)
    assert (first.verdict, second.verdict, second.supersedes) == ("wrong", "right", first.id)
    assert "Czechia" in words_of(page)


@pytest.mark.parametrize("field", ["who", "verdict", "about", "entry", "document"])
def test_a_judgement_that_cannot_be_kept_is_told(bench: Any, field: str) -> None:
    data = {
        "document": "A/HRC/99/1",
        "pinpoint": "5.1",
        "entry": "0",
        "who": "x",
        "verdict": "wrong",
        "about": "by",
    }
    entry = re.search(r'name="entry" value="(\d+)"', bench.client.get("/documents/A/HRC/99/1/5.1").text)[1]
    data["entry"] = entry
    data[field] = "" if field == "who" else "99999" if field == "entry" else "nonsense"
    answer = bench.client.post("/judgements", data={**bench.mark, **data})
    assert answer.status_code in {400, 404}


@pytest.mark.parametrize(
    "path",
    [
        "A/HRC/99/9",
        "A/HRC/99/1/999",
        "A/HRC/99/1/%00",
        "x" * 3000,
        "%FF%FE",
        "A/HRC/99/1/5.1'--",
        "../../etc/passwd",
    ],
)
def test_what_is_not_there_is_told_without_harm(bench: Any, path: str) -> None:
    answer = bench.client.get(f"/documents/{path}")
    assert answer.status_code == 404
    assert 'class="wordmark"' in answer.text


def test_the_original_is_handed_out_as_a_file_and_never_shown(bench: Any) -> None:
    page = bench.client.get("/documents/A/HRC/99/1").text
    address = html.unescape(re.search(r'href="(/originals/[^"]+)"', page)[1])
    answer = bench.client.get(address)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert b"A/HRC/99/1" in answer.content


def test_the_page_as_published_is_drawn_with_its_place(shared_data: Path, tmp_path: Path) -> None:
    report = next((shared_data / "upr_reports" / "pdf").glob("china2013*"))
    with open_record(tmp_path / "record") as record:
        add_paths(record, [report])
    keys = Keys(8000)
    with TestClient(create_app(tmp_path / "record", keys), base_url="http://127.0.0.1:8000") as client:
        client.cookies.set(keys.cookie, keys.token)
        page = client.get("/documents/A/HRC/25/5/186.242").text
        address = html.unescape(re.search(r'<img class="page"[^>]* src="([^"]+)"', page)[1])
        drawn = client.get(address)
        assert drawn.headers["content-type"] == "image/png"
        assert drawn.content.startswith(b"\x89PNG")
        assert client.get(address.replace("/0.png", "/7.png")).status_code == 404


@pytest.mark.parametrize(
    "kind",
    [
        *(
            "upr_report",
            "upr_addendum",
            "upr_questions",
            "upr_thematic_list",
            "upr_info_export",
            "uhri_export",
        ),
        *(
            "national_report",
            "compilation",
            "summary",
            "midterm_report",
            "hc_letter",
            "concluding_observations",
        ),
        *("general_comment", "views", "communication", "communication_reply", "mandate_report", "inquiry"),
        *("session_report", "resolution", "document", "cards"),
    ],
)
def test_every_kind_of_document_has_a_name_in_korean(kind: str) -> None:
    parts = environment("ko").from_string(
        "{% import 'parts.html.j2' as parts with context %}{{ parts.kind_of_document(kind) }}"
    )
    assert re.fullmatch("[^_]*[가-힣][^_]*", parts.render(kind=kind).strip())
