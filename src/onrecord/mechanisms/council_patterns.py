"""Formulas of resolutions, decisions and votes of the Council and the Assembly, each with an example."""

from __future__ import annotations

import re

SYMBOL = re.compile(
    r"A/HRC/(?:RES|DEC|PRST)/(?:S-)?\d+/\d+|A/RES/[\w-]+/\d+[A-Z]?|A/HRC/(?:S-)?\d+/L\.\d+(?:/Rev\.\d+)?|"
    r"A/C\.3/\d+/L\.\d+(?:/Rev\.\d+)?|A/\d+/L\.\d+(?:/Rev\.\d+)?"
)
"""Resolutions, decisions, statements of the President, and drafts: "A/HRC/RES/25/25", "A/C.3/78/L.40"."""

SESSION_REPORT = re.compile(r"\bReport\s+of\s+the\s+Human\s+Rights\s+Council\s+on\s+its\b", re.IGNORECASE)
"""The Council's own report on a session, in which its votes stand."""

BODY = re.compile(
    r"^\W*(?P<body>The\s+Human\s+Rights\s+Council|The\s+General\s+Assembly|The\s+Security\s+Council)\s*,",
    re.MULTILINE,
)
"""The subject of the one sentence that a resolution is: "The Human Rights Council,"."""

BODIES = {"human": "HRC", "general": "GA", "security": "SC"}

OPERATIVE = re.compile(
    r"(?P<verb>(?:(?:Also|Further|Strongly|Once\s+again|Again|Deeply|Gravely|Urgently|Firmly|Solemnly)\s+)*"
    r"(?:Takes?\s+note(?:\s+with\s+\w+)?|Calls?\s+(?:up)?on|Expresses(?:\s+its)?(?:\s+\w+){0,2}?\s+(?:concern|appreciation)|"
    r"Pays\s+tribute|[a-z]?[A-Z]?[a-z]+s)(?:\s+and\s+[a-z]+s)?)\b",
)
"""The verb that opens an operative paragraph: "Strongly urges", "Calls upon", "Decides"."""

ADDRESSEE = re.compile(
    r"^[,\s]*(?P<who>.{3,160}?)(?=,?\s+(?:to|that|which|for|in\s+particular)\b|[,:;])", re.DOTALL
)
"""Whom it addresses: "Urges the Government of China to"."""

LIST = re.compile(r"\b(?P<heading>In\s+favour|Against|Abstaining|Abstentions?)\s*:")
"""What heads a list of votes: "In favour: Argentina, Austria ...". Not: "Against this background"."""

LIST_ENDS = re.compile(
    r"\b(?:In\s+favour|Against|Abstaining|Abstentions?)\s*:|\]|\.(?=\s|$)|"
    r"\b(?:Also\s+at|At)\s+the\s+(?:same|\S+)\s+meeting\b"
)

RESULT = re.compile(
    r"\bby\s+(?:a\s+recorded\s+vote\s+of\s+)?(?P<for>\d{1,3})(?:\s+votes?)?\s+to\s+(?P<against>\d{1,3}|none)"
    r"(?:,?\s*(?:with|and)\s+(?P<abstaining>\d{1,3}|no)\s+abstentions?)?",
    re.IGNORECASE,
)
"""How it ended: "adopted by a recorded vote of 30 to 6, with 11 abstentions", "by 31 votes to 16"."""

WITHOUT_VOTE = re.compile(r"\b(?:Adopted|adopted)\b[^.;\[\]]{0,160}?\bwithout\s+a\s+vote\b", re.DOTALL)
"""Nobody asked for a vote: "[Adopted without a vote.]"."""

MEETING = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\s+(?:plenary\s+)?meeting\b")
PAGE_MARKS = re.compile(r"^[\s,;]+|[\s,;]+$")
