"""Lets these tests use the record in memory that the tests of the check have."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "letters" / "check"))
