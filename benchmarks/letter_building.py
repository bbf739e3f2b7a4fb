"""How long a letter's source takes to become a built letter, after start: ten pages, and with 200 notes.

    python benchmarks/letter_building.py [--rounds 7]

The record holds the packaged excerpts. A quarter of the notes come with words taken from the record, some cite a
source of a CSL-JSON file, some are in own words, and every tenth is referred to. Printed are the first time
(libraries are loaded then), the median and the best of the rounds; and the bare cost in the same run: the
Markdown alone, by markdown-it, without notes, record or numbering.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from markdown_it import MarkdownIt

from onrecord.letters.compose.build import compose
from onrecord.letters.compose.reading import parse_source
from onrecord.letters.example.cards import add_cards
from onrecord.record.record import open_record

ITEM = {"id": "hrw", "type": "report", "author": [{"literal": "Human Rights Watch"}], "title": "A report",
        "issued": {"date-parts": [[2023, 10, 12]]}, "URL": "https://www.hrw.org/x"}  # fmt: skip
WORDS = "We write of what families told us, of what States said, and of what was answered to them at Geneva. "
# Pages of some 420 words in the letter's type.
PAGE = 420
NOTES = (
    "{{quote A/HRC/25/5 186.241}}",
    "words[@A/HRC/11/25, para. 30]{{#k{n}}}",
    "words[@hrw, p. {n}]",
    "words^[Families told us so, A/HRC/11/25, para. {n}.]",
    "words[@A/HRC/25/5, para. {n}; see also @A/HRC/11/25, para. 26]",
    "words[@A/HRC/11/25, para. 28 (g)]",
)


def source_text(pages: int, notes: int, style: str) -> str:
    """A source of so many pages and notes."""
    rows = [f"---\ndate: 2026-10-01\nnotes: {style}\n---"]
    per_note = max(1, pages * PAGE // notes // len(WORDS.split()))
    for n in range(1, notes + 1):
        form = NOTES[n % len(NOTES)]
        called = (
            form
            if form.startswith("{{quote")
            else form.replace("{{#", "{#").replace("}}", "}").replace("{n}", str(n))
        )
        after = (
            f" See note {{{{note k{n - n % 6 + 1 if n % 6 else n - 5}}}}}." if n % 10 == 0 and n > 6 else ""
        )
        rows.append(f"{WORDS * per_note}{called}.{after}")
    return "\n\n".join(rows)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=7)
    rounds = arguments.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder)) as record:
        add_cards(record)
        for style in ("letter", "un", "oscola", "chicago"):
            for notes in (60, 200):
                text = source_text(10, notes, style)
                times, bare = [], []
                for _ in range(rounds):
                    began = time.perf_counter()
                    composed = compose(parse_source(text), record, items={"hrw": ITEM})
                    times.append(time.perf_counter() - began)
                    began = time.perf_counter()
                    MarkdownIt("commonmark").parse(text)
                    bare.append(time.perf_counter() - began)
                assert not composed.errors, composed.errors
                assert len(composed.letter.notes) == notes
                print(
                    f"{style:8s} {notes:4d} notes {len(text.split()):6,d} words  first {times[0]:.3f} s  "
                    f"median {statistics.median(times):.3f} s  best {min(times):.3f} s  Markdown alone {min(bare):.3f} s"
                )


if __name__ == "__main__":
    main()
