"""How documents of advance questions are written, each with an example and with what it must not take."""

from __future__ import annotations

import re

TITLE = re.compile(
    r"\bADVANCED?\s+(?:WRITTEN\s+)?QUESTIONS?\s+(?:TO|FOR|ADDRESSED\s+TO)\s+(?:THE\s+)?"
    r"(?P<state>[A-ZÀ-Þ][A-ZÀ-Þ’'`.,\s()-]*?[A-ZÀ-Þ)])(?=\s*(?:[–—-]|\(\s*(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|\d)|$|\n|\bADD\b))"
    r"(?:\s*[–—-]?\s*(?P<batch>ADD(?:ENDUM)?\s*\.?\s*\d*|\(\s*(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|\d\w*)\s+BATCH\s*\)))?",
    re.MULTILINE,
)
"""The title: "ADVANCE QUESTIONS TO SLOVENIA – ADD.1", "ADVANCE QUESTIONS TO SLOVENIA (FIRST BATCH)"."""

TITLE_LOOSE = re.compile(
    r"\badvanced?\s+(?:written\s+)?questions?\s+(?:to|for|addressed\s+to)\s+(?:the\s+)?(?P<state>[^\n–—(]{3,80})"
    r"(?:\s*[–—(-]*\s*(?P<batch>add(?:endum)?\s*\.?\s*\d*|\w+\s+batch))?",
    re.IGNORECASE,
)
"""The same in small letters, as newer files have it: "Advance questions to Slovenia – Add.1"."""

BATCH_WORDS = re.compile(
    r"\b(?:ADD(?:ENDUM)?\s*\.?\s*(?P<number>\d+)?|(?P<ordinal>\w+)\s+BATCH)", re.IGNORECASE
)

BEHALF = re.compile(
    r"^(?P<states>.*?)[\s,(–—-]*\b(?:also\s+)?on\s+behalf\s+of\s+(?:the\s+)?(?P<group>.+?)\)?\s*:?$",
    re.IGNORECASE | re.DOTALL,
)
"""A heading that names for whom a State asks: "PORTUGAL on behalf of the Group of Friends on NMIRF’s"."""

JOINT = re.compile(
    r"^(?:(?:a\s+)?joint|common|group)\s+(?:advance\s+)?(?:submission|questions?|statement)s?\b"
    r"[\s:–—-]*(?:(?:submitted\s+)?(?:on\s+behalf\s+of|by|from|of)\s+)?",
    re.IGNORECASE,
)
"""A heading without a first State: "Joint submission on behalf of Costa Rica, the Maldives and Slovenia"."""

GROUP = re.compile(
    r"\b(?:group|union|friends|coalition|network|organi[sz]ation|league|community|CARICOM|ECOWAS|alliance|countries|states)\b",
    re.IGNORECASE,
)
"""What the name of a group of States holds."""

ASKED_BY = re.compile(
    r"^(?:(?:questions?\s+)?(?:submitted|asked|posed|put|from|by)|(?:recommending\s+)?(?:State|country|delegation)\s*:)"
    r"(?:\s+by)?\s*:?\s+",
    re.IGNORECASE,
)
"""Words before a State's name in a heading: "Questions by Germany", "State: Germany"."""

LED_BY_STATE = re.compile(r"^(?P<state>[A-ZÀ-Þ][A-ZÀ-Þ’'.,() -]{3,90}?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL)
"""A State before its first question in one line: "GERMANY: What steps"."""

ENDED = re.compile(r"(?:[.?!:)”\"]|^)\s*$")
"""A line after which a State's name can stand alone: not "… measures in" and then "Slovenia"."""

BULLET = re.compile(
    r"^(?:[•●▪◦■►‣·∙o]\s+|[-–—*]\s+|\(?(?P<number>\d{1,2})[.)]\s+|(?P<bare>\d{1,2})\s+(?=[A-ZÀ-Þ¿“])|"
    r"\(?[a-z][.)]\s+|Q(?:uestion)?\s*\.?\s*\d{1,2}\s*[.:)–-]\s*)",
)
"""What opens a question: "• What", "3. Which", "(2) How", "Question 1:"."""

QUESTION = re.compile(
    r"[?？؟]|^\W*(?:how|what|which|who|when|where|why|will|does|do|did|is|are|was|were|has|have|had|can|could|would|should|"
    r"please|may|to\s+what\s+extent|in\s+what|qué|cuál|cuáles|cómo|cuándo|podría|quel|quelles?|quels|comment|"
    r"pourriez|est-ce)\b|"
    r"\b(?:like|wish|interested|grateful|appreciate|pleased|welcome\s+(?:information|further|an?\s+update))\b[^.]{0,80}?"
    r"\b(?:ask|know|learn|hear|inquire|enquire|receive|information|if|update|elaborat\w+|clarif\w+|find\s+out|comment)\b|"
    r"\b(?:could|can|would)\s+(?:you|the\s+(?:Government|delegation|State))\b|"
    r"\b(?:please|kindly)\b|\bwe\s+(?:ask|request|invite)\b|\basks?\b|"
    r"\b(?:desea|desearía|quisiera|interesaría|agradecer[íi]a|solicita|pregunta\w*)\b|"
    r"\b(?:souhait\w+|voudrait|aimerait|pri[eo]ns|demande)\b",
    re.IGNORECASE,
)
"""Words that ask. A bullet without any tells what the next one asks about (Sweden 2010)."""

TRANSLATION = re.compile(
    r"\[?\s*(?:informal|unofficial|courtesy|non-official)\s+translation\b[^\]\n]*\]?|"
    r"\[?\s*(?:traducción\s+(?:no\s+oficial|informal|de\s+cortesía)|traduction\s+(?:non\s+officielle|de\s+courtoisie))[^\]\n]*\]?",
    re.IGNORECASE,
)
"""The mark over a translation of the questions above it: "[Informal translation provided by Argentina]"."""

GENERATED = re.compile(r"\bGenerated\s+on\b(?P<when>[^\n]{4,60})", re.IGNORECASE)
"""The stamp of newer files: "Generated on Wednesday, 22 Jan 2025 14:31"."""

RULE = re.compile(r"^[\W_]*$")
"""A line of dashes or stars."""

PAGE = re.compile(r"^\W*(?:page\s+)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*$", re.IGNORECASE)
"""A page's number: "Page 2 of 5"."""

YEAR = re.compile(r"\b(?:19[89]\d|20[0-4]\d)\b")
