"""How letters write notes, markers, lists of asks and dates; each with an example and what it must miss."""

from __future__ import annotations

import re
from typing import NamedTuple

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"

# The front matter of a letter's source: from a first line "---" to the next one, with "date: 2026-10-01" in it or not.
# It begins with a key, as a letter under a line of dashes does not.
_DAY_IN_FRONT = r"date:[ \t]*[\"']?(?P<date>\d{4}-\d{2}-\d{2})[\"']?[ \t]*$"
_OTHER_IN_FRONT = rf"(?!---[ \t]*$|{_DAY_IN_FRONT.replace('?P<date>', '?:')})[^\n]*"
FRONT_MATTER = re.compile(
    rf"\ufeff?---[ \t]*\n(?=[a-z_]+:)(?:{_DAY_IN_FRONT}\n|{_OTHER_IN_FRONT}\n)*?---[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)

# Above a block of notes: "______", "-----", "***", "* * *". Not a line with any word.
SEPARATOR = re.compile(r"^[ \t\u00a0]*(?:[_\-–—=*·•─━~][ \t\u00a0]*){3,}$", re.MULTILINE)

# "Notes", "## Footnotes", "References:", "각주". Not "Notes on method", "Note verbale".
NOTES_HEADING = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]*)?[*_]{0,2}(?:end[ -]?notes?|foot[ -]?notes?|notes|references|sources|"
    r"notes and references|각주|미주|주석|주|참고문헌)[*_]{0,2}[ \t]*:?[ \t]*[*_]{0,2}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


class NoteStyle(NamedTuple):
    """One way to print a note's number at the start of its line."""

    name: str
    pattern: re.Pattern[str]


# Each misses years ("2013 was"), ordinals ("1st UPR"), and numbers inside a line. A number may stand alone on its
# line: an empty note.
NOTE_STYLES = (
    NoteStyle(
        "square", re.compile(r"[ \t\u00a0]*\\?\[(\d{1,3})\\?\][:.]?[ \t\u00a0]*(?=\S|\n|\Z)")
    ),  # [16] HRW
    NoteStyle(
        "raised", re.compile(rf"[ \t\u00a0]*([{SUPERSCRIPT}]{{1,3}})[.)]?[ \t\u00a0]*(?=\S|\n|\Z)")
    ),  # ¹⁶ HRW
    NoteStyle("html", re.compile(r"[ \t\u00a0]*(?:<sup>|\^)(\d{1,3})(?:</sup>|\^)[ \t\u00a0]*(?=\S|\n|\Z)")),
    NoteStyle("round", re.compile(r"[ \t\u00a0]*\((\d{1,3})\)[ \t\u00a0]*(?=\S|\n|\Z)")),  # (16) HRW
    NoteStyle("half", re.compile(r"[ \t\u00a0]*(\d{1,3})\)[ \t\u00a0]*(?=\S|\n|\Z)")),  # 16) HRW
    NoteStyle(
        "dot", re.compile(r"[ \t\u00a0]*(\d{1,3})[.:](?:[ \t\u00a0]+(?=\S)|[ \t\u00a0]*(?=\n|\Z))")
    ),  # 16. HRW
    NoteStyle("bare", re.compile(r"[ \t\u00a0]*(\d{1,3})(?:[ \t\u00a0]+(?=\S)|[ \t\u00a0]*\n|(?=[A-Z“\"]))")),
    NoteStyle(
        "word",
        re.compile(
            r"[ \t\u00a0]*(?:(?:foot|end)?note|fn\.?|주|각주)[ \t]*(\d{1,3})[.:)][ \t]*", re.IGNORECASE
        ),
    ),
)

# What a source looks like: "https://…", "A/HRC/25/5", "para. 5", "Id.", "Ibid.", "(5 October 2009)".
CITES = re.compile(
    r"https?://|www\.|\b[A-Z]{1,5}/(?:[A-Z]|\d)|\bparas?\b|¶|\b[Ii]bid\b|\bId\.|\bsupra\b|\bSee\b|"
    r"\b(?:19|20)\d\d\b|\bpp?\. ?\d|\bnote \d|위의|같은 (?:글|책|보고서)"
)

# Markdown: "[^16]: Human Rights Watch" and, anywhere else, "[^16]".
MARKDOWN_NOTE = re.compile(r"^[ \t]{0,3}\[\^([^\]\s]+)\]:[ \t]*", re.MULTILINE)
MARKDOWN_MARKER = re.compile(r"\[\^([^\]\s]+)\](?!:)")

# Ahead of a digit that belongs to a reference, not to a note: "p.5", "No.7", "Feb.9", "v.2", "session 17". A full
# stop after "cycle" ends a sentence: "in the second cycle.4"; a cycle that an ordinal has numbered takes no other
# number: "in its second cycle8.".
NO_WORD_BEFORE = re.compile(
    r"(?:\b(?:nos?|pp?|paras?|paragraphs?|arts?|articles?|vols?|v|ch|chap|secs?|sects?|figs?|rev|add|corr|"
    r"crp|l|n|fn|note|rec|recs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|gmt|kst|tel|fax|rs|us|eu|"
    r"g|wg|chn|ver|version|covid|제)[.,:]?|"
    r"(?<!first\s)(?<!second\s)(?<!third\s)(?<!th\s)(?<!\dst\s)(?<!\dnd\s)(?<!\drd\s)\b(?:cycle|session))$",
    re.IGNORECASE,
)


class MarkerForm(NamedTuple):
    """One way in which a note's number stands in running text; group 1 is the number.

    `weight` says how likely the form is a marker at all; `sure` forms need no neighbours.
    """

    family: str
    pattern: re.Pattern[str]
    weight: float
    sure: bool


_AFTER = r"(?=$|[\s.,;:!?)\]”\"’»」』—–\[(])"

# The families exclude one another: a letter is read in the one that fits its notes best.
MARKER_FORMS = (
    # "world”.¹⁶"; misses "km²".
    MarkerForm("raised", re.compile(rf"(?<!\bkm)(?<!\bm)([{SUPERSCRIPT}]{{1,3}})"), 3.0, sure=True),
    # "assembly.6, 7 The", "<sup>2,3</sup>": a second marker after the first; misses "on May 6, 2013".
    MarkerForm(
        "raised",
        re.compile(rf"(?:[^\W\d_][.,;!?”\"’»)]{{1,3}}|<sup>)\d{{1,3}},\s?(\d{{1,3}})(?:{_AFTER}|(?=</sup>))"),
        1.2,
        sure=False,
    ),
    MarkerForm("raised", re.compile(r"<sup>(\d{1,3})(?=,\s?\d{1,3}</sup>)"), 3.0, sure=True),
    # "world<sup>16</sup>", "world^16^".
    MarkerForm("raised", re.compile(r"<sup>\[?(\d{1,3})\]?</sup>|\^\[?(\d{1,3})\]?\^"), 3.0, sure=True),
    # "world”.1 According", "(186.241)”.23"; the mark that opens a quotation is no closing one.
    MarkerForm(
        "raised",
        re.compile(rf"(?:(?<=\S)[”\"’'»)\]」』]|(?<=\s)»)[.,;:!?。]{{0,2}}(\d{{1,3}}){_AFTER}"),
        2.0,
        sure=True,
    ),
    # "DPRK.22", "questions.24"; misses "3.5", "1,170", "No.7".
    MarkerForm("raised", re.compile(rf"[^\W\d_][.,;!?。…](\d{{1,3}}){_AFTER}"), 2.0, sure=True),
    MarkerForm("raised", re.compile(rf"[^\W\d_]:(\d{{1,3}}){_AFTER}"), 0.8, sure=False),
    # "world.”16": the full stop inside the marks.
    MarkerForm(
        "raised", re.compile(rf"[^\s\d][.,;:!?。…][”\"’»)\]」』]+(\d{{1,3}}){_AFTER}"), 2.0, sure=True
    ),
    # "2017.21", "2009,25 but"; misses "1999.10.14", "2009,254,000".
    MarkerForm(
        "raised",
        re.compile(r"(?<![\d./,-])(?:19|20)\d\d[.,;:](\d{1,3})(?=$|[\s)\]”\"’»]|[.,;:](?!\d))"),
        1.6,
        sure=False,
    ),
    # "January 200519, three"; misses "200,519", "20000".
    MarkerForm(
        "raised",
        re.compile(rf"(?<![\d./,$€£₩-])(?:19|20)\d\d([1-9]\d{{0,2}}){_AFTER}(?!,\d)"),
        1.4,
        sure=False,
    ),
    # "70%.12", "28 (g)12".
    MarkerForm("raised", re.compile(rf"[%°][.,;]?(\d{{1,3}}){_AFTER}"), 1.4, sure=False),
    # "family16 and"; misses "Covid-19", "G20", "CO2".
    MarkerForm(
        "raised", re.compile(rf"(?<![^\W\d_])[^\W\d_]{{2,}}[a-z가-힣](\d{{1,3}}){_AFTER}"), 1.5, sure=False
    ),
    # "DPRK16"; "COVID19" fits no place in the sequence.
    MarkerForm("raised", re.compile(rf"(?<![^\W\d_])[A-Z]{{3,}}(\d{{1,3}}){_AFTER}"), 0.8, sure=False),
    # "in 25 places.7 The", "on January 23.7 The": a number ahead of the marker; misses "3.5 million".
    MarkerForm(
        "raised", re.compile(r"(?<![\d./,$-])\d{1,3}[.,](\d{1,3})(?=$|\s+[A-Z“\"]|\s*\n)"), 0.4, sure=False
    ),
    # "recommendation 186.243.7 The": a third part of a number.
    MarkerForm("raised", re.compile(r"(?<![\d.])\d{2,3}\.\d{1,3}[.,](\d{1,3})(?=$|\s)"), 1.2, sure=False),
    # "world. 16 According": the marker set apart.
    MarkerForm(
        "raised", re.compile(r"[.!?][”\"’»)]*[ \u00a0](\d{1,3})[ \u00a0](?=[A-Z“\"])"), 0.5, sure=False
    ),
    # "world [16]", "[16][17]", "[16, 17]"; misses "[2013]", "[16](https://…)" stays one.
    MarkerForm("square", re.compile(r"\\?\[(\d{1,3})\\?\]"), 2.0, sure=True),
    MarkerForm("square", re.compile(r"\[(\d{1,3})(?=[,;–-]\s?\d{1,3}[\],;–-])"), 2.0, sure=True),
    MarkerForm("square", re.compile(r"(?<=\d)[,;–-]\s?(\d{1,3})(?=[\],;])(?=[\d,; –-]*\])"), 1.5, sure=True),
    # "world (16).": only when nearly every note is called so; misses "(1) have been arrested".
    MarkerForm("round", re.compile(r"(?<=[^\s(])[ \u00a0]?\((\d{1,3})\)(?=$|\s*[.,;:]|\s)"), 1.0, sure=False),
)

# Never a marker: addresses, e-mail, dates of figures alone, sums, times, places in documents, and an article's
# paragraph set off by a space: "articles 6 (1) and 7, read with article 2 (3)".
NO_MARKER = re.compile(
    r"https?://\S+|www\.\S+|[^\s@]{1,64}@\S+|(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)|[$€£₩]\s?[\d.,]+|"
    r"\b\d{1,2}:\d\d\b|(?<![.\d])\d{1,3}(?:,\d{3})+(?!\d)|"
    r"\b(?:arts?|articles?)\.?\s+\d+(?:\s\(\d{1,2}\)|(?:,\s|,?\sand\s|\sto\s|[-–])\d+)+|"
    r"\b(?:paras?|paragraphs?|recommendations?|arts?|articles?|recs?)\.?\s+\d+(?:\.\d+)?"
    r"(?:(?:,\s|\sand\s|\sto\s|[-–])\d+(?:\.\d+)?)*",
    re.IGNORECASE,
)

# The order in which Korean lists count by syllables: "가.", "나.", "다.".
SYLLABLES = "가나다라마바사아자차카타파하"

# Items such as "1. Does China", "  2) What", "(3) How", "Q4: Is", "Question 5. Does", "- Publish", "질문 1.",
# "가. 중국은", "나) 통계"; misses "다. 그러나" inside a paragraph.
LIST_ITEM = re.compile(
    r"[ \t\u00a0]*(?:[*_]{0,2}(?P<kind>(?:Question|Recommendation|질문|권고)[ \t]*|[QR])?"
    rf"\(?(?:(?P<number>\d{{1,3}})|(?P<syllable>[{SYLLABLES}]))"
    r"(?:[.):][*_]{0,2}|[*_]{2})[ \t]+|(?P<bullet>[-*•‣◦▪–])[ \t]+)(?=\S)",
    re.IGNORECASE,
)
ASKS_QUESTIONS = re.compile(r"\bquestions?\b|질문|질의", re.IGNORECASE)
ASKS_RECOMMENDATIONS = re.compile(r"\brecommend(?:s|ed|ing|ations?)?\b|권고", re.IGNORECASE)
# "submit the following", "recommend that", "we urge": the sentence that brings a list of asks.
ASKS = re.compile(
    r"\bfollowing\b|\bbelow\b|\burge|\bask|\brequest|\bcall(?:s|ing)? (?:up)?on\b|\brecommend|\bpropos|"
    r"\bsuggest|\bsubmit|\braise\b|\bmake\b|\bconsider\b|다음|아래",
    re.IGNORECASE,
)
# A list of what others did: "China received the following recommendations", "made in 2013".
REPORTS = re.compile(
    r"\b(?:received|accepted|noted|rejected|supported|enjoyed|had made|were made|was asked)\b", re.IGNORECASE
)
HEADING = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+\S|\*\*[^*\n]+\*\*:?[ \t]*$)")

SALUTATION = re.compile(
    r"^[ \t]*(?:Dear\b|Your Excellenc|Excellenc|To whom|존경하는|친애하는)", re.IGNORECASE | re.MULTILINE
)
KOREAN_DATE = re.compile(r"(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일")
DATE_LABEL = re.compile(r"^(?:date[d]?|날짜|일자)\s*[:：]?\s*", re.IGNORECASE)
