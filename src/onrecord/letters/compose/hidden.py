"""Characters that nobody sees and that change what is read: refused wherever words come in."""

from __future__ import annotations

import re
import unicodedata

# Overrides and isolates of the writing direction turn "gpj.exe" into "exe.jpg" (Unicode Technical Report
# 36, 3.2); tag characters hide whole sentences. Marks of direction alone (U+200E, U+200F) are harmless.
HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)


def hidden_characters(words: str) -> str:
    """What to call the first hidden character of `words`: "the hidden character U+202E (…)"; "" for none."""
    found = HIDDEN.search(words)
    if found is None:
        return ""
    name = unicodedata.name(found[0], "a control character").lower()
    return f"the hidden character U+{ord(found[0]):04X} ({name})"
