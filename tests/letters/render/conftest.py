"""Lets the tests of this folder share the sample letter in dossier_sample.py and the built letters."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "compose"))
