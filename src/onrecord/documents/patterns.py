"""Patterns of printed UN documents, each with an example and with what it must not take."""

from __future__ import annotations

import re

from onrecord.documents.lines import MARK_CLOSE, MARK_OPEN

RUNNING_HEAD = re.compile(
    r"""(?:
      [A-Z][A-Z.]{0,6}(?:\s?/\s?[\w.()-]{1,12}){1,7}\s?/?\**      # A/HRC/25/5, A/HRC/ 8/29, A/HRC11/25*
    | [Pp]age\s*\d{1,4}                                           # Page 13
    | \d{0,4}\s*GE\s?\.\s?\d\d\s?-\s?\d{4,6}(?:\s*\([A-Z]\))?\s*\d{0,6}  # GE.09-16299 27
    | \d{1,4}                                                     # 27
    | \*\d{7}\*                                                   # the bar code's digits
    | [Pp]lease\ recycle.{0,3}
    )\s*""",
    re.VERBOSE,
)
"""A line at the top or bottom of a page that is no text of the document. Not: "A/HRC/25/5 was adopted"."""

JOB_NUMBER = re.compile(r"GE\s?\.\s?\d\d\s?-\s?\d{4,6}")
"""The printer's number that Geneva documents carry on every other page: "GE.13-18855"."""

MASTHEAD = re.compile(
    r"""(?:
      United\ Nations\b.* | General\ Assembly\b.* | Human\ Rights\ Council\s*
    | Distr\.?:?.* | Original\ ?:.* | (?:ENGLISH|FRENCH|SPANISH|ENGLISH\ ONLY)
    | (?:[A-Z][a-z]+(?:-[a-z]+)?)\ (?:special\ )?session | Agenda\ item\ \d+.* | Item\ \d+\ of\ the\ .*agenda
    | Universal\ Periodic\ Review\ * | UNITED | NATIONS
    | Naciones\ Unidas\b.* | Nations\ Unies\b.* | Asamblea\ General\b.* | Assemblée\ générale\b.*
    | Consejo\ de\ Derechos\ Humanos\s* | Conseil\ des\ droits\ de\ l[’']homme\s* | Español | Français
    | [\wº-]+\ período\ de\ sesiones | Tema\ \d+\ d.* | Point\ \d+\ de\ l[’']ordre\ du\ jour.*
    | Examen\ periódico\ universal\s* | Examen\ périodique\ universel\s*
    | Организация\ Объединенных\ Наций\b.* | Генеральная\ Ассамблея\b.* | Совет\ по\ правам\ человека\s*
    | \w+\ сессия | Пункт\ \d+\ повестки\ дня.* | Универсальный\ периодический\ обзор\s*
    | 联\s*合\s*国.* | 大\s*会 | 大会\b.* | 人权理事会\s* | 第.{1,6}届会议 | 议程项目\s*\d+.* | 普遍定期审议\s*
    | الأمم\ المتحدة.* | الجمعية\ العامة.* | مجلس\ حقوق\ الإنسان\s* | الدورة\ \w+(?:\ \w+)? | البند\ \d+\ من\ جدول.*
    | الاستعراض\ الدوري\ الشامل\s*
    | 유엔\b.* | 국제연합\b.* | 총회\b.* | 인권이사회\s* | 제\d+차\ 회기 | 의제\ \d+.* | 보편적\ 정례인권검토\s*
    | Russian | Chinese | Arabic | Korean | Русский | Русск | 中文 | عربي | 한국어
    )\s*""",
    re.VERBOSE,
)
"""Lines of a UN title page: "Distr.: General", "Agenda item 6"."""

DOT_LEADERS = re.compile(r"\.{4,}|(?:\. ){5,}|…{2,}")
"""A line of a table of contents: "Introduction ........ 1–4 3"."""

CONTENTS = re.compile(
    r"(?:Contents|CONTENTS|Índice|Table des matières|Table of contents|TABLE OF CONTENTS|Содержание|目录|المحتويات|목차)\s*"
)

ANNEX = re.compile(
    r"(?:Annex(?:es)?|ANNEX(?:ES)?|Annexes?|Anexos?|Appendix|APPENDIX|Приложение|附件|المرفق|부속서)"
    r"(?:\s+[IVX\d]+)?\s*[*\d]*\s*"
)
"""The line that opens an annex: "Annex", "Annex II". Not: "Annex II contains the list"."""

DOTTED = re.compile(r"(\d{1,3})\s?[.\-]\s?(\d{1,3})(?:\s?\.){0,2}(?=\s*[^\s\d.,%])\s*")
"""A dotted item: "186.241. Protect", "115.77 Adopt", "125-15. Take". Not: "18.85 per cent"."""

