"""The first room: from an empty record to documents that were read, and files that were not."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def wait_for(bench: Any, address: str) -> str:
    for _ in range(300):
        page = str(bench.client.get(f"{address}/panel").text)
        if "data-watch" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("the job did not end")


def hand_over(bench: Any, *files: tuple[str, str, bytes]) -> str:
    sent = [(field, (name, content)) for field, name, content in files]
    answer = bench.client.post("/add", data=bench.mark, files=sent)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def test_an_empty_record_says_what_to_do(empty_bench: Any) -> None:
    page = empty_bench.client.get("/").text
    assert "Hand over files" in page
    assert "Open the example" in page


def test_files_are_read_and_failures_told_with_their_reason(
    empty_bench: Any,
    tmp_path: Path,
    make_report: Callable[..., Path],
    make_bad_files: Callable[..., dict[str, str]],
) -> None:
    reasons = make_bad_files(tmp_path)
    del reasons["huge.pdf"]
    files = [make_report(tmp_path, 1), *(tmp_path / name for name in reasons)]
    panel = wait_for(empty_bench, hand_over(empty_bench, *(("files", f.name, f.read_bytes()) for f in files)))
    assert "1 document read" in panel
    assert "A/HRC/99/1" in panel
    assert f"{len(reasons)} files could not be read" in panel
    first = empty_bench.client.get("/").text
    for name, reason in reasons.items():
        assert reason in first, name
    assert not list((empty_bench.folder / "arrivals").iterdir())


def test_what_is_no_document_in_a_folder_is_passed_over(
    empty_bench: Any, tmp_path: Path, make_report: Callable[..., Path]
) -> None:
    content = make_report(tmp_path, 1).read_bytes()
    address = hand_over(empty_bench, ("folder", "a/b/report.txt", content), ("folder", "a/thumbs.db", b"x"))
    assert "1 document read" in wait_for(empty_bench, address)


def test_a_folder_on_this_computer_is_read_where_it_lies(
    empty_bench: Any, tmp_path: Path, make_report: Callable[..., Path]
) -> None:
    (tmp_path / "reports").mkdir()
    report = make_report(tmp_path / "reports", 1)
    answer = empty_bench.client.post("/add", data={**empty_bench.mark, "path": str(report.parent)})
    assert "1 document read" in wait_for(empty_bench, answer.headers["location"])
    assert report.exists()


@pytest.mark.parametrize("path", ["/no/such/folder", "relative", "\x00", "~nobody/x", "x" * 5000])
def test_a_path_that_is_none_is_told(empty_bench: Any, path: str) -> None:
    answer = empty_bench.client.post("/add", data={**empty_bench.mark, "path": path})
    assert answer.status_code == 400
    assert "There is no file or folder at" in answer.text


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.txt",
        "C:\\evil.txt",
        "<b>x</b>.txt",
        "\u202etxt.exe.txt",
        "한" * 300 + ".txt",
        "a" * 400,
        "..",
        "x\x00y.txt",
    ],
)
def test_hostile_file_names_stay_in_the_record_and_show_as_text(
    empty_bench: Any, tmp_path: Path, make_report: Callable[..., Path], name: str
) -> None:
    content = make_report(tmp_path, 1).read_bytes()
    panel = wait_for(empty_bench, hand_over(empty_bench, ("files", name, content)))
    assert "1 document read" in panel
    assert "<b>x" not in panel
    assert "\u202e" not in panel
    assert not list(tmp_path.rglob("evil*"))


def test_the_example_has_a_record_of_its_own(empty_bench: Any) -> None:
    empty_bench.client.post("/example/open", data=empty_bench.mark)
    page = empty_bench.client.get("/").text
    assert "This is the example" in page
    assert "A/HRC/25/5" in page
    empty_bench.client.post("/example/close", data=empty_bench.mark)
    page = empty_bench.client.get("/").text
    assert "A/HRC/25/5" not in page


def test_nothing_handed_over_leads_back(empty_bench: Any) -> None:
    answer = empty_bench.client.post("/add", data=empty_bench.mark)
    assert re.match(r"/(\?|$)", answer.headers["location"])
