"""A Working Group report, whole: the review's facts and every entry, in the order of the report."""

from __future__ import annotations

from onrecord.documents.model import Document
from onrecord.mechanisms import upr_conclusions
from onrecord.mechanisms.model import Reading
from onrecord.mechanisms.upr_dialogue import statements
from onrecord.mechanisms.upr_dialogue_recommendations import dialogue_recommendations
from onrecord.mechanisms.upr_facts import review_doubts, review_facts
from onrecord.mechanisms.upr_list_references import with_list_references
from onrecord.mechanisms.upr_not_heard import not_heard
from onrecord.mechanisms.upr_references import positions_by_reference


def read_report(document: Document) -> Reading:
    """Read a Working Group report of any cycle.

    Returns statements and replies, those who were not heard, the recommendations of the dialogue to which
    chapter II refers, the recommendations and comments of chapter II, and pledges; what the report leaves
    open or says twice in different words stands in `doubts`.
    """
    facts = review_facts(document)
    spoken = statements(document, facts)
    unheard = not_heard(document, facts)
    in_dialogue = dialogue_recommendations(document, facts, spoken)
    listed = with_list_references(
        upr_conclusions.recommendations(document, facts), positions_by_reference(document), facts.symbol
    )
    entries = (
        *spoken,
        *unheard.entries,
        *in_dialogue.entries,
        *listed,
        *upr_conclusions.comments(document, facts),
        *upr_conclusions.pledges(document, facts),
    )
    doubts = (*review_doubts(document), *unheard.doubts, *in_dialogue.doubts)
    return Reading("upr_report", entries, facts, doubts)
