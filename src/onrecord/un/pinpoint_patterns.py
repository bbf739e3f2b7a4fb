"""The patterns of pinpoints, each with an example and the false positive that it avoids."""

from __future__ import annotations

# "para. 26", ", paras. 380", "paragraphs 28", "§ 5", "annex II, para. 4", "note 12", "recommendations Nos. 4"
LEAD = r"""
[\s,;(\[]*
(?:annex[ ](?P<annex>[IVX]+|\d+)\b(?:,[ ](?=para|§|\d))?[ ]?)?
(?:
  (?P<plural>paras\.?|paragraphs|§§|recommendations(?:[ ]nos?\.?)?|recs\.)
| (?P<singular>(?:sub)?para(?:graph)?\b\.?|§|recommendation(?:[ ]no\.?)?|rec\.)
| (?:foot)?note[ ](?P<note>\*{1,4}|\d{1,4})(?!\w)
)?
[\s\u00a0]*
"""

# "186.66": a main paragraph and an item of its list. Not: "3.5 hours" (one digit before the dot).
RECOMMENDATION_NUMBER = r"\d{2,3}\.\d{1,3}(?![\d%])"

# Takes "28 (g)", "28(g)", "1098-1114", "186.241 to 186.243", "82 (a)-(c)", "(h)", "26, note ***"
# Not: "2,000" or "12.5 per cent" (a number goes on), "28 (see below)" (a letter is one to four of a kind).
ITEM = r"""
(?:
  (?P<number>\d{1,4}(?:\.\d{1,3})?)(?![\d%])(?!,\d{3}\b)
  (?P<letters>(?:[ ]?\((?:[a-z]|[ivx]{1,5})\))*)
| (?P<letter>\((?:[a-z]|[ivx]{1,5})\))
)
(?:[ ]?(?:[-\u2010-\u2013\u2212]|\bto\b)[ ]?
  (?:(?P<end>\d{1,4}(?:\.\d{1,3})?)(?![\d(])|\((?P<end_letter>[a-z]|[ivx]{1,5})\)))?
(?:[ ]?,?[ ](?:foot)?note[ ](?P<mark>\*{1,4}|\d{1,4})(?!\w))?
"""

JOINT = r"(?:\s*(?:,|;|&|\band\b|\bor\b)\s*)+(?:paras?\.?[ ])?"

# "paras. 5 and 6, 2013" and "paras. 5, 12 March": a year or a date goes on, and is no paragraph.
DATE_FOLLOWS = r"(?:19|20)\d\d(?!\.\d)(?!\d)|\d{1,2}[ ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
