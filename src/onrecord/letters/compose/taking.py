"""Takes the quotations of a letter, and holds them against the words that the author last saw."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from onrecord.letters.compose.lock import Lock, Locked, sha256_of
from onrecord.letters.compose.quoting import Quoting, Taken
from onrecord.letters.compose.source import ERROR, WARNING, LetterProblem, Quote
from onrecord.record.model import ReadsRecord


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words taken from the record: where they stand and their SHA-256. `state` is "new", "same" or "accepted"."""

    reference: str
    symbol: str
    pinpoint: str
    page: int
    words: str
    sha256: str
    state: str


@dataclass
class Taking:
    """Takes words for one letter; `lock` is then what is to be kept."""

    record: ReadsRecord
    lock: Lock
    accept: bool = False
    problems: list[LetterProblem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._quoting = Quoting(self.record)
        self._before = dict(self.lock.quotations)
        self._quoted: dict[str, Quoted] = {}

    @property
    def quoted(self) -> tuple[Quoted, ...]:
        """The quotations taken so far, in the order of the letter."""
        return tuple(self._quoted.values())

    def take(self, quote: Quote) -> Taken | None:
        """The words, or None where there are none that can be printed; `problems` says why."""
        taken = self._quoting.take(quote)
        was = self._before.get(quote.reference)
        if taken.problem:
            return self._lost(quote, taken, was)
        if was and was.words != taken.words and not self.accept:
            self._tell(
                "quotation-changed",
                ERROR,
                quote.line,
                f"The record's words of {quote.reference} have changed. They were: “{was.words}” "
                f"They are: “{taken.words}”",
                "Look at both; to take the new words, build with --accept-quotations.",
            )
            return None
        state = "same" if was and was.words == taken.words else "accepted" if was else "new"
        self._keep(quote, taken, state)
        return taken

    def _lost(self, quote: Quote, taken: Taken, was: Locked | None) -> Taken | None:
        """What to do where the record has not the words: those of the lock, if the user accepts them."""
        if was is None:
            self._tell("quotation-missing", ERROR, quote.line, taken.problem, taken.hint)
            return None
        if not self.accept:
            message = f"{taken.problem} The words were: “{was.words}”"
            hint = f"{taken.hint} To keep the words as they were, build with --accept-quotations."
            self._tell("quotation-missing", ERROR, quote.line, message, hint.strip())
            return None
        kept = replace(taken, words=was.words, problem="", hint="")
        message = f"{taken.problem} The words printed are those of an earlier build."
        self._tell("quotation-not-on-record", WARNING, quote.line, message, taken.hint)
        self._keep(quote, kept, "accepted")
        return kept

    def _keep(self, quote: Quote, taken: Taken, state: str) -> None:
        sha256 = sha256_of(taken.words)
        self._quoted[quote.reference] = Quoted(
            quote.reference, quote.symbol, quote.pinpoint, taken.page, taken.words, sha256, state
        )
        used = {reference: Locked(one.words, one.sha256) for reference, one in self._quoted.items()}
        self.lock = Lock(used)

    def _tell(self, rule: str, severity: str, line: int, message: str, hint: str) -> None:
        self.problems.append(LetterProblem(rule, severity, line, message, hint))
