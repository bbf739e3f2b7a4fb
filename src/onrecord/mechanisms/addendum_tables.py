"""Tables of answers: "No. | Recommendation | Position | Remarks", in whatever order and language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.documents.model import Document, Table
from onrecord.mechanisms import addendum_patterns as patterns
from onrecord.mechanisms.addendum_answers import answers_in
from onrecord.mechanisms.addendum_passages import Passage, Scheme
from onrecord.mechanisms.recommendation_numbers import NumberList, numbers_at
from onrecord.mechanisms.state_brackets import brackets_of_states

_NUMBER_CELL = re.compile(r"\W*(?:recommendations?|recs?|nos?|n[°ºo])?[\s.:]*(?=\d)", re.IGNORECASE)
_HEADER = re.compile(
    r"\W*(?:no\b|number|n[°º]|recommendations?|recommandations?|recomendaci|position|posici|response|réponse|"
    r"respuesta|remarks?|comments?|observaci|commentaires?|status|answer|reply|explanation|views?)",
    re.IGNORECASE,
)
_LONGEST_HEADER = 60


def rows_of_answers(document: Document, scheme: Scheme) -> Iterator[Passage]:
    """Each row of the document's tables as a passage: numbers, and the answer before the remarks.

    A row of one cell without a number is a heading.
    """
    for table in document.tables:
        if table.nested:
            continue
        for row in table.rows:
            cells = [cell.strip() for cell in row if cell.strip()]
            passage = _passage(cells, table, scheme)
            if passage is not None:
                yield passage


def _passage(cells: Sequence[str], table: Table, scheme: Scheme) -> Passage | None:
    if not cells or (len(cells) > 1 and all(_is_head(cell) for cell in cells)):
        return None
    page = table.page or 1
    listed = _numbers(cells, scheme)
    if listed is None:
        return Passage(cells[0], page=page, heading=True) if len(cells) == 1 else None
    at, numbers = listed
    words = [cells[at][numbers.end :].strip(" .:\n"), *cells[:at], *cells[at + 1 :]]
    own = [cell for cell in words if cell and not brackets_of_states(cell)]
    own.sort(key=lambda cell: not _is_answer(cell))
    return Passage(". ".join(cell.rstrip(".") for cell in own), numbers.numbers, page=page)


def _numbers(cells: Sequence[str], scheme: Scheme) -> tuple[int, NumberList] | None:
    """The cell that opens with the recommendation's number, and the number."""
    for at, cell in enumerate(cells[:2]):
        lead = _NUMBER_CELL.match(cell)
        listed = numbers_at(cell, lead.end(), plain=True) if lead else None
        if listed is None:
            continue
        dotted = "." in listed.numbers[0]
        alone = not cell[listed.end :].strip(" .)")
        if dotted or alone or (brackets_of_states(cell) and not scheme.heads):
            return at, listed
    return None


def _is_head(cell: str) -> bool:
    return _HEADER.match(cell) is not None and len(cell) <= _LONGEST_HEADER and not answers_in(cell)


def _is_answer(cell: str) -> bool:
    return bool(answers_in(cell)) and (
        len(cell) <= _LONGEST_HEADER or bool(patterns.SHORT_ANSWER.match(cell))
    )
