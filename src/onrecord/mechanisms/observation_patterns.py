"""Formulas of the treaty bodies' documents, each with an example."""

from __future__ import annotations

import re

CONCLUDING = re.compile(
    r"(?:CCPR|CAT|CEDAW|CERD|CRC|CRPD|CMW|CED|E/C\.12)(?:/(?:OPAC|OPSC|OP))?(?:/C)?(?:/(?:OPAC|OPSC|OP))?/"
    r"(?P<state>[A-Z]{3})(?:-[A-Z]{3})?/CO/\d[\d-]*(?:/Rev\.\d+)?|"
    r"(?:CCPR|CAT|CEDAW|CERD|CRC|CMW)/CO/\d+/(?P<old>[A-Z]{3})"
)
"""Symbols of concluding observations: "CAT/C/CHN/CO/5", "CCPR/CO/84/SVN", "CRC/C/OPSC/SVN/CO/1".
Not: "CAT/C/CHN/CO/5/Add.1", the State's answer to them."""

COMMENT = re.compile(r"(?:CCPR|CAT|CEDAW|CERD|CRC|CRPD|CMW|CED|E/C\.12)(?:/C)?/GC/\d+(?:/Rev\.\d+)?")
"""Symbols of general comments: "CAT/C/GC/4", "E/C.12/GC/26"."""

VIEWS = re.compile(
    r"(?:CCPR|CAT|CEDAW|CERD|CRC|CRPD|CED|E/C\.12)(?:/C)?/\d+/D(?:R)?/(?P<number>\d+)/(?P<year>\d{4})(?:/Rev\.\d+)?"
)
"""Symbols of decisions on communications: "CCPR/C/134/D/2836/2016"."""

TITLES = (
    (
        "concluding_observations",
        re.compile(
            r"\bconcluding\s+(?:observations|comments)\b|observations\s+finales|observaciones\s+finales",
            re.IGNORECASE,
        ),
    ),
    (
        "views",
        re.compile(
            r"\b(?:Views|Decision)\s+(?:adopted\s+)?(?:by\s+the\s+Committee|of\s+the\s+Committee)\b|"
            r"\bconcerning\s+communication\s+No\b|constatations\s+(?:adoptées|du)|dictamen\s+aprobado",
            re.IGNORECASE,
        ),
    ),
    (
        "general_comment",
        re.compile(
            r"\bgeneral\s+(?:comment|recommendation)\s+No\.?\s*\d|observation\s+générale\s+n|observación\s+general\s+n",
            re.IGNORECASE,
        ),
    ),
)
"""Titles: "Concluding observations on the fifth periodic report of China", "General comment No. 4 (2017)"."""

COMMENT_NUMBER = re.compile(
    r"\b(?:general\s+(?:comment|recommendation)|observation\s+générale|observación\s+general)\s+"
    r"(?:No\.?|no|núm\.?)?\s*(?P<number>\d{1,3})\s*(?:\((?P<year>\d{4})\))?",
    re.IGNORECASE,
)

POSITIVE = re.compile(
    r"\bpositive\s+(?:aspects|developments)|aspects\s+positifs|aspectos\s+positivos", re.IGNORECASE
)
CONCERNS = re.compile(
    r"\bprincipal\s+(?:subjects|areas|matters)\s+of\s+concern|\bconcerns?\b.{0,30}\brecommendations?|"
    r"principaux\s+(?:sujets|motifs)|principales\s+(?:motivos|ámbitos|esferas)",
    re.IGNORECASE,
)

ADDRESSES = re.compile(
    r"\b(?:the\s+)?(?:Committee|Subcommittee)\s+(?:(?:also|further|therefore|strongly|urgently|again|thus|once\s+again|"
    r"accordingly|in\s+particular)[,\s]+)*(?:recommends?|urges?|encourages?|invites?|calls?\s+(?:up)?on|requests?|"
    r"reiterates\s+its\s+(?:previous\s+|earlier\s+)?recommendations?|asks|recalls\s+its\s+(?:previous\s+)?recommendations?|"
    r"suggests|advises|would\s+(?:appreciate|welcome))|"
    r"\b(?:the\s+|each\s+|that\s+)?States?\s+part(?:y|ies)\s+(?:(?:also|further|therefore|in\s+particular|, in .{3,40},)\s+)*"
    r"(?:should|must|is\s+(?:requested|urged|encouraged|invited)|needs\s+to)\b|"
    r"\bIt\s+(?:(?:also|further|particularly|strongly|in\s+particular)\s+)*(?:recommends|urges|encourages|calls\s+upon|requests|invites)|"
    r"\ble\s+Comité\s+(?:recommande|engage|invite|prie|encourage|demande)|\bl[’']État\s+partie\s+devrait|"
    r"\bel\s+Comité\s+(?:\w+\s+){0,2}?(?:recomienda|insta|exhorta|alienta|pide|invita|solicita)|\bel\s+Estado\s+parte\s+debe",
    re.IGNORECASE,
)
"""The words that ask something of the State party: "The Committee recommends that", "The State party should"."""

