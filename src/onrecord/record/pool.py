"""Work on files in processes of their own, so that no file can take the program with it.

The standard library's pools cannot tell which task killed a worker and cannot stop one that takes
too long; here each worker has its own pipe. A worker that dies or overstays fails its file alone.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, TypeVar

from onrecord.errors import InputError, UnreadableDocument
from onrecord.record.reading import Limits, Source
from onrecord.told import tell

T = TypeVar("T")

_AHEAD_PER_WORKER = 4
_SECONDS_TO_END = 2.0
_NOTHING = Source(Path(), "")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work_on(
    task: Callable[[Source, Limits], T], sources: Iterable[Source], jobs: int, limits: Limits
) -> Iterator[tuple[Source, T | InputError]]:
    """Give each file to `task` in one of `jobs` processes; yield (file, outcome) in the files' order.

    `task` is a function at the top of a module. The outcome is what it returned, or the error why
    this file gave nothing. `sources` is drawn on as workers come free, so it may be a generator.
    """
    pool = _Pool(task, max(1, jobs), limits)
    try:
        yield from pool.outcomes(iter(sources))
    finally:
        pool.close()


class _Worker(Generic[T]):
    """A process and our end of its pipe; `due` is until when it may have its file."""

    def __init__(self, task: Callable[[Source, Limits], T], limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, task, limits), daemon=True)
        with _without_main_file():
            self.process.start()
        theirs.close()
        self.index = -1
        self.source = _NOTHING
        self.patience = self.due = math.inf

    def give(self, index: int, source: Source, patience: float = math.inf) -> None:
        """Hand over a file that may take `patience` seconds.

        A worker that is already dead shows when its answer is waited for.
        """
        self.index, self.source = index, source
        self.patience, self.due = patience, time.monotonic() + patience
        with suppress(OSError):
            self.pipe.send(source)

    def end(self) -> None:
        """Ask an idle worker to go; make any other."""
        if self.index < 0:
            self.give(-1, _NOTHING)
            self.process.join(_SECONDS_TO_END)
        if self.process.is_alive():
            self.process.kill()
        self.process.join()
        self.pipe.close()


@contextmanager
def _without_main_file() -> Iterator[None]:
    """Keep a new process from running the caller's own script, which it does not need, a second time."""
    main = sys.modules["__main__"]
    file = main.__dict__.pop("__file__", None)
    try:
        yield
    finally:
        if file is not None:
            main.__file__ = file


class _Pool(Generic[T]):
    """Workers, the files they have, and outcomes that wait for their turn."""

    def __init__(self, task: Callable[[Source, Limits], T], jobs: int, limits: Limits) -> None:
        self.task = task
        self.jobs = jobs
        self.limits = limits
        self.idle: list[_Worker[T]] = []
        self.busy: dict[Connection, _Worker[T]] = {}
        self.done: dict[int, tuple[Source, T | InputError]] = {}

    def outcomes(self, sources: Iterator[Source]) -> Iterator[tuple[Source, T | InputError]]:
        """Every file's outcome, in order, with a bounded number of files under way or waiting."""
        given, told, more = 0, 0, True
        while True:
            # Workers get their next file before an outcome is yielded: they read while the caller writes.
            while more and len(self.busy) < self.jobs and given < told + self.jobs * _AHEAD_PER_WORKER:
                source = next(sources, None)
                if source is None:
                    more = False
                else:
                    self._give(given, source)
                    given += 1
            if told in self.done:
                yield self.done.pop(told)
                told += 1
            elif self.busy:
                self._wait()
            else:
                return

    def close(self) -> None:
        """End every worker."""
        for worker in (*self.idle, *self.busy.values()):
            worker.end()

    def _give(self, index: int, source: Source) -> None:
        worker = self.idle.pop() if self.idle else _Worker(self.task, self.limits)
        worker.give(index, source, self.limits.seconds_for(source.path))
        self.busy[worker.pipe] = worker

    def _wait(self) -> None:
        """Take in what workers answer; fail the files of those that died or took too long."""
        due = min(worker.due for worker in self.busy.values())
        patience = max(0.0, due - time.monotonic())
        answered = wait(list(self.busy), None if math.isinf(due) else patience)
        for worker in [worker for pipe, worker in self.busy.items() if pipe in answered]:
            del self.busy[worker.pipe]
            self._take(worker)
        overdue = [
            worker
            for worker in self.busy.values()
            if time.monotonic() >= worker.due and not worker.pipe.poll()
        ]
        for worker in overdue:
            del self.busy[worker.pipe]
            self._fail(
                worker,
                f"{worker.source.name}: took longer than {worker.patience:g} seconds to read.",
                "--max-seconds",
            )

    def _take(self, worker: _Worker[T]) -> None:
        try:
            outcome = worker.pipe.recv()
        except (EOFError, OSError):
            self._fail(
                worker, f"{worker.source.name}: broke the reader; its process ended without an answer.", ""
            )
            return
        self.done[worker.index] = (worker.source, outcome)
        worker.index = -1
        self.idle.append(worker)

    def _fail(self, worker: _Worker[T], reason: str, option: str) -> None:
        hint = (
            f"Raise the bound with {option} if you know the file." if option else "The file may be damaged."
        )
        self.done[worker.index] = (worker.source, UnreadableDocument(reason, hint=hint))
        worker.end()


def _serve(pipe: Connection, task: Callable[[Source, Limits], object], limits: Limits) -> None:
    """A worker's life: take a path, send what came of it, until the pipe closes or no file is named."""
    # Ctrl-C reaches the whole group; the main process decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory(limits.memory_bytes)
    while True:
        try:
            source = pipe.recv()
        except (EOFError, ConnectionError):
            return
        if source == _NOTHING:
            return
        try:
            pipe.send(_attempt(task, source, limits))
        except ConnectionError:
            return


def _attempt(task: Callable[[Source, Limits], object], source: Source, limits: Limits) -> object:
    """What the task returns, or why it did not, as an InputError."""
    try:
        return task(source, limits)
    except InputError as error:
        return error
    except OSError as error:
        return UnreadableDocument(
            tell("%(name)s: cannot be opened: %(value)s.", name=source.name, value=error.strerror or error)
        )
    except MemoryError:
        return UnreadableDocument(
            tell("%(name)s: needs more memory than one file may take.", name=source.name)
        )
    except Exception as fault:  # noqa: BLE001 - a fault of ours in one file must not stop the others
        frame = traceback.extract_tb(fault.__traceback__)[-1]
        where = f"{Path(frame.filename).name}, line {frame.lineno}"
        return UnreadableDocument(
            tell(
                "%(name)s: made the reader stumble: %(kind)s: %(fault)s (%(where)s).",
                name=source.name,
                kind=type(fault).__name__,
                fault=fault,
                where=where,
            ),
            hint=tell("This is a fault of On Record, not yours; please report it with the file."),
        )


def _bound_memory(limit: int) -> None:
    """Let the system refuse this process more memory than the limit, where it can."""
    if not limit or sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on every system

    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
