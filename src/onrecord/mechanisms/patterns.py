"""Fixed formulas of Working Group reports, each with an example and with what it must not take."""

from __future__ import annotations

import re

CONCLUSIONS = re.compile(
    r"(?:[IVX]+\.\s*)?(?:the\s+)?conclusions?\b.*\brecomm[ae]ndations?|(?:[IVX]+\.\s*)?recomm[ae]ndations?\b|"
    r"(?:[IVX]+\.\s*)?(?:conclusiones\b.*\b)?recomendaciones\b",
    re.IGNORECASE,
)
"""The heading of chapter II: "II. Conclusions and/or recommendations**"."""

PLEDGES = re.compile(
    r"voluntary\s+(?:pledges|commitments)|pledges\s+and\s+commitments|promesas\s+y\s+compromisos|"
    r"engagements\s+(?:et\s+promesses|exprimés|volontaires|pris)|compromisos\s+voluntarios",
    re.IGNORECASE,
)
"""The heading of the pledges: "III. Voluntary pledges and commitments"."""

CLOSING = re.compile(
    r"All\s+(?:the\s+)?(?:conclusions|recommendations)\b.{0,60}\b(?:contained|set\s+out|listed|expressed)\b|"
    r"should\s+not\s+be\s+construed\s+as\s+(?:being\s+)?endorsed|"
    r"reflejan\s+la\s+posición\s+del?\b|reflètent\s+la\s+position\b",
    re.IGNORECASE,
)
"""The last paragraph of chapter II, in which no position stands."""

COMMENTS = re.compile(
    r"\b(?:following|offers?\s+(?:its|some|the)(?:\s+following)?)\s+"
    r"(?:general\s+)?(?:comments?|observations?|clarifications?|explanations?|statements?)\b[^:]{0,60}:",
    re.IGNORECASE,
)
"""A paragraph above a list that holds the State's own words: "offers the following comments:"."""

INTRODUCES = re.compile(
    r"\b(?:recomm[ae]ndations?|conclusions?|recomendaci(?:ón|ones)|conclusiones)\b", re.IGNORECASE
)
"""What the paragraph above a list of recommendations names."""

INTRODUCTION = re.compile(r"^.{0,700}?\brecommendations?\b.{0,600}?:\s+(?=[A-Z“\"])", re.DOTALL)
"""The words before a recommendation in running text: "The following recommendation will be examined by
Burkina Faso ...: Abolish" (A/HRC/10/80, para. 101)."""

THESE_RECOMMENDATIONS = re.compile(
    r"\b(?:these|the above|the aforementioned|aforementioned|said|such)\s+recommendations?\b|"
    r"\brecommendations?\s+(?:above|listed\s+above|contained\s+in\s+paragraph)|"
    r"\bresponses?\s+(?:of\s+.{3,60}\s+)?to\s+(?:these|the(?:se)?\s+above|the)\b.{0,40}\brecommendations?\b|"
    r"\b(?:all|the)\s+recommendations?\b.{0,80}\benjoy",
    re.IGNORECASE | re.DOTALL,
)
"""A later paragraph about the lists above it: "The response to these recommendations will be included"."""

RESPONSE_LATER = re.compile(
    r"\b(?:responses?|answers?|repl(?:y|ies))\b[^.;]{0,160}?\b(?:will|would|shall)\s+be\s+"
    r"(?:included|provided|presented|submitted|given|reflected|communicated)\b",
    re.IGNORECASE,
)
"""A paragraph that puts the answer off, whatever else it says: "The response of Nigeria to these
recommendations will be included in the outcome report" (A/HRC/11/26, para. 104)."""
