"""What a rule is: a name, a severity, and a function from the case to what it has to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.model import Evidence, Finding, Repair, Stretch

ERROR = "error"
WARNING = "warning"
NOTICE = "notice"
SEVERITIES = (ERROR, WARNING, NOTICE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule says of a place in the letter; `severity` overrides the rule's own.

    `difference` and `repair` are as in `Finding`; only a rule that says so in its `repairs` gives a repair.
    """

    span: Span
    message: str
    evidence: tuple[Evidence, ...] = ()
    suggestion: str = ""
    severity: str = ""
    difference: tuple[Stretch, ...] = ()
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the check. `about` is one sentence; docs/rules.md explains it under its name.

    `repairs` says in a few words what its repair does, "" where it offers none.
    """

    name: str
    severity: str
    about: str
    run: Callable[[Case], Iterable[Said]]
    repairs: str = ""

    def findings(self, case: Case) -> list[Finding]:
        """What the rule finds in the case, as findings."""
        return [
            Finding(
                rule=self.name,
                severity=said.severity or self.severity,
                span=said.span,
                line=case.letter.line_of(said.span.start),
                message=said.message,
                evidence=said.evidence,
                suggestion=said.suggestion,
                difference=said.difference,
                repair=said.repair,
            )
            for said in self.run(case)
        ]
