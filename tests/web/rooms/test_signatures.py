"""The room of signatures: from a letter's words to who must be asked again, and what went out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from onrecord.letters.signing.requests import ask_to_sign, requests
from onrecord.letters.signing.versions import version
from onrecord.record.record import open_record

SOURCE = "---\ndate: 2026-10-01\ntitle: To the Minister\n---\n\nAt least 500 persons were returned.\n"
HOW = {"how": "e-mail of 2 January", "who": "Secretary"}


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "spring.md"
    path.write_text(SOURCE)
    return path


def post(bench: Any, path: str, **data: Any) -> Any:
    return bench.client.post(path, data={**bench.mark, **data})


def opened(bench: Any, letter: Path) -> str:
    answer = post(bench, "/signatures", source=str(letter), who="Secretary")
    assert answer.headers["location"] == "/signatures/spring"
    return shown_hash(bench)


def page(bench: Any) -> str:
    answer = bench.client.get("/signatures/spring")
    assert answer.status_code == 200
    return str(answer.text)


def shown_hash(bench: Any) -> str:
    return re.findall(r'name="sha256" value="([0-9a-f]{64})"', page(bench))[0]


def standing(bench: Any) -> list[str]:
    return re.findall(r'class="badge[^"]*">([^<]+)</span>', page(bench))


def test_an_empty_room_says_what_to_do(empty_bench: Any) -> None:
    assert "Open one below" in empty_bench.client.get("/signatures").text
    assert empty_bench.client.get("/signatures/autumn").status_code == 404


def test_who_signed_other_words_must_be_asked_again_and_the_message_is_there(
    empty_bench: Any, letter: Path
) -> None:
    sha256 = opened(empty_bench, letter)
    names = {"name_en": "Relatives' Association", "name_ko": "가족회", "contact": "r@example.org"}
    assert post(empty_bench, "/signatures/spring/add", kind="organisation", **names).status_code == 303
    assert standing(empty_bench) == ["invited"]
    assert "r@example.org" not in page(empty_bench)
    assert post(empty_bench, "/signatures/spring/consent", number=1, sha256=sha256, **HOW).status_code == 303
    assert standing(empty_bench) == ["signed"]
    letter.write_text(SOURCE.replace("At least", "About"))
    assert opened(empty_bench, letter) != sha256
    assert standing(empty_bench) == ["must be asked again"]
    assert "About 500 persons" in page(empty_bench).split("<textarea")[1]
    assert post(empty_bench, "/signatures/spring/withdraw", number=1, **HOW).status_code == 303
    assert standing(empty_bench) == ["withdrew"]


def test_somebody_much_alike_is_entered_only_when_asked(empty_bench: Any, letter: Path) -> None:
    opened(empty_bench, letter)
    one = {"kind": "organisation", "name_en": "Human Rights Group"}
    post(empty_bench, "/signatures/spring/add", **one)
    again = post(empty_bench, "/signatures/spring/add", **one)
    assert again.status_code == 400
    assert "much alike" in again.text
    assert post(empty_bench, "/signatures/spring/add", **one, alike_too="yes").status_code == 303


def test_a_list_is_seen_before_it_is_entered(empty_bench: Any, letter: Path) -> None:
    sha256 = opened(empty_bench, letter)
    rows = "단체명,consent\n가족회,yes\n다른 모임,\n,\n".encode("cp949")
    seen = empty_bench.client.post(
        "/signatures/spring/preview", data=empty_bench.mark, files={"file": ("../<b>list.csv", rows)}
    )
    assert seen.status_code == 200
    assert "가족회" in seen.text
    assert "<b>" not in seen.text
    assert standing(empty_bench) == []
    data = re.findall(r'name="data" value="([0-9a-f]*)"', seen.text)[0]
    assert bytes.fromhex(data) == rows
    again = empty_bench.client.get("/signatures/spring/preview")
    assert again.headers["location"] == "/signatures/spring"
    entered = post(
        empty_bench, "/signatures/spring/enter", name="list.csv", data=data, sha256=sha256, who="S"
    )
    assert entered.status_code == 303
    assert standing(empty_bench) == ["signed", "invited"]
    broken = post(empty_bench, "/signatures/spring/enter", name="list.csv", data="xyz", sha256=sha256)
    assert broken.status_code == 400


def test_a_list_too_large_is_refused(empty_bench: Any, letter: Path) -> None:
    opened(empty_bench, letter)
    large = {"file": ("list.csv", b"name\n" + b"a\n" * 300_000)}
    told = empty_bench.client.post("/signatures/spring/preview", data=empty_bench.mark, files=large)
    assert told.status_code == 400
    assert "500 KB" in told.text


def test_what_went_out_is_filed_and_answered(empty_bench: Any, letter: Path) -> None:
    sha256 = opened(empty_bench, letter)
    sent = {"recipient": "Ministry", "sent": "2026-10-02", "file": str(letter), "who": "S"}
    assert post(empty_bench, "/signatures/spring/publications", sha256=sha256, **sent).status_code == 303
    assert "Check of that day (English)" in page(empty_bench)
    reply = {
        "number": 1,
        "sender": "Ministry",
        "received": "2026-10-20",
        "words": "It took note.",
        "who": "S",
    }
    assert post(empty_bench, "/signatures/spring/reply", **reply).status_code == 303
    assert "It took note." in page(empty_bench)
    assert "1 reply" in empty_bench.client.get("/signatures").text


def test_a_form_without_its_mark_changes_nothing(empty_bench: Any, letter: Path) -> None:
    opened(empty_bench, letter)
    one = {"kind": "person", "name_en": "B. Example"}
    assert empty_bench.client.post("/signatures/spring/add", data=one).status_code == 403
    assert standing(empty_bench) == []


def test_who_asked_to_sign_on_the_page_is_accepted_or_refused(empty_bench: Any, letter: Path) -> None:
    opened(empty_bench, letter)
    with open_record(empty_bench.folder) as record:
        shown = version(record, "spring")
        for name in ("Relatives' Association", "<b>Nobody</b>"):
            ask_to_sign(record, shown, kind="organisation", names={"en": name}, contact="r@example.org")
        first, second = (one.id for one in requests(record, "spring"))
    told = page(empty_bench)
    assert "r@example.org" in told
    assert "&lt;b&gt;Nobody" in told
    post(empty_bench, "/signatures/spring/accept", number=first, who="Secretary")
    post(empty_bench, "/signatures/spring/refuse", number=second, who="Secretary")
    assert standing(empty_bench) == ["signed"]
    assert "r@example.org" not in page(empty_bench)
    again = post(empty_bench, "/signatures/spring/accept", number=second, who="Secretary")
    assert again.status_code == 400


def test_a_name_is_corrected_and_what_stood_there_is_kept(empty_bench: Any, letter: Path) -> None:
    bench = empty_bench
    opened(bench, letter)
    post(
        bench,
        "/signatures/spring/add",
        kind="person",
        name_en="Kim Kyu Lee",
        contact="k@example.org",
        who="Secretary",
    )
    shown = bench.client.get("/signatures/spring/1").text
    assert 'value="Kim Kyu Lee"' in shown
    assert 'value="k@example.org"' in shown
    answer = post(
        bench, "/signatures/spring/correct", number=1, name_en="Kim Kyu Li", name_ko="김규리", detail_en="", contact="",
        how="her e-mail", who="Secretary",
    )  # fmt: skip
    assert answer.headers["location"] == "/signatures/spring/1"
    shown = bench.client.get("/signatures/spring/1").text
    assert 'value="Kim Kyu Li"' in shown
    assert "k@example.org" not in shown
    assert "her e-mail" in shown
    assert "Kim Kyu Lee" in bench.client.get("/history?kind=signature").text
    assert post(bench, "/signatures/spring/correct", number=1, who="Secretary").status_code == 400
    assert bench.client.get("/signatures/spring/2").status_code == 404


def test_a_reply_with_its_file_is_kept_and_given_back(empty_bench: Any, letter: Path) -> None:
    bench = empty_bench
    sha256 = opened(bench, letter)
    post(
        bench,
        "/signatures/spring/publications",
        sha256=sha256,
        recipient="A ministry",
        sent="2026-10-02",
        who="Secretary",
    )
    given = {
        **bench.mark,
        "number": 1,
        "sender": "The ministry",
        "received": "2026-10-20",
        "who": "Secretary",
    }
    file = ("../회신 <b>.pdf", b"%PDF-1.4 a reply", "application/pdf")
    answer = bench.client.post("/signatures/spring/reply", data=given, files={"file": file})
    assert answer.status_code == 303
    shown = page(bench)
    assert "회신 &lt;b&gt;.pdf" in shown
    address = re.findall(r'href="(/signatures/spring/files/[0-9a-f]{64})"', shown)[0]
    kept = bench.client.get(address)
    assert kept.content == b"%PDF-1.4 a reply"
    assert kept.headers["content-type"] == "application/octet-stream"
    assert kept.headers["content-disposition"].startswith("attachment")
    assert bench.client.get(address[:-4] + "0000").status_code == 404
    assert bench.client.post("/signatures/spring/reply", data=given).status_code == 400


def test_a_person_unknown_so_far_is_asked_for_a_name(
    empty_bench: Any, letter: Path, monkeypatch: Any
) -> None:
    monkeypatch.delenv("ONRECORD_WHO", raising=False)
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    post(empty_bench, "/signatures", source=str(letter), who="")
    empty_bench.client.cookies.delete("onrecord-who")
    shown = page(empty_bench)
    assert 'value="root"' not in shown
    assert '<input id="add-who" name="who" required' in shown
    monkeypatch.setenv("ONRECORD_WHO", "Kim Minji")
    empty_bench.client.post("/language", data={**empty_bench.mark, "language": "en"})
    assert 'value="Kim Minji"' in empty_bench.client.get("/signatures/spring?version=").text
