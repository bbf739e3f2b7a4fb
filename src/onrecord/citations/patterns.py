"""How letters refer to sources; each form with an example and the false positive that it avoids."""

from __future__ import annotations

import re

# "https://undocs.org/A/HRC/25/5", "www.ohchr.org/x"; a closing bracket or full stop is not part of it.
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”“]*[^\s<>\"”“.,;:!?)\]}'’*_]")

# "Id., para. 5", "See ibid.", "(ibid)", "같은 보고서". Not "docid=5", "ID card", "id" in running words.
ID = re.compile(
    r"(?<![\w/=&.])(?:(?:Id|Idem)(?=\.|,|\s+at\b)\.?|(?<=[Ss]ee )id\.|(?<=also )id\.|"
    r"\b(?:Ibid|Ibidem|ibid|ibidem|IBID)\b\.?"
    r"|(?:위의|같은|동)\s?(?:글|책|보고서|문서|자료)|상게서)"
)

# "supra note 22", "above, note 5", "(n 1)", "op. cit.", "앞의 각주 5". Not "note 5" alone.
SUPRA = re.compile(
    r"\b(?:supra|above),?\s+(?:at\s+)?(?:foot)?(?:notes?|nn?\.|fns?\.?)\s*(?P<after>\d{1,3})"
    r"|\b(?:foot)?(?:note|n\.|fn\.?)\s*(?P<before>\d{1,3}),?\s+(?:above|supra)\b"
    r"|\(\s?(?:n|fn)\.?\s?(?P<bracketed>\d{1,3})\s?\)"
    r"|\b(?:op\.?\s?cit\b\.?|supra\b)"
    r"|(?:위의?|앞의?)\s?(?:각주|주)\s?(?P<korean>\d{1,3})"
    r"|(?:각주|주)\s?(?P<see>\d{1,3})(?:의 [가-힣]+)?(?=\s*(?:참조|참고|,))",
    re.IGNORECASE,
)

# Words that bring a source in and are no part of its title: "See also", "Cf.", "UN Doc.", "document".
LEAD_IN = re.compile(
    r"(?:[\s,;:.(–—-]|\b(?:see|also|cf|e\.g|eg|compare|contra|accord|but|and|in|inter alia|for example|"
    r"for instance|further|generally|UN docs?|U\.N\. docs?|docs?|documents?|citing|quoting|quoted|cited|"
    r"as|at|of|from|respectively|both|참조|참고)\b\.?)+",
    re.IGNORECASE,
)
# What stands between a title and its symbol: "Report (7 February 2014), UN Doc. A/HRC/25/CRP.1".
LEAD_OUT = re.compile(
    r"(?:[\s,;:(\[–—-]|\b(?:UN docs?|U\.N\. docs?|docs?|documents?|symbol|문서번호)\b\.?)+$", re.IGNORECASE
)
# A title begins so where no comma parts it from the symbol: "Report of the Working Group A/HRC/25/5".
TITLE_NOUN = re.compile(
    r"^(?:the |an? |\d{4} )?(?:[\w’'-]+ ){0,3}?"
    r"(?:report|compilation|summary|national report|resolution|decision|"
    r"letter|statement|concluding observations|observations|general comment|note|study|views|opinion|"
    r"working group|matrix|addendum|communication|보고서|결의|최종견해)\b",
    re.IGNORECASE,
)

