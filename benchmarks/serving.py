"""How quickly the workbench answers: wrk on loopback against pages and searches of a record.

    python -m benchmarks.serving RECORD [--seconds 8] [--connections 20]

Each group is a list of addresses asked in turn. Prints requests a second, the median and the 95th percentile, and
the errors; the first line says how many entries the record holds. Needs wrk.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

GROUPS = {
    "pages": (
        "/",
        "/documents",
        "/reviews",
        "/reviews/CHN",
        "/states/CZE",
        "/documents/A/HRC/25/5",
        "/history",
    ),
    "search": tuple(
        f"/search?q={word}"
        for word in (
            "refugees",
            "torture",
            "death+penalty",
            "%22asylum+seekers%22",
            "repatriat*",
            "women+rights",
        )
    ),
}
SCRIPT = """
local paths = {{ {paths} }}
local at = 0
request = function()
  at = at + 1
  return wrk.format("GET", paths[(at % #paths) + 1], {{ ["Authorization"] = "Bearer {token}" }})
end
done = function(summary, latency)
  io.write(string.format(
    '{{"requests": %d, "seconds": %.2f, "p50": %.1f, "p95": %.1f, "status": %d, "socket": %d}}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""
SERVE = "from onrecord.cli.main import main; main()"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("record", type=Path)
    asked.add_argument("--seconds", type=int, default=8)
    asked.add_argument("--connections", type=int, default=20)
    given = asked.parse_args()
    words = [sys.executable, "-u", "-c", SERVE, "--record", str(given.record), "serve", "--no-browser"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        found = None
        while not found:
            found = re.search(r"(http://[^/]+)/\?token=(\S+)", server.stdout.readline())
        try:
            for name, paths in GROUPS.items():
                measure(name, found[1], found[2], paths, given)
        finally:
            server.terminate()


def measure(name: str, base: str, token: str, paths: tuple[str, ...], given: argparse.Namespace) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for path in paths:
        start = time.perf_counter()
        request = urllib.request.Request(base + path, headers={"Authorization": f"Bearer {token}"})  # noqa: S310
        with opener.open(request) as answer:
            size = len(answer.read())
        print(
            f"{name:8} first {path:40} {(time.perf_counter() - start) * 1000:6.0f} ms {size / 1000:6.1f} kB"
        )
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT.format(paths=", ".join(f'"{path}"' for path in paths), token=token))
        script.flush()
        words = ["wrk", "-t2", f"-c{given.connections}", f"-d{given.seconds}s", "-s", script.name, base]
        printed = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    told = json.loads(printed.strip().splitlines()[-1])
    print(
        f"{name:8} {told['requests'] / told['seconds']:7.0f} requests/s, p50 {told['p50']} ms, p95 {told['p95']} ms, "
        f"{told['status']} error answers, {told['socket']} broken connections"
    )


if __name__ == "__main__":
    main()
