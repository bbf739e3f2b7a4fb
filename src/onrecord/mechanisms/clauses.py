"""The recommendations in a speaker's paragraph: lettered ones, and those in running text.

"Canada recommended that China: (a) accelerate …; (b) reduce … and (c) regularly publish …" holds three;
"It also recommended that Algeria lift its reservations to CEDAW" holds one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.mechanisms import clause_patterns as patterns
from onrecord.mechanisms.sentences import Sentence, sentences


@dataclass(frozen=True, slots=True)
class Clause:
    """text[start:end] are the recommended words, text[said_from:said_to] the sentence that holds them.

    `letter` is "g" for "(g)", "" in running text; `part` counts the unlettered ones of a paragraph, from 1.
    `lead` are words before "(a)" without which a short item says nothing, or "".
    """

    start: int
    end: int
    said_from: int
    said_to: int
    letter: str = ""
    part: int = 1
    lead: str = ""

    def text(self, paragraph: str) -> str:
        """The recommended words, without the commas and connectors that join them to the next."""
        words = patterns.LOOSE_END.sub("", paragraph[self.start : self.end]).strip()
        return f"{self.lead} {words}" if self.lead else words


def clauses(text: str) -> tuple[Clause, ...]:
    """Every recommendation in a paragraph, in order; none where nothing is recommended.

    Running text counts where a verb recommends; where no verb does in the whole paragraph, where one
    urges, encourages or asks ("called on", "requested").
    """
    within = list(sentences(text))
    lettered = list(_lettered(text, within))
    running = list(_running(text, within, lettered, patterns.RECOMMENDS))
    if not running and not lettered:
        running = list(_running(text, within, lettered, patterns.URGES))
    numbered = [replace(clause, part=part) for part, clause in enumerate(running, start=1)]
    return tuple(sorted([*lettered, *numbered], key=lambda clause: clause.start))


def _lettered(text: str, within: Sequence[Sentence]) -> Iterator[Clause]:
    markers = _sequence(list(patterns.LETTER.finditer(text)))
    for place, marker in enumerate(markers):
        start = marker.end()
        holding = next((s for s in within if s.start <= start < s.end), Sentence(start, len(text)))
        after = markers[place + 1].start() if place + 1 < len(markers) else len(text)
        end = min(holding.end, after)
        verb = patterns.RECOMMENDS.match(text, start, end)
        clause = Clause(verb.end() if verb else start, end, holding.start, holding.end, marker["letter"])
        beside = [other for other in markers if holding.start <= other.start() < holding.end]
        yield (
            _whole(clause, text) if len(beside) == 1 else replace(clause, lead=_lead(text, clause, beside[0]))
        )


def _sequence(found: Sequence[patterns.Match]) -> list[patterns.Match]:
    """The markers that count on from (a); a letter may be missing, as reports leave some out."""
    markers: list[patterns.Match] = []
    expected = ord("a")
    for place, marker in enumerate(found):
        code = ord(marker["letter"])
        later = [ord(other["letter"]) for other in found[place + 1 :]]
        if code == expected or (code == expected + 1 and expected not in later and markers):
            markers.append(marker)
            expected = code + 1
    return markers


def _lead(text: str, clause: Clause, first: patterns.Match) -> str:
    """What was said before "(a)" and belongs to each item: "accede to treaties such as (b) OP-CEDAW"."""
    before = text[clause.said_from : first.start()].strip(" :,;")
    if patterns.LEANS.search(text, clause.start, clause.end) and len(before.split()) > patterns.MERE_VERB:
        return before
    if len(clause.text(text).split()) >= patterns.STANDS_ALONE:
        return ""
    verbs = list(patterns.RECOMMENDS.finditer(text, clause.said_from, first.start()))
    if not verbs or verbs[-1][0].rstrip().endswith(","):
        return ""
    return text[verbs[-1].end() : first.start()].strip()


def _whole(clause: Clause, text: str) -> Clause:
    """The whole sentence where the recommended words lean on it: "implement such safeguards"."""
    before = text[clause.said_from : clause.start].split()
    leans = len(before) > patterns.MERE_VERB and patterns.LEANS.search(text, clause.start, clause.end)
    if leans or patterns.TOPIC.match(text, clause.said_from):
        return replace(clause, start=clause.said_from, end=clause.said_to)
    return clause


def _running(
    text: str, within: Sequence[Sentence], lettered: Sequence[Clause], verb: patterns.Pattern
) -> Iterator[Clause]:
    for sentence in within:
        verbs = [
            found
            for found in verb.finditer(text, *sentence)
            if not patterns.OTHERS.search(text, sentence.start, found.start())
        ]
        for place, found in enumerate(verbs):
            last = place + 1 == len(verbs)
            end = sentence.end if last else _without_subject(text, found.end(), verbs[place + 1].start())
            clause = Clause(found.end(), end, *sentence)
            if any(found.start() < other.end and other.start <= end for other in lettered):
                continue  # the verb of a lettered list
            listed = _listed(clause, text) if found[0].rstrip().endswith(":") else [clause]
            whole = [_whole(clause, text)] if len(verbs) == len(listed) == 1 else listed
            yield from (one for one in whole if len(one.text(text).split()) >= patterns.LEAST_WORDS)


def _listed(clause: Clause, text: str) -> list[Clause]:
    """The items of a list without letters: "recommended the following: ratify …; train …"."""
    ends = [found.start() for found in patterns.NEXT_ITEM.finditer(text, clause.start, clause.end)]
    starts = [clause.start, *(end + 1 for end in ends)]
    return [
        replace(clause, start=start, end=end) for start, end in zip(starts, [*ends, clause.end], strict=True)
    ]


def _without_subject(text: str, start: int, after: int) -> int:
    """Where a recommendation ends, if what follows up to `after` is the next verb's subject."""
    dangling = patterns.DANGLING.search(text[start:after])
    return start + dangling.start() if dangling else after
