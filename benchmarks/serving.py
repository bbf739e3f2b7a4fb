"""How quickly the workbench answers: wrk on loopback against pages and searches of a record.

    python -m benchmarks.serving RECORD [--seconds 8] [--connections 20] [--seed 1] [--pause 250]

Every request of a run asks another address, drawn from the record itself, so that no page is given a second time
from memory: pages of States, reviews, documents and places; searches for words, pairs of words, phrases and
beginnings that stand in the record, some of them narrowed. A last group asks the same few pages again and again.
Without --pause each connection asks for the next page as soon as it has the last, as no reader does: then the time
that a request takes is the number of connections by the pages that two processors make a second. With it each waits
about so long between two pages. Prints requests a second, the median and the 95th percentile, and the errors; the
first line says what the record holds. Needs wrk.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from onrecord.record.browse import Asked, browse
from onrecord.record.overview import overview, reviews_held
from onrecord.record.record import Record, open_record
from onrecord.web.pages import place, with_query

AGAIN = ("/", "/documents", "/reviews", "/states", "/history")
MOST = 4000
WORD = re.compile(r"[a-z]{4,}")
SCRIPT = """
local paths = {{}}
for line in io.lines("{paths}") do paths[#paths + 1] = line end
local threads = 0
setup = function(thread) thread:set("offset", threads); threads = threads + 1 end
local at = 0
request = function()
  at = at + 1
  return wrk.format("GET", paths[((at * 2 + offset) % #paths) + 1], {{ ["Authorization"] = "Bearer {token}" }})
end
{pause}done = function(summary, latency)
  io.write(string.format(
    '{{"requests": %d, "seconds": %.2f, "p50": %.1f, "p95": %.1f, "status": %d, "socket": %d}}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""
PAUSE = "delay = function() return math.random({shortest}, {longest}) end\n"
SERVE = "from onrecord.cli.main import main; main()"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("record", type=Path)
    asked.add_argument("--seconds", type=int, default=8)
    asked.add_argument("--connections", type=int, default=20)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument(
        "--pause", type=int, default=0, help="milliseconds that each reader waits between pages"
    )
    asked.add_argument("--only", default="", help="the groups to measure, with commas between them")
    given = asked.parse_args()
    groups = drawn(given.record, random.Random(given.seed))  # noqa: S311 - a sample, no secret
    words = [sys.executable, "-u", "-c", SERVE, "--record", str(given.record), "serve", "--no-browser"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        found = None
        while not found:
            found = re.search(r"(http://[^/]+)/\?token=(\S+)", server.stdout.readline())
        try:
            for name, paths in groups.items():
                if not given.only or name in given.only.split(","):
                    measure(name, found[1], found[2], paths, given)
        finally:
            server.terminate()


def drawn(folder: Path, dice: random.Random) -> dict[str, list[str]]:
    """The addresses of each group, from the record in `folder`."""
    with open_record(folder) as record:
        told = overview(record)
        print(f"{told.entries:,} entries, {told.paragraphs:,} paragraphs, {told.documents:,} documents")
        states = [
            facet.value for name in ("by", "to") for facet in browse(record, Asked(), size=1).facets[name]
        ]
        groups = {
            "search": list(dict.fromkeys(_searches(record, states, dice))),
            "States": [f"/states/{quote(state)}" for state in dict.fromkeys(states)],
            "reviews": _reviews(record, dice),
            "documents": _documents(record, dice),
        }
    together = [path for paths in groups.values() for path in dice.sample(paths, min(len(paths), 400))]
    dice.shuffle(together)
    return {**groups, "together": together, "again": list(AGAIN)}


def _searches(record: Record, states: list[str], dice: random.Random) -> Iterator[str]:
    texts = [row.snippet.casefold() for row in browse(record, Asked(), size=MOST * 50).rows]
    for _ in range(MOST):
        words = WORD.findall(dice.choice(texts)) or ["rights"]
        first = dice.randrange(len(words))
        one, two = words[first], words[min(first + 1, len(words) - 1)]
        asked = dice.choice((one, f"{one} {dice.choice(words)}", f'"{one} {two}"', f"{one[:5]}*"))
        narrowed = dice.choice(
            ({}, {}, {"to": dice.choice(states)}, {"by": dice.choice(states)}, {"cycle": 2})
        )
        yield with_query("/search", q=asked, **narrowed)


def _reviews(record: Record, dice: random.Random) -> list[str]:
    """Each State's reviews, each review, and pages of its rows."""
    paths: list[str] = []
    for held in reviews_held(record):
        own = f"/reviews/{held.state}/{held.symbol}"
        paths += [f"/reviews/{held.state}", own, f"{own}?start=50", f"{own}?position=supported"]
    paths = list(dict.fromkeys(paths))
    return dice.sample(paths, min(MOST, len(paths)))


def _documents(record: Record, dice: random.Random) -> list[str]:
    """The documents, and places in them."""
    rows = browse(record, Asked(), size=MOST * 50).rows
    places = [place(row.symbol or row.name, row.pinpoint) for row in dice.sample(rows, min(MOST, len(rows)))]
    return list(dict.fromkeys([*(place(row.symbol or row.name) for row in rows), *places]))


def measure(name: str, base: str, token: str, paths: list[str], given: argparse.Namespace) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    took: list[tuple[float, int, str]] = []
    for path in paths[-30:]:
        start = time.perf_counter()
        request = urllib.request.Request(base + path, headers={"Authorization": f"Bearer {token}"})  # noqa: S310
        with opener.open(request) as answer:
            size = len(answer.read())
        took.append((time.perf_counter() - start, size, path))
    took.sort()
    slowest, _, where = took[-1]
    print(
        f"{name:10} alone: median {took[len(took) // 2][0] * 1000:.0f} ms, slowest {slowest * 1000:.0f} ms ({where}), "
        f"largest {max(size for _, size, _ in took) / 1000:.0f} kB"
    )
    with tempfile.TemporaryDirectory() as folder:
        lines, script = Path(folder, "paths"), Path(folder, "ask.lua")
        lines.write_text("\n".join(paths), encoding="utf-8")
        pause = PAUSE.format(shortest=given.pause // 2, longest=given.pause * 3 // 2) if given.pause else ""
        script.write_text(SCRIPT.format(paths=lines, token=token, pause=pause), encoding="utf-8")
        words = ["wrk", "-t2", f"-c{given.connections}", f"-d{given.seconds}s", "-s", str(script), base]
        printed = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    told = json.loads(printed.strip().splitlines()[-1])
    print(
        f"{name:10} {len(paths)} addresses: {told['requests']} requests, {told['requests'] / told['seconds']:.0f} a second, "
        f"p50 {told['p50']} ms, p95 {told['p95']} ms, "
        f"{told['status']} error answers, {told['socket']} broken connections"
    )


if __name__ == "__main__":
    main()
