"""Words or a recommendation given to a State that did not say them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.citations.model import Citation, Span
from onrecord.citations.patterns import RECOMMENDATION
from onrecord.letters.check.case import Case, Mention
from onrecord.letters.check.mentions import entry_holding
from onrecord.letters.check.rule import ERROR, WARNING, Rule, Said
from onrecord.letters.check.speakers import is_named_before, speakers_of, subjects_of
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import Entry
from onrecord.told import tell, tell_and
from onrecord.un.states import FoundState, find_states, state

# "When Canada raised torture, the delegation replied “…”": another subject than the State before.
_DELEGATION = re.compile(
    r"\b(?:delegation|government|authorit\w+|minister\w*|"
    r"repl\w+|respon\w+|answer\w*|it|State under review)\b",
    re.IGNORECASE,
)


# "recommended that Japan “protect …", "urged Japan to “protect …": the State spoken to, right before the words.
_ADDRESSED = re.compile(
    r"\b(?:recommended that|urged|asked|called (?:up)?on|invited|encouraged|requested)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TO_IT = re.compile(r"\s+(?:(?:should|to)\s+)?[“\"«‘]")
# "China said that it would “…": no word of a recommendation, question or refusal between.
_DECLARES = re.compile(
    r"\s+(?:also |then |further |later |itself )?(?:said|stated|declared|explained|pledged|promised|undertook|"
    r"announced|assured|affirmed)\b(?:(?!recommend|call|ask|request|urg|reject|refus|accept|support|propos|\bnot?\b)"
    r"[^“”\".;:]){0,40}[“\"«‘]",
    re.IGNORECASE,
)

# "Norway made a recommendation", "wished to see": the sentence tells what was asked for.
_TELLS = re.compile(r"\b(?:recommend|wished|urged|called (?:up)?on|asked|advised)\w*", re.IGNORECASE)
# "Japan did not let this stand. It “did not agree …”": the subject of the sentence before.
_IT_SAYS = re.compile(
    r"It\s+(?:(?:also|further|then)\s+)?(?:(?:added|said|noted|stated|asked|recommended|called|urged|wanted|insisted)\b"
    r"[^.;:“”\"]{0,60})?[“\"«‘]"
)
_SEMICOLON = re.compile(r";\s+")
_SUBJECT_FIRST = re.compile(r"\s*(?:The\s+)?")


def find(case: Case) -> Iterator[Said]:
    """Each quotation or number that the sentence gives to a State other than the record does.

    So too words that it addresses to another State, or puts into the mouth of the State under review.
    """
    yield from _addressed(case)
    yield from _own_words_of_reviewed(case)
    yield from _by_pronoun(case)
    yield from _paraphrased(case)
    yield from _row_of_states(case)
    told: set[tuple[Span, str, tuple[str, ...]]] = set()
    for span, entries in _spoken(case):
        by = {code for entry in entries for code in entry.by}
        if not by or any(entry.on_behalf_of for entry in entries):
            continue
        start = case.sentence_at(span.start).start
        if entries[0].to in by and _DELEGATION.search(case.letter.text, start, span.start):
            continue  # the State under review speaks through its delegation
        claimed = speakers_of(case, span, entries[0].to)
        # A quotation and its number beside it are given to one State once.
        key = case.sentence_at(span.start), entries[0].pinpoint, claimed
        if key not in told and claimed and not by & set(claimed) and not is_named_before(case, span, by):
            told.add(key)
            yield _said(case, span, entries, claimed)


def _spoken(case: Case) -> Iterator[tuple[Span, tuple[Entry, ...]]]:
    for quotation in case.quotations:
        entries = entry_holding(case, quotation)
        if entries and case.in_body(quotation.span.start):
            yield quotation.span, entries
    for mention in case.mentions:
        citation = mention.citation
        numbered = citation is not None and citation.note is None and _is_number(citation)
        if numbered or (citation is not None and _is_told_alone(case, mention, citation)):
            yield mention.span, mention.entries


def _is_told_alone(case: Case, mention: Mention, citation: Citation) -> bool:
    """Whether a sentence tells one recommendation, without its words, and its one source is this place."""
    sentence = case.sentence_at(mention.span.start)
    here = [m for m in case.mentions if sentence.start <= m.span.start <= sentence.end]
    return (
        len(here) == len(citation.pinpoints) == 1
        and len(case.cited_in(sentence)) == 1
        and not any(sentence.start <= mark.start < sentence.end for mark in case.marks)
        and bool(_TELLS.search(case.own_words(sentence)))
    )


def _is_number(citation: Citation) -> bool:
    """Whether the text names a recommendation's number: also "recommendation 186.66 (A/HRC/25/5)"."""
    return citation.kind == "recommendation" or bool(RECOMMENDATION.match(citation.as_written))


def _addressed(case: Case) -> Iterator[Said]:
    """Each quoted recommendation that the words just before it address to another State."""
    for quotation in case.quotations:
        entries = [e for e in entry_holding(case, quotation) if e.kind == "recommendation"]
        sentence = case.sentence_at(quotation.span.start)
        before = case.letter.text[sentence.start : quotation.span.start]
        to = [
            f
            for f in find_states(before)
            if _TO_IT.fullmatch(before, f.end) and _ADDRESSED.search(before[: f.start])
        ]
        if entries and entries[0].to and to and to[0].state.code != entries[0].to:
            reviewed = tell(state(entries[0].to).name)
            yield Said(
                quotation.span,
                tell(
                    "The letter addresses this to %(name)s; %(symbol)s, para. %(pinpoint)s, addresses it to "
                    "%(reviewed)s.",
                    name=tell(to[0].state.name),
                    symbol=entries[0].symbol,
                    pinpoint=entries[0].pinpoint,
                    reviewed=reviewed,
                ),
                (Evidence(tell("the record"), case.place_of(entries[0])),),
                reviewed,
            )


