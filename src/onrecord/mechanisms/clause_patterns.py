"""How a speaker's recommendations are worded and lettered, each pattern with an example."""

from __future__ import annotations

import re

Match = re.Match[str]
Pattern = re.Pattern[str]

STANDS_ALONE = 4
"""Words from which a lettered item says something by itself; "(b) OP-CEDAW" does not."""

MERE_VERB = 9
"""Words up to which an opening only says who recommends to whom: "Switzerland recommended that Cuba"."""

LEAST_WORDS = 2
"""Words that a recommendation must have; "recommended (c)" alone has none."""

LETTER = re.compile(
    r"(?<![\w(])(?<!article \d )(?<!article \d\d )(?<!paragraph \d )(?<!paragraph \d\d )(?<!para\. \d )"
    r"\(?(?P<letter>[a-z])\)(?! ?and \([a-z]\)) *(?=[\w“\"(‘])"
)
"""The letter before a recommendation: "(a) abolish", "a) respond". Not: "article 2 (f)"."""

_NAME = r"[A-Z][\w’'-]+(?:(?: of| and)?(?: the)? [A-Z][\w’'-]+)*"
_ADDRESSEE = (
    r"(?:(?:the )?(?:(?:[A-Z]\w+ )?(?:Government|State|authorities|country|delegation)"
    rf"(?: of (?:the )?{_NAME})?|{_NAME})"
    r"|it(?! be\b))"
)
RECOMMENDS = re.compile(
    r"\b(?:recommend(?:ed|s|ing)?|recommendations? (?:that|to|was|were)|"
    r"lead(?:ing)? to recommendations(?=:))\b"
    r"(?:,? (?:also|strongly|in particular|inter alia|therefore|specifically),?)*"
    rf"(?:(?: to {_ADDRESSEE})?(?: that| to|,)?(?: {_ADDRESSEE}(?=[ :;,]))?)"
    r"(?:[:;]|,? (?:should|must|could|to|that)\b)*[:;,]? *"
)
"""The words before a recommendation: "recommended that China:", "recommended to continue"; and of session 1,
"asked the following questions which could lead to recommendations:" (A/HRC/8/29, para. 56)."""

URGES = re.compile(
    r"\b(?:encourag(?:ed|es|ing)|urg(?:ed|es|ing)|call(?:ed|s|ing) (?:up)?on|suggest(?:ed|s|ing)|"
    r"propos(?:ed|es|ing)|invit(?:ed|es|ing)|advis(?:ed|es|ing)|"
    rf"(?:request|ask)(?:ed|s|ing)(?= {_ADDRESSEE} (?:to|that)\b))"
    rf"(?: that| for| to)?(?: {_ADDRESSEE}(?=[ :;,]))?(?:,? (?:should|to|would|could)\b)*[:;,]? *"
)
"""The same where a paragraph only urges: "called on the Government to"."""

OTHERS = re.compile(
    r"\b(?:Committee|CERD|CEDAW|CAT|CRC|CESCR|ICRC|OHCHR|UNHCR|UNICEF|ILO|UNDP|Rapporteur\w*|"
    r"experts?|bod(?:y|ies)|"
    r"organi[sz]ations?|NGOs?|(?<!it )(?<!also )as|which|was|were|been|be)"
    r"(?: (?:on|against|for|of)(?: the)?(?: [\w’-]+){1,6}?)?(?: (?:has|had|have|also|further|it|they))* $"
)
"""Whose recommendation it is, if not the speaker's: "the Committee against Torture recommended"."""

LEANS = re.compile(
    r"\b(?:this|these) (?!regard|respect|context|end|area of|field of|year|universal|UPR|process|"
    r"review|session|"
    r"matter of)\w+"
    r"|\bthose (?!who|responsible|held|found|accused|still|which|that|in |of |with|rights that|"
    r"persons|living|"
    r"most)\w+"
    r"|\bsuch (?!as\b)\w+|\bit be\b|\bdo(?:ing)? so\b|\bits cessation\b"
)
"""Words that lean on the sentence before them: "implement such safeguards", "provisions of this law"."""

TOPIC = re.compile(
    r"(?:With (?:regard|respect|reference) to|In (?:relation|regard|respect) (?:to|of)|Regarding|Concerning|"
    r"As (?:for|to|regards)|In the (?:area|field) of|On)\b[^;]{3,160}?, "
)
"""An opening that says what the recommendation is about: "In relation to Law No. 90-07, it recommended"."""

LOOSE_END = re.compile(
    r"^(?:[\s,;:.]|(?:and|that)(?= ))+"
    r"|(?:[\s,;:.]|(?<![\w’])(?:and|as well as|or)(?=[\s,;:.]*$))+$"
)
"""What joins a recommendation to the next: "; and"."""

DANGLING = re.compile(
    rf"(?:[\s,;.]+(?:and|while|but))?(?:[\s,;.]+(?:it|{_NAME}))?(?: (?:also|further|therefore|strongly))*\s*$"
)
"""The subject of the verb that follows a recommendation: ", and it further" before "recommended"."""

ABBREVIATION = re.compile(r"\b[A-Z]{3,8}\b")
"""A treaty by its letters: "consider ratifying the ICRMW"."""

NEXT_ITEM = re.compile(r";(?= )")
"""What parts the items of a list without letters."""

ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "penultimate": -2, "last": -1, "final": -1}
PARTS = ("sentence", "sentences", "part", "recommendation", "recommendations")
"""How a reference narrows itself: "56, last sentence"."""
