"""Work that takes longer than a page may: done one after the other, watched from any page."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import OnRecordError
from onrecord.told import tell_together

WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"
ADDING = "add"
"""The kind of the work that reads files onto the record."""

_KEPT = 50


@dataclass(slots=True)
class Job:
    """One piece of work. `doing` names what is under way; `outcome` is what it gave; `error` why it ended.

    `done` of `total` steps are behind it; `total` is 0 while nobody knows. `kind` is a word for programs.
    """

    id: int
    kind: str
    state: str = WAITING
    done: int = 0
    total: int = 0
    doing: str = ""
    outcome: Any = None
    error: str = ""
    started: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))

    def tell(self, done: int, total: int, doing: object) -> None:
        """Note how far the work is; `doing` may be a path, of which the name is told."""
        self.done, self.total, self.doing = done, total, str(getattr(doing, "name", doing))

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in {DONE, FAILED}


Work = Callable[[Job], Any]


class Jobs:
    """The pieces of work since the workbench was opened, the newest first."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._jobs: dict[int, Job] = {}
        self._lock = threading.Lock()
        # One at a time: a record has one writer.
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")

    def start(self, kind: str, work: Work) -> Job:
        """Queue `work`, which is called with its job and returns the outcome."""
        with self._lock:
            job = Job(next(self._numbers), kind)
            self._jobs[job.id] = job
            for old in list(self._jobs)[:-_KEPT]:
                if self._jobs[old].is_over:
                    del self._jobs[old]
        self._worker.submit(self._run, job, work).add_done_callback(_log_fault)
        return job

    def all(self) -> list[Job]:
        """The jobs, the newest first."""
        return list(reversed(self._jobs.values()))

    def get(self, number: int) -> Job | None:
        """The job of this number, or None."""
        return self._jobs.get(number)

    def close(self) -> None:
        """Begin nothing more, and wait for what is under way."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _run(self, job: Job, work: Work) -> None:
        job.state = RUNNING
        try:
            job.outcome = work(job)
        except OnRecordError as error:
            job.error = tell_together(" ", filter(None, (error.message, error.hint)))
        finally:
            # Also where a fault of ours passes through: a job never seems to run for ever.
            job.state = DONE if job.outcome is not None else FAILED


def _log_fault(future: Future[None]) -> None:
    if not future.cancelled() and (fault := future.exception()) is not None:
        logging.getLogger("onrecord.web").error("a job ended by a fault", exc_info=fault)
