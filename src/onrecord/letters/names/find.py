"""Looks for a person's name in letters, signatures, what was sent, and documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from onrecord.letters.check.case import Case
from onrecord.letters.check.coming import coming_reviews, working_days
from onrecord.letters.check.iso_dates import day_of
from onrecord.letters.check.kept import Kept
from onrecord.letters.compose.words import words_alone
from onrecord.letters.model import Check, Finding, Letter
from onrecord.letters.names.model import Consent, Due, InDocuments, InDraft, InVersion, NameCase
from onrecord.letters.names.writing import names_in, passages, pattern_of, query_of
from onrecord.letters.read import parse_letter
from onrecord.letters.signing.limits import limits
from onrecord.letters.signing.model import Signatory, Standing, Version
from onrecord.letters.signing.publications import Publication, publications
from onrecord.letters.signing.signatories import acts, signatories, standings
from onrecord.letters.signing.versions import letters, versions
from onrecord.record.browse import PARTS, Asked, browse
from onrecord.record.drafts import listed_drafts, text_of
from onrecord.record.drafts import versions as versions_of_draft
from onrecord.record.record import Record
from onrecord.un.review import advance_question_deadline, review

CheckDraft = Callable[[int, Letter], Check]
"""Checks the draft of this number; the workbench keeps what such a check has read."""

SHOWN = 20
JOINS, NAMES = "disclosure", "named_person"


def name_case(record: Record, words: str, *, check: CheckDraft, today: date) -> NameCase:
    """What the record, the letters and the lists of signatories hold of a name.

    `words` are the ways in which it is written, parted by commas. UsageError where they are none.
    """
    names = names_in(words)
    pattern = pattern_of(names)
    drafts = tuple(_drafts(record, pattern, check))
    kept = [one for letter in letters(record) for one in versions(record, letter)]
    held = tuple(_versions(kept, pattern))
    ids = {one.version.id for one in held}
    sent = tuple(one for one in publications(record) if one.version_id in ids or _signed(one, pattern))
    texts = [text for one in held for text in one.version.texts.values()]
    texts += [text_of(record, one.number, _newest(record, one.number)) for one in drafts if one.passages]
    return NameCase(
        names,
        drafts,
        held,
        tuple(_consents(record, kept, pattern)),
        sent,
        _documents(record, names),
        tuple(_due(record, texts, today)),
    )


def _drafts(record: Record, pattern: re.Pattern[str], check: CheckDraft) -> Iterator[InDraft]:
    for listed in listed_drafts(record):
        number, name = listed.draft.id, listed.draft.name
        text = text_of(record, number, listed.newest.id)
        found = passages(text, pattern)
        if found:
            letter = parse_letter(text, name)
            findings = [one for one in check(number, letter).findings if _is_about(one, letter, pattern)]
            dangers = tuple((_words(letter, one), one) for one in findings if one.rule == JOINS)
            unconsented = tuple(one for one in findings if one.rule == NAMES)
            yield InDraft(number, name, found, dangers=dangers, unconsented=unconsented)
        elif any(
            pattern.search(text_of(record, number, one.id)) for one in versions_of_draft(record, number)[1:]
        ):
            yield InDraft(number, name, (), earlier_only=True)


def _is_about(finding: Finding, letter: Letter, pattern: re.Pattern[str]) -> bool:
    if finding.rule not in {JOINS, NAMES}:
        return False
    spans = (one.span for one in finding.evidence if one.span is not None)
    return any(pattern.search(letter.text[span.start : span.end]) for span in spans)


def _words(letter: Letter, finding: Finding) -> str:
    return " ".join(letter.text[finding.span.start : finding.span.end].split())


def _newest(record: Record, number: int) -> int:
    return versions_of_draft(record, number)[0].id


def _versions(kept: Sequence[Version], pattern: re.Pattern[str]) -> Iterator[InVersion]:
    for version in kept:
        found = {language: passages(words_alone(text), pattern) for language, text in version.texts.items()}
        held = {language: places for language, places in found.items() if places}
        if held:
            yield InVersion(version, held)


def _signed(sent: Publication, pattern: re.Pattern[str]) -> bool:
    return any(
        pattern.search(words)
        for one in sent.signatories
        for words in (*one["names"].values(), *one["details"].values())
    )


def _consents(record: Record, kept: Sequence[Version], pattern: re.Pattern[str]) -> Iterator[Consent]:
    for letter in dict.fromkeys(version.letter for version in kept):
        own = {version.id: version for version in kept if version.letter == letter}
        newest = next(iter(own.values()))
        stands = {one.id: standing for one, standing in standings(record, newest)}
        history, narrowed = acts(record, letter), limits(record, letter)
        for one in signatories(record, letter):
            if _bears(one, pattern):
                yield Consent(
                    one,
                    tuple(act for act in history if act.signatory_id == one.id),
                    own,
                    narrowed.get(one.id),
                    signs=stands[one.id] in {Standing.SIGNED, Standing.ASK_AGAIN},
                )


def _bears(one: Signatory, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(words) for words in (*one.names.values(), *one.details.values()))


def _documents(record: Record, names: tuple[str, ...]) -> InDocuments:
    query = query_of(names)
    found = {part: browse(record, Asked(query=query, part=part), size=SHOWN) for part in PARTS}
    return InDocuments({part: one.rows for part, one in found.items()}, found["entries"].totals, query)


def _due(record: Record, texts: Sequence[str], today: date) -> Iterator[Due]:
    """The reviews that were to come when the letters were written, and how their last day stands today."""
    told: set[tuple[str, int]] = set()
    for text in texts:
        letter = parse_letter(words_alone(text), "letter")
        written = day_of(letter.date)
        for coming in coming_reviews(Case(letter, Kept(record)), written) if written else ():
            named = coming.named.state.code, coming.named.cycle
            if named in told:
                continue
            told.add(named)
            last = advance_question_deadline(coming.day)
            left = working_days(today, last) if today <= last else -1
            yield Due(review(*named), *named, coming.day, last, left, coming.stated)
