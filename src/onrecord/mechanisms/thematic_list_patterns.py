"""How OHCHR's matrices and thematic lists of recommendations are laid out, each part with an example."""

from __future__ import annotations

import re

TITLE = re.compile(r"\b(?:thematic\s+list|matrix)\s+of\s+recommendations\b", re.IGNORECASE)
"""The running head: "UPR of China (2nd Cycle – 17th session) Thematic list of recommendations"."""

REVIEW_OF = re.compile(
    r"\b(?:UPR|Universal\s+Periodic\s+Review)\s+of\s+(?P<state>[^()]{3,90}?)\s*"
    r"\((?P<cycle>\w+)\s*(?:st|nd|rd|th)?\s+cycle\W+(?P<session>[\w-]+?)\s*(?:st|nd|rd|th)?\s+session\b",
    re.IGNORECASE,
)
"""State, cycle and session in that head."""

COLUMNS = {
    "recommendation": re.compile(r"\W*recommend(?:ation|ing)", re.IGNORECASE),
    "position": re.compile(r"\W*(?:position|response|status)\b", re.IGNORECASE),
    "themes": re.compile(r"\W*(?:full\s+list\s+of\s+)?themes?\b", re.IGNORECASE),
    "sdgs": re.compile(r"\W*(?:SDGs?|sustainable\s+development\s+goals?)\b", re.IGNORECASE),
    "states": re.compile(r"\W*recommending\s+States?\b|\W*States?\b", re.IGNORECASE),
}
"""The first words of a column's head: "Recommendation", "Recommendation and recommending State", "Position",
"Full list of themes", "Themes and groups of persons", "SDGs"."""

THEME = re.compile(r"^\W*theme\s*:\s*(?P<theme>.+)", re.IGNORECASE)
"""A row over the recommendations of one theme: "Theme: A12 Acceptance of international norms"."""

NUMBER = re.compile(r"^\W*(?P<head>\d{1,3})[.-](?P<item>\d{1,3})(?!\d)[.:]?\s*")
"""A recommendation's number before its text: "186.28. Continue", "121.1 Ratify"."""

SOURCE = re.compile(
    r"\bsource\s+of\s+(?:the\s+)?position\s*:?\s*(?P<symbol>A/HRC/[^\s,;]+?)[\s.,;–-]*"
    r"(?:paras?(?:graphs?)?\.?\s*(?P<paragraph>\d[\d.]*\d|\d)[.\s]*)?(?=$|\n|\s)",
    re.IGNORECASE,
)
"""Where the position stands: "Source of position: A/HRC/25/5/Add.1 - Para. 186.28."."""

GROUP = re.compile(
    r"^\W*(?P<group>affected\s+persons|groups?\s+of\s+persons|SDGs?|themes?)\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
"""A line in a cell of themes over the lines of another kind: "Affected persons:", "SDGs:"."""

BULLET = re.compile(r"^[\s•·–-]+")

SPACE_IN_WORD = re.compile(r"\b([B-HJ-Z]) ([a-z]{2,})")
"""A space that a copy left in a word: "Plurinational S tate of". Not: "A national plan", "I have"."""
