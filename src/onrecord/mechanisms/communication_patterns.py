"""Formulas of letters of mandate holders to States and of the States' answers, each with an example.

The form is that of the letters published at spcommreports.ohchr.org; the examples are made.
"""

from __future__ import annotations

import re

REFERENCE = re.compile(
    r"\b(?:(?P<type>J?(?:AL|UA|OL|AM|UAL))\s+)?(?P<state>[A-Z]{3})\s+(?P<number>\d{1,3})\s?/\s?(?P<year>(?:19|20)\d\d)\b"
)
"""A letter's reference: "AL CHN 8/2021", "JUA IRN 20/2017", "CHN 5/2014". The letters before the State's code
are the type: allegation (AL), urgent appeal (UA), other (OL); J for joint. Not: "resolution 26/2014"."""

REFERENCE_LINE = re.compile(
    r"\b(?:REFERENCE|Reference|Ref(?:erence)?\.?(?:\s+no\.?)?|Our\s+ref\.?)\s*:?\s*(?P<rest>.{0,60})"
)
"""Where it stands on the first page: "Ref.: AL CHN 8/2021"."""

HONOUR = re.compile(
    r"\b(?:We|I)\s+(?:have\s+the\s+honou?r|wish|would\s+like)\s+to\s+(?:address|write\s+to|bring)\b|"
    r"\bin\s+(?:our|my)\s+capacit(?:y|ies)\s+as\b"
)
"""How such a letter opens: "We have the honour to address you in our capacities as"."""

CAPACITIES = re.compile(
    r"\bin\s+(?:our|my)\s+capacit(?:y|ies)\s+as\b(?P<mandates>.{10,3000}?)(?=,?\s+pursuant\s+to\b|\.\s|$)",
    re.DOTALL,
)
"""The mandates that sign: "in our capacities as Special Rapporteur on …; and …, pursuant to"."""

MANDATES_OF = re.compile(
    r"\bMandates?\s+of\s+(?P<mandates>(?:the\s+)?.{10,3000}?)(?=\s*(?:Ref|REF|Reference|\(Please|\d{1,2}\s+[A-Z][a-z]+\s+\d{4})|$)",
    re.DOTALL,
)
"""The same below the letterhead: "Mandates of the Special Rapporteur on …; the Working Group on …"."""

CONCERNING = re.compile(
    r"\b(?:information\s+(?:that\s+)?(?:(?:we|I)\s+have\s+)?received|allegations?\s+received|allegations?)\s+"
    r"(?:concerning|regarding|relating\s+to)\s+(?P<what>.{5,1200}?)(?=(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)\.\s|\.$|$)",
    re.DOTALL,
)
"""What the letter is about: "information we have received concerning the forcible return of …"."""

PERSON = re.compile(
    r"\b(?:Mr|Ms|Mrs|Mme|Messrs|Dr|Prof)\.?\s+(?P<name>[A-ZÀ-Ý][\w’'-]+(?:\s+(?:[A-ZÀ-Ý][\w’'-]+|de|del|da|al|bin|ben|van|von|der)){0,4})"
)
"""A person concerned: "Mr. A. Example". Not: "the Special Rapporteur"."""

ALLEGATIONS = re.compile(
    r"\bAccording\s+to\s+(?:the\s+)?(?:(?:new|additional|further)\s+)?information\s+received\b", re.IGNORECASE
)
PREJUDGE = re.compile(
    r"\bWithout\s+(?:in\s+any\s+way\s+)?(?:wishing\s+to\s+)?prejudg|\bwhile\s+(?:we|I)\s+do\s+not\s+wish\s+to\s+prejudge",
    re.IGNORECASE,
)
"""Between the first of these and the second stand the allegations."""

QUESTIONS = re.compile(
    r"\b(?:(?:we|I)\s+would\s+(?:therefore\s+)?be\s+grateful\s+for\s+your\s+(?:observations|cooperation)|"
    r"observations\s+on\s+the\s+following\s+matters|responses?\s+to\s+the\s+following\s+questions)\b",
    re.IGNORECASE,
)
"""What brings the questions in: "we would be grateful for your observations on the following matters"."""

DEADLINE = re.compile(
    r"\bwithin\s+(?P<days>\d{1,3}|sixty|forty-eight)\s+(?P<unit>days|hours)\b", re.IGNORECASE
)
"""When a reply is due: "We would appreciate receiving a response within 60 days"."""

QUESTIONS_END = re.compile(
    r"(?:^|(?<=[.?]\s))(?:(?:We|I)\s+(?:would\s+appreciate|intend|may|urge|would\s+like)\b|"
    r"(?:This\s+communication|While\s+awaiting|Please\s+accept|Finally)\b)"
)
"""What follows the last question: "We would appreciate receiving a response"."""

CLOSING = re.compile(r"\bPlease\s+accept\b.{0,80}\bhighest\s+consideration\b\.?", re.DOTALL)
"""What stands above the signatures."""

ROLE = re.compile(
    r"^(?:(?:Special|Independent)\s+(?:Rapporteur|Expert)|(?:Vice-)?Chair(?:person)?(?:-Rapporteur)?|Working\s+Group|"
    r"Coordinator|President|Member)\b"
)
"""A signatory's role, on the line below the name: "Chair-Rapporteur of the Working Group on"."""

NAME = re.compile(
    r"^[A-ZÀ-Ý][\w’'.-]+(?:[\s-]+(?:[A-ZÀ-Ý][\w’'.-]*|de|del|da|al|el|bin|ben|van|von|der|la|le)){1,6}$"
)
"""A signatory's name alone on its line: "Tomás Example Quintana"."""

ANNEX = re.compile(r"^(?:Annex|Reference\s+to\s+international\s+(?:human\s+rights\s+)?law)\b")

REPLY = re.compile(
    r"\bPermanent\s+Mission\s+of\s+(?P<state>.{3,120}?)\s+(?:to\s+the|presents|avails|in\s+Geneva)\b|"
    r"\b(?:reply|response|comments|observations|information)\s+(?:of|from|by|provided\s+by)\s+the\s+Government\b|"
    r"\bla\s+Misión\s+Permanente\s+de\s+(?P<es>.{3,80}?)\s+(?:ante|saluda)\b|"
    r"\bla\s+Mission\s+permanente\s+(?:de\s+la\s+|du\s+|de\s+l[’']|des\s+|de\s+)(?P<fr>.{3,80}?)\s+(?:auprès|présente)\b",
    re.IGNORECASE,
)
"""A State's answer: "The Permanent Mission of Freedonia presents its compliments"."""
