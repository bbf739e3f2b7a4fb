"""A document, or what is told from it, is given to a body that is not its author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Citation, Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import ERROR, WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.bodies import FoundBody, body_of_symbol, find_bodies
from onrecord.un.states import find_states

UPR = "UPR"
_NAMES = {UPR: "the Working Group on the Universal Periodic Review"}
_COMMITTEES = frozenset(("CAT", "CCPR", "CEDAW", "CERD", "CESCR", "CRC", "CRPD", "CMW", "CED", "SPT"))
_DID = (
    r"(?:recommend|urg|call|ask|not|express|regret|welcom|adopt|review|examin|consider|conclud|found|find|said|stat|"
    r"told|wrote|decid|held|observ|record|record|report|list|rais|will review|heard|was told)\w*\b"
)
# "The Committee against Torture recommended", "…, in its report, also noted".
_SUBJECT = re.compile(
    rf"\s*(?:\([A-Z]+\))?\s*(?:,[^,.;“”]{{1,60}},)?\s*(?:(?:has|had|also|then|further|itself)\s+){{0,2}}{_DID}"
)
# "told the Human Rights Committee", "session of the Committee", "before the Committee", "Report of the Committee".
_OBJECT = re.compile(
    r"\b(?:told|before|assured|informed|answered|sessions?\s+of|reports?\s+of|observations\s+of|views\s+of|"
    r"review\s+by|reviewed\s+by|examined\s+by|adopted\s+by|recommendations?\s+of|recommendations?\s+by)\s+"
    r"(?:the\s+)?(?:UN\s+|United\s+Nations\s+|UPR\s+)?$",
    re.IGNORECASE,
)  # fmt: skip
# "at the twelfth session of the UPR Committee": no other body's session is one of the review.
_OF_REVIEW = re.compile(
    r"\bsessions?\s+of\s+(?:the\s+)?(?:UPR\s+|Universal\s+Periodic\s+Review\s+)?$", re.IGNORECASE
)
_REPORT_OF = re.compile(
    r"\b(?:reports?|observations|views|decisions?|comments?)\s+(?:adopted\s+)?(?:of|by)\s+(?:the\s+)?(?:UN\s+)?$",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Said]:
    """Each citation whose title names another body, and each sentence that gives such a body what it cites."""
    yield from _titles(case)
    for sentence in case.sentences:
        yield from _sentence(case, sentence)


def author_of(case: Case, symbol: str) -> str:
    """The body whose document this is: a committee's acronym, "UPR", or "" where it is not known."""
    return UPR if symbol in case.reviews else body_of_symbol(symbol)


def _titles(case: Case) -> Iterator[Said]:
    """The title before the symbol: "Report of the Committee against Torture: Peru, A/HRC/22/15".

    So too the body with which a source opens: "Human Rights Committee, general comment No. 4, CAT/C/GC/4".
    """
    for citation in case.citations:
        author = author_of(case, citation.symbol)
        if not author or not citation.symbol:
            continue
        title = _before_symbol(case, citation)
        for body in find_bodies(case.letter.text[title.start : title.end]):
            ahead = case.letter.text[title.start : title.start + body.start]
            opens = not ahead.strip(" \t¹²³⁴⁵⁶⁷⁸⁹⁰0123456789.)]")
            if body.code in _COMMITTEES and body.code != author and (opens or _REPORT_OF.search(ahead)):
                yield _said(
                    case, Span(title.start + body.start, title.start + body.end), body, citation.symbol, ERROR
                )


def _before_symbol(case: Case, citation: Citation) -> Span:
    """The words that lead to a citation's symbol in its note or sentence, from the last source before it."""
    text = case.letter.text
    at = text.find(citation.symbol, citation.span.start, citation.span.end)
    end = at if at >= 0 else citation.span.start
    start = max(
        case.sentence_at(citation.span.start).start, text.rfind(";", 0, end) + 1, text.rfind("\n", 0, end) + 1
    )
    return Span(min(start, end), end)


def _sentence(case: Case, sentence: Span) -> Iterator[Said]:
    """A sentence all of whose sources are of one author, and whose speaker is another body."""
    symbols = {c.symbol for c in case.cited_in(sentence)}
    authors = {author_of(case, symbol) for symbol in symbols}
    if len(authors) != 1 or "" in authors or not all(case.document(symbol) for symbol in symbols):
        return
    (author,) = authors
    own = case.own_words(sentence)
    for body in find_bodies(own):
        if body.code not in _COMMITTEES or body.code == author:
            continue
        ahead = own[: body.start]
        acts = _SUBJECT.match(own, body.end) or _OBJECT.search(ahead)
        if _OF_REVIEW.search(ahead) or (acts and not _speaks_of_another(case, own, symbols)):
            span = Span(sentence.start + body.start, sentence.start + body.end)
            yield _said(case, span, body, min(symbols), WARNING)


def _speaks_of_another(case: Case, own: str, symbols: set[str]) -> bool:
    """Whether a State that is not under review speaks too: "Norway recalled what the Committee found"."""
    reviewed = {case.reviews[symbol].state for symbol in symbols if symbol in case.reviews}
    return bool(reviewed) and any(found.state.code not in reviewed for found in find_states(own))


def _said(case: Case, span: Span, body: FoundBody, symbol: str, severity: str) -> Said:
    author = author_of(case, symbol)
    named = _NAMES.get(author, author)
    opening = (Evidence(tell("the document"), case.place(symbol, "1")),) if case.document(symbol) else ()
    return Said(
        span,
        tell(
            "The letter gives this to the %(as_written)s; %(symbol)s is a document of %(named)s.",
            as_written=body.as_written,
            symbol=symbol,
            named=named,
        ),
        opening,
        tell(
            "Name %(named)s, or cite the document of the %(as_written)s.",
            named=named,
            as_written=body.as_written,
        ),
        severity,
    )


RULE = Rule("wrong_body", ERROR, "A document is given to a body that is not its author.", find)
