"""What lies on the desk: the person's own record or the example, and the work in progress."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request

from onrecord.errors import RecordError
from onrecord.record.ledger import ledger_of
from onrecord.record.record import Record, open_record
from onrecord.settings import WHO, who
from onrecord.web.departures import clear_departures
from onrecord.web.jobs import Jobs
from onrecord.web.marking import Checkers

EXAMPLE = "example"


class Desk:
    """The open records. One person works here, so what lies open is the same in every window.

    A record is opened once; its database hands each request a connection of its own.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.own = open_record(folder)
        self.example: Record | None = None
        self.shows_example = False
        self.jobs = Jobs()
        self.checkers = Checkers()
        self._readying: threading.Thread | None = None

    @property
    def record(self) -> Record:
        """The record that every room shows."""
        return self.example if self.shows_example and self.example else self.own

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return any(not job.is_over for job in self.jobs.all())

    def state(self) -> tuple[object, ...]:
        """What is the same for as long as every page is: the records' states, what lies open, the work done."""
        example = self.example.database.changes() if self.example else None
        return self.own.database.changes(), example, self.shows_example, len(self.jobs.all())

    def open_example(self) -> None:
        """Lay the packaged example on the desk; it has a record of its own beside the person's."""
        from onrecord.letters.example.cards import add_cards  # noqa: PLC0415 - only when asked for

        if self.example is None:
            self.example = open_record(self.folder.with_name(f"{self.folder.name}-{EXAMPLE}"))
        add_cards(self.example)
        self.shows_example = True

    def close_example(self) -> None:
        """Lay the person's own record on the desk again."""
        self.shows_example = False

    def get_ready(self) -> None:
        """Work out in the background what the first search would have to wait for."""
        self._readying = threading.Thread(target=self._get_ready, name="getting ready", daemon=True)
        self._readying.start()

    def _get_ready(self) -> None:
        # Whatever is wrong with the record is told by the page that then needs it.
        with contextlib.suppress(RecordError):
            ledger_of(self.own)

    def close(self) -> None:
        """Let the work end and put everything away."""
        if self._readying is not None:
            self._readying.join()
        self.jobs.close()
        clear_departures(self.folder, all_of_them=True)
        self.own.close()
        if self.example is not None:
            self.example.close()


def person() -> str:
    """The name under which a person works here, as a first proposal: what ONRECORD_WHO says, else the login's.

    "" for the login of whoever keeps the machine ("root"): it names nobody, and would be kept with decisions.
    """
    known = who()
    return known.name if known.source == WHO or known.is_person else ""


# A coroutine, as are all dependencies that only look something up: others wait in a queue for a thread.
async def desk_of(request: Request) -> Desk:
    """The desk of the app that answers this request."""
    desk: Desk = request.app.state.desk
    return desk


OnDesk = Annotated[Desk, Depends(desk_of)]