PLAIN = re.compile(
    r"(\d{1,4})\s?(?:[.．](?!\d)|[-–](?=\s*[\u0600-\u06ff])|[、](?=\s*[\u4e00-\u9fff]))\s*(?=\S)"
)
"""A numbered paragraph or item: "27. Australia", "4.Encourage", "1- عقد", "1．根据". Not: "27.5 per cent"."""

UNDOTTED = re.compile(r"(\d{1,3})(?:,\s?|\s+)(?=[A-Z“\"(])")
"""A number whose full stop was forgotten: "4 Encourage", "42, The". Taken only where it is due."""

ENUMERATED_HEADING = re.compile(
    r"""(?:
      (?: (?P<roman>[IVX]{1,5}) | (?P<letter>[A-Z]) | (?P<digit>\d{1,2}) ) \. (?:\s+(?=\S)|(?=[A-Z][a-z]))
    | (?P<first>[一二三四五六七八九十]{1,3}) [.．、] \s* (?=\S)
    | (?P<ordinal>أولا|أولاً|ثانياً|ثالثاً|رابعاً|خامساً|سادساً|سابعاً) \s? [-–] \s* (?=\S)
    | (?P<name>ألف|باء|جيم|دال|هاء|واو|زاي|[А-Я]) \s? [-–.] \s+ (?=\S)
    )""",
    re.VERBOSE,
)
"""A heading with its enumerator: "II. Conclusions", "A. Presentation", "1. Cooperation", "I.Introduction",
"一. 审议情况纪要", "أولاً- موجز", "ألف- عرض". Not: "U.S. law"."""

BARE_HEADING = re.compile(
    r"(?:Introduction|INTRODUCTION|Introducción|Foreword|Summary|Conclusions?|Recommendations?|Введение|导言|مقدمة|서론)\s*[*\d]*"
)

NOTE_START = re.compile(
    rf"{MARK_OPEN}?(?P<mark>[*∗]{{1,4}}|\d{{1,3}}|[†‡]){MARK_CLOSE}?(?P<gap>\s*)(?=[^\s\d.,)*∗%/-])"
)
"""The first line of a note: "*** Norway, Denmark", "12 See A/HRC/25/5". Not: "12. Australia"."""

PLAIN_PARAGRAPH = re.compile(r"\d{1,4}\.\s?(?:\d{1,3}\.?\s?)?[^\W\d_a-z]")
"""The first line of a numbered paragraph or item: "27. Australia", "127.28. Continue". Not: "27 Australia"."""

NOTES_HEADING = re.compile(
    r"(?:End\s?)?notes?|NOTES|ENDNOTES|Notas|NOTAS|Примечания|注|الحواشي", re.IGNORECASE
)
"""The heading above the notes at a document's end: "Notes"."""

GLUED_CALL = re.compile(
    r"""(?: (?<=[^\s\d(/\-–.,]) | (?<=[^\s\d(/\-–][.,;:)”’"]) | (?<=\d{4}[.;)]) )
    (\d{1,3}) (?=[\s.,;:)]|$)""",
    re.VERBOSE,
)
"""Digits that may be a note's mark glued to the word or stop before: "review.1 It", "submissions2 for".
Not: "resolution 60/251", "of 2.5 per cent"."""

ASTERISK_CALL = re.compile(r"(?<=[^\s*∗])([*∗]{1,4})(?=[\s,;:.)]|$)")
"""Asterisks that call a note: "statements.***". Not: the asterisk that opens the note itself."""

MARKED_CALL = re.compile(rf"{MARK_OPEN}(\d{{1,3}}){MARK_CLOSE}")
"""Digits that stood raised on the page."""

SENTENCE_END = (
    ".",
    ";",
    ":",
    ")",
    "”",
    '"',
    "’",
    "!",
    "?",
    "*",
    "∗",
    MARK_CLOSE,
    "]",
    "…",
    "。",
    "；",
    "：",
    "）",
    "！",
    "？",
    "؛",
    "؟",
    "»",
)
"""What a line ends with when a new paragraph may follow."""

GLUED_JOB_NUMBER = re.compile(r"GE\.\d\d-\d{5}(?=\d{1,3}\.\s?[A-Z])")
"""The printer's number glued to the next paragraph's: "GE.08-402623. The obligation" (CAT/C/GC/2, para. 3)."""

PAGE_FOOT = re.compile(
    r"(?:GE\.\d\d-\d{4,6}(?:\s?\([A-Z]\))?\s+)?\d{1,4}|\d{1,4}\s+GE\.\d\d-\d{4,6}(?:\s?\([A-Z]\))?"
)
"""A page's number, with or without the job number: "10 GE.23-02233"."""
