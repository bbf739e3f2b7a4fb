"""A position on a recommendation that the record contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case, Mention
from onrecord.letters.check.fates import fate, proof
from onrecord.letters.check.mentions import recommendations_at
from onrecord.letters.check.rule import ERROR, NOTICE, Rule, Said
from onrecord.letters.check.stated_positions import speaks_of_position, stated_position
from onrecord.letters.check.told_lists import positions_of_list, told_lists
from onrecord.letters.check.told_together import counted_position, introduction, tells_of_list
from onrecord.letters.model import Evidence
from onrecord.told import tell, tell_and
from onrecord.un.position import NOTED, PARTIALLY_SUPPORTED, PENDING, SUPPORTED
from onrecord.un.states import find_states

# "China did not accept this recommendation", "It was not accepted", "Neither enjoyed its support".
_STILL = re.compile(
    r"\b(?:recommendations?|it|they|this|these|both|neither|which|all)\b|권고|이를|이것", re.IGNORECASE
)
# "accepted most recommendations but not 132.1", "should be accepted": nothing is told of this one.
_IN_PART = re.compile(
    r"\b(?:but|except\w*|save for|apart from|other than|unlike|while|whereas|although|though|"
    r"however|most|some|many|several|half|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|any|each|part|parts) of the|"
    r"(?<!paragraph )(?<!para\. )(?<!\))\d+ of|unless|if|whether|should|would|must|to be|could|may|might|"
    r"none|neither|nor|far from|instead of|rather than|without|hardly|barely|scarcely|never|no longer|"
    r"had \w+(?: \w+)? accepted|not among|one of|as if|in case|suppos\w+|imagin\w+)\b",
    re.IGNORECASE,
)
# "enjoy the support of the Government": no part of several recommendations.
_WHOSE = re.compile(r"\bsupport of the\b", re.IGNORECASE)
# A sentence that begins with "But" is set against the one before; it tells of all that it names.
_OPENING_BUT = re.compile(r"^\s*(?:But|However|Yet|Though)\b,?\s*")
_RECOMMENDATION = re.compile(r"\b(?:recommend\w*|calls?|requests?|appeals?)\b", re.IGNORECASE)
# Between a State and the word for its position: "Peru later accepted", "Norway, however, refused".
_BETWEEN = re.compile(r"[^.;:“”()]{0,30}")
_BY = re.compile(r"\s+by\b")
_IN_WORDS = {
    SUPPORTED: tell("supported"),
    NOTED: tell("not supported"),
    PARTIALLY_SUPPORTED: tell("supported in part"),
    PENDING: tell("left for later"),
}


def find(case: Case) -> Iterator[Said]:
    """Each sentence that gives all its recommendations one position, where the record has another.

    The sentence after it, if it names no recommendation of its own, speaks of them still ("China did
    not accept this recommendation."). So does the opening of a list, and a sentence on "all three". A position
    that the report leaves open may since have been given in an addendum: then nothing is said.
    """
    yield from _together(case)
    yield from _of_lists(case)
    for at, sentence in enumerate(case.sentences):
        here = _mentioned(case, sentence)
        if not here:
            continue
        spoken = [sentence]
        after = case.sentences[at + 1] if at + 1 < len(case.sentences) else None
        if after and not _mentioned(case, after) and _goes_on(case, sentence, after, here):
            spoken.append(after)
        yield from _in_list(case, sentence, here)
        for span in spoken:
            own = case.own_words(span)
            stated, words = stated_position(own)
            if stated and _is_of_reviewed(own, words, here[0].entries[0].to):
                if not _cites_answer(case, span, here):
                    yield from _held_against(case, here, stated, words)
                break


def _in_list(case: Case, sentence: Span, here: Sequence[Mention]) -> Iterator[Said]:
    """An item of a list whose opening tells what became of each: "Peru supported these:"."""
    paragraph = case.paragraph_at(sentence.start)
    opening = introduction(case, paragraph)
    stated = tells_of_list(case, opening) if opening else ""
    if opening and stated and not speaks_of_position(case.own_words(paragraph)):
        yield from _held_against(case, here, stated, case.words(opening))


def _together(case: Case) -> Iterator[Said]:
    """A sentence that tells one position of as many recommendations as its paragraph has named since the last."""
    for paragraph in case.letter.paragraphs:
        waiting: list[Mention] = []
        for sentence in case.sentences_from(paragraph.start, paragraph.end):
            here = _mentioned(case, sentence)
            own = case.own_words(sentence)
            count, stated, words = counted_position(own)
            kept = {(m.symbol, m.pinpoint): m for m in reversed(waiting)}
            if count and not here and len(kept) == count:
                for mention in reversed(kept.values()):
                    yield from _held_against(case, [mention], stated, words)
            waiting = [] if speaks_of_position(own) else [*waiting, *here]


def _mentioned(case: Case, sentence: Span) -> list[Mention]:
    here = [m for m in case.mentions if sentence.start <= m.span.start < sentence.end]
    return here or list(_in_paragraphs(case, sentence))


def _in_paragraphs(case: Case, sentence: Span) -> Iterator[Mention]:
    """The recommendations of a whole paragraph that the sentence cites for one: "the call in paragraph 82"."""
    if not _RECOMMENDATION.search(own_words(case, sentence)):
        return
    for citation in case.citations:
        if citation.note is not None or not sentence.start <= citation.span.start < sentence.end:
            continue
        for pinpoint in citation.pinpoints:
            entries = recommendations_at(case, citation.symbol, pinpoint)
            if entries:
                yield Mention(citation.span, entries, citation=citation)


def _goes_on(case: Case, sentence: Span, after: Span, here: Sequence[Mention]) -> bool:
    words = case.letter.text[after.start : after.end]
    if words.rstrip(" *_").endswith(":"):
        return False  # it opens what comes
    known = {code for mention in here for entry in mention.entries for code in (entry.to, *entry.by)}
    if any(found.state.code not in known for found in find_states(words)):
        return False  # it tells of what another State recommended
    around = case.paragraph_at(sentence.start)
    if around != case.paragraph_at(after.start):
        # Words set apart as a block are a paragraph of their own; what became of them opens the next.
        alone = not case.letter.text[around.start : sentence.start].strip()
        if not alone or case.letter.text[sentence.end : around.end].strip(" \n.;,)]"):
            return False
    return bool(_STILL.search(case.letter.text, after.start, after.end))


def _is_of_reviewed(own: str, words: str, reviewed: str) -> bool:
    """Whether the position is told of all that is named, and as that of the State under review."""
    if _IN_PART.search(_WHOSE.sub("", _OPENING_BUT.sub("", own))):
        return False
    at = own.find(words)
    before, after = own[:at], own[at + len(words) :]
    subject = [f for f in find_states(before) if _BETWEEN.fullmatch(before, f.end)]
    if subject and subject[-1].state.code != reviewed:
        return False
    if not _BY.match(after):
        return True
    agents = [f for f in find_states(after) if not after[: f.start].strip("the by").strip()]
    return bool(agents) and agents[0].state.code == reviewed


def _cites_answer(case: Case, sentence: Span, here: Sequence[Mention]) -> bool:
    """Whether the sentence cites an addendum that is not on the record, and no list there tells what it says."""
    symbol = here[0].symbol
    told = {e.position_at.symbol for m in here for e in m.entries if e.position_at}
    added = (c.symbol for c in case.cited_in(sentence) if c.symbol.startswith(f"{symbol}/Add."))
    return any(case.document(one) is None and told != {one} for one in added)


def _of_lists(case: Case) -> Iterator[Said]:
    """A whole list of a report, cited by its paragraph, that is given another position than its entries have."""
    for told in told_lists(case):
        held = positions_of_list(case, told)
        if told.position not in held and held <= set(_IN_WORDS):
            at = told.citation.pinpoints[0]
            became = tell_and(sorted(_IN_WORDS[str(one)] for one in held))
            yield Said(
                told.citation.span,
                tell(
                    "The letter says “%(words)s”; by %(symbol)s, the recommendations of para. %(at)s were %(became)s.",
                    words=told.words,
                    symbol=told.citation.symbol,
                    at=at,
                    became=became,
                ),
                (Evidence(tell("the list"), case.place(told.citation.symbol, at)),),
            )


def _held_against(case: Case, here: Sequence[Mention], stated: str, words: str) -> Iterator[Said]:
    held = {entry.position for mention in here for entry in mention.entries}
    if held == {PENDING} and stated in (SUPPORTED, NOTED):
        yield _open(case, here[0], words)
    if len(held) != 1 or held & {stated, PENDING, None} or not held & set(_IN_WORDS):
        return
    entry = here[0].entries[0]
    if stated == PENDING and (entry.position_at is None or entry.position_at.symbol != entry.symbol):
        return  # the report left it open, as the letter says; the answer came later
    at = entry.position_at
    place = tell(
        "%(symbol)s, para. %(paragraph)s",
        symbol=at.symbol if at else entry.symbol,
        paragraph=at.paragraph if at else entry.paragraph,
    )
    yield Said(
        here[0].span,
        tell(
            "The letter says “%(words)s”; by %(place)s, %(pinpoint)s was %(position)s.",
            words=words,
            place=place,
            pinpoint=entry.pinpoint,
            position=_IN_WORDS[str(entry.position)],
        ),
        (
            Evidence(
                tell("the position"), case.place(at.symbol, at.paragraph) if at else case.place_of(entry)
            ),
        ),
    )


def _open(case: Case, mention: Mention, words: str) -> Said:
    entry = mention.entries[0]
    return Said(
        mention.span,
        tell(
            "The letter says “%(words)s”; that cannot be checked: %(fate)s.",
            words=words,
            fate=fate(case, entry),
        ),
        proof(case, entry),
        tell("Cite the document in which the State answered."),
        severity=NOTICE,
    )


def own_words(case: Case, sentence: Span) -> str:
    """The sentence without what it quotes."""
    text = case.letter.text
    parts: list[str] = []
    at = sentence.start
    for quotation in case.quotations:
        if sentence.start <= quotation.span.start < sentence.end:
            parts.append(text[at : quotation.span.start])
            at = quotation.span.end
    return " ".join([*parts, text[at : sentence.end]])


RULE = Rule("wrong_position", ERROR, "A position on a recommendation that the record contradicts.", find)
