"""Serving the workbench on this computer, and opening it in the person's browser."""

from __future__ import annotations

import gc
import html
import os
import socket
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from onrecord.errors import UsageError
from onrecord.web.access import KEY_IN_ADDRESS, Keys
from onrecord.web.app import create_app
from onrecord.web.listening import listening_at

LOOPBACK = "127.0.0.1"


def serve(folder: Path, port: int, on_open: Callable[[str], None], *, browser: bool) -> None:
    """Serve the record in `folder` until Ctrl+C; `port` 0 takes a free one.

    `on_open` is called with the address that holds the key, once the workbench answers at it. UsageError
    where the port is taken; RecordError as for opening a record.
    """
    with _listening(port) as listening:
        keys = Keys(listening.getsockname()[1])
        app = create_app(folder, keys)
        server = _Server(
            uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=5,
            )
        )
        address = f"http://{LOOPBACK}:{keys.port}/?{KEY_IN_ADDRESS}={keys.token}"
        opener = _Opener(address) if browser else None

        def told() -> None:
            on_open(address)
            if opener:
                opener.open()
            app.state.desk.get_ready()

        server.on_open = told
        try:
            server.run(sockets=[listening])
        finally:
            if opener:
                opener.forget()


def _listening(port: int) -> socket.socket:
    """A socket on this computer alone."""
    try:
        return listening_at(LOOPBACK, port)
    except (OSError, OverflowError) as error:
        raise UsageError(
            f"Port {port} cannot be used: {getattr(error, 'strerror', None) or error}.",
            hint="Leave --port away, and a free one is taken.",
        ) from error


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    on_open: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            # What was loaded to start stays: to look through it again and again would stop everybody for a moment.
            gc.collect()
            gc.freeze()
            # A page makes tens of thousands of short-lived objects; to look for cycles after each 700 takes a tenth
            # of the time of making it.
            gc.set_threshold(20_000, 20, 20)
            self.on_open()


class _Opener:
    """Opens the browser by way of a file that only this person may read.

    A browser's command line can be seen by everybody on the computer, so the key must not stand in it.
    """

    def __init__(self, address: str) -> None:
        handle, name = tempfile.mkstemp(prefix="onrecord-", suffix=".html")  # mode 0600
        self.file = Path(name)
        told = html.escape(address)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write(
                f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={told}">'
                f'<title>On Record</title><p><a href="{told}">On Record</a></p>'
            )

    def open(self) -> None:
        """Show the file in the person's browser; where there is none, nothing happens."""
        webbrowser.open(self.file.as_uri())

    def forget(self) -> None:
        """Remove the file."""
        self.file.unlink(missing_ok=True)