# "(accessed 5 September 2023)", "last visited on 7 November 2023", "검색일".
ACCESSED = re.compile(
    r"[\s,;]*\(?\s*(?:last\s+)?(?:accessed|visited|retrieved|viewed|검색일|접속일)[^();\n]{0,60}\)?",
    re.IGNORECASE,
)
# Between a symbol and its paragraph: ", sect. IV", ", p. 14", ", chap. II", ", table 3", " (n 3)".
BETWEEN = re.compile(
    r"[\s,]*(?:pp?\.\s?\d+(?:\s?[-–]\s?\d+)?|sect(?:ion|\.)?\s?[IVX\d]+(?:\.[A-Z\d]+)?|chap(?:ter|\.)?\s?[IVX\d]+|"
    r"part\s[IVX\d]+|tables?\s\d+|op\.?\s?cit\b\.?|"
    r"\((?:n|fn)\.?\s?\d{1,3}\)|\(?advance (?:un)?edited version\)?|\(?hereinafter[^)]*\)?|\*+)",
    re.IGNORECASE,
)
# Ahead of a place: "at para. 5", ": para. 5", "– para. 5", "and annex II".
AT = re.compile(r"[\s,]*(?:(?:\bat\b|\band\s(?=annex\s)|[:–—-])\s*)?")
# "¶ 5", "¶¶ 5-7": the pilcrow that American lawyers write.
PILCROW = re.compile(r"[\s,(]*(?:\bat\s+)?¶{1,2}\s?")
# "단락 132", "문단 28", "제132항", "186.241항", "132번째 단락". Not "3항목".
KOREAN_PLACE = re.compile(
    r"[\s,(]*(?:(?:단락|문단|항)\s?(?P<after>\d[\d.\s,(a-z)–-]*\d|\d+(?:\s?\([a-z]\))?)|"
    r"제?\s?(?P<before>\d+(?:\.\d+)?(?:\s?[-–~]\s?\d+(?:\.\d+)?)?(?:\s?\([a-z]\))?)\s?"
    r"(?:항(?!목)|단락|문단|번 권고)"
    r"(?:\s?\((?P<letter>[a-z])\))?)"
)
# "A/HRC/25/5 and Corr.1", "A/HRC/43/64 and Add.1": more documents by their suffix alone.
SUFFIX_ALONE = re.compile(r"\s*(?:,|and|&)\s*((?:Add|Corr|Rev)\.\d+(?:/(?:Add|Corr|Rev)\.\d+)?)")
# "(5 October 2009)", "(2009)", "(Oct. 5, 2009)": a date alone in brackets.
BRACKETED_DATE = re.compile(r"[\s,]*\(([^()]{4,40})\)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

# "para. 5 of A/HRC/25/5", "paragraph 28 (g) of the report of the Working Group (A/HRC/11/25)".
PLACE_LEAD = re.compile(
    r"\b(?:sub)?para(?:graph)?s?\b\.?|¶|§|\brec(?:ommendation)?s?\b\.?|\bannex\s[IVX\d]", re.IGNORECASE
)
PLACE_OF = re.compile(r"\s*\)?,?\s*(?:of|in|from|의)\s[^.;()\n]{0,120}[(\s]*\Z|\s*[,(]\s*\Z", re.IGNORECASE)

# "recommendation 186.66", "recs. 186.242", "recommendations nos. 5". Not "recommendations of 2008".
RECOMMENDATION = re.compile(
    r"\b(?:recommendations?|recs?\b\.?)(?:\s(?:nos?\.?|numbers?|numbered))?\s*\(?(?=\d)", re.IGNORECASE
)
# "China accepted 28 (g)", "did not support 30 (c)". Not "accepted 28 (twenty-eight) refugees".
ANSWERED = re.compile(
    r"\b(?:accept|support|reject|refus|declin|dismiss)\w*\s+(?=\d{1,3}\s?\([a-z]{1,2}\)(?:\s?\([ivx]+\))?[\s.,;:)])",
    re.IGNORECASE,
)
# "(186.241)", "186.66 (“Invite…”)". Not "12.5 per cent", "$10.50", "2.5 million", "version 10.15".
NUMBER = re.compile(
    r"(?<![\w.,$€£₩/-])\d{2,3}\.\d{1,3}"
    r"(?![\d%]|\.\d|,\d{3}|\s?(?:per ?cent|percent|million|billion|thousand|km|kg|m\b))"
)
NUMBER_JOINT = re.compile(
    r"\s*(?:,|;|\band\b|&|\bto\b|[-–])+\s*(?:\band\b\s*)?(?=\d{2,3}\.\d)", re.IGNORECASE
)
SPEAKS_OF_RECOMMENDATIONS = re.compile(
    r"\brecommend|\baccepted\b|\bnoted\b|\bsupported\b|권고", re.IGNORECASE
)
KOREAN_RECOMMENDATION = re.compile(r"권고(?:안|사항)?\s*(?:제|번호)?\s*(?=\d{2,3}\.\d)")

# A source named by a short name ahead of its place: "DPRK COI report, para. 5", "(China UPR report 2013, …".
SHORT_NOUN = (
    r"(?:reports?|inquiry|COI|CRP|compilation|summary|stakeholders’ summary|resolution|observations|letter|"
    r"statement|study|document|matrix|보고서|문서|결의|최종견해)"
)
SHORT_BEFORE = re.compile(
    rf"(?P<name>(?:[A-Z0-9“\"][\w’'.“”\"-]*|[가-힣]+)(?:\s+(?:[\w’'“”\"-]+|\([A-Z]+\))){{0,9}}?\s*"
    rf"\b{SHORT_NOUN}(?:[”\"’])?(?:\s+(?:on|of|for)\s+[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){{0,4}})?"
    rf"(?:,?\s*\(?(?:19|20)\d\d\)?)?)[\s,:(]*(?:at\s+)?\Z"
)
SHORT_AFTER = re.compile(
    rf"\s*(?:of|in|from)\s+(?:the\s+|its\s+|that\s+|this\s+)?(?P<name>(?:(?!\b(?:para|which|that)\b)[\w’'.“”\"()-]+\s+){{0,9}}?"
    rf"\b{SHORT_NOUN}\b(?!\s+(?:reports?|inquiry)\b)(?:[”\"’])?(?:\s+(?:on|of|for)\s+[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){{0,4}})?(?:\s*\(?(?:19|20)\d\d\)?)?)"
)
# "(hereinafter “COI report”)", "(“DPRK COI report”)", "(hereafter: COI report)".
DEFINED = re.compile(
    r"\(\s*(?:hereinafter|hereafter|henceforth|이하)?:?\s*(?:the\s+)?[“\"‘']([^”\"’']{2,60})[”\"’']\s*\)"
    r"|\(?\s*(?:hereinafter|hereafter|henceforth)\s+(?:referred to as\s+)?(?:the\s+)?([^)“”\"]{2,60})\)"
)
MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]+)\]\((https?://[^\s)]+(?:\([^\s)]*\))?[^\s)]*)\)")
