"""The patterns of symbols and pinpoints, each with an example and the false positive that it avoids."""

from __future__ import annotations

BODIES = "A|S|E|T|ST|DP|HRI|CCPR|CAT|CEDAW|CERD|CRC|CRPD|CMW|CED"

# A hyphen may join two symbols of one document: "CEDAW/C/GC/31-CRC/C/GC/18".
TAIL = rf"(?:[A-Za-z0-9.\u2010\u2011\u2013]|-(?!(?:{BODIES})/))*"

# Takes "A/HRC/25/5/Add.1", "A/HRC/ 8/29", "A/HRC/11/25*", "A/RES/3379 (XXX)", "CAT/C/SVN/CO/3para.".
# Not: "and/or", "HIV/AIDS", "OP/IV", "1/2024" (no body begins them).
SYMBOL = rf"""
(?:(?<![A-Za-z0-9/%_=.-])|(?<=\d-))
(?:{BODIES})[ ]?/\s?[A-Z0-9]{TAIL}
(?:[ ]?//?(?:[ ]?[\ufffe]?\n)?[ ]?(?:[A-Z0-9]{TAIL}))*
(?:(?<=Add\.|Rev\.)[ ]\d+|(?<=Corr\.)[ ]\d+)?
(?:(?:[ ][A-Z])?[ ]?\((?:[IVXLC]+|(?:19|20)\d\d)\))?
[*\u2217]{{0,3}}
"""

# A part is a number ("25", "7-8", "36L"), a word in capitals ("HRC", "CHN-HKG"), a word with a number
# ("WG.6", "L.14", "Add.1", "SER.A"), a special session ("S-13", "ES-8") or "Summary".
# Not: "he" in "S/he", "H1N1" in "A/H1N1".
PART = (
    r"(?:\d{1,5}(?:-\d{1,5})?[A-Z]?|[A-Z]{1,8}(?:-[A-Z]{3,4})?|[A-Z][A-Za-z]{0,5}\.(?:\d{1,5}|[A-Z])"
    r"|E?SS?-\d{1,2}|Summary)"
)
STRICT_SYMBOL = rf"(?:{BODIES})(?:/{PART})+(?:(?:[ ][A-Z])?[ ]\((?:[IVXLC]+|(?:19|20)\d\d)\))?"

# A year in brackets is part of a Security Council resolution's symbol alone, "S/RES/1325 (2000)"; in
# "A/HRC/25/5 (2013)" it dates the document.
YEAR_BESIDE = r"^(?!S/RES/).*\(\d{4}\)$"

# A part that numbers a document or session; "WG.6", "C.3", "CN.4" and "Sub.2" only name a body.
NUMBERED_PART = r"(?!(?:WG|C|CN|Sub|AC|CONF)\.)(?:.*\d|SER\.[A-Z]$)"

# "A/810", "S/25704", "S/PV.5353"; not "A/4" (a size of paper) or "E/CN.4" (a body).
ONE_SLASH = r"[ASE]/(?:\d{3,5}|PV\.\d{1,5})"

# How many parts with numbers a symbol of a series needs at least: A/HRC/25 alone is a session.
NUMBERS_NEEDED = (("A/HRC/", 2), ("A/RES/", 2), ("A/C.", 2), ("E/CN.4/", 2), ("E/RES/", 2), ("", 1))

SUFFIXES = r"(?:/(?:(?:Add|Corr|Rev|Amend)\.\d+|Summary))+$"
SMALL_PARTS = r"/(ADD\.|CORR\.|REV\.|AMEND\.|SUB\.|SUMMARY)"

# What was found wrong in official texts, with its repair; the order matters.
SYMBOL_REPAIRS = (
    ("line break inside", r"\s*[\ufffe\u00ad]?\s*\n\s*", ""),
    ("space inside", r"(?<=/)[ ]+|[ ]+(?=/)|(?<=Add\.|Rev\.)[ ]+|(?<=Corr\.)[ ]+", ""),
    ("dash for hyphen", r"[\u2010\u2011\u2013]", "-"),
    ("doubled slash", r"//+", "/"),
    ("stray stop", r"(?<=\d)\.(?=/)", ""),  # A/HRC/WG.6/8./L.8
    ("missing slash", r"(?<=^A/HRC)(?=\d)|(?<=/RES)(?=\d)|(?<=/DEC)(?=\d)", "/"),  # A/HRC24/7
    ("missing slash", r"(?<=\d)(?=(?:L|CRP|Add|Corr|Rev|Amend)\.)", "/"),  # A/HRC/WG.6/7L.14
    (
        "missing slash",
        r"(?<=^A/HRC/WG\.6/\d)(?=[A-Z]{3}/)|(?<=^A/HRC/WG\.6/\d\d)(?=[A-Z]{3}/)",
        "/",
    ),  # …/14PER/2
    ("missing stop", r"(?<=^A/HRC/WG)(?=6/)|(?<=/Add)(?=\d)|(?<=/Corr)(?=\d)|(?<=/Rev)(?=\d)", "."),
    ("missing space", r"(?<=\d)(?=\((?:[IVXLC]+|\d{4})\)$)", " "),  # S/RES/1325(2000)
    ("glued word", r"(?<=\d)[a-z][a-z.]*$", ""),  # CAT/C/SVN/CO/3para.
)
GLUED_WORD = r"(?<=\d)[a-z][a-z.]*$"
LAST_PART = r"(?:\s+\S*|\s*\([^()]*\))$"

URL = r"https?://[^\s<>\"“”»\u200b]+"
UN_HOST = r"https?://(?:[a-z0-9-]+\.)*(?:undocs\.org|un\.org|ohchr\.org|unog\.ch|upr-info\.org)(?=[/?])"

# Takes "https://undocs.org/en/A/HRC/11/25", "…/access?s=A/HRC/25/5&l=en", "…/files/A_HRC_25_5-EN.pdf"
SYMBOL_IN_URL = rf"""
(?<=[/=])(?:{BODIES})(?:(?:/|%2[Ff]|_)
(?:\d{{1,5}}(?:-\d{{1,5}})?[A-Z]?|[A-Z][A-Za-z]{{0,5}}\.\d{{1,5}}|E?SS?-\d{{1,2}}|[A-Z]{{1,8}}(?:-[A-Z]{{3}})?)
(?![a-z]))+(?:\((?:[IVXLC]+|(?:19|20)\d\d)\))?
"""
