"""Whether the sentence brings a quotation in as words of a State or a body, or as a name or a slogan."""

from __future__ import annotations

import re

from onrecord.citations.model import Quotation, Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.covering import cover
from onrecord.un.states import find_states

# "recommended that China “…", "'s call to “…", "stating that “…"; not "chanting “…", "the campaign “…".
_SPEECH = re.compile(
    r"\b(?:recommend|urg|ask|call|request|rais|welcom|express|stat(?:e|ing)|say|said|encourag|made|mak|put|propos|"
    r"invit|submit|question|maintain|look(?:ed|ing)? forward|voic|regret|commend|suggest|observ|stress|emphasi|underlin|"
    r"describ|wonder|enquir|inquir|remark|point|reiterat|acknowledg|add|appeal|conclud|find|found|not(?:ed|ing|es)|"
    r"declar|claim|repl|answer|respon|explain|assert|promis|pledg|undert|accept|read|writ|wrote|provid|record|quot|"
    r"accord|hold|held|affirm|confirm|warn|condemn|demand|insist|argu|tell|told|report(?:ed|s)\b)\w*|"
    r"권고|촉구|요청|말|밝",
    re.IGNORECASE,
)
# Who speaks in a document of the United Nations, beside States.
_BODY = re.compile(
    r"\b(?:delegations?|government|authorit\w+|committee|council|commission\w*|working group|rapporteurs?|experts?|"
    r"high commissioner|OHCHR|UNHCR|COI|report|resolution|recommendations?|paragraphs?|paras?|it|they|he|she|which)\b|"
    r"위원회|보고서|권고",
    re.IGNORECASE,
)
# "the campaign “…", "a banner reading: “…", "under the Law “…": the marks hold a name.
_NAME = re.compile(
    r"\b(?:campaigns?|coalition|alliance|networks?|movements?|initiatives?|projects?|slogans?|motto|banners?|"
    r"laws?|acts?|bill|code|report|book|films?|song|poems?|article|essay|entitled|titled|named|so-called|word|words|"
    r"term|phrase|known as|chant\w*|organi[sz]ations?|group|association|we|our)\b[\s,:]*(?:the\s+|reading:?\s+)?$",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:never|not|n[o’']t|nobody|no one|no State|nowhere|without)\b[^.;:“”]{0,40}$", re.IGNORECASE
)
# "and the Czech Republic to “…”": so many words may carry on the speech before them.
_JOINT_WORDS = 6
# "…”, said Canada": who speaks may follow.
_AFTER = 60


def is_introduced(case: Case, quotation: Quotation) -> bool:
    """Whether the letter gives the quotation as words of a State or a body whose document it can cite.

    A name, a title, a slogan, and what is said never to have been said, are no words of the source that
    happens to be cited in the sentence.
    """
    sentence = case.sentence_at(quotation.span.start)
    if not case.in_body(quotation.span.start) or cover(case, quotation.span).beside:
        return True
    before, local = _before(case, sentence, quotation)
    if _NAME.search(local) or (_SPEECH.search(local) and _NEVER.search(local)):
        return False
    after = case.letter.text[quotation.span.end : min(sentence.end, quotation.span.end + _AFTER)]
    if not re.search(r"[^\W\d_]", before + after):
        return True
    speaks = _SPEECH.search(local) or (_is_joint(local) and _SPEECH.search(before))
    if speaks:
        return bool(find_states(before) or _BODY.search(before))
    return not re.search(r"[^\W\d_]", local) and bool(_SPEECH.search(after) and find_states(after))


def _before(case: Case, sentence: Span, quotation: Quotation) -> tuple[str, str]:
    """The letter's own words before the quotation: those of the sentence, and those after the last quotation."""
    text = case.letter.text
    parts, at = [""], sentence.start
    for mark in case.marks:
        if at <= mark.start and mark.end < quotation.span.start:
            parts.append(text[at : mark.start])
            at = mark.end
    parts.append(text[at : max(at, quotation.span.start - 1)])
    return " ".join(parts), parts[-1]


def _is_joint(words: str) -> bool:
    """Whether the words only carry on: ” and “, ” while Norway to “, ”, that it “."""
    return len(re.findall(r"[^\W\d_]+", words)) <= _JOINT_WORDS
