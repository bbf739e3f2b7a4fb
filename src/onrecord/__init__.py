"""On Record: who raised what with whom at the United Nations, where, and with what answer."""

from __future__ import annotations

__version__ = "0.1.0"
