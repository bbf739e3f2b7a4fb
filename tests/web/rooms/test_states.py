"""The pages of States and of bodies, whatever their names are made of."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from onrecord.documents.model import Document
from onrecord.mechanisms.model import Entry, Reading
from onrecord.record.record import open_record
from onrecord.record.store import as_rows, write


def test_a_body_with_a_slash_in_its_name_has_its_page(empty_bench: Any) -> None:
    said = Entry(
        "statement",
        "A/HRC/99/3",
        "body",
        "1",
        page=1,
        text="Concerned.",
        by=("OSCE/ODIHR",),
        to="CHN",
        cycle=3,
    )
    document = Document(
        name="a.pdf",
        sha256="e" * 64,
        format="pdf",
        pages=1,
        symbol="A/HRC/99/3",
        title="Summary",
        paragraphs=(),
    )
    with open_record(empty_bench.folder) as record, record.database.writing() as connection:
        write(
            connection,
            as_rows(document, Reading("summary", (said,), None, ())),
            10,
            "2026-01-01T00:00:00+00:00",
            "t",
        )
    listed = empty_bench.client.get("/states").text
    (address,) = [one for one in re.findall(r'href="(/states/[^"]+)"', listed) if "ODIHR" in one]
    page = empty_bench.client.get(unquote(address))
    assert page.status_code == 200
    assert "by=OSCE%2FODIHR" in page.text
