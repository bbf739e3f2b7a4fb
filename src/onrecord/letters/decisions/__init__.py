"""What people decided about a letter's findings: `decide`, `withdraw`, and `with_decisions` for a check."""

from onrecord.letters.decisions.decide import decide, withdraw
from onrecord.letters.decisions.decided import Decided, letter_key, undecided, with_decisions

__all__ = ["Decided", "decide", "letter_key", "undecided", "with_decisions", "withdraw"]
