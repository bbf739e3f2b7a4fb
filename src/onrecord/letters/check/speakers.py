"""Who, by the letter, said what it quotes or names: the State before the verb, after "by", in brackets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.un.states import FoundState, find_nationalities, find_states, parse_state_list

_VERB = (
    r"(?:recommend|urg|ask|call|request|rais|welcom|express|not|state|said|say|encourag|made|mak|put|propos|invit|"
    r"submit|question|ma?intain|look|voic|regret|commend|appreciat|prais|suggest|observ|stress|emphasi|underlin|"
    r"call|issu|address|describ|wonder|enquir|inquir|remark|point|reiterat|acknowledg|add|appeal|advis|refer|spoke|spoken|"
    r"speak|wish|recall|remind|warn|criticis|criticiz|condemn|deplor|draw|drew|took the floor|"
    r"ha[ds] words|want|hop(?:ed?|ing)|sought|favou?r|named|"
    r"press|insist|demand|thought|argu|object|prefer|applaud|thank|congratulat|recogni[sz]|highlight|hail)\w*"
)
# "Canada recommended", "The Netherlands, in the dialogue, also asked", "Canada “take immediate …", "and
# Japan that it “take …"
_SPEAKS = re.compile(
    rf"\s*(?:,[^,.;“”\"]{{1,100}},|,\s+wh(?:ich|o))?\s*(?:(?:has|had|have|also|then|further|again|in turn|"
    rf"explicitly|repeatedly|once|specifically|for its part),?\s+){{0,3}}(?:{_VERB}\b|"
    r"(?:to\s+|that\s+\w+\s+(?:should\s+)?|(?:was|were|is|been)\s+)?[“\"«‘])"
)
# Without a quotation the verb alone must tell that the State spoke: "Denmark looked forward to".
_SPEAKS_OF_IT = re.compile(rf"\s+(?:(?:had|has|have|also|then|further|again|explicitly)\s+){{0,2}}{_VERB}\b")
# "Norway's recommendation to China, “…", "Norway's to “take …": the State is said to be the author.
_ITS = re.compile(
    r"(?:[’']s|(?<=s)[’'])\s+(?:\w+\s+){0,2}?(?:recommendations?|calls?|requests?|appeals?|proposals?|questions?|"
    r"statements?|words|demands?)\b|(?:[’']s|(?<=s)[’']),?\s+to\s+[“\"«]"
)
# "recommended that China “take …", "urged China to": the State spoken to.
_SPOKEN_TO = re.compile(
    r"(?:\b(?:recommend|urg|ask|request|suggest|propos|insist|demand|prefer|advis)\w*\s+(?:[\w’']+\s+){0,3}that|"
    r"\b(?:to|upon|on|urg\w+|ask\w+|invit\w+|encourag\w+|request\w+|recommend\w+|call\w+|for|in|from|against|"
    r"with|about|tell|told))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:government|delegation|representative|mission)s?\s+of\s+(?:the\s+)?$", re.IGNORECASE)
# "the recommendation by Canada", "made by", "put by": the State is said to be the author.
_BY = re.compile(
    r"\b(?:recommend\w+|questions?|statements?|made|put|rais\w+|submitted|asked|issued|proposed|forward|request\w*)\b"
    r"[^.;“”]{0,40}?\b(?:by|from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "Canada (186.66)", "Canada (recommendation 186.66": the number is given to the State before it.
_NUMBERED = re.compile(
    r"(?:[’']s|(?<=s)[’'])?\s*\((?:see\s+)?(?:recs?\.|recommendations?|paras?\.|Nos?\.)?\s*", re.IGNORECASE
)
# "“Take measures” (186.66": the number of the quotation before it, whose State stands ahead of both.
_BESIDE = re.compile(
    r"[”\"»’]?[\s,]*[(\[]?\s*(?:see\s+)?(?:recs?\.|recommendations?|paras?\.|nos?\.)?\s*", re.IGNORECASE
)
# "it was Canada that urged".
_IT_WAS = re.compile(r"\bit\s+was\s+(?:the\s+)?$", re.IGNORECASE)
# "95.64 (Canada): “Ensure …": the author in brackets between the number and the words.
_BEFORE_WORDS = re.compile(r"\)\s*[:,–—-]?\s*[“\"«‘]")
# "our French colleagues’", "the Japanese delegation".
_PEOPLE = re.compile(
    r"\s+(?:colleagues?|friends?|partners?|delegations?|governments?|missions?|ambassadors?|ministers?|representatives?|"
    r"delegates?|side)\b",
    re.IGNORECASE,
)
# "the Belgian recommendation": what its people said; with the noun it tells who spoke.
_SAYING = re.compile(
    r"\s+(?:recommendations?|proposals?|calls?|requests?|appeals?|demands?)\b", re.IGNORECASE
)
# "as France did in 2014": the State that recommended the same before.
_AS = re.compile(r"\bas\s+(?:the\s+)?$", re.IGNORECASE)
_DID = re.compile(r"\s+(?:did|had\s+done)\b")
HANGUL = re.compile(r"[가-힣]")
# "체코는", "대한민국 정부는", "중국 대표단은"; and the verbs of saying that follow the words.
_KOREAN_SUBJECT = re.compile(r"\s?(?:정부|대표단|측)?(?:은|는|이|가|도|에서는)(?=[\s,“\"])")
_KOREAN_SAYS = re.compile(
    r"권고|질의|질문|요청|촉구|말하|말씀|밝히|밝혔|지적|우려|제안|환영|라고|다고\s?하|기대"
)
# "* Spain: “Create …", "- **Spain** – “Create …", "• Spain, to “create …": an item of a list that opens with its author.
_ITEM_START = re.compile(r"\s*(?:[-*•–·]\s*|\d{1,2}[.)]\s*)?(?:\*\*|__)?(?:the\s+)?", re.IGNORECASE)
_COLON = re.compile(r"(?:\*\*|__)?\s*(?:[:–—]|,\s+to(?=\s+[“\"«‘]))\s*(?:\*\*|__)?\s*[“\"«‘]?")
_JOINED = re.compile(r"\s*(?:,|and|as well as|, and|together with)\s+(?:the\s+)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[”\"»’]?[\d,⁰¹²³⁴-⁹\]\[^]{0,8}\s*\((?:the\s+)?$")


# "“Protect …”, Canada recommended": the author after the words.
_SPEAKS_AFTER = re.compile(
    r"[A-Z][\w’ ]{2,40}?\s(?:recommended|said|asked|urged|demanded|advised|insisted)\b"
)


def speakers_of(case: Case, span: Span, reviewed: str) -> tuple[str, ...]:
    """Codes of the States to which the letter gives the words at `span`; empty where it names none.

    Only the sentence is looked at. The State under review is never returned: the sentence mostly names
    it as the one spoken to.
    """
    sentence = case.sentence_at(span.start)
    text = case.letter.text
    if HANGUL.search(text, sentence.start, sentence.end):
        return _speakers_in_korean(case, sentence, span, reviewed)
    row = list(_named_in_row(text[sentence.start : sentence.end]))
    if row:
        return tuple(code for code in row if code != reviewed)
    found = states_and_their_people(text[sentence.start : sentence.end])
    groups = list(_groups(text[sentence.start : sentence.end], found))
    start, end = span.start - sentence.start, span.end - sentence.start
    for group in groups:
        if group[0].start >= end and _follows(text[sentence.start : sentence.end], end, group[0].start):
            return _codes(group, reviewed)
    before = [
        g for g in groups if g[-1].end <= start and _speaks(text[sentence.start : sentence.end], g, start)
    ]
    for group in reversed(before):
        codes = _codes(group, reviewed)
        if codes:
            return codes
    return ()


def subjects_of(case: Case, sentence: Span, reviewed: str) -> tuple[str, ...]:
    """Codes of the one State, or the one row of States, that is the subject of a verb of saying; else none."""
    own = case.own_words(sentence)
    if HANGUL.search(own):
        named = find_states(own, "ko")
        speaks = [f for f in named if _KOREAN_SUBJECT.match(own, f.end) and _KOREAN_SAYS.search(own, f.end)]
        groups = [[one] for one in speaks]
    else:
        named = find_states(own)
        groups = [g for g in _groups(own, named) if _SPEAKS_OF_IT.match(own, g[-1].end)]
    return _codes(groups[0], reviewed) if len(groups) == 1 else ()


def is_named_before(case: Case, span: Span, codes: Collection[str]) -> bool:
    """Whether one of these States stands between the quotation before and the words at `span`.

    Then the sentence may give the words to it in a way that `speakers_of` does not read.
    """
    sentence = case.sentence_at(span.start)
    ends = [
        q.span.end
        for q in case.quotations
        if sentence.start <= q.span.end <= span.start
        and not _BESIDE.fullmatch(case.letter.text, q.span.end, span.start)
    ]
    start = max([sentence.start, *ends])
    words = case.letter.text[start : span.start]
    found = [*states_and_their_people(words), *(find_states(words, "ko") if HANGUL.search(words) else ())]
    return any(state.state.code in codes for state in found)


def states_and_their_people(text: str) -> list[FoundState]:
    """The States that `text` names, and those whose people it lets speak: "our French colleagues", in order.

    A name of a people reaches to the end of the noun that it qualifies.
    """
    people = [
        FoundState(one.start, one.end + noun.end(), one.state, text[one.start : one.end + noun.end()])
        for one in find_nationalities(text)
        if (noun := _PEOPLE.match(text[one.end :]) or _SAYING.match(text[one.end :]))
    ]
    return sorted([*find_states(text), *people], key=lambda one: one.start)


def _named_in_row(sentence: str) -> Iterator[str]:
    """The States that have a cell of their own in a row of a table: "| 4 | Greece | “Provide …” |"."""
    if sentence.lstrip().startswith("|"):
        for cell in sentence.split("|"):
            named = parse_state_list(cell.strip())
            if named is not None:
                yield from named.codes


def _speakers_in_korean(case: Case, sentence: Span, span: Span, reviewed: str) -> tuple[str, ...]:
    """The State with a particle of the subject last before the words, where the sentence says that it spoke."""
    text = case.letter.text
    starts = [m.end for m in case.marks if sentence.start <= m.start and m.end < span.start]
    start = max([sentence.start, *starts])
    if not _KOREAN_SAYS.search(text, span.end, sentence.end):
        return ()
    before = text[start : span.start]
    subjects = [f for f in find_states(before, "ko") if _KOREAN_SUBJECT.match(before, f.end)]
    return tuple(f.state.code for f in subjects[-1:] if f.state.code != reviewed)


def _groups(sentence: str, found: list[FoundState]) -> Iterator[list[FoundState]]:
    """States joined by commas and "and": "Canada, Japan and the Czech Republic"."""
    group: list[FoundState] = []
    for state in found:
        if group and not _JOINED.fullmatch(sentence[group[-1].end : state.start]):
            yield group
            group = []
        group.append(state)
    if group:
        yield group


def _codes(group: list[FoundState], reviewed: str) -> tuple[str, ...]:
    return tuple(state.state.code for state in group if state.state.code != reviewed)


def _speaks(sentence: str, group: list[FoundState], start: int) -> bool:
    before, end = sentence[: group[0].start], group[-1].end
    opens = _ITEM_START.fullmatch(before) and _COLON.fullmatch(sentence, end, start)
    numbered = re.search(r"\d\s*\((?:the\s+)?$", before) and _BEFORE_WORDS.fullmatch(sentence, end, start)
    if opens or numbered or _NUMBERED.fullmatch(sentence[end:start]):
        return True
    if _ITS.match(sentence, end) or _SAYING.search(group[-1].as_written):
        return len(group) == 1
    if _AS.search(before) and _DID.match(sentence, end):
        return True
    if _BY.search(before):
        return True
    if _SPOKEN_TO.search(before) and not _OF.search(before):
        return False
    return bool(_SPEAKS.match(sentence, end) or _IT_WAS.search(before))


def _follows(sentence: str, end: int, start: int) -> bool:
    """Whether a State at `start` follows words ending at `end` as their author: "186.66 (Canada)"."""
    between = sentence[end:start]
    return bool(
        _IN_BRACKETS.fullmatch(between)
        or re.fullmatch(r"[”\"»’]?\s*,?\s*(?:made\s+)?(?:by|from)\s+(?:the\s+)?", between)
        or (re.fullmatch(r"[”\"»’],?\s+(?:the\s+)?", between) and _SPEAKS_AFTER.search(sentence, start))
    )
