"""How counts are written and qualified, each with an example and what it must not take."""

from __future__ import annotations

VAGUE = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1_000, "tens of thousands": 10_000,
         "hundreds of thousands": 100_000, "millions": 1_000_000}  # fmt: skip

# What a qualifier does to the number after it: (added to the number for the lower bound, for the upper).
# None: no bound on that side. "about" gives no bound at all, only a best guess.
QUALIFIERS: dict[str, tuple[int | None, int | None]] = {
    "at least": (0, None),
    "no fewer than": (0, None),
    "not fewer than": (0, None),
    "no less than": (0, None),
    "not less than": (0, None),
    "a minimum of": (0, None),
    "minimum of": (0, None),
    "upwards of": (0, None),
    "over": (1, None),
    "more than": (1, None),
    "in excess of": (1, None),
    "exceeding": (1, None),
    "well over": (1, None),
    "just over": (1, None),
    "nearly": (None, -1),
    "almost": (None, -1),
    "close to": (None, -1),
    "just under": (None, -1),
    "fewer than": (None, -1),
    "less than": (None, -1),
    "up to": (None, 0),
    "at most": (None, 0),
    "no more than": (None, 0),
    "not more than": (None, 0),
    "a maximum of": (None, 0),
    "as many as": (None, 0),
    "about": (None, None),
    "approximately": (None, None),
    "approx.": (None, None),
    "some": (None, None),
    "around": (None, None),
    "roughly": (None, None),
    "an estimated": (None, None),
    "estimated": (None, None),
    "circa": (None, None),
    "exactly": (0, 0),
    "only": (0, 0),
    "a total of": (0, 0),
}

# NUMBER_WORD stands for the words of data/number_words.csv, QUALIFIER for the words above.
SCALE = r"(?:hundred|thousand|million)"
WORDS = rf"(?:(?:NUMBER_WORD|a(?=[ ]{SCALE}))(?:[- ](?:NUMBER_WORD|{SCALE}|and[ ]NUMBER_WORD))*)"
DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{1,7})"
NUMBER = rf"(?:{DIGITS}(?:[ ]{SCALE}\b)?|\b{WORDS}\b)"
RANGE = r"(?:(?<=\d)[ ]?[-\u2013][ ]?(?=\d)|[ ]to[ ]|(?(between)[ ]and[ ]|[ ]to[ ]))"

# Not: a paragraph, article, note, session, resolution or question ("para. 26"), a date ("January 3"),
# a number inside another ("186.66", "8/2021", "COVID-19", "2,000"), money, a note's mark ("world”.1").
COUNT = rf"""
(?:\b(?P<qualifier>QUALIFIER)[ ])?
(?<![\w.,/$€£”"’'\-\u2013:])(?:
  (?:(?P<between>between|from)[ ])?(?P<low>{NUMBER}){RANGE}(?P<high>{NUMBER})
| (?P<number>{NUMBER})(?P<more>[ ]or[ ]more|\+)?
)(?![\w%/\u00b0]|[.,:]\d|-\w|[ ]?(?:per[ ]?cent|%))
"""
VAGUE_COUNT = (
    r"\b(?P<vague>(?:tens|hundreds)\ of\ thousands|dozens|scores|hundreds|thousands|millions)\b"
    r"(?=\ of\b|\ \w)"
)

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# What makes a number no count, standing before it, also before a list of numbers ("paras. 28 (g) and 30")…
NUMBERED = (
    r"\b(?:para(?:graph)?s?|art(?:icle)?s?|nos?|(?:foot)?notes?|res(?:olution)?s?|decisions?|sessions?|recommendations?"
    r"|recs?|questions?|rules?|chap(?:ter)?s?|ch|pp?|pages?|annex(?:es)?|tables?|items?|sect(?:ion)?s?|laws?|acts?|decree"
    r"|id|ibid|parts?|vol(?:ume)?|protocol|principles?|goals?|targets?|fig(?:ure)?|room|phase|cycle|convention|opinion"
    r"|bill|observations?|clusters?|class|category|version)"
    r"\.?(?:\ ?\d[\d.]*(?:\ ?\([a-z]\))*(?:,|\ ?[-\u2013]|\ and|,\ and)?)*\ ?$"
)
DATED = rf"(?:§|\b(?:{MONTH}))\ ?$"
AGED = r"\b(?:at|aged?|of age|under|turned)\ $"
# … or after it: a month ("14 July"), a unit of time or measure ("25 years"), no noun at all ("3 and 2").
MEASURE = (
    rf"{MONTH}|years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)"
    r"|km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|dollars|euros|won"
)
NOT_BEFORE_TIME = rf"\ ?(?:{MEASURE})\b"
NOT_BEFORE = (
    rf"\ ?(?:{MEASURE}|per\ cent|percent|pages?|paragraphs?|times?|and|or|to|of|in|on|at|from|the|a|an"
    r"|is|was|were|are|above|below|by|for|with|as|that|which)\b"
)
NOUN_FOLLOWS = r"\ (?:of\ (?:the|these|those|them|its|his|her|their)\b|[^\W\d_])"
LINE_START = r"(?:^|\n)[ \t]*$"