SPEAKS = re.compile(
    r"\b(?:The\s+)?Committee\s+(?:is|notes?|regrets?|welcomes?|expresses|remains|appreciates|takes|commends|observes|"
    r"considered|thanks|acknowledges|adopted|finds|considers)|\bLe\s+Comité\b|\bEl\s+Comité\b",
    re.IGNORECASE,
)

SESSION = re.compile(r"\bat\s+its\s+(?P<ordinal>[\w-]+(?:[\s-]\w+)?)\s+session\b")
"""Paragraph 1 or a note: "at its fifty-sixth session (9 November–9 December 2015)"."""

ADOPTED = re.compile(
    r"\bAdopted\s+by\s+the\s+Committee\s+at\s+its\s+(?P<ordinal>[\w-]+(?:\s\w+)?)\s+session\s*\((?P<when>[^)]*)\)|"
    r"\b(?:it|the\s+Committee)\s+adopted\s+(?:the\s+)?(?:present|following)\s+concluding\s+(?:observations|comments)\b",
    re.IGNORECASE,
)

REPORT_OF = re.compile(
    r"\b(?:periodic|initial|combined|supplementary)\s+(?:periodic\s+)?reports?\s+(?:submitted\s+)?(?:of|by)\s+(?:the\s+)?(?P<state>.{3,80}?)"
    r"(?=\s*\((?:C[A-Z]+/|E/C|including|[A-Z]{2,})|[,.;*∗]|\s+(?:at|in|under|on|was|submitted)\b|$)",
    re.IGNORECASE,
)
"""Paragraph 1: "The Committee considered the fifth periodic report of China (CAT/C/CHN/5)"."""

FACTS = (
    ("communication", r"communication\s+No\.?"),
    ("author", r"(?:communication\s+)?submitted\s+by"),
    ("victim", r"alleged\s+victims?"),
    ("state_party", r"state\s+party"),
    ("date_of_communication", r"date\s+of\s+(?:the\s+)?(?:communication|complaint)"),
    ("references", r"document\s+references"),
    (
        "date_of_decision",
        r"date\s+of\s+(?:adoption\s+of\s+)?(?:the\s+|present\s+)?(?:decision|views|admissibility\s+decision)",
    ),
    ("subject", r"subject\s+matter"),
    ("procedural_issues", r"procedural\s+issues?"),
    ("substantive_issues", r"substantive\s+issues?"),
    ("articles", r"articles?\s+of\s+the\s+(?:convention|covenant)"),
    ("articles_of_protocol", r"articles?\s+of\s+the\s+optional\s+protocol"),
)
"""The table on the first page of views: "State party: Kyrgyzstan"."""

SECTIONS = (
    (
        "consideration",
        re.compile(
            r"consideration\s+of\s+(?:the\s+)?(?:admissibility|merits)|issues\s+and\s+proceedings",
            re.IGNORECASE,
        ),
    ),
    (
        "observations_of_state",
        re.compile(
            r"state\s+party.{0,3}s?\s+(?:\w+\s+)?(?:observations|submissions?|comments)|state\s+party’s",
            re.IGNORECASE,
        ),
    ),
    (
        "comments_of_author",
        re.compile(
            r"(?:comments|submissions?)\s+(?:by|of|from)\s+(?:the\s+)?(?:author|complainant|counsel)|"
            r"(?:author|complainant|counsel)\S{0,4}\s*(?:further\s+|additional\s+)?(?:comments|observations|submissions?)",
            re.IGNORECASE,
        ),
    ),
    ("complaint", re.compile(r"\bcomplaint\b|\bclaims?\b", re.IGNORECASE)),
    ("facts", re.compile(r"\bfacts?\b|factual\s+background|\bbackground\b", re.IGNORECASE)),
)
"""Headings of views, in the order in which they are asked."""

CONCLUDES = re.compile(
    r"\bThe\s+(?:Human\s+Rights\s+)?Committee\b.{0,200}?\b(?:is\s+of\s+the\s+view|decides|concludes|therefore\s+(?:decides|concludes)|"
    r"considers\s+that\s+.{0,200}?violat|finds)\b|\bdisclose(?:s|d)?\s+(?:a\s+)?violations?\b|"
    r"\bis\s+(?:therefore\s+)?(?:in)?admissible\b|\bobligation\s+to\s+(?:provide|make)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What the Committee decided: "is of the view that the facts before it disclose a violation of article 7"."""

PRESENT_COMMENT = re.compile(r"\bpresent\s+general\s+(?:comment|recommendation)\b", re.IGNORECASE)
"""How a general comment speaks of itself, where its title page is missing."""
