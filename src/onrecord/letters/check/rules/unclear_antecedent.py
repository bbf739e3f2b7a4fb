"""An "Id.", "Ibid." or "supra" of which nobody can tell what it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.told import tell

_BACK = frozenset(("id", "supra"))


def find(case: Case) -> Iterator[Said]:
    """Each reference back without exactly one source that it can mean, with the reason."""
    for citation in case.citations:
        unclear = citation.kind in _BACK and citation.status == "unresolved"
        if unclear and citation.antecedent is None and not citation.symbol:
            yield Said(
                citation.span,
                tell(
                    "“%(listed)s” has no single source that it can mean: %(reason)s.",
                    listed=" ".join(citation.as_written.split()),
                    reason=citation.reason,
                ),
                suggestion=tell("Give the source again, by its symbol or title."),
            )


RULE = Rule("unclear_antecedent", WARNING, "An Id., Ibid. or supra with no single antecedent.", find)
