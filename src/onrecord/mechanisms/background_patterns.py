"""Formulas of the documents that a review starts from and ends with, each with an example."""

from __future__ import annotations

import re

SYMBOL = re.compile(r"A/HRC/WG\.6/(?P<session>\d{1,2})/(?P<state>[A-Z]{3})/(?P<kind>[123])(?:/Rev\.\d+)?")
"""Resolution 5/1, annex, para. 15: "A/HRC/WG.6/17/CHN/1" is the national report, /2 the compilation, /3 the
summary. Not: "A/HRC/WG.6/17/CHN/3/Corr.1", which holds corrections alone."""

KINDS = {"1": "national_report", "2": "compilation", "3": "summary"}

TITLES = (
    (
        "midterm_report",
        re.compile(
            r"\bmid-?\s?term\s+(?:progress\s+)?(?:report|review|update)|rapport\s+(?:à|de)\s+mi-parcours|"
            r"informe\s+de\s+(?:mitad|medio)\s+(?:de(?:l)?\s+)?(?:per[ií]odo|t[eé]rmino|ciclo)",
            re.IGNORECASE,
        ),
    ),
    (
        "compilation",
        re.compile(
            r"\bcompilation\s+(?:on|of\s+information|prepared\s+by)|compilation\s+(?:établie|concernant)|"
            r"recopilación\s+(?:sobre|preparada|de\s+información)",
            re.IGNORECASE,
        ),
    ),
    (
        "summary",
        re.compile(
            r"\bsummary\s+(?:of\s+(?:other\s+)?stakeholders|prepared\s+by\s+the\s+Office)|"
            r"résumé\s+(?:établi|des\s+communications)|"
            r"resumen\s+(?:preparado|de\s+las\s+comunicaciones)",
            re.IGNORECASE,
        ),
    ),
    (
        "national_report",
        re.compile(
            r"\bnational\s+report\s+submitted\b|rapport\s+national\s+(?:présenté|soumis)|"
            r"informe\s+nacional\s+presentado",
            re.IGNORECASE,
        ),
    ),
)
"""Titles: "National report submitted in accordance with paragraph 5 of the annex", "Compilation on Ukraine",
"Summary of stakeholders' submissions on France", "Mid-term report of Slovenia"."""

SESSION = re.compile(
    r"(?P<en>[\w-]+(?:[ -][\w]+)?)\s+session\s*|(?P<fr>[\w-]+(?:\s+et\s+\w+)?)\s+session|"
    r"(?P<es>\w+)\s+per[ií]odo\s+de\s+sesiones",
    re.IGNORECASE,
)
"""On the title page: "Twenty-eighth session"."""

# The High Commissioner writes to a Minister after the review, with an annex of areas for action.
HIGH_COMMISSIONER = re.compile(r"\b(?:United Nations )?High Commissioner for Human Rights\b")
EXCELLENCY = re.compile(
    r"(?:^|\b\d{4})\s*Excellency\s*,|\bYour Excellency\b|\bPlease accept, Excellency\b", re.MULTILINE
)
REVIEW_NAMED = re.compile(r"\buniversal periodic review\b", re.IGNORECASE)
LETTER_REVIEW = re.compile(
    r"\b(?P<ordinal>\w+)\s+cycle\s+of\s+the\s+Universal\s+Periodic\s+Review\s+(?:\(UPR\)\s+)?of\s+(?P<state>.{4,80})",
    re.IGNORECASE | re.DOTALL,
)
"""Which review the letter follows: "the third cycle of the Universal Periodic Review (UPR) of the Republic of …"."""

LISTED_SUBMISSIONS = re.compile(
    r"\bstakeholders?\s+listed\s+below\b|\bfull\s+texts?\s+of\s+all\s+original\s+submissions\b|"
    r"\bparties\s+prenantes\b.{0,60}\bci-(?:après|dessous)\b|\bpartes\s+interesadas\b.{0,60}\ba\s+continuación\b",
    re.IGNORECASE,
)
"""The note that lists who contributed: "The stakeholders listed below have contributed information"."""

SUBMISSION_GROUP = re.compile(
    r"(?P<civil>Civil society)|(?P<single>Individual submissions?)|(?P<joint>Joint submissions?(?= ?:))|"
    r"(?P<nhri>National human rights institutions?(?:\s*\(s\))?(?= ?:| [A-Z]))|"
    r"(?P<regional>Regional (?:inter-?governmental )?organi[sz]ations?(?:\s*\(s\))?)|(?P<other>Academic institutions?)",
    re.IGNORECASE,
)
"""What heads a part of that list."""

