"""A paragraph is cited for what only its note says: the list of those not heard stands in such a note."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.citations.model import Citation, Place
from onrecord.documents.model import Note
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.states import State, find_states


def find(case: Case) -> Iterator[Said]:
    """Each pinpoint whose paragraph does not name the State that is spoken of, while its note does."""
    for citation in case.citations:
        document = case.document(citation.symbol)
        if document is None or len(citation.pinpoints) != 1:
            continue
        pinpoint = citation.pinpoints[0]
        paragraph = document.paragraph(pinpoint)
        if paragraph is None:
            continue
        here = {found.state.code for found in find_states(paragraph.text)}
        for note in document.notes_of(pinpoint):
            there = {found.state.code for found in find_states(note.text)}
            meant = [s for s in _subjects(case, citation) if s.code in there - here]
            if meant:
                yield _said(citation, note, meant[0])
                break


def _subjects(case: Case, citation: Citation) -> list[State]:
    """The States of the sentence before the marker that calls the citation."""
    call = case.call_of(citation)
    sentence = case.sentence_at(call.start)
    reviewed = case.reviews.get(citation.symbol)
    named = find_states(case.letter.text[sentence.start : call.start])
    return [found.state for found in named if reviewed is None or found.state.code != reviewed.state]


def _said(citation: Citation, note: Note, meant: State) -> Said:
    pinpoint = citation.pinpoints[0]
    exact = tell("para. %(pinpoint)s, note %(mark)s", pinpoint=pinpoint, mark=note.mark)
    return Said(
        citation.span,
        tell(
            "%(symbol)s, para. %(pinpoint)s, does not name %(name)s; its note %(mark)s does. The statement "
            "holds; the place can be named more exactly.",
            symbol=citation.symbol,
            pinpoint=pinpoint,
            name=tell(meant.name),
            mark=note.mark,
        ),
        (
            Evidence(
                tell("the note"),
                Place(citation.symbol, f"{pinpoint}, note {note.mark}", note.page, note.text),
            ),
        ),
        exact,
    )


RULE = Rule("pinpoint_in_note", NOTICE, "A paragraph is cited for what only its note says.", find)
