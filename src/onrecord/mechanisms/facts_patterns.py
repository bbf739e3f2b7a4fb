"""The formulas of paragraphs 1 to 4 of a Working Group report, each with an example."""

from __future__ import annotations

import re

Pattern = re.Pattern[str]

TITLE = re.compile(
    r"^Report of the Working Group on the Universal Periodic Review\W*|_{3,}.*$|[*∗]", re.IGNORECASE
)
"""What surrounds the State's name on the title page."""

BESIDE_NAME = re.compile(r"\s*\((?:including\b[^()]*|[A-Z]{2,8}|the)\)|^\W+|\W+$")
"""What stands beside a State's name: "China (including Hong Kong, China and Macao, China)". Not: "Iran
(Islamic Republic of)"."""

SESSION = re.compile(r"\bheld its (?P<ordinal>[\w-]+) session\b")
"""Paragraph 1: "held its fourth session"."""

REVIEW_OF = re.compile(r"\b[Tt]he review of (?P<state>.{3,90}?) (?:was|were|took|had been)\b")
"""Paragraph 1: "The review of China was held"."""

REVIEW_DAY = re.compile(r"\b[Tt]he review (?:of .{3,90}? )?(?:was held|took place)(?P<when>[^.]{5,120})\.")
"""The same without the year: "at the 16th meeting on 12 October." (A/HRC/19/18)."""

SESSION_YEAR = re.compile(r"\bsession from .{5,50}?\b(?P<year>\d{4})\b")
"""Paragraph 1: "held its twelfth session from 3 to 14 October 2011"."""

REVIEW_HELD = re.compile(
    r"\b[Tt]he review (?:of .{3,90}? )?(?:was held|took place)(?P<when>[^.]{5,120}?\d{4})"
)
"""Paragraph 1: "The review of China was held at the 11th meeting on 9 February 2009"."""

ADOPTED = re.compile(
    r"\b(?:At (?:its|the) (?:[\w-]+ )?meeting\b|On )(?P<when>.{0,80}?\d{4}),? the Working Group adopted"
)
"""Paragraph 1: "At its meeting held on 11 February 2009, the Working Group adopted the present report"."""

TROIKA = re.compile(
    r"\b(?:troika|rapporteurs)\b.{0,40}?\bto facilitate the review(?:(?: of [^:]{3,90}?)?:| of)"
    r" (?P<names>[^:]+?)(?<!\bSt)(?:\.(?=\s|$)|$)",
    re.IGNORECASE,
)
"""Paragraph 2: "rapporteurs (troika) to facilitate the review of China: Canada, India, and Nigeria."; once
without the State: "the review of United Kingdom …, Azerbaijan and Bangladesh" (A/HRC/11/17)."""

QUESTIONS = re.compile(
    r"\bquestions (?:was |were )?prepared in advance by (?P<names>.+?),?(?: and)? (?:was|were|"
    r"had been|has been)\b",
    re.DOTALL,
)
"""Paragraph 4: "A list of questions prepared in advance by Czech Republic and Latvia was transmitted"."""

BEHALF = re.compile(r"\bbehalf of\b")
"""A group among the askers: "Portugal, on behalf of the Group of Friends on …, Spain" (A/HRC/43/15)."""

JOINTS = re.compile(r"[,;.()]|\b(?:and|the|as well as|ad|by|also|Nor\w*ern I\w+land)\b")
"""What joins the names of a list; and the end of one that is misspelt often ("and Nortern Ireland")."""
