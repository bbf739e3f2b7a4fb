"""History, backup and diagnosis in the browser."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path
from typing import Any


def settled_page(bench: Any) -> str:
    for _ in range(300):
        answer = bench.client.get("/history")
        if "refresh" not in answer.headers:
            return str(answer.text)
        time.sleep(0.1)
    raise AssertionError("the work did not end")


def test_a_backup_is_written_into_the_folder_that_is_named(bench: Any, tmp_path: Path) -> None:
    answer = bench.client.post("/history/backup", data={**bench.mark, "folder": str(tmp_path)})
    assert answer.headers["location"] == "/history"
    page = settled_page(bench)
    (made,) = tmp_path.glob("*.zip")
    assert str(made) in page
    assert zipfile.ZipFile(made).testzip() is None


def test_a_folder_that_is_none_is_told(bench: Any, tmp_path: Path) -> None:
    for folder in (tmp_path / "no", Path(__file__)):
        answer = bench.client.post("/history/backup", data={**bench.mark, "folder": str(folder)})
        assert answer.status_code == 400


def test_the_diagnosis_tells_whether_the_record_is_whole_and_who_read_it(bench: Any) -> None:
    bench.client.post("/history/diagnosis", data=bench.mark)
    page = settled_page(bench)
    assert "whole" in page
    assert "2 documents (today" in page.replace("&#39;s reader", "")
    job = bench.client.app.state.desk.jobs.all()[0]
    assert bench.client.get(f"/jobs/{job.id}").status_code == 404
