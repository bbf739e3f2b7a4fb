"""How dates are written, each with an example and what it must not take."""

from __future__ import annotations

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

# Capitals only: "may 2013" is a verb and a year.
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b\.?"
)
OTHER_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "enero janvier",
            "febrero février",
            "marzo mars",
            "abril avril",
            "mayo mai",
            "junio juin",
            "julio juillet",
            "agosto août",
            "septiembre setiembre septembre",
            "octubre octobre",
            "noviembre novembre",
            "diciembre décembre",
        ),
        start=1,
    )
    for word in words.split()
}
OTHER_MONTH = rf"(?:{'|'.join(OTHER_MONTHS)})"
OTHER_YEAR = r"[ ](?:del?[ ])?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
# The number of a note may be glued to the year where superscripts were lost ("January 200519").
YEAR = r"(?:19|20)\d\d(?=\D|\d{1,3}(?!\d)|$)"
TO = r"[ ]?(?:[-\u2010-\u2013\u2212]|\bto\b|\bthrough\b|\buntil\b|\band\b)[ ]?"
ORD = r"(?:st|nd|rd|th)?"

# Not: "A/HRC/25/5", "186.66", "8/2021" (a reference), "resolution 5/1".
DATE = rf"""
(?<![\w/.\-])(?:
  # 23 September to 8 October 2023; 28 April-9 May 2014
  (?P<rd1>{DAY}){ORD}[ ](?P<rm1>{MONTH})(?:[ ](?P<ry1>{YEAR}))?{TO}
  (?P<rd2>{DAY}){ORD}[ ](?P<rm2>{MONTH}),?[ ](?P<ry2>{YEAR})
  # 7-18 April 2008
| (?P<sd1>{DAY}){ORD}{TO}(?P<sd2>{DAY}){ORD}[ ](?P<sm>{MONTH}),?[ ](?P<sy>{YEAR})
  # September 23 to October 8, 2023; September 5-7, 2023
| (?P<ta1>{MONTH})[ ](?P<td1>{DAY}){ORD}{TO}(?:(?P<ta2>{MONTH})[ ])?(?P<td2>{DAY}){ORD},[ ](?P<ty>{YEAR})
  # 8 al 19 de febrero de 2010; 29 de octubre al 9 de noviembre de 2012; 8 au 19 février 2010
| (?P<od1>{DAY})(?:er|º)?(?:[ ](?:de[ ])?(?P<om1>{OTHER_MONTH}))?[ ](?:al|au|a|et|y)[ ](?P<od2>{DAY})(?:er|º)?
  [ ](?:de[ ])?(?P<om2>{OTHER_MONTH}){OTHER_YEAR}(?P<oy2>{YEAR})
  # 7 de septiembre de 2009; 1er juin 2010; 16 février
| (?P<od>{DAY})(?:er|º)?[ ](?:de[ ])?(?P<om>{OTHER_MONTH})\b(?:{OTHER_YEAR}(?P<oy>{YEAR}))?
  # 16 December 2013; the 3rd of May 2013; 5 October
| (?P<d>{DAY}){ORD}[ ](?:of[ ])?(?P<m>{MONTH})(?:,?[ ](?P<y>{YEAR}))?
  # January 3, 2024; October 9
| (?P<am>{MONTH})[ ](?P<ad>{DAY}){ORD}(?![\d:])(?:,?[ ](?P<ay>{YEAR}))?
  # May 1999
| (?P<mm>{MONTH}),?[ ](?P<my>{YEAR})
  # 2024-01-03; 1999.10.14; 2023/09/21; 2024. 1. 3.
| (?P<iy>(?:19|20)\d\d)(?P<sep>[-/.])[ ]?(?P<im>\d\d?)(?P=sep)[ ]?(?P<id>\d\d?)(?![\d/])
  # 2024\ub144 1\uc6d4 3\uc77c (the Korean order: year, month, day)
  # and with the Chinese characters
| (?P<ky>(?:19|20)\d\d)[\ub144\u5e74][ ]?(?P<km>\d\d?)[\uc6d4\u6708](?:[ ]?(?P<kd>\d\d?)[\uc77c\u65e5])?
  # 23/10/2023; 10/9/2023: which is the month may stay open
| (?P<n1>\d\d?)(?P<nsep>[/.])(?P<n2>\d\d?)(?P=nsep)(?P<ny>(?:19|20)\d\d)(?![\w/])
  # the mid-1990s
| (?:(?:early|mid|late)[- ])?(?P<decade>(?:19|20)\d)0s\b
  # 2003-2015
| (?P<y1>(?:19|20)\d\d)[ ]?[-\u2010-\u2013][ ]?(?P<y2>(?:19|20)\d\d)(?![\w/-])
)
"""

# "the 10/9 repatriation". Not: "resolution 5/1", "two thirds (2/3)".
BARE_NUMBERS = (
    r"\b(?:the|on|of|since|by|before|after|until|from)\ (?P<all>(?P<a>\d\d?)/(?P<b>\d\d?))(?![\w/%-])"
)

# "since 2013", "in 2011"; not: "in 2013-2014" (a range) or "in 2,000".
BARE_YEAR = (
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Oo]f|[Ff]rom|[Bb]efore|[Aa]fter|year)\ "
    r"(?P<all>(?P<year>(?:19|20)\d\d))(?![\d/,-]\d|\w|\u2013)"
)

# "on the night of October 9, 2023": what may stand before a date that is all that is said.
LEAD = r"(?:on|in|by|of|since|the|night|morning|evening|afternoon|early|late|dated)\b[ ]*"

# "this year", "last month": without the date of writing they name no date; not "their last year of school".
RELATIVE = r"""
\b(?:(?:earlier|later|late|early)[ ])?
(?:(?P<which>this|last|next|past|previous|current|coming)[ ](?P<unit>year|month|week|day)\b(?!\ of\b)
| (?P<named>today|yesterday|tomorrow)\b
| (?P<count>a|an|one|two|three|four|five|six|ten|\d{1,2})[ ](?P<ago>year|month|week|day)s?[ ]ago\b)
"""

URL = r"https?://[^\s<>\"“”]+"
# "/2023/09/21/", "/2023/10/", "20231027..."; not: any longer number that only holds such digits.
IN_URL = (
    r"(?<=[/=_-])(?P<y>(?:19|20)\d\d)[/-](?P<m>0[1-9]|1[0-2])(?:[/-](?P<d>0[1-9]|[12]\d|3[01]))?(?=[/?&#.-]|$)"
    r"|(?<![0-9A-Za-z])(?P<cy>(?:19|20)\d\d)(?P<cm>0[1-9]|1[0-2])(?P<cd>0[1-9]|[12]\d|3[01])(?=\d*(?:[^0-9A-Za-z]|$))"
)
