"""Letters in every form that people have them, as one structure: blocks with notes, emphasis and links."""

from onrecord.letters.forms.model import Blocks
from onrecord.letters.forms.read import read_blocks

__all__ = ["Blocks", "read_blocks"]
