"""Tasks for the tests of the pool; worker processes import them by name."""

from __future__ import annotations

import os
import time

from onrecord.errors import UnreadableDocument


def task(source, _limits):
    match source.name:
        case "dies":
            os._exit(9)
        case "sleeps":
            time.sleep(60)
        case "stumbles":
            raise KeyError("oops")
        case "refuses":
            raise UnreadableDocument("refuses: it is torn.", hint="Mend it.")
        case "swallows":
            return bytearray(1 << 40)
        case "missing":
            return source.path.read_bytes()
        case name if name.startswith("slow"):
            time.sleep(0.2)
    return source.name, os.getpid()