def _by_pronoun(case: Case) -> Iterator[Said]:
    """Each quotation of "It …" after a sentence whose subject is a State that did not say the words."""
    for quotation in case.quotations:
        entries = entry_holding(case, quotation)
        by = {code for entry in entries for code in entry.by}
        sentence = case.sentence_at(quotation.span.start)
        before = case.letter.text[sentence.start : quotation.span.start]
        paragraph = case.paragraph_at(sentence.start)
        ahead = case.sentences_from(paragraph.start, sentence.start)
        if not by or not ahead or not _IT_SAYS.match(before):
            continue
        if any(f.state.code != entries[0].to for f in find_states(before)):
            continue
        own = case.own_words(ahead[-1])
        subject = [f for f in find_states(own) if _SUBJECT_FIRST.fullmatch(own[: f.start])][:1]
        if (
            subject
            and not {subject[0].state.code, entries[0].to} & by
            and subject[0].state.code != entries[0].to
        ):
            yield _said(case, quotation.span, entries, (subject[0].state.code,))


def _paraphrased(case: Case) -> Iterator[Said]:
    """Each statement, told without its words, that the sentence gives to a State that did not make it."""
    for part in (part for sentence in case.sentences for part in _parts(case, sentence)):
        cited = [c for c in case.citations if part.start <= case.call_of(c).start < part.end]
        quotes = any(part.start <= mark.start < part.end for mark in case.marks)
        if len(cited) != 1 or len(cited[0].pinpoints) != 1 or quotes:
            continue
        entries = tuple(case.entries_at(cited[0].symbol, cited[0].pinpoints[0]))
        by = {code for entry in entries for code in entry.by}
        if len(by) != 1 or any(e.section != "dialogue" or e.to in by or e.on_behalf_of for e in entries):
            continue
        claimed = subjects_of(case, part, entries[0].to)
        own = case.own_words(part)
        named = {found.state.code for found in (find_states(own) or find_states(own, "ko"))}
        if claimed and not by & named:
            yield replace(_said(case, case.call_of(cited[0]), entries[:1], claimed), severity=WARNING)


def _parts(case: Case, sentence: Span) -> Iterator[Span]:
    """What stands between the semicolons of a sentence: each part can tell of another State."""
    starts = [0, *(found.end() for found in _SEMICOLON.finditer(case.own_words(sentence)))]
    for start, end in zip(starts, [*starts[1:], sentence.end - sentence.start], strict=True):
        yield Span(sentence.start + start, sentence.start + end)


def _row_of_states(case: Case) -> Iterator[Said]:
    """A row of States and as many recommendations cited for it, of which one is another State's."""
    for citation in case.citations:
        sentence = case.sentence_at(case.call_of(citation).start)
        entries = [
            [
                e
                for e in case.entries_at(citation.symbol, place)
                if e.kind == "recommendation" and e.pinpoint == place
            ]
            for place in citation.pinpoints
        ]
        if len(entries) < 2 or not all(entries) or len(case.cited_in(sentence)) != 1:
            continue
        claimed = subjects_of(case, sentence, entries[0][0].to)
        by = {code for found in entries for entry in found for code in entry.by}
        wrong = tuple(code for code in claimed if code not in by)
        others = tuple(found[0] for found in entries if not set(found[0].by) & set(claimed))
        if len(claimed) == len(entries) and wrong and others and _TELLS.search(case.own_words(sentence)):
            yield _said(case, case.call_of(citation), others, wrong)


def _own_words_of_reviewed(case: Case) -> Iterator[Said]:
    """Each quotation that the letter gives to the State under review, and the record to another State."""
    for quotation in case.quotations:
        entries = entry_holding(case, quotation)
        by = {code for entry in entries for code in entry.by}
        if not by or entries[0].to in by or not case.in_body(quotation.span.start):
            continue
        sentence = case.sentence_at(quotation.span.start)
        before = case.letter.text[sentence.start : quotation.span.start]
        said = [
            f
            for f in find_states(before)
            if _DECLARES.fullmatch(before, f.end) or _is_subject(entries, before, f)
        ]
        if said and said[-1].state.code == entries[0].to:
            yield _said(case, quotation.span, entries, (said[-1].state.code,))


def _is_subject(entries: Sequence[Entry], before: str, found: FoundState) -> bool:
    """Whether the State stands right before quoted words of a statement: "Slovenia “appreciated progress”"."""
    return entries[0].kind == "statement" and before[found.end :].strip() in ("“", '"', "«")


def _said(case: Case, span: Span, entries: tuple[Entry, ...], claimed: tuple[str, ...]) -> Said:
    letter = tell_and([tell(state(code).name) for code in claimed])
    record = tell_and(
        [tell(one) for one in dict.fromkeys(state(code).name for entry in entries for code in entry.by)]
    )
    first = entries[0]
    what = tell("this recommendation") if first.kind == "recommendation" else tell("these words")
    return Said(
        span,
        tell(
            "The letter gives %(what)s to %(letter)s; %(symbol)s, para. %(pinpoint)s, to %(record)s.",
            what=what,
            letter=letter,
            symbol=first.symbol,
            pinpoint=first.pinpoint,
            record=record,
        ),
        tuple(Evidence(tell("the record"), case.place_of(entry)) for entry in entries),
        record,
    )


RULE = Rule("wrong_recommending_state", ERROR, "Words are given to a State that did not say them.", find)
