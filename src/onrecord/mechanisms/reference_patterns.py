"""How chapter II refers to recommendations that stand elsewhere, each with an example."""

from __future__ import annotations

import re

RECOMMENDATION = re.compile(
    r"\brecommendations?\b|\brecomendaci(?:ón|ones)\b|\brecommandations?\b", re.IGNORECASE
)
"""What a sentence must name. Not: "the commitments referred to in paragraph 6"."""

NOTED_IN = re.compile(
    r"\b(?:noted|reflected|contained|included|mentioned) (?=(?:in|at|under) (?:the )?(?:present )?"
    r"(?:report|chapter|section|following|above|paragraph))"
)
"""Words of place that sound like a position: "recommendations noted in the report in paragraphs 45, 55"."""

PARAGRAPHS = re.compile(r"\b(?:para(?:graph)?s?\.?|párrafos?|paragraphes?) (?=\d)")
"""How a list of paragraphs opens. Not: "paragraph above"."""

NUMBERS = re.compile(
    r"\b(?:Nos?\.|[Nn]os?\.|[Nn]umbers?) ?(?=\d)|"
    r"\b[Rr]ecommendations? (?:(?:in|contained in|under) )?(?=\d+\.\d)|"
    r"\bparagraphs? (?=\d+\.\d)"
)
"""How a list of recommendations' numbers opens: "Nos. 8, 9", "recommendation 96.1"."""

TOKEN = re.compile(
    r"[\s,;:]*(?:(?:and|as well as|&|also|above|below)\b[\s,;]*)*?"
    r"(?:"
    r"\((?P<letters>[a-zA-Z](?:(?:\s*(?:,|and|&)\s*)+[a-zA-Z])*)\)"
    r"(?:\s*(?:-|–|—|to)\s*\((?P<to_letter>[a-zA-Z])\))?"
    r"|\(?(?P<part>(?:first|second|third|fourth|last|final|penultimate) "
    r"(?:sentence|part|recommendation)s?)\)?"
    r"|\((?P<described>[^()]{12,200})\)"
    r"|(?P<number>\d+(?:\.\d+)?)(?![\d/%])"
    r"(?:\s*(?:-|–|—|to|through)\s*(?P<to>\d+(?:\.\d+)?))?(?!\d| per cent)"
    r")"
)
"""One step in such a list: "27 (b)", "(c)", "(a, d)", "(a)-(c)", "56, last sentence", "85-119", "61 63".
Not: "2007" in a date is kept out by what the list opens with."""

DISAGREES = re.compile(
    r"\b(?:unfounded|unacceptable|factually wrong|not part of|do(?:es)? not (?:conform|reflect|correspond)|"
    r"neither [^.;]{3,80} nor|goes beyond)\b"
)
"""A refusal in other words: "considers the recommendations … as unacceptable because factually wrong"."""