LABEL = re.compile(
    r"(?:^|[;.]|,\s(?=[A-Z])|\b(?:[Ss]ee\s+also|[Ss]ee|and)\b)[\s,:]*"
    r"(?P<label>(?!(?:[Ss]ee|and)\b)[^\W\d_](?:(?!\band\b|\b[Ss]ee\b)[^,;:()]){0,40}?)\s*[,:]?\s*(?=\b(?:pp?|paras?|par|sect|at\s+p)\b\.?\s*\d)"
)
"""Whose submission a note cites: "JS1, para. 5; AI, p. 3. See also HRORS, para. 1"."""

BARE_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][\w/’'&-]*(?:\s[\w/’'&-]+){0,4})\.?\s*")
"""A note that is nothing but a name: "ATDFW."."""

JOINT = re.compile(
    r"\bJoint\s+[Ss]ubmissions?\s*(?:\(JS\)\s*)?(?P<number>\d{1,2})\b|\bJS\s?(?P<short>\d{1,2})\b"
)
"""A joint submission named in the text: "Joint Submission (JS) 1", "JS2"."""

DOTTED_NUMBER = re.compile(r"(?<![\w./])(?P<number>\d{2,3}\.\d{1,3})(?![\d/%])")
"""A recommendation's number in a table of a mid-term report: "115.22". Not: "2.5 %"."""

RELEVANT = re.compile(
    r"\bFor\s+(?:the\s+)?(?:relevant\s+)?(?:recomm[ae]ndations?|previous\s+recommendations?)\b.{0,30}?\bsee\b|"
    r"\bPour\s+les\s+recommandations\b.{0,40}\bvoir\b|\b(?:Para|En\s+cuanto\s+a)\s+las\s+recomendaciones\b",
    re.IGNORECASE,
)
"""The Secretariat's notes to headings: "For relevant recommendations see A/HRC/22/7, paras. 97.1-97.4"."""

REPORTS = re.compile(
    r"\b(?:not|stat|recommend|urg|encourag|express|call|welcom|report|indicat|observ|consider|conclud|stress|"
    r"reiterat|suggest|underlin|emphasi[sz]|highlight|affirm|argu|explain|point|regrett|deplor|commend|appeal|"
    r"ask|request|invit|remain|acknowledg|recogni[sz]|recall|add|referr|warn|rais|advis|propos|not|remark|"
    r"commend|condemn|appreciat|indicat|explain|claim|alleg|observ|criticiz|criticis|inform|call|"
    r"declar|mention|question|support|assert|underscor|rank|identif|prais|caution|clarif|confirm|estimat)"
    r"(?:ed|ied|ted|red|d)\b|\b(?:said|found|drew|saw|felt|took note|(?:was|were|is|are|remained)\s+(?:also\s+|"
    r"further\s+|deeply\s+|particularly\s+|seriously\s+|still\s+|very\s+|gravely\s+)*(?:concerned|alarmed|"
    r"disturbed|of the view|aware|encouraged)|held|heard|made|sent|met|held|wrote|undertook)\b"
)
"""What a body does with its voice: "noted", "recommended", "was concerned"."""

BEFORE_VERB = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:,[^.;]{0,160}?,)?(?:\s+(?:also|further|then|had|has|have|again|moreover|strongly|"
    r"similarly|in\s+(?:19|20)\d\d|therefore|however|likewise|still|repeatedly|[a-z]+ly|nevertheless|jointly)\b,?)*\s+"
)
"""What may stand between a body and its verb: " (CRC), in 2013, also "."""

AND_ANOTHER = re.compile(r"(?:\s*\([^()]{1,60}\))?(?:\s*,\s*|\s+)(?:and\s+|as\s+well\s+as\s+)?(?:the\s+)?")
"""What joins two bodies that speak together: "CRC, CEDAW and the Human Rights Committee noted"."""

ACCORDING = re.compile(r"\b(?:[Aa]ccording to|in the view of|[Ff]or)\s+(?:the\s+)?$")

SAME_BODY = re.compile(
    r"(?:^|(?<=[.;,]\s))(?P<noun>(?:[Tt]he|[Tt]hat)\s+(?:same\s+)?(?:Committee|Special Rapporteur|"
    r"Independent Expert|Working Group|Subcommittee|country team|Office)|It)\s+"
    r"(?:also\s+|further\s+|then\s+|had\s+|has\s+|[a-z]+ly\s+)*"
)
"""A body that was named before: "The Committee also recommended", "It noted"."""
